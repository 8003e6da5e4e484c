import EntenteModel

/// Applies what the user decided about what is shown: new names, and what is left out.
struct NodeDecisions {
  let decisions: Decisions
  private(set) var judgements: [Judgement] = []
  /// Names that stand for none of the nodes given.
  private(set) var unresolved: Set<String> = []

  init(_ decisions: Decisions) { self.decisions = decisions }

  /// Renames nodes, and returns the indices of those to leave out.
  mutating func apply(to nodes: inout [Node]) -> Set<Int> {
    guard !decisions.rename.isEmpty || !decisions.drop.isEmpty else { return [] }
    let lookup = NodeLookup(nodes)
    for rename in decisions.rename {
      let found = lookup.nodes(named: rename.from)
      if found.isEmpty { unresolved.insert(rename.from) }
      for n in found {
        nodes[n].name = NameForm.shown(rename.to)
        judgements.append(
          Judgement(
            a: "\"\(nodes[n].name)\"", b: nodes[n].id, verdict: .same, score: 1,
            reasons: [Decisions.reason, "renamed"]))
      }
    }
    var dropped: Set<Int> = []
    for name in decisions.drop {
      let found = lookup.nodes(named: name)
      if found.isEmpty { unresolved.insert(name) }
      for n in found where dropped.insert(n).inserted {
        judgements.append(
          Judgement(
            a: "\"\(nodes[n].name)\"", b: nodes[n].id, verdict: .different, score: 1,
            reasons: [Decisions.reason, "left out"]))
      }
    }
    return dropped
  }
}

/// Finds nodes by what a user calls them.
struct NodeLookup {
  private var byID: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byAlias: [String: [Int]] = [:]

  init(_ nodes: [Node]) {
    for (n, node) in nodes.enumerated() {
      byID[node.id, default: []].append(n)
      byName[NameForm.key(node.name), default: []].append(n)
      for alias in Set(node.aliases.map { NameForm.key($0) }) {
        byAlias[alias, default: []].append(n)
      }
    }
    for (n, node) in nodes.enumerated() {
      for id in node.formerly where byID[id] == nil { byID[id] = [n] }
    }
  }

  /// Nodes of that id or former id, else of that name, else with that alias; compared folded.
  func nodes(named name: String) -> [Int] {
    let key = NameForm.key(name)
    return byID[name] ?? byName[key] ?? byAlias[key] ?? []
  }
}
