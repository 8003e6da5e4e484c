import EntenteModel

/// Bodies of one name in several countries: a reader of the picture must be able to tell them apart.
enum Namesakes {
  private struct Key: Hashable {
    let kind: Kind
    let name: String
  }

  /// Adds its country to the name of each body whose name another country's body bears too: `Ministry of Foreign
  /// Affairs of Ethiopia`. The bare name becomes an alias.
  static func tellApart(_ nodes: inout [Node]) {
    var bearers: [Key: [Int]] = [:]
    var names: [String: String] = [:]
    for (i, node) in nodes.enumerated() {
      if node.kind == .country { names[node.id] = node.name }
      guard [.ministry, .organization, .party].contains(node.kind) else { continue }
      bearers[Key(kind: node.kind, name: NameForm.key(node.name)), default: []].append(i)
    }
    for same in bearers.values where Set(same.map { nodes[$0].country }).count > 1 {
      for i in same {
        guard let country = nodes[i].country.flatMap({ names[$0] }) else { continue }
        if !nodes[i].aliases.contains(nodes[i].name) {
          nodes[i].aliases = (nodes[i].aliases + [nodes[i].name]).sorted()
        }
        nodes[i].name += " of \(country)"
      }
    }
  }
}
