/// Lines and line ends that tell who supplied a text or a picture.
enum Credit {
  /// A photo credit inside a paragraph.
  struct Photo {
    /// Where the caption's sentence ends.
    let captionEnd: Int
    let start: Int
    let end: Int
  }

  /// The credit at a paragraph's foot: `— VNA/VNS`, `(Xinhua)`, `./. VNA`.
  struct Foot {
    /// Behind the last byte of the sentence before it.
    let bodyEnd: Int
    /// The credit with its dash or brackets; nil where there is only an end mark (`./.`).
    let range: Range<Int>?
    /// The name alone.
    let agency: Range<Int>?
  }

  /// What the paragraph `text[start..<end]` ends in, if that is no part of its last sentence.
  static func foot(_ text: [UInt8], _ start: Int, _ end: Int) -> Foot? {
    // The cheap question first: almost every paragraph ends in a full stop behind a small letter.
    let last = text[end - 1]
    if last == 0x2E, end - start >= 2, (0x61...0x7A).contains(text[end - 2]),
      !text[max(start, end - 40)..<end].contains(where: { $0 == 0x2D || $0 >= 0xE2 || $0 == 0x2F })
    {
      return nil
    }
    let low = max(start, end - 100)
    let scan = WordScan(text, low, end, limit: 60)
    let tokens = scan.tokens
    if let mark = endMark(tokens) { return mark }
    // From the last dash, bracket or slash on there may be nothing but agencies.
    guard
      let open = tokens.lastIndex(where: {
        $0.kind == .dash || $0.kind == .open || $0.kind == .sign && $0.end - $0.start == 1
      }), open > 0 || low == start
    else { return nil }
    var tail = Array(tokens[(open + 1)...])
    if tail.last?.kind == .stop { tail.removeLast() }
    if tokens[open].kind == .open {
      guard tail.last?.kind == .close else { return nil }
      tail.removeLast()
    } else if !tokens[open].isSpaced, open > 0, tokens[open - 1].kind == .word {
      return nil
    }
    if let with = tail.first?.folded, with == "with" || with == "source" {
      // "(With inputs from agencies)", "(Source: VNA)"
      let lead = with == "with" ? 3 : 1
      guard tail.count > lead else { return nil }
      tail.removeFirst(lead)
      if tail.first?.kind == .colon { tail.removeFirst() }
    }
    guard let stop = Agencies.list(tail, from: 0, guess: true), stop == tail.count,
      let first = tail.first, let lastToken = tail.last
    else { return nil }
    // Behind a finished sentence only: "the Association of Southeast Asian Nations (ASEAN)" is none.
    let before = Blank.trimmed(text, start, tokens[open].start).1
    guard before == start || SentenceEnd.closes(text, start, before) else { return nil }
    return Foot(
      bodyEnd: before, range: tokens[open].start..<end, agency: first.start..<lastToken.end)
  }

  /// `/.`, `./.`, `Enditem`, and an agency behind it.
  private static func endMark(_ tokens: [WordScan.Token]) -> Foot? {
    var count = tokens.count
    if count >= 2, tokens[count - 1].folded == "enditem" || tokens[count - 1].folded == "ends",
      tokens[count - 2].kind == .stop || tokens[count - 2].kind == .close
        || tokens[count - 2].kind == .sign
    {
      return Foot(bodyEnd: tokens[count - 2].end, range: nil, agency: nil)
    }
    var agency: Range<Int>?
    if let slash = tokens.lastIndex(where: { $0.kind == .slash }), slash + 1 < count, slash >= 1,
      tokens[slash - 1].kind == .stop || tokens[slash + 1].kind == .stop,
      let first = tokens[(slash + 1)...].firstIndex(where: { $0.kind == .word }),
      first <= slash + 2, let stop = Agencies.list(tokens, from: first, guess: true),
      stop == count
    {
      agency = tokens[first].start..<tokens[stop - 1].end
      count = first
    }
    // ". / ." with or without its last stop; the sentence keeps its own.
    var i = count
    if i >= 2, tokens[i - 1].kind == .stop, tokens[i - 2].kind == .slash { i -= 1 }
    guard i >= 2, tokens[i - 1].kind == .slash else { return nil }
    let before = tokens[i - 2]
    guard before.kind == .stop || agency != nil || i < count, before.kind != .number else {
      return nil
    }
    return Foot(bodyEnd: before.end, range: agency, agency: agency)
  }
}

/// How sentences end.
enum SentenceEnd {
  /// True where the last thing in the range, behind closing quotes and brackets, is a full stop or its like.
  static func closes(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    switch lastSign(text, start, end) {
    case 0x2E, 0x21, 0x3F: true
    default: false
    }
  }

  /// The last byte that is no closing quote, bracket or emphasis; an ellipsis is a full stop.
  static func lastSign(_ text: [UInt8], _ start: Int, _ end: Int) -> UInt8 {
    var i = end
    while i > start {
      let byte = text[i - 1]
      switch byte {
      case 0x22, 0x27, 0x29, 0x5D, 0x2A, 0x5F: i -= 1
      case 0x99, 0x9D:
        guard i - 3 >= start, text[i - 2] == 0x80, text[i - 3] == 0xE2 else { return byte }
        i -= 3
      case 0xBB:
        guard i - 2 >= start, text[i - 2] == 0xC2 else { return byte }
        i -= 2
      case 0xA6:
        guard i - 3 >= start, text[i - 2] == 0x80, text[i - 3] == 0xE2 else { return byte }
        return 0x2E
      default: return byte
      }
    }
    return 0
  }
}
