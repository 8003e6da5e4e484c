internal import EntenteKnowledge
internal import EntenteModel

extension EventLinker {
  /// The event told before that this mention tells again.
  func antecedent(_ mention: EventMention, _ sides: Set<Int>, _ place: Int?) -> Int? {
    guard mention.list == nil, !mention.isOther else { return nil }
    // What is not named as known has to share somebody with the event; in a long text few do.
    let own = mention.isDefinite ? nil : reach(of: mention.isAnaphor ? [] : sides)
    if own?.isEmpty == true { return nil }
    var best: (Int, Double)?
    for c in clusters.indices.reversed() where clusters[c].kind == mention.kind {
      if let own, own.isDisjoint(with: clusters[c].reach) { continue }
      let score = score(mention, sides, place, clusters[c])
      if score > (best?.1 ?? 0.5), !conflicts(mention, place, clusters[c]) { best = (c, score) }
    }
    return best?.0
  }

  func conflicts(_ mention: EventMention, _ place: Int?, _ cluster: EventCluster) -> Bool {
    if isOver(mention.time),
      cluster.status == .planned || isOver(cluster.time) == false && cluster.status == .proposed
    {
      return true
    }
    if let a = mention.time, let b = cluster.time {
      if let x = a.resolved(on: linker.date, isPlanned: mention.status == .planned),
        let y = b.resolved(on: linker.date, isPlanned: cluster.status == .planned),
        !x.isCompatible(with: y),
        place != nil && place != cluster.place || !spans(b, y, x) && !spans(a, x, y)
      {
        return true
      }
      if a.year != nil, a.month != b.month || a.year != b.year, b.weekday != nil || b.day != nil {
        return true
      }
    }
    if let x = place, let y = cluster.place, x != y, linker.clusters[x].owner != y,
      linker.clusters[y].owner != x,
      linker.clusters[x].country == nil || linker.clusters[x].country != linker.clusters[y].country
        || mention.kind == .visit
          && ![linker.clusters[x].kind, linker.clusters[y].kind].contains(.country)
        || mention.kind == .visit && !mention.isDefinite && (isStop(x) || isStop(y))
        || linker.clusters[x].kind == .organization || linker.clusters[y].kind == .organization
    {
      return true
    }
    // `phoned Y. He will meet her on Friday`: another one, yet to come.
    if mention.kind == .meeting, mention.status == .planned, mention.isVerbal,
      cluster.status == .held, mention.time != nil
    {
      return true
    }
    // `had cancelled his visit scheduled in September`: not the one that he is on.
    if mention.status == .cancelled, cluster.status?.happened == true { return true }
    if let a = mention.status, let b = cluster.status,
      a == .proposed && b.happened || b == .proposed && a.happened
    {
      return true
    }
    return false
  }

  /// A town that is no capital, a building: a visit there is one more in the course of the visit to the country.
  private func isStop(_ place: Int) -> Bool {
    guard linker.clusters[place].kind == .place else { return false }
    return linker.clusters[place].known.map { linker.knowledge.entity($0).capitalOf == nil } ?? true
  }

  /// A journey from the 10th to the 16th holds a visit on the 11th.
  func spans(_ time: TimeExpression, _ first: PartialDate, _ day: PartialDate) -> Bool {
    guard let last = time.resolvedEnd(from: first)?.dayNumber, let start = first.dayNumber,
      let own = day.dayNumber
    else { return false }
    return start...max(start, last) ~= own
  }

  func score(
    _ mention: EventMention, _ sides: Set<Int>, _ place: Int?, _ cluster: EventCluster
  ) -> Double {
    if sides.isEmpty || mention.isAnaphor {
      // `the visit`, `at the meeting`: the one that the article tells most of, else the last of its kind.
      guard mention.isDefinite, !mention.isPlural, mention.time?.year == nil,
        refers(mention, to: cluster)
      else { return 0 }
      return 0.6 + 0.05 * Double(min(cluster.sentences.count, 4))
    }
    let shared = sides.intersection(cluster.sides).count
    // `X's party held a meeting on Friday in Riga`: another one than that of X before.
    if mention.kind == .meeting, sides.count == 1, !mention.isDefinite, cluster.sides.count > 1,
      mention.time != nil || mention.place != nil
    {
      return 0
    }
    if sides == cluster.sides {
      if mention.kind == .visit { return place == nil || place == cluster.place ? 0.95 : 0.9 }
      if mention.kind == .agreement {
        return sameNoun(mention, cluster) || mention.isDefinite ? 0.9 : 0.4
      }
      return mention.isDefinite || mention.isVerbal || sameNoun(mention, cluster) ? 0.95 : 0.7
    }
    guard
      mention.isDefinite || mention.kind == .visit || shared == sides.count
        || sameNoun(mention, cluster)
    else { return 0 }
    if mention.kind == .visit {
      return shared > 0
        && (place == nil || place == cluster.place || sameCountry(place, cluster.place)) ? 0.8 : 0
    }
    if mention.kind == .agreement, mention.isDefinite, refers(mention, to: cluster),
      areSignatories(sides, of: cluster)
    {
      return 0.75
    }
    if mention.kind == .agreement { return shared == sides.count && mention.isDefinite ? 0.7 : 0 }
    // Each side must be one there, lead one there, or be led from there.
    let all = sides.allSatisfy { stands($0, for: cluster.sides) }
    if all, cluster.sides.contains(where: { stands($0, for: sides) }) {
      let isNewVerb = mention.isVerbal && shared < sides.count
      return isNewVerb ? 0.3 : mention.isDefinite ? 0.8 : shared == sides.count ? 0.65 : 0.4
    }
    if mention.isDefinite, sameNoun(mention, cluster), sameCountries(sides, cluster.sides) {
      return 0.75
    }
    if mention.isDefinite, sameNoun(mention, cluster), shared > 0,
      shared * 2 >= min(sides.count, cluster.sides.count)
    {
      return 0.6
    }
    return 0
  }

  /// `Ghana and Fiji signed an agreement. The agreement was signed by their ministers`: persons, each
  /// of a country that is a side.
  func areSignatories(_ persons: Set<Int>, of cluster: EventCluster) -> Bool {
    let countries = Set(
      cluster.sides.filter { linker.clusters[$0].kind == .country }
        .map { linker.clusters[$0].known })
    return countries.count >= 2 && countries.count == cluster.sides.count && !persons.isEmpty
      && persons.allSatisfy { person in
        linker.clusters[person].kind == .person
          && linker.clusters[person].country.map(countries.contains) ?? true
      }
      && persons.contains { linker.clusters[$0].country != nil }
  }

  /// Three or more countries, and the same whether named themselves or by their bodies.
  func sameCountries(_ a: Set<Int>, _ b: Set<Int>) -> Bool {
    func countries(_ sides: Set<Int>) -> Set<UInt32> {
      Set(
        sides.filter { linker.clusters[$0].kind != .person }.compactMap {
          linker.clusters[$0].country
        })
    }
    let x = countries(a)
    return x.count >= 3 && x == countries(b)
  }

  func sameNoun(_ mention: EventMention, _ cluster: EventCluster) -> Bool {
    !mention.noun.isEmpty && mention.noun == cluster.noun
  }

  func sameCountry(_ a: Int?, _ b: Int?) -> Bool {
    guard let a, let b else { return true }
    return linker.clusters[a].country != nil
      && linker.clusters[a].country == linker.clusters[b].country
  }

  /// A person stands for the bodies that he leads, an organ for its party, a ministry for its country.
  func stands(_ entity: Int, for sides: Set<Int>) -> Bool {
    if sides.contains(entity) { return true }
    let own = bodies(of: entity)
    return sides.contains { other in
      !own.isDisjoint(with: bodies(of: other))
    }
  }

  /// The entities themselves, what they lead and what they belong to.
  func reach(of entities: Set<Int>) -> Set<Int> {
    entities.reduce(into: []) { $0.formUnion(bodies(of: $1)) }
  }

  func bodies(of entity: Int) -> Set<Int> {
    if let known = memory.bodies[entity] { return known }
    let found = findBodies(of: entity)
    memory.bodies[entity] = found
    return found
  }

  private func findBodies(of entity: Int) -> Set<Int> {
    var found: Set<Int> = [entity]
    var queue = [entity]
    if linker.clusters[entity].kind == .person {
      for number in linker.clusters[entity].offices where scanner.offices[number].relation == .leads
      {
        if let body = scanner.offices[number].body.flatMap({ self.entity($0) }) {
          queue.append(body)
        }
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
        linker.knowledge.entity(owner).kind != .country,
        let cluster = linker.existing(known: owner),
        !found.contains(cluster)
      {
        queue.append(cluster)
      }
    }
    return found
  }

  /// `the meeting` may mean talks, a call or a reception; `the conference` means a conference.
  private func refers(_ mention: EventMention, to cluster: EventCluster) -> Bool {
    if mention.term.map({ linker.lexicon.info($0).isGeneric }) ?? true { return true }
    let noun = mention.noun.split(separator: " ").last
    return noun == cluster.noun.split(separator: " ").last
  }

  /// A date of its own that lies before the month of the article.
  private func isOver(_ time: TimeExpression?) -> Bool {
    guard let published = linker.date, let own = time?.resolved(on: published, isPlanned: false)
    else { return false }
    return (own.year, own.month ?? 12) < (published.year, published.month ?? 1)
  }
}
