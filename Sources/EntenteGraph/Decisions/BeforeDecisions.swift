import EntenteModel

/// What a graph was before the user's decisions on single things, as far as its judgements tell.
///
/// A graph that is a source is taken apart into what its articles said. Decisions are then made again: they name
/// what was found, and would not find it in what they made of it.
struct BeforeDecisions {
  private let graph: Graph
  private var kinds: [String: Kind] = [:]
  private var confidences: [String: Double] = [:]

  init(_ graph: Graph) {
    self.graph = graph
    for judgement in graph.judgements {
      switch DecisionRecord.word(of: judgement) {
      case DecisionRecord.kind: kinds[judgement.b] = judgement.found.map { Kind($0) }
      case DecisionRecord.edgeKept where judgement.reasons.count > 2:
        let id = "\(judgement.a)--\(judgement.reasons[2])--\(judgement.b)"
        confidences[id] = judgement.foundConfidence
      default: continue
      }
    }
  }

  /// The kind that a node was found to be of, where the user decided on another.
  func kind(of id: String) -> Kind? { kinds[id] }

  /// An entity under the kind and the id that it had.
  func entity(_ node: Node) -> Node {
    guard node.event == nil, let kind = kinds[node.id] else { return node }
    var found = node
    found.kind = kind
    let former = node.formerly.first { $0.hasPrefix(kind.rawValue + ".") }
    if node.id.hasPrefix(node.kind.rawValue + "."), let former { found.id = former }
    return found
  }

  /// An edge with the confidence that it had.
  func edge(_ edge: Edge) -> Edge {
    guard let confidence = confidences[edge.id] else { return edge }
    var found = edge
    found.confidence = confidence
    return found
  }

  /// What the user's decisions have to call a node, so that they find it.
  func name(of judgement: Judgement, _ node: Node?) -> String {
    guard DecisionRecord.word(of: judgement) == DecisionRecord.kind, let node, node.event != nil,
      let kind = kinds[node.id]
    else { return judgement.b }
    return node.formerly.first { $0.hasPrefix(kind.rawValue + ".") } ?? judgement.b
  }

  /// The sides and others that the user took from events: without them, the event would be found to be another.
  ///
  /// What quoted for them is not kept; any sentence of the document that tells of the event stands for it.
  func leftOut(_ nodes: [String: Node]) -> [Edge] {
    graph.judgements.compactMap { judgement in
      guard DecisionRecord.word(of: judgement) == DecisionRecord.edgeLeftOut,
        judgement.reasons.count > 4, nodes[judgement.a] != nil,
        let event = nodes[judgement.b]?.event
      else { return nil }
      let quotes = judgement.reasons[4...].compactMap { document in
        event.evidence.first { $0.document == document }
      }
      return Edge(
        type: EdgeType(judgement.reasons[2]), source: judgement.a, target: judgement.b,
        origin: .text, confidence: judgement.foundConfidence ?? 0.5, evidence: quotes)
    }
  }
}
