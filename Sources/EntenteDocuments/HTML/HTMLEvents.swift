import CLibXMLShim
import EntenteModel

/// A page's markup as a flat run of tags and texts, in the page's order.
///
/// The only unsafe code for HTML. The parser is libxml2's, told to hand over tags as it meets them: the tree that
/// it would build otherwise cuts deep and long documents without a word.
struct HTMLEvents {
  enum Event {
    case start(name: String, attributes: [(name: String, value: String)])
    case end(name: String)
    /// A range of `bytes`.
    case text(Range<Int>)
  }

  private(set) var bytes: [UInt8]
  private var i = 0

  /// `text` is UTF-8 without NUL.
  ///
  /// Throws `document.too-complex` where reading would take unreasonably long, `document.html` where the parser
  /// gives up before the end, `document.html-reader` where libxml2 is not installed.
  init(_ text: [UInt8]) throws(EntenteError) {
    var result = unsafe entente_html_result()
    _ = unsafe text.withUnsafeBytes { buffer in
      // The shim reads no byte behind the length that it is told.
      unsafe entente_html_read(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, &result)
    }
    defer { unsafe entente_html_free(&result) }
    switch unsafe Int(result.status) {
    case ENTENTE_HTML_OK:
      bytes = unsafe [UInt8](UnsafeBufferPointer(start: result.bytes, count: result.length))
    case ENTENTE_HTML_WORK:
      throw EntenteError(
        code: "document.too-complex",
        "the HTML is too tangled to be read in reasonable time: unclosed tags or attributes by the thousand",
        hint: "save the article as plain text")
    case ENTENTE_HTML_MEMORY:
      throw EntenteError(code: "document.too-large", "there is not enough memory to read the HTML")
    case ENTENTE_HTML_ABSENT:
      throw EntenteError(
        code: "document.html-reader", "there is no libxml2 on this machine to read HTML with",
        hint: "install libxml2, or save the article as plain text")
    default:
      throw EntenteError(
        code: "document.html",
        "the HTML parser gave up at byte \(unsafe result.consumed) of \(text.count)",
        hint: "save the article as plain text")
    }
  }

  /// The next tag or text; nil at the end.
  mutating func next() -> Event? {
    guard i < bytes.count else { return nil }
    let kind = Int(bytes[i])
    i += 1
    switch kind {
    case ENTENTE_HTML_TEXT:
      let length = number()
      i += length
      return .text((i - length)..<i)
    case ENTENTE_HTML_END:
      return .end(name: name())
    default:
      let tag = name()
      let count = Int(bytes[i])
      i += 1
      var attributes: [(name: String, value: String)] = []
      for _ in 0..<count {
        let key = name()
        let length = number()
        attributes.append((key, string(length)))
      }
      return .start(name: tag, attributes: attributes)
    }
  }

  private mutating func name() -> String {
    let length = Int(bytes[i])
    i += 1
    return string(length)
  }

  private mutating func string(_ length: Int) -> String {
    i += length
    return String(decoding: bytes[(i - length)..<i], as: UTF8.self)
  }

  /// Four bytes in the machine's order; all machines that this builds for put the lowest first.
  private mutating func number() -> Int {
    i += 4
    return (1...4).reduce(0) { $0 << 8 | Int(bytes[i - $1]) }
  }
}
