internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  /// Reads one more word of a common noun phrase at `j`: adjectives, nouns, event and side nouns.
  mutating func readNoun(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    if let next = readJoinedAdjective(j, state) { return next }
    // `At a later meeting the two ministers …`: another phrase begins.
    // `at the end of the talks eight papers …`
    if case .noun = state.item, has(j, .determiner) || startsCount(j) { return nil }
    guard text.tokens[j].shape.contains(.word) else { return readHyphen(j, &phrase, state) }
    if case .named(let name) = state.item {
      // `Vietnam visit`, `CPV delegation`: the name becomes a modifier of the noun behind it.
      if let end = readPlaceHead(j, name) {
        phrase.end = end
        return end
      }
      // `UPM | provincial | chairperson`
      if mentions[name].kind != .person, isSmall(j), has(j, .adjective), isSmall(j + 1),
        term(j + 1, .office) != nil
      {
        return j + 1
      }
      guard let noun = nounTerm(j), !verbGroupStarts(j) || noun.isEnd, !intends(j) else {
        return nil
      }
      // `X, Y and Z provinces`: the head of the whole list.
      if mentions[name].kind != .country, let head = term(j, .head),
        head.sense.forms.contains(.plural)
      {
        return nil
      }
      // `Anna Berg plans to …`: persons modify no nouns.
      if mentions[name].kind == .person { return nil }
      phrase.owners.append(name)
      state.item = .none
      phrase.mentions = []
    }
    if case .office = state.item {
      guard let noun = nounTerm(j), noun.termClass == .event || noun.termClass == .side else {
        return nil
      }
      return nil
    }
    if prefixedVerb(j) != nil, !state.expectsNoun { return nil }
    if isPronoun(j), case .none = state.item, !state.expectsNoun { return nil }
    if let special = nounTerm(j) {
      if case .none = state.item, verbGroupStarts(j), !state.expectsNoun, startsObject(special.end)
      {
        return nil
      }
      if verbGroupStarts(j), isFiniteHere(j, state) { return nil }
      apply(special, j, &phrase)
      phrase.end = special.end
      if let (capital, next) = capital(special, phrase, state) {
        state.item = .named(add(capital))
        state.adjective = nil
        phrase.end = next
        return next
      }
      state.item = .noun
      state.adjective = nil
      return special.end
    }
    guard canStandInPhrase(j, state) else { return nil }
    if let match = term(j, .adjective) {
      noteAdjective(match, j, &phrase)
      state.expectsNoun = true
      if case .noun = state.item {
        // `the inter-regional meeting`
        guard j > phrase.start, isMark(j - 1, "-"),
          text.tokens[j].shape.isDisjoint(with: .spaced)
        else { return nil }
        state.item = .none
      }
      return Int(match.end)
    }
    if has(j, .adverb), text.classes[j].isDisjoint(with: .adjective) {
      guard state.expectsNoun, j + 1 < stop else { return nil }
      return j + 1
    }
    if isParticiple(j, state, isDetermined: phrase.definiteness != .bare) {
      // `List of Signed Cooperation Documents`
      let sense = lexicon.sense(ofVerb: lexicon.knowledge.verbLemma(ofWord: text.words[j]))
      if sense == .sign, lexicon.knowledge.forms(ofWord: text.words[j]).contains(.participle) {
        phrase.status = .held
      }
      // `the newly posted consul general`
      state.expectsNoun = true
      return j + 1
    }
    if state.expectsNoun, has(j, [.month, .weekday]), let time = timeExpression(at: j),
      let noun = nounTerm(behindAdjectives(time.end)), noun.termClass == .event
    {
      phrase.time = time
      return time.end
    }
    if has(j, [.month]), let date = monthYear(j) {
      phrase.date = date.date
      state.expectsNoun = true
      return date.end
    }
    phrase.head = j
    phrase.form = .common
    phrase.term = nil
    let lemma = lexicon.knowledge.nounLemma(ofWord: text.words[j])
    phrase.isPlural = lemma != 0 ? lemma != text.words[j] : endsInS(j)
    state.item = .noun
    state.expectsNoun = true
    phrase.end = j + 1
    return j + 1
  }

  /// `eight agreements`, but `one-on-one`
  private func startsCount(_ j: Int) -> Bool {
    has(j, .number) && isSmall(j) && text.tokens[j].shape.contains(.spaced) && !isMark(j + 1, "-")
  }

  /// `Norway plans to sign …`: a noun as well, but a verb before an infinitive.
  private func intends(_ j: Int) -> Bool {
    guard isSmall(j), has(j, .verb), isWord(j + 1, words.to), has(j + 2, .verb), isBase(j + 2),
      lexicon.knowledge.forms(ofWord: text.words[j]).contains(.third)
    else { return false }
    return [.plan, .wish, .expect, .agree].contains(
      lexicon.sense(ofVerb: lexicon.knowledge.verbLemma(ofWord: text.words[j])))
  }

  /// A participle that stands like an adjective before the noun or title that follows.
  private func isParticiple(_ j: Int, _ state: PhraseState, isDetermined: Bool) -> Bool {
    guard case .none = state.item, state.expectsNoun, isDetermined, !text.isCapital(j),
      has(j, .verb),
      lexicon.knowledge.nounLemma(ofWord: text.words[j]) == 0, nounTerm(j) == nil,
      !lexicon.knowledge.forms(ofWord: text.words[j]).isDisjoint(with: [.participle, .gerund])
    else { return false }
    let next = j + 1
    // `The opposition criticised President X`: an adjective as well, but a noun there.
    if next < stop, text.isCapital(next), j > first,
      !has(j - 1, [.determiner, .adverb, .ordinal, .date]),
      lexicon.knowledge.nounLemma(ofWord: text.words[j - 1]) != 0
    {
      return false
    }
    return next < stop && text.tokens[next].shape.contains(.word) && !has(next, Scanner.closed)
      && !text.isPossessive(next)
  }

  /// `the Iranian capital`, where the article names Tehran as well; `the Iranian capital, Tehran,`. With the token behind
  /// it.
  private func capital(
    _ noun: NounTerm, _ phrase: Phrase, _ state: PhraseState
  ) -> (Mention, next: Int)? {
    guard noun.termClass == .head, words.capital == text.words[noun.end - 1],
      phrase.definiteness == .definite, let country = state.adjective, bestEntity(noun.end) == nil,
      let known = text.listed.first(where: {
        lexicon.knowledge.entity($0).capitalOf == country.entity
      })
    else { return nil }
    var mention = Mention(country.token, noun.end, kind: lexicon.knowledge.entity(known).kind)
    mention.known = known
    mention.certainty = 0.9
    guard isMark(noun.end, ","), let name = bestEntity(noun.end + 1), name.sense.target == known
    else { return (mention, noun.end) }
    let end = Int(name.end)
    mention.start = noun.end + 1
    mention.end = end
    mention.own = mention.start..<end
    return (mention, isMark(end, ",") ? end + 1 : end)
  }

  /// `the foreign | and defence ministers`: the first of two fields before the plural of one office.
  func joinedField(_ j: Int, _ state: PhraseState) -> Int? {
    if let next = joinedNouns(j, state) { return next }
    guard isSmall(j), isWord(j + 1, words.and), lexicon.fieldWords.contains(word(j)),
      isSmall(j + 2)
    else { return nil }
    if case .noun = state.item { return nil }
    let isGroup = [j + 2, j + 3].contains { k in
      term(k, .office)?.sense.forms.contains(.plural) == true
    }
    return isGroup ? j + 2 : nil
  }

  /// `a trade | and investment agreement`, `an oil, gas | and mining pact`: nouns joined before the event's noun.
  private func joinedNouns(_ j: Int, _ state: PhraseState) -> Int? {
    if case .named = state.item { return nil }
    guard isPlainNoun(j), nounTerm(j)?.termClass != .event else { return nil }
    var k = j + 1
    while k < j + 12, isMark(k, ","), isPlainNoun(k + 1) { k += 2 }
    guard isWord(k, words.and) else { return nil }
    for next in k + 1..<min(k + 4, max(k + 1, stop)) {
      if let noun = nounTerm(next), noun.termClass == .event {
        return next > k + 1 || noun.end > next + 1 ? k + 1 : nil
      }
      guard isPlainNoun(next) else { return nil }
    }
    return nil
  }

  /// A small word that is no verb's form alone and binds nothing.
  private func isPlainNoun(_ j: Int) -> Bool {
    guard isSmall(j), j < stop, text.tokens[j].shape.contains(.word), !text.isPossessive(j),
      !has(j, Scanner.closed), !has(j, [.adverb, .date, .month, .weekday])
    else { return false }
    return !has(j, .verb) || lexicon.knowledge.nounLemma(ofWord: text.words[j]) != 0
      || lexicon.fieldWords.contains(word(j))
      || lexicon.knowledge.forms(ofWord: text.words[j]) == .base
  }

  /// `a free and open sea`, `rapid, complex changes`: two adjectives before one noun.
  func readJoinedAdjective(_ j: Int, _ state: PhraseState) -> Int? {
    guard case .none = state.item, state.expectsNoun, j > first, has(j - 1, .adjective),
      isWord(j, words.and) || isMark(j, ",")
    else { return nil }
    let next = isMark(j, ",") && isWord(j + 1, words.and) ? j + 2 : j + 1
    guard has(next, .adjective), !text.isCapital(next), next + 1 < stop,
      text.tokens[next + 1].shape.contains(.word), !has(next + 1, Scanner.closed)
    else { return nil }
    return next
  }

  /// `Tan Nam border gate`: an unlisted name with a small head noun is a place or body of that kind.
  mutating func readPlaceHead(_ j: Int, _ name: Int) -> Int? {
    guard mentions[name].known == nil, mentions[name].head == nil, mentions[name].certainty < 0.9
    else { return nil }
    if isSmallParty(j) {
      // `Pauline Berg's Nation First party`
      mentions[name].kind = .party
      mentions[name].certainty = 0.85
      return j + 1
    }
    let k = has(j, .adjective) && !text.isCapital(j) && nounTerm(j) == nil ? j + 1 : j
    guard let noun = nounTerm(k), noun.termClass == .head, !noun.isPlural,
      let kind = lexicon.info(noun.term).kind,
      kind == .place || kind == .organization || kind == .province && k == j
    else { return nil }
    // `Thailand's Northeastern region`: a part of it, and no name.
    if kind != .organization,
      (mentions[name].start..<mentions[name].end).allSatisfy({ has($0, .adjective) })
    {
      (mentions[name].kind, mentions[name].isGeneric) = (nil, true)
      return noun.end
    }
    mentions[name].kind = kind
    if kind == .province {
      // `Artemisa province` names Artemisa.
      mentions[name].certainty = 0.85
      return noun.end
    }
    mentions[name].head = noun.term
    mentions[name].end = noun.end
    mentions[name].own = mentions[name].start..<noun.end
    mentions[name].certainty = 0.8
    return noun.end
  }

  private func behindAdjectives(_ k: Int) -> Int {
    var k = k
    while k + 1 < stop, has(k, .adjective), nounTerm(k) == nil { k += 1 }
    return k
  }

  func endsInS(_ j: Int) -> Bool { text.bytes[Int(text.tokens[j].end) - 1] == 0x73 }

  func monthYear(_ j: Int) -> (date: PartialDate, end: Int)? {
    guard let month = term(j, .month), Int(month.end) < stop,
      text.tokens[Int(month.end)].shape.contains(.digits),
      let year = Int(text.string(Int(month.end), Int(month.end) + 1)), year > 1900,
      let date = PartialDate(year: year, month: lexicon.info(month.sense.target).value)
    else { return nil }
    return (date, Int(month.end) + 1)
  }

  /// `high-level`, `party-to-party`: a compound before a noun.
  mutating func readHyphen(
    _ j: Int, _ phrase: inout Phrase, _ state: PhraseState
  ) -> Int? {
    guard text.isMark(j, "-"), j > phrase.start, j + 1 < stop else { return nil }
    if case .named(let name) = state.item {
      guard bestEntity(j + 1) != nil, text.tokens[j].shape.isDisjoint(with: .spaced) else {
        return nil
      }
      phrase.owners.append(name)
      phrase.mentions = []
      return j + 1
    }
    guard text.tokens[j + 1].shape.contains(.word),
      text.tokens[j].shape.isDisjoint(with: .spaced)
    else { return nil }
    return j + 1
  }

  struct NounTerm {
    let termClass: TermClass
    let term: UInt32
    let end: Int
    let isPlural: Bool
    /// The phrase cannot go on behind it with a verb reading.
    let isEnd: Bool
  }

  /// An event, side, delegation, office or head noun at `j`, the longest first.
  func nounTerm(_ j: Int) -> NounTerm? {
    guard j < stop else { return nil }
    var best: NounTerm?
    for match in text.matches(at: j) where match.sense.role == .term && Int(match.end) <= stop {
      let termClass = lexicon.info(match.sense.target).termClass
      guard let rank = Scanner.nounRank(termClass), termClass != .head || !text.isCapital(j) else {
        continue
      }
      if let found = best {
        guard Int(match.end) == found.end else { break }
        let isFirmer =
          found.termClass == termClass && lexicon.info(found.term).isWeak
          && !lexicon.info(match.sense.target).isWeak
        if Scanner.nounRank(found.termClass) ?? 9 <= rank, !isFirmer { continue }
      }
      best = NounTerm(
        termClass: termClass, term: match.sense.target, end: Int(match.end),
        isPlural: match.sense.forms.contains(.plural), isEnd: endsPhrase(Int(match.end)))
    }
    return best
  }

  /// Which reading of a noun wins where the lexicon has several.
  static func nounRank(_ termClass: TermClass) -> Int? {
    switch termClass {
    case .event: 0
    case .side: 1
    case .delegation: 2
    case .head: 3
    default: nil
    }
  }

  func endsPhrase(_ k: Int) -> Bool {
    guard k < stop else { return true }
    return text.tokens[k].shape.contains(.mark)
      || has(k, [.preposition, .conjunction, .modal, .auxiliary, .relative, .subordinator])
  }

  func apply(_ noun: NounTerm, _ j: Int, _ phrase: inout Phrase) {
    phrase.head = j
    phrase.headEnd = noun.end
    phrase.term = noun.term
    phrase.isPlural = noun.isPlural || (phrase.count ?? 1) > 1
    switch noun.termClass {
    case .event: phrase.form = .event
    case .side: phrase.form = .side
    case .delegation: phrase.form = .delegation
    default: phrase.form = .common
    }
  }

  func noteAdjective(_ match: Text.Match, _ j: Int, _ phrase: inout Phrase) {
    let info = lexicon.info(match.sense.target)
    if let status = info.status { phrase.status = status }
    if info.isPast { phrase.isPast = true }
    if info.isDistinct || info.direction != 0 { phrase.isOther = true }
    if info.direction > 0, phrase.status == nil { phrase.status = .planned }
  }
}
