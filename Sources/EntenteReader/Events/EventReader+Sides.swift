internal import EntenteKnowledge
internal import EntenteModel

extension EventReader {
  /// Who a phrase puts into an event; empty for what can be no side.
  func sides(_ p: Int, _ role: PatternTable.Role, _ kind: Kind) -> [EventMention.Role] {
    let phrase = phrases[p]
    // `a dinner in honour of the late King Olav`
    if kind != .agreement, isLate(p) { return [] }
    return parties(p, kind).map {
      EventMention.Role(
        party: $0, type: role.type, part: role.part, start: phrase.start, end: phrase.end)
    }
  }

  func parties(_ p: Int, _ kind: Kind) -> [EventMention.Party] {
    let phrase = phrases[p]
    if !phrase.items.isEmpty {
      let parts = phrase.items.map { parties($0, kind) }
      let hasPerson = phrase.items.contains { isPerson($0) }
      // Beside a named leader a delegation is his company, not a side of its own, unless a body sends it.
      return zip(phrase.items, parts).flatMap { item, parties in
        phrases[item].form == .delegation && hasPerson
          ? parties.filter { isBody($0) && kind != .visit } : parties
      }
    }
    if phrase.adjectives.count > 1, let several = adjectival(phrase) { return several }
    switch phrase.form {
    case .named:
      if kind == .meeting, let both = countriesJoined(in: phrase) { return both }
      return phrase.mentions.filter { canBeSide($0, kind) }.map { .mention($0) }
    case .office:
      return phrase.isPlural ? plural(phrase, kind) : phrase.offices.map { .office($0) }
    case .side:
      if let named = included(p) { return parties(named, kind) }
      return plural(phrase, kind)
    case .common where kind == .meeting && isJoint(phrase):
      return phrase.links.flatMap { named($0.phrase, kind) }
    case .common where scanner.isGovernment(phrase): return governed(phrase)
    case .delegation, .common: return members(phrase, kind)
    case .pronoun: return pronoun(phrase)
    case .event: return []
    }
  }

  /// `the Kenyan and Norwegian governments`, `the Vietnamese and Cambodian foreign ministers`: one of each country.
  private func adjectival(_ phrase: Phrase) -> [EventMention.Party]? {
    guard let info = phrase.term.map({ lexicon.info($0) }) else { return nil }
    switch info.termClass {
    case .office:
      guard let term = phrase.term else { return nil }
      return phrase.adjectives.map { .officer(term, $0.country) }
    case .side, .delegation: return phrase.adjectives.map { .country($0.country, $0.token) }
    case .head where info.isOfState || info.governs:
      return phrase.adjectives.map { .country($0.country, $0.token) }
    default: return nil
    }
  }

  /// `Heads of state including A and B gathered`: those who are named.
  private func included(_ p: Int) -> Int? {
    guard
      let k = chunks.firstIndex(where: { if case .phrase(p) = $0 { true } else { false } }),
      k + 2 < chunks.count
    else { return nil }
    let next = if case .comma = chunks[k + 1] { k + 2 } else { k + 1 }
    guard next + 1 < chunks.count,
      case .preposition(let slot, _, _) = chunks[next], slot == lexicon.words.including,
      case .phrase(let named) = chunks[next + 1], phrases[named].form == .named
    else { return nil }
    return named
  }

  /// `the joint commission of Morocco and The Gambia`
  private func isJoint(_ phrase: Phrase) -> Bool {
    guard let term = phrase.term, lexicon.info(term).termClass == .head,
      lexicon.info(term).kind == .organization, let link = phrase.links.first?.phrase
    else { return false }
    let kinds = phrases[link].mentions.map { scanner.mentions[$0].kind }
    return kinds.count > 1 && kinds.allSatisfy { $0 == .country || $0 == .province }
  }

  private func isPerson(_ p: Int) -> Bool {
    let phrase = phrases[p]
    return phrase.form == .office && !phrase.isPlural
      || phrase.mentions.contains { scanner.mentions[$0].kind == .person }
  }

  private func isBody(_ party: EventMention.Party) -> Bool {
    guard case .mention(let mention) = party else { return false }
    return scanner.mentions[mention].kind != .country && scanner.mentions[mention].kind != .person
  }

  private func canBeSide(_ mention: Int, _ kind: Kind) -> Bool {
    scanner.mentions[mention].kind != .place || kind == .agreement
  }

  /// `leaders of A, B and C`, `both leaders`, `the Vietnamese and Cambodian foreign ministers`.
  private func plural(_ phrase: Phrase, _ kind: Kind) -> [EventMention.Party] {
    // `representatives of President X`: they came, not he.
    let linked = phrase.links.flatMap { named($0.phrase, kind) }.filter { party in
      if case .mention(let other) = party { scanner.mentions[other].kind != .person } else { true }
    }
    let office = phrase.term.flatMap { lexicon.info($0).termClass == .office ? $0 : nil }
    if !linked.isEmpty {
      // `the foreign ministers of Peru and Chile`
      return linked.map { party in
        if let office, case .mention(let body) = party { .holder(office, body) } else { party }
      }
    }
    if phrase.form == .office, !phrase.offices.isEmpty, phrase.count == nil, !phrase.isPlural {
      return phrase.offices.map { .office($0) }
    }
    let isTwo = phrase.count == 2 || scanner.text.words[phrase.start] == lexicon.words.both
    guard phrase.definiteness == .definite || isTwo, phrase.owners.isEmpty else {
      return phrase.owners.filter { canBeSide($0, kind) }.map { .mention($0) }
    }
    let info = phrase.term.map { lexicon.info($0) }
    let value = phrase.count ?? (isTwo ? 2 : info.flatMap { $0.value > 0 ? $0.value : nil })
    // `the guest` is one.
    let isOne = !phrase.isPlural && info?.kind == .person
    let isBare =
      phrase.definiteness == .definite
      && (phrase.start + 1..<max(phrase.start + 1, phrase.head)).allSatisfy {
        scanner.has($0, [.adjective, .verb])
      }
    // `the hotel guest` is not who came: a side, but nobody whom the text names.
    if isOne, !isBare { return [.sides(.person, 0)] }
    return [.sides(info?.kind ?? (office == nil ? nil : .person), value ?? (isOne ? 1 : nil))]
  }

  /// `the Kenya-Norway Joint Commission` meets: Kenya and Norway do.
  private func countriesJoined(in phrase: Phrase) -> [EventMention.Party]? {
    guard phrase.mentions.count == 1, let number = phrase.mentions.first,
      scanner.mentions[number].kind == .organization, scanner.mentions[number].known == nil,
      (scanner.mentions[number].start..<scanner.mentions[number].end).contains(where: {
        lexicon.words.joint.contains(scanner.text.words[$0])
      }), let first = country(at: scanner.mentions[number].start),
      scanner.text.isMark(first.end, "-"), let second = country(at: first.end + 1),
      first.entity != second.entity
    else { return nil }
    return [
      .country(first.entity, scanner.mentions[number].start),
      .country(second.entity, first.end + 1),
    ]
  }

  private func country(at token: Int) -> (entity: UInt32, end: Int)? {
    let match = scanner.text.matches(at: token).first {
      ($0.sense.role == .entity || $0.sense.role == .abbreviation || $0.sense.role == .adjective)
        && lexicon.knowledge.entity($0.sense.target).kind == .country
    }
    return match.map { ($0.sense.target, Int($0.end)) }
  }

  /// The bodies and countries at the end of a chain of `of`: leaders of the ruling parties of A, B and C.
  private func named(_ p: Int, _ kind: Kind) -> [EventMention.Party] {
    let phrase = phrases[p]
    if !phrase.items.isEmpty { return phrase.items.flatMap { named($0, kind) } }
    if phrase.form == .named {
      return phrase.mentions.filter { canBeSide($0, kind) }.map { .mention($0) }
    }
    if scanner.isGovernment(phrase) { return governed(phrase) }
    return phrase.links.flatMap { named($0.phrase, kind) }
  }

  /// The country or region that a government is of: it is the side.
  private func governed(_ phrase: Phrase) -> [EventMention.Party] {
    if let country = phrase.adjective, let token = phrase.adjectiveToken {
      return [.country(country, token)]
    }
    let owners = phrase.owners + phrase.links.flatMap { phrases[$0.phrase].mentions }
    // `India's Kerala government` is Kerala's.
    return owners.filter { [.country, .province].contains(scanner.mentions[$0].kind) }.suffix(1)
      .map { .mention($0) }
  }

  /// A delegation's owner; other common nouns are no side.
  private func members(_ phrase: Phrase, _ kind: Kind) -> [EventMention.Party] {
    guard phrase.form == .delegation else { return [] }
    // `A delegation led by X`: X is the side.
    for frame in frames where frame.verb.isPassive && [.lead, .chair].contains(frame.verb.sense) {
      guard let subject = frame.subject, phrases[subject].start == phrase.start else { continue }
      let heads = frame.adjuncts.filter { $0.slot == lexicon.words.by }.flatMap {
        parties($0.phrase, kind)
      }
      if !heads.isEmpty { return heads }
    }
    // `the party of President X`, `the team of General Y`: theirs, but not they.
    let isOthers = lexicon.words.teams.contains(scanner.text.words[phrase.head])
    let linked = phrase.links.flatMap { named($0.phrase, kind) }.filter { party in
      guard isOthers, case .mention(let other) = party else { return true }
      return scanner.mentions[other].kind != .person
    }
    if !linked.isEmpty { return linked }
    if isOthers, !phrase.links.isEmpty { return [] }
    let owners = phrase.owners.filter { canBeSide($0, kind) }
    if !owners.isEmpty { return owners.map { .mention($0) } }
    if let country = phrase.adjective, let token = phrase.adjectiveToken {
      return [.country(country, token)]
    }
    // `The delegation also visited …`: whoever was told to travel.
    return phrase.definiteness == .definite && !phrase.isPlural && phrase.ownerPronoun == nil
      ? [.visitors] : []
  }

  private func pronoun(_ phrase: Phrase) -> [EventMention.Party] {
    let word = scanner.text.words[phrase.start]
    let words = lexicon.words
    if word == words.he || word == words.she || word == words.him || word == words.her {
      return [.person(phrase.start)]
    }
    if word == words.firstPerson || word == words.me { return [.author(phrase.start)] }
    if word == words.they || word == words.them || word == words.both { return [.group] }
    return []
  }
}
