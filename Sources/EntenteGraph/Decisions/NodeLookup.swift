import EntenteModel

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

  /// Nodes that will be shown under the name, where nothing bears it yet.
  mutating func add(_ name: String, for node: Int) {
    byAlias[NameForm.key(name), default: []].append(node)
  }
}
