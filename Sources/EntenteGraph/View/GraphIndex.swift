import EntenteModel

/// A graph by id, with the few questions that a picture asks of it. Answers do not depend on the
/// order of its lists.
struct GraphIndex {
  let documents: [DocumentRecord]
  let nodes: [Node]
  private let place: [String: Int]
  private let incoming: [String: [Edge]]
  private let outgoing: [String: [Edge]]

  init(_ graph: Graph) {
    documents = graph.documents.sorted { $0.id < $1.id }
    var seen: Set<String> = []
    nodes = graph.nodes.sorted { $0.id < $1.id }.filter { seen.insert($0.id).inserted }
    var place: [String: Int] = [:]
    for (i, node) in nodes.enumerated() { place[node.id] = i }
    var incoming: [String: [Edge]] = [:]
    var outgoing: [String: [Edge]] = [:]
    let known = graph.edges.filter { place[$0.source] != nil && place[$0.target] != nil }
    for edge in known.sorted(by: { ($0.id, $0.role ?? "") < ($1.id, $1.role ?? "") }) {
      incoming[edge.target, default: []].append(edge)
      outgoing[edge.source, default: []].append(edge)
    }
    self.place = place
    self.incoming = incoming
    self.outgoing = outgoing
  }

  func node(_ id: String) -> Node? { place[id].map { nodes[$0] } }
  func edges(to id: String) -> [Edge] { incoming[id] ?? [] }
  func edges(from id: String) -> [Edge] { outgoing[id] ?? [] }

  /// The entities that are sides of an event, without repetition.
  func sides(of event: String) -> [String] {
    var seen: Set<String> = []
    return edges(to: event).filter { $0.type.isSide && seen.insert($0.source).inserted }.map(
      \.source)
  }

  /// The nearest larger bodies that this one is part of.
  func owners(of id: String) -> [String] {
    edges(from: id).filter { $0.type == .partOf && $0.target != id }.map(\.target)
  }

  /// The party at the head of a chain of party organs; nil for what is no organ of a party.
  func party(ofOrgan id: String) -> String? {
    var current = id
    var seen: Set<String> = [id]
    guard node(id)?.kind == .party else { return nil }
    // The chain may name both the party and the organ above: the one without a party above it is
    // the head.
    var queue = [id]
    while !queue.isEmpty {
      current = queue.removeFirst()
      let above = owners(of: current).filter { node($0)?.kind == .party && !seen.contains($0) }
      if above.isEmpty, current != id { return current }
      seen.formUnion(above)
      queue += above
    }
    return nil
  }

  /// The country of an entity: its own, or that of the body above it.
  func country(of id: String) -> String? {
    var seen: Set<String> = []
    var queue = [id]
    while !queue.isEmpty {
      let current = queue.removeFirst()
      guard seen.insert(current).inserted, let node = node(current) else { continue }
      if node.kind == .country { return current }
      if let country = node.country { return country }
      queue += owners(of: current)
    }
    return nil
  }

  /// The short form in capitals that the articles use: `CPV`.
  func abbreviation(of id: String) -> String? {
    guard let node = node(id) else { return nil }
    let short = node.aliases.filter { alias in
      (2...8).contains(alias.utf8.count) && alias != node.name
        && alias.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x2D }
    }
    return short.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  /// The visit that an event is part of, the outermost one.
  func visit(around id: String) -> String? {
    var seen: Set<String> = [id]
    var found: String?
    var current = node(id)?.event?.within
    while let outer = current, seen.insert(outer).inserted, let node = node(outer),
      let event = node.event
    {
      if node.kind == .visit { found = outer }
      current = event.within
    }
    return found
  }

  /// How many articles tell of an event.
  func articles(of id: String) -> Int {
    guard let event = node(id)?.event else { return 0 }
    return Set(event.reports.map(\.document) + event.evidence.map(\.document)).count
  }

  /// Where an entity is first named in what an event's evidence quotes: the order of the text.
  func textPlace(of entity: String, in evidence: [Evidence]) -> TextPlace {
    var best = TextPlace(document: "\u{10FFFF}", offset: .max)
    let mentions = node(entity)?.mentions ?? []
    for quote in evidence {
      // A list of agreements may go on behind the words quoted for each of them.
      let inside = mentions.filter { $0.document == quote.document && $0.start >= quote.start }
      let offset = inside.map(\.start).min() ?? quote.end
      best = min(best, TextPlace(document: quote.document, offset: offset))
    }
    return best
  }
}

/// A place in the articles, for ordering what they tell.
struct TextPlace: Comparable, Hashable {
  var document: String
  var offset: Int

  static func < (a: TextPlace, b: TextPlace) -> Bool {
    (a.document, a.offset) < (b.document, b.offset)
  }
}
