import EntenteModel

/// An entity that Entente found, with the forms of its name.
struct FoundEntity {
  let id: String
  let kind: Kind
  let forms: Set<SurfaceForm>

  init(_ node: Node) {
    id = node.id
    kind = node.kind
    forms = SurfaceForm.all([node.name] + node.aliases + node.mentions.map(\.text))
  }

  /// Only what one document says of it.
  init(_ node: Node, mentions: [Evidence]) {
    id = node.id
    kind = node.kind
    forms = SurfaceForm.all(mentions.map(\.text))
  }
}

/// Which marked entity each found one is: one to one, by the forms of their names.
enum EntityMatch {
  /// Ids of marked and optional entities by the ids of the found ones.
  static func match(_ annotation: Annotation, _ found: [FoundEntity]) -> [String: String] {
    let entities = annotation.allEntities
    let required = annotation.marks.entities.count
    let values = entities.enumerated().map { i, entity in
      let forms = SurfaceForm.all([entity.name] + entity.mentions)
      return found.map { other -> Double in
        let likeness = likeness(forms, other.forms)
        guard likeness > 0 else { return 0 }
        // A kind may decide between two that are named alike, and what is required comes before
        // what is optional; neither outweighs a name.
        return likeness + (entity.kinds.contains(other.kind) ? 0.3 : 0) - (i < required ? 0 : 0.01)
      }
    }
    var matches: [String: String] = [:]
    for pair in Assignment.best(values) { matches[found[pair.column].id] = entities[pair.row].id }
    return matches
  }

  /// More than 1 where forms are shared, the more the better; else the best similarity of two forms.
  private static func likeness(_ a: Set<SurfaceForm>, _ b: Set<SurfaceForm>) -> Double {
    let shared = a.intersection(b).count
    if shared > 0 { return 1 + 0.05 * Double(shared) }
    var best = 0.0
    for form in a { for other in b { best = max(best, form.similarity(to: other)) } }
    return best
  }
}
