import EntenteModel

/// JSON on one line, to stand inside another format: a list in a cell, a quotation in an attribute.
///
/// Its keys are those of the graph JSON. Whatever another format might not hold, or might obey, is written as `\u…`:
/// controls, direction marks, noncharacters, and the bytes that its user names. So a quotation comes back
/// byte for byte from any reader of JSON, even where XML forbids its characters.
struct CompactJSON {
  private(set) var bytes: [UInt8] = []
  private let escaped: [UInt8]

  /// - Parameter escaping: ASCII characters that the format around it would misread.
  init(escaping characters: StaticString = "") {
    escaped = characters.withUTF8Buffer { unsafe Array($0) }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func object(_ members: (inout CompactJSON) -> Void) {
    separate()
    bytes.append(0x7B)
    members(&self)
    bytes.append(0x7D)
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout CompactJSON, Element) -> Void
  ) {
    separate()
    bytes.append(0x5B)
    for element in elements { write(&self, element) }
    bytes.append(0x5D)
  }

  mutating func strings(_ texts: [String]) { list(texts) { $0.string($1) } }

  mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  mutating func whole(_ number: Int) {
    separate()
    bytes += String(number).utf8
  }

  /// Begins a member; its value follows.
  mutating func key(_ key: StaticString) {
    separate()
    bytes.append(0x22)
    key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes += "\": ".utf8
  }

  /// Begins a member whose key is plain ASCII but not known here.
  mutating func key(named key: String) {
    string(key)
    bytes += ": ".utf8
  }

  /// A member, left out where there is no value.
  mutating func member(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    self.key(key)
    quote(text)
  }

  /// A member with a number in 0…1 and two decimals.
  mutating func member(_ key: StaticString, hundredths number: Double) {
    self.key(key)
    bytes += Decimals.text(Hundredths.round(number), places: 2).utf8
  }

  /// A comma, unless the value is the first of its kind or stands behind its key.
  private mutating func separate() {
    switch bytes.last {
    case nil, 0x7B, 0x5B, 0x20: return
    default: bytes += ", ".utf8
    }
  }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes += [0x5C, UInt8(scalar.value)]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x80 where !isEscaped(UInt8(scalar.value)): bytes.append(UInt8(scalar.value))
      case 0..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
        0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F:
        escape(scalar)
      case let value where value & 0xFFFE == 0xFFFE: escape(scalar)
      default: bytes += String(scalar).utf8
      }
    }
    bytes.append(0x22)
  }

  private func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || escaped.contains(byte)
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      bytes += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
    }
  }
}

extension CompactJSON {
  /// A quotation with the address of its article, so that it can be looked up without the list of documents.
  mutating func evidence(_ item: Evidence, url: String?) {
    object {
      $0.member("document", item.document)
      $0.member("url", url)
      $0.key("start")
      $0.whole(item.start)
      $0.key("end")
      $0.whole(item.end)
      $0.member("text", item.text)
      $0.member("rule", item.rule)
      if let speaker = item.speaker { $0.speaker(speaker) }
    }
  }

  private mutating func speaker(_ speaker: Evidence.Speaker) {
    key("said-by")
    object {
      $0.key("start")
      $0.whole(speaker.start)
      $0.key("end")
      $0.whole(speaker.end)
      $0.member("text", speaker.text)
      $0.member("id", speaker.id)
    }
  }

  mutating func report(_ report: Report) {
    object {
      $0.member("document", report.document)
      $0.member("status", report.status.rawValue)
      $0.member("date", report.date?.description)
      $0.member("end", report.end?.description)
      $0.member("place", report.place)
      $0.member("act", report.act)
      $0.member("noun", report.noun)
    }
  }

  mutating func document(_ document: DocumentRecord) {
    object {
      $0.member("id", document.id)
      $0.member("title", document.title)
      $0.member("date", document.date?.description)
      $0.member("source", document.source)
      $0.member("url", document.url)
      $0.member("sha256", document.sha256)
      $0.member("near-copy-of", document.nearCopyOf)
    }
  }

  mutating func judgement(_ judgement: Judgement) {
    object {
      $0.member("a", judgement.a)
      $0.member("b", judgement.b)
      $0.member("verdict", judgement.verdict.rawValue)
      $0.member("score", hundredths: judgement.score)
      $0.key("reasons")
      $0.strings(judgement.reasons)
    }
  }
}
