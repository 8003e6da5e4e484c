import EntenteModel

/// Finds what a user means by a name, and says what may have been meant where that is not clear.
struct NameResolution {
  private let graph: Graph
  private let lookup: NodeLookup
  /// Names of countries by id: what is known of them, and what the graph calls them.
  private var countries: [String: [String]] = [:]
  private(set) var faults: [Diagnostic] = []

  init(_ graph: Graph, countryNames: [String: String]) {
    self.graph = graph
    lookup = NodeLookup(graph.nodes)
    for (id, name) in countryNames { countries[id, default: []].append(name) }
    for node in graph.nodes {
      if node.kind == .country { countries[node.id, default: []] += [node.name] + node.aliases }
      if let country = node.country, countries[country] == nil { countries[country] = [] }
    }
  }

  /// The id of the one node of that id, name or alias, in any case, with or without accents.
  ///
  /// Where an entity and events share a name, the entity is meant.
  mutating func node(_ name: String) -> String? {
    var found = lookup.nodes(named: name)
    if found.isEmpty { found = lookup.nodes(named: name.lowercased()) }
    let entities = found.filter { graph.nodes[$0].event == nil }
    let meant = entities.isEmpty ? found : entities
    if meant.count == 1 { return graph.nodes[meant[0]].id }
    if meant.isEmpty {
      let names = graph.nodes.flatMap { [$0.id, $0.name] + $0.aliases }
      unknown(name, "name", Resemblance.hint(for: name, among: names))
    } else {
      let bearers = meant.map { graph.nodes[$0] }.sorted { $0.id < $1.id }
      let shown = bearers.prefix(6).map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
      let more = bearers.count > 6 ? " and \(bearers.count - 6) more" : ""
      faults.append(
        Diagnostic(
          .error, code: "selection.ambiguous-name",
          "“\(name)” may mean \(bearers.count): \(shown)\(more).",
          hint: "Give the id of the one that you mean."))
    }
    return nil
  }

  /// The id of a country by its id, code, name or alias; it need not be a node.
  mutating func country(_ name: String) -> String? {
    let lower = name.lowercased()
    if countries[lower] != nil { return lower }
    if countries["country." + lower] != nil { return "country." + lower }
    let key = NameForm.key(name)
    let found = countries.filter { $0.value.contains { NameForm.key($0) == key } }.keys.sorted()
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      faults.append(
        Diagnostic(
          .error, code: "selection.ambiguous-name",
          "“\(name)” may mean \(found.count) countries: \(found.joined(separator: ", ")).",
          hint: "Give the id of the one that you mean."))
      return nil
    }
    let names = countries.flatMap { [$0.key] + $0.value }
    unknown(
      name, "country",
      Resemblance.hint(
        for: name, among: names, otherwise: "Give its name or its two-letter code, such as KH."))
    return nil
  }

  /// Objects to a kind that neither the graph nor the program knows.
  mutating func check(_ kind: Kind) {
    let known: [Kind] =
      [.person, .party, .ministry, .province, .country, .organization, .place]
      + [.meeting, .agreement, .visit] + graph.nodes.map(\.kind)
    guard !known.contains(kind) else { return }
    let words = Set(known.map(\.rawValue)).sorted()
    unknown(
      kind.rawValue, "kind",
      Resemblance.hint(
        for: kind.rawValue, among: words,
        otherwise: "Kinds are " + words.joined(separator: ", ") + "."))
  }

  private mutating func unknown(_ name: String, _ what: String, _ hint: String) {
    faults.append(
      Diagnostic(
        .error, code: "selection.unknown-\(what)",
        what == "name"
          ? "Nothing in the graph is called “\(name)”." : "There is no \(what) “\(name)”.",
        hint: hint))
  }
}
