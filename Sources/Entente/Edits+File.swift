import EntenteGraph
import EntentePackCompiler

extension Edits {
  /// The edits that a file of decisions holds.
  init(_ file: EditsFile) {
    self.init()
    func value(_ value: EditsFile.Value) -> DOTValue {
      guard !value.lines.isEmpty || value.width != nil else {
        return DOTValue(value.text, isHTML: value.isHTML)
      }
      let lines = value.lines.map { $0.map { LabelText.Run(type: $0.type, text: $0.text) } }
      return LabelText(lines: lines, width: value.width ?? 120).value
    }
    func addition(_ addition: EditsFile.Addition) -> Addition {
      Addition(
        from: addition.from, to: addition.to, group: addition.group,
        attributes: addition.attributes.filter { !$0.value.isRemoved }.mapValues(value))
    }
    for change in file.changes {
      changes[change.id, default: [:]][change.attribute] =
        change.value.isRemoved ? .remove : .set(value(change.value))
    }
    hidden = Set(file.hide)
    for node in file.nodes { nodes[node.id] = addition(node) }
    for edge in file.edges { edges[edge.id] = addition(edge) }
    for comment in file.comments { comments[comment.id, default: []] += comment.lines }
  }
}
