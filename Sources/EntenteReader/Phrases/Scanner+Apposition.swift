internal import EntenteKnowledge
internal import EntenteModel

/// What stands behind a comma and says more of the name before it.
extension Scanner {
  /// `Hun Sen, president of the CPP,` and `Brasilia, Brazil,`.
  mutating func attachApposition(_ number: Int) {
    if phrases[number].form == .office, !phrases[number].isPlural, attachDistantName(to: number) {
      return
    }
    if phrases[number].form == .side, !phrases[number].isPlural { attachOrigin(to: number) }
    let end = phrases[number].end
    if phrases[number].form == .named {
      attachRegion(to: number)
      attachSuperior(to: number)
    }
    if phrases[number].form == .common || phrases[number].form == .side, attachLands(to: number) {
      return
    }
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
        attachSeat(of: mention, number)
      } else {
        attachCountry(toPlace: mention, number)
      }
    case .office: attachName(to: number)
    case .side where !phrases[number].isPlural: attachName(to: number)
    // `his deputy, Vice Governor Tanaka,`
    case .common where phrases[number].ownerPronoun != nil && !phrases[number].isPlural:
      attachTitled(to: number)
    default: return
    }
  }

  /// `to three countries: Mali, Ghana and Togo`: as many names as were announced.
  private mutating func attachLands(to number: Int) -> Bool {
    let end = phrases[number].end
    guard !isReadingLands, let count = phrases[number].count, count > 1,
      isMark(end, ":") || isMark(end, ","), words.lands.contains(text.words[phrases[number].head])
    else { return false }
    isReadingLands = true
    defer { isReadingLands = false }
    let before = mark()
    guard let list = phrase(at: end + 1), phrases[list].mentions.count == count,
      phrases[list].items.count == count,
      phrases[list].mentions.allSatisfy({ kind(of: $0, isOneOf: [.country, .place, .province]) })
    else {
      rollBack(to: before)
      return false
    }
    (phrases[number].form, phrases[number].end) = (.named, phrases[list].end)
    (phrases[number].mentions, phrases[number].items) = (
      phrases[list].mentions, phrases[list].items
    )
    return true
  }

  /// `her counterpart from Mali, Omar Diallo`: where the counterpart is from.
  private mutating func attachOrigin(to number: Int) {
    let end = phrases[number].end
    guard phrases[number].ownerPronoun != nil || !phrases[number].owners.isEmpty,
      isWord(end, words.from), let match = bestEntity(end + 1), isCountry(match)
    else { return }
    phrases[number].adjective = match.sense.target
    phrases[number].adjectiveToken = end + 1
    phrases[number].end = Int(match.end)
    _ = mentionCountry(match.sense.target, end + 1, Int(match.end))
  }

  /// `Sola Airbase in Norway`, `Neuschwanstein Castle in southern Germany`: where a place lies.
  private mutating func attachRegion(to number: Int) {
    let end = phrases[number].end
    guard phrases[number].mentions.count == 1, let place = phrases[number].mentions.first,
      mentions[place].kind == .place || isHouse(place) || isDestination(place),
      mentions[place].owner == nil,
      isWord(end, words.inWord)
    else { return }
    var k = end + 1
    if isWord(k, words.the) { k += 1 }
    if has(k, .adjective), !text.isCapital(k) { k += 1 }
    guard let match = bestEntity(k), match.sense.role == .entity, isDifferent(match, from: place)
    else { return }
    let kind = lexicon.knowledge.entity(match.sense.target).kind
    // What has a head noun of its own stands in a town.
    let hasHead = mentions[place].head != nil || isHouse(place)
    guard kind == .country || kind == .province || kind == .place && hasHead else { return }
    var region = Mention(k, Int(match.end), kind: kind)
    region.known = match.sense.target
    region.certainty = 1
    if mentions[place].kind == nil {
      mentions[place].kind = .place
      mentions[place].certainty = 0.7
    }
    let outer = add(region)
    mentions[place].owner = outer
    phrases[number].end = smallHead(after: Int(match.end), outer) ?? Int(match.end)
  }

  /// `travelled to Anuradhapura in …`: an unknown name behind a preposition of place.
  private func isDestination(_ m: Int) -> Bool {
    let one = mentions[m]
    guard one.kind == nil, one.known == nil, one.start > first, isSmall(one.start - 1) else {
      return false
    }
    return isWord(one.start - 1, words.to) || isWord(one.start - 1, words.inWord)
      || isWord(one.start - 1, words.from) || isWord(one.start - 1, words.at)
  }

  /// `Columbia University`: a body that is a place as well.
  private func isHouse(_ body: Int) -> Bool {
    mentions[body].kind == .organization
      && (mentions[body].head ?? headTerm(mentions[body].end - 1)?.sense.target)
        .map { lexicon.info($0).isHouse } ?? false
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

  func closesApposition(_ k: Int) -> Bool {
    k >= stop || text.tokens[k].shape.contains(.mark) && !text.isPossessive(k)
  }

  /// `the president of the communal council, X`; `the director of the mission in Kenya, X`: what the office is of
  /// names nobody, and the holder stands behind it.
  private mutating func attachDistantName(to number: Int) -> Bool {
    let whole = phrases[number]
    let told = whole.offices.map { offices[$0] }
    let before = mark()
    var end = whole.end
    for _ in 0..<3 {
      guard isSmall(end), let preposition = term(end, .preposition), !text.isCapital(end),
        let inner = simplePhrase(at: Int(preposition.end)), phrases[inner].form != .pronoun
      else { break }
      let isOwn = end == whole.end && phrases[inner].form == .named
      let isWithin = !isWord(end, words.of)
      end = phrases[inner].end
      if let owner = phrases[inner].owners.first ?? phrases[inner].mentions.first,
        mentions[owner].kind != .person, let office = whole.offices.first,
        offices[office].body == nil
      {
        let isBody = kind(of: owner, isOneOf: [.organization, .ministry, .party])
        // `the director of the mission in Kenya`
        if isWithin, !isBody { continue }
        offices[office].body = owner
        // `the director of the ministry's budget unit`: he heads a part of it that has no name.
        if isBody, !isOwn, offices[office].relation == .leads {
          offices[office].relation = .memberOf
        }
      }
    }
    if end > whole.end, isMark(end, ",") {
      phrases[number].end = end
      attachName(to: number)
      if phrases[number].form == .named { return true }
    }
    rollBack(to: before)
    for (office, told) in zip(whole.offices, told) { offices[office] = told }
    phrases[number] = whole
    return false
  }

  private mutating func attachTitled(to number: Int) {
    let before = mark()
    guard let name = simplePhrase(at: phrases[number].end + 1), phrases[name].form == .named,
      phrases[name].mentions.count == 1,
      let mention = phrases[name].mentions.first, mentions[mention].kind == .person,
      phrases[name].definiteness == .bare || !mentions[mention].offices.isEmpty,
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

  /// `the wife of the Governor, X`: who follows is hers, and holds no office of his.
  private func isOfKin(_ number: Int) -> Bool {
    let start = phrases[number].start
    return start - 2 >= first && isWord(start - 1, words.of)
      && words.kin.contains(text.words[start - 2])
  }

  /// `the wife of the President of Ghana | X`: she is not the president.
  mutating func leaveToKin(_ phrase: Phrase) {
    guard phrase.form == .named, phrase.mentions.count == 1, phrase.start - 2 >= first,
      isWord(phrase.start - 1, words.of), words.kin.contains(text.words[phrase.start - 2])
    else { return }
    let person = phrase.mentions[0]
    let isOthers = mentions[person].offices.contains { office in
      offices[office].body.map { body in
        offices[office].end <= mentions[body].start && mentions[body].end <= mentions[person].start
      } ?? false
    }
    guard isOthers else { return }
    for office in mentions[person].offices { offices[office].holder = nil }
    mentions[person].offices = []
  }

  private mutating func attachName(to number: Int) {
    if phrases[number].form == .office, isOfKin(number) { return }
    let before = mark()
    let start = phrases[number].end + 1
    guard let name = simplePhrase(at: start), phrases[name].form == .named,
      let mention = phrases[name].mentions.first, phrases[name].mentions.count == 1,
      mentions[mention].kind == .person || mayBePerson(mention) && !phrases[number].isPlural,
      mentions[mention].offices.allSatisfy({ offices[$0].relation == nil || isRank($0) })
        || phrases[number].form == .side,
      closesApposition(phrases[name].end) || startsFinite(phrases[name].end)
        || isWord(phrases[name].end, words.and) && !phrases[number].isPlural
        || endsBeforePreposition(number, name)
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

  /// `the Secretary-General of CARICOM, Ambassador X`: a rank of his own, of no country that is told here.
  private func isRank(_ office: Int) -> Bool {
    offices[office].body == nil && offices[office].adjective == nil
      && lexicon.info(offices[office].term).scope == "embassy"
  }

  /// `with the High Commissioner, Mary Robinson on trade`: the comma behind the name is left out.
  private func endsBeforePreposition(_ number: Int, _ name: Int) -> Bool {
    let end = phrases[name].end
    return phrases[number].definiteness == .definite && !phrases[number].isPlural
      && mentions[phrases[name].mentions[0]].kind == .person && isSmall(end)
      && has(end, .preposition) && !isWord(end, words.of)
  }

  /// A name with nothing before it but honorifics: `Mr Otieno`, `H.E. Anna Berg`.
  private func isBareName(_ phrase: Phrase) -> Bool {
    phrase.definiteness == .bare && phrase.owners.isEmpty && phrase.adjective == nil
      && phrase.count == nil
  }

  /// An unknown name of several words: behind a title and a comma a person's.
  func mayBePerson(_ mention: Int) -> Bool {
    let one = mentions[mention]
    return one.kind == nil && one.known == nil && one.head == nil && one.abbreviates == nil
      && (2...6).contains(one.end - one.start)
      && (one.start..<one.end).allSatisfy {
        // `Oriol Casals`: behind a first name, a word that is a head noun as well.
        !has($0, [.event, .head]) || has($0, [.given, .family])
          || $0 == one.start + 1 && has(one.start, .given)
      }
  }

  func startsFinite(_ k: Int) -> Bool {
    k < stop && !text.isCapital(k) && verbGroupStarts(k) && !has(k, .preposition)
  }

  /// `the Center for Strategic Research under the President of Mali`: whom a body is under is no side beside it.
  private mutating func attachSuperior(to number: Int) {
    let end = phrases[number].end
    guard phrases[number].mentions.count == 1, let body = phrases[number].mentions.first,
      kind(of: body, isOneOf: [.organization, .ministry]), isSmall(end),
      isWord(end, words.under)
    else { return }
    let before = mark()
    guard let above = simplePhrase(at: end + 1),
      phrases[above].form == .office
        || phrases[above].mentions.count == 1
          && kind(of: phrases[above].mentions[0], isOneOf: [.organization, .ministry])
    else {
      rollBack(to: before)
      return
    }
    phrases[number].end = phrases[above].end
  }

  /// `between the National Judicial Academy, Bhopal, India and the Supreme Court`: where a body sits, and no side.
  private mutating func attachSeat(of body: Int, _ number: Int) {
    guard mentions[body].known == nil, mentions[body].head != nil, mentions[body].owner == nil,
      mentions[body].kind != .party, isMark(phrases[number].end, ",")
    else { return }
    var k = phrases[number].end + 1
    if let seat = bestEntity(k), let end = seatEnd(Int(seat.end)),
      [.place, .province].contains(lexicon.knowledge.entity(seat.sense.target).kind)
    {
      var place = Mention(k, Int(seat.end), kind: lexicon.knowledge.entity(seat.sense.target).kind)
      place.known = seat.sense.target
      place.certainty = 1
      _ = add(place)
      phrases[number].end = end
      return
    }
    if let town = bestEntity(k), isMark(Int(town.end), ","),
      [.place, .province].contains(lexicon.knowledge.entity(town.sense.target).kind)
    {
      k = Int(town.end) + 1
    }
    guard let match = bestEntity(k), isCountry(match), match.sense.role == .entity else { return }
    let end = Int(match.end)
    guard isWord(end, words.and) && end + 1 < stop || end >= stop || isMark(end, ".") else {
      return
    }
    var country = Mention(k, end, kind: .country)
    country.known = match.sense.target
    country.certainty = 1
    mentions[body].owner = add(country)
    phrases[number].end = end
  }

  /// `the Fishery University, Bergen signed`, `the Institute, Oslo, for`: what follows shows that no list goes on.
  private func seatEnd(_ end: Int) -> Int? {
    if end >= stop || isMark(end, ".") || startsFinite(end) { return end }
    guard isMark(end, ",") else { return nil }
    return startsFinite(end + 1) || isSmall(end + 1) && has(end + 1, .preposition) ? end + 1 : nil
  }

  private mutating func attachCountry(toPlace mention: Int, _ number: Int) {
    let kind = mentions[mention].kind
    // `Beit Lahia, northern Gaza Strip,`
    let start = phrases[number].end + 1
    let isPartly =
      isSmall(start) && has(start, .adjective) && text.isCapital(min(start + 1, stop - 1))
    guard kind == .place || kind == .province, let match = bestEntity(isPartly ? start + 1 : start),
      isCountry(match)
        || kind == .place && lexicon.knowledge.entity(match.sense.target).kind == .province
        || kind == .place && isPartly
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
    // `Birmingham, Alabama`
    if let known = mentions[mention].known,
      let own = lexicon.knowledge.entity(known).country,
      own != (entity.kind == .country ? match.sense.target : entity.country ?? own)
    {
      mentions[mention].known = nil
    }
    var outer = Mention(isPartly ? start + 1 : start, end, kind: entity.kind)
    outer.known = match.sense.target
    outer.certainty = 1
    mentions[mention].owner = add(outer)
    phrases[number].end = isMark(end, ",") && end + 1 < stop ? end + 1 : end
  }
}
