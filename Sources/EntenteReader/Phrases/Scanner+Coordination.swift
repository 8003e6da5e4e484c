internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  /// Reads a noun phrase with its coordination and apposition: `X, Y and Z provinces`; `A, president of B,`.
  ///
  /// `tight` is for phrases inside another one, where `and the …` goes on outside.
  mutating func phrase(at i: Int, tight: Bool = false) -> Int? {
    guard let first = simplePhrase(at: i) else { return nil }
    attachApposition(first)
    var items = [first]
    var pending: [Int] = []
    var j = phrases[first].end
    let before = mark()
    var committed = before
    while j < stop {
      // `to Accra, Ghana; Lusaka, Zambia; and Dar es Salaam`
      let isSemicolon = isMark(j, ";") && phrases[items[0]].form == .named && !sawSemicolonVerb(j)
      let isComma = isMark(j, ",") || isSemicolon
      var k = isComma ? j + 1 : j
      let isAnd = isWord(k, words.and) || isMark(k, "&") || joinsLikeAnd(k) != nil
      if isAnd { k = joinsLikeAnd(k) ?? k + 1 }
      // `the governors of Duhok and of Şırnak`
      let isAndOf = isAnd && tight && isWord(k, words.of)
      if isAndOf { k += 1 }
      isSecondNoun = isAnd && phrases[items[0]].form == .event && nounTerm(k)?.termClass == .event
      defer { isSecondNoun = false }
      guard isAnd || isComma, let next = simplePhrase(at: k),
        isCompatible(items[0], next, tight: tight && !isAndOf), next > items.last ?? 0,
        isAnd || !isPlaceBeforePerson(items[0], next)
      else { break }
      // `she met X, and the two sides did not sign`: another clause begins.
      if isAnd, isComma, sawVerb, items.count + pending.count == 1, startsFinite(phrases[next].end)
      {
        break
      }
      if isAnd || isSemicolon { attachApposition(next) }
      pending.append(next)
      j = phrases[next].end
      if isAnd {
        items += pending
        pending = []
        committed = mark()
        if !isMark(j, ",") && !isWord(j, words.and) { break }
        // `A and B, C and D` goes on only in a list of names.
        if phrases[items[0]].form != .named { break }
      }
    }
    rollBack(to: committed)
    if items.count > 2, holdOffices(items) { items.removeFirst() }
    guard items.count > 1 else { return first }
    let number = coordinate(items)
    readListHead(number)
    return number
  }

  /// `as well as`, `along with`, `together with`: they add a participant.
  func joinsLikeAnd(_ k: Int) -> Int? {
    guard let match = term(k, .conjunction), Int(match.end) - k > 1,
      lexicon.info(match.sense.target).coordinates
    else { return nil }
    return Int(match.end)
  }

  /// `the governors of A, B and C, X, Y and Z`: the persons hold the offices, each his own where there are as many.
  private mutating func holdOffices(_ items: [Int]) -> Bool {
    let group = phrases[items[0]]
    let persons = items.dropFirst().compactMap { item -> Int? in
      guard phrases[item].form == .named, phrases[item].mentions.count == 1 else { return nil }
      return phrases[item].mentions[0]
    }
    if group.form == .side, group.items.isEmpty, group.definiteness == .definite, group.links.isEmpty,
      items.dropFirst().allSatisfy({ isBody($0) })
    {
      // `the center-right parties, Fianna Fáil and Fine Gael,`
      return true
    }
    guard group.form == .side, group.items.isEmpty, persons.count == items.count - 1,
      persons.allSatisfy({ mentions[$0].kind == .person || mayBePerson($0) }),
      persons.contains(where: { mentions[$0].kind == .person })
    else { return false }
    for person in persons where mentions[person].kind == nil {
      mentions[person].kind = .person
      mentions[person].certainty = 0.8
    }
    guard let term = group.term, lexicon.info(term).termClass == .office,
      let linked = group.links.first?.phrase, phrases[linked].mentions.count == persons.count
    else { return true }
    for (person, body) in zip(persons, phrases[linked].mentions) {
      var office = Office(start: group.head, end: group.head + 1, term: term)
      office.sentence = sentence
      office.relation = lexicon.info(term).relation
      office.body = body
      office.holder = person
      mentions[person].offices.append(offices.count)
      offices.append(office)
    }
    return true
  }

  /// True where a finite verb stands before the next semicolon: clauses are joined there, not names.
  private func sawSemicolonVerb(_ j: Int) -> Bool {
    var k = j + 1
    while k < stop, !isMark(k, ";") {
      if !text.isCapital(k), verbGroupStarts(k), !has(k, [.preposition]), nounTerm(k) == nil { return true }
      k += 1
    }
    return false
  }

  private func isBody(_ p: Int) -> Bool {
    phrases[p].form == .named && phrases[p].items.isEmpty
      && phrases[p].mentions.allSatisfy { mentions[$0].kind.map { $0 != .person } ?? false }
  }

  /// `in Undufo, the President of the State …`: a comma between a place and who did something there lists nothing.
  private func isPlaceBeforePerson(_ a: Int, _ b: Int) -> Bool {
    guard phrases[a].form == .named, let place = phrases[a].mentions.first,
      mentions[place].kind == .place
    else { return false }
    return phrases[b].form == .office
      || phrases[b].mentions.first.map { mentions[$0].kind == .person } ?? false
  }

  private func isCompatible(_ a: Int, _ b: Int, tight: Bool) -> Bool {
    let x = phrases[a]
    let y = phrases[b]
    if tight {
      guard x.form == y.form,
        y.definiteness == .bare || x.form != .named || y.definiteness == x.definiteness
          || sameKind(x, y)
      else { return false }
    }
    switch (x.form, y.form) {
    case (.event, .event): return y.links.isEmpty || true
    case (.common, .common): return false
    case (.common, _), (_, .common), (.event, _), (_, .event): return false
    case (.pronoun, _): return y.form == .named || y.form == .office
    case (.named, .named):
      if tight, let p = x.mentions.first, let q = y.mentions.first {
        return (mentions[p].kind == .person) == (mentions[q].kind == .person)
      }
      return true
    default: return true
    }
  }

  private func sameKind(_ x: Phrase, _ y: Phrase) -> Bool {
    guard let a = x.mentions.first, let b = y.mentions.first, mentions[a].kind != nil else {
      return false
    }
    return mentions[a].kind == mentions[b].kind && y.definiteness == .definite && y.owners.isEmpty
  }

  private mutating func coordinate(_ items: [Int]) -> Int {
    var phrase = Phrase(phrases[items[0]].start, phrases[items[items.count - 1]].end)
    phrase.form = phrases[items[0]].form
    phrase.items = items
    phrase.mentions = items.flatMap { phrases[$0].mentions }
    phrase.offices = items.flatMap { phrases[$0].offices }
    phrase.definiteness = phrases[items[0]].definiteness
    phrase.owners = phrases[items[0]].owners
    phrase.term = phrases[items[0]].term
    phrase.head = phrases[items[0]].head
    phrase.isPlural = true
    phrase.status = phrases[items[0]].status
    phrase.adjective = phrases[items[0]].adjective
    shareKind(phrase.mentions)
    return add(phrase)
  }

  /// In a list of bodies an unknown name is what the listed ones are: `the Civic Democrats, Christian Democrats and Greens`.
  private mutating func shareKind(_ list: [Int]) {
    let kinds = Set(list.compactMap { mentions[$0].kind })
    guard kinds.count == 1, let kind = kinds.first else { return }
    // `in Buffalo, Laguna Woods and Uvalde`: towns beside a town.
    let isPlaces = kind == .place && mentions[list[0]].kind == .place
    guard
      isPlaces
        || (kind == .party || kind == .organization)
          && list.contains(where: { mentions[$0].certainty >= 0.9 })
    else { return }
    for mention in list where mentions[mention].kind == nil {
      mentions[mention].kind = kind
      mentions[mention].certainty = 0.7
    }
  }

  /// `Svay Rieng, Prey Veng and Tbong Khmum provinces`: the plural head makes each a province, the owner is shared.
  private mutating func readListHead(_ number: Int) {
    let end = phrases[number].end
    guard phrases[number].form == .named, let head = term(end, .head),
      head.sense.forms.contains(.plural), let kind = lexicon.info(head.sense.target).kind
    else { return }
    let owner = phrases[number].owners.first
    for mention in phrases[number].mentions {
      if mentions[mention].kind == nil || kind == .province && mentions[mention].kind != .country {
        if mentions[mention].kind != kind, let known = mentions[mention].known,
          lexicon.knowledge.entity(known).kind != kind
        {
          mentions[mention].known = nil
        }
        mentions[mention].kind = kind
        mentions[mention].certainty = 0.95
      }
      if mentions[mention].owner == nil { mentions[mention].owner = owner }
    }
    phrases[number].end = Int(head.end)
  }

  // MARK: Apposition

  /// `Hun Sen, president of the CPP,` and `Brasilia, Brazil,`.
  mutating func attachApposition(_ number: Int) {
    if phrases[number].form == .office, !phrases[number].isPlural, attachDistantName(to: number) {
      return
    }
    let end = phrases[number].end
    if phrases[number].form == .named { attachRegion(to: number) }
    guard isMark(end, ","), end + 1 < stop else { return }
    switch phrases[number].form {
    case .named:
      guard phrases[number].mentions.count == 1, let mention = phrases[number].mentions.first else {
        return
      }
      if mentions[mention].kind == .person || mentions[mention].kind == nil {
        attachOffice(to: mention, number)
      } else if kind(of: mention, isOneOf: [.party, .organization, .ministry]) {
        attachLeader(of: mention, number)
      } else {
        attachCountry(toPlace: mention, number)
      }
    case .office: attachName(to: number)
    case .side where !phrases[number].isPlural: attachName(to: number)
    // `his deputy, Vice Governor Morishima,`
    case .common where phrases[number].ownerPronoun != nil && !phrases[number].isPlural:
      attachTitled(to: number)
    default: return
    }
  }

  /// `Kogalniceau Airbase in Romania`, `Schloss Elmau in southern Germany`: where a place lies.
  private mutating func attachRegion(to number: Int) {
    let end = phrases[number].end
    guard phrases[number].mentions.count == 1, let place = phrases[number].mentions.first,
      mentions[place].kind == .place, mentions[place].owner == nil, isWord(end, words.inWord)
    else { return }
    let k = has(end + 1, .adjective) && !text.isCapital(end + 1) ? end + 2 : end + 1
    guard let match = bestEntity(k), match.sense.role == .entity,
      [.country, .province].contains(lexicon.knowledge.entity(match.sense.target).kind),
      isDifferent(match, from: place)
    else { return }
    var region = Mention(
      k, Int(match.end), kind: lexicon.knowledge.entity(match.sense.target).kind)
    region.known = match.sense.target
    region.certainty = 1
    mentions[place].owner = add(region)
    phrases[number].end = Int(match.end)
  }

  private func isDifferent(_ match: Text.Match, from place: Int) -> Bool {
    guard let known = mentions[place].known else { return true }
    let own = lexicon.knowledge.entity(known).country
    return own == nil || own == lexicon.knowledge.entity(match.sense.target).country
  }

  private func kind(of mention: Int, isOneOf kinds: Set<Kind>) -> Bool {
    mentions[mention].kind.map { kinds.contains($0) } ?? false
  }

  /// `the Standing Committee, led by its President Hun Sen,`: who leads it, said in passing.
  private mutating func attachLeader(of body: Int, _ number: Int) {
    let verb = phrases[number].end + 1
    guard has(verb, .verb), isWord(verb + 1, words.by),
      [.lead, .chair].contains(
        lexicon.sense(ofVerb: lexicon.knowledge.verbLemma(ofWord: word(verb))))
    else { return }
    let before = mark()
    guard let leader = simplePhrase(at: verb + 2), phrases[leader].mentions.count == 1,
      let person = phrases[leader].mentions.first, phrases[leader].form == .named
    else {
      rollBack(to: before)
      return
    }
    leaderships.append(Leadership(person: person, body: body, sentence: sentence))
    let end = phrases[leader].end
    phrases[number].end = isMark(end, ",") ? end + 1 : end
  }

  private mutating func attachOffice(to mention: Int, _ number: Int) {
    let before = mark()
    var start = phrases[number].end + 1
    // `X, then its ambassador to Ethiopia, met Y`
    if has(start, [.adverb, .date]) { start += 1 }
    guard let title = simplePhrase(at: start) else {
      rollBack(to: before)
      return
    }
    if phrases[title].form == .side, !phrases[title].isPlural, closesApposition(phrases[title].end) {
      // `X, his Senegalese counterpart,`
      let end = phrases[title].end
      let country = phrases[title].adjective
      rollBack(to: before)
      mentions[mention].kind = .person
      mentions[mention].certainty = max(mentions[mention].certainty, 0.85)
      if mentions[mention].adjective == nil { mentions[mention].adjective = country }
      phrases[number].end = isMark(end, ",") ? end + 1 : end
      return
    }
    guard phrases[title].form == .office else {
      rollBack(to: before)
      return
    }
    var read = phrases[title]
    while isWord(read.end, words.and), let next = simplePhrase(at: read.end + 1),
      phrases[next].form == .office
    {
      read.offices += phrases[next].offices
      read.end = phrases[next].end
    }
    guard
      closesApposition(read.end) || startsFinite(read.end)
        || isWord(read.end, words.and) && isNameWord(read.end + 1) && bestEntity(read.end + 1) == nil
    else {
      rollBack(to: before)
      return
    }
    guard mayHold(read.offices, mention) else {
      rollBack(to: before)
      return
    }
    shareOwner(read.owners.first, read.offices)
    mentions[mention].kind = .person
    mentions[mention].certainty = max(mentions[mention].certainty, 0.9)
    mentions[mention].offices += read.offices
    for office in read.offices { offices[office].holder = mention }
    phrases[number].end = isMark(read.end, ",") ? read.end + 1 : read.end
  }

  /// `at the invitation of Premier Li Qiang of China, PM of Sri Lanka …`: no office of another country in apposition.
  private func mayHold(_ list: [Int], _ person: Int) -> Bool {
    let own = mentions[person].known.flatMap { lexicon.knowledge.entity($0).country }
      ?? mentions[person].offices.lazy.compactMap { self.country(of: $0) }.first
    guard let own else { return true }
    return list.allSatisfy { office in country(of: office).map { $0 == own } ?? true }
  }

  /// The country that an office is of by its own words.
  private func country(of office: Int) -> UInt32? {
    guard let body = offices[office].body, mentions[body].kind == .country else {
      return offices[office].adjective
    }
    return mentions[body].known
  }

  private func firstOwner(of number: Int) -> Int? {
    let first = phrases[number].items.first ?? number
    return phrases[first].owners.first
      ?? phrases[number].offices.first.flatMap { offices[$0].body }
  }

  /// `Kuwait's Deputy Prime Minister and Minister of Foreign Affairs`: both are Kuwait's.
  private mutating func shareOwner(_ owner: Int?, _ list: [Int]) {
    guard let owner, mentions[owner].kind == .country else { return }
    for office in list {
      if let body = offices[office].body {
        if body != owner, mentions[body].owner == nil, mentions[body].kind == .ministry {
          mentions[body].owner = owner
        }
      } else {
        offices[office].body = owner
      }
    }
  }

  /// An apposition ends with a comma, the sentence, or where a verb or `and` follows.
  private func closesApposition(_ k: Int) -> Bool {
    k >= stop || text.tokens[k].shape.contains(.mark) && !text.isPossessive(k)
  }

  /// `the president of the communal council, X`; `the director of the mission in Kenya, X`: what the office is of
  /// names nobody, and the holder stands behind it.
  private mutating func attachDistantName(to number: Int) -> Bool {
    let whole = phrases[number]
    let before = mark()
    var end = whole.end
    for _ in 0..<3 {
      guard isSmall(end), let preposition = term(end, .preposition), !text.isCapital(end),
        let inner = simplePhrase(at: Int(preposition.end)), phrases[inner].form != .pronoun
      else { break }
      end = phrases[inner].end
      if let owner = phrases[inner].owners.first ?? phrases[inner].mentions.first,
        mentions[owner].kind != .person, let office = whole.offices.first,
        offices[office].body == nil
      {
        offices[office].body = owner
      }
    }
    if end > whole.end, isMark(end, ",") {
      phrases[number].end = end
      attachName(to: number)
      if phrases[number].form == .named { return true }
    }
    rollBack(to: before)
    for office in whole.offices where offices[office].body.map({ $0 >= mentions.count }) == true {
      offices[office].body = nil
    }
    phrases[number] = whole
    return false
  }

  private mutating func attachTitled(to number: Int) {
    let before = mark()
    guard let name = simplePhrase(at: phrases[number].end + 1), phrases[name].form == .named,
      phrases[name].definiteness == .bare, phrases[name].mentions.count == 1,
      let mention = phrases[name].mentions.first, mentions[mention].kind == .person,
      closesApposition(phrases[name].end)
    else {
      rollBack(to: before)
      return
    }
    let end = phrases[name].end
    phrases[number].form = .named
    phrases[number].mentions = [mention]
    phrases[number].end = isMark(end, ",") ? end + 1 : end
  }

  private mutating func attachName(to number: Int) {
    let before = mark()
    let start = phrases[number].end + 1
    guard let name = simplePhrase(at: start), phrases[name].form == .named,
      let mention = phrases[name].mentions.first, phrases[name].mentions.count == 1,
      mentions[mention].kind == .person || mayBePerson(mention) && !phrases[number].isPlural,
      mentions[mention].offices.allSatisfy({ offices[$0].relation == nil })
        || phrases[number].form == .side,
      closesApposition(phrases[name].end) || startsFinite(phrases[name].end)
        || isWord(phrases[name].end, words.and) && !phrases[number].isPlural
        || phrases[number].form == .side,
      isBareName(phrases[name]) || phrases[number].form == .side
    else {
      rollBack(to: before)
      return
    }
    let read = phrases[name]
    shareOwner(firstOwner(of: number), phrases[number].offices)
    if mentions[mention].kind == nil {
      mentions[mention].kind = .person
      mentions[mention].certainty = 0.85
    }
    mentions[mention].offices += phrases[number].offices
    for office in phrases[number].offices { offices[office].holder = mention }
    phrases[number].form = .named
    phrases[number].mentions = [mention]
    phrases[number].end = isMark(read.end, ",") ? read.end + 1 : read.end
  }

  /// A name with nothing before it but honorifics: `Mr Otieno`, `H.E. Anna Berg`.
  private func isBareName(_ phrase: Phrase) -> Bool {
    phrase.definiteness == .bare && phrase.owners.isEmpty && phrase.adjective == nil
      && phrase.count == nil
  }

  /// An unknown name of several words: behind a title and a comma a person's.
  private func mayBePerson(_ mention: Int) -> Bool {
    let one = mentions[mention]
    return one.kind == nil && one.known == nil && one.head == nil && one.abbreviates == nil
      && (2...6).contains(one.end - one.start)
      && (one.start..<one.end).allSatisfy { !has($0, [.event, .head]) || has($0, [.given, .family]) }
  }

  private func startsFinite(_ k: Int) -> Bool {
    k < stop && !text.isCapital(k) && verbGroupStarts(k) && !has(k, .preposition)
  }

  private mutating func attachCountry(toPlace mention: Int, _ number: Int) {
    let kind = mentions[mention].kind
    guard kind == .place || kind == .province, let match = bestEntity(phrases[number].end + 1),
      isCountry(match)
        || kind == .place && lexicon.knowledge.entity(match.sense.target).kind == .province
        || mentions[mention].head != nil
          && lexicon.knowledge.entity(match.sense.target).kind == .place,
      match.sense.role == .entity || match.sense.role == .abbreviation
    else { return }
    let end = Int(match.end)
    // Not in a list: `Hanoi, Vientiane and …`; a comma, a stop or a preposition follows, or the place lies there.
    let isThere =
      mentions[mention].known.flatMap { lexicon.knowledge.entity($0).country } == match.sense.target
    guard
      isThere || end >= stop || text.tokens[end].shape.contains(.mark) && !text.isPossessive(end)
        || has(end, .preposition)
    else { return }
    let entity = lexicon.knowledge.entity(match.sense.target)
    var outer = Mention(phrases[number].end + 1, end, kind: entity.kind)
    outer.known = match.sense.target
    outer.certainty = 1
    mentions[mention].owner = add(outer)
    phrases[number].end = isMark(end, ",") && end + 1 < stop ? end + 1 : end
  }
}
