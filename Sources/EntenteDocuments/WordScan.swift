import EntenteModel

/// The first words and signs of a short stretch, for the grammars of datelines, dates and credits.
///
/// It makes strings, so it is for the heads and feet of paragraphs only, never for running text.
struct WordScan {
  enum Kind {
    case word, number, comma, stop, colon, semicolon, slash, open, close, dash, bar, sign
  }

  struct Token {
    var kind: Kind
    var start: Int
    var end: Int
    /// Folded; empty but for words and numbers.
    var folded: String
    /// The first letter is a capital.
    var isCapital: Bool
    /// Two letters or more, and all capitals.
    var isAllCapitals: Bool
    /// White space or the range's start stands before it.
    var isSpaced: Bool
  }

  private(set) var tokens: [Token] = []

  /// At most `limit` tokens of `text[start..<end]`, of which no more than `limit * 24` bytes are looked at.
  init(_ text: [UInt8], _ start: Int, _ end: Int, limit: Int = 40) {
    let end = min(end, start + limit * 24)
    var i = start
    var spaced = true
    while i < end, tokens.count < limit {
      let blank = Blank.width(text, at: i, before: end)
      if blank > 0 {
        i += blank
        spaced = true
        continue
      }
      let token = WordScan.token(text, at: i, before: end, spaced: spaced)
      tokens.append(token)
      i = token.end
      spaced = false
    }
  }

  private static func token(
    _ text: [UInt8], at start: Int, before end: Int, spaced: Bool
  ) -> Token {
    if isWordByte(text, start, end) {
      var i = start
      var isNumber = true
      while i < end {
        let byte = text[i]
        if isWordByte(text, i, end) {
          if byte < 0x30 || byte > 0x39 { isNumber = false }
          i += byte < 0x80 ? 1 : max(1, ByteCensus.width(text, at: i))
        } else if isJoint(text, i), i > start,
          isWordByte(text, i + jointWidth(text[i]), end)
        {
          // A hyphen or full stop between letters is inside a word: Ba-Đình, VOV.VN, U.S; after digits too.
          if text[i] != 0x2E || !isNumber { isNumber = false } else { break }
          i += jointWidth(text[i])
        } else {
          break
        }
      }
      i = min(i, end)
      let (capital, all) = capitals(text[start..<i])
      var folded: [UInt8] = []
      Folding.append(text.span.extracting(start..<i), to: &folded)
      return Token(
        kind: isNumber ? .number : .word, start: start, end: i,
        folded: String(decoding: folded, as: UTF8.self), isCapital: capital, isAllCapitals: all,
        isSpaced: spaced)
    }
    var width = max(1, ByteCensus.width(text, at: start))
    let kind: Kind
    switch text[start] {
    case 0x2C: kind = .comma
    case 0x2E: kind = .stop
    case 0x3A: kind = .colon
    case 0x3B: kind = .semicolon
    case 0x2F: kind = .slash
    case 0x7C: kind = .bar
    case 0x28, 0x5B: kind = .open
    case 0x29, 0x5D: kind = .close
    case 0x2D:
      kind = .dash
      while start + width < end, text[start + width] == 0x2D { width += 1 }
    case 0xE2
    where width == 3 && text[start + 1] == 0x80 && (0x90...0x95).contains(text[start + 2]):
      kind = .dash
    default: kind = .sign
    }
    return Token(
      kind: kind, start: start, end: min(start + width, end), folded: "", isCapital: false,
      isAllCapitals: false, isSpaced: spaced)
  }

  /// Letters, digits and the apostrophe; of the rest of Unicode all but punctuation and symbols.
  private static func isWordByte(_ text: [UInt8], _ i: Int, _ end: Int) -> Bool {
    guard i < end else { return false }
    switch text[i] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case 0xC2: return false
    case 0xE2: return false
    case 0xE3 where i + 1 < end && text[i + 1] == 0x80: return false
    case 0xEF: return false
    case 0x80...: return ByteCensus.width(text, at: i) > 1
    default: return false
    }
  }

  private static func isJoint(_ text: [UInt8], _ i: Int) -> Bool {
    switch text[i] {
    case 0x27, 0x2D, 0x2E, 0x26: true
    case 0xE2:
      i + 2 < text.count && text[i + 1] == 0x80 && (text[i + 2] == 0x99 || text[i + 2] == 0x90)
    default: false
    }
  }

  private static func jointWidth(_ byte: UInt8) -> Int { byte == 0xE2 ? 3 : 1 }

  private static func capitals(_ word: ArraySlice<UInt8>) -> (first: Bool, all: Bool) {
    guard word.allSatisfy({ $0 < 0x80 }) else {
      return capitals(
        letters: String(decoding: word, as: UTF8.self).unicodeScalars.lazy
          .filter { $0.isLetter }.map { $0.isUpperCase })
    }
    return capitals(
      letters: word.lazy.filter { (0x61...0x7A).contains($0 | 0x20) }
        .map { $0 & 0x20 == 0 })
  }

  /// Of letters that are capitals or none.
  private static func capitals(letters: some Sequence<Bool>) -> (first: Bool, all: Bool) {
    var count = 0
    var first = false
    for isCapital in letters {
      if count == 0 { first = isCapital }
      if !isCapital { return (first, false) }
      count += 1
    }
    return (first, count >= 2)
  }
}
