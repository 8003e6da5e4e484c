import EntenteModel

/// What a statement was when Entente wrote it, so that an edit is known without the old file.
///
/// ```
/// "person.to-lam" [label="Tô Lâm", color="#95392b"]; //= "person.to-lam" in:5b20c1 label:19f3a0.77e2b1 color:8c2f1a
/// ```
/// `//=` is followed by the statement's id, for an edge by its two ends, and by a digest of each
/// attribute: 24 bits of FNV-1a over the value. A label has a second one, of its words alone, since
/// the same words are broken into lines anew in each layout. `in` is the group around.
package struct DOTBase: Hashable, Sendable {
  /// The id, or the ends of an edge.
  package var names: [String]
  /// By the attribute's name.
  package var digests: [String: UInt32] = [:]
  /// Of the label's words.
  package var words: UInt32?
  /// What stands behind on the same line: somebody's comment.
  package var remark = ""

  /// The base of a statement with these attributes.
  package init(names: [String], group: String?, attributes: [(name: String, value: DOTValue)]) {
    self.names = names
    digests.reserveCapacity(attributes.count + 1)
    if let group { digests["in"] = DOTBase.digest(group) }
    for (name, value) in attributes {
      digests[name] = DOTBase.digest(value)
      if name == "label" { words = DOTBase.digest(value.words) }
    }
  }

  /// Reads what stands behind `//`; nil where it is no base.
  package init?(comment: String) {
    guard comment.hasPrefix("=") else { return nil }
    var fields = DOTCommentFields(Array(comment.utf8.dropFirst())[...])
    names = []
    while let name = fields.string() { names.append(name) }
    guard names.count == 1 || names.count == 2 else { return nil }
    while let (name, digests) = fields.digests() {
      self.digests[name] = digests[0]
      if digests.count > 1 { words = digests[1] }
    }
    remark = fields.remainder
  }

  /// The comment, with its marks. Attributes are sorted.
  package var written: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// Appends what ``written`` says.
  func write(to bytes: inout [UInt8]) {
    bytes += "//=".utf8
    for name in names {
      bytes.append(0x20)
      bytes += DOTText.commented(name).utf8
    }
    for (name, digest) in digests.sorted(by: { $0.key < $1.key }) {
      bytes.append(0x20)
      bytes += name.utf8
      bytes.append(0x3A)
      DOTBase.append(digest, to: &bytes)
      if name == "label", let words {
        bytes.append(0x2E)
        DOTBase.append(words, to: &bytes)
      }
    }
  }

  /// 24 bits of a value.
  package static func digest(_ value: DOTValue) -> UInt32 {
    digest(value.isHTML ? "<" + value.text : value.text)
  }

  /// 24 bits of a text: Fowler, Noll and Vo, variant 1a, 64 bits, folded. Letters count as composed ones, since
  /// articles and editors have either form.
  package static func digest(_ text: String) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in Folding.normalized(text).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 24 ^ hash >> 48) & 0xFF_FFFF
  }

  static func hexadecimal(_ digest: UInt32) -> String {
    var digits: [UInt8] = []
    append(digest, to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Six hexadecimal digits.
  private static func append(_ digest: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: 20, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: digest >> UInt32(shift)) & 0xF
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}

extension DOTValue {
  /// The words that a reader sees: no markup, no line breaks.
  package var words: String {
    let shown = DOTValue.decoded(isHTML ? withoutTags : withoutEscapes)
    return String(decoding: shown, as: UTF8.self).unicodeScalars.split(whereSeparator: \.isSpace)
      .map { String($0) }.joined(separator: " ")
  }

  private var withoutTags: [UInt8] {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      guard bytes[i] == 0x3C else {
        result.append(bytes[i])
        i += 1
        continue
      }
      // A tag parts words only where it breaks the line; letters of two sizes stay one word.
      let end = bytes[i...].firstIndex(of: 0x3E) ?? bytes.count
      let name = bytes[(i + 1)..<end].prefix(3).map { $0 | 0x20 }
      if name.starts(with: "br".utf8) || name.starts(with: "td".utf8) || name == Array("/td".utf8) {
        result.append(0x20)
      }
      i = end + 1
    }
    return result
  }

  private var withoutEscapes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isEscaped = false
    for byte in text.utf8 {
      if !isEscaped, byte == 0x5C {
        isEscaped = true
        continue
      }
      // `n`, `l` and `r` end a line.
      let isBreak = isEscaped && (byte == 0x6E || byte == 0x6C || byte == 0x72)
      result.append(isBreak ? 0x20 : byte)
      isEscaped = false
    }
    return result
  }

  /// The entities that Entente writes, and zero-width spaces, which stand for nothing.
  private static let entities: [(written: [UInt8], meant: [UInt8])] = [
    ("&#160;", " "), ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
    ("&amp;", "&"),
    ("\u{200B}", ""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == 0x26 || $0 == 0xE2 }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x26 || bytes[i] == 0xE2,
        let entity = entities.first(where: { bytes[i...].starts(with: $0.written) })
      {
        result += entity.meant
        i += entity.written.count
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return result
  }
}

extension DOTAttribute {
  /// The value as a parser of the written file has it.
  package var parsed: DOTValue {
    switch value {
    case .plain(let text): DOTText.plain(text)
    case .text(let text): DOTText.escaped(text)
    case .html(let label): DOTValue(label, isHTML: true)
    case .given(let value): value
    }
  }
}

extension Unicode.Scalar {
  /// Unicode's `White_Space`; letters of ASCII, which most are, need no table.
  var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
