/// Something a user should hear about: what happened, where, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Sendable {
    case error, warning, note
  }

  public var severity: Severity
  /// A stable word for tests and filters: `pack.unknown-kind`, `document.not-utf8`.
  public var code: String
  /// One sentence: what happened, with the offending text.
  public var message: String
  public var place: Place?
  /// What to do about it.
  public var hint: String?

  /// A spot in a file or document; every part that is known.
  public struct Place: Hashable, Sendable {
    /// A file's path as the user gave it, or a document's id.
    public var file: String
    /// From 1.
    public var line: Int?
    /// From 1, in bytes.
    public var column: Int?
    /// From 0, in bytes.
    public var offset: Int?
    /// The text of that line, to print with a caret under `column`.
    public var lineText: String?

    public init(
      file: String, line: Int? = nil, column: Int? = nil, offset: Int? = nil,
      lineText: String? = nil
    ) {
      self.file = file
      self.line = line
      self.column = column
      self.offset = offset
      self.lineText = lineText
    }
  }

  public init(
    _ severity: Severity, code: String, _ message: String, at place: Place? = nil,
    hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.hint = hint
  }
}

/// What the library throws: one or more faults that stop the work, all of them at once.
public struct EntenteError: Error, Hashable, Sendable {
  /// At least one.
  public let faults: [Diagnostic]

  public init(_ faults: [Diagnostic]) { self.faults = faults }

  public init(
    code: String, _ message: String, at place: Diagnostic.Place? = nil, hint: String? = nil
  ) {
    faults = [Diagnostic(.error, code: code, message, at: place, hint: hint)]
  }
}
