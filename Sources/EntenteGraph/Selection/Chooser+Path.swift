import EntenteModel

extension Chooser {
  /// Every shortest way over statements with a quotation; two do not meet by sharing a country.
  func shortestWay(events: Set<String>, among entities: Set<String>?) -> [Explanation.Step] {
    let countries = Set(graph.nodes.filter { $0.kind == .country }.map(\.id))
    func isOpen(_ id: String) -> Bool {
      if ends.contains(id) { return true }
      if index.node(id)?.event != nil { return events.contains(id) }
      return entities?.contains(id) ?? true
    }
    let quoted = edges.filter { edge in
      guard !edge.evidence.isEmpty || edge.origin == .user, edge.type != .mayBeSame else {
        return false
      }
      let isOffice = index.node(edge.target)?.event == nil
      if isOffice, countries.contains(edge.target), !ends.contains(edge.target) { return false }
      return isOpen(edge.source) && isOpen(edge.target)
    }
    guard ends.count == 2, ends[0] != ends[1] else { return [] }
    return Explain.way(
      Graph(nodes: graph.nodes, edges: quoted), from: [ends[0]], to: [ends[1]])
  }
}
