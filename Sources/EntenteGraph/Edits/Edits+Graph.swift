package import EntenteModel

/// What a person added, as nodes and edges of the graph: no quotations, `origin` is `user`.
extension Edits {
  /// The graph with the additions in it. One that the graph has by now, from its articles, is not added.
  package func added(to graph: Graph) -> Graph {
    guard !nodes.isEmpty || !edges.isEmpty else { return graph }
    var result = graph
    var known: [String: Node] = [:]
    for node in graph.nodes { known[node.id] = node }
    func add(_ id: String, _ addition: Addition) {
      let graphID = Edits.graphID(id)
      guard known[graphID] == nil else { return }
      let node = Edits.node(graphID, id, addition)
      known[graphID] = node
      result.nodes.append(node)
    }
    for (id, addition) in nodes.sorted(by: { $0.key < $1.key }) { add(id, addition) }
    var ids = Set(graph.edges.map(\.id))
    for (_, addition) in edges.sorted(by: { $0.key < $1.key }) {
      guard let from = addition.from, let to = addition.to else { continue }
      let members = [from, to].map { Edits.members(of: $0, in: known) }
      // An end that no statement declares is a node by being named.
      if members[0] == nil { add(from, Addition()) }
      if members[1] == nil { add(to, Addition()) }
      guard let source = known[members[0] ?? Edits.graphID(from)],
        let target = known[members[1] ?? Edits.graphID(to)], source.id != target.id
      else { continue }
      let edge = Edits.edge(source, target, addition)
      if ids.insert(edge.id).inserted { result.edges.append(edge) }
    }
    result.nodes.sort { $0.id < $1.id }
    result.edges.sort { $0.id < $1.id }
    return result
  }

  /// The node that a name in DOT stands for: itself, or the first of a bundle.
  private static func members(of id: String, in known: [String: Node]) -> String? {
    if known[id] != nil { return id }
    if id.hasPrefix("bundle.") { return members(of: String(id.dropFirst(7)), in: known) }
    return known[graphID(id)] != nil ? graphID(id) : nil
  }

  /// A graph's id for a name in DOT, which may be anything.
  static func graphID(_ name: String) -> String {
    let bytes = name.utf8
    let isID = bytes.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x2E, 0x2D: true
      default: false
      }
    }
    if isID, let first = bytes.first, first != 0x2E, first != 0x2D { return name }
    let slug = Folding.slug(name)
    // Names without a Latin letter would all be one.
    return "user." + (slug.isEmpty ? DOTBase.hexadecimal(DOTBase.digest(name)) : slug)
  }

  private static let kinds: [Kind] = [
    .person, .party, .ministry, .province, .country, .organization, .place, .meeting, .agreement,
    .visit,
  ]

  private static func node(_ id: String, _ name: String, _ addition: Addition) -> Node {
    let words = (addition.attributes["class"]?.text ?? "").split(separator: " ").map(String.init)
    let prefix = String(id.prefix { $0 != "." })
    let kind =
      (words + [prefix]).lazy.compactMap { word in kinds.first { $0.rawValue == word } }
      .first ?? Kind("other")
    var label = addition.attributes["label"].map(\.words) ?? name
    if label.isEmpty || label == "\\N" { label = name }
    var node = Node(id: id, kind: kind, name: DOTText.visible(label))
    node.origin = .user
    if kind.isEvent {
      let style = addition.attributes["style"]?.text ?? ""
      let status: Status =
        style.contains("dashed") ? .planned : kind == .agreement ? .signed : .held
      node.event = EventDetail(status: status)
    }
    return node
  }

  private static func edge(_ a: Node, _ b: Node, _ addition: Addition) -> Edge {
    // An event is the target of what takes part in it, whichever way the arrow was drawn.
    let (source, target) = a.event != nil && b.event == nil ? (b, a) : (a, b)
    let known: [EdgeType] = [
      .participant, .partyTo, .visitor, .witness, .signatory, .host, .leads, .memberOf, .partOf,
      .mayBeSame,
    ]
    let words = (addition.attributes["class"]?.text ?? "").split(separator: " ").map(String.init)
    let given = known.first { words.contains($0.rawValue) }
    let usual: EdgeType =
      switch target.kind {
      case _ where source.event != nil: EdgeType("related-to")
      case .meeting: .participant
      case .agreement: .partyTo
      case .visit: .visitor
      default: EdgeType("related-to")
      }
    let role = addition.attributes["label"].map(\.words)
    return Edge(
      type: given ?? usual, source: source.id, target: target.id,
      role: role?.isEmpty ?? true ? nil : role, origin: .user, confidence: 1)
  }

  /// Additions of a graph with the names that its picture uses; what `known` adds already, and lines to
  /// what is not drawn, are left out.
  func drawn(in diagram: Diagram, without known: Graph) -> Edits {
    let users = Set(
      known.nodes.filter { $0.origin == .user }.map(\.id)
        + known.edges.filter { $0.origin == .user }.map {
          DOTStatement.edgeID($0.source, $0.target)
        })
    var name: [String: String] = [:]
    for bank in diagram.banks {
      if bank.isSide { name[bank.id] = bank.id }
      for card in bank.cards { for member in card.members { name[member] = card.id } }
    }
    for event in diagram.events { for member in event.members { name[member] = event.id } }
    var result = Edits()
    result.nodes = nodes.filter { !users.contains($0.key) }
    for (id, edge) in edges where !users.contains(id) {
      guard let from = edge.from, let to = edge.to,
        let tail = name[from] ?? (nodes[from] == nil ? nil : from),
        let head = name[to] ?? (nodes[to] == nil ? nil : to)
      else { continue }
      let own = DOTStatement.edgeID(tail, head)
      result.edges[own] = Addition(from: tail, to: head, attributes: edge.attributes)
    }
    return result
  }

  /// A graph without what a person added, and that as additions.
  package static func parted(_ graph: Graph) -> (told: Graph, added: Edits) {
    var told = graph
    var added = Edits()
    for node in graph.nodes where node.origin == .user {
      added.nodes[node.id] = Addition(
        attributes: ["label": DOTText.escaped(node.name)])
    }
    for edge in graph.edges where edge.origin == .user {
      let id = DOTStatement.edgeID(edge.source, edge.target)
      added.edges[id] = Addition(
        from: edge.source, to: edge.target,
        attributes: edge.role.map { ["label": DOTText.escaped($0)] } ?? [:])
    }
    guard !added.isEmpty else { return (graph, added) }
    told.nodes.removeAll { $0.origin == .user }
    told.edges.removeAll { $0.origin == .user }
    return (told, added)
  }
}

extension Edits {
  /// These without the additions that `part`, of `graph`, does not have, and the lines to what it does not have.
  package func without(nodesOf graph: Graph, but part: Graph) -> Edits {
    let gone = Set(graph.nodes.map(\.id)).subtracting(part.nodes.map(\.id))
    func isGone(_ id: String?) -> Bool { id.map { gone.contains(Edits.graphID($0)) } ?? false }
    var result = self
    result.nodes = nodes.filter { !isGone($0.key) }
    result.edges = edges.filter { !isGone($0.value.from) && !isGone($0.value.to) }
    return result
  }
}
