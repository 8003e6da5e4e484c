import EntenteModel

/// Who stands in the centre, and what of a graph is told of them.
struct EgoSelection {
  /// The id of the card that stands in the centre: for an organ drawn as its party, the party.
  let focus: String?
  let name: String?
  /// True where more than half of the events have the focus in them.
  let holdsMost: Bool
  /// Events in which the focus has no part.
  let others: Int
  /// The graph without the events in which the focus has no part.
  let graph: Graph

  /// Without a focus, who has a part in most events; persons first, then by id.
  init(_ graph: Graph, focus wanted: String?) {
    let index = GraphIndex(graph)
    let folded = Organs.folded(in: index)
    var events: [String: Set<String>] = [:]
    for node in index.nodes where node.kind.isEvent && node.event != nil {
      for edge in index.edges(to: node.id) where DiagramView.isDrawn(edge, in: index) {
        events[folded[edge.source] ?? edge.source, default: []].insert(node.id)
      }
    }
    func key(_ id: String) -> (Int, Int, String) {
      (-(events[id]?.count ?? 0), index.node(id)?.kind == .person ? 0 : 1, id)
    }
    let found = wanted.map { folded[$0] ?? $0 } ?? events.keys.min { key($0) < key($1) }
    focus = found.flatMap { events[$0] == nil ? nil : $0 }
    name = focus.flatMap(index.node)?.name
    let own = focus.flatMap { events[$0] } ?? []
    let all = Set(events.values.flatMap(\.self))
    others = all.count - own.count
    holdsMost = own.count * 2 > all.count
    // A visit around what the focus took part in stays, if only as what it was a part of.
    var rest = graph
    rest.nodes.removeAll { all.contains($0.id) && !own.contains($0.id) }
    self.graph = rest
  }
}
