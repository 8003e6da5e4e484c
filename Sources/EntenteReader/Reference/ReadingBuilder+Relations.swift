internal import EntenteKnowledge
internal import EntenteModel

extension ReadingBuilder {
  /// Offices held, and what is part of what: from titles, owners and verbs of leading; the pack adds background.
  func relations(_ number: [Int?]) -> [Reading.Relation] {
    var found = RelationList()
    for office in linker.scanner.offices.indices { addOffice(office, number, &found) }
    leaveDisputed(number, &found)
    for leader in leaders { addLeader(leader, number, &found) }
    for c in linker.clusters.indices { addOwner(c, number, &found) }
    for c in linker.clusters.indices { addBackground(c, number, &found) }
    return found.relations
  }

  /// Relations by their ends, so that each is told once with all its evidence.
  struct RelationList {
    var relations: [Reading.Relation] = []
    private var positions: [String: Int] = [:]

    mutating func remove(where isWrong: (Reading.Relation) -> Bool) {
      relations.removeAll(where: isWrong)
      positions = [:]
      for (position, relation) in relations.enumerated() {
        positions["\(relation.type.rawValue) \(relation.source) \(relation.target)"] = position
      }
    }

    mutating func add(_ relation: Reading.Relation) {
      guard relation.source != relation.target else { return }
      let key = "\(relation.type.rawValue) \(relation.source) \(relation.target)"
      guard let position = positions[key] else {
        positions[key] = relations.count
        relations.append(relation)
        return
      }
      guard relation.origin == .text else { return }
      if relations[position].origin != .text {
        relations[position] = relation
        return
      }
      if relations[position].role == nil { relations[position].role = relation.role }
      for quote in relation.evidence where !relations[position].evidence.contains(quote) {
        relations[position].evidence.append(quote)
      }
    }
  }

  /// `Foreign Minister A met Foreign Minister B`: nobody tells whose ministry it is, and two persons do not head one.
  private func leaveDisputed(_ number: [Int?], _ found: inout RelationList) {
    // By the title and the sentence.
    var holders: [Int: [[Int]: Set<Int>]] = [:]
    for office in linker.scanner.offices where office.relation == .leads && !office.isPast {
      guard let ministry = office.body.flatMap({ linker.scanner.mentions[$0].entity }),
        let person = office.holder.flatMap({ linker.scanner.mentions[$0].entity }),
        linker.clusters[ministry].kind == .ministry, linker.clusters[ministry].country == nil,
        linker.clusters[ministry].owner == nil, linker.clusters[ministry].known == nil
      else { continue }
      holders[ministry, default: [:]][[office.sentence, Int(office.term)], default: []].insert(
        person)
    }
    let disputed = Set(
      holders.filter { $0.value.contains { $0.value.count > 1 } }.compactMap { number[$0.key] })
    found.remove { $0.type == .leads && disputed.contains($0.target) }
  }

  private func addOffice(_ o: Int, _ number: [Int?], _ found: inout RelationList) {
    let scanner = linker.scanner
    let office = scanner.offices[o]
    guard !office.isPast, let relation = office.relation, let holder = office.holder,
      let person = scanner.mentions[holder].entity, let source = number[person]
    else { return }
    var target = office.body.flatMap { scanner.mentions[$0].entity }
    if office.body == nil, target == nil, let country = office.adjective {
      target = linker.existing(known: country)
    }
    // A title without its country is the holder's country's, where the title is one of countries.
    // Who is premier of Ontario is not also the country's.
    let isTold = linker.clusters[person].offices.contains {
      guard let body = scanner.offices[$0].body else { return false }
      return scanner.offices[$0].term == office.term
        || !scanner.offices[$0].isPast && scanner.mentions[body].kind == .province
    }
    if target == nil, office.body == nil, !isTold,
      linker.lexicon.info(office.term).scope == "country",
      let country = linker.clusters[person].country
    {
      target = linker.existing(known: listedBody(of: person, office) ?? country)
    }
    // `McClean's permanent secretary X`: a person is no body.
    guard let body = target, let end = number[body], linker.clusters[body].kind != .person else {
      return
    }
    // `the U.S. consul general` serves his country and does not lead it.
    let isOwn = !["embassy", "ministry", "organization", "legislature", "city", "province"]
      .contains(
        linker.lexicon.info(office.term).scope)
    let type =
      linker.clusters[body].kind == .country && !isOwn && relation == .leads
        || isOfficial(office, of: body) || isEnvoy(office, of: body)
      ? EdgeType.memberOf : relation
    let from = min(office.start, scanner.mentions[holder].start)
    let to = max(office.end, scanner.mentions[holder].end)
    let role = shown(linker.text.string(office.start, office.end))
    let evidence = [quote(from, to, rule: "title")]
    found.add(
      Reading.Relation(
        type: type, source: source, target: end, role: role, origin: .text, confidence: 0.93,
        evidence: evidence))
    if let party = office.party.flatMap({ scanner.mentions[$0].entity }),
      linker.clusters[party].kind == .party, let target = number[party]
    {
      found.add(
        Reading.Relation(
          type: .memberOf, source: source, target: target, role: nil, origin: .text,
          confidence: 0.9, evidence: evidence))
    }
    if type == .leads { addPartyOfCommittee(body, source, role, evidence, number, &found) }
  }

  /// `Head of the Delegation of the European Union`: of its delegation, not of the union.
  private func isEnvoy(_ office: Office, of body: Int) -> Bool {
    linker.lexicon.info(office.term).scope == "embassy" && linker.clusters[body].known != nil
  }

  /// `India's Foreign Secretary`: where a minister heads the ministry, its secretary serves in it.
  private func isOfficial(_ office: Office, of body: Int) -> Bool {
    guard let country = linker.clusters[body].country else { return false }
    let code = String(knowledge.entity(country).id.dropFirst("country.".count))
    return linker.lexicon.info(office.term).servesIn.contains(code)
  }

  /// The body that the pack gives a listed person's office: `President Nechirvan Barzani` is not Iraq's.
  private func listedBody(of person: Int, _ office: Office) -> UInt32? {
    guard let known = linker.clusters[person].known else { return nil }
    let title = Folding.fold(linker.knowledge.term(office.term).text)
    let posts = linker.knowledge.entity(known).posts.filter { Folding.fold($0.office) == title }
    return posts.count == 1 ? posts[0].body : nil
  }

  /// Who heads a party's central committee heads the party.
  private func addPartyOfCommittee(
    _ body: Int, _ source: Int, _ role: String, _ evidence: [Evidence], _ number: [Int?],
    _ found: inout RelationList
  ) {
    guard linker.clusters[body].kind == .party, let owner = linker.clusters[body].owner,
      linker.clusters[owner].kind == .party, let party = number[owner],
      isCentral(body)
    else { return }
    found.add(
      Reading.Relation(
        type: .leads, source: source, target: party, role: role, origin: .text, confidence: 0.9,
        evidence: evidence))
  }

  private func isCentral(_ body: Int) -> Bool {
    guard
      let head = linker.clusters[body].mentions.compactMap({ linker.scanner.mentions[$0].head })
        .first
    else { return false }
    return linker.knowledge.term(head).text.hasSuffix("central committee")
  }

  private func addLeader(_ leader: Leadership, _ number: [Int?], _ found: inout RelationList) {
    guard let person = linker.scanner.mentions[leader.person].entity, let source = number[person],
      let body = linker.scanner.mentions[leader.body].entity, let target = number[body],
      linker.clusters[person].kind == .person
    else { return }
    found.add(
      Reading.Relation(
        type: .leads, source: source, target: target, role: nil, origin: .text, confidence: 0.85,
        evidence: [quote(sentence: leader.sentence, rule: "led by")]))
  }

  private func addOwner(_ c: Int, _ number: [Int?], _ found: inout RelationList) {
    let cluster = linker.clusters[c]
    if cluster.kind == .person { addMembership(c, number, &found) }
    if cluster.kind == .party { addPartyLeader(c, number, &found) }
    guard cluster.kind != .person, cluster.kind != .country, let source = number[c] else { return }
    let scanner = linker.scanner
    if let owner = cluster.owner, linker.clusters[owner].kind != .person,
      let target = number[owner], !isNamedAfter(c, owner),
      linker.clusters[owner].known.map({ mayBelong(cluster, to: $0) }) ?? true,
      let m = cluster.ownerMention, let above = scanner.mentions[m].owner
    {
      let from = min(scanner.mentions[m].start, scanner.mentions[above].start)
      let to = max(scanner.mentions[m].end, scanner.mentions[above].end)
      found.add(
        Reading.Relation(
          type: .partOf, source: source, target: target, role: nil, origin: .text, confidence: 0.93,
          evidence: [quote(from, to, rule: "owner")]))
    }
    for m in cluster.mentions {
      guard let adjective = scanner.mentions[m].adjective, mayBelong(cluster, to: adjective),
        let country = linker.existing(known: adjective),
        let target = number[country], cluster.kind != .party,
        cluster.kind != .place || scanner.mentions[m].adjectiveToken != nil
      else { continue }
      let from = scanner.mentions[m].adjectiveToken ?? scanner.mentions[m].start
      found.add(
        Reading.Relation(
          type: .partOf, source: source, target: target, role: nil, origin: .text, confidence: 0.9,
          evidence: [
            quote(min(from, scanner.mentions[m].start), scanner.mentions[m].end, rule: "adjective")
          ]))
    }
  }

  /// `Britain's G7 presidency`, `Iraqi ISIS fighters`: a listed body is no part of a country that the pack does not know
  /// it in.
  private func mayBelong(_ cluster: Cluster, to above: UInt32) -> Bool {
    guard cluster.kind == .organization, let known = cluster.known,
      knowledge.entity(above).kind == .country
    else { return true }
    return knowledge.entity(known).country == above
  }

  /// `University of Otago`, `Royal Bank of Scotland`: a region in the name of what does not govern says nothing of whose
  /// it is.
  private func isNamedAfter(_ c: Int, _ owner: Int) -> Bool {
    guard linker.clusters[c].kind == .organization,
      [.province, .place].contains(linker.clusters[owner].kind),
      let m = linker.clusters[c].ownerMention, let head = linker.scanner.mentions[m].head,
      let above = linker.scanner.mentions[m].owner
    else { return false }
    let info = linker.lexicon.info(head)
    // `Columbia University in New York` stands there.
    return linker.scanner.mentions[above].start > linker.scanner.mentions[m].start
      && linker.scanner.mentions[above].start < linker.scanner.mentions[m].end
      && !info.isOrgan && !info.isLegislature && !info.governs
  }

  /// `Lívia Járóka of Fidesz`, `Anna Berg (CDU)`, `UNICEF's Anna Berg`
  private func addMembership(_ c: Int, _ number: [Int?], _ found: inout RelationList) {
    for m in linker.clusters[c].mentions {
      guard let owner = linker.scanner.mentions[m].owner,
        let body = linker.scanner.mentions[owner].entity,
        [.party, .organization, .ministry].contains(linker.clusters[body].kind),
        let source = number[c], let target = number[body], isBeside(m, owner)
      else { continue }
      found.add(told(.memberOf, source, target, by: m, owner, confidence: 0.85, rule: "party"))
    }
  }

  /// `Pauline Berg's Nation First party`: a party that is called somebody's is led by him.
  private func addPartyLeader(_ c: Int, _ number: [Int?], _ found: inout RelationList) {
    for m in linker.clusters[c].mentions {
      guard let owner = linker.scanner.mentions[m].owner,
        let person = linker.scanner.mentions[owner].entity,
        linker.clusters[person].kind == .person, let source = number[person],
        let target = number[c], !isModifier(m), isBeside(m, owner)
      else { continue }
      found.add(told(.leads, source, target, by: m, owner, confidence: 0.8, rule: "party of"))
    }
  }

  /// What two names that stand together tell.
  private func told(
    _ type: EdgeType, _ source: Int, _ target: Int, by m: Int, _ owner: Int, confidence: Double,
    rule: String
  ) -> Reading.Relation {
    let (own, above) = (linker.scanner.mentions[m], linker.scanner.mentions[owner])
    return Reading.Relation(
      type: type, source: source, target: target, role: nil, origin: .text, confidence: confidence,
      evidence: [quote(min(own.start, above.start), max(own.end, above.end), rule: rule)])
  }

  /// `the Centre Party's X`, `X of the Centre Party`; `the party's critic X` is none of it.
  private func isBeside(_ m: Int, _ owner: Int) -> Bool {
    let (own, above) = (linker.scanner.mentions[m], linker.scanner.mentions[owner])
    guard above.end <= own.start else { return true }
    return (above.end..<own.start).allSatisfy { k in
      text.isPossessive(k) || text.classes[k].contains(.adjective)
        || !text.tokens[k].shape.contains(.word)
        || linker.scanner.mentions.contains { $0.start <= k && k < $0.end && $0.kind == .person }
        || text.isCapital(k)
    }
  }

  /// `X's Green Party | rival Y`: the party only says more of a noun.
  private func isModifier(_ m: Int) -> Bool {
    let end = linker.scanner.mentions[m].end
    guard end < text.tokens.count, text.tokens[end].shape.contains(.word), !text.isCapital(end)
    else {
      return false
    }
    return text.words[end] != linker.lexicon.words.party
      && text.classes[end].isDisjoint(with: Scanner.closed.union([.verb, .adverb]))
  }

  /// What the pack knows of listed things that this article names: no evidence, and said so.
  private func addBackground(_ c: Int, _ number: [Int?], _ found: inout RelationList) {
    guard let known = linker.clusters[c].known, let source = number[c] else { return }
    let entity = linker.knowledge.entity(known)
    // A company sits in a country and is no part of it.
    let isOwn =
      entity.kind == .person || entity.kind == .party
      || ["media", "company", "institute", "armed"].contains(entity.type)
    let above = entity.partOf ?? (isOwn ? nil : entity.country)
    if let above, let cluster = linker.existing(known: above), let target = number[cluster] {
      found.add(background(.partOf, source, target, nil))
    }
    // An organ of a central committee is one of the party's as well.
    if entity.kind == .party, let inner = entity.partOf,
      let outer = linker.knowledge.entity(inner).partOf,
      let cluster = linker.existing(known: outer), let target = number[cluster]
    {
      found.add(background(.partOf, source, target, nil))
    }
    if entity.kind == .province || entity.kind == .place || entity.kind == .ministry,
      let country = entity.country,
      let cluster = linker.existing(known: country), let target = number[cluster]
    {
      found.add(background(.partOf, source, target, nil))
    }
    for post in entity.posts
    where post.isHeld(on: article.record.date) && article.record.date != nil {
      guard let cluster = linker.existing(known: post.body), let target = number[cluster] else {
        continue
      }
      let term = linker.knowledge.term(Folding.fold(post.office), .office)
      let relation = term.flatMap { $0.attribute("relation") }.map { EdgeType($0) } ?? .memberOf
      found.add(background(relation, source, target, post.office))
    }
  }

  private func background(_ type: EdgeType, _ source: Int, _ target: Int, _ role: String?)
    -> Reading.Relation
  {
    Reading.Relation(
      type: type, source: source, target: target, role: role, origin: .background, confidence: 0.9,
      evidence: [])
  }
}
