import EntenteKnowledge
import EntenteModel

extension PackEncoder {
  mutating func encodeEntities() {
    for (i, entity) in entities.enumerated() {
      addNames(of: entity, UInt32(i))
      entityRecords.append(contentsOf: record(of: entity))
    }
  }

  private mutating func record(of entity: SourceEntity) -> [UInt32] {
    var record = [UInt32](repeating: 0, count: PackFormat.EntityField.allCases.count)
    func reference(_ id: String?) -> UInt32 { id.flatMap { entityNumbers[$0] }.map { $0 + 1 } ?? 0 }
    func put(_ field: PackFormat.EntityField, _ value: UInt32) { record[field.rawValue] = value }
    func put(
      _ start: PackFormat.EntityField, _ count: PackFormat.EntityField, _ list: (UInt32, UInt32)
    ) {
      put(start, list.0)
      put(count, list.1)
    }
    put(.id, strings.number(entity.id))
    put(.kind, strings.number(entity.kind.rawValue))
    put(.name, strings.number(entity.name))
    put(.abbreviation, strings.number(entity.abbreviation ?? ""))
    put(.country, reference(entity.country))
    put(.partOf, reference(entity.partOf))
    put(.culture, strings.number(entity.culture))
    put(.type, strings.number(entity.type ?? ""))
    put(.field, strings.number(entity.field ?? ""))
    put(.capitalOf, reference(entity.capitalOf))
    put(.since, PackFormat.pack(entity.since))
    put(.until, PackFormat.pack(entity.until))
    put(.into, reference(entity.into))
    put(.file, strings.number(entity.place.file))
    put(.line, UInt32(entity.place.line))
    put(.aliasStart, .aliasCount, list(entity.aliases))
    put(.adjectiveStart, .adjectiveCount, list(entity.adjectives))
    put(.peopleStart, .peopleCount, list(entity.people))
    put(.memberStart, .memberCount, list(entity.members.map(reference)))
    let posts = entity.posts.flatMap { post in
      [
        strings.number(post.office), reference(post.body), PackFormat.pack(post.since),
        PackFormat.pack(post.until), UInt32(post.line),
      ]
    }
    put(.postStart, .postCount, list(posts))
    put(.flags, entity.needsOwner ? 1 : 0)
    return record
  }

  private mutating func addNames(of entity: SourceEntity, _ number: UInt32) {
    for name in [entity.name] + entity.aliases {
      let isAbbreviation = Phrase.isAbbreviation(name)
      add(name, sense(isAbbreviation ? .abbreviation : .entity, number, entity, name))
    }
    if let abbreviation = entity.abbreviation {
      add(abbreviation, sense(.abbreviation, number, entity, abbreviation))
    }
    for adjective in entity.adjectives {
      add(adjective, sense(.adjective, number, entity, adjective))
    }
    for people in entity.people { add(people, sense(.people, number, entity, people)) }
    guard entity.kind == .party, entity.type != "organ" else { return }
    for short in Set(([entity.name] + entity.aliases).compactMap(shortName)).sorted() {
      add(short, Sense(role: .short, target: number))
    }
  }

  /// `Labour` of `Labour Party`; nil where what is left says nothing, or whose it is: `Serbian Party`.
  private func shortName(_ party: String) -> String? {
    let words = Tokenizer.words(of: party)
    guard (2...4).contains(words.count), words.last == "party" else { return nil }
    let rest = words.dropLast()
    return rest.count > 1 || !PackEncoder.vague.contains(rest[0])
      ? rest.joined(separator: " ") : nil
  }

  /// What many parties are, and others too: `the National leader`.
  private static let vague: Set<String> = ["national", "new", "people's", "peoples", "the", "our"]

  private func sense(
    _ role: Sense.Role, _ number: UInt32, _ entity: SourceEntity, _ text: String
  ) -> Sense {
    // "US" is not "us" and "WHO" not "who", but "Asean" and "Nato" are ASEAN and NATO in some newspapers.
    var needsCapitals = false
    if Phrase.isAbbreviation(text) || text.unicodeScalars.count == 1 {
      let letters = Folding.fold(text).filter { $0 != "." }
      needsCapitals = letters.utf8.count <= 3 || lexicon.contains(letters)
    }
    return Sense(
      role: role, target: number, needsOwner: entity.needsOwner, needsCapitals: needsCapitals)
  }

  /// What ``Knowledge/persons(called:)`` looks in.
  func personWords() -> [UInt32] {
    pairs(of: .person) { person in
      ([person.name] + person.aliases).flatMap { name in
        let words = Tokenizer.words(of: name).map { PackFormat.hash($0) }
        // Where the first word is the given name it is no short form: `President Klaus` is not Klaus Iohannis.
        let isGivenFirst = words.count > 1 && ["", "western", "spanish"].contains(person.culture)
        return isGivenFirst ? Array(words.dropFirst()) : words
      }
    }
  }

  /// What ``Knowledge/ministries(of:)`` looks in.
  func ministries() -> [UInt32] {
    pairs(of: .ministry) { ministry in
      guard ministry.field != nil, let country = ministry.country else { return [] }
      return entityNumbers[country].map { [$0] } ?? []
    }
  }

  /// Each key of each entity of that kind with the entity's number, as sorted pairs one after another.
  private func pairs(of kind: Kind, _ keys: (SourceEntity) -> [UInt32]) -> [UInt32] {
    var pairs: [(UInt32, UInt32)] = []
    for (i, entity) in entities.enumerated() where entity.kind == kind {
      pairs += Set(keys(entity)).map { ($0, UInt32(i)) }
    }
    return pairs.sorted { $0 < $1 }.flatMap { [$0.0, $0.1] }
  }

  /// Orders the senses of each phrase, the likelier first, and marks bodies of one name in several countries.
  mutating func settleSenses() {
    let order = SenseOrder(entities)
    trie.settle { $0.count > 1 ? order.settled($0) : $0 }
  }
}

/// What decides which of several senses of a phrase comes first.
private struct SenseOrder {
  /// For each entity: how far it stands back, and the owner of a body or -1.
  private var ranks: [Int] = []
  private var owners: [Int] = []

  init(_ entities: [SourceEntity]) {
    var numbers: [String: Int] = [:]
    for entity in entities {
      let standing = entity.needsOwner ? 4 : entity.until != nil ? 3 : 0
      let kind = entity.kind == .country ? 0 : entity.capitalOf != nil ? 1 : 2
      ranks.append(standing * 4 + kind)
      let isBody = [.party, .organization, .ministry].contains(entity.kind)
      let owner = numbers[entity.country ?? "", default: numbers.count]
      numbers[entity.country ?? ""] = owner
      owners.append(isBody ? owner : -1)
    }
  }

  func settled(_ senses: [Sense]) -> [Sense] {
    let bodies = senses.filter { isBody($0) }
    let isShared = bodies.contains { owners[Int($0.target)] != owners[Int(bodies[0].target)] }
    return senses.map { sense in
      guard isShared, isBody(sense) else { return sense }
      return Sense(
        role: sense.role, target: sense.target, needsOwner: true,
        needsCapitals: sense.needsCapitals, forms: sense.forms)
    }.sorted { rank($0) < rank($1) }
  }

  private func isBody(_ sense: Sense) -> Bool {
    (sense.role == .entity || sense.role == .abbreviation) && owners[Int(sense.target)] >= 0
  }

  /// Names before adjectives before terms; countries, capitals and units that still exist first.
  private func rank(_ sense: Sense) -> (Int, Int, UInt32) {
    guard sense.role != .term else { return (9, 0, sense.target) }
    let role = sense.role == .abbreviation ? 0 : Int(sense.role.rawValue)
    return (role, ranks[Int(sense.target)], sense.target)
  }
}
