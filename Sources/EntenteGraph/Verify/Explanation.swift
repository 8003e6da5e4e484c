public import EntenteModel

/// Why something stands in the graph: what names it, what was joined to it, and what joins it to
/// others.
public struct Explanation: Hashable, Sendable {
  /// What the user asked for, as names and ids.
  public var subjects: [Subject]
  /// Joins and refusals that concern the subjects, or that join them.
  public var judgements: [Judgement]
  /// For two subjects: what joins them, step by step; empty where nothing does.
  public var path: [Step]
  /// Edges of the only subject, by id.
  public var edges: [Edge]
  /// Who those are that say something.
  var speakers = Speakers.none

  /// A node with its first quotations.
  public struct Subject: Hashable, Sendable {
    public var node: Node
    /// How many times it is named, or how many sentences tell of it.
    public var quotations: Int
    /// In how many documents.
    public var documents: Int
    /// The first quotation of each of the first documents.
    public var first: [Evidence]
  }

  /// An edge on the way from one subject to the other.
  public struct Step: Hashable, Sendable {
    public var edge: Edge
    /// The nodes at its ends, in the order of the way.
    public var from: Node
    public var to: Node
  }
}

/// Answers why a node is there and what joins two.
public enum Explain {
  /// Why the thing of this id, name or alias is in the graph, why its names are one, and what it
  /// takes part in.
  ///
  /// - Throws: where nothing is called so, with what may have been meant.
  public static func explain(_ graph: Graph, _ name: String) throws(EntenteError) -> Explanation {
    let nodes = try find(name, in: graph)
    let ids = Set(nodes.map(\.id))
    return Explanation(
      subjects: nodes.map(subject),
      judgements: graph.judgements.filter { ids.contains($0.a) || ids.contains($0.b) }, path: [],
      edges: nodes.count > 1
        ? [] : graph.edges.filter { ids.contains($0.source) || ids.contains($0.target) },
      speakers: Speakers(graph.nodes))
  }

  /// What joins two things: events and statements they share, else the shortest way between them.
  ///
  /// - Throws: where nothing is called so, with what may have been meant.
  public static func explain(
    _ graph: Graph, _ a: String, _ b: String
  ) throws(EntenteError) -> Explanation {
    let (from, to) = (try find(a, in: graph), try find(b, in: graph))
    let ends = [Set(from.map(\.id)), Set(to.map(\.id))]
    let judgements = graph.judgements.filter {
      ends[0].contains($0.a) && ends[1].contains($0.b)
        || ends[1].contains($0.a) && ends[0].contains($0.b)
    }
    return Explanation(
      subjects: (from + to.filter { !ends[0].contains($0.id) }).map(subject),
      judgements: judgements, path: way(graph, from: ends[0], to: ends[1]), edges: [],
      speakers: Speakers(graph.nodes))
  }

  package static func find(_ name: String, in graph: Graph) throws(EntenteError) -> [Node] {
    let found = NodeLookup(graph.nodes).nodes(named: name)
    guard found.isEmpty else { return found.map { graph.nodes[$0] } }
    let key = NameForm.key(name)
    let isLeftOut = graph.judgements.contains { judgement in
      DecisionRecord.word(of: judgement) == DecisionRecord.leftOut
        && (judgement.b == name || NameForm.key(judgement.plainName) == key)
    }
    if isLeftOut {
      throw EntenteError(
        code: "explain.left-out", "“\(name)” is left out by your decision.",
        hint: "Take it from `drop` in your decisions to see it again.")
    }
    throw EntenteError(
      code: "explain.unknown-name", "Nothing in the graph is called “\(name)”.",
      hint: Resemblance.hint(
        for: name, among: graph.nodes.flatMap { [$0.id, $0.name] + $0.aliases }))
  }

  private static func subject(_ node: Node) -> Explanation.Subject {
    let quotes = node.event?.evidence ?? node.mentions
    var seen: Set<String> = []
    let first = quotes.filter { seen.insert($0.document).inserted }
    return Explanation.Subject(
      node: node, quotations: quotes.count, documents: seen.count, first: Array(first.prefix(3)))
  }

  /// Every shortest way; of ways of equal length those over events, as sharing a country says
  /// little.
  static func way(
    _ graph: Graph, from: Set<String>, to: Set<String>
  ) -> [Explanation.Step] {
    let node = Dictionary(graph.nodes.map { ($0.id, $0) }) { first, _ in first }
    var neighbours: [String: [Edge]] = [:]
    for edge in graph.edges {
      neighbours[edge.source, default: []].append(edge)
      neighbours[edge.target, default: []].append(edge)
    }
    var distance: [String: Int] = [:]
    for id in to { distance[id] = 0 }
    var layer = to.sorted()
    while !layer.isEmpty, from.allSatisfy({ distance[$0] == nil }) {
      var next: [String] = []
      for id in layer {
        for edge in neighbours[id] ?? [] {
          let other = edge.source == id ? edge.target : edge.source
          guard distance[other] == nil, let here = distance[id] else { continue }
          distance[other] = here + 1
          next.append(other)
        }
      }
      layer = next.sorted()
    }
    return steps(from: from, distance: distance, neighbours, node)
  }

  private static func steps(
    from: Set<String>, distance: [String: Int], _ neighbours: [String: [Edge]],
    _ node: [String: Node]
  ) -> [Explanation.Step] {
    let reached = from.compactMap { id in distance[id].map { (id, $0) } }
    guard let least = reached.map(\.1).min() else { return [] }
    var result: [Explanation.Step] = []
    var layer = reached.filter { $0.1 == least }.map(\.0).sorted()
    var left = least
    while left > 0 {
      var found: [Explanation.Step] = []
      for id in layer {
        for edge in neighbours[id] ?? [] {
          let other = edge.source == id ? edge.target : edge.source
          guard distance[other] == left - 1, let a = node[id], let b = node[other] else { continue }
          found.append(Explanation.Step(edge: edge, from: a, to: b))
        }
      }
      let overEvents = found.filter { $0.edge.type.isSide }
      if !overEvents.isEmpty { found = overEvents }
      result += found
      layer = Array(Set(found.map(\.to.id))).sorted()
      left -= 1
    }
    return result
  }
}
