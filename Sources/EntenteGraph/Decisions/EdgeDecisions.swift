import EntenteModel

/// Applies what the user decided about edges: those that are false go, those that are right are sure.
struct EdgeDecisions {
  let decisions: Decisions
  private(set) var judgements: [Judgement] = []
  /// The decisions that met an edge, by their number: those on leaving out, then those on keeping.
  private var used: Set<Int> = []
  private var all: [(name: Decisions.EdgeName, isKept: Bool, isOwn: Bool)]

  init(_ decisions: Decisions) {
    self.decisions = decisions
    all = []
    for (key, edges) in [("drop-edge", decisions.dropEdge), ("keep-edge", decisions.keepEdge)] {
      for (i, name) in edges.enumerated() {
        all.append((name, key == "keep-edge", i < decisions.ownCount(key)))
      }
    }
  }

  /// True where nothing is decided about edges.
  var isEmpty: Bool { all.isEmpty }

  /// The edges without those left out; `nodes` are all that the decisions may name.
  mutating func apply(to edges: [Edge], nodes: [Node]) -> [Edge] {
    guard !all.isEmpty else { return edges }
    let lookup = NodeLookup(nodes)
    let ends = all.map { decision in
      [decision.name.from, decision.name.to].map { name in
        Set(lookup.nodes(named: name).map { nodes[$0].id })
      }
    }
    return edges.compactMap { edge in
      let meant = all.indices.filter { i in
        ends[i][0].contains(edge.source) && ends[i][1].contains(edge.target)
          && (all[i].name.type.map { $0 == edge.type } ?? true)
      }
      used.formUnion(meant)
      // The user's own decisions come before those of an earlier graph.
      guard let first = meant.first(where: { all[$0].isOwn }) ?? meant.first else {
        return edge
      }
      judgements.append(DecisionRecord.edge(edge, isKept: all[first].isKept))
      guard all[first].isKept else { return nil }
      var kept = edge
      kept.confidence = 1
      return kept
    }
  }

  /// What to say of decisions that met no edge.
  func diagnostics(_ graph: Graph) -> [Diagnostic] {
    guard !all.isEmpty else { return [] }
    let lookup = NodeLookup(graph.nodes)
    let open = all.indices.filter { !used.contains($0) && all[$0].isOwn }
    return open.filter { !isLeftOut(all[$0].name, graph, lookup) }.map { i in
      let name = all[i].name
      let key = all[i].isKept ? "keep-edge" : "drop-edge"
      let type = name.type.map { " of the type \($0.rawValue)" } ?? ""
      return Diagnostic(
        .warning, code: "decisions.unknown-edge",
        "No edge\(type) leads from “\(name.from)” to “\(name.to)”.",
        at: decisions.origins.places[key]?[name.from], hint: hint(for: name, graph, lookup))
    }
  }

  /// True where the edge is missing because an earlier graph left it out.
  private func isLeftOut(
    _ name: Decisions.EdgeName, _ graph: Graph, _ lookup: NodeLookup
  ) -> Bool {
    let ends = [name.from, name.to].map { end in
      Set(lookup.nodes(named: end).map { graph.nodes[$0].id } + [end])
    }
    return graph.judgements.contains { judgement in
      DecisionRecord.word(of: judgement) == DecisionRecord.edgeLeftOut
        && ends[0].contains(judgement.a) && ends[1].contains(judgement.b)
        && (name.type.map { judgement.reasons.dropFirst(2).first == $0.rawValue } ?? true)
    }
  }

  private func hint(for name: Decisions.EdgeName, _ graph: Graph, _ lookup: NodeLookup) -> String {
    let names = graph.nodes.flatMap { [$0.id, $0.name] + $0.aliases }
    for end in [name.from, name.to] where lookup.nodes(named: end).isEmpty {
      return "Nothing is called “\(end)”. "
        + Resemblance.hint(for: end, among: names)
    }
    let ends = [name.from, name.to].map { end in
      Set(lookup.nodes(named: end).map { graph.nodes[$0].id })
    }
    let near = graph.edges.filter {
      ends[0].contains($0.source) && ends[1].contains($0.target)
        || ends[1].contains($0.source) && ends[0].contains($0.target)
    }
    guard !near.isEmpty else {
      return "Look it up: entente explain … \"\(name.from)\" \"\(name.to)\""
    }
    return "There is "
      + near.prefix(3).map { "\($0.source) \($0.type.rawValue) \($0.target)" }
      .joined(separator: ", and ") + "."
  }
}
