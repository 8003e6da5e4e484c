public import EntenteModel

/// How well one article was read.
public struct DocumentScore: Hashable, Sendable {
  /// The annotation's name.
  public let name: String
  public internal(set) var tallies: [Measure: Tally] = [:]
  /// Entities by kind. One that may be of several kinds counts as what it was found as, else as the first.
  public internal(set) var kinds: [Kind: Tally] = [:]
  public internal(set) var misses: [Miss] = []
  /// The relations and sides that the article states, each with whether the annotation has it.
  var judged: [JudgedEdge] = []
  /// Ids of marked entities by ids of nodes.
  private let matches: [String: String]

  /// Compares the graph of an article, read alone, with its annotation.
  public init(_ annotation: Annotation, graph: Graph) {
    name = annotation.name
    let entities = graph.nodes.filter { !$0.kind.isEvent && !$0.mentions.isEmpty }
    matches = EntityMatch.match(annotation, entities.map(FoundEntity.init))
    score(annotation.marks.entities, entities)
    scoreRelations(annotation, graph)
    scoreEvents(annotation, graph)
  }

  /// The mark that a node matches, by its id, or the node's id behind a question mark.
  func mark(_ id: String) -> String { matches[id] ?? "?" + id }

  mutating func miss(_ fault: Miss.Fault, _ measure: Measure, _ text: String) {
    misses.append(Miss(fault: fault, measure: measure, text: text))
  }

  private mutating func score(_ marked: [Annotation.Entity], _ found: [Node]) {
    let nodes = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    var hits: [String: Node] = [:]
    for (node, mark) in matches { hits[mark] = nodes[node] }
    for entity in marked {
      let words = entity.kinds.map(\.rawValue).joined(separator: "|")
      guard let node = hits[entity.id] else {
        miss(.missed, .entity, "\(words): \(entity.name)")
        count(entity.kinds[0], false, marked: 1)
        continue
      }
      let isRight = entity.kinds.contains(node.kind)
      if !isRight {
        miss(.wrongKind, .entity, "\(entity.name): \(node.kind.rawValue), gold \(words)")
      }
      count(isRight ? node.kind : entity.kinds[0], isRight, marked: 1)
      tallies[.nameOnly, default: Tally()].add(1, found: 0, marked: 0)
    }
    let required = Set(marked.map(\.id))
    for node in found {
      // Those that match an optional mark are not counted at all.
      if let mark = matches[node.id], !required.contains(mark) { continue }
      count(node.kind, false, found: 1)
      if matches[node.id] == nil {
        miss(.spurious, .entity, "\(node.kind.rawValue): \(node.name)")
      }
    }
    tallies[.entity] = kinds.values.reduce(Tally(), +)
    let all = tallies[.entity] ?? Tally()
    tallies[.nameOnly, default: Tally()].add(0, found: Int(all.found), marked: Int(all.marked))
  }

  private mutating func count(
    _ kind: Kind, _ isMatched: Bool, found: Int = 0, marked: Int = 0
  ) {
    kinds[kind, default: Tally()].add(isMatched ? 1 : 0, found: found, marked: marked)
  }

  private mutating func scoreRelations(_ annotation: Annotation, _ graph: Graph) {
    let marked = Set(annotation.marks.relations)
    let optional = Set(annotation.optional.relations)
    var found: Set<Annotation.Relation> = []
    let nodes = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id, $0) })
    for edge in graph.edges where [.leads, .memberOf, .partOf].contains(edge.type) {
      let relation = Annotation.Relation(
        type: edge.type, from: mark(edge.source), to: mark(edge.target))
      if !edge.evidence.isEmpty, !optional.contains(relation) || marked.contains(relation) {
        judged.append(
          JudgedEdge(edge, isRight: marked.contains(relation), source: nodes[edge.source]))
      }
      // What only a pack says is no claim about this article.
      if marked.contains(relation) || (!edge.evidence.isEmpty && !optional.contains(relation)) {
        found.insert(relation)
      }
    }
    let matched = marked.intersection(found).count
    tallies[.relation, default: Tally()]
      .add(Double(matched), found: found.count, marked: marked.count)
    for relation in marked.subtracting(found).map(\.text).sorted() {
      miss(.missed, .relation, relation)
    }
    for relation in found.subtracting(marked).map(\.text).sorted() {
      miss(.spurious, .relation, relation)
    }
  }
}

extension Annotation.Relation {
  /// `leads: anna-berg → norway`
  fileprivate var text: String { "\(type.rawValue): \(from) → \(to)" }
}
