import EntenteModel

extension Chooser {
  /// The graph of these events with all who have a part in them, these other entities, and what
  /// they head, belong to and are part of.
  func part(events: Set<String>, others: Set<String>) -> Graph {
    let named = Set(focus + ends).union(countries)
    var entities = others.union(named)
    // What something kept refers to, which needs no edge of its own.
    var referred = quotedSides(of: events)
    for id in events {
      for edge in index.edges(to: id) where index.node(edge.source)?.event == nil {
        entities.insert(edge.source)
      }
      guard let event = index.node(id)?.event else { continue }
      referred.formUnion(([event.place] + event.reports.map(\.place)).compactMap { $0 })
    }
    entities.formUnion(referred)
    addOffices(to: &entities)
    var kept = events.union(entities.filter { index.node($0) != nil })
    func isInside(_ edge: Edge) -> Bool { kept.contains(edge.source) && kept.contains(edge.target) }
    // A node that no article names is there only for a statement that quotes one.
    let supported = Set(
      edges.filter { isInside($0) && (!$0.evidence.isEmpty || $0.origin == .user) }
        .flatMap { [$0.source, $0.target] })
    kept = kept.filter { id in
      events.contains(id) || referred.contains(id) || supported.contains(id)
        || !(index.node(id)?.mentions.isEmpty ?? true)
    }
    let joined = Set(edges.filter(isInside).flatMap { [$0.source, $0.target] })
    kept = kept.filter {
      events.contains($0) || referred.contains($0) || named.contains($0) || joined.contains($0)
    }
    return assembled(kept, edges: edges.filter(isInside))
  }

  /// The vaguer sides that quotations name: without them, reading the part as a source would
  /// weigh other sides than before.
  private func quotedSides(of events: Set<String>) -> Set<String> {
    let quotes = events.flatMap { index.edges(to: $0).filter(\.type.isSide).flatMap(\.evidence) }
    return Set(
      quotes.compactMap { $0.untold?.id }.filter { !(index.node($0)?.mentions.isEmpty ?? true) })
  }

  /// Adds what the entities head, belong to and are part of, and what that is part of in turn:
  /// offices and owners say who somebody is.
  private func addOffices(to entities: inout Set<String>) {
    var queue = entities.sorted()
    while let id = queue.popLast() {
      for edge in index.edges(from: id) where [.leads, .memberOf, .partOf].contains(edge.type) {
        guard index.node(edge.target)?.event == nil, entities.insert(edge.target).inserted else {
          continue
        }
        queue.append(edge.target)
      }
    }
  }

  /// The graph of these nodes and edges, with nothing in it that refers to what is gone.
  private func assembled(_ kept: Set<String>, edges: [Edge]) -> Graph {
    var part = Graph()
    part.edges = edges
    part.nodes = graph.nodes.filter { kept.contains($0.id) }.map { node in
      var node = node
      node.event?.within = around(node.id, kept)
      return node
    }
    var documents: Set<String> = []
    for node in part.nodes {
      documents.formUnion(node.mentions.map(\.document))
      guard let event = node.event else { continue }
      documents.formUnion(event.evidence.map(\.document) + event.reports.map(\.document))
    }
    for edge in part.edges { documents.formUnion(edge.evidence.map(\.document)) }
    part.documents = graph.documents.filter { documents.contains($0.id) }
    let known = Set(graph.nodes.map(\.id))
    part.judgements = graph.judgements.filter { judgement in
      kept.contains(judgement.b) && (kept.contains(judgement.a) || !known.contains(judgement.a))
    }
    return part
  }

  /// The nearest event around this one that is kept.
  private func around(_ id: String, _ kept: Set<String>) -> String? {
    var seen: Set<String> = [id]
    var current = index.node(id)?.event?.within
    while let outer = current, seen.insert(outer).inserted {
      if kept.contains(outer) { return outer }
      current = index.node(outer)?.event?.within
    }
    return nil
  }
}
