import EntenteModel

/// The entities of the graph, and which name of which document stands for which.
struct Entities {
  /// By id; left out are those that the user dropped.
  var nodes: [Node] = []
  /// For each document and entity its node, or nil where it was dropped.
  var nodeOf: [[Int?]] = []
  var judgements: [Judgement] = []
  var diagnostics: [Diagnostic] = []
  /// Names in `same` and `different` that stand for no entity.
  var unresolved: Set<String> = []
  /// Names in `rename` and `drop` that stand for no entity.
  var unresolvedEdits: Set<String> = []
  /// Names in `kind` that stand for no entity.
  var unresolvedKinds: Set<String> = []

  /// Joins the readings' names; the result does not depend on their order.
  static func join(_ readings: [Reading], decisions: Decisions) -> Entities {
    var (groups, groupOf) = NameGroup.all(of: readings)
    guard !decisions.kind.isEmpty else { return joined(readings, groups, groupOf, decisions) }
    var kinds = KindDecisions(decisions)
    let plain = joined(readings, groups, groupOf, decisions.onPairs)
    let chosen = kinds.choose(among: plain.nodes)
    var was: [Int: Kind] = [:]
    for (row, numbers) in zip(plain.nodeOf, groupOf) {
      for (node, g) in zip(row, numbers) {
        guard let node, let kind = chosen[node], was[g] == nil else { continue }
        was[g] = plain.nodes[node].kind
        groups[g].become(kind)
      }
    }
    var result = joined(readings, groups, groupOf, decisions)
    var recorded: Set<Int> = []
    for (row, numbers) in zip(result.nodeOf, groupOf) {
      for (node, g) in zip(row, numbers) {
        guard let node, let kind = was[g], recorded.insert(node).inserted else { continue }
        kinds.record(groups[g].kind, of: result.nodes[node].id, was: kind)
      }
    }
    result.judgements += kinds.judgements
    result.diagnostics += kinds.diagnostics
    result.unresolvedKinds = kinds.unresolved
    return result
  }

  private static func joined(
    _ readings: [Reading], _ groups: [NameGroup], _ groupOf: [[Int]], _ decisions: Decisions
  ) -> Entities {
    var matching = EntityMatching(EntityClusters(groups))
    matching.joinKeys()
    var applying = EntityDecisions(matching: matching, decisions: decisions)
    applying.apply()
    matching = applying.matching
    matching.joinNames()

    let drafts = matching.clusters.roots.map { root in
      EntityDraft(root: root, matching: matching, readings: readings)
    }
    var result = Entities()
    result.diagnostics = applying.diagnostics
    result.unresolved = applying.unresolved
    let ids = EntityIdentity.ids(for: drafts)
    var roots: [Int] = []
    var idOfRoot: [Int: String] = [:]
    for d in drafts.indices.sorted(by: { ids[$0].id < ids[$1].id }) {
      var node = drafts[d].node(id: ids[d].id)
      node.formerly = ids[d].formerly
      result.nodes.append(node)
      result.judgements += drafts[d].judgements(id: node.id)
      roots.append(drafts[d].root)
      idOfRoot[drafts[d].root] = node.id
    }
    Namesakes.tellApart(&result.nodes)
    var editing = NodeDecisions(decisions)
    let dropped = editing.apply(to: &result.nodes)
    result.unresolvedEdits = editing.unresolved
    result.judgements += editing.judgements
    result.diagnostics += editing.diagnostics
    let left = roots.indices.filter { !dropped.contains($0) }
    var nodeOfRoot: [Int: Int] = [:]
    for (new, old) in left.enumerated() { nodeOfRoot[roots[old]] = new }
    result.nodes = left.map { result.nodes[$0] }
    result.nodeOf = groupOf.map { row in row.map { nodeOfRoot[matching.clusters.root($0)] } }
    result.judgements += verdicts(matching, idOfRoot)
    result.judgements += applying.judgements.map { $0.judgement(ids: idOfRoot, matching.clusters) }
    return result
  }

  private static func verdicts(
    _ matching: EntityMatching, _ ids: [Int: String]
  ) -> [Judgement] {
    matching.apart.compactMap { pair in
      let roots = [matching.clusters.root(pair.a), matching.clusters.root(pair.b)]
      guard roots[0] != roots[1], pair.reason != Decisions.reason
      else { return nil }
      let pairOfIDs = roots.compactMap { ids[$0] }.sorted()
      guard pairOfIDs.count == 2 else { return nil }
      return Judgement(
        a: pairOfIDs[0], b: pairOfIDs[1], verdict: pair.verdict, score: pair.score,
        reasons: [pair.reason])
    }
  }
}
