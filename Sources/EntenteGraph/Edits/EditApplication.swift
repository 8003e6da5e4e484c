/// Puts edits into a document that Entente made.
///
/// What no edit is about stays as it is, byte for byte.
struct EditApplication {
  private let edits: Edits
  private let notes: [String: [String]]
  /// Statements that were moved into another group, by the group.
  private var moved: [String: [DOTStatement]] = [:]
  private var groups: Set<String> = [""]
  /// Groups that a person made, sorted.
  private var ownGroups: [String] = []
  private var count: [String: Int] = [:]

  private init(_ edits: Edits, _ conflicts: [EditConflict]) {
    self.edits = edits
    var notes: [String: [String]] = [:]
    for conflict in conflicts { notes[conflict.id, default: []].append(conflict.note) }
    self.notes = notes
  }

  /// The document with the edits in it; conflicts stand as notes above the statements.
  static func document(
    _ document: DOTDocument, with edits: Edits, conflicts: [EditConflict] = []
  ) -> DOTDocument {
    var application = EditApplication(edits, conflicts)
    application.collectGroups(document.statements, in: "")
    var result = document
    application.collectOwnGroups()
    result.attributes = application.changed(document.attributes, id: "the graph")
    result.statements = application.apply(document.statements, in: "")
    result.statements = application.fill(result.statements, in: "")
    for group in application.ownGroups {
      result.statements.append(
        .group(group, application.fill(application.defaults(of: group, besides: []), in: group)))
    }
    // Above the graph: inside they would stand at its first statement.
    for case .remark(let text) in application.remarks("the graph") { result.remarks.append(text) }
    return result
  }

  private mutating func collectGroups(_ statements: [DOTStatement], in group: String) {
    var unnamed = 0
    for case .group(let name, let inner) in statements {
      let own = DOTWriter.name(of: name, in: group, &unnamed)
      groups.insert(own)
      collectGroups(inner, in: own)
    }
  }

  /// Groups that edits speak of and the document does not have.
  private mutating func collectOwnGroups() {
    var named = Set(edits.nodes.values.compactMap(\.group))
    named.formUnion(edits.edges.values.compactMap(\.group))
    named.formUnion(edits.changes.values.compactMap { $0["in"]?.value?.text })
    ownGroups = named.subtracting(groups).sorted()
    groups.formUnion(ownGroups)
  }

  /// Defaults that a person gave to a group which has none of that sort.
  private func defaults(of group: String, besides present: [DOTStatement]) -> [DOTStatement] {
    var known: Set<String> = []
    for case .defaults(let what, _) in present { known.insert(what) }
    return ["graph", "node", "edge"].compactMap { what in
      let id = DOTStatement.defaultsID(what, in: group)
      guard !known.contains(what), edits.changes[id] != nil else { return nil }
      return .defaults(what, changed([], id: id))
    }
  }

  private func remarks(_ id: String) -> [DOTStatement] {
    (notes[id] ?? []).map { .note($0) } + (edits.comments[id] ?? []).map { .remark($0) }
  }

  private func changed(_ attributes: [DOTAttribute], id: String) -> [DOTAttribute] {
    guard let changes = edits.changes[id] else { return attributes }
    var result = attributes
    for (name, change) in changes.sorted(by: { $0.key < $1.key }) where name != "in" {
      let place = result.firstIndex { $0.name == name }
      switch (change, place) {
      case (.set(let value), let i?): result[i].value = .given(fitted(value, in: result[i]))
      case (.set(let value), nil): result.append(DOTAttribute(name, .given(value)))
      case (.remove, let i?): result.remove(at: i)
      case (.remove, nil): continue
      }
    }
    return result
  }

  /// A label whose words were changed has the width that its box has now.
  private func fitted(_ value: DOTValue, in attribute: DOTAttribute) -> DOTValue {
    guard attribute.name == "label", case .html(let label) = attribute.value,
      var words = LabelText(value), let now = LabelText(DOTValue(label, isHTML: true))
    else { return value }
    words.width = now.width
    return words.value
  }

  private mutating func apply(_ statements: [DOTStatement], in group: String) -> [DOTStatement] {
    var result: [DOTStatement] = []
    var unnamed = 0
    for statement in statements {
      switch statement {
      case .node(let id, let attributes, let evidence):
        guard !edits.hidden.contains(id) else { continue }
        let own = remarks(id) + [.node(id, changed(attributes, id: id), evidence: evidence)]
        place(own, id, in: group, &result)
      case .edge(let tail, let head, let attributes, let evidence):
        let bare = DOTStatement.edgeID(tail, head)
        count[bare, default: 0] += 1
        let id = DOTStatement.edgeID(tail, head, number: count[bare] ?? 1)
        guard edits.hidden.isDisjoint(with: [id, tail, head]) else { continue }
        let own =
          remarks(id) + [.edge(tail, head, changed(attributes, id: id), evidence: evidence)]
        place(own, id, in: group, &result)
      case .defaults(let what, let attributes):
        let id = DOTStatement.defaultsID(what, in: group)
        guard !edits.hidden.contains(id) else { continue }
        result += remarks(id) + [.defaults(what, changed(attributes, id: id))]
      case .group(let name, let inner):
        let own = DOTWriter.name(of: name, in: group, &unnamed)
        let left = apply(inner, in: own)
        // An emptied frame would be drawn as a bare box.
        guard
          EditApplication.holdsNodes(left) || !EditApplication.holdsNodes(inner) || isFilled(own)
            || isEdited(own)
        else { continue }
        result.append(.group(name, defaults(of: own, besides: inner) + left))
      case .remark, .note:
        result.append(statement)
      }
    }
    return result
  }

  private mutating func place(
    _ statements: [DOTStatement], _ id: String, in group: String, _ result: inout [DOTStatement]
  ) {
    if case .set(let goal)? = edits.changes[id]?["in"], goal.text != group,
      groups.contains(goal.text)
    {
      moved[goal.text, default: []] += statements
    } else {
      result += statements
    }
  }

  private static func holdsNodes(_ statements: [DOTStatement]) -> Bool {
    statements.contains { statement in
      switch statement {
      case .node, .edge: true
      case .group(_, let inner): holdsNodes(inner)
      case .defaults, .remark, .note: false
      }
    }
  }

  private func isEdited(_ group: String) -> Bool {
    ["graph", "node", "edge"].map { DOTStatement.defaultsID($0, in: group) }
      .contains { edits.changes[$0] != nil || edits.comments[$0] != nil }
  }

  private func isFilled(_ group: String) -> Bool {
    moved[group] != nil
      || (edits.nodes.values.map(\.group) + edits.edges.values.map(\.group)).contains(group)
  }

  /// Puts what was moved or added into its group: at the end.
  private func fill(_ statements: [DOTStatement], in group: String) -> [DOTStatement] {
    var result: [DOTStatement] = []
    var unnamed = 0
    for statement in statements {
      guard case .group(let name, let inner) = statement else {
        result.append(statement)
        continue
      }
      let own = DOTWriter.name(of: name, in: group, &unnamed)
      result.append(.group(name, fill(inner, in: own)))
    }
    return result + (moved[group] ?? []) + additions(in: group)
  }

  private func additions(in group: String) -> [DOTStatement] {
    func belongs(_ addition: Edits.Addition) -> Bool {
      let own = addition.group.flatMap { groups.contains($0) ? $0 : nil } ?? Edits.group
      return own == group
    }
    func attributes(_ addition: Edits.Addition) -> [DOTAttribute] {
      addition.attributes.sorted { $0.key < $1.key }.map { DOTAttribute($0.key, .given($0.value)) }
    }
    var result: [DOTStatement] = []
    for (id, node) in edits.nodes.sorted(by: { $0.key < $1.key }) where belongs(node) {
      result += remarks(id) + [.node(id, attributes(node))]
    }
    for (id, edge) in edits.edges.sorted(by: { $0.key < $1.key }) where belongs(edge) {
      guard let from = edge.from, let to = edge.to else { continue }
      result += remarks(id) + [.edge(from, to, attributes(edge))]
    }
    return result
  }
}
