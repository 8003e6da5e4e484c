internal import EntenteKnowledge
internal import EntenteModel

/// One piece of a sentence: what clauses are made of.
enum Chunk {
  /// A noun phrase, by number.
  case phrase(Int)
  case verb(VerbGroup)
  /// A preposition: its slot's word, and the first and last token.
  case preposition(slot: UInt32, start: Int, end: Int)
  case time(TimeExpression)
  case conjunction
  case comma
  /// `who`, `which`
  case relative
  /// `that`, `if`, `because`, a semicolon before a clause, a colon, a dash, a quotation mark: nothing reaches across.
  case border(isConditional: Bool)
  case other
}

extension Chunk {
  /// True for a finite verb.
  fileprivate var isFinite: Bool {
    if case .verb(let group) = self { return group.form == .finite }
    return false
  }
}

extension Scanner {
  /// Cuts the current sentence into chunks.
  mutating func chunks() -> [Chunk] {
    var chunks: [Chunk] = []
    var i = first
    while i < stop {
      let (chunk, end) = chunk(
        at: i, after: isBehindAdverb(i, chunks) ? chunks.dropLast().last : chunks.last)
      if case .verb(let group)? = chunk {
        sawVerb = true
        sawFuture = group.isFuture || group.form == .infinitive
      }
      if let chunk { chunks.append(chunk) }
      i = max(end, i + 1)
    }
    joinVerbs(&chunks)
    reduceRelatives(&chunks)
    openClauses(&chunks)
    return chunks
  }

  /// `told a news conference that the deal …`: a clause of its own, nothing more about the hearers.
  private func openClauses(_ chunks: inout [Chunk]) {
    guard chunks.count > 3 else { return }
    for k in 2..<chunks.count - 1 {
      guard case .relative = chunks[k], case .phrase = chunks[k - 1],
        case .verb(let verb) = chunks[k - 2], lexicon.speechVerbs[verb.lemma] == .hearer,
        case .phrase = chunks[k + 1]
      else { continue }
      chunks[k] = .border(isConditional: false)
    }
  }

  /// `I also plan to meet`: the subject is what counts, not the adverb behind it.
  private func isBehindAdverb(_ i: Int, _ chunks: [Chunk]) -> Bool {
    guard case .other? = chunks.last, has(i - 1, .adverb) else { return false }
    return true
  }

  /// `met at a ceremony held in Oslo on Friday`: what looks like a second finite verb is a participle of the noun.
  private func reduceRelatives(_ chunks: inout [Chunk]) {
    guard chunks.count > 3 else { return }
    for k in 2..<chunks.count - 1 {
      guard case .verb(var group) = chunks[k], group.form == .finite, group.end == group.start + 1,
        group.isPast, group.sense == .host, isEvent(chunks[k - 1]),
        case .preposition = chunks[k - 2],
        lexicon.knowledge.forms(ofWord: text.words[group.start]).contains(.participle),
        chunks[..<(k - 2)].contains(where: { $0.isFinite })
      else { continue }
      switch chunks[k + 1] {
      case .preposition, .time: break
      default: continue
      }
      group.form = .participle
      group.isPassive = true
      group.isPast = false
      chunks[k] = .verb(group)
    }
  }

  private mutating func chunk(at i: Int, after last: Chunk?) -> (Chunk?, Int) {
    if let end = parenthesis(i) { return (nil, end) }
    if text.tokens[i].shape.contains(.mark), !text.isPossessive(i) { return markChunk(i) }
    if !isPhrase(last), has(i, [.adverb, .date]), officeBehindParticiple(i) != nil,
      let phrase = phrase(at: i)
    {
      return (.phrase(phrase), phrases[phrase].end)
    }
    // `the wife of detained politician X`
    if case .preposition? = last, isSmall(i), i + 1 < stop, !isWord(i, words.visiting),
      lexicon.knowledge.forms(ofWord: text.words[i]).contains(.participle),
      term(i + 1, .office) != nil, let phrase = phrase(at: i + 1)
    {
      return (.phrase(phrase), phrases[phrase].end)
    }
    if isWord(i, words.visiting), isGuest(i + 1), !isSubject(last),
      let phrase = phrase(at: i)
    {
      return (.phrase(phrase), phrases[phrase].end)
    }
    if let time = timeExpression(at: i) { return (.time(time), time.end) }
    if let end = years(at: i) { return (.other, end) }
    if let sequel = sequel(at: i) { return (sequel, i + 2) }
    if startsVerb(i, after: last), let group = verbGroup(at: i) { return (.verb(group), group.end) }
    // `chaired the meeting along with X`: nobody is joined to a meeting.
    if let joined = joinsLikeAnd(i),
      !isEvent(last) || term(i, .preposition).map({ Int($0.end) }) != joined
    {
      return (.conjunction, joined)
    }
    if isFloating(i, after: last) || isWord(i, words.then) && verbGroupStarts(i + 1) {
      return (.other, i + 1)
    }
    // `on what would be his last visit`: nobody whom the clause before names acts there.
    if isWord(i, words.what), verbGroupStarts(i + 1) {
      return (.border(isConditional: false), i + 1)
    }
    // `About 20 ministers met`, `for about 20 minutes`
    if isEstimate(i, after: last) {
      let isDuration = i + 2 < stop && words.durations.contains(text.words[i + 2])
      return (.other, isDuration ? i + 3 : i + 1)
    }
    if let preposition = term(i, .preposition), !isName(i),
      // `Under Secretary`
      term(i, .office).map({ $0.end <= preposition.end }) ?? true
    {
      // `is due to visit`: the infinitive's own `to`.
      let last = Int(preposition.end) - 1
      if last > i, isWord(last, words.to), let group = verbGroup(at: last),
        group.form == .infinitive,
        startsObject(group.end)
      {
        return (.other, last)
      }
      let slot = slotWord(preposition)
      return (.preposition(slot: slot, start: i, end: Int(preposition.end)), Int(preposition.end))
    }
    if has(i, .relative), isRelative(i, after: last) {
      // `China, where he will meet X`: the place is nobody's subject or object there.
      return (isWord(i, words.whereWord) ? .border(isConditional: false) : .relative, i + 1)
    }
    if let subordinator = term(i, .subordinator), !isDeterminer(i) {
      let isConditional =
        lexicon.knowledge.term(subordinator.sense.target).attribute("sense") == "condition"
      return (.border(isConditional: isConditional), Int(subordinator.end))
    }
    if let phrase = phrase(at: i) {
      return (isDuration(phrase) ? .other : .phrase(phrase), phrases[phrase].end)
    }
    if isWord(i, words.that) { return (.border(isConditional: false), i + 1) }
    if has(i, .conjunction) { return (.conjunction, i + 1) }
    if isSmall(i), !isHyphenated(i), let group = verbGroup(at: i) {
      return (.verb(group), group.end)
    }
    return (.other, i + 1)
  }

  /// `Emerging from talks with X`: a verb that says no more than `after`.
  private func sequel(at i: Int) -> Chunk? {
    guard has(i, .verb), let match = term(i, .preposition), Int(match.end) == i + 2,
      words.sequels.contains(slotWord(match))
    else { return nil }
    return .preposition(slot: slotWord(match), start: i, end: i + 2)
  }

  /// `2024-2026`: for how long, and no day.
  private func years(at i: Int) -> Int? {
    guard i + 2 < stop, text.isMark(i + 1, "-"), isYear(i), isYear(i + 2) else { return nil }
    return i + 3
  }

  private func isYear(_ i: Int) -> Bool {
    text.tokens[i].shape.contains(.digits) && text.tokens[i].end - text.tokens[i].start == 4
  }

  /// `a few hours`, `two days`: how long, and nobody's object.
  private func isDuration(_ p: Int) -> Bool {
    phrases[p].form == .common && phrases[p].links.isEmpty && phrases[p].isPlural
      && phrases[p].owners.isEmpty
      && words.durations.contains(text.words[phrases[p].head])
  }

  /// `About 20 ministers`, `with around 50 delegates`; but `talked about 20 projects`.
  private func isEstimate(_ i: Int, after last: Chunk?) -> Bool {
    guard words.estimates.contains(text.words[i]), i + 1 < stop,
      text.tokens[i + 1].shape.contains(.number) || has(i + 1, .number),
      timeExpression(at: i + 1) == nil
    else { return false }
    return switch last {
    case nil, .preposition, .conjunction: true
    default: false
    }
  }

  private func isName(_ i: Int) -> Bool {
    text.isCapital(i) && bestEntity(i).map { Int($0.end) > i + 1 || i != first } == true
  }

  private func slotWord(_ match: Text.Match) -> UInt32 {
    let info = lexicon.info(match.sense.target)
    if let slot = info.slot { return lexicon.knowledge.word(slot) }
    return lexicon.knowledge.word(lexicon.knowledge.term(match.sense.target).text)
  }

  /// `X and Y both agreed`, `all concurred`: the quantifier behind its noun.
  private func isFloating(_ i: Int, after last: Chunk?) -> Bool {
    guard case .phrase = last, has(i, .quantifier) else { return false }
    return verbGroupStarts(i + 1) || has(i + 1, .adverb) && verbGroupStarts(i + 2)
  }

  private func isDeterminer(_ i: Int) -> Bool { has(i, .determiner) && !isWord(i, words.that) }

  /// `(8)`, `(Brazil)`: said in passing; names inside count, the clause goes on behind it.
  private mutating func parenthesis(_ i: Int) -> Int? {
    guard isMark(i, "("), let close = (i + 1..<min(i + 9, stop)).first(where: { isMark($0, ")") })
    else { return nil }
    guard !(i + 1..<close).contains(where: { has($0, [.modal, .auxiliary]) }) else { return nil }
    _ = phrase(at: i + 1)
    return close + 1
  }

  private func markChunk(_ i: Int) -> (Chunk?, Int) {
    switch text.marks[i] {
    case 0x3B where startsClause(i + 1): return (.border(isConditional: false), i + 1)
    case 0x2C, 0x3B: return (.comma, i + 1)
    case 0x3A, 0x22, 0x201C, 0x201D, 0x3F, 0x21: return (.border(isConditional: false), i + 1)
    case 0x2D where text.tokens[i].shape.contains(.spaced):
      return (.border(isConditional: false), i + 1)
    case 0x28, 0x29: return (.comma, i + 1)
    default: return (nil, i + 1)
    }
  }

  /// `…; it opened in May`: behind the semicolon stands a clause with a subject of its own, no further part of a list.
  private func startsClause(_ i: Int) -> Bool {
    let k = has(i, .conjunction) ? i + 1 : i
    return k < stop && !verbGroupStarts(k) && !has(k, [.adverb, .relative, .preposition])
      && sawSemicolonVerb(i - 1)
  }

  /// True where a verb group may start, given what stands before it.
  private func startsVerb(_ i: Int, after last: Chunk?) -> Bool {
    if isWord(i, words.to) { return isSmall(i) }
    if let main = prefixedVerb(i) { return startsVerb(main, after: last) }
    guard
      verbGroupStarts(i) || has(i, [.modal, .auxiliary])
        || has(i, .negation) && verbGroupStarts(i + 1)
        || has(i, .adverb) && !has(i, .preposition) && verbGroupStarts(i + 1)
    else { return false }
    if has(i, .determiner) { return false }
    // `United Nations …` where a sentence starts
    if text.isCapital(i), let listed = bestEntity(i), Int(listed.end) > i + 1 { return false }
    // `including`, `following`, `regarding`
    if has(i, .preposition), !has(i, [.modal, .auxiliary]) { return false }
    if has(i, [.modal, .auxiliary]) { return !text.isCapital(i) || i == first }
    if text.isCapital(i), i != first, isNameWord(i) { return false }
    let canBeNoun = lexicon.knowledge.nounLemma(ofWord: text.words[i]) != 0 || nounTerm(i) != nil
    let forms = lexicon.knowledge.forms(ofWord: text.words[i])
    // `to discuss trade`
    if case .verb = last, forms == .base, lexicon.fieldWords.contains(word(i)) { return false }
    guard canBeNoun else { return true }
    switch last {
    case .phrase, .relative: return true
    case .preposition: return forms.contains(.gerund) && startsName(i + 1)
    // `will hold talks with X`: behind a verb an event's noun is its object.
    case .verb:
      return forms.contains(.gerund) && startsName(i + 1) && nounTerm(i)?.termClass != .event
    case .conjunction where sawVerb && continuesVerb(i, forms): return true
    // `…, signing key agreements`
    case .comma where forms.contains(.gerund) && sawVerb && takesNoun(i + 1): return true
    default:
      return startsName(i + 1)
        && (forms.contains(.base) || forms.contains(.gerund) || forms.contains(.past))
        && !(i == first && forms.contains(.base))
    }
  }

  /// `visited Beijing and plans to visit Shanghai`; `will be in Oslo and call on X`.
  private func continuesVerb(_ i: Int, _ forms: WordForms) -> Bool {
    if isWord(i + 1, words.to), has(i + 2, .verb), isBase(i + 2) { return true }
    guard forms.contains(.base), sawFuture else { return false }
    if isWord(i + 1, words.on) { return true }
    // `to inspect the port and meet representatives of the company`
    let sense = lexicon.sense(ofVerb: lexicon.knowledge.verbLemma(ofWord: text.words[i]))
    return [.meet, .visit, .sign, .receive, .host, .attend, .exchange].contains(sense)
      && i + 1 < stop && text.tokens[i + 1].shape.contains(.word)
      && (!has(i + 1, Scanner.closed) || isWord(i + 1, words.with))
  }

  /// A small word that can begin an object, and no verb.
  private func takesNoun(_ k: Int) -> Bool {
    k < stop && text.tokens[k].shape.contains(.word) && !has(k, Scanner.closed)
      && !has(k, [.adverb]) && (!verbGroupStarts(k) || nounTerm(k) != nil)
  }

  private func startsName(_ k: Int) -> Bool {
    guard k < stop else { return false }
    return has(k, [.determiner, .pronoun]) || isNameWord(k) || term(k, .honorific) != nil
      || isWord(k, words.with)
  }

  /// `President`, `Norwegian Prime Minister`: who is visiting here.
  private func isGuest(_ k: Int) -> Bool {
    guard k < stop else { return false }
    if term(k, .office) != nil { return true }
    return text.matches(at: k).contains {
      $0.sense.role == .adjective && term(Int($0.end), .office) != nil
    }
  }

  /// `received visiting President X`, but `after visiting President X` and `X, visiting President Y`.
  private func isSubject(_ chunk: Chunk?) -> Bool {
    switch chunk {
    case .verb: false
    case .preposition(let slot, _, _): slot != words.by && slot != words.with && slot != words.to
    default: true
    }
  }

  private func isPhrase(_ chunk: Chunk?) -> Bool {
    if case .phrase = chunk { return true }
    return false
  }

  /// `the treaty that Mexico and Guatemala signed`
  private func isEvent(_ chunk: Chunk?) -> Bool {
    if case .phrase(let p) = chunk { return phrases[p].form == .event }
    return false
  }

  private func isRelative(_ i: Int, after last: Chunk?) -> Bool {
    switch last {
    case .phrase, .comma, .preposition, .time, .conjunction:
      return !isWord(i, words.that) || verbGroupStarts(i + 1) || has(i + 1, .adverb)
        || isEvent(last) && (isNameWord(i + 1) || has(i + 1, .determiner))
    default: return false
    }
  }
}
