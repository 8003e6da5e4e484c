package import EntenteModel

/// A file's bytes as valid UTF-8, or the reason why they are none.
///
/// The rule, in this order:
/// 1. UTF-16 by its byte order mark or by a zero in every other byte is decoded; any other NUL is refused.
/// 2. Valid UTF-8 stays byte for byte, but for a byte order mark at its head.
/// 3. A text with stray bytes and (almost) no UTF-8 beyond ASCII is read as windows-1252, or windows-1258 where
///    its combining accents follow vowels.
/// 4. Otherwise every stray byte becomes one ASCII byte (a quote, dash or `?`), so that offsets stay the
///    file's; more than 16 and more than 1 % of them are refused.
package struct Decoding: Sendable {
  /// Valid UTF-8 without a byte order mark.
  package var text: [UInt8]
  /// What was done to the bytes, in words for a user; without a place.
  package var notes: [Diagnostic] = []

  /// Throws a fault with the code `document.empty`, `.binary`, `.not-utf8`, `.too-large` or `.type`.
  package init(_ bytes: [UInt8]) throws(EntenteError) {
    try self.init(bytes, isPage: false)
  }

  /// The markup of a web page, which may name its encoding.
  init(page bytes: [UInt8]) throws(EntenteError) { try self.init(bytes, isPage: true) }

  private init(_ bytes: [UInt8], isPage: Bool) throws(EntenteError) {
    guard !bytes.isEmpty else {
      throw EntenteError(code: "document.empty", "the file is empty")
    }
    if !isPage, let kind = FileSignature.binary(bytes) {
      throw EntenteError(
        code: "document.type", "\(kind), not text", hint: "save it as plain text or Markdown")
    }
    if let utf16 = UTF16Text(bytes) {
      text = utf16.text
      notes.append(utf16.note)
    } else {
      if let place = bytes.firstIndex(of: 0) {
        throw EntenteError(
          code: "document.binary", "a NUL byte at offset \(place): a binary file, not text")
      }
      let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      text = marked ? Array(bytes[3...]) : bytes
      if marked {
        notes.append(
          Diagnostic(
            .note, code: "document.byte-order-mark",
            "a byte order mark was taken off; offsets count from behind it"))
      }
      try repair(declared: isPage ? PageSignature.encoding(bytes) : nil)
    }
    try countControls()
    if let place = text.firstIndex(of: 0) {
      throw EntenteError(
        code: "document.binary", "a NUL character at offset \(place): a binary file, not text")
    }
  }

  private mutating func repair(declared: String?) throws(EntenteError) {
    let census = ByteCensus(text)
    guard census.stray > 0 else { return }
    if let declared, census.sequences * 4 <= census.stray,
      let table = SingleByteTable(named: declared)
    {
      text = table.decoded(text)
      notes.append(Diagnostic(.note, code: "document.encoding", "read as \(table.name)"))
      return
    }
    if let declared, declared != "utf-8", declared != "utf8" {
      notes.append(
        Diagnostic(
          .warning, code: "document.encoding",
          "the page says to be in \"\(declared)\", which is not known",
          hint: "convert it first: iconv -f \(declared) -t UTF-8"))
    }
    if census.sequences * 4 <= census.stray, census.beyondASCII * 4 <= text.count,
      let table = SingleByteTable(fitting: text)
    {
      text = table.decoded(text)
      notes.append(
        Diagnostic(
          .warning, code: "document.repaired",
          "not UTF-8; read as \(table.name), \(census.stray) bytes converted",
          hint: "offsets count in the text that `entente text` prints"))
      return
    }
    guard census.stray <= 16 || census.stray * 100 <= text.count else {
      throw EntenteError(
        code: "document.not-utf8",
        "not UTF-8: \(census.stray) of \(text.count) bytes belong to no character",
        hint: "convert it first: iconv -f ENCODING -t UTF-8")
    }
    ByteCensus.replaceStrayBytes(in: &text)
    notes.append(
      Diagnostic(
        .warning, code: "document.repaired",
        "\(census.stray) bytes are not UTF-8; each was replaced by one ASCII character"))
  }

  /// More lines than any article has: what is kept of a line would outgrow the text itself.
  package static let maximumLines = 1_000_000

  private mutating func countControls() throws(EntenteError) {
    var lines = 0
    var controls = 0
    var invisible = 0
    for i in text.indices {
      let byte = text[i]
      if byte < 0x20 {
        if byte < 0x09 || byte > 0x0D { controls += 1 }
        if byte == 0x0A || byte == 0x0D { lines += 1 }
      } else if byte == 0x7F {
        controls += 1
      } else if byte == 0xE2, i + 2 < text.count {
        // U+200B…200F and 202A…202E, then U+2066…2069: zero-width and bidirectional controls.
        let last = text[i + 2]
        switch text[i + 1] {
        case 0x80 where (0x8B...0x8F).contains(last) || (0xAA...0xAE).contains(last):
          invisible += 1
        case 0x81 where (0xA6...0xA9).contains(last): invisible += 1
        default: break
        }
      }
    }
    guard lines <= Decoding.maximumLines else {
      throw EntenteError(
        code: "document.too-large", "\(lines) lines, above the limit of \(Decoding.maximumLines)",
        hint: "split it into its articles")
    }
    if controls > 0 {
      notes.append(
        Diagnostic(
          .note, code: "document.control-characters",
          "\(controls) control character\(controls == 1 ? "" : "s") in the text, kept"))
    }
    if invisible > 0 {
      notes.append(
        Diagnostic(
          .warning, code: "document.invisible-characters",
          "\(invisible) zero-width or direction mark\(invisible == 1 ? "" : "s") in the text"))
    }
  }
}
