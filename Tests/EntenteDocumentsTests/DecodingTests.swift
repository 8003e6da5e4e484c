import EntenteDocuments
import EntenteModel
import Testing

@Suite struct DecodingTests {
  @Test func `valid UTF-8 stays as it is, byte for byte`() throws {
    let bytes = Array("---\ntitle: Lê\n---\r\n  Tô Lâm met Ødegård.\t\n".utf8)
    let decoding = try Decoding(bytes)
    #expect(decoding.text == bytes)
    #expect(decoding.notes.isEmpty)
  }

  @Test func `a byte order mark is taken off, and offsets count from behind it`() throws {
    let document = load([0xEF, 0xBB, 0xBF] + Array(prose.utf8))
    #expect(document.article?.text == Array(prose.utf8))
    #expect(document.article?.blocks.first?.start == 0)
    #expect(codes(document) == ["document.byte-order-mark"])
  }

  @Test(
    "UTF-16 is read in either order, with or without a mark", arguments: [true, false],
    [true, false])
  func utf16(bigEndian: Bool, marked: Bool) {
    let text = "Tô Lâm 😀 met the king of Norway in the capital on Friday. " + prose
    var bytes: [UInt8] = marked ? (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
    // Without a mark only text that is nearly ASCII shows what it is.
    for unit in (marked ? text : prose).utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += bigEndian ? pair : pair.reversed()
    }
    let document = load(bytes)
    #expect(document.article?.text == Array((marked ? text : prose).utf8))
    #expect(codes(document) == ["document.utf16"])
  }

  @Test func `half a surrogate pair and an odd last byte are replaced and counted`() throws {
    let decoding = try Decoding([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00, 0x43])
    #expect(String(decoding: decoding.text, as: UTF8.self) == "A\u{FFFD}B")
    #expect(decoding.notes.first?.message.contains("2 damaged") == true)
  }

  @Test func `stray bytes in UTF-8 become one ASCII byte each, so that offsets stay`() throws {
    let text = Array("Việt Nam".utf8) + [0x92] + Array("s minister met the king. ".utf8) + [0xFF]
    let decoding = try Decoding(text)
    #expect(String(decoding: decoding.text, as: UTF8.self) == "Việt Nam's minister met the king. ?")
    #expect(decoding.text.count == text.count)
    #expect(
      decoding.notes.map(\.message) == [
        "2 bytes are not UTF-8; each was replaced by one ASCII character"
      ])
  }

  @Test func `a text without any UTF-8 beyond ASCII is read as windows-1252`() throws {
    let bytes =
      Array("Jos".utf8) + [0xE9] + Array(" met Fran".utf8) + [0xE7]
      + Array("ois ".utf8) + [0x96] + Array(" twice.".utf8)
    let decoding = try Decoding(bytes)
    #expect(String(decoding: decoding.text, as: UTF8.self) == "José met François – twice.")
    #expect(decoding.notes.first?.message.contains("windows-1252") == true)
  }

  @Test func `accents on their own behind vowels tell windows-1258`() throws {
    // Ph + a + dot below + m, Đ + ô + grave + ng
    let bytes: [UInt8] =
      Array("Pha".utf8) + [0xF2] + Array("m met in ".utf8)
      + [0xD0, 0xF4, 0xCC] + Array("ng Nai province with local officials.".utf8)
    let decoding = try Decoding(bytes)
    let text = Folding.composed(String(decoding: decoding.text, as: UTF8.self))
    #expect(text == "Phạm met in Đồng Nai province with local officials.")
  }

  @Test(
    "what is no text is refused with its reason",
    arguments: [
      ([], "document.empty"),
      ([0x41, 0x00, 0x42], "document.binary"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "document.type"),
      (Array("<?xml version=\"1.0\"?><rss/>".utf8), "document.type"),
      ([UInt8](repeating: 0xFC, count: 200), "document.not-utf8"),
      (Array("  \n\t\n ".utf8), "document.no-text"),
    ] as [([UInt8], String)]
  )
  func refusals(bytes: [UInt8], code: String) {
    let document = load(bytes)
    #expect(document.refusal?.code == code)
    #expect(document.refusal?.place?.file == "a.txt")
    #expect(document.byteCount == bytes.count)
  }

  @Test func `the text as read can be shown though its language is refused`() throws {
    let text = "Президент встретился с министром в столице.\r\n"
    let entry = SourceEntry(id: "a.txt", origin: .bytes([0xEF, 0xBB, 0xBF] + Array(text.utf8)))
    #expect(SourceLoader().load(entry).refusal?.code == "document.language")
    #expect(try SourceLoader().text(of: entry) == Array(text.utf8))
  }

  @Test func `more lines than an article can have are refused`() {
    let lines = [UInt8](repeating: 0x0A, count: Decoding.maximumLines + 1)
    #expect(load(Array(prose.utf8) + lines).refusal?.code == "document.too-large")
  }

  @Test func `control and invisible characters are kept and counted`() throws {
    let decoding = try Decoding(Array("Hun\u{200B} Sen\u{1B}[0m met\u{202E} him".utf8))
    #expect(decoding.text.contains(0x1B))
    #expect(
      decoding.notes.map(\.message) == [
        "1 control character in the text, kept", "2 zero-width or direction marks in the text",
      ])
  }

  @Test func `every byte of a text can be changed to any other without a crash`() {
    let text = Array("OSLO — Tô Lâm met “Berg”. — VNA/VNS".utf8)
    for i in text.indices {
      for value in UInt8.min...UInt8.max {
        var bytes = text
        bytes[i] = value
        let document = load(bytes)
        if let article = document.article {
          #expect(String(validating: article.text, as: UTF8.self) != nil)
          #expect(article.blocks.allSatisfy { $0.start < $0.end && $0.end <= article.text.count })
        } else {
          #expect(document.refusal != nil)
        }
      }
    }
  }
}
