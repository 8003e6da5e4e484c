import EntenteModel

extension GraphDiff {
  mutating func compareDocuments() {
    let before = Dictionary(old.documents.map { ($0.id, $0.sha256) }) { first, _ in first }
    let after = Dictionary(new.documents.map { ($0.id, $0.sha256) }) { first, _ in first }
    newDocuments = after.keys.filter { before[$0] == nil }.sorted()
    goneDocuments = before.keys.filter { after[$0] == nil }.sorted()
    alteredDocuments =
      after.filter { before[$0.key] != nil && before[$0.key] != $0.value }.keys.sorted()
  }

  mutating func compareNodes() {
    let before = Dictionary(old.nodes.map { ($0.id, $0) }) { first, _ in first }
    let sides = (
      GraphDiff.sides(old.edges) { pairing.current($0) }, GraphDiff.sides(new.edges) { $0 }
    )
    for node in new.nodes {
      guard let former = pairing.old[node.id].flatMap({ before[$0] }) else {
        let whole = pairing.partedFrom[node.id]
        nodes.append(
          NodeChange(
            change: whole == nil ? .new : .parted, node: node, was: nil, other: whole, fields: [],
            articles: GraphDiff.articles(of: node).map { Articles(from: 0, to: $0) },
            sidesAdded: (sides.1[node.id] ?? []).sorted(), sidesRemoved: []))
        continue
      }
      let own = (sides.0[former.id] ?? [], sides.1[node.id] ?? [])
      let change = NodeChange(
        change: .changed, node: node, was: former.id == node.id ? nil : former.id, other: nil,
        fields: fields(former, node),
        articles: GraphDiff.articles(of: node).map {
          Articles(from: GraphDiff.articles(of: former) ?? 0, to: $0)
        }, sidesAdded: own.1.subtracting(own.0).sorted(),
        sidesRemoved: own.0.subtracting(own.1).sorted())
      let isSame =
        change.was == nil && change.fields.isEmpty && change.articles?.from == change.articles?.to
        && own.0 == own.1
      if !isSame { nodes.append(change) }
    }
    for node in old.nodes {
      let current = pairing.new[node.id]
      guard current == nil || pairing.old[current ?? ""] != node.id else { continue }
      nodes.append(
        NodeChange(
          change: current == nil ? .gone : .joined, node: node, was: nil, other: current,
          fields: [],
          articles: GraphDiff.articles(of: node).map { Articles(from: $0, to: 0) },
          sidesAdded: [], sidesRemoved: (sides.0[node.id] ?? []).sorted()))
    }
    nodes.sort { ($0.node.id, $0.change.rawValue) < ($1.node.id, $1.change.rawValue) }
  }

  /// How many articles tell of an event; nil for an entity, which most articles name again.
  private static func articles(of node: Node) -> Int? {
    node.event.map { Set($0.reports.map(\.document) + $0.evidence.map(\.document)).count }
  }

  private static func sides(
    _ edges: [Edge], id: (String) -> String
  ) -> [String: Set<String>] {
    var sides: [String: Set<String>] = [:]
    for edge in edges where edge.type.isSide {
      sides[edge.target, default: []].insert(id(edge.source))
    }
    return sides
  }

  /// The keys that differ, in the order of the JSON. An event's name follows from its sides' names
  /// and its noun, so the noun is compared.
  private func fields(_ before: Node, _ after: Node) -> [Field] {
    var fields: [Field] = []
    func compare(_ name: String, _ from: String?, _ to: String?) {
      if from != to { fields.append(Field(name: name, from: from, to: to)) }
    }
    func current(_ id: String?) -> String? { id.map { pairing.current($0) } }
    compare("kind", before.kind.rawValue, after.kind.rawValue)
    guard let a = before.event, let b = after.event else {
      compare("name", before.name, after.name)
      compare("country", current(before.country), after.country)
      return fields
    }
    compare("date", a.date?.description, b.date?.description)
    compare("end", a.end?.description, b.end?.description)
    compare("status", a.status.rawValue, b.status.rawValue)
    compare("place", current(a.place), b.place)
    compare("act", a.act, b.act)
    compare("noun", a.noun, b.noun)
    compare("within", current(a.within), b.within)
    return fields
  }

  mutating func compareEdges() {
    var before: [String: Edge] = [:]
    for edge in old.edges {
      var moved = edge
      (moved.source, moved.target) = (pairing.current(edge.source), pairing.current(edge.target))
      // What a joining made one has no edge to itself.
      guard moved.source != moved.target else { continue }
      moved.id = "\(moved.source)--\(moved.type.rawValue)--\(moved.target)"
      if let known = before[moved.id] { moved.evidence = known.evidence + moved.evidence }
      before[moved.id] = moved
    }
    var seen: Set<String> = []
    for edge in new.edges {
      let id = "\(edge.source)--\(edge.type.rawValue)--\(edge.target)"
      seen.insert(id)
      let to = Set(edge.evidence.map(\.document)).count
      guard let former = before[id] else {
        edges.append(
          EdgeChange(change: .new, edge: edge, fields: [], articles: Articles(from: 0, to: to)))
        continue
      }
      let from = Set(former.evidence.map(\.document)).count
      var fields: [Field] = []
      if former.role != edge.role {
        fields.append(Field(name: "role", from: former.role, to: edge.role))
      }
      if former.origin != edge.origin {
        fields.append(
          Field(name: "origin", from: former.origin.rawValue, to: edge.origin.rawValue))
      }
      guard !fields.isEmpty || from != to else { continue }
      edges.append(
        EdgeChange(
          change: .changed, edge: edge, fields: fields, articles: Articles(from: from, to: to)))
    }
    for (id, edge) in before where !seen.contains(id) {
      let from = Set(edge.evidence.map(\.document)).count
      edges.append(
        EdgeChange(change: .gone, edge: edge, fields: [], articles: Articles(from: from, to: 0)))
    }
    edges.sort { ($0.edge.id, $0.change.rawValue) < ($1.edge.id, $1.change.rawValue) }
  }
}
