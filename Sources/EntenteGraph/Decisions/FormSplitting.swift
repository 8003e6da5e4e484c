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
    let decided = Set(lists.joined().map { NameForm.key($0) })
    set.change { readings in
      for d in readings.indices {
        for e in readings[d].entities.indices {
          // Most of what articles name is in no list.
          guard
            readings[d].entities[e].aliases.contains(where: { decided.contains(NameForm.key($0)) })
          else { continue }
          for list in lists {
            for form in forms(of: readings[d].entities[e], in: list) {
              split(e, form, &readings[d])
            }
          }
        }
      }
    }
  }

  /// The forms to take from an entity: where its id is named, all that the list names but the one that made the id;
  /// else all but its own name, or but the first.
  private func forms(of entity: Reading.Entity, in list: [String]) -> [String] {
    let own = NameForm.key(entity.name)
    let aliases = Set(entity.aliases.map { NameForm.key($0) })
    let country = entity.country.map {
      Identifier.withoutKind($0).replacing(".", with: "-")
    }
    let ids = [entity.key] + (country.map { ["\(entity.key)-\($0)"] } ?? [])
    var found = list.filter { !ids.contains($0) }
      .filter { NameForm.key($0) == own || aliases.contains(NameForm.key($0)) }
    if list.contains(where: ids.contains) {
      // What no pack lists has its id from its name.
      found.removeAll {
        !entity.isKnown && entity.key == "\(entity.kind.rawValue).\(Folding.slug($0))"
      }
      return found.map { NameForm.key($0) }
    }
    let keys = found.map { NameForm.key($0) }
    let kept = keys.contains(own) ? own : keys.first
    return keys.filter { $0 != kept }
  }

  /// A key that the form makes, other than the thing's.
  private func key(_ form: String, besides whole: Reading.Entity) -> String {
    let made = "\(whole.kind.rawValue).\(Folding.slug(form))"
    return made == whole.key ? "\(whole.kind.rawValue).other.\(Folding.slug(form))" : made
  }

  private func split(_ e: Int, _ form: String, _ reading: inout Reading) {
    let whole = reading.entities[e]
    let taken = whole.mentions.filter { NameForm.key(NameForm.shown($0.text)) == form }
    let left = whole.mentions.filter { NameForm.key(NameForm.shown($0.text)) != form }
    guard !taken.isEmpty else { return }
    guard !left.isEmpty else {
      // The article has no other form: it never speaks of the listed thing.
      reading.entities[e].key = key(whole.name, besides: whole)
      reading.entities[e].isKnown = false
      reading.judgements.removeAll { $0.b == whole.key && !$0.isDecision }
      return
    }
    let spellings = whole.aliases.filter { NameForm.key($0) == form }
    let name = spellings.first ?? NameForm.shown(taken[0].text)
    let new = reading.entities.count
    reading.entities[e].mentions = left
    reading.entities[e].aliases.removeAll { NameForm.key($0) == form }
    if NameForm.key(whole.name) == form {
      let forms = reading.entities[e].aliases
      reading.entities[e].name =
        forms.first { $0.utf8.count == forms.map(\.utf8.count).max() }
        ?? NameForm.shown(left[0].text)
    }
    let part = Reading.Entity(
      key: key(name, besides: whole), kind: whole.kind, name: name,
      aliases: spellings, isKnown: false, country: whole.country, mentions: taken)
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
