internal import EntenteKnowledge
internal import EntenteModel

/// Resolves who takes part and joins the mentions of one event inside an article.
struct EventLinker {
  let linker: Linker
  /// The person who was the subject before each token, for `he` and `she`: token and mention.
  let subjects: [(token: Int, mention: Int)]
  var clusters: [EventCluster] = []

  var scanner: Scanner { linker.scanner }

  /// Verbs of leading, for `between the committee, led by X, and …`.
  let leaders: [Leadership]

  mutating func link(_ mentions: [EventMention]) {
    for mention in mentions { place(mention) }
    let meetings = clusters.indices.filter { clusters[$0].kind == .meeting }
    for c in meetings {
      dropLed(c)
      dropCountries(c)
      dropWholes(c)
      addLeaders(c)
    }
    if let main = meetings.max(by: { clusters[$0].sentences.count < clusters[$1].sentences.count }) {
      addSpeakers(main)
    }
  }

  /// `The leaders of Kenya and Djibouti, X and Y, held talks`: the persons are the sides.
  private mutating func dropLed(_ c: Int) {
    let persons = clusters[c].parts.filter { $0.type.isSide && linker.clusters[$0.entity].kind == .person }
    let countries = clusters[c].parts.filter { $0.type.isSide && linker.clusters[$0.entity].kind == .country }
    let areLed = countries.allSatisfy { country in
      persons.contains {
        $0.sentence == country.sentence
          && linker.clusters[$0.entity].country == linker.clusters[country.entity].known
      }
    }
    guard areLed else { return }
    clusters[c].parts.removeAll { part in countries.contains { $0.entity == part.entity } }
  }

  /// Told once by countries and once by their parties: the parties are the sides.
  private mutating func dropCountries(_ c: Int) {
    let sides = clusters[c].sides
    let countries = sides.filter { linker.clusters[$0].kind == .country }
    let bodies = sides.filter { [.party, .ministry].contains(linker.clusters[$0].kind) }
    guard countries.count >= 3, countries.allSatisfy({ country in
      bodies.contains { linker.clusters[$0].country == linker.clusters[country].known }
    }) else { return }
    clusters[c].parts.removeAll { countries.contains($0.entity) }
  }

  /// A party beside its own organ: the organ is the side.
  private mutating func dropWholes(_ c: Int) {
    let sides = clusters[c].sides
    let wholes = sides.filter { whole in
      linker.clusters[whole].kind == .party
        && sides.contains { $0 != whole && linker.clusters[$0].kind == .party && bodies(of: $0).contains(whole) }
    }
    clusters[c].parts.removeAll { wholes.contains($0.entity) }
  }

  /// `between the Standing Committee, led by X, and …`: X takes part.
  private mutating func addLeaders(_ c: Int) {
    for leader in leaders where clusters[c].sentences.contains(where: { $0.number == leader.sentence }) {
      guard let body = entity(leader.body), let person = entity(leader.person),
        clusters[c].sides.contains(body), !clusters[c].sides.contains(person)
      else { continue }
      clusters[c].parts.append(
        .init(
          entity: person, type: .participant, part: nil, sentence: leader.sentence, rule: "leads a side",
          confidence: 0.85))
    }
  }

  /// Who heads a side and speaks as the meeting is told takes part in it.
  private mutating func addSpeakers(_ c: Int) {
    guard let start = clusters[c].sentences.first?.number, clusters[c].status?.happened ?? true else { return }
    let bodies = clusters[c].sides.filter { linker.clusters[$0].kind == .party || linker.clusters[$0].kind == .ministry }
    guard bodies.count >= 2 else { return }
    for subject in subjects {
      let sentence = scanner.mentions[subject.mention].sentence
      guard sentence > start, let person = entity(subject.mention), !clusters[c].sides.contains(person),
        linker.clusters[person].kind == .person, stands(person, for: bodies)
      else { continue }
      clusters[c].parts.append(
        .init(
          entity: person, type: .participant, part: nil, sentence: sentence, rule: "speaks for a side",
          confidence: 0.7))
    }
  }

  // MARK: Who

  private func entity(_ mention: Int) -> Int? { scanner.mentions[mention].entity }

  /// The clusters that a party denotes; empty where the reference is not safe.
  private func resolve(_ party: EventMention.Party, _ event: EventMention) -> [Int] {
    switch party {
    case .mention(let mention): return [entity(mention)].compactMap { $0 }
    case .office(let office): return [holder(office)].compactMap { $0 }
    case .country(let known, _):
      return [linker.existing(known: known)].compactMap { $0 }
    case .person(let token): return [person(before: token)].compactMap { $0 }
    case .sides(let kind, let count): return salientSides(event, kind: kind, count: count)
    case .group: return salientSides(event, kind: nil, count: nil)
    }
  }

  /// The person who holds an office mentioned without a name: one only, named in this article.
  func holder(_ number: Int) -> Int? {
    let office = scanner.offices[number]
    if let holder = office.holder { return entity(holder) }
    let body = office.body.flatMap { entity($0) }
    let candidates = linker.clusters.indices.filter { c in
      guard linker.clusters[c].kind == .person else { return false }
      return linker.clusters[c].offices.contains { other in
        guard scanner.offices[other].term == office.term || isShortForm(number, other) else { return false }
        guard let body else {
          guard let country = office.adjective else { return true }
          return linker.clusters[c].country == country
        }
        let otherBody = scanner.offices[other].body.flatMap { entity($0) }
        return otherBody == body || otherBody.flatMap { linker.clusters[$0].owner } == body
          || linker.clusters[body].known == linker.clusters[c].country
      }
    }
    if candidates.count == 1 { return candidates[0] }
    // `the Party leader` beside `Party General Secretary X`: whose party needs no name here is the same.
    if isUnnamedParty(office) {
      let own = candidates.filter { c in linker.clusters[c].offices.contains { isUnnamedParty(scanner.offices[$0]) } }
      if own.count == 1 { return own[0] }
    }
    guard body == nil, office.adjective == nil, candidates.count > 1 else { return nil }
    // The last of them named before, in this sentence or the one before.
    return candidates.max { last($0, before: office.start) < last($1, before: office.start) }
      .flatMap { last($0, before: office.start) >= 0 ? $0 : nil }
  }

  private func isUnnamedParty(_ office: Office) -> Bool {
    let words = scanner.lexicon.words
    return linker.lexicon.info(office.term).scope == "party" && office.end - office.start > 1
      && scanner.text.words[office.start] == words.party
  }

  private func isShortForm(_ a: Int, _ b: Int) -> Bool {
    // `the Party chief`, `the Party leader` for its general secretary: both lead a party.
    let x = scanner.offices[a]
    let y = scanner.offices[b]
    guard x.relation == .leads, y.relation == .leads,
      x.body.map({ scanner.mentions[$0].kind == .party }) ?? isUnnamedParty(x),
      let other = y.body, let entity = entity(other)
    else { return false }
    return linker.clusters[entity].kind == .party
  }

  private func last(_ cluster: Int, before token: Int) -> Int {
    linker.clusters[cluster].mentions.map { scanner.mentions[$0].start }.filter { $0 < token }.max() ?? -1
  }

  private func person(before token: Int) -> Int? {
    guard let subject = subjects.last(where: { $0.token < token }) else { return nil }
    return entity(subject.mention)
  }

  /// `the two sides`, `they`: the sides of the last event told with two or more.
  ///
  /// `the two Parties` are the parties that the sides are, lead or belong to, where there are two.
  private func salientSides(_ event: EventMention, kind: Kind?, count: Int?) -> [Int] {
    let told = clusters.filter { $0.sides.count >= 2 && ($0.kind == event.kind || $0.kind != .visit) }
    guard let cluster = told.max(by: { $0.sentences.count < $1.sentences.count }) ?? told.last else { return [] }
    var sides = cluster.sides
    if kind == .party || kind == .country || kind == .ministry || kind == .person {
      sides = Set(sides.compactMap { generalised($0, to: kind) })
    } else if let count, sides.count > count {
      let bodies = Set(sides.compactMap { generalised($0, to: .party) })
      if bodies.count == count { sides = bodies }
    }
    if let count, sides.count != count { return [] }
    return sides.sorted()
  }

  /// The party, country or ministry that a side is, leads or belongs to; the side itself where a person is asked for.
  private func generalised(_ side: Int, to kind: Kind?) -> Int? {
    let cluster = linker.clusters[side]
    switch kind {
    case Kind.person?: return cluster.kind == .person ? side : nil
    case Kind.country?:
      return cluster.kind == .country ? side : cluster.country.flatMap { linker.existing(known: $0) }
    default:
      guard cluster.kind != .person else { return nil }
      let all = bodies(of: side).filter { linker.clusters[$0].kind == kind }
      return all.first { body in
        guard let owner = linker.clusters[body].owner else { return true }
        return linker.clusters[owner].kind != kind
      }
    }
  }

  // MARK: Which event

  private mutating func place(_ mention: EventMention) {
    var parts: [EventCluster.Part] = []
    for role in mention.roles {
      for entity in resolve(role.party, mention) {
        guard !parts.contains(where: { $0.entity == entity && $0.type == role.type }) else { continue }
        if role.type.isSide, linker.clusters[entity].kind == .place { continue }
        parts.append(
          .init(
            entity: entity, type: role.type, part: role.part, sentence: mention.sentence,
            rule: mention.rule, confidence: confidence(role, mention)))
      }
    }
    let place = mention.place.flatMap { entity($0) } ?? visited(mention, parts)
    parts.removeAll { mention.kind == .visit && $0.entity == place }
    dropOwnersOfSides(&parts, mention.kind)
    if mention.kind == .meeting, mention.isDefinite, mention.time?.year != nil,
      !parts.contains(where: { $0.type.isSide })
    {
      // `Since the meeting in February 2025, the two sides …`: another meeting of the same sides.
      parts += salientSides(mention, kind: nil, count: 2).map {
        .init(
          entity: $0, type: .participant, part: nil, sentence: mention.sentence, rule: mention.rule,
          confidence: 0.6)
      }
    }
    let sides = Set(parts.filter { $0.type.isSide }.map { $0.entity })
    if let known = antecedent(mention, sides, place) {
      merge(mention, parts, place, into: known)
      return
    }
    guard !mention.isAnaphor, isEvent(mention, sides, place) else { return }
    var cluster = EventCluster(kind: mention.kind, noun: mention.noun)
    cluster.list = mention.list
    if mention.isOnOccasion { cluster.within = occasion() }
    clusters.append(cluster)
    merge(mention, parts, place, into: clusters.count - 1)
  }

  /// The meeting or visit under way: the one that the article tells most of.
  private func occasion() -> Int? {
    clusters.indices.filter { clusters[$0].kind != .agreement && clusters[$0].status?.happened == true }
      .max { clusters[$0].sentences.count < clusters[$1].sentences.count }
  }

  /// A visit reported from abroad without its destination: the country of the dateline, where it is not the visitor's.
  private func visited(_ mention: EventMention, _ parts: [EventCluster.Part]) -> Int? {
    guard mention.kind == .visit, !mention.isVerbal, let dateline = dateline, let visitor = parts.first?.entity,
      let own = linker.clusters[visitor].country, own != dateline
    else { return nil }
    return linker.existing(known: dateline)
  }

  /// The country of the place in the dateline.
  private var dateline: UInt32? {
    for m in scanner.mentions where scanner.text.sentences[m.sentence].role == .dateline {
      if let cluster = m.entity, [.place, .province, .country].contains(linker.clusters[cluster].kind) {
        return linker.clusters[cluster].country
      }
    }
    return nil
  }

  /// A country beside its own leader or ministry in one event adds nothing: the specific one is the side.
  private func dropOwnersOfSides(_ parts: inout [EventCluster.Part], _ kind: Kind) {
    guard kind == .agreement else { return }
    let sides = parts.filter { $0.type.isSide }.map { $0.entity }
    guard sides.count > 2 else { return }
    let owners = Set(sides.compactMap { linker.clusters[$0].owner })
    let kept = parts.filter { !owners.contains($0.entity) || !$0.type.isSide }
    if kept.filter({ $0.type.isSide }).count >= 2 { parts = kept }
  }

  private func confidence(_ role: EventMention.Role, _ mention: EventMention) -> Double {
    switch role.party {
    case .mention: mention.isVerbal ? 0.95 : 0.9
    case .office: 0.85
    case .country: 0.8
    case .person, .sides, .group: 0.75
    }
  }

  /// Whether a mention without an antecedent tells of an event by itself.
  private func isEvent(_ mention: EventMention, _ sides: Set<Int>, _ place: Int?) -> Bool {
    if mention.kind == .visit { return !sides.isEmpty && place != nil }
    if mention.isPlural, mention.count == nil, !mention.isVerbal, mention.status == nil || mention.kind == .agreement {
      guard mention.noun.hasSuffix("talks") || mention.kind == .agreement && sides.count >= 2 && mention.status != nil
      else { return false }
    }
    if mention.isBare, mention.status == nil, mention.act == nil { return false }
    if let term = mention.term, linker.lexicon.info(term).isWeak, mention.rule == "noun" { return false }
    if mention.kind == .agreement, mention.isPlural, mention.count == nil, mention.list == nil, mention.status != .held {
      return false
    }
    if mention.kind == .agreement, mention.status == nil, mention.act == nil, !mention.isDefinite {
      return sides.count >= 2 && mention.list != nil
    }
    return sides.count >= 2
  }

  // MARK: Joining

  /// The event told before that this mention tells again.
  private func antecedent(_ mention: EventMention, _ sides: Set<Int>, _ place: Int?) -> Int? {
    guard mention.list == nil, !mention.isOther else { return nil }
    let candidates = clusters.indices.filter { c in
      clusters[c].kind == mention.kind && !conflicts(mention, place, clusters[c])
    }
    var best: (Int, Double)?
    for c in candidates.reversed() {
      let score = score(mention, sides, place, clusters[c])
      if score > (best?.1 ?? 0.5) { best = (c, score) }
    }
    return best?.0
  }

  private func conflicts(_ mention: EventMention, _ place: Int?, _ cluster: EventCluster) -> Bool {
    if let a = mention.time, let b = cluster.time {
      if let x = a.resolved(on: linker.date, isPlanned: mention.status == .planned),
        let y = b.resolved(on: linker.date, isPlanned: cluster.status == .planned),
        !x.isCompatible(with: y)
      {
        return true
      }
      if a.year != nil, a.month != b.month || a.year != b.year, b.weekday != nil || b.day != nil { return true }
    }
    if let x = place, let y = cluster.place, x != y, linker.clusters[x].owner != y,
      linker.clusters[y].owner != x,
      linker.clusters[x].country == nil || linker.clusters[x].country != linker.clusters[y].country
        || mention.kind == .visit && ![linker.clusters[x].kind, linker.clusters[y].kind].contains(.country)
        || linker.clusters[x].kind == .organization || linker.clusters[y].kind == .organization
    {
      return true
    }
    if let a = mention.status, let b = cluster.status, a == .proposed && b.happened || b == .proposed && a.happened {
      return true
    }
    return false
  }

  private func score(
    _ mention: EventMention, _ sides: Set<Int>, _ place: Int?, _ cluster: EventCluster
  ) -> Double {
    if sides.isEmpty || mention.isAnaphor {
      // `the visit`, `at the meeting`: the one that the article tells most of, else the last of its kind.
      guard mention.isDefinite, !mention.isPlural, mention.time?.year == nil else { return 0 }
      return 0.6 + 0.05 * Double(min(cluster.sentences.count, 4))
    }
    let shared = sides.intersection(cluster.sides).count
    if sides == cluster.sides {
      if mention.kind == .visit { return place == nil || place == cluster.place ? 0.95 : 0.9 }
      if mention.kind == .agreement { return sameNoun(mention, cluster) || mention.isDefinite ? 0.9 : 0.4 }
      return mention.isDefinite || mention.isVerbal || sameNoun(mention, cluster) ? 0.95 : 0.7
    }
    guard mention.isDefinite || mention.kind == .visit || shared == sides.count || sameNoun(mention, cluster)
    else { return 0 }
    if mention.kind == .visit {
      return shared > 0 && (place == nil || place == cluster.place || sameCountry(place, cluster.place)) ? 0.8 : 0
    }
    if mention.kind == .agreement { return shared == sides.count && mention.isDefinite ? 0.7 : 0 }
    // Each side must be one there, lead one there, or be led from there.
    let all = sides.allSatisfy { stands($0, for: cluster.sides) }
    let back = cluster.sides.filter { stands($0, for: sides) }.count
    if all, back > 0 {
      let isNewVerb = mention.isVerbal && shared < sides.count
      return isNewVerb ? 0.3 : mention.isDefinite ? 0.8 : shared == sides.count ? 0.65 : 0.4
    }
    if mention.isDefinite, sameNoun(mention, cluster), sameCountries(sides, cluster.sides) { return 0.75 }
    if mention.isDefinite, sameNoun(mention, cluster), shared > 0, shared * 2 >= min(sides.count, cluster.sides.count) {
      return 0.6
    }
    return 0
  }

  /// Three or more countries, and the same whether named themselves or by their bodies.
  private func sameCountries(_ a: Set<Int>, _ b: Set<Int>) -> Bool {
    func countries(_ sides: Set<Int>) -> Set<UInt32> {
      Set(sides.filter { linker.clusters[$0].kind != .person }.compactMap { linker.clusters[$0].country })
    }
    let x = countries(a)
    return x.count >= 3 && x == countries(b)
  }

  private func sameNoun(_ mention: EventMention, _ cluster: EventCluster) -> Bool {
    !mention.noun.isEmpty && mention.noun == cluster.noun
  }

  private func sameCountry(_ a: Int?, _ b: Int?) -> Bool {
    guard let a, let b else { return true }
    return linker.clusters[a].country != nil && linker.clusters[a].country == linker.clusters[b].country
  }

  /// A person stands for the bodies that he leads, an organ for its party, a ministry for its country.
  private func stands(_ entity: Int, for sides: Set<Int>) -> Bool {
    if sides.contains(entity) { return true }
    let own = bodies(of: entity)
    return sides.contains { other in
      !own.isDisjoint(with: bodies(of: other))
    }
  }

  private func bodies(of entity: Int) -> Set<Int> {
    var found: Set<Int> = [entity]
    var queue = [entity]
    if linker.clusters[entity].kind == .person {
      for number in linker.clusters[entity].offices where scanner.offices[number].relation == .leads {
        if let body = scanner.offices[number].body.flatMap({ self.entity($0) }) { queue.append(body) }
      }
    }
    while let next = queue.popLast() {
      found.insert(next)
      if linker.clusters[next].kind != .person, let owner = linker.clusters[next].owner,
        linker.clusters[owner].kind != .country, !found.contains(owner)
      {
        queue.append(owner)
      }
      if let known = linker.clusters[next].known, let owner = linker.knowledge.entity(known).partOf,
        linker.knowledge.entity(owner).kind != .country, let cluster = linker.existing(known: owner),
        !found.contains(cluster)
      {
        queue.append(cluster)
      }
    }
    return found
  }

  private mutating func merge(
    _ mention: EventMention, _ parts: [EventCluster.Part], _ place: Int?, into c: Int
  ) {
    for part in parts {
      if let known = clusters[c].parts.firstIndex(where: { $0.entity == part.entity && $0.type == part.type }) {
        if clusters[c].parts[known].part == nil { clusters[c].parts[known].part = part.part }
        clusters[c].parts[known].confidence = max(clusters[c].parts[known].confidence, part.confidence)
      } else {
        clusters[c].parts.append(part)
      }
    }
    if clusters[c].place == nil { clusters[c].place = place }
    if let time = mention.time, clusters[c].time == nil || clusters[c].time?.isVague == true { clusters[c].time = time }
    if let status = mention.status {
      if clusters[c].status == nil || status == .cancelled { clusters[c].status = status }
      if clusters[c].status == .planned, status == .held, mention.isVerbal { clusters[c].status = .held }
    }
    if clusters[c].act == nil { clusters[c].act = mention.act }
    if clusters[c].noun.isEmpty || clusters[c].noun == "meeting" && mention.noun.hasSuffix("meeting")
      || clusters[c].noun == "visit" && mention.noun.hasSuffix("visit")
    {
      clusters[c].noun = mention.noun
    }
    if !clusters[c].sentences.contains(where: { $0.number == mention.sentence }) {
      clusters[c].sentences.append((mention.sentence, mention.rule))
    }
    clusters[c].isVerbal = clusters[c].isVerbal || mention.isVerbal
  }
}
