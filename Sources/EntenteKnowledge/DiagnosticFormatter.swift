package import EntenteModel

/// Faults as text for a terminal: place and message, the line with a caret, the hint.
///
/// ```
/// Packs/countries/NO.yaml:7:11: error: unknown key `abreviation`
///     abreviation: NO
///     ^
/// hint: did you mean `abbreviation`?
/// ```
package enum DiagnosticFormatter {
  /// One fault, without a line feed at the end.
  package static func text(_ fault: Diagnostic) -> String {
    var text = ""
    if let place = fault.place {
      text += place.file
      if let line = place.line { text += ":\(line)" }
      if place.line != nil, let column = place.column { text += ":\(column)" }
      text += ": "
    }
    text += "\(fault.severity.rawValue): \(fault.message)"
    if let place = fault.place, let line = place.lineText {
      text += "\n  " + shown(line, column: place.column)
    }
    if let hint = fault.hint { text += "\nhint: \(hint)" }
    return text
  }

  /// All faults, one after another, each with a line feed.
  package static func text(_ faults: [Diagnostic]) -> String {
    faults.map { text($0) + "\n" }.joined()
  }

  /// At most this many scalars of a line are shown, so that a long one still shows its caret.
  private static let width = 96

  /// The line, cut around the column, and the caret's line. Control characters become `·`.
  private static func shown(_ line: String, column: Int?) -> String {
    var scalars: [Unicode.Scalar] = []
    var caret: Int?
    var bytes = 0
    for scalar in line.unicodeScalars {
      if let column, caret == nil, bytes >= column - 1 { caret = scalars.count }
      bytes += scalar.utf8.count
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      scalars.append(scalar == "\t" ? " " : isControl ? "·" : scalar)
    }
    if let column, caret == nil, column > 0 { caret = scalars.count }
    var start = 0
    if let caret, caret > width - 16 { start = caret - width / 2 }
    let end = min(scalars.count, start + width)
    var text = start > 0 ? "…" : ""
    text.unicodeScalars.append(contentsOf: scalars[min(start, end)..<end])
    if end < scalars.count { text += "…" }
    guard let caret else { return text }
    let marks = scalars[min(start, caret)..<min(caret, scalars.count)]
      .count { $0.properties.generalCategory == .nonspacingMark }
    let indent = caret - start - marks + (start > 0 ? 1 : 0)
    return text + "\n  " + String(repeating: " ", count: max(0, indent)) + "^"
  }
}
