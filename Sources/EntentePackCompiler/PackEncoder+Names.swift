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
    func put(_ start: PackFormat.EntityField, _ count: PackFormat.EntityField, _ list: (UInt32, UInt32))
    {
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
  }

  private func sense(
    _ role: Sense.Role, _ number: UInt32, _ entity: SourceEntity, _ text: String
  ) -> Sense {
    // "US" is not "us" and "WHO" not "who", but "Asean" and "Nato" are ASEAN and NATO in some newspapers.
    var needsCapitals = false
    if Phrase.isAbbreviation(text) {
      let letters = Folding.fold(text).filter { $0 != "." }
      needsCapitals = letters.utf8.count <= 3 || lexicon.contains(letters)
    }
    return Sense(
      role: role, target: number, needsOwner: entity.needsOwner, needsCapitals: needsCapitals)
  }

  /// Orders the senses of each phrase, the likelier first, and marks bodies of one name in several countries.
  mutating func settleSenses() {
    let encoder = self
    trie.settle { encoder.settled($0) }
  }

  private func settled(_ senses: [Sense]) -> [Sense] {
    let bodies = senses.filter { sense in
      guard sense.role == .entity || sense.role == .abbreviation else { return false }
      let kind = entities[Int(sense.target)].kind
      return kind == .party || kind == .organization || kind == .ministry
    }
    let owners = Set(bodies.map { entities[Int($0.target)].country ?? "" })
    let isShared = owners.count > 1
    return senses.map { sense in
      guard isShared, bodies.contains(sense) else { return sense }
      return Sense(
        role: sense.role, target: sense.target, needsOwner: true,
        needsCapitals: sense.needsCapitals, forms: sense.forms)
    }.sorted { rank($0) < rank($1) }
  }

  /// Names before adjectives before terms; countries, capitals and units that still exist first.
  private func rank(_ sense: Sense) -> (Int, Int, Int, UInt32) {
    guard sense.role != .term else { return (9, 0, 0, sense.target) }
    let entity = entities[Int(sense.target)]
    let standing = sense.needsOwner ? 4 : entity.until != nil ? 3 : 0
    let kind = entity.kind == .country ? 0 : entity.capitalOf != nil ? 1 : 2
    let role = sense.role == .abbreviation ? 0 : Int(sense.role.rawValue)
    return (role, standing, kind, sense.target)
  }
}
