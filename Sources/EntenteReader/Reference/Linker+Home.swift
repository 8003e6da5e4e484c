internal import EntenteKnowledge
internal import EntenteModel

/// Heads named without what they head: `Governor X`, `the President, Y`. A paper writes so of its own country's and
/// its own province's, and of those that it has just told of.
extension Linker {
  mutating func settleHome() {
    let home = homeCountry
    let isOneOfHeads = hasSeveralHeads
    for number in scanner.offices.indices {
      let office = scanner.offices[number]
      guard let holder = office.holder, let person = scanner.mentions[holder].entity,
        office.body == nil, office.adjective == nil, !office.isPast,
        !isOfficeTold(person, office.term)
      else { continue }
      switch lexicon.info(office.term).scope {
      case "province": scanner.offices[number].body = province(before: number, person)
      case "country" where office.relation == .leads:
        if clusters[person].known == nil, clusters[person].country == nil, !isOneOfHeads {
          clusters[person].country = home
        }
      default: break
      }
    }
  }

  /// `NAIROBI — Prime Minister A met President B`: one of them may be a guest, and nobody tells which.
  private var hasSeveralHeads: Bool {
    let heads = scanner.offices.compactMap { office -> Int? in
      guard let holder = office.holder, let person = scanner.mentions[holder].entity,
        office.body == nil, office.adjective == nil, !office.isPast, office.relation == .leads,
        ["1", "2"].contains(knowledge.term(office.term).attribute("rank")),
        ["country", "any", "monarchy"].contains(lexicon.info(office.term).scope),
        clusters[person].known == nil,
        clusters[person].country == nil
      else { return nil }
      return person
    }
    return Set(heads).count > 1
  }

  /// `Foreign Minister Wang Yi`: the ministry of one whom the pack knows is his country's.
  mutating func knowMinistries() {
    let full = knownByLastWord
    for office in scanner.offices where !office.isPast && office.relation != nil {
      guard let holder = office.holder, let known = known(holder, full),
        let country = knowledge.entity(known).country, let body = office.body,
        scanner.mentions[body].kind == .ministry, scanner.mentions[body].owner == nil,
        scanner.mentions[body].adjective == nil, scanner.mentions[body].known == nil
      else { continue }
      scanner.mentions[body].adjective = country
    }
  }

  /// Whom the pack knows by the name, or by the full name whose last word it is.
  private func known(_ holder: Int, _ full: [UInt32: Set<UInt32>]) -> UInt32? {
    let short = scanner.mentions[holder]
    if let known = short.known { return known }
    guard short.kind == .person, short.end == short.start + 1,
      let found = full[text.hashes[short.start]], found.count == 1
    else { return nil }
    return found.first
  }

  /// The listed persons named in full, by the last word of their names.
  private var knownByLastWord: [UInt32: Set<UInt32>] {
    var found: [UInt32: Set<UInt32>] = [:]
    for mention in scanner.mentions where mention.kind == .person && mention.end > mention.start + 1
    {
      if let known = mention.known {
        found[text.hashes[mention.end - 1], default: []].insert(known)
      }
    }
    return found
  }

  /// True where another mention of the office tells what it is of.
  private func isOfficeTold(_ person: Int, _ term: UInt32) -> Bool {
    clusters[person].offices.contains {
      let office = scanner.offices[$0]
      return office.term == term && (office.body != nil || office.adjective != nil)
    }
  }

  /// The one province that the article told of before, and that nobody else is said to head.
  private func province(before number: Int, _ person: Int) -> Int? {
    let office = scanner.offices[number]
    let country = clusters[person].country
    let taken = Set(
      scanner.offices.compactMap { other -> Int? in
        guard let holder = other.holder, scanner.mentions[holder].entity != person,
          lexicon.info(other.term).scope == "province" || other.term == office.term
        else { return nil }
        return other.body.flatMap { scanner.mentions[$0].entity }
      })
    var found: [Int: Int] = [:]
    for m in scanner.mentions.indices where scanner.mentions[m].start < office.start {
      guard let cluster = scanner.mentions[m].entity, clusters[cluster].kind == .province,
        !taken.contains(cluster),
        country == nil || clusters[cluster].country == nil
          || clusters[cluster].country == country
      else { continue }
      found[cluster] = m
    }
    return found.count == 1 ? found.first?.value : nil
  }

  /// The country that the article is sent from: of the place in its dateline.
  var homeCountry: UInt32? {
    for m in scanner.mentions where text.sentences[m.sentence].role == .dateline {
      if let cluster = m.entity,
        [.place, .province, .country].contains(clusters[cluster].kind)
      {
        return clusters[cluster].country
      }
    }
    return nil
  }
}
