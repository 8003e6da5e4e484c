internal import EntenteModel

/// Direct speech: the stretches of an article that stand in quotation marks, in the text's order.
///
/// A stretch may run over several sentences. One that its paragraph does not close counts only where the next paragraph
/// opens with a mark again, as long quotations are printed.
struct Quotations {
  struct Span {
    /// The token of the opening mark.
    let start: Int
    /// The token behind the closing mark.
    var end: Int
    let block: Int
    /// False where the quotation goes on in the next paragraph.
    var isClosed: Bool
  }

  private(set) var spans: [Span] = []

  init(_ text: Text) {
    var paragraphs: [(start: Int, end: Int, block: Int)] = []
    for sentence in text.sentences where sentence.role != .headline {
      if let last = paragraphs.last, last.block == sentence.block {
        paragraphs[paragraphs.count - 1].end = sentence.end
      } else {
        paragraphs.append((sentence.start, sentence.end, sentence.block))
      }
    }
    for (start, end, block) in paragraphs { scan(start, end, block, text) }
    dropOpen(text)
  }

  /// The stretch that a token stands in, marks included.
  func span(at token: Int) -> Int? {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= token { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].start <= token ? low : nil
  }

  /// The stretch whose closing mark is this token.
  func closed(at token: Int) -> Int? {
    span(at: token).flatMap { spans[$0].isClosed && spans[$0].end == token + 1 ? $0 : nil }
  }

  /// The stretch whose opening mark is this token.
  func opened(at token: Int) -> Int? {
    span(at: token).flatMap { spans[$0].start == token ? $0 : nil }
  }

  private mutating func scan(_ start: Int, _ end: Int, _ block: Int, _ text: Text) {
    let usesDouble = (start..<end).contains { Quotations.kind(of: $0, text)?.isDouble == true }
    var open: Int?
    for i in start..<end {
      guard let kind = Quotations.kind(of: i, text), kind.isDouble || !usesDouble else { continue }
      switch kind {
      case .opening, .singleOpening: if open == nil { open = i }
      case .closing: close(&open, at: i, block)
      case .straight where open == nil: open = i
      case .straight: close(&open, at: i, block)
      case .single:
        let isOpening =
          open == nil && text.tokens[i].shape.contains(.spaced) && i + 1 < end
          && text.isCapital(i + 1)
        let isClosing =
          open != nil && text.tokens[i].shape.isDisjoint(with: .spaced)
          && [0x2C, 0x2E, 0x21, 0x3F].contains(text.marks[i - 1])
        if isOpening { open = i } else if isClosing { close(&open, at: i, block) }
      }
    }
    if let open { spans.append(Span(start: open, end: end, block: block, isClosed: false)) }
  }

  private mutating func close(_ open: inout Int?, at token: Int, _ block: Int) {
    guard let start = open else { return }
    spans.append(Span(start: start, end: token + 1, block: block, isClosed: true))
    open = nil
  }

  /// A mark that nothing closes is a slip, unless the next paragraph begins with another.
  private mutating func dropOpen(_ text: Text) {
    let kept = spans.indices.filter { s in
      spans[s].isClosed
        || s + 1 < spans.count && spans[s + 1].start == spans[s].end
          && spans[s + 1].block > spans[s].block
    }
    spans = kept.map { spans[$0] }
  }

  private enum Mark {
    case opening, closing, straight, singleOpening, single
    var isDouble: Bool { self != .single && self != .singleOpening }
  }

  private static func kind(of token: Int, _ text: Text) -> Mark? {
    guard text.marks[token] != 0, !text.isPossessive(token) || text.isQuotedEnd(token) else {
      return nil
    }
    switch Folding.decode(text.bytes.span, at: Int(text.tokens[token].start)).0 {
    case 0x22: return .straight
    case 0x201C, 0x201E, 0xAB: return .opening
    case 0x201D, 0xBB: return .closing
    case 0x2018: return .singleOpening
    case 0x27, 0x2019: return .single
    default: return nil
    }
  }
}

extension Text {
  /// An apostrophe right behind a comma or a stop closes a quotation.
  fileprivate func isQuotedEnd(_ token: Int) -> Bool {
    token > 0 && tokens[token].end - tokens[token].start < 4
      && [0x2C, 0x2E, 0x21, 0x3F].contains(marks[token - 1])
  }
}
