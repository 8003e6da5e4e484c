import EntenteModel

/// Visits with the events that were part of them, and the countries that they joined.
extension DiagramView {
  /// The outermost visit around each event, for those that have one; a visit around others stands
  /// in its own frame.
  static func frames(of drawn: [Node], in index: GraphIndex) -> [String: String] {
    let ids = Set(drawn.map(\.id))
    var frame: [String: String] = [:]
    for node in drawn {
      guard let visit = index.visit(around: node.id), ids.contains(visit) else { continue }
      frame[node.id] = visit
    }
    for visit in Set(frame.values) where frame[visit] == nil { frame[visit] = visit }
    // Visits that name each other as the larger one have no head: each then stands alone.
    return frame.filter { frame[$0.value] == $0.value }
  }

  static func protagonists(of drawn: [Node], frame: [String: String], in index: GraphIndex)
    -> [String]
  {
    var size: [String: Int] = [:]
    for visit in frame.values { size[visit, default: 0] += 1 }
    func weight(_ visit: Node) -> (Int, Int) {
      (size[visit.id] ?? 0, index.articles(of: visit.id))
    }
    let visits = drawn.filter { $0.kind == .visit }
    guard
      let visit = visits.min(by: { a, b in
        weight(a) != weight(b) ? weight(b) < weight(a) : a.id < b.id
      })?.id
    else { return [] }
    let visitors = index.edges(to: visit).filter { $0.type == .visitor }.map(\.source).sorted()
    var found = Array(visitors.compactMap(index.country).prefix(1))
    if let place = index.node(visit)?.event?.place, let country = index.country(of: place),
      !found.contains(country)
    {
      found.append(country)
    }
    return found
  }
}
