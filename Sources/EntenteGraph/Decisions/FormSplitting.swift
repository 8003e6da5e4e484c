import EntenteModel

/// Parts names that a reader took for one thing inside a document, where the user says that they are two.
///
/// The form that is not the thing's own name becomes a thing of its own, with the places that have it, and with
/// every statement whose quotations have it alone.
struct FormSplitting {
  private let lists: [[String]]

  init(_ decisions: Decisions) { lists = decisions.different }

  func apply(to set: inout SourceSet) {
    guard !lists.isEmpty else { return }
    set.change { readings in
      for d in readings.indices {
        for list in lists {
          for e in readings[d].entities.indices {
            for form in forms(of: readings[d].entities[e], in: list) {
              split(e, form, &readings[d])
            }
          }
        }
      }
    }
  }

  /// The forms to take from an entity: all that the list names but its own name, or else the first.
  private func forms(of entity: Reading.Entity, in list: [String]) -> [String] {
    let own = NameForm.key(entity.name)
    let aliases = Set(entity.aliases.map { NameForm.key($0) })
    let isNamed = { (name: String) in
      name == entity.key || entity.country.map {
        name == "\(entity.key)-\(Identifier.withoutKind($0).replacing(".", with: "-"))"
      } ?? false
    }
    let hasID = list.contains(where: isNamed)
    var found = list.filter { !isNamed($0) }.map { NameForm.key($0) }
      .filter { $0 == own || aliases.contains($0) }
    found = found.enumerated().filter { i, form in !found[..<i].contains(form) }.map(\.element)
    guard hasID || found.count > 1 else { return [] }
    if found.contains(own) { return found.filter { $0 != own } }
    return hasID ? found : Array(found.dropFirst())
  }

  private func split(_ e: Int, _ form: String, _ reading: inout Reading) {
    let whole = reading.entities[e]
    let taken = whole.mentions.filter { NameForm.key(NameForm.shown($0.text)) == form }
    let left = whole.mentions.filter { NameForm.key(NameForm.shown($0.text)) != form }
    guard !taken.isEmpty, !left.isEmpty else { return }
    let spellings = whole.aliases.filter { NameForm.key($0) == form }
    let name = spellings.first ?? NameForm.shown(taken[0].text)
    let new = reading.entities.count
    reading.entities[e].mentions = left
    reading.entities[e].aliases.removeAll { NameForm.key($0) == form }
    var part = Reading.Entity(
      key: "\(whole.kind.rawValue).\(Folding.slug(name))", kind: whole.kind, name: name,
      aliases: spellings, isKnown: false, country: whole.country, mentions: taken)
    if part.key == whole.key { part.key += "-2" }
    reading.entities.append(part)
    reading.judgements.removeAll {
      $0.b == whole.key && NameForm.key($0.plainName) == form && !$0.isDecision
    }
    func isAlone(_ evidence: [Evidence]) -> Bool {
      !evidence.isEmpty
        && evidence.allSatisfy { quote in
          taken.contains { $0.start >= quote.start && $0.end <= quote.end }
            && !left.contains { $0.start >= quote.start && $0.end <= quote.end }
        }
    }
    for i in reading.relations.indices where isAlone(reading.relations[i].evidence) {
      if reading.relations[i].source == e { reading.relations[i].source = new }
      if reading.relations[i].target == e { reading.relations[i].target = new }
    }
    for i in reading.events.indices {
      for p in reading.events[i].participants.indices
      where reading.events[i].participants[p].entity == e
        && isAlone(reading.events[i].participants[p].evidence)
      {
        reading.events[i].participants[p].entity = new
      }
    }
  }
}
