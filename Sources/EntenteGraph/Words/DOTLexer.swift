/// The words of a DOT file, with the comments that carry quotations.
///
/// As Graphviz's own lexer reads them: quoted strings with `+` between them are one, labels in angle
/// brackets nest, lines that begin with `#` are skipped.
struct DOTLexer {
  enum Word: Equatable {
    /// A name or value; true where it was in quotation marks, which makes no keyword.
    case name(String, isQuoted: Bool)
    /// What stands between the outer angle brackets of an HTML-like label.
    case html(String)
    case sign(UInt8)
    /// `->` or `--`.
    case line
    /// A `//` comment, without its slashes.
    case comment(ArraySlice<UInt8>)
    case end
  }

  private let bytes: [UInt8]
  private var at = 0
  /// Where the word read last begins.
  private(set) var start = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Line and column of the word read last, from 1; the column in bytes.
  var place: (line: Int, column: Int) {
    let before = bytes.prefix(start)
    let line = before.count { $0 == 0x0A } + 1
    let last = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line, start - last + 1)
  }

  /// The next word; nil where a string or label never ends.
  mutating func next() -> Word? {
    while at < bytes.count {
      let byte = bytes[at]
      start = at
      switch byte {
      case 0x20, 0x09, 0x0D, 0x0A: at += 1
      case 0xEF where isByteOrderMark: at += 3
      case 0x23 where at == 0 || bytes[at - 1] == 0x0A: at = endOfLine
      case 0x2F where peek == 0x2F:
        let comment = bytes[(at + 2)..<endOfLine]
        at = endOfLine
        return .comment(comment)
      case 0x2F where peek == 0x2A:
        at += 2
        while at < bytes.count, !(bytes[at] == 0x2F && bytes[at - 1] == 0x2A) { at += 1 }
        at += 1
      case 0x22: return quoted()
      case 0x3C: return html()
      case 0x2D where peek == 0x3E || peek == 0x2D:
        at += 2
        return .line
      case _ where DOTLexer.isPart(byte): return bare()
      default:
        at += 1
        return .sign(byte)
      }
    }
    start = bytes.count
    return .end
  }

  private var peek: UInt8? { at + 1 < bytes.count ? bytes[at + 1] : nil }
  private var isByteOrderMark: Bool { at == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
  private var endOfLine: Int { bytes[at...].firstIndex(of: 0x0A) ?? bytes.count }

  /// Letters, digits, `_`, `.`, a minus and everything beyond ASCII.
  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x2D, 0x80...0xFF: true
    default: false
    }
  }

  private mutating func bare() -> Word {
    let begin = at
    at += 1
    while at < bytes.count, DOTLexer.isPart(bytes[at]), bytes[at] != 0x2D { at += 1 }
    return .name(String(decoding: bytes[begin..<at], as: UTF8.self), isQuoted: false)
  }

  /// The string with `\"` undone and line ends behind a backslash taken out; other escapes stay.
  private mutating func quoted() -> Word? {
    var text: [UInt8] = []
    while true {
      at += 1
      while at < bytes.count, bytes[at] != 0x22 {
        if bytes[at] == 0x5C, let next = peek {
          switch next {
          case 0x22: text.append(0x22)
          case 0x0A: break
          default: text += [0x5C, next]
          }
          at += 2
        } else {
          text.append(bytes[at])
          at += 1
        }
      }
      guard at < bytes.count else { return nil }
      at += 1
      guard let next = continuation() else { break }
      at = next
    }
    return .name(String(decoding: text, as: UTF8.self), isQuoted: true)
  }

  /// Where the next part of `"…" + "…"` begins.
  private func continuation() -> Int? {
    var i = at
    var hasPlus = false
    while i < bytes.count {
      switch bytes[i] {
      case 0x20, 0x09, 0x0D, 0x0A: i += 1
      case 0x2B where !hasPlus:
        hasPlus = true
        i += 1
      case 0x22 where hasPlus: return i
      default: return nil
      }
    }
    return nil
  }

  private mutating func html() -> Word? {
    let begin = at + 1
    var depth = 0
    while at < bytes.count {
      if bytes[at] == 0x3C { depth += 1 }
      if bytes[at] == 0x3E { depth -= 1 }
      at += 1
      if depth == 0 { return .html(String(decoding: bytes[begin..<(at - 1)], as: UTF8.self)) }
    }
    return nil
  }
}
