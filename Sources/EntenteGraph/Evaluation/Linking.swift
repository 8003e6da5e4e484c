import EntenteModel

/// Whether the names of one thing in several articles became one node, and those of two things two.
///
/// B-cubed (Bagga and Baldwin, “Algorithms for scoring coreference chains”, 1998): for each marked entity of
/// each article, the share of its node that is the same thing, and the share of the thing that is in its node.
enum Linking {
  /// An entity of one article, and the node that it became.
  private struct Item {
    let mark: String
    let node: String
  }

  /// - Parameters:
  ///   - documents: annotations with the ids of their articles, in a fixed order.
  ///   - graph: of all the articles together.
  static func score(
    _ documents: [(annotation: Annotation, document: String?)], _ graph: Graph
  ) -> Score {
    let items = documents.enumerated().flatMap { i, pair in
      Linking.items(pair.annotation, named(in: pair.document, graph), number: i)
    }
    var marks: [String: Int] = [:]
    var nodes: [String: Int] = [:]
    var both: [[String]: Int] = [:]
    for item in items {
      marks[item.mark, default: 0] += 1
      nodes[item.node, default: 0] += 1
      both[[item.mark, item.node], default: 0] += 1
    }
    var (precision, recall) = (0.0, 0.0)
    for item in items {
      let same = Double(both[[item.mark, item.node]] ?? 0)
      precision += same / Double(nodes[item.node] ?? 1)
      recall += same / Double(marks[item.mark] ?? 1)
    }
    let count = Double(max(1, items.count))
    return Score(precision: precision / count, recall: recall / count)
  }

  /// The entities that a document names, by what it alone calls them.
  private static func named(in document: String?, _ graph: Graph) -> [FoundEntity] {
    guard let document else { return [] }
    return graph.nodes.compactMap { node in
      let mentions = node.mentions.filter { $0.document == document }
      return mentions.isEmpty || node.kind.isEvent ? nil : FoundEntity(node, mentions: mentions)
    }
  }

  /// What was not found is a node of its own. Optional marks take their nodes away, but are no items.
  private static func items(
    _ annotation: Annotation, _ found: [FoundEntity], number: Int
  ) -> [Item] {
    var nodes: [String: String] = [:]
    for (node, mark) in EntityMatch.match(annotation, found) { nodes[mark] = node }
    return annotation.marks.entities.map { entity in
      Item(mark: entity.id, node: nodes[entity.id] ?? "?\(number)/\(entity.id)")
    }
  }
}
