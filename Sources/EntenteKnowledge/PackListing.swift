import EntenteModel

/// What a pack holds, counted: for `entente pack list`.
package struct PackListing: Hashable, Sendable {
  /// A country, or nil for what belongs to none, with its entities counted by kind.
  package struct Country: Hashable, Sendable {
    package let id: String?
    package let name: String
    /// By kind, only those that occur, ordered by kind.
    package let counts: [Count]
  }

  /// How many of something.
  package struct Count: Hashable, Sendable {
    package let name: String
    package let count: Int
  }

  /// Entities by kind, in the order of the schema, then by name.
  package let kinds: [Count]
  /// Terms by class, in the order of ``TermClass``.
  package let terms: [Count]
  /// Patterns by the kind of event.
  package let patterns: [Count]
  /// By name; what belongs to no country last.
  package let countries: [Country]
  package let words: Int

  /// Counts what `knowledge` holds; linear.
  package init(_ knowledge: Knowledge) {
    var kinds: [String: Int] = [:]
    var byCountry: [String: [String: Int]] = [:]
    var names: [String: String] = [:]
    for i in 0..<knowledge.entityCount {
      let entity = knowledge.entity(i)
      let kind = entity.kind.rawValue
      kinds[kind, default: 0] += 1
      let country = entity.country.map { knowledge.entity($0).id } ?? ""
      byCountry[country, default: [:]][kind, default: 0] += 1
      if entity.kind == .country { names[entity.id] = entity.name }
    }
    var terms = [Int](repeating: 0, count: TermClass.allCases.count)
    for i in 0..<knowledge.termCount { terms[Int(knowledge.term(i).termClass.rawValue)] += 1 }
    var patterns: [String: Int] = [:]
    for pattern in knowledge.patterns { patterns[pattern.event.rawValue, default: 0] += 1 }

    let order = knowledge.kinds.map(\.kind.rawValue)
    self.kinds = kinds.sorted { a, b in
      (order.firstIndex(of: a.key) ?? order.count, a.key)
        < (order.firstIndex(of: b.key) ?? order.count, b.key)
    }.map { Count(name: $0.key, count: $0.value) }
    self.terms = TermClass.allCases.compactMap { termClass in
      let count = terms[Int(termClass.rawValue)]
      return count == 0 ? nil : Count(name: termClass.name, count: count)
    }
    self.patterns = patterns.sorted { $0.key < $1.key }.map { Count(name: $0.key, count: $0.value) }
    countries = byCountry.map { id, counts in
      Country(
        id: id.isEmpty ? nil : id, name: names[id] ?? "",
        counts: counts.sorted { $0.key < $1.key }.map { Count(name: $0.key, count: $0.value) })
    }.sorted { a, b in
      (a.id == nil ? 1 : 0, Folding.fold(a.name), a.id ?? "")
        < (b.id == nil ? 1 : 0, Folding.fold(b.name), b.id ?? "")
    }
    words = knowledge.wordCount
  }
}
