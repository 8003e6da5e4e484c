import EntenteModel

/// The entities of all documents that their readers gave one key, kind and country: joined before
/// anything is weighed.
struct NameGroup {
  var key: String
  /// The key that the readers gave it, where the user decided that it is of another kind.
  var formerKey: String?
  var kind: Kind
  /// Nil where neither text nor pack tells.
  let country: String?
  var isKnown: Bool
  /// Document and entity, by number, in order.
  var members: [(document: Int, entity: Int)] = []
  /// The forms that may be shown, with their votes.
  var votes: [String: Int] = [:]
  /// Keys of the documents' names.
  var names: Set<String> = []
  /// Keys of every form.
  var forms: Set<String> = []
  /// For each key of a form the least spelling of it.
  var spellings: [String: String] = [:]
  /// Keys of the forms that are abbreviations.
  var abbreviations: Set<String> = []
  /// The bodies and countries that a person serves, and each with the office; of a ministry, who leads it.
  var services: Set<String> = []

  /// Every entity of the readings in its group, in an order that does not depend on the readings'.
  static func all(of readings: [Reading]) -> (groups: [NameGroup], groupOf: [[Int]]) {
    var index: [String: Int] = [:]
    var groups: [NameGroup] = []
    var groupOf = readings.map { Array(repeating: 0, count: $0.entities.count) }
    for (d, reading) in readings.enumerated() {
      let services = services(in: reading)
      for (e, entity) in reading.entities.enumerated() {
        let country = entity.kind == .country ? nil : entity.country ?? services.countries[e]
        // A ministry of no country told may be another's in the next article: see ``EntityMatching``.
        let isOpen = entity.kind == .ministry && country == nil && !entity.isKnown
        let bucket =
          "\(entity.key)\n\(entity.kind.rawValue)\n\(country ?? "")\n\(isOpen ? "\(d)" : "")"
        let g = index[bucket] ?? groups.count
        if g == groups.count {
          index[bucket] = g
          groups.append(
            NameGroup(key: entity.key, kind: entity.kind, country: country, isKnown: false))
        }
        groups[g].add(entity, document: d, number: e, services: services.bodies[e])
        groupOf[d][e] = g
      }
    }
    let order = groups.indices.sorted { groups[$0].orderKey < groups[$1].orderKey }
    var position = Array(repeating: 0, count: groups.count)
    for (new, old) in order.enumerated() { position[old] = new }
    return (order.map { groups[$0] }, groupOf.map { $0.map { position[$0] } })
  }

  private var orderKey: (String, String, String) { (key, kind.rawValue, country ?? "") }

  private mutating func add(
    _ entity: Reading.Entity, document: Int, number: Int, services found: [String]
  ) {
    isKnown = isKnown || entity.isKnown
    members.append((document, number))
    let name = NameForm.shown(entity.name)
    for (form, count) in NameForm.votes(of: entity, name: name) { votes[form, default: 0] += count }
    names.insert(NameForm.key(name))
    forms.insert(NameForm.key(name))
    for form in entity.aliases {
      let key = NameForm.key(form)
      forms.insert(key)
      let spelling = NameForm.shown(form)
      spellings[key] = min(spellings[key] ?? spelling, spelling)
      if NameForm.isAbbreviation(form) { abbreviations.insert(key) }
    }
    for office in entity.offices {
      services.insert(office)
      if let bar = office.utf8.lastIndex(of: 0x7C) {
        let body = String(office[office.utf8.index(after: bar)...])
        if !body.isEmpty { services.insert(body) }
      }
    }
    services.formUnion(found)
  }

  /// For each entity the bodies it leads or serves in this document, for a ministry who leads it, and the one country
  /// that follows from them.
  private static func services(
    in reading: Reading
  ) -> (bodies: [[String]], countries: [String?]) {
    let entities = reading.entities
    var bodies: [[String]] = Array(repeating: [], count: entities.count)
    var countries: [Set<String>] = Array(repeating: [], count: entities.count)
    for relation in reading.relations {
      guard relation.type == .leads || relation.type == .memberOf,
        entities.indices.contains(relation.source), entities.indices.contains(relation.target)
      else { continue }
      let target = entities[relation.target]
      bodies[relation.source].append(target.key)
      if let role = relation.role {
        bodies[relation.source].append(NameForm.key(role) + "|" + target.key)
      }
      if target.kind == .ministry, relation.type == .leads {
        bodies[relation.target].append(entities[relation.source].key)
      }
      if let country = target.kind == .country ? target.key : target.country {
        countries[relation.source].insert(country)
      }
    }
    return (bodies, countries.map { $0.count == 1 ? $0.first : nil })
  }
}
