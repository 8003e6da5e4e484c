internal import EntenteKnowledge
internal import EntenteModel

extension EventLinker {
  func entity(_ mention: Int) -> Int? { scanner.mentions[mention].entity }

  /// The clusters that a party denotes; empty where the reference is not safe.
  func resolve(_ party: EventMention.Party, _ event: EventMention) -> [Int] {
    switch party {
    case .mention(let mention): return [entity(mention)].compactMap { $0 }
    case .office(let office): return [holder(office) ?? bodyHeaded(office)].compactMap { $0 }
    case .holder(let term, let body):
      return [entity(body).map { holder(of: term, body: $0) ?? $0 }].compactMap { $0 }
    case .officer(let term, let country):
      let holders = officeHolders.filter { c in
        linker.clusters[c].country == country
          && linker.clusters[c].offices.contains { scanner.offices[$0].term == term }
      }
      return [holders.count == 1 ? holders[0] : linker.existing(known: country)].compactMap { $0 }
    case .country(let known, _):
      return [linker.existing(known: known)].compactMap { $0 }
    case .person(let token):
      if namesGuest(before: token) { return [] }
      if let guests = guests(metBefore: token, event) { return guests }
      // `X told reporters that Y, who received him, …`: who is met is not who meets.
      let others = Set(
        event.roles.compactMap { role in
          if case .mention(let other) = role.party, role.end <= token { entity(other) } else { nil }
        })
      return [person(before: token, not: others)].compactMap { $0 }
    case .sides(let kind, let count): return salientSides(event, kind: kind, count: count)
    case .group: return salientSides(event, kind: nil, count: nil)
    case .author(let token): return [author(before: token)].compactMap { $0 }
    case .principal: return [principal(before: event.head)].compactMap { $0 }
    case .visitors: return clusters.last { $0.kind == .visit }.map { $0.sides.sorted() } ?? []
    }
  }

  /// `X received Y, and Z also met her`: whom the clause before told to be met; nil where `her` is no object, or nobody
  /// was met right before.
  private func guests(metBefore token: Int, _ event: EventMention) -> [Int]? {
    guard event.kind == .meeting, let last = lastMet, last.isVerbal, last.head < event.head,
      last.head < token, event.sentence - last.sentence <= 1,
      event.roles.contains(where: {
        $0.party == .person(token) && $0.start == token && $0.end == token + 1 && event.head < token
      }), event.roles.contains(where: { $0.end <= event.head && $0.party != .person(token) })
    else { return nil }
    let met = last.roles.filter { $0.start > last.head }
    guard !met.isEmpty, last.roles.contains(where: { $0.end <= last.head }) else { return nil }
    let guests = Set(met.flatMap { resolve($0.party, last) })
    return guests.count == 1 ? guests.sorted() : []
  }

  /// Whom the article is about so far: the person in most of its meetings and visits, if one is; else who acted last.
  private func principal(before token: Int) -> Int? {
    let found = mostSeen() ?? subjects.last { $0.token < token }.flatMap { person($0) }
    return found.flatMap { isNear($0, token) ? $0 : nil }
  }

  /// Named in the paragraph of the token or in the four before: the article is still about him.
  private func isNear(_ person: Int, _ token: Int) -> Bool {
    guard let own = scanner.text.sentences.first(where: { $0.start <= token && token < $0.end })
    else { return false }
    return linker.clusters[person].mentions.contains { m in
      0...4 ~= own.block - scanner.text.sentences[scanner.mentions[m].sentence].block
    }
  }

  private func mostSeen() -> Int? {
    var counts: [Int: Int] = [:]
    for cluster in clusters where cluster.kind != .agreement {
      for side in cluster.sides where linker.clusters[side].kind == .person {
        counts[side, default: 0] += 1
      }
    }
    guard let most = counts.values.max() else { return nil }
    let first = counts.filter { $0.value == most }
    return first.count == 1 ? first.first?.key : nil
  }

  /// The one person whom the article calls by that office of that body or country.
  private func holder(of term: UInt32, body: Int) -> Int? {
    let candidates = officeHolders.filter { c in
      linker.clusters[c].offices.contains { number in
        guard scanner.offices[number].term == term else { return false }
        let own = scanner.offices[number].body.flatMap { entity($0) }
        return own == body || own.flatMap { linker.clusters[$0].owner } == body
          || linker.clusters[c].country != nil
            && linker.clusters[c].country == linker.clusters[body].known
      }
    }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// `received the director of the CIMB Bank`, whom nothing names: the body takes part through its head.
  private func bodyHeaded(_ number: Int) -> Int? {
    let office = scanner.offices[number]
    guard office.relation == .leads, !office.isPast, let body = office.body.flatMap({ entity($0) }),
      [.organization, .ministry, .party].contains(linker.clusters[body].kind)
    else { return nil }
    return body
  }

  /// The person who holds an office mentioned without a name: one only, named in this article.
  func holder(_ number: Int) -> Int? {
    let office = scanner.offices[number]
    if let holder = office.holder { return entity(holder) }
    if let holder = calledSo(office) { return holder }
    let body = office.body.flatMap { entity($0) }
    var candidates = holders(number, body) { $0 == office.term }
    if candidates.isEmpty, body == nil, office.adjective == nil {
      candidates = holders(number, body) { isLike(office.term, $0) }
    }
    if candidates.isEmpty, linker.lexicon.info(office.term).isVague,
      !scanner.isWord(office.end, linker.lexicon.words.of),
      let country = office.adjective ?? body.flatMap({ linker.clusters[$0].known })
    {
      candidates = heads(of: country, before: office.start)
    }
    if candidates.count == 1 { return candidates[0] }
    // `the Party leader` beside `Party General Secretary X`: whose party needs no name here is the same.
    if isUnnamedParty(office) {
      let own = candidates.filter { c in
        linker.clusters[c].offices.contains { isUnnamedParty(scanner.offices[$0]) }
      }
      if own.count == 1 { return own[0] }
    }
    guard body == nil, office.adjective == nil, candidates.count > 1 else { return nil }
    // The last of them named before, in this sentence or the one before.
    return candidates.max { last($0, before: office.start) < last($1, before: office.start) }
      .flatMap { last($0, before: office.start) >= 0 ? $0 : nil }
  }

  /// `the Norwegian leader`: who was told before to head that state or its government.
  private func heads(of country: UInt32, before token: Int) -> [Int] {
    officeHolders.filter { c in
      linker.clusters[c].country == country && last(c, before: token) >= 0
        && linker.clusters[c].offices.contains { number in
          let office = scanner.offices[number]
          return office.relation == .leads && !office.isPast
            && (linker.lexicon.info(office.term).scope == "country"
              || linker.knowledge.term(office.term).attribute("rank") == "1")
        }
    }
  }

  /// Those whom the article calls by a term that `isWanted`, of that body or country where one is told.
  private func holders(_ number: Int, _ body: Int?, _ isWanted: (UInt32) -> Bool) -> [Int] {
    let office = scanner.offices[number]
    return officeHolders.filter { c in
      linker.clusters[c].offices.contains { other in
        if isSameMinistry(office, scanner.offices[other]) { return true }
        guard isWanted(scanner.offices[other].term) || isShortForm(number, other) else {
          return false
        }
        guard let body else {
          guard let country = office.adjective else { return true }
          return linker.clusters[c].country ?? country == country
        }
        let otherBody = scanner.offices[other].body.flatMap { entity($0) }
        return otherBody == body || otherBody.flatMap { linker.clusters[$0].owner } == body
          || linker.clusters[body].known.map { $0 == linker.clusters[c].country } ?? false
          // `the Malian Foreign Minister`, told as `his Malian counterpart`
          || otherBody == nil && scanner.offices[other].adjective != nil
            && scanner.offices[other].adjective == linker.clusters[body].country
      }
    }
  }

  /// `Commerce Secretary also met Y`, behind `India's Commerce Secretary, X`: the one whom the article calls by the
  /// same words.
  private func calledSo(_ office: Office) -> Int? {
    // `the president of Mali` has more words than the title.
    guard office.adjective == nil, let body = office.body, scanner.mentions[body].owner == nil,
      scanner.mentions[body].kind == .ministry, scanner.mentions[body].start >= office.start,
      scanner.mentions[body].end <= office.end
    else { return nil }
    let words = scanner.text.words[office.start..<office.end]
    let called = officeHolders.filter { c in
      linker.clusters[c].offices.contains {
        scanner.text.words[scanner.offices[$0].start..<scanner.offices[$0].end] == words
      }
    }
    return called.count == 1 ? called[0] : nil
  }

  /// `the premier` of a country whose prime minister the article names.
  private func isLike(_ a: UInt32, _ b: UInt32) -> Bool {
    guard let like = linker.lexicon.info(a).like else { return false }
    return like == linker.knowledge.term(b).text
  }

  /// `the Kazakh Foreign Minister` is the Minister of Foreign Affairs of Kazakhstan: they head one ministry, or
  /// ministries of one field of which no other country is told.
  private func isSameMinistry(_ a: Office, _ b: Office) -> Bool {
    guard a.relation == .leads, b.relation == .leads, let x = a.body, let y = b.body,
      scanner.mentions[x].kind == .ministry, scanner.mentions[y].kind == .ministry,
      let one = entity(x), let other = entity(y)
    else { return false }
    if one == other { return linker.clusters[one].country != nil }
    guard let country = linker.clusters[one].country else { return false }
    return linker.clusters[other].country ?? country == country
      && Set(scanner.mentions[x].fieldWords) == Set(scanner.mentions[y].fieldWords)
  }

  private var officeHolders: [Int] {
    if let known = memory.officeHolders { return known }
    let found = linker.clusters.indices.filter {
      linker.clusters[$0].kind == .person && !linker.clusters[$0].offices.isEmpty
    }
    memory.officeHolders = found
    return found
  }

  func isUnnamedParty(_ office: Office) -> Bool {
    let words = scanner.lexicon.words
    return linker.lexicon.info(office.term).scope == "party" && office.end - office.start > 1
      && scanner.text.words[office.start] == words.party
  }

  func isShortForm(_ a: Int, _ b: Int) -> Bool {
    // `the Party chief`, `the Party leader` for its general secretary: both lead a party.
    let x = scanner.offices[a]
    let y = scanner.offices[b]
    guard x.relation == .leads, y.relation == .leads,
      x.body.map({ scanner.mentions[$0].kind == .party }) ?? isUnnamedParty(x),
      let other = y.body, let entity = entity(other)
    else { return false }
    return linker.clusters[entity].kind == .party
  }

  func last(_ cluster: Int, before token: Int) -> Int {
    linker.clusters[cluster].mentions.reduce(-1) { last, mention in
      let start = scanner.mentions[mention].start
      return start < token ? max(last, start) : last
    }
  }

  /// `The pair`, `the three provinces` before any event: where the article has named that many so far and no more.
  private func theOnly(_ count: Int, _ kind: Kind?, before event: EventMention) -> [Int] {
    for kind in kind.map({ [$0] }) ?? [.person, .country] {
      let named = linker.clusters.indices.filter { c in
        linker.clusters[c].kind == kind
          && linker.clusters[c].mentions.contains { m in
            scanner.mentions[m].start < event.head && !scanner.mentions[m].isWeak
          }
      }
      if named.count == count { return named }
      if !named.isEmpty, kind == .person { return [] }
    }
    return []
  }

  /// `During X's visit to Sri Lanka the two sides signed …`: the visitor's country and the one visited.
  private func hostsOfVisit(in sentence: Int) -> [Int]? {
    guard
      let visit = clusters.indices.last(where: { c in
        clusters[c].kind == .visit && clusters[c].sentences.contains { $0.number == sentence }
      }).map({ clusters[$0] }), let place = visit.place,
      let visited = linker.clusters[place].country,
      let own = visit.sides.lazy.compactMap({ linker.clusters[$0].country }).first, own != visited,
      let host = linker.existing(known: visited), let guest = linker.existing(known: own)
    else { return nil }
    return [host, guest].sorted()
  }

  /// `the two sides`, `they`: the sides of the last event told with two or more.
  ///
  /// `the two Parties` are the parties that the sides are, lead or belong to, where there are two.
  func salientSides(_ event: EventMention, kind: Kind?, count: Int?) -> [Int] {
    if event.kind == .visit, kind == nil, let last = clusters.last(where: { $0.kind == .visit }) {
      return count == nil || last.sides.count == count ? last.sides.sorted() : []
    }
    if count == 1 {
      // `the guest`: who came.
      let visit = clusters.last { $0.kind == .visit }
      let told = visit?.sentences.last?.number ?? -9
      let came = event.sentence - told <= 4 ? visit?.sides ?? [] : []
      return came.count == 1 ? Array(came) : []
    }
    if kind == nil || kind == .country, count == 2,
      let hosts = hostsOfVisit(in: event.introduction ?? event.sentence)
    {
      return hosts
    }
    let told = clusters.indices.filter {
      clusters[$0].sides.count >= 2
        && (clusters[$0].kind == event.kind || clusters[$0].kind != .visit)
    }
    guard
      let cluster = told.max(by: { clusters[$0].sentences.count < clusters[$1].sentences.count })
        .map({ clusters[$0] })
    else {
      guard let count = count ?? (kind == .person ? 2 : nil) else { return [] }
      return theOnly(count, kind, before: event)
    }
    var sides = cluster.principals
    if let kind, [.party, .country, .ministry, .person, .province].contains(kind) {
      sides = Set(sides.compactMap { generalised($0, to: kind) })
    } else if let count, sides.count > count {
      let bodies = Set(sides.compactMap { generalised($0, to: .party) })
      if bodies.count == count { sides = bodies }
    }
    if let count, sides.count != count {
      return kind == .province ? theOnly(count, kind, before: event) : []
    }
    if event.kind == .agreement, kind == nil, let countries = countries(of: sides) {
      return countries
    }
    return sides.sorted()
  }

  /// Two presidents met and `the two sides issued a communiqué`: it is their countries', where each has one.
  private func countries(of sides: Set<Int>) -> [Int]? {
    guard sides.count == 2, sides.allSatisfy({ linker.clusters[$0].kind == .person }) else {
      return nil
    }
    let found = Set(sides.compactMap { generalised($0, to: .country) ?? ownCountry($0) })
    return found.count == 2 ? found.sorted() : nil
  }

  private func ownCountry(_ person: Int) -> Int? {
    linker.clusters[person].country.flatMap { linker.existing(known: $0) }
  }

  /// The party, country or ministry that a side is, leads or belongs to; the side itself where a person is asked for.
  func generalised(_ side: Int, to kind: Kind?) -> Int? {
    let cluster = linker.clusters[side]
    switch kind {
    case Kind.person?: return cluster.kind == .person ? side : nil
    case Kind.country?:
      return cluster.kind == .country
        ? side : cluster.country.flatMap { linker.existing(known: $0) }
    default:
      guard cluster.kind != .person else { return nil }
      let all = bodies(of: side).filter { linker.clusters[$0].kind == kind }
      return all.first { body in
        guard let owner = linker.clusters[body].owner else { return true }
        return linker.clusters[owner].kind != kind
      }
    }
  }
}
