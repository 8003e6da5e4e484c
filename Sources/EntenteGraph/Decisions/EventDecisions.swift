import EntenteModel

/// Applies the user's decisions to events, which are named as they come out without these
/// decisions.
struct EventDecisions {
  /// The reports of each event, as joined without decisions.
  let events: [[Int]]
  let lookup: NodeLookup
  let nodes: [Node]
  /// Each report's document.
  let documents: [String]
  private(set) var judgements: [Judgement] = []
  /// Names that stand for no event either.
  private(set) var unresolved: Set<String> = []

  init(events: [[Int]], nodes: [Node], documents: [String]) {
    self.events = events
    self.nodes = nodes
    self.documents = documents
    lookup = NodeLookup(nodes)
  }

  /// Parts and unites in `clusters` what the decisions say of the names in `only`.
  mutating func apply(
    _ decisions: Decisions, only: Set<String>, to clusters: inout EventClusters
  ) {
    for list in decisions.different {
      let named = list.filter(only.contains).map { (name: $0, reports: resolve($0)) }
      for (i, a) in named.enumerated() {
        for b in named[(i + 1)...] where !a.reports.isEmpty && !b.reports.isEmpty {
          clusters.part(a.reports, b.reports)
          add(a.name, b.name, .different)
        }
      }
    }
    for list in decisions.same {
      let named = list.filter(only.contains).map { (name: $0, reports: resolve($0)) }
        .filter { !$0.reports.isEmpty }
      guard named.count > 1 else { continue }
      clusters.unite(named.flatMap(\.reports))
      for other in named.dropFirst() { add(named[0].name, other.name, .same) }
    }
  }

  private mutating func add(_ a: String, _ b: String, _ verdict: Judgement.Verdict) {
    judgements.append(
      Judgement(
        a: min(a, b), b: max(a, b), verdict: verdict, score: 1, reasons: [Decisions.reason]))
  }

  /// The reports of the event of that name, or the one in the document behind `@`.
  private mutating func resolve(_ name: String) -> [Int] {
    var found = lookup.nodes(named: name).flatMap { events[$0] }
    if found.isEmpty, let at = name.firstIndex(of: "@") {
      let document = name[name.index(after: at)...]
      found = lookup.nodes(named: String(name[..<at])).flatMap { events[$0] }
        .filter { documents[$0] == document }
    }
    if found.isEmpty { unresolved.insert(name) }
    return found
  }
}
