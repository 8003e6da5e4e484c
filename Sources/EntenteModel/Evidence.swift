/// A quotation: the exact bytes of a document that support a statement.
public struct Evidence: Hashable, Sendable, Comparable {
  /// The document's id.
  public let document: String
  /// Byte offset of the first byte in the document's text as read.
  public let start: Int
  /// Byte offset behind the last byte.
  public let end: Int
  /// The bytes `start..<end`, which are valid UTF-8.
  public let text: String
  /// The id of the rule or pattern that read it, where one did.
  public let rule: String?

  public init(document: String, start: Int, end: Int, text: String, rule: String? = nil) {
    self.document = document
    self.start = start
    self.end = end
    self.text = text
    self.rule = rule
  }

  /// The place tells quotations apart; hashing the text too would cost more than it saves.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(document)
    hasher.combine(start)
    hasher.combine(end)
  }

  /// Orders by document, then by place in it.
  public static func < (a: Evidence, b: Evidence) -> Bool {
    (a.document, a.start, a.end, a.rule ?? "") < (b.document, b.start, b.end, b.rule ?? "")
  }
}
