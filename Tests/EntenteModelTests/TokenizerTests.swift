import EntenteModel
import Testing

@Suite struct TokenizerTests {
  static let shapes: [(String, Tokenizer.Shape)] = [
    ("Oslo", [.word, .capital, .spaced]),
    ("oslo", [.word, .spaced]),
    ("ASEAN", [.word, .capital, .allCapitals, .spaced]),
    ("U.S.", [.word, .capital, .allCapitals, .initials, .spaced]),
    ("2026", [.number, .digits, .spaced]),
    ("6th", [.number, .spaced]),
    ("3.5", [.number, .spaced]),
    ("—", [.mark, .spaced]),
  ]

  @Test(arguments: [
    ("Norway and Kenya met.", "norway and kenya met ."),
    ("Cambodia-Vietnam", "cambodia - vietnam"),
    ("Cambodia–Vietnam — friends", "cambodia - vietnam - friends"),
    ("Kenya's, Kenya’s and the parties' view", "kenya 's , kenya 's and the parties ' view"),
    ("O'Brien, O’Brien and Cote d'Ivoire", "o'brien , o'brien and cote d'ivoire"),
    ("O'Brien's car", "o'brien 's car"),
    ("the 1990's music", "the 1990 's music"),
    ("the U.S. and the D.R.C.", "the u.s and the d.r.c"),
    ("Washington, D.C., said", "washington , d.c , said"),
    ("Anna J. Berg", "anna j berg"),
    ("J. K. Berg", "j k berg"),
    ("Plan B.But then", "plan b . but then"),
    ("He left.She stayed.", "he left . she stayed ."),
    ("6-8 May", "6 - 8 may"),
    ("6th, 21st and 3rd", "6th , 21st and 3rd"),
    ("3.5 million, 1,200 and 10:30.", "3.5 million , 1,200 and 10:30 ."),
    ("$5m (USD)", "$ 5m ( usd )"),
    ("1/2./.", "1 / 2 . / ."),
    ("\u{FEFF}Oslo", "oslo"),
    ("", ""),
  ])
  func `a text is cut into folded words, numbers and marks`(text: String, words: String) {
    #expect(Tokenizer.words(of: text).joined(separator: " ") == words)
  }

  @Test(arguments: [
    ("Tô Lâm", "To\u{302} La\u{302}m"), ("Việt Nam", "Vie\u{323}\u{302}t Nam"),
    ("Åse Ödegård", "A\u{30A}se O\u{308}dega\u{30A}rd"),
    ("Đặng Thị", "Đa\u{323}\u{306}ng Thi\u{323}"),
  ])
  func `composed and decomposed letters are cut and folded alike`(nfc: String, nfd: String) {
    #expect(nfc.utf8.count != nfd.utf8.count)
    #expect(Tokenizer.words(of: nfc) == Tokenizer.words(of: nfd))
    #expect(tokens(nfc).map(\.shape) == tokens(nfd).map(\.shape))
  }

  @Test func `an invisible character parts no word`() {
    #expect(
      Tokenizer.words(of: "Os\u{200B}lo Ber\u{AD}gen \u{2060}Bodø") == ["oslo", "bergen", "bodo"])
    #expect(Tokenizer.words(of: "a\u{A0}b\u{3000}c\u{202F}d") == ["a", "b", "c", "d"])
  }

  @Test(arguments: ["ភ្នំពេញ", "القاهرة", "北京", "Αθήνα", "Улаанбаатар", "ދިވެހި"])
  func `a word of another script is one token`(word: String) throws {
    let found = tokens("\(word), \(word)")
    #expect(found.count == 3)
    let first = try #require(found.first)
    #expect(first.start == 0 && Int(first.end) == word.utf8.count)
    #expect(first.shape.contains(.word))
  }

  @Test(arguments: ["٢٠٢٦", "۲۰۲۶", "២០២៦", "２０２６", "२०२६"])
  func `a number in the digits of another script is one token`(number: String) {
    let found = tokens("\(number) \(number)")
    #expect(found.map { Int($0.end - $0.start) } == [number.utf8.count, number.utf8.count])
    #expect(found.allSatisfy { $0.shape.contains(.number) })
  }

  @Test func `a script without case has no capitals`() throws {
    let khmer = try #require(tokens("ភ្នំពេញ").first)
    #expect(
      khmer.shape.contains(.caseless) && khmer.shape.isDisjoint(with: [.capital, .allCapitals]))
    let greek = try #require(tokens("Αθήνα").first)
    #expect(greek.shape.contains(.capital) && greek.shape.isDisjoint(with: .caseless))
  }

  @Test(arguments: TokenizerTests.shapes)
  func `a token's shape says what it looks like`(text: String, shape: Tokenizer.Shape) {
    #expect(tokens(text).map(\.shape) == [shape])
  }

  @Test func `only what white space stands before is spaced`() {
    let shapes = tokens("Oslo, Norway (north)").map { $0.shape.contains(.spaced) }
    #expect(shapes == [true, false, true, true, false, false])
  }

  @Test func `only the range asked for is cut`() {
    let bytes = Array("Oslo and Bergen".utf8)
    var found: [Tokenizer.Token] = []
    Tokenizer.append(bytes.span, from: 5, to: 8, into: &found)
    #expect(found.map { [$0.start, $0.end] } == [[5, 8]])
  }

  @Test func `random bytes are cut in order, whole, and without a crash`() {
    var dice = Dice(state: 1)
    let pieces: [[UInt8]] = [
      "'s", "’", "U.S.", "J. ", ".", "-", "é", "e\u{301}", "ភ្", "\u{200B}", " ",
    ]
    .map { Array($0.utf8) }
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...24, using: &dice) {
        if Bool.random(using: &dice) {
          bytes.append(UInt8.random(in: 0...255, using: &dice))
        } else {
          bytes += pieces.randomElement(using: &dice) ?? []
        }
      }
      var found: [Tokenizer.Token] = []
      Tokenizer.append(bytes.span, from: 0, to: bytes.count, into: &found)
      var end: Int32 = 0
      var isWhole = true
      var folded: [UInt8] = []
      for token in found {
        isWhole = isWhole && token.start >= end && token.end > token.start
        end = token.end
        Tokenizer.fold(bytes.span, token, into: &folded)
      }
      isWhole = isWhole && Int(end) <= bytes.count
      #expect(isWhole, "\(bytes)")
      _ = Folding.composed(String(decoding: bytes, as: UTF8.self))
      _ = Folding.slug(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func tokens(_ text: String) -> [Tokenizer.Token] {
    let bytes = Array(text.utf8)
    var found: [Tokenizer.Token] = []
    Tokenizer.append(bytes.span, from: 0, to: bytes.count, into: &found)
    return found
  }
}

/// The same numbers in every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
