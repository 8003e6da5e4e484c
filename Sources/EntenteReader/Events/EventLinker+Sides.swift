internal import EntenteKnowledge
internal import EntenteModel

extension EventLinker {
  /// `The leaders of Kenya and Djibouti, X and Y, held talks`: the persons are the sides.
  mutating func dropLed(_ c: Int) {
    let persons = clusters[c].parts.filter {
      $0.type.isSide && linker.clusters[$0.entity].kind == .person
    }
    let countries = clusters[c].parts.filter {
      $0.type.isSide && linker.clusters[$0.entity].kind == .country
    }
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
  mutating func dropCountries(_ c: Int) {
    let sides = clusters[c].sides
    let countries = sides.filter { linker.clusters[$0].kind == .country }
    let bodies = sides.filter { [.party, .ministry].contains(linker.clusters[$0].kind) }
    let persons = sides.filter { linker.clusters[$0].kind == .person }
    func areToldBy(_ others: Set<Int>) -> Bool {
      countries.allSatisfy { country in
        others.contains { linker.clusters[$0].country == linker.clusters[country].known }
      }
    }
    guard countries.count >= 3 && areToldBy(bodies) || countries.count >= 2 && areToldBy(persons)
    else { return }
    clusters[c].parts.removeAll { countries.contains($0.entity) }
  }

  /// A party beside its own organ: the organ is the side.
  mutating func dropWholes(_ c: Int) {
    let sides = clusters[c].sides
    let wholes = sides.filter { whole in
      linker.clusters[whole].kind == .party
        && sides.contains {
          $0 != whole && linker.clusters[$0].kind == .party && bodies(of: $0).contains(whole)
        }
    }
    clusters[c].parts.removeAll { wholes.contains($0.entity) }
  }

  /// `between the Standing Committee, led by X, and …`: X takes part.
  mutating func addLeaders(_ c: Int) {
    for leader in leaders
    where clusters[c].sentences.contains(where: { $0.number == leader.sentence }) {
      guard let body = entity(leader.body), let person = entity(leader.person),
        clusters[c].sides.contains(body), !clusters[c].sides.contains(person)
      else { continue }
      clusters[c].parts.append(
        .init(
          entity: person, type: .participant, part: nil, sentence: leader.sentence,
          rule: "leads a side",
          confidence: 0.85))
    }
  }

  /// Who heads a side and speaks as the meeting is told takes part in it.
  mutating func addSpeakers(_ c: Int) {
    guard let start = clusters[c].sentences.first?.number, clusters[c].status?.happened ?? true
    else { return }
    let bodies = clusters[c].sides.filter {
      linker.clusters[$0].kind == .party || linker.clusters[$0].kind == .ministry
    }
    guard bodies.count >= 2 else { return }
    for subject in subjects {
      guard case .mention(let mention) = subject.person else { continue }
      let sentence = scanner.mentions[mention].sentence
      guard sentence > start, let person = entity(mention),
        !clusters[c].sides.contains(person),
        linker.clusters[person].kind == .person, stands(person, for: bodies)
      else { continue }
      clusters[c].parts.append(
        .init(
          entity: person, type: .participant, part: nil, sentence: sentence,
          rule: "speaks for a side",
          confidence: 0.7))
    }
  }

  /// `Beijing signed a deal with the Solomon Islands`: beside a country its capital stands for the state, where the
  /// article names that too.
  func speakForStates(_ parts: inout [EventCluster.Part], _ mention: EventMention) {
    guard mention.kind == .agreement,
      !["sister", "twin", "city"].contains(where: { mention.noun.contains($0) }),
      parts.contains(where: { $0.type.isSide && linker.clusters[$0.entity].kind == .country })
    else { return }
    for p in parts.indices where parts[p].type.isSide {
      guard let known = linker.clusters[parts[p].entity].known,
        let country = linker.knowledge.entity(known).capitalOf,
        let state = linker.existing(known: country),
        !parts.contains(where: { $0.entity == state })
      else { continue }
      parts[p].entity = state
    }
  }

  /// A visit reported from abroad without its destination: the country of the dateline, where it is not the visitor's.
  func visited(_ mention: EventMention, _ parts: [EventCluster.Part]) -> Int? {
    guard mention.kind == .visit, !mention.isVerbal, let dateline = dateline,
      let visitor = parts.first?.entity,
      let own = linker.clusters[visitor].country, own != dateline
    else { return nil }
    return linker.existing(known: dateline)
  }

  /// The country of the place in the dateline.
  var dateline: UInt32? {
    if let known = memory.dateline { return known }
    let found = findDateline()
    memory.dateline = .some(found)
    return found
  }

  private func findDateline() -> UInt32? {
    for m in scanner.mentions where scanner.text.sentences[m.sentence].role == .dateline {
      if let cluster = m.entity,
        [.place, .province, .country].contains(linker.clusters[cluster].kind)
      {
        return linker.clusters[cluster].country
      }
    }
    return nil
  }

  /// A country beside its own leader or ministry in one event adds nothing: the specific one is the side.
  func dropOwnersOfSides(_ parts: inout [EventCluster.Part], _ kind: Kind) {
    guard kind == .agreement else { return }
    let sides = parts.filter { $0.type.isSide }.map { $0.entity }
    guard sides.count > 2 else { return }
    let owners = Set(sides.compactMap { linker.clusters[$0].owner })
    let kept = parts.filter { !owners.contains($0.entity) || !$0.type.isSide }
    if kept.filter({ $0.type.isSide }).count >= 2 { parts = kept }
  }

  /// `The agreement was signed by their ministers`: those who sign an agreement told before.
  func signsAgain(_ mention: EventMention, _ parts: [EventCluster.Part]) -> Bool {
    let sides = Set(parts.filter { $0.type.isSide }.map { $0.entity })
    guard let known = antecedent(mention, sides, nil) else { return false }
    return areSignatories(sides, of: clusters[known])
  }

  /// Who signs for a ministry, province or company is its signatory; the body is the side.
  func nameBodies(_ parts: inout [EventCluster.Part]) {
    var bodies: [(part: Int, body: Int)] = []
    for p in parts.indices where parts[p].type.isSide {
      guard linker.clusters[parts[p].entity].kind == .person else { continue }
      guard let body = represented(by: parts[p].entity) else { return }
      bodies.append((p, body))
    }
    if bodies.contains(where: { linker.clusters[$0.body].kind == .country }) {
      // All on one level: countries, where one of them is.
      for i in bodies.indices {
        if let country = linker.clusters[bodies[i].body].country.flatMap({
          linker.existing(known: $0)
        }) {
          bodies[i].body = country
        }
      }
    }
    let others = parts.filter { $0.type.isSide && linker.clusters[$0.entity].kind != .person }
    let sides = Set(bodies.map { $0.body } + others.map { $0.entity })
    guard !bodies.isEmpty, sides.count >= 2 else { return }
    for (p, body) in bodies {
      var part = parts[p]
      parts[p].type = .signatory
      part.entity = body
      part.confidence *= 0.95
      if !parts.contains(where: { $0.entity == body && $0.type.isSide }) { parts.append(part) }
    }
  }

  /// A foreign minister signs for the country, other ministers for their ministries.
  private func speaksForState(_ number: Int, _ body: Int) -> Bool {
    if let field = linker.lexicon.info(scanner.offices[number].term).field,
      let term = linker.knowledge.term(field, .field)
    {
      return term.attribute("state") == "yes"
    }
    return scanner.text.matches(at: scanner.mentions[body].start).contains { match in
      match.sense.role == .term && linker.lexicon.info(match.sense.target).isOfState
    }
  }

  /// The body or country that a person's office is of.
  func represented(by person: Int) -> Int? {
    for number in linker.clusters[person].offices {
      guard let mention = scanner.offices[number].body, let body = entity(mention) else { continue }
      if speaksForState(number, mention),
        let country = linker.clusters[body].country.flatMap({ linker.existing(known: $0) })
      {
        return country
      }
      return body
    }
    // A president or prime minister without more stands for the country; a governor or director does not.
    let isOfCountry = linker.clusters[person].offices.contains {
      linker.lexicon.info(scanner.offices[$0].term).scope == "country"
    }
    // `and her Colombian counterpart X`
    let isCounterpart = linker.clusters[person].offices.isEmpty
    guard isOfCountry || isCounterpart else { return nil }
    return linker.clusters[person].country.flatMap { linker.existing(known: $0) }
  }
}
