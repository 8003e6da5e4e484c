/// A piece of DOT: a word, a sign, or the end.
struct DOTToken {
  enum Kind: Equatable {
    /// A bare word or a number.
    case word
    /// In quotation marks; pieces joined by `+` come one by one.
    case string
    /// Between angle brackets.
    case html
    /// One of `{ } [ ] ; , : = +`.
    case sign(UInt8)
    /// `->` or `--`.
    case arrow(isDirected: Bool)
    case end
  }

  var kind: Kind
  /// Bytes of the file, delimiters included.
  var range: Range<Int>
}

/// Cuts DOT into tokens and comments, in one pass from left to right.
///
/// The language is that of Graphviz's own scanner: words may hold any byte from 0x80 on, a line
/// that begins with `#` is a comment, and inside quotation marks only `\"` is undone.
struct DOTLexer {
  let bytes: [UInt8]
  private(set) var tokens: [DOTToken] = []
  private(set) var comments: [DOTComment] = []
  private(set) var faults: [(offset: Int, message: String, hint: String)] = []
  private var i = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { i = 3 }
    while i < bytes.count { step() }
    tokens.append(DOTToken(kind: .end, range: bytes.count..<bytes.count))
  }

  private mutating func step() {
    let start = i
    switch bytes[i] {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: i += 1
    case 0x23 where isLineStart(i): comment(from: start, to: lineEnd(i))
    case 0x2F where next == 0x2F: comment(from: start, to: lineEnd(i))
    case 0x2F where next == 0x2A: blockComment()
    case 0x22: string()
    case 0x3C: html()
    case 0x2D where next == 0x3E || next == 0x2D:
      i += 2
      tokens.append(DOTToken(kind: .arrow(isDirected: bytes[i - 1] == 0x3E), range: start..<i))
    case 0x7B, 0x7D, 0x5B, 0x5D, 0x3B, 0x2C, 0x3A, 0x3D, 0x2B:
      i += 1
      tokens.append(DOTToken(kind: .sign(bytes[start]), range: start..<i))
    case 0x2D, 0x2E, 0x30...0x39: number()
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...:
      while i < bytes.count, DOTLexer.isWord(bytes[i]) { i += 1 }
      tokens.append(DOTToken(kind: .word, range: start..<i))
    default:
      stray(start)
    }
  }

  private var next: UInt8? { i + 1 < bytes.count ? bytes[i + 1] : nil }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  private func isLineStart(_ at: Int) -> Bool { at == 0 || bytes[at - 1] == 0x0A }

  private func lineEnd(_ from: Int) -> Int {
    bytes[from...].firstIndex(of: 0x0A) ?? bytes.count
  }

  /// A run of signs that mean nothing is one fault, so that a binary file does not give a million.
  private mutating func stray(_ start: Int) {
    i += 1
    if let last = faults.last, last.hint == DOTLexer.strayHint,
      tokens.last?.range.upperBound ?? 0 <= last.offset
    {
      return
    }
    let shown =
      bytes[start] > 0x20 ? "“\(Character(Unicode.Scalar(bytes[start])))”" : "a control character"
    faults.append((start, "\(shown) has no place in DOT here", DOTLexer.strayHint))
  }

  private static let strayHint = "put names and values that hold such signs in quotation marks"

  private mutating func comment(from start: Int, to end: Int) {
    i = end
    var text = start + (bytes[start] == 0x23 ? 1 : 2)
    text = min(text, end)
    let last = end > text && bytes[end - 1] == 0x0D ? end - 1 : end
    comments.append(
      DOTComment(
        text: String(decoding: bytes[text..<last], as: UTF8.self), range: start..<end, isLine: true)
    )
  }

  private mutating func blockComment() {
    let start = i
    i += 2
    while i + 1 < bytes.count, !(bytes[i] == 0x2A && bytes[i + 1] == 0x2F) { i += 1 }
    guard i + 1 < bytes.count else {
      faults.append((start, "the comment that begins here never ends", "end it with */"))
      i = bytes.count
      return
    }
    comments.append(
      DOTComment(
        text: String(decoding: bytes[(start + 2)..<i], as: UTF8.self), range: start..<(i + 2),
        isLine: false))
    i += 2
  }

  private mutating func string() {
    let start = i
    i += 1
    while i < bytes.count, bytes[i] != 0x22 { i += bytes[i] == 0x5C ? 2 : 1 }
    guard i < bytes.count else {
      faults.append(
        (start, "the string that begins here never ends", "end it with a quotation mark"))
      i = bytes.count
      return
    }
    i += 1
    tokens.append(DOTToken(kind: .string, range: start..<i))
  }

  private mutating func html() {
    let start = i
    var depth = 0
    while i < bytes.count {
      if bytes[i...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
        // Inside `<!-- -->` brackets do not count.
        i += 4
        while i < bytes.count, !bytes[i...].starts(with: [0x2D, 0x2D, 0x3E]) { i += 1 }
        i = min(i + 3, bytes.count)
        continue
      }
      if bytes[i] == 0x3C { depth += 1 }
      if bytes[i] == 0x3E { depth -= 1 }
      i += 1
      if depth == 0 {
        tokens.append(DOTToken(kind: .html, range: start..<i))
        return
      }
    }
    faults.append((start, "the HTML-like text that begins here never ends", "every < needs its >"))
  }

  private mutating func number() {
    let start = i
    if bytes[i] == 0x2D { i += 1 }
    var digits = 0
    var points = 0
    while i < bytes.count {
      if (0x30...0x39).contains(bytes[i]) {
        digits += 1
      } else if bytes[i] == 0x2E, points == 0 {
        points += 1
      } else {
        break
      }
      i += 1
    }
    guard digits > 0 else {
      i = start
      return stray(start)
    }
    tokens.append(DOTToken(kind: .word, range: start..<i))
  }
}
