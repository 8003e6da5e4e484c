package import EntenteModel

/// Text as the `followthemoney` package keeps it: what it would clean away or change without a word is put right here,
/// so that a file reads back as it was written.
///
/// Each function is a fixed point of the cleaning of its property type in followthemoney 4.11, and keeps to its greatest
/// length; `…` stands where something was cut off. Letters of other scripts than Latin that are written in pieces stay so.
package enum FTMText {
  /// For properties of the type `string`; nil where nothing is left.
  package static func string(_ text: String?) -> String? { plain(text).map { cut($0, 1024) } }

  /// For properties of the type `text`; nil where nothing is left.
  package static func text(_ text: String?) -> String? { plain(text).map { cut($0, 65_000) } }

  /// The first characters, counted as Python does.
  package static func cut(_ text: String, _ most: Int) -> String {
    guard text.utf8.count > most, text.unicodeScalars.count > most else { return text }
    return String(text.unicodeScalars.prefix(most - 1)) + "…"
  }

  private static func plain(_ text: String?) -> String? {
    guard let text else { return nil }
    let trimmed = trim(Folding.normalized(DOTText.visible(text)).unicodeScalars.map(blank))
    return trimmed.isEmpty ? nil : trimmed
  }

  /// For properties of the type `name`: one line, no quotation marks around it.
  package static func name(_ text: String?) -> String? {
    guard var words = plain(text).map(squash) else { return nil }
    while words.unicodeScalars.count > 1, let first = words.unicodeScalars.first,
      let last = words.unicodeScalars.last, isQuote(first), isQuote(last)
    {
      words = squash(String(words.unicodeScalars.dropFirst().dropLast()))
    }
    return words.isEmpty ? nil : cut(words, 384)
  }

  /// For properties of the type `address`: its parts are separated by commas.
  package static func address(_ text: String?) -> String? {
    guard var address = plain(text) else { return nil }
    for mark in ["\n", "\t", ";", "<BR/>", "<BR>", "ESQ.,", "ESQ,"] {
      address = address.replacing(mark, with: ", ")
    }
    var before = ""
    while before != address {
      before = address
      for pair in [",,", ", ,", ",.", ", ."] { address = address.replacing(pair, with: ", ") }
      address = squash(address)
    }
    return address.isEmpty ? nil : cut(address, 250)
  }

  /// For properties of the type `url`; nil where the package would drop or change the address.
  package static func url(_ text: String?) -> String? {
    guard let safe = DOTAddress.safe(text), let scheme = safe.firstRange(of: "://") else {
      return nil
    }
    let rest = safe[scheme.upperBound...]
    let end = rest.firstIndex { "/?#;".contains($0) } ?? rest.endIndex
    guard isHost(rest[..<end]) else { return nil }
    var tail = String(rest[end...])
    if !tail.hasPrefix("/") { tail = "/" + tail }
    // An empty query or fragment is lost there.
    while tail.hasSuffix("?") || tail.hasSuffix("#") || tail.hasSuffix(";") { tail.removeLast() }
    guard !["?#", ";?", ";#"].contains(where: tail.contains) else { return nil }
    return safe[..<scheme.lowerBound].lowercased() + "://" + rest[..<end] + tail
  }

  /// For properties of the type `date`: years of four digits that begin with 1 or 2.
  package static func date(_ date: PartialDate?) -> String? {
    guard let date, (1000...2999).contains(date.year) else { return nil }
    return date.description
  }

  /// True for a host of plain labels, with a port or not.
  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count > 2 { return false }
    if parts.count == 2, UInt16(parts[1]) == nil || parts[1].utf8.count > 5 { return false }
    let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.utf8.count > 1,
      last.utf8.contains(where: { $0 > 0x39 })
    else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.utf8.contains { $0 != 0x2D }
        && label.utf8.allSatisfy {
          (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
    }
  }

  /// Blanks that the package makes plain ones.
  private static func blank(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "\u{0A00}" || scalar == "\u{1680}" ? " " : scalar
  }

  private static func trim(_ scalars: [Unicode.Scalar]) -> String {
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[first...last])
    return String(result)
  }

  private static func squash(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "'"
  }
}
