internal import EntenteKnowledge
internal import EntenteModel

extension AttributionFinder {
  // MARK: What is said

  /// What stands behind a verb of speech.
  enum Told {
    /// What is told begins at this token.
    case from(Int)
    /// The clause ends: what is told stands before.
    case nothing
    /// Something else.
    case unclear
  }

  /// What the verb in chunk `k` tells behind itself.
  ///
  /// Days, places and hearers may stand between: `told reporters in Oslo on Monday that …`.
  func told(behind k: Int, _ says: SpeechVerb) -> Told {
    var j = k + 1
    var mayHear = says == .hearer
    while let chunk = chunk(j) {
      switch chunk {
      case .time, .other: break
      case .preposition:
        if isThat(j) { return .from(starts[j] + 1) }
        if phrase(j + 1) != nil { j += 1 }
      case .relative: return isThat(j) ? .from(starts[j] + 1) : .unclear
      case .border: return told(behindBorder: j)
      case .comma:
        if let token = quote(behind: starts[j]) { return .from(token) }
        return j > k + 1 ? that(behind: j).map { .from($0) } ?? .nothing : .nothing
      case .phrase where mayHear: mayHear = false
      case .phrase(let p): return complement(p, j, says).map { .from($0) } ?? .unclear
      // `reported, citing officials, that …`
      case .verb(let verb):
        guard verb.form == .gerund else { return .unclear }
        return that(behind: j).map { .from($0) } ?? .nothing
      case .conjunction: return .nothing
      }
      j += 1
    }
    return .nothing
  }

  private func told(behindBorder j: Int) -> Told {
    let token = starts[j]
    if isThat(j) || text.isMark(token, ":") { return .from(token + 1) }
    if quotations.opened(at: token) != nil { return .from(token) }
    // `said after he met X that …`
    guard text.marks[token] == 0 else { return .nothing }
    return that(behind: j).map { .from($0) } ?? .nothing
  }

  /// What a phrase behind the verb begins: a clause, or the news itself.
  private func complement(_ p: Int, _ j: Int, _ says: SpeechVerb) -> Int? {
    var n = j + 1
    while isPassing(n) || isPreposition(n) { n += isPreposition(n) && phrase(n + 1) != nil ? 2 : 1 }
    if case .verb(let verb)? = chunk(n), verb.form == .finite { return starts[j] }
    switch says {
    case .words where chunks[j...].contains(where: isFinite): return starts[j]
    // `confirmed X` tells nothing.
    case .news where reader.phrases[p].form == .event || reader.phrases[p].form == .common:
      return starts[j]
    default: return nil
    }
  }

  /// True where the verb's object is the news, and no clause.
  func isNews(_ from: Int, _ k: Int, _ says: SpeechVerb) -> Bool {
    guard says == .news, let j = chunks.indices.first(where: { starts[$0] == from }),
      phrase(j) != nil
    else { return false }
    guard case .verb(let verb)? = chunk(j + 1) else { return true }
    return verb.form != .finite
  }

  /// `announced a visit, after X met Y`: the news ends where another clause begins.
  func endOfNews(_ from: Int) -> Int {
    for k in chunks.indices where starts[k] > from {
      switch chunks[k] {
      case .comma, .border: return starts[k]
      case .preposition(let slot, _, _) where words.borders.contains(slot): return starts[k]
      default: continue
      }
    }
    return stop
  }

  /// The comma before `…, while Y met Z`, outside of quotation marks: that may be the outlet's own again.
  func contrast(behind from: Int) -> Int? {
    chunks.indices.first { k in
      guard starts[k] > from, isComma(k), case .border? = chunk(k + 1) else { return false }
      return words.contrasts.contains(text.words[starts[k + 1]])
        && quotations.span(at: starts[k]) == nil
    }.map { starts[$0] }
  }

  /// What stands before the words that tell who says it: a quotation that they follow, or all up to their comma.
  func before(_ token: Int) -> [Range<Int>] {
    if let span = closing(before: token) {
      return [run(max(first, quotations.spans[span].start), quotations.spans[span].end)]
    }
    guard token - 1 > first, text.isMark(token - 1, ",") || isDash(token - 1) else { return [] }
    return [run(first, token - 1)]
  }

  /// `The two sides, X said, signed …`; `“…,” X said, “…”`.
  func rest(_ told: [Range<Int>], behind k: Int) -> [Range<Int>] {
    let more = quoted(behind: starts[k])
    guard more.isEmpty, let last = told.last, quotations.closed(at: last.upperBound - 1) == nil,
      !chunks.indices.contains(where: { starts[$0] < last.upperBound && isFinite(chunks[$0]) }),
      let comma = comma(behind: starts[k])
    else { return more }
    return [run(comma + 1, stop)]
  }

  /// The quotations that begin behind a token in this sentence.
  func quoted(behind token: Int) -> [Range<Int>] {
    quotations.spans[firstSpan(from: token)...].prefix { $0.start < stop }
      .map { run($0.start, min($0.end, stop)) }
  }

  private func firstSpan(from token: Int) -> Int {
    var (low, high) = (0, quotations.spans.count)
    while low < high {
      let middle = (low + high) / 2
      if quotations.spans[middle].start < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The quotation that closes right before a token, or before the comma there.
  func closing(before token: Int) -> Int? {
    guard token > first else { return nil }
    if let span = quotations.closed(at: token - 1) { return span }
    guard token - 2 >= first, text.isMark(token - 1, ",") else { return nil }
    return quotations.closed(at: token - 2)
  }

  private func quote(behind comma: Int) -> Int? {
    comma + 1 < stop && quotations.opened(at: comma + 1) != nil ? comma + 1 : nil
  }

  /// The token behind the next `that`, where no other clause with a verb of speech comes first.
  private func that(behind k: Int) -> Int? {
    for j in k..<min(k + 12, chunks.count) {
      if isThat(j), case .border = chunks[j] { return starts[j] + 1 }
      if case .verb(let verb) = chunks[j], says(verb) != nil { return nil }
    }
    return nil
  }

  func comma(behind token: Int) -> Int? {
    chunks.indices.first { starts[$0] > token && isComma($0) }.map { starts[$0] }
  }

  /// A stretch of tokens; empty where it would end before it starts.
  func run(_ start: Int, _ end: Int) -> Range<Int> { min(start, end)..<end }

  // MARK: Chunks

  func chunk(_ k: Int) -> Chunk? { chunks.indices.contains(k) ? chunks[k] : nil }

  func phrase(_ k: Int) -> Int? {
    if case .phrase(let p)? = chunk(k) { p } else { nil }
  }

  func isPreposition(_ k: Int) -> Bool {
    if case .preposition? = chunk(k) { true } else { false }
  }

  func isConjunction(_ k: Int) -> Bool {
    if case .conjunction? = chunk(k) { true } else { false }
  }

  func isComma(_ k: Int) -> Bool {
    if case .comma? = chunk(k) { true } else { false }
  }

  /// Adverbs and days.
  func isPassing(_ k: Int) -> Bool {
    switch chunk(k) {
    case .time?, .other?: true
    default: false
    }
  }

  func isFinite(_ chunk: Chunk) -> Bool {
    if case .verb(let verb) = chunk { verb.form == .finite } else { false }
  }

  func hasFinite(before k: Int) -> Bool { chunks[..<k].contains(where: isFinite) }

  func isThat(_ k: Int) -> Bool {
    starts.indices.contains(k) && starts[k] < stop && text.words[starts[k]] == words.that
  }

  private func isDash(_ token: Int) -> Bool {
    text.isMark(token, "-") && text.tokens[token].shape.contains(.spaced)
  }

  /// Chunks of marks and small words do not tell where they stand; they come in order.
  static func starts(of reader: EventReader) -> [Int] {
    let text = reader.scanner.text
    var cursor = reader.scanner.first
    return reader.chunks.map { chunk in
      var end: Int?
      switch chunk {
      case .phrase(let p):
        cursor = max(cursor, reader.phrases[p].start)
        end = reader.phrases[p].end
      case .verb(let verb): (cursor, end) = (max(cursor, verb.start), verb.end)
      case .preposition(_, let from, let to): (cursor, end) = (max(cursor, from), to)
      case .time(let time): (cursor, end) = (max(cursor, time.start), time.end)
      case .other: break
      case .comma, .border, .relative, .conjunction:
        cursor =
          (cursor..<max(cursor, reader.scanner.stop)).first { fits(chunk, $0, text) } ?? cursor
      }
      defer { cursor = max(cursor + 1, end ?? 0) }
      return min(cursor, reader.scanner.stop - 1)
    }
  }

  private static func fits(_ chunk: Chunk, _ token: Int, _ text: Text) -> Bool {
    let mark = text.marks[token]
    let classes = text.classes[token]
    switch chunk {
    case .comma: return [0x2C, 0x3B, 0x28, 0x29].contains(mark)
    case .border:
      return [0x3A, 0x22, 0x201C, 0x201D, 0x3F, 0x21, 0x2D].contains(mark)
        || !classes.isDisjoint(with: [.subordinator, .determiner])
    case .relative: return !classes.isDisjoint(with: .relative)
    case .conjunction: return !classes.isDisjoint(with: .conjunction)
    default: return true
    }
  }
}
