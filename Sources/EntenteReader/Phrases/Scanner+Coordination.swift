internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  /// Reads a noun phrase with its coordination and apposition: `X, Y and Z provinces`; `A, president of B,`.
  ///
  /// `tight` is for phrases inside another one, where `and the …` goes on outside.
  mutating func phrase(at i: Int, tight: Bool = false) -> Int? {
    guard let first = simplePhrase(at: i) else { return nil }
    attachApposition(first)
    holdLikewise(first)
    var items = [first]
    var pending: [Int] = []
    var j = phrases[first].end
    let before = mark()
    var committed = before
    while j < stop {
      // `to Accra, Ghana; Lusaka, Zambia; and Dar es Salaam`
      let isSemicolon = isMark(j, ";") && phrases[items[0]].form == .named && !sawSemicolonVerb(j)
      // `A, minister of trade, B, …`: the comma behind the title is the list's as well.
      let isBehindTitle = isMark(j - 1, ",") && !isMark(j, ",") && closesTitle(items + pending, j)
      let isComma = isMark(j, ",") || isSemicolon || isBehindTitle
      var k = isComma && !isBehindTitle ? j + 1 : j
      let isAnd = isWord(k, words.and) || isMark(k, "&") || joinsLikeAnd(k) != nil
      if isAnd { k = joinsLikeAnd(k) ?? k + 1 }
      if isAnd, phrases[items[0]].form == .named, let end = others(at: k) {
        items += pending
        committed = mark()
        phrases[items[items.count - 1]].end = end
        break
      }
      // `King X, along with his mother, left for Oslo`
      if isAnd, let end = company(at: k, behind: items[0]) {
        items += pending
        committed = mark()
        phrases[items[items.count - 1]].end = end
        break
      }
      // `the governors of Duhok and of Şırnak`
      let isAndOf = isAnd && tight && isWord(k, words.of)
      if isAndOf { k += 1 }
      isSecondNoun = isAnd && phrases[items[0]].form == .event && nounTerm(k)?.termClass == .event
      defer { isSecondNoun = false }
      guard isAnd || isComma, let next = simplePhrase(at: k),
        isCompatible(items[0], next, tight: tight && !isAndOf), next > items.last ?? 0,
        isAnd || !isPlaceBeforePerson(items[0], next)
      else { break }
      // `by X for Kenya and Y for Norway`: two pairs.
      if isAnd, i > first, isWord(i - 1, words.forWord), isSmall(phrases[next].end),
        text.words[phrases[next].end] == text.words[i - 1], phrases[items[0]].form == .named,
        phrases[next].form == .named, namesPerson(next), !namesPerson(items[0])
      {
        break
      }
      // `she met X, and the two sides did not sign`: another clause begins.
      if isAnd, isComma, sawVerb, items.count + pending.count == 1,
        startsFinite(phrases[next].end) || isPairOfSubjects(phrases[next].end)
      {
        break
      }
      if isAnd || isSemicolon || isBeforeTitle(next) { attachApposition(next) }
      holdLikewise(next)
      if isAnd, items.count + pending.count == 1 {
        takeForPerson(items[0], besideCounterpart: next)
      }
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
    if !pending.isEmpty, isOpenList(items + pending, j) {
      items += pending
      committed = mark()
    }
    rollBack(to: committed)
    if items.count > 2, holdOffices(items) { items.removeFirst() }
    if items.count == 2, holdBoth(items) { items.removeFirst() }
    guard items.count > 1 else { return first }
    let number = coordinate(items)
    readListHead(number)
    return number
  }

  /// `…, and X | and Y signed`: two subjects of a new clause, of which the first was just read.
  private mutating func isPairOfSubjects(_ end: Int) -> Bool {
    guard isWord(end, words.and) else { return false }
    let before = mark()
    defer { rollBack(to: before) }
    guard let second = simplePhrase(at: end + 1), phrases[second].form == .named else {
      return false
    }
    return startsFinite(phrases[second].end)
  }

  /// `met President A, Prime Minister B, | and held talks with C`: titled persons, where the `and` joins the verbs.
  private func isOpenList(_ items: [Int], _ j: Int) -> Bool {
    guard isMark(j, ","), j + 2 < stop else { return false }
    let goesOn =
      isWord(j + 1, words.and) && !text.isCapital(j + 2) && verbGroupStarts(j + 2)
      && nounTerm(j + 2) == nil
      || isWord(j + 1, words.before)
        && lexicon.knowledge.forms(ofWord: word(j + 2)).contains(.gerund)
    return goesOn && sawVerb
      && items.allSatisfy { item in
        guard phrases[item].form == .named, phrases[item].mentions.count == 1 else { return false }
        let person = mentions[phrases[item].mentions[0]]
        return person.kind == .person
          && person.offices.contains { offices[$0].end <= person.start }
      }
  }

  /// `along with his mother`, `together with officers`: company that nothing names; where it ends.
  private mutating func company(at k: Int, behind first: Int) -> Int? {
    guard joinsLikeAnd(k - 1) != nil || !isWord(k - 1, words.and), phrases[first].form == .named,
      k < stop, isSmall(k)
    else { return nil }
    let before = mark()
    defer { rollBack(to: before) }
    guard let with = simplePhrase(at: k), phrases[with].form == .common,
      phrases[with].mentions.isEmpty, phrases[with].owners.isEmpty,
      phrases[with].ownerPronoun != nil || phrases[with].isPlural
    else { return nil }
    let end = phrases[with].end
    return isMark(end, ",") ? end + 1 : startsFinite(end) ? end : nil
  }

  /// `A, B and others`, `A, B and other officials`: where a list ends whose rest is not named.
  private mutating func others(at k: Int) -> Int? {
    if isWord(k, words.others), !isWord(k + 1, words.of) { return k + 1 }
    let isOther = isWord(k, words.other) || has(k, .number) && isWord(k + 1, words.other)
    guard isOther, let rest = simplePhrase(at: k) else { return nil }
    let phrase = phrases[rest]
    return phrase.isPlural && phrase.mentions.isEmpty && phrase.form != .event ? phrase.end : nil
  }

  /// The last of the list is a person whose title ends at `j`.
  private func closesTitle(_ items: [Int], _ j: Int) -> Bool {
    guard let last = items.last, phrases[last].end == j, phrases[last].form == .named,
      let person = phrases[last].mentions.last, mentions[person].kind == .person
    else { return false }
    return mentions[person].end < j - 1 && isNameWord(j) || term(j, .office) != nil
  }

  /// `Omar Diallo, | governor of Segou`
  private func isBeforeTitle(_ p: Int) -> Bool {
    let end = phrases[p].end
    guard namesPerson(p), isMark(end, ",") else { return false }
    let k = has(end + 1, .determiner) ? end + 2 : end + 1
    return term(k, .office) != nil && !isNameWord(Int(term(k, .office)?.end ?? 0))
  }

  /// `Sharma and his Malian counterpart Omar Diallo`: only a person has one.
  private mutating func takeForPerson(_ p: Int, besideCounterpart next: Int) {
    guard phrases[next].ownerPronoun != nil, phrases[p].form == .named,
      phrases[p].mentions.count == 1, mentions[phrases[p].mentions[0]].kind == nil,
      (phrases[next].start..<phrases[next].end).contains(where: { isWord($0, words.counterpart) })
    else { return }
    mentions[phrases[p].mentions[0]].kind = .person
    mentions[phrases[p].mentions[0]].certainty = 0.85
  }

  private func namesPerson(_ p: Int) -> Bool {
    phrases[p].mentions.contains { mentions[$0].kind == .person }
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
    if group.form == .side, group.items.isEmpty, group.definiteness == .definite,
      group.links.isEmpty,
      items.dropFirst().allSatisfy({ isBody($0) })
    {
      // `the center-right parties, Fianna Fáil and Fine Gael,`
      return true
    }
    guard group.form == .side, group.items.isEmpty, persons.count == items.count - 1,
      persons.allSatisfy({ mentions[$0].kind == .person || mayBePerson($0) }),
      persons.contains(where: { mentions[$0].kind == .person })
        || group.isPlural && group.term.map({ lexicon.info($0).termClass == .office }) ?? false
    else { return false }
    for person in persons where mentions[person].kind == nil {
      mentions[person].kind = .person
      mentions[person].certainty = 0.8
    }
    guard let term = group.term, lexicon.info(term).termClass == .office,
      let linked = group.links.first?.phrase, phrases[linked].mentions.count == persons.count
    else { return true }
    for (person, body) in zip(persons, phrases[linked].mentions) {
      hold(term, of: body, person, group)
    }
    return true
  }

  /// `the chair of the Forum and governor of Ekiti, Musa Bello,`: one person with two offices.
  private mutating func holdBoth(_ items: [Int]) -> Bool {
    let (office, name) = (phrases[items[0]], phrases[items[1]])
    guard office.form == .office, !office.isPlural, office.items.isEmpty,
      office.offices.allSatisfy({ offices[$0].holder == nil }), name.form == .named,
      name.definiteness == .bare, name.owners.isEmpty, name.mentions.count == 1,
      let person = name.mentions.first, mentions[person].kind == .person,
      isBehindComma(mentions[person].start)
        || mentions[person].offices.contains(where: { offices[$0].body != nil }),
      let title = mentions[person].offices.first, offices[title].start == name.start,
      offices[title].end <= mentions[person].start, mayHold(office.offices, person)
    else { return false }
    mentions[person].offices += office.offices
    for one in office.offices { offices[one].holder = person }
    phrases[items[1]].start = office.start
    phrases[items[1]].definiteness = office.definiteness
    return true
  }

  /// `, Mr. X`
  private func isBehindComma(_ k: Int) -> Bool {
    (max(first + 1, k - 3)...max(first + 1, k)).contains { j in
      isMark(j - 1, ",") && (j == k || term(j, .honorific).map { Int($0.end) >= k - 1 } ?? false)
    }
  }

  /// Each of a group, `the governors of …`, holds the office in a body of his own.
  mutating func hold(_ term: UInt32, of body: Int, _ person: Int, _ group: Phrase) {
    var office = Office(start: group.head, end: group.head + 1, term: term)
    office.sentence = sentence
    office.relation = lexicon.info(term).relation
    office.body = body
    office.holder = person
    mentions[person].offices.append(offices.count)
    offices.append(office)
  }

  /// True where a finite verb stands before the next semicolon: clauses are joined there, not names.
  func sawSemicolonVerb(_ j: Int) -> Bool {
    var k = j + 1
    while k < stop, !isMark(k, ";") {
      if !text.isCapital(k), verbGroupStarts(k), !has(k, [.preposition]), nounTerm(k) == nil {
        return true
      }
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
    guard phrases[a].form == .named, let place = phrases[a].mentions.first else { return false }
    let isTitled =
      phrases[b].form == .office
      || phrases[b].mentions.first.map { !mentions[$0].offices.isEmpty } ?? false
    // Countries act beside persons; behind `visit to` a title begins the clause.
    if mentions[place].kind == .country || mentions[place].kind == .province {
      return isTitled && phrases[b].definiteness == .definite && !sawVerb
    }
    return mentions[place].kind == .place
      && (isTitled || phrases[b].mentions.first.map { mentions[$0].kind == .person } ?? false)
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
    case (.common, .named) where isGovernment(x), (.named, .common) where isGovernment(y):
      return true
    case (.common, .common): return isGovernment(x) && isGovernment(y)
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

  /// `the Colombian government`, `the Haryana government`, `Kenya's national government`: a body that stands for its
  /// country or region.
  func isGovernment(_ phrase: Phrase) -> Bool {
    guard phrase.form == .common, !phrase.isPlural, let term = phrase.term,
      phrase.adjective != nil || !phrase.owners.isEmpty || !phrase.links.isEmpty
    else { return false }
    let info = lexicon.info(term)
    return info.termClass == .head && (info.isOfState || info.governs)
  }

  private func sameKind(_ x: Phrase, _ y: Phrase) -> Bool {
    guard let a = x.mentions.first, let b = y.mentions.first, mentions[a].kind != nil else {
      return false
    }
    return mentions[a].kind == mentions[b].kind && y.definiteness == .definite && y.owners.isEmpty
  }

  private mutating func coordinate(_ items: [Int]) -> Int {
    var phrase = Phrase(phrases[items[0]].start, phrases[items[items.count - 1]].end)
    phrase.form = items.contains { phrases[$0].form == .named } ? .named : phrases[items[0]].form
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
    shareTitle(items)
    shareCountry(items)
    return add(phrase)
  }

  /// `Presidents A and B`: the plural title in front is everybody's; a ministry that it names is the first one's alone.
  private mutating func shareTitle(_ items: [Int]) {
    guard let first = phrases[items[0]].mentions.first, phrases[items[0]].mentions.count == 1,
      mentions[first].kind == .person, let title = mentions[first].offices.first,
      term(offices[title].start, .office)?.sense.forms.contains(.plural) == true
    else { return }
    for item in items.dropFirst() {
      guard phrases[item].form == .named, phrases[item].mentions.count == 1,
        let person = phrases[item].mentions.first, mentions[person].offices.isEmpty,
        mentions[person].kind == .person || mayBePerson(person)
      else { continue }
      mentions[person].kind = .person
      var office = offices[title]
      office.holder = person
      if let body = office.body,
        mentions[body].kind == .ministry || mentions[body].start > mentions[first].end
      {
        office.body = nil
      }
      // `Governors A of Ekiti, B of Osun`: each of what stands behind his own name.
      if let own = mentions[person].owner, mentions[own].start > mentions[person].start {
        office.body = own
        mentions[person].owner = nil
      }
      mentions[person].offices.append(offices.count)
      offices.append(office)
    }
  }

  /// `Kenya's Foreign Minister A, Defence Minister B and Trade Minister C`: whose the first is, the others are, each in
  /// an office of his own.
  private mutating func shareCountry(_ items: [Int]) {
    let isBetween =
      phrases[items[0]].start > first && isWord(phrases[items[0]].start - 1, words.between)
    if isBetween, items.count == 2 { return }
    var owner: Int?
    var adjective: UInt32?
    var held: Set<UInt32> = []
    for item in items {
      guard phrases[item].form == .named, phrases[item].mentions.count == 1,
        let person = phrases[item].mentions.first, mentions[person].kind == .person,
        !mentions[person].offices.isEmpty
      else { return }
      let own = mentions[person].offices.filter {
        !offices[$0].isPast && offices[$0].relation != nil
      }
      let told = phrases[item].owners.first.flatMap { mentions[$0].kind == .country ? $0 : nil }
      if told != nil || phrases[item].adjective != nil {
        (owner, adjective) = (told, told == nil ? phrases[item].adjective : nil)
      } else {
        guard owner != nil || adjective != nil, phrases[item].definiteness == .bare,
          own.allSatisfy({ !held.contains(offices[$0].term) }),
          isAtHome(person, in: adjective ?? owner.flatMap { mentions[$0].known })
        else { return }
        for office in own { settle(office, owner, adjective) }
      }
      held.formUnion(own.map { offices[$0].term })
    }
  }

  /// False where the pack knows the person, by the whole name or its last word, as another country's.
  private func isAtHome(_ person: Int, in country: UInt32?) -> Bool {
    if let known = mentions[person].known {
      return lexicon.knowledge.entity(known).country == country
    }
    let listed = lexicon.knowledge.persons(called: text.hashes[mentions[person].end - 1])
    return mentions[person].end > mentions[person].start + 1
      || listed.allSatisfy { lexicon.knowledge.entity($0).country == country }
  }

  /// Makes an office, or the ministry that it heads, that country's where nothing else is told.
  private mutating func settle(_ office: Int, _ owner: Int?, _ adjective: UInt32?) {
    guard let body = offices[office].body else {
      guard lexicon.info(offices[office].term).scope == "country", offices[office].adjective == nil
      else { return }
      (offices[office].body, offices[office].adjective) = (owner, adjective)
      return
    }
    guard mentions[body].kind == .ministry, mentions[body].owner == nil,
      mentions[body].adjective == nil, mentions[body].known == nil
    else { return }
    (mentions[body].owner, mentions[body].adjective) = (owner, adjective)
  }

  /// In a list of bodies an unknown name is what the listed ones are: `the Civic Democrats, Christian Democrats and Greens`.
  private mutating func shareKind(_ list: [Int]) {
    let kinds = Set(list.compactMap { mentions[$0].kind })
    guard kinds.count == 1, let kind = kinds.first else { return }
    // `in Dallas, Long Beach and Austin`: towns beside a town.
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
}
