import EntenteKnowledge
public import EntenteModel

extension Diagnostic {
  /// For a terminal: `file:line:column: error: message`, the line with a caret, the hint; no line feed at the end.
  public var text: String { DiagnosticFormatter.text(self) }
}

extension EntenteError {
  /// All faults, one after another, each with a line feed.
  public var text: String { DiagnosticFormatter.text(faults) }
}
