import EntenteModel

/// All that a pack knows of one thing: for `entente pack show`.
package struct PackEntry: Hashable, Sendable {
  /// One line: what it is, and the value.
  package struct Fact: Hashable, Sendable {
    package let label: String
    package let value: String
  }

  /// `person.to-lam`, or `verb meet`, or `pattern met`.
  package let title: String
  package let facts: [Fact]
  /// `countries/VN.yaml:117`
  package let source: String

  /// Title, facts indented, and the source; no line feed at the end.
  package var text: String {
    let width = (facts.map { $0.label.count }.max() ?? 0) + 2
    let lines = (facts + [Fact(label: "source", value: source)]).map { fact in
      "  " + fact.label
        + String(repeating: " ", count: max(1, width - fact.label.count)) + fact.value
    }
    return ([title] + lines).joined(separator: "\n")
  }
}

extension Knowledge {
  /// What the pack knows under an id, a name, an alias, a term or a pattern's id; empty where nothing.
  package func show(_ query: String) -> [PackEntry] {
    if let index = entity(id: query) { return [entry(entity(index))] }
    var entries: [PackEntry] = []
    var seen: Set<UInt32> = []
    for sense in senses(ofPhrase: query) {
      if sense.role == .term {
        entries.append(entry(term(sense.target)))
      } else if seen.insert(sense.target).inserted {
        entries.append(entry(entity(sense.target)))
      }
    }
    entries += patterns.filter { $0.id == query }.map(entry)
    return entries
  }

  /// Up to five ids and names that are close to `query`, for a hint where ``show(_:)`` finds nothing.
  package func suggestions(for query: String) -> [String] {
    let wanted = Folding.fold(query)
    guard wanted.utf8.count >= 3 else { return [] }
    var found: [String] = []
    for i in 0..<entityCount where found.count < 5 {
      let entity = entity(i)
      if entity.id.contains(wanted) || Folding.fold(entity.name).contains(wanted) {
        found.append(entity.id)
      }
    }
    return found
  }

  private func entry(_ entity: KnownEntity) -> PackEntry {
    var facts: [PackEntry.Fact] = []
    func add(_ label: String, _ value: String?) {
      if let value, !value.isEmpty { facts.append(PackEntry.Fact(label: label, value: value)) }
    }
    func name(_ index: UInt32?) -> String? {
      index.map { "\(self.entity($0).name) (\(self.entity($0).id))" }
    }
    add("kind", entity.type.map { "\(entity.kind.rawValue) (\($0))" } ?? entity.kind.rawValue)
    add("name", entity.name)
    add("abbreviation", entity.abbreviation)
    add("aliases", entity.aliases.joined(separator: " | "))
    add("adjectives", entity.adjectives.joined(separator: " | "))
    add("people", entity.people.joined(separator: " | "))
    if entity.country != entity.index { add("country", name(entity.country)) }
    add("part of", name(entity.partOf))
    add("capital of", name(entity.capitalOf))
    add("field", entity.field)
    add("culture", entity.culture)
    add("since", entity.since?.description)
    add("until", entity.until?.description)
    add("went into", name(entity.into))
    add("members", entity.members.map { self.entity($0).name }.joined(separator: ", "))
    for post in entity.posts {
      add("post", "\(post.office), \(self.entity(post.body).name)\(span(post))")
    }
    for i in 0..<entityCount {
      let other = self.entity(i)
      if other.partOf == entity.index { add("part", "\(other.name) (\(other.id))") }
      for post in other.posts where post.body == entity.index {
        add("holder", "\(other.name) (\(other.id)), \(post.office)\(span(post))")
      }
    }
    if entity.needsOwner { add("note", "the bare name needs its owner in the text") }
    return PackEntry(
      title: entity.id, facts: facts, source: "\(entity.source.file):\(entity.source.line)")
  }

  private func span(_ post: KnownEntity.Post) -> String {
    guard post.since != nil || post.until != nil else { return "" }
    let since = post.since.map { "\($0) " } ?? ""
    let until = post.until.map { " \($0)" } ?? ""
    return ", \(since)–\(until)"
  }

  private func entry(_ term: Term) -> PackEntry {
    let facts =
      term.attributes.map { PackEntry.Fact(label: $0.key, value: $0.value) }
      + term.formNotes.map { PackEntry.Fact(label: "form", value: $0) }
    return PackEntry(
      title: "\(term.termClass.name) \(term.text)", facts: facts,
      source: "\(term.source.file):\(term.source.line)")
  }

  private func entry(_ pattern: Pattern) -> PackEntry {
    var facts = [PackEntry.Fact(label: "event", value: pattern.event.rawValue)]
    for (label, lemmas) in [
      ("verb", pattern.verbs), ("noun", pattern.nouns), ("object", pattern.objects),
    ] where !lemmas.isEmpty {
      facts.append(
        PackEntry.Fact(label: label, value: lemmas.map(\.text).joined(separator: ", ")))
    }
    facts += pattern.roles.map {
      PackEntry.Fact(label: $0.type.rawValue, value: $0.slots.joined(separator: ", "))
    }
    facts += pattern.attributes.map { PackEntry.Fact(label: $0.key, value: $0.value) }
    facts += pattern.accept.map { PackEntry.Fact(label: "accepts", value: $0.text) }
    facts += pattern.reject.map { PackEntry.Fact(label: "rejects", value: $0.text) }
    return PackEntry(
      title: "pattern \(pattern.id)", facts: facts, source: "\(pattern.file):\(pattern.line)")
  }
}
