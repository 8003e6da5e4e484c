/// A document ready to be read: its text, what is known of it, and its parts.
package struct Article: Hashable, Sendable {
  package var record: DocumentRecord
  /// Valid UTF-8. For plain text the file's bytes; offsets in evidence count from here.
  package var text: [UInt8]
  /// The parts of `text` in order, not overlapping; what no block covers is not read.
  package var blocks: [Block]

  package init(record: DocumentRecord, text: [UInt8], blocks: [Block]) {
    self.record = record
    self.text = text
    self.blocks = blocks
  }

  /// A stretch of the text with one function in the article.
  package struct Block: Hashable, Sendable {
    package enum Role: String, Sendable {
      /// A title; its capitals prove nothing.
      case headline
      /// The text of a picture, with its credit.
      case caption
      /// `HANOI, Feb. 6 (VNA) —` or `VOV.VN -` before the first sentence, without the dash.
      case dateline
      /// Running prose; one block a paragraph.
      case body
      /// An item of a list.
      case item
      /// `— VNA/VNS`: who supplied the text.
      case credit
      /// Navigation, tags and the like around an article.
      case menu
    }

    package var role: Role
    /// Byte offset of the first byte.
    package var start: Int
    /// Byte offset behind the last byte.
    package var end: Int

    package init(_ role: Role, _ start: Int, _ end: Int) {
      self.role = role
      self.start = start
      self.end = end
    }
  }
}
