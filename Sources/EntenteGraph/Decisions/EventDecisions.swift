import EntenteModel

/// Applies the user's decisions to events, which are named as they come out without these
/// decisions, or else as others of these decisions make them.
struct EventDecisions {
  /// Events under the names that they had at one time.
  private struct Layer {
    let nodes: [Node]
    let lookup: NodeLookup
    /// The reports of each event.
    let reports: [[Int]]
  }

  /// Each report's document.
  let documents: [String]
  private var layers: [Layer] = []
  private(set) var judgements: [Judgement] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Names that stand for no event either.
  private(set) var unresolved: Set<String> = []
  /// Names in `same-event` that stand for no event.
  private(set) var unresolvedEvents: Set<String> = []

  init(documents: [String]) { self.documents = documents }

  /// Adds names to look up, for those that the ones before do not have.
  mutating func lookUp(in nodes: [Node], reports: [[Int]]) {
    layers.append(Layer(nodes: nodes, lookup: NodeLookup(nodes), reports: reports))
  }

  /// Parts and unites in `clusters` what the decisions say of the names in `only`, and of events.
  mutating func apply(
    _ decisions: Decisions, only: Set<String>, to clusters: inout EventClusters
  ) {
    (judgements, diagnostics, unresolved, unresolvedEvents) = ([], [], [], [])
    for list in decisions.different {
      let named = list.filter(only.contains).map { resolve($0) }
      for (i, a) in named.enumerated() {
        unresolved.formUnion(a.reports.isEmpty ? [a.name] : [])
        for b in named[(i + 1)...] where !a.reports.isEmpty && !b.reports.isEmpty {
          clusters.part(a.reports, b.reports)
          add(a, b, .different, [])
        }
      }
    }
    for list in decisions.same {
      let named = list.filter(only.contains).map { resolve($0) }
      unresolved.formUnion(named.filter(\.reports.isEmpty).map(\.name))
      unite(named, &clusters, [])
    }
    for list in decisions.sameEvent {
      let named = list.map { resolve($0) }
      unresolvedEvents.formUnion(named.filter(\.reports.isEmpty).map(\.name))
      unite(named, &clusters, [DecisionRecord.oneEvent])
    }
  }

  private mutating func unite(
    _ names: [Named], _ clusters: inout EventClusters, _ reasons: [String]
  ) {
    let named = names.filter { !$0.reports.isEmpty }
    guard let first = named.first else { return }
    for other in named.dropFirst() {
      guard let x = first.reports.first, let y = other.reports.first else { continue }
      let kinds = [x, y].map { clusters.reports[$0].kind.rawValue }
      if kinds[0] != kinds[1] {
        diagnostics.append(
          Diagnostic(
            .warning, code: "decisions.kinds-differ",
            "“\(first.name)” is of the kind `\(kinds[0])` and “\(other.name)” of the kind `\(kinds[1])`; "
              + "they stay two events.",
            hint: "Decide on the kind of one of them first: kind: {\(other.id): \(kinds[0])}"))
      } else if clusters.unite(first.reports + other.reports) {
        add(first, other, .same, reasons)
      } else {
        diagnostics.append(
          Diagnostic(
            .warning, code: "decisions.contradiction",
            "“\(first.name)” and “\(other.name)” are decided to be same and different; they stay "
              + "apart.", hint: "Remove one of the two decisions."))
      }
    }
  }

  private mutating func add(
    _ a: Named, _ b: Named, _ verdict: Judgement.Verdict, _ reasons: [String]
  ) {
    guard a.id != b.id else { return }
    judgements.append(
      Judgement(
        a: min(a.id, b.id), b: max(a.id, b.id), verdict: verdict, score: 1,
        reasons: [Decisions.reason] + reasons))
  }

  /// A name, the reports that it stands for, and its id, with the document behind it where only one is meant.
  private struct Named {
    var name: String
    var id: String
    var reports: [Int] = []
  }

  /// The reports of the event of that name, or the one in the document behind `@`.
  private func resolve(_ name: String) -> Named {
    layers.lazy.map { resolve(name, in: $0) }.first { !$0.reports.isEmpty }
      ?? Named(name: name, id: name)
  }

  private func resolve(_ name: String, in layer: Layer) -> Named {
    let found = layer.lookup.nodes(named: name)
    if !found.isEmpty {
      let id = found.count == 1 ? layer.nodes[found[0]].id : name
      return Named(name: name, id: id, reports: found.flatMap { layer.reports[$0] })
    }
    guard let at = name.firstIndex(of: "@") else { return Named(name: name, id: name) }
    let document = String(name[name.index(after: at)...])
    let bearing = layer.lookup.nodes(named: String(name[..<at]))
    let reports = bearing.flatMap { layer.reports[$0] }.filter { documents[$0] == document }
    let id = bearing.count == 1 ? "\(layer.nodes[bearing[0]].id)@\(document)" : name
    return Named(name: name, id: id, reports: reports)
  }
}
