import EntenteModel

/// A source's bytes as text, with what its format tells beside the text.
struct DocumentContents {
  /// What a format says of a document outside its text.
  struct Description {
    var title: String?
    var date: String?
    var source: String?
    var url: String?
    /// A code like `en`.
    var language: String?
  }

  /// Valid UTF-8; all offsets count from here.
  var text: [UInt8]
  /// The paragraphs, where the format marks them; nil where the text itself has to show them.
  var paragraphs: [ParagraphScan.Paragraph]?
  var description = Description()
  /// What was done to the bytes, in words for a user; without a place.
  var notes: [Diagnostic] = []

  /// The day in a time as machines write it, in the writer's own zone: `2026-02-06T23:30:00+07:00` is of the 6th.
  static func day(_ stated: String) -> String {
    let day = stated.utf8.prefix(10)
    let isDay = day.filter { $0 == 0x2D }.count == 2 && day.allSatisfy { $0 < 0x3A }
    return stated.utf8.count > 10 && isDay ? String(decoding: day, as: UTF8.self) : stated
  }

  /// Reads text, Markdown, HTML or PDF, told apart by the bytes first and then by the name's ending.
  ///
  /// Throws a fault with the code `document.empty`, `.type`, `.binary`, `.not-utf8`, `.no-text`, `.pdf` or `.too-complex`.
  static func read(_ bytes: [UInt8], name: String) throws(EntenteError) -> DocumentContents {
    if PDFText.isPDF(bytes, ending: FileSignature.ending(of: name)) {
      return try DocumentContents(pdf: bytes)
    }
    if PageSignature.isPage(bytes, ending: FileSignature.ending(of: name)) {
      return try DocumentContents(page: Decoding(page: bytes))
    }
    let decoding = try Decoding(bytes)
    return DocumentContents(text: decoding.text, notes: decoding.notes)
  }
}
