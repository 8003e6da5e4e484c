/// Words, numbers and marks of a text, as byte ranges with a folded form and a shape.
///
/// The same function splits articles and the names in packs, so that both sides of a match are cut alike.
package enum Tokenizer {
  /// What a token looks like.
  @frozen
  package struct Shape: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }
    // The library's own goes through a generic set, one element after the other.
    @inlinable package init(arrayLiteral elements: Self...) {
      self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
    }

    /// Begins with a letter.
    @inlinable package static var word: Self { Self(rawValue: 1) }
    /// Begins with an upper-case letter.
    @inlinable package static var capital: Self { Self(rawValue: 2) }
    /// Two letters or more, none of them lower-case.
    @inlinable package static var allCapitals: Self { Self(rawValue: 4) }
    /// Begins with a digit.
    @inlinable package static var number: Self { Self(rawValue: 8) }
    /// Neither a word nor a number.
    @inlinable package static var mark: Self { Self(rawValue: 16) }
    /// White space stands before it.
    @inlinable package static var spaced: Self { Self(rawValue: 32) }
    /// Holds full stops between letters, or is one letter with its stop: `U.S.`, `J.`
    @inlinable package static var initials: Self { Self(rawValue: 64) }
    /// Digits only.
    @inlinable package static var digits: Self { Self(rawValue: 128) }
    /// Letters of a script without case.
    @inlinable package static var caseless: Self { Self(rawValue: 256) }
  }

  /// A token: where it stands, and what it looks like.
  package struct Token: Hashable, Sendable {
    /// Byte offset of the first byte.
    package var start: Int32
    /// Byte offset behind the last byte.
    package var end: Int32
    package var shape: Shape
  }

  /// Splits `bytes[from..<to]` and appends the tokens.
  ///
  /// A word is a run of letters, digits and combining marks; an apostrophe joins where letters follow (`O'Brien`)
  /// but `'s` is a token of its own. Hyphens are tokens, so that `Cambodia-Vietnam` is two names. Linear.
  package static func append(
    _ bytes: Span<UInt8>, from: Int, to: Int, into tokens: inout [Token]
  ) {
    var i = from
    var spaced = true
    while i < to {
      let byte = bytes[i]
      if byte <= 0x20 {
        spaced = true
        i += 1
        continue
      }
      if byte == 0x3C, let end = emphasisEnd(bytes, at: i, to: to) {
        i = end
        continue
      }
      let (scalar, width) = byte < 0x80 ? (UInt32(byte), 1) : Folding.decode(bytes, at: i)
      let characterClass = CharacterClass.of(scalar)
      if characterClass == .space {
        spaced = true
        i += width
        continue
      }
      if characterClass == .ignorable {
        i += width
        continue
      }
      var token = Token(start: Int32(i), end: Int32(i + width), shape: spaced ? .spaced : [])
      spaced = false
      switch characterClass {
      case .upper, .lower, .caseless:
        scanWord(bytes, from: i, to: to, &token)
      case .digit:
        scanNumber(bytes, from: i, to: to, &token)
      case .apostrophe where endsPossessive(bytes, at: i, width: width, to: to):
        token.end = Int32(i + width + 1)
        token.shape.insert(.mark)
      default:
        token.shape.insert(.mark)
      }
      tokens.append(token)
      i = Int(token.end)
    }
  }

  /// `<u>` and `</em>`, which Markdown may hold, are no words: the offset behind the tag.
  private static func emphasisEnd(_ bytes: Span<UInt8>, at start: Int, to: Int) -> Int? {
    var i = start + 1
    if i < to, bytes[i] == 0x2F { i += 1 }
    let name = i
    while i < to, i < name + 7, bytes[i] | 0x20 >= 0x61, bytes[i] | 0x20 <= 0x7A { i += 1 }
    guard i > name, i < to, bytes[i] == 0x3E else { return nil }
    return i + 1
  }

  /// The folded words of a name or term, as `append` splits it: `Cambodia's` gives `cambodia`, `'s`.
  package static func words(of text: some StringProtocol) -> [String] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    append(bytes.span, from: 0, to: bytes.count, into: &tokens)
    return tokens.map { token in
      var folded: [UInt8] = []
      fold(bytes.span, token, into: &folded)
      return String(decoding: folded, as: UTF8.self)
    }
  }

  /// Appends the folded form of a token; the stop at the end of initials is left out (`U.S.` is `u.s`).
  package static func fold(_ bytes: Span<UInt8>, _ token: Token, into output: inout [UInt8]) {
    Folding.append(bytes.extracting(Int(token.start)..<Int(token.end)), to: &output)
    if token.shape.contains(.initials), output.last == 0x2E { output.removeLast() }
  }

  private static func scanWord(
    _ bytes: Span<UInt8>, from: Int, to: Int, _ token: inout Token
  ) {
    var i = from
    var letters = 0
    var lower = 0
    var stops = 0
    token.shape.insert(.word)
    while i < to {
      let byte = bytes[i]
      let (scalar, width) = byte < 0x80 ? (UInt32(byte), 1) : Folding.decode(bytes, at: i)
      switch CharacterClass.of(scalar) {
      case .upper:
        if letters == 0 { token.shape.insert(.capital) }
        letters += 1
      case .lower:
        letters += 1
        lower += 1
      case .caseless:
        letters += 1
        lower += 1
        token.shape.insert(.caseless)
      case .digit, .ignorable, .combining: break
      case .apostrophe:
        // O'Brien and Cote d'Ivoire go on; Cambodia's and parties' end here.
        guard i > from, !endsPossessive(bytes, at: i, width: width, to: to),
          startsLetter(bytes, at: i + width, to: to)
        else { return finish(&token, i, letters, lower, stops) }
      case .stop:
        // U.S. and J. keep their stops: a letter, a stop, a letter …
        guard letters == stops + 1, stops > 0 || i - from <= 2, lower == 0 || stops > 0,
          stops > 0 || startsInitial(bytes, at: i + 1, to: to) || isLoneInitial(bytes, i + 1, to)
        else { return finish(&token, i, letters, lower, stops) }
        stops += 1
        token.shape.insert(.initials)
      default: return finish(&token, i, letters, lower, stops)
      }
      if stops > 0, letters > stops {
        // Behind a stop more than one letter follows: the stop ended a sentence (`plan B.But`).
        if letters > stops + 1 {
          token.shape.remove(.initials)
          return finish(&token, i, letters, lower, 0)
        }
      }
      i += width
    }
    finish(&token, i, letters, lower, stops)
  }

  private static func finish(
    _ token: inout Token, _ end: Int, _ letters: Int, _ lower: Int, _ stops: Int
  ) {
    token.end = Int32(end)
    if letters > 1, lower == 0 { token.shape.insert(.allCapitals) }
  }

  private static func scanNumber(
    _ bytes: Span<UInt8>, from: Int, to: Int, _ token: inout Token
  ) {
    var i = from
    token.shape.formUnion([.number, .digits])
    while i < to {
      let byte = bytes[i]
      if byte >= 0x30 && byte <= 0x39 {
        i += 1
      } else if byte == 0x2C || byte == 0x2E || byte == 0x3A, i + 1 < to, bytes[i + 1] >= 0x30,
        bytes[i + 1] <= 0x39
      {
        token.shape.remove(.digits)
        i += 1
      } else {
        let (scalar, width) = byte < 0x80 ? (UInt32(byte), 1) : Folding.decode(bytes, at: i)
        // Digits of other scripts go on too; a letter makes it `5th` or `3G`.
        guard [.upper, .lower, .digit].contains(CharacterClass.of(scalar)) else { break }
        token.shape.remove(.digits)
        i += width
      }
    }
    token.end = Int32(i)
  }

  /// True at the apostrophe of `'s` that no letter follows.
  private static func endsPossessive(
    _ bytes: Span<UInt8>, at i: Int, width: Int, to: Int
  ) -> Bool {
    let s = i + width
    guard s < to, bytes[s] == 0x73 || bytes[s] == 0x53 else { return false }
    return !startsLetter(bytes, at: s + 1, to: to)
  }

  private static func startsLetter(_ bytes: Span<UInt8>, at i: Int, to: Int) -> Bool {
    guard i < to else { return false }
    let (scalar, _) = bytes[i] < 0x80 ? (UInt32(bytes[i]), 1) : Folding.decode(bytes, at: i)
    return [.upper, .lower, .caseless].contains(CharacterClass.of(scalar))
  }

  /// True where a letter and another stop follow, as in `S.` of `U.S.`
  private static func startsInitial(_ bytes: Span<UInt8>, at i: Int, to: Int) -> Bool {
    guard i < to, bytes[i] >= 0x41, bytes[i] <= 0x5A || bytes[i] >= 0x61 && bytes[i] <= 0x7A
    else { return false }
    return i + 1 >= to || !startsLetter(bytes, at: i + 1, to: to)
  }

  /// True behind `J.` of `Anna J. Berg`: a space and a capital follow.
  private static func isLoneInitial(_ bytes: Span<UInt8>, _ i: Int, _ to: Int) -> Bool {
    guard i + 1 < to, bytes[i] == 0x20 || bytes[i] == 0x0A else { return false }
    let (scalar, _) =
      bytes[i + 1] < 0x80 ? (UInt32(bytes[i + 1]), 1) : Folding.decode(bytes, at: i + 1)
    return CharacterClass.of(scalar) == .upper
  }
}
