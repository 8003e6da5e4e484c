package import EntenteModel

/// Both graphs as one, with a mark on everything that changed.
package struct DiffPicture: Sendable {
  /// The new graph, and of the old one what is gone.
  package private(set) var graph: Graph
  /// How nodes and edges changed, by id.
  package private(set) var marks: [String: DiagramMark] = [:]

  package init(_ diff: GraphDiff) {
    graph = diff.new
    addGone(diff)
    let names = Dictionary(graph.nodes.map { ($0.id, $0.name) }) { first, _ in first }
    for change in diff.nodes {
      switch change.change {
      case .new: marks[change.node.id] = DiagramMark(.new, words: ["new"])
      case .parted:
        let whole = change.other.flatMap { names[$0] } ?? ""
        marks[change.node.id] = DiagramMark(.new, words: ["new: was part of \(whole)"])
      case .gone: marks[change.node.id] = DiagramMark(.gone, words: ["gone"])
      case .changed:
        let words = DiffPicture.words(change, names)
        if !words.isEmpty { marks[change.node.id] = DiagramMark(.changed, words: words) }
      case .joined:
        guard let other = change.other else { continue }
        var mark = marks[other] ?? DiagramMark(.changed)
        mark.words.append("joined: \(change.node.name)")
        marks[other] = mark
      }
    }
    for change in diff.edges {
      switch change.change {
      case .new, .parted: marks[change.edge.id] = DiagramMark(.new)
      case .gone, .joined: marks[change.edge.id] = DiagramMark(.gone)
      case .changed: continue
      }
    }
  }

  /// Adds what only the old graph has, under the ids of the new one.
  private mutating func addGone(_ diff: GraphDiff) {
    var ids = Set(graph.nodes.map(\.id))
    for node in diff.old.nodes where diff.pairing.new[node.id] == nil {
      guard ids.insert(node.id).inserted else { continue }
      var node = node
      let (place, outer) = (node.event?.place, node.event?.within)
      node.event?.place = place.map { diff.pairing.current($0) }
      node.event?.within = outer.map { diff.pairing.current($0) }
      graph.nodes.append(node)
    }
    for change in diff.edges where change.change == .gone {
      guard ids.contains(change.edge.source), ids.contains(change.edge.target) else { continue }
      graph.edges.append(change.edge)
    }
    let known = Set(graph.documents.map(\.id))
    graph.documents += diff.old.documents.filter { !known.contains($0.id) }
  }

  /// What a box says of its change.
  private static func words(
    _ change: GraphDiff.NodeChange, _ names: [String: String]
  ) -> [String] {
    var words: [String] = []
    func list(_ ids: [String]) -> String {
      Headline.list(ids.prefix(4).map { names[$0] ?? $0 } + (ids.count > 4 ? ["others"] : []))
    }
    if let status = change.field("status") {
      words.append("was \(status.from ?? ""), now \(status.to ?? "")")
    }
    if change.isDatedAnew {
      let date = (change.field("date").map(\.from) ?? change.node.event?.date?.description)
        .flatMap { PartialDate($0) }
      let end = (change.field("end").map(\.from) ?? change.node.event?.end?.description)
        .flatMap { PartialDate($0) }
      words.append(
        date.map { "was dated " + DateText.range($0, end, style: .short) } ?? "had no date")
    }
    if let place = change.field("place") {
      words.append(place.from.map { "was placed in \(names[$0] ?? $0)" } ?? "had no place")
    }
    if !change.sidesAdded.isEmpty { words.append("now also " + list(change.sidesAdded)) }
    if !change.sidesRemoved.isEmpty { words.append("no longer " + list(change.sidesRemoved)) }
    if let count = change.articles, count.from != count.to {
      words.append("told by \(Captions.count(count.to, "article")), before by \(count.from)")
    }
    if let name = change.field("name") { words.append("was called \(name.from ?? "")") }
    if let kind = change.field("kind") { words.append("was a \(kind.from ?? "")") }
    return words
  }
}
