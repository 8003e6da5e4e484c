internal import EntenteKnowledge
internal import EntenteModel

extension EventReader {
  /// Adds the event, or the several events that a list tells of: three deals between A and B, C and D.
  mutating func add(
    _ event: EventMention, _ phrase: Phrase, _ adjuncts: [(Frame.Adjunct, [TimeExpression])]
  ) {
    let isWithEach = isBilateral(event, phrase)
    if event.kind == .meeting, event.isPlural || isWithEach, distribute(event, isWithEach) {
      return
    }
    if event.kind == .meeting, separateByWith(event) { return }
    if event.kind == .agreement, event.isPlural, separate(event) || nameTopics(event) { return }
    guard event.kind == .agreement, phrase.isPlural || (phrase.count ?? 1) > 1,
      let (one, many) = fan(event, adjuncts), phrase.count.map({ $0 == many.count }) ?? true
    else {
      found.append(event)
      return
    }
    lists += 1
    for party in many {
      var single = event
      single.isPlural = false
      single.count = nil
      single.list = lists
      single.roles = event.roles.filter { $0.party == one || $0.party == party || !$0.type.isSide }
      found.append(single)
    }
  }

  /// One side and several others: `between A and B, C and D`; `A signed … with B, C and D`.
  private func fan(
    _ event: EventMention, _ adjuncts: [(Frame.Adjunct, [TimeExpression])]
  ) -> (EventMention.Party, [EventMention.Party])? {
    let words = lexicon.words
    var groups: [[EventMention.Party]] = []
    if let between = (adjuncts.map { $0.0 } + frames.flatMap { $0.adjuncts }).first(where: {
      $0.slot == words.between && $0.phrase >= 0 && phrases[$0.phrase].items.count == 2
        && tells(event, of: $0.phrase)
    }) {
      groups = phrases[between.phrase].items.map { parties($0, .agreement) }
    } else {
      for role in event.roles where role.type.isSide {
        if let last = groups.indices.last,
          event.roles.contains(where: { $0.start == role.start && groups[last].contains($0.party) })
        {
          groups[last].append(role.party)
        } else {
          groups.append([role.party])
        }
      }
    }
    guard groups.count == 2, let one = groups.first(where: { $0.count == 1 }),
      let many = groups.first(where: { $0.count > 1 })
    else { return nil }
    return (one[0], many)
  }

  private func tells(_ event: EventMention, of p: Int) -> Bool {
    event.roles.contains { $0.start == phrases[p].start }
  }

  /// `A and B signed two agreements: a trade agreement and a visa agreement`: the two are named behind the colon.
  private mutating func nameCounted() {
    guard
      let whole = found.first(where: { event in
        event.kind == .agreement && event.list == nil && (event.count ?? 0) > 1
          && event.roles.contains { $0.type.isSide }
      })
    else { return }
    let named = found.indices.filter {
      found[$0].kind == .agreement && found[$0].head > whole.head && !found[$0].isPlural
        && !found[$0].roles.contains { $0.type.isSide }
    }
    guard named.count == whole.count else { return }
    lists += 1
    for i in named {
      found[i].roles = whole.roles
      found[i].status = whole.status
      found[i].act = whole.act
      found[i].time = whole.time
      found[i].place = whole.place
      found[i].rule = whole.rule
      found[i].isBare = false
      found[i].list = lists
    }
    found.removeAll { $0.head == whole.head }
  }

  /// `signed three agreements on trade, tourism and fisheries`: as many topics as agreements.
  private mutating func nameTopics(_ event: EventMention) -> Bool {
    guard let count = event.count, count > 1, event.roles.filter({ $0.type.isSide }).count >= 2,
      topics(behind: event.head) == count
    else { return false }
    lists += 1
    for _ in 0..<count {
      var one = event
      (one.isPlural, one.count, one.list) = (false, nil, lists)
      found.append(one)
    }
    return true
  }

  /// How many phrases stand behind `on`, each behind its own or in one list.
  private func topics(behind head: Int) -> Int {
    let on = lexicon.words.on
    guard
      var k = chunks.indices.first(where: { k in
        guard case .preposition(on, let start, _) = chunks[k], start > head, k + 1 < chunks.count,
          case .phrase = chunks[k + 1]
        else { return false }
        return true
      })
    else { return 0 }
    var count = 0
    scan: while k < chunks.count {
      switch chunks[k] {
      case .phrase(let p):
        guard phrases[p].form == .common || phrases[p].form == .named else { break scan }
        count += max(1, phrases[p].items.count)
      case .comma, .conjunction, .preposition(on, _, _): break
      default: break scan
      }
      k += 1
    }
    return count
  }

  /// `agreements were exchanged between A and B and between C and D`: one for each `between`.
  private mutating func separate(_ event: EventMention) -> Bool {
    let between = Set(
      frames.flatMap { $0.adjuncts }.filter { $0.slot == lexicon.words.between }.map {
        phrases[$0.phrase].start
      })
    let told = Set(event.roles.filter { $0.type.isSide }.map { $0.start }).intersection(between)
    guard told.count > 1 else { return false }
    lists += 1
    for start in told.sorted() {
      var one = event
      one.isPlural = false
      one.count = nil
      one.list = lists
      one.roles = event.roles.filter { !$0.type.isSide || $0.start == start }
      found.append(one)
    }
    return true
  }

  /// `her meetings with the leaders of A and B`: one with each.
  private mutating func distribute(_ event: EventMention, _ isWithEach: Bool) -> Bool {
    var owners = event.roles.filter {
      $0.start <= event.head && $0.end >= event.head || $0.party.isSingular
    }
    if owners.isEmpty, event.isOther || isWithEach {
      // `X had separate meetings with A and B`
      owners = event.roles.filter { $0.type.isSide && $0.end <= event.head }
    }
    let others = event.roles.filter { role in !owners.contains { $0.party == role.party } }
    guard owners.count == 1, others.count > 1, Set(others.map { $0.start }).count == 1 else {
      return false
    }
    lists += 1
    for other in others {
      var one = event
      one.isPlural = false
      one.list = lists
      one.roles = owners + [other]
      found.append(one)
    }
    return true
  }

  /// `held talks with A on Monday and with B on Tuesday`: as many meetings as there are prepositions, each at its
  /// own time where one is told.
  private mutating func separateByWith(_ event: EventMention) -> Bool {
    let starts = Set(event.roles.map(\.start)).filter { start in
      start > event.head && scanner.isWord(start - 1, lexicon.words.with)
    }.sorted()
    guard starts.count > 1 else { return false }
    for start in starts {
      var one = event
      one.roles = event.roles.filter { $0.start == start || !starts.contains($0.start) }
      one.time = time(behind: start) ?? event.time
      found.append(one)
    }
    return true
  }

  /// The time told right behind the phrase that starts there: `with A on Monday`.
  private func time(behind start: Int) -> TimeExpression? {
    guard
      let k = chunks.firstIndex(where: { chunk in
        if case .phrase(let p) = chunk { phrases[p].start == start } else { false }
      })
    else { return nil }
    for next in chunks[(k + 1)...].prefix(2) {
      switch next {
      case .time(let time): return time
      case .preposition: continue
      default: return nil
      }
    }
    return nil
  }

  /// `bilateral talks with Minister X of A and Minister Y of B`
  private func isBilateral(_ event: EventMention, _ phrase: Phrase) -> Bool {
    guard event.kind == .meeting, phrase.start < phrase.headEnd,
      scanner.text.words[phrase.start..<phrase.headEnd].contains(lexicon.words.bilateral)
    else { return false }
    let guests = event.roles.filter { $0.start > event.head }
    let countries = guests.compactMap { role -> UInt32? in
      if case .mention(let mention) = role.party { countryTold(mention) } else { nil }
    }
    return countries.count > 1 && countries.count == guests.count
      && Set(countries).count == countries.count
  }

  /// The country that a person's words or title tell.
  private func countryTold(_ mention: Int) -> UInt32? {
    let person = scanner.mentions[mention]
    if let country = person.adjective { return country }
    if let owner = person.owner, scanner.mentions[owner].kind == .country {
      return scanner.mentions[owner].known
    }
    return person.offices.lazy.compactMap { number -> UInt32? in
      let office = scanner.offices[number]
      guard let body = office.body else { return office.adjective }
      let owner = scanner.mentions[scanner.mentions[body].owner ?? body]
      return owner.kind == .country
        ? owner.known : scanner.mentions[body].adjective ?? office.adjective
    }.first
  }

  /// `and six others between …`: the noun is that of the list before.
  mutating func readOthers(_ p: Int, chunk k: Int) {
    let phrase = phrases[p]
    guard
      scanner.text.words[phrase.end - 1] == lexicon.words.others
        || phrase.count != nil && phrase.end - phrase.start == 1,
      let earlier = found.last(where: { $0.kind == .agreement })
    else { return }
    let adjuncts = adjuncts(behind: k)
    guard adjuncts.contains(where: { $0.0.slot == lexicon.words.between }) else { return }
    var event = earlier
    event.roles = []
    event.head = phrase.start
    event.list = nil
    event.isPlural = true
    event.count = phrase.count
    event.time = nil
    if let index = event.term.flatMap({ table.byNoun[$0]?.first })
      ?? table.byNounClass[.agreement]?.first
    {
      for role in table.entries[index].roles {
        for adjunct in adjuncts
        where adjunct.0.phrase >= 0
          && role.slots.contains(.preposition(adjunct.0.slot))
        {
          event.roles += sides(adjunct.0.phrase, role, .agreement)
        }
      }
    }
    var plural = phrase
    plural.isPlural = true
    add(event, plural, adjuncts)
  }

  /// `the exchange of 11 documents, including a plan between …; a deal between …`: each has the act and the time of
  /// the whole, which itself is no event.
  mutating func inheritLists() {
    nameCounted()
    guard
      let whole = found.first(where: { event in
        event.kind == .agreement && event.isPlural && event.roles.filter { $0.type.isSide }.isEmpty
      })
    else { return }
    var isListed = false
    for i in found.indices where found[i].kind == .agreement && found[i].head > whole.head {
      isListed = true
      if found[i].status == nil || found[i].status == .held {
        found[i].status = whole.status ?? .held
      }
      if found[i].act == nil { found[i].act = whole.act }
      if found[i].time == nil { found[i].time = whole.time }
      if found[i].place == nil { found[i].place = whole.place }
      found[i].isOnOccasion = found[i].isOnOccasion || whole.isOnOccasion
      found[i].isDefinite = false
    }
    if isListed { found.removeAll { $0.head == whole.head } }
  }
}
