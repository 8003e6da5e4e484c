import EntenteModel

/// Joins `leads`, `member-of` and `part-of` across documents.
enum RelationJoining {
  /// One edge for each type and pair of entities, by id.
  static func join(_ set: SourceSet, _ entities: Entities) -> [Edge] {
    struct Key: Hashable {
      let type: EdgeType
      let source: Int
      let target: Int
    }
    var statements: [Key: Statement] = [:]
    for (d, reading) in set.readings.enumerated() {
      for relation in reading.relations {
        guard let source = entities.node(d, relation.source),
          let target = entities.node(d, relation.target), source != target
        else { continue }
        statements[Key(type: relation.type, source: source, target: target), default: Statement()]
          .add(
            role: relation.role, origin: relation.origin, confidence: relation.confidence,
            evidence: relation.evidence, source: set.sources[d])
      }
    }
    return statements.map { key, statement in
      statement.edge(
        key.type, from: entities.nodes[key.source].id, to: entities.nodes[key.target].id)
    }.sorted { $0.id < $1.id }
  }
}

extension Entities {
  /// The node of a document's entity; nil where it was dropped or the number is none.
  func node(_ document: Int, _ entity: Int) -> Int? {
    nodeOf[document].indices.contains(entity) ? nodeOf[document][entity] : nil
  }
}
