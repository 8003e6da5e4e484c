internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  /// A country's adjective: it waits for the office, body or noun that it qualifies.
  mutating func readAdjective(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard let longest = text.matches(at: j).first(where: { Int($0.end) <= stop }),
      let match = text.matches(at: j).first(where: {
        $0.sense.role == .adjective && $0.end == longest.end
      })
    else { return nil }
    let end = Int(match.end)
    // `U.S.` and `UK` are names too: they qualify only before a title, a body or a noun.
    let alsoName = text.matches(at: j).contains {
      ($0.sense.role == .entity || $0.sense.role == .abbreviation) && $0.end == match.end
    }
    if case .named = state.item { return nil }
    if case .office = state.item { return nil }
    if alsoName, !qualifies(end) { return nil }
    // `U.S.-Brazil relationship`, `Sino-Vietnamese`: a compound of countries qualifies what follows, as neither's own.
    if isMark(end, "-"), bestEntity(end + 1) != nil {
      phrase.owners.append(mentionCountry(match.sense.target, j, end))
      state.expectsNoun = true
      return end + 1
    }
    state.adjective = (match.sense.target, j)
    state.expectsNoun = true
    phrase.adjective = match.sense.target
    phrase.adjectiveToken = j
    if alsoName { _ = mentionCountry(match.sense.target, j, end) }
    return joinedAdjectives(j, end, &phrase) ?? end
  }

  /// `Kenyan, Norwegian and Malian governments`: the adjectives behind the first, before a plural noun.
  private func joinedAdjectives(_ j: Int, _ end: Int, _ phrase: inout Phrase) -> Int? {
    guard let first = phrase.adjective else { return nil }
    var found = [(country: first, token: j)]
    var k = end
    var isLast = false
    while !isLast {
      if isMark(k, ",") { k += 1 }
      if isWord(k, words.and) { (isLast, k) = (true, k + 1) }
      guard k < stop, k > end,
        let next = text.matches(at: k).first(where: { $0.sense.role == .adjective })
      else { return nil }
      found.append((next.sense.target, k))
      k = Int(next.end)
      guard isLast || isMark(k, ",") || isWord(k, words.and) else { return nil }
    }
    guard k < stop, text.tokens[k].shape.contains(.word), !text.isCapital(k),
      !has(k, Scanner.closed),
      nounTerm(k) != nil && endsInS((nounTerm(k)?.end ?? k + 1) - 1)
        || term(k, .office)?.sense.forms.contains(.plural) == true
    else { return nil }
    phrase.adjectives = found
    return k
  }

  /// `Cambodians`, `the Vietnamese`: people, no name of the country.
  mutating func readPeople(_ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState) -> Int? {
    guard let longest = text.matches(at: j).first(where: { Int($0.end) <= stop }),
      longest.sense.role == .people, bestEntity(j).map({ $0.end < longest.end }) ?? true
    else { return nil }
    if case .named = state.item { return nil }
    if case .office = state.item { return nil }
    phrase.adjective = longest.sense.target
    phrase.head = j
    phrase.isPlural = true
    phrase.form = .common
    state.item = .noun
    phrase.end = Int(longest.end)
    return phrase.end
  }

  /// True where a title, a head noun, a name or a small noun follows that an adjective can qualify.
  private func qualifies(_ k: Int) -> Bool {
    // `with Fiji next week`
    if term(k, .date) != nil || timeExpression(at: k) != nil { return false }
    guard k < stop, text.tokens[k].shape.contains(.word) || isGluedHyphen(k), !text.isPossessive(k)
    else { return false }
    if term(k, .office) != nil || headTerm(k) != nil { return true }
    return has(k, Scanner.closed) == false && verbGroupStarts(k) == false
  }

  mutating func mentionCountry(_ entity: UInt32, _ start: Int, _ end: Int) -> Int {
    for m in mentions.indices.reversed() {
      // Mentions are in the order of their sentences.
      guard mentions[m].sentence == sentence else { break }
      guard mentions[m].start == start, mentions[m].end == end else { continue }
      if mentions[m].known == entity { return m }
      break
    }
    var mention = Mention(start, end, kind: .country)
    mention.known = entity
    mention.certainty = 1
    return add(mention)
  }

  /// Whether capitals go on behind a person's name to the head of a place, a school or a hospital.
  private func isHouse(named j: Int, behind end: Int) -> Bool {
    guard isNameWord(end), let run = nameRun(at: j), run.end > end, let head = run.head else {
      return false
    }
    let info = lexicon.info(head)
    return run.headEnd == run.end && run.headStart >= end && (info.kind == .place || info.isHouse)
  }

  /// `the Tunisian government signed`: a country that takes part, though only its adjective names it.
  mutating func mentionByAdjective(_ country: UInt32, _ token: Int) {
    guard
      let end = text.matches(at: token).first(where: {
        $0.sense.role == .adjective && $0.sense.target == country
      })?.end
    else { return }
    let number = mentionCountry(country, token, Int(end))
    (mentions[number].isModifier, mentions[number].isAdjective) = (true, true)
  }

  /// A name that the pack or an abbreviation in this article lists.
  mutating func readListed(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard text.isCapital(j) || text.tokens[j].shape.contains(.number) else { return nil }
    if abbreviations[text.hashes[j]] != nil,
      text.tokens[j].shape.contains(.allCapitals) || bestEntity(j) == nil,
      let next = readDefined(j, &phrase, &state)
    {
      return next
    }
    guard let match = bestEntity(j) else { return nil }
    let entity = lexicon.knowledge.entity(match.sense.target)
    let end = Int(match.end)
    let kind = entity.kind
    if kind == .person {
      if case .named = state.item { return nil }
      guard inBody == 0 else { return nil }
      // The longer name wins; its words still lead to the listed person.
      if let run = nameRun(at: j), run.end > end, run.head == nil, !isSuffix(run.end - 1) {
        return nil
      }
      // `Kenneth Kaunda International Airport`: called after him.
      if case .none = state.item, isHouse(named: j, behind: end) { return nil }
    } else {
      // A single listed word inside a longer capitalised name belongs to that name.
      if let run = nameRun(at: j), run.end > end, !splits(run, at: end, kind: kind, state) {
        return nil
      }
    }
    // A title before a place's or country's name reads on only through `of`.
    if case .named(let before) = state.item, kind != .person {
      guard mentions[before].kind != .person, kind != .country, state.adjective == nil,
        mentions[before].kind == .country || mentions[before].kind == .party, !isMark(j - 1, ",")
      else { return nil }
    }
    var mention = Mention(j, end, kind: kind)
    mention.known = match.sense.target
    mention.certainty = 1
    if case .named(let owner) = state.item, !isMark(j - 1, "-"), !isWord(j - 1, words.visiting) {
      mention.owner = owner
    }
    if kind != .person, case .office = state.item { return nil }
    if kind != .country, !isMark(j - 1, "-"), let owner = phrase.owners.first {
      mention.owner = owner
    }
    mention.adjective = state.adjective?.entity
    let number = add(mention)
    takeOffices(&state, number)
    state.item = .named(number)
    state.adjective = nil
    phrase.head = j
    phrase.end = end
    return (kind == .person ? suffix(after: end) : smallHead(after: end, number)) ?? end
  }

  /// `, Jr.` behind a listed name.
  private func suffix(after end: Int) -> Int? {
    let k = isMark(end, ",") ? end + 1 : end
    guard isSuffix(k) else { return nil }
    return isMark(k + 1, ".") && text.tokens[k + 1].shape.isDisjoint(with: .spaced) && k + 2 < stop
      ? k + 2 : k + 1
  }

  /// Whether the run that begins with a listed name is two names (`CPP | Central Committee`) or one (`Kenya Airways`).
  private func splits(_ run: NameRun, at end: Int, kind: Kind, _ state: PhraseState) -> Bool {
    if case .office = state.item { return true }
    if inBody > 0, run.head == nil { return true }
    // `Kenya-Norway`, but `Wau-Jalle`
    if startsOffice(end) || shortParty(end) != nil
      || isMark(end, "-") && run.head == nil
        && (kind != .place || bestEntity(end + 1) != nil)
    {
      return true
    }
    if let head = headTerm(end), Int(head.end) == run.end {
      // A body of one's own behind an owner; a region's or place's head is its last word.
      let info = lexicon.info(head.sense.target)
      return info.isOrgan || info.isLegislature || info.kind == .ministry || info.governs
        || info.kind == .province || info.isGeneric && kind != .place && kind != .province
        || bestEntity(end).map { _ in true } == true
    }
    if kind == .party || kind == .organization { return run.head != nil && organStarts(end) }
    if run.head != nil, kind == .country, organStarts(end) { return true }
    return false
  }

  /// An organ's, ministry's or legislature's name starts at `k`.
  private func organStarts(_ k: Int) -> Bool {
    guard let run = nameRun(at: k), let head = run.head else { return false }
    let info = lexicon.info(head)
    return info.isOrgan || info.isLegislature || info.kind == .ministry
  }

  private mutating func readDefined(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard let target = abbreviations[text.hashes[j]] else { return nil }
    if case .named = state.item { return nil }
    if case .office = state.item { return nil }
    var mention = Mention(j, j + 1, kind: mentions[target].kind)
    mention.abbreviates = target
    mention.certainty = 0.95
    let number = add(mention)
    state.item = .named(number)
    state.adjective = nil
    phrase.head = j
    phrase.end = j + 1
    return j + 1
  }

  /// `Province`, `province`, `City`, `party` behind a listed name belongs to it.
  mutating func smallHead(after end: Int, _ number: Int) -> Int? {
    if mentions[number].kind == .party, isSmallParty(end) { return end + 1 }
    guard end < stop, let head = term(end, .head), let kind = lexicon.info(head.sense.target).kind,
      kind == .province || kind == .place || kind == .country && text.isCapital(end),
      !head.sense.forms.contains(.plural)
    else { return nil }
    let own = mentions[number].kind
    guard own == .province || own == .place || own == .country && kind == .country else {
      return nil
    }
    guard text.isCapital(end) || kind == .province else { return nil }
    if kind == .province, own == .place {
      mentions[number].kind = .province
      mentions[number].known = nil
    }
    if text.isCapital(end) { mentions[number].end = Int(head.end) }
    return Int(head.end)
  }

  /// `the CDU party`, but `the CDU party leader`
  func isSmallParty(_ k: Int) -> Bool {
    k < stop && !text.isCapital(k) && isWord(k, words.party) && term(k + 1, .office) == nil
  }

  /// Hands the offices that wait to the person who holds them.
  mutating func takeOffices(_ state: inout PhraseState, _ mention: Int) {
    guard case .office(let list) = state.item, mentions[mention].kind == .person else { return }
    mentions[mention].offices += list
    for office in list { offices[office].holder = mention }
  }
}
