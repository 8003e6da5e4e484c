internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  /// A run of capitals that no table lists: a body by its head noun, else perhaps a person.
  mutating func readRun(_ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState) -> Int? {
    guard isNameWord(j) || headTerm(j) != nil, let run = nameRun(at: j) else { return nil }
    // `Guard of Honour`: a common expression with capitals.
    if let phrase = text.matches(at: j).first(where: { $0.sense.role == .term }),
      Int(phrase.end) > j + 1,
      lexicon.info(phrase.sense.target).termClass == .common
    {
      return nil
    }
    // `host The Right Honorable, the Prime Minister of Lesotho`
    if term(j, .honorific).map({ Int($0.end) == run.end }) ?? false, isMark(run.end, ",") {
      return nil
    }
    if let event = term(j, .event) {
      switch state.item {
      case .none: if run.head == nil || Int(event.end) >= run.end { return nil }
      // `the tuna MoU`
      case .noun: if Int(event.end) >= run.end { return nil }
      default: break
      }
    }
    if let head = run.head {
      // `the two Parties` and `State and Party`: common nouns with a capital.
      if run.headStart == run.start, run.isPlural, !isWord(run.end, words.of) { return nil }
      // `a South African Delegation`
      if run.end - run.start == 1, has(run.start, .delegation), lexicon.info(head).kind != .party,
        !isMission(run.end, state)
      {
        return nil
      }
      return readBody(run, head, &phrase, &state)
    }
    if endsInEvent(run) { return readNamedEvent(run, &phrase, &state) }
    if case .named = state.item { return nil }
    guard inBody == 0 || !looksLikePerson(run) else { return nil }
    return readUnheaded(run, &phrase, &state)
  }

  /// `the European Union Delegation | to Kenya`: a body of that name, nobody who travels.
  private func isMission(_ end: Int, _ state: PhraseState) -> Bool {
    guard case .named(let owner) = state.item, mentions[owner].kind == .organization,
      mentions[owner].known != nil, isWord(end, words.to),
      let place = bestEntity(end + 1)
        ?? bestEntity(end + 2)
    else { return false }
    return isCountry(place) || lexicon.knowledge.entity(place.sense.target).kind == .organization
  }

  /// `the Shanghai World Expo`: an event whose own name is no entity.
  private mutating func readNamedEvent(
    _ run: NameRun, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard let noun = nounTerm(run.end - 1), noun.termClass == .event, noun.end >= run.end else {
      return nil
    }
    switch state.item {
    case .none:
      // `the G7 Leaders' Summit`, `the Singapore-Vietnam Joint Committee Meeting`
      if let match = bestEntity(run.start), Int(match.end) < run.end - 1 || noun.end > run.end,
        lexicon.knowledge.entity(match.sense.target).kind != .person
      {
        phrase.owners.append(mention(of: match, at: run.start))
      }
    case .named(let name) where mentions[name].kind != .person:
      // `the Asia-Pacific Economic Cooperation (APEC) Leaders' Meeting`
      phrase.owners.append(name)
      phrase.mentions = []
    default: return nil
    }
    apply(noun, run.end - 1, &phrase)
    state.item = .noun
    state.adjective = nil
    phrase.end = noun.end
    return noun.end
  }

  private mutating func mention(of match: Text.Match, at start: Int) -> Int {
    var mention = Mention(
      start, Int(match.end), kind: lexicon.knowledge.entity(match.sense.target).kind)
    mention.known = match.sense.target
    mention.certainty = 1
    return add(mention)
  }

  /// `Paris Agreement`, `East Asia Summit`: an event's or a paper's name, no entity; left to the nouns.
  private func endsInEvent(_ run: NameRun) -> Bool {
    let last = run.end - 1
    return last > run.start && term(last, .event) != nil && !has(last, [.given, .family])
  }

  // MARK: Bodies and places

  private mutating func readBody(
    _ run: NameRun, _ head: UInt32, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    let info = lexicon.info(head)
    if case .office = state.item { return nil }
    if info.isSame, run.end == run.start + 1, case .named(let name) = state.item,
      mentions[name].known != nil, mentions[name].kind == .organization
    {
      phrase.end = run.end
      return run.end
    }
    var mention = Mention(run.start, run.end, kind: info.kind ?? .organization)
    // `Central Asian States`: several, and no name.
    if run.isPlural, info.kind == .province { return nil }
    mention.head = head
    mention.certainty = 0.9
    mention.adjective =
      state.adjective?.entity ?? (phrase.definiteness == .possessive ? phrase.adjective : nil)
    mention.adjectiveToken = state.adjective?.token
    switch state.item {
    case .named(let owner):
      guard mentions[owner].kind != .person else { return nil }
      mention.owner = owner
    default:
      if let owner = phrase.owners.first, isPartOfName(owner, run) {
        mention.start = mentions[owner].start
        phrase.owners.removeAll { $0 == owner }
      } else {
        mention.owner = phrase.owners.first
      }
    }
    let isBare = run.headStart == run.start && (!info.isFirst || run.headEnd >= run.end)
    mention.isGeneric =
      isBare && info.kind != .place
      && (info.isGeneric || info.isOrgan || info.isLegislature
        || info.kind == .ministry || info.kind == .country)
    var end = run.end
    if let field = bodyField(end, info, isBare: isBare) {
      mention.end = field.end
      mention.fieldWords = field.words
      mention.isGeneric = false
      end = field.end
    }
    // `the State`, `the Province`: only a name of its own makes one.
    if isBare, mention.end == run.end, run.end - run.start == 1,
      info.kind == .province || info.kind == .place
    {
      guard isWord(end, words.of), let match = bestEntity(end + 1), !isCountry(match) else {
        return nil
      }
    }
    // One capitalised head alone is a common noun with a capital: `the Company`, `the River`.
    if isBare, mention.end == run.end, !mention.isGeneric, run.end - run.start == 1,
      mention.owner == nil, mention.adjective == nil, !isWord(end, words.of)
    {
      return nil
    }
    if mention.fieldWords.isEmpty {
      mention.fieldWords = (run.start..<run.headStart).filter {
        text.tokens[$0].shape.contains(.word)
      }
      .map { text.hashes[$0] }
    }
    mention.own = mention.start..<mention.end
    extendBefore(&mention, state)
    dropSwallowed(mention, info)
    let number = add(mention)
    if let next = ownerAfter(end, of: number) { end = next }
    state.item = .named(number)
    state.adjective = nil
    phrase.head = run.headStart
    phrase.term = head
    phrase.end = end
    return end
  }

  /// `The Fiji Times` names no country: its first word was noted as one before the head was read.
  private mutating func dropSwallowed(_ mention: Mention, _ info: TermInfo) {
    guard let token = mention.adjectiveToken, mention.start == token, !info.isOrgan,
      !info.isLegislature,
      !info.isGeneric, info.kind != .ministry, let last = mentions.last, last.start == token,
      last.kind == .country
    else { return }
    mentions[mentions.count - 1].known = nil
    mentions[mentions.count - 1].kind = nil
    mentions[mentions.count - 1].isGeneric = true
  }

  /// An owner that is a body, or an adjective, directly before the head belongs to the name as it is written:
  /// `CPP Central Committee`, `Vietnamese Embassy`; a country's possessive does not.
  private func extendBefore(_ mention: inout Mention, _ state: PhraseState) {
    if let owner = mention.owner,
      mentions[owner].kind == .party || mentions[owner].kind == .organization
        || mentions[owner].kind == .ministry, mentions[owner].start < mention.start
    {
      mention.start = mentions[owner].start
    } else if let owner = mention.owner, mentions[owner].end == mention.start,
      mentions[owner].kind == .country || mentions[owner].kind == .province
    {
      // `Samoa College`, `Fiji-Australia Business Council`
      mention.start = mentions[owner].start
      if mention.start > 1, isMark(mention.start - 1, "-"),
        let first = mentions.last(where: { $0.end == mention.start - 1 && $0.kind == .country })
      {
        // Of both countries, and a part of neither.
        mention.start = first.start
        mention.owner = nil
      }
    } else if let token = mention.adjectiveToken, token < mention.start, state.adjective != nil {
      mention.start = token
      guard token > first + 1, isMark(token - 1, "-"),
        text.matches(at: token - 2).contains(where: {
          [.adjective, .entity].contains($0.sense.role) && Int($0.end) == token - 1
        })
      else { return }
      // `Tajik-Kyrgyz Commission`: the same, told by adjectives.
      mention.start = token - 2
      (mention.adjective, mention.adjectiveToken) = (nil, nil)
    }
  }

  private func bodyField(_ end: Int, _ info: TermInfo, isBare: Bool) -> (end: Int, words: [UInt32])?
  {
    guard let field = field(after: end) else { return nil }
    if isWord(end, words.on) {
      guard isBare || info.isOrgan else { return nil }
    }
    // `Province of Kampot`, `University of Nairobi`, `Ministry of Interior`: part of the name.
    return field
  }

  /// `of Cambodia`, `of the Vietnamese Ministry …` behind a body's name: its owner.
  private mutating func ownerAfter(_ k: Int, of number: Int) -> Int? {
    guard isSmall(k), isWord(k, words.of) else { return nil }
    let before = mark()
    guard let phrase = bodyPhrase(at: k + 1) else {
      rollBack(to: before)
      return nil
    }
    let read = phrases.removeLast()
    _ = phrase
    guard let owner = read.mentions.first, read.mentions.count == 1 else { return nil }
    // `the University of Vermont's Billings Library`: a library of the university, which has the place in its name.
    if let head = mentions[number].head, lexicon.info(head).isHouse,
      let place = mentions[owner].owner, mentions[place].start == k + 1,
      text.isPossessive(mentions[place].end), mentions[place].end < mentions[owner].start + 1,
      let match = bestEntity(k + 1)
    {
      rollBack(to: before)
      mentions[number].owner = mention(of: match, at: k + 1)
      mentions[number].end = Int(match.end)
      mentions[number].isGeneric = false
      return Int(match.end)
    }
    if isNamedAfter(k + 1, owner, number) {
      rollBack(to: before)
      mentions[number].end = read.end
      return read.end
    }
    if (mentions[number].owner == nil || mentions[number].kind != .ministry) && !endsInPlace(number)
    {
      mentions[number].owner = owner
    }
    let ownerKind = mentions[owner].kind
    if ownerKind == .country || ownerKind == .province || ownerKind == .place {
      // `Royal Academy of Cambodia` is one name; `Province of Kampot` names Kampot.
      mentions[number].end = read.end
    } else {
      mentions[number].end = mentions[owner].end
    }
    mentions[number].isGeneric = false
    return read.end
  }

  /// `University of Virginia | School of Law`: a school of that university, and none of Virginia's.
  private func isNamedAfter(_ k: Int, _ owner: Int, _ number: Int) -> Bool {
    guard mentions[owner].known == nil, mentions[owner].head != nil, mentions[owner].start == k,
      let place = bestEntity(k), Int(place.end) < mentions[owner].end,
      let head = mentions[number].head
    else { return false }
    let info = lexicon.info(head)
    return info.kind == .organization && !info.isOrgan && !info.isLegislature
      && [.country, .province, .place].contains(
        lexicon.knowledge.entity(place.sense.target).kind)
  }

  /// `District Court for the Northern District | of New York`: the district is New York's, the court is not.
  private func endsInPlace(_ number: Int) -> Bool {
    let mention = mentions[number]
    return mention.end - 1 > mention.start && has(mention.end - 1, .head)
      && (mention.start..<mention.end).contains { isWord($0, words.forWord) }
  }

  // MARK: Persons

  private mutating func readUnheaded(
    _ run: NameRun, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    var kind: Kind?
    var certainty = 0.3
    let isTitled = if case .office = state.item { true } else { state.sawHonorific }
    let single = run.end - run.start == 1
    // `the Minister for Food Industry Malaysia, X`: no country holds an office; it is the country's.
    if case .office(let list) = state.item, let country = country(run) {
      guard
        list.contains(where: { offices[$0].body.map { mentions[$0].kind == .ministry } ?? false })
      else { return nil }
      shareOwner(mention(of: country, at: run.start), list)
      phrase.end = run.end
      return run.end
    }
    if isTitled {
      kind = .person
      certainty = 0.95
    } else if isPlaced(run.start), !single || !text.tokens[run.start].shape.contains(.allCapitals) {
      // `in La Trinidad`: nobody is in a person.
      kind = text.isPossessive(min(run.end, stop - 1)) ? nil : .place
      certainty = 0.6
    } else if phrase.definiteness != .definite, looksLikePerson(run), hasGivenName(run) {
      kind = .person
      certainty = 0.8
    } else if single, text.tokens[run.start].shape.contains(.allCapitals), !isMark(run.end, "$"),
      text.tokens[run.start].end - text.tokens[run.start].start >= 2, !isShouting
    {
      // An acronym that nobody explains: what it does in the sentence will tell.
      certainty = 0.4
    }
    var start = run.start
    if kind == nil, isShortTitle(run) {
      // `SMS Edwin Tong`, `CM Stalin`
      shortTitles.insert(text.hashes[run.start])
      (start, kind, certainty) = (run.start + 1, .person, 0.8)
    }
    var mention = Mention(start, run.end, kind: kind)
    mention.certainty = certainty
    mention.adjective = state.adjective?.entity
    // `the Saudi Arabia-Africa summit`: neither is the other's.
    if let owner = phrase.owners.first, !isMark(run.start - 1, "-") { mention.owner = owner }
    let number = add(mention)
    takeOffices(&state, number)
    state.item = .named(number)
    state.adjective = nil
    phrase.head = run.start
    phrase.end = run.end
    return run.end
  }

  /// What stands before the names of navies' and merchants' ships.
  private static let ships: Set<String> = [
    "USS", "USNS", "HMS", "HMCS", "HMAS", "INS", "BRP", "KRI", "ITS", "JS", "ROKS", "PNS", "BNS",
    "RSS",
    "TCG", "FGS", "FS", "MV", "SS",
  ]

  /// A few capitals before a full name: a title that nobody explains. Ships are called so too.
  private func isShortTitle(_ run: NameRun) -> Bool {
    let token = text.tokens[run.start]
    guard token.shape.contains(.allCapitals), !isShouting,
      (2...4).contains(token.end - token.start),
      abbreviations[text.hashes[run.start]] == nil, bestEntity(run.start) == nil,
      run.start == first || !isWord(run.start - 1, words.the),
      !Scanner.ships.contains(text.string(run.start, run.start + 1))
    else { return false }
    let name = NameRun(
      start: run.start + 1, end: run.end, head: nil, headStart: 0, headEnd: 0, isPlural: false)
    return looksLikePerson(name) && hasGivenName(name)
  }

  /// `Higher Education Students' Financing Board`: nobody's board, but one of that name.
  private func isPartOfName(_ owner: Int, _ run: NameRun) -> Bool {
    let mention = mentions[owner]
    return mention.kind == nil && mention.known == nil && mention.start != first
      && (run.start - 2...run.start).contains(mention.end + 1)
      && text.isPossessive(mention.end)
      && (mention.start..<mention.end).allSatisfy {
        text.isCapital($0) && has($0, [.common, .field, .adjective]) && !has($0, [.given, .family])
      }
  }

  private func country(_ run: NameRun) -> Text.Match? {
    guard let match = bestEntity(run.start), Int(match.end) == run.end, match.sense.role == .entity,
      lexicon.knowledge.entity(match.sense.target).kind == .country,
      !has(run.start, [.given, .family])
    else { return nil }
    return match
  }

  private func isPlaced(_ k: Int) -> Bool {
    k > first && (isWord(k - 1, words.inWord) || isWord(k - 1, words.at)) && isSmall(k - 1)
  }

  /// Two to five name words, none of them a common word unless a first or family name stands among them.
  func looksLikePerson(_ run: NameRun) -> Bool {
    let count = run.end - run.start
    guard (2...6).contains(count) else { return false }
    var names = 0
    var common = 0
    for k in run.start..<run.end {
      let classes = text.classes[k]
      if text.tokens[k].shape.contains(.number) { return false }
      if text.isMark(k, "&") { return false }
      let isName = !classes.isDisjoint(with: [.given, .family])
      if isName, !classes.isDisjoint(with: [.common, .event, .head]) {
        // `Day`, `Victory`: a name as well as a word decides nothing.
        continue
      } else if isName {
        names += 1
      } else if text.tokens[k].shape.contains(.initials) {
        names += k == run.end - 1 ? 0 : 1
      } else if text.tokens[k].shape.contains(.allCapitals), !isShouting,
        text.tokens[k].end - text.tokens[k].start < 5
      {
        return false
      } else if !classes.isDisjoint(with: [.common, .field, .head, .event, .adjective]) {
        common += 1
      } else if let match = bestEntity(k), !isTownOrFirm(match, k) {
        common += 1
      }
    }
    return common == 0 || names > common
  }

  /// `Kobe Bryant`, `Nikola Tesla`: one word that is a town or a company elsewhere decides nothing.
  private func isTownOrFirm(_ match: Text.Match, _ k: Int) -> Bool {
    let entity = lexicon.knowledge.entity(match.sense.target)
    return Int(match.end) == k + 1 && ["city", "company"].contains(entity.type)
  }

  func hasGivenName(_ run: NameRun) -> Bool {
    (run.start..<run.end).contains {
      has($0, [.given, .family]) && !has($0, [.common, .event, .head])
    }
  }
}
