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
  package var written: String {
    var text = "//= " + names.map { DOTText.commented($0) }.joined(separator: " ")
    for (name, digest) in digests.sorted(by: { $0.key < $1.key }) {
      text += " \(name):" + DOTBase.hexadecimal(digest)
      if name == "label", let words { text += "." + DOTBase.hexadecimal(words) }
    }
    return text
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
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}

extension DOTValue {
  /// The words that a reader sees: no markup, no line breaks.
  package var words: String {
    var result = ""
    var text = self.text[...]
    while let character = text.first {
      if isHTML, character == "<" {
        // A tag parts words only where it breaks the line; letters of two sizes stay one word.
        let end = text.firstIndex(of: ">") ?? text.endIndex
        let tag = text[..<end].dropFirst().prefix(3).lowercased()
        if tag.hasPrefix("br") || tag.hasPrefix("td") || tag.hasPrefix("/td") { result += " " }
        text = end < text.endIndex ? text[text.index(after: end)...] : text[end...]
      } else if !isHTML, character == "\\" {
        let next = text.dropFirst().first
        text = text.dropFirst(2)
        result += next == "n" || next == "l" || next == "r" ? " " : next.map(String.init) ?? ""
      } else {
        result.append(character)
        text = text.dropFirst()
      }
    }
    for (entity, character) in [
      ("&#160;", " "), ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
      ("\u{200B}", ""), ("&amp;", "&"),
    ] { result = result.replacing(entity, with: character) }
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Reads what ``DOTText`` wrote: strings joined by `+`.
  init(quoted bytes: [UInt8]) {
    var text: [UInt8] = []
    for token in DOTLexer(bytes).tokens where token.kind == .string {
      text += DOTValue.unquoted(bytes[token.range])
    }
    self.init(String(decoding: text, as: UTF8.self))
  }
}

extension DOTAttribute {
  /// The value as a parser of the written file has it.
  package var parsed: DOTValue {
    switch value {
    case .plain(let text): DOTValue(quoted: DOTText.quoted(text))
    case .text(let text): DOTValue(quoted: DOTText.escaped(text))
    case .html(let label): DOTValue(label, isHTML: true)
    case .given(let value): value
    }
  }
}
