internal import EntenteKnowledge
internal import EntenteModel

/// Finds who says what in one sentence, by its verbs of speech and by `according to`.
///
/// Which verbs they are, and what may stand behind them, is the pack's to say: `says`.
struct AttributionFinder {
  let reader: EventReader
  let quotations: Quotations
  /// The first token of each chunk.
  let starts: [Int]
  private(set) var found: [Attribution] = []
  /// The chunks of verbs that belong to another: `quoted X as saying`.
  private var used: Set<Int> = []

  var chunks: [Chunk] { reader.chunks }
  var text: Text { reader.scanner.text }
  var words: CommonWords { reader.lexicon.words }
  var first: Int { reader.scanner.first }
  var stop: Int { reader.scanner.stop }

  static func attributions(in reader: EventReader, _ quotations: Quotations) -> [Attribution] {
    var finder = AttributionFinder(reader, quotations)
    guard finder.mayHold else { return [] }
    finder.find()
    return finder.found
  }

  private init(_ reader: EventReader, _ quotations: Quotations) {
    self.reader = reader
    self.quotations = quotations
    starts = AttributionFinder.starts(of: reader)
  }

  /// Most sentences have neither a verb of speech nor a source. One that has very many is none, and is not gone
  /// through again for each of them.
  private var mayHold: Bool {
    var hints = 0
    var hasBorder = false
    for chunk in chunks {
      switch chunk {
      case .verb(let verb) where says(verb) != nil: hints += 1
      case .preposition(let slot, _, _) where slot == words.source: hints += 1
      case .border: hasBorder = true
      default: continue
      }
    }
    return (hints > 0 || hasBorder) && hints <= AttributionFinder.most
  }

  private static let most = 12

  private mutating func find() {
    for (f, frame) in reader.frames.enumerated() where !used.contains(frame.chunk) {
      guard let says = says(frame.verb), isReal(frame) else { continue }
      let attribution =
        says == .quoted
        ? quoted(f) : frame.verb.isPassive ? passive(f, says) : active(f, says)
      if let attribution, !attribution.words.isEmpty { found.append(attribution) }
    }
    for k in chunks.indices {
      if case .preposition(let slot, _, _) = chunks[k], slot == words.source { addSource(k) }
    }
    if found.isEmpty, let attribution = behindColon() { found.append(attribution) }
    part()
  }

  /// Told as a fact that it was said: not denied, not to come, not asked.
  private func isReal(_ frame: Frame) -> Bool {
    let verb = frame.verb
    return !verb.isNegated && !verb.isFuture && !verb.isReportedFuture && !verb.isHypothetical
      && !frame.isConditional && verb.form != .infinitive
  }

  func says(_ verb: VerbGroup) -> SpeechVerb? {
    reader.lexicon.speechVerbs[verb.lemma]
  }

  // MARK: Verbs of speech

  private func active(_ f: Int, _ says: SpeechVerb) -> Attribution? {
    let k = reader.frames[f].chunk
    if let p = inverted(k, says), let (speaker, words) = reader.speaker(p) {
      let before = before(starts[k])
      return before.isEmpty
        ? nil : attribution(speaker, words, before + quoted(behind: words.upperBound))
    }
    guard let (speaker, words, opens) = speaker(of: f) else { return nil }
    let told = told(behind: k, says)
    if case .from(let from) = told {
      // `X, who said she met Y, left`: what stands behind the comma is told by the outlet.
      let end =
        reader.frames[f].subjectIsRelative(in: chunks)
        ? comma(behind: from) ?? stop
        : isNews(from, k, says) ? endOfNews(from) : contrast(behind: from) ?? stop
      return attribution(speaker, words, [run(from, end)])
    }
    guard reader.frames[f].verb.form == .finite else { return nil }
    let isAs = opens > first && text.words[opens - 1] == self.words.asWord
    if isAs, opens - 1 == first {
      guard let from = comma(behind: starts[k]) else { return nil }
      return attribution(speaker, words, [run(from + 1, stop)])
    }
    let earlier = before(isAs ? opens - 1 : opens)
    if case .unclear = told, closing(before: opens) == nil { return nil }
    guard !earlier.isEmpty else { return nil }
    return attribution(speaker, words, earlier + rest(earlier, behind: k))
  }

  /// `… was announced by X`, `Y was told by X that …`
  private func passive(_ f: Int, _ says: SpeechVerb) -> Attribution? {
    let frame = reader.frames[f]
    guard says == .news || says == .hearer,
      let agent = frame.adjuncts.first(where: { $0.slot == words.by && $0.chunk > frame.chunk }),
      let (speaker, words) = reader.speaker(agent.phrase)
    else { return nil }
    if case .from(let from) = told(behind: frame.chunk, .clause) {
      return attribution(speaker, words, [run(from, stop)])
    }
    guard says == .news, frame.verb.form == .finite else { return nil }
    return attribution(speaker, words, [run(first, frame.verb.start)])
  }

  /// `Y quoted X as saying that …`, `X was quoted as saying that …`
  private mutating func quoted(_ f: Int) -> Attribution? {
    let frame = reader.frames[f]
    guard let p = frame.verb.isPassive ? frame.subject : frame.object,
      let plain = reader.speaker(p),
      let k = chunks.indices.first(where: { k in
        guard k > frame.chunk, case .verb(let verb) = chunks[k] else { return false }
        return verb.form == .gerund && says(verb) != nil
      }), k - frame.chunk < 6
    else { return nil }
    used.insert(k)
    let (speaker, words) = frame.verb.isPassive ? plain : whole(p, plain, before: k)
    if case .from(let from) = told(behind: k, .words) {
      return attribution(speaker, words, [run(from, stop)])
    }
    let agent = frame.verb.isPassive ? p : frame.subject ?? p
    let told = before(reader.phrases[agent].start)
    return told.isEmpty ? nil : attribution(speaker, words, told)
  }

  private mutating func addSource(_ k: Int) {
    guard phrase(k + 1) != nil, let (speaker, words) = reader.speaker(chunk: k + 1) else { return }
    var all = attribution(speaker, words, [run(first, starts[k]), run(words.upperBound, stop)])
    all.isSource = true
    found.append(all)
  }

  /// `Anna Berg: We met …`, at the start of a paragraph: only a person, or a minister.
  private func behindColon() -> Attribution? {
    guard let p = phrase(0), reader.phrases[p].start == first, chunks.count > 3,
      starts[1] == reader.phrases[p].end, starts[1] < stop, text.isMark(starts[1], ":"),
      let (speaker, words) = reader.speaker(p)
    else { return nil }
    switch speaker {
    case .mention(let mention) where reader.scanner.mentions[mention].kind == .person: break
    case .office: break
    default: return nil
    }
    return attribution(speaker, words, [run(starts[1] + 1, stop)])
  }

  // MARK: Who

  /// Who says it, and where the words begin that part the speech from what stands before.
  private func speaker(
    of f: Int
  ) -> (speaker: Attribution.Speaker, words: Range<Int>, opens: Int)? {
    let frame = reader.frames[f]
    var m = frame.chunk - 1
    while m >= 0, isPassing(m) { m -= 1 }
    if let p = phrase(m) {
      let plain = reader.speaker(p)
      // `…, with words for all, Berg said`: the list was read too far.
      if let plain, plain.words.lowerBound > starts[m] {
        return (plain.speaker, plain.words, plain.words.lowerBound)
      }
      if m == 0 || !isPreposition(m - 1) || isAs(m - 1) {
        return plain.map { ($0.speaker, $0.words, starts[m]) }
      }
    }
    // `X said …, adding that …`: who spoke before goes on.
    if m >= 0, isConjunction(m) || isComma(m),
      let last = found.last(where: { $0.sentence == reader.scanner.sentence && !$0.isSource }),
      frame.verb.form == .gerund || isConjunction(m)
    {
      return (last.speaker, last.words, starts[frame.chunk])
    }
    guard let p = frame.subject, reader.phrases[p].start < frame.verb.start else { return nil }
    let own = chunks.indices.first { phrase($0) == p }
    return (own.flatMap { reader.speaker(chunk: $0) } ?? reader.speaker(p)).map { plain in
      let (speaker, words) = whole(p, plain, before: frame.chunk)
      return (speaker, words, reader.phrases[p].start)
    }
  }

  /// `China's ambassador to the U.S. Anna Berg`, `officials in Oslo`: with what its prepositions add to a phrase, up to
  /// the chunk of the verb.
  private func whole(
    _ p: Int, _ plain: (speaker: Attribution.Speaker, words: Range<Int>), before k: Int
  ) -> (speaker: Attribution.Speaker, words: Range<Int>) {
    guard let c = chunks.indices.first(where: { phrase($0) == p }), c < k else { return plain }
    var last: Int?
    for j in (c + 1)..<k {
      if let next = phrase(j) {
        guard isPreposition(j - 1) else { return plain }
        last = next
      } else if !isPreposition(j), !isPassing(j) {
        return plain
      }
    }
    guard let last, reader.phrases[last].end > plain.words.upperBound else { return plain }
    let words = plain.words.lowerBound..<reader.phrases[last].end
    if case .office = plain.speaker, case .mention(let mention) = reader.speaker(last)?.speaker,
      reader.scanner.mentions[mention].kind == .person
    {
      return (.mention(mention), words)
    }
    return (plain.speaker, words)
  }

  private func isAs(_ k: Int) -> Bool { text.words[starts[k]] == words.asWord }

  /// The phrase of who speaks, where it stands behind the verb.
  private func inverted(_ k: Int, _ says: SpeechVerb) -> Int? {
    guard says != .hearer, k > 0, case .verb(let verb) = chunks[k], verb.form == .finite,
      let p = phrase(k + 1)
    else { return nil }
    let mark = starts[k] - 1
    guard mark >= first else { return nil }
    let isQuoted = closing(before: starts[k]) != nil
    guard isQuoted || says == .words && text.isMark(mark, ",") && hasFinite(before: k) else {
      return nil
    }
    switch reader.phrases[p].form {
    case .pronoun, .named, .office, .common, .side, .delegation: break
    case .event: return nil
    }
    if case .verb(let next)? = chunk(k + 2), next.form == .finite { return nil }
    return p
  }

  private func attribution(
    _ speaker: Attribution.Speaker, _ words: Range<Int>, _ said: [Range<Int>]
  ) -> Attribution {
    Attribution(
      sentence: reader.scanner.sentence, speaker: speaker, words: words,
      said: said.filter { !$0.isEmpty })
  }

  /// Two who speak in one sentence: what the second says is not the first one's.
  private mutating func part() {
    for i in found.indices where !found[i].isSource {
      for j in found.indices where i != j && !found[j].isSource && found[j].words != found[i].words
      {
        let start = found[j].words.lowerBound
        guard let k = chunks.indices.last(where: { starts[$0] <= start }), isParted(k) else {
          continue
        }
        found[i].said = found[i].said.map { range in
          guard range.contains(start), found[j].said.allSatisfy({ $0.lowerBound > start }) else {
            return range
          }
          return range.lowerBound..<start
        }
      }
    }
  }

  /// `…, while Y said`, `…; Y said`, `…, and Y said`
  private func isParted(_ k: Int) -> Bool {
    var m = k - 1
    while m >= 0, isPassing(m) || isConjunction(m) { m -= 1 }
    guard m >= 0 else { return false }
    if isComma(m) { return true }
    guard case .border = chunks[m] else { return false }
    return text.words[starts[m]] != words.that
  }
}
