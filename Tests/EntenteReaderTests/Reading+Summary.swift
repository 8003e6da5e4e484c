import EntenteModel

extension Reading {
  /// All that joining sees of a reading, but for offsets: a line for each entity, relation and event.
  var summary: String {
    let people = entities.map { entity in
      let aliases = entity.aliases.filter { $0 != entity.name }.map { " = \($0)" }.joined()
      return
        "\(entity.kind.rawValue) \(entity.key): \(entity.name)\(aliases) ×\(entity.mentions.count)"
    }
    let ties = relations.filter { $0.origin != .background }.map { relation in
      let role = relation.role.map { " as \($0)" } ?? ""
      let (source, target) = (entities[relation.source].key, entities[relation.target].key)
      return "\(source) \(relation.type.rawValue) \(target)\(role)"
    }
    return (people.sorted() + [""] + ties.sorted() + [""] + events.map(line)).joined(
      separator: "\n")
      + "\n"
  }

  private func line(_ event: Event) -> String {
    let date = event.date.map { " " + $0.description } ?? ""
    let end = event.end.map { "…" + $0.description } ?? ""
    let place = event.place.map { " in " + entities[$0].key } ?? ""
    let act = event.act.map { " " + $0 } ?? ""
    let within = event.within.map { " within \(events[$0].noun)" } ?? ""
    let parts = event.participants.map { part in
      "\n  \(part.type.rawValue) \(entities[part.entity].key)\(part.role.map { " as " + $0 } ?? "")"
    }.sorted()
    return
      "\(event.kind.rawValue) “\(event.noun)” \(event.status.rawValue)\(act)\(date)\(end)\(place)"
      + within + parts.joined()
  }

  /// Every quotation that the reading holds.
  var quotations: [Evidence] {
    entities.flatMap(\.mentions) + relations.flatMap(\.evidence) + events.flatMap(\.evidence)
      + events.flatMap { $0.participants.flatMap(\.evidence) }
  }
}
