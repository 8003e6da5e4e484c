import EntenteKnowledge
import EntenteModel

extension PackReader {
  private static let kindKeys = ["kind", "caption", "plural", "event"]
  private static let relationKeys = ["type", "caption", "phrase", "from", "to", "side"]
  /// What drawing can use; `dark-` stands before a colour for dark backgrounds.
  private static let looks = [
    "shape", "style", "fill", "line", "text", "dark-fill", "dark-line", "dark-text", "width",
    "rank", "weight", "arrow", "icon", "note",
  ]

  /// `schema/kinds.yaml` and `schema/relations.yaml`: lists of kinds and edge types.
  mutating func readSchema(_ file: SourceFile) {
    guard file.name.hasSuffix(".yaml"), let tree = tree(file) else { return }
    let isRelations = file.name.hasSuffix("/relations.yaml")
    guard isRelations || file.name.hasSuffix("/kinds.yaml") else {
      note(
        Diagnostic(
          .error, code: "pack.file-name", "the schema has no such file",
          at: Diagnostic.Place(file: file.path), hint: "call it kinds.yaml or relations.yaml"))
      return
    }
    guard case .sequence(let items) = tree.content else {
      note(
        Diagnostic(
          .error, code: "pack.shape", "the schema must be a list, found \(tree.description)",
          at: file.place(tree.line, tree.column), hint: "begin each entry with `- `"))
      return
    }
    for item in items {
      if isRelations { readRelation(item, file) } else { readKind(item, file) }
    }
  }

  private mutating func readKind(_ node: PackNode, _ file: SourceFile) {
    guard let fields = noting({ FieldReader(node, file, what: "a kind", faults: &$0) }) else {
      return
    }
    noting { fields.allowOnly(PackReader.kindKeys + PackReader.looks, faults: &$0) }
    guard let kind = noting({ fields.required("kind", what: "this kind", faults: &$0) }),
      let caption = noting({ fields.required("caption", what: "this kind", faults: &$0) })
    else { return }
    guard isWord(kind, fields.node("kind"), file) else { return }
    let style = KindStyle(
      kind: Kind(kind), caption: caption,
      plural: noting { fields.text("plural", faults: &$0) } ?? caption.lowercased() + "s",
      isEvent: noting { fields.flag("event", faults: &$0) } ?? false,
      attributes: looks(fields), file: file.name, line: node.line)
    if source.kinds.contains(where: { $0.kind == style.kind }) {
      return duplicate("kind", kind, fields)
    }
    change { $0.kinds.append(style) }
  }

  private mutating func readRelation(_ node: PackNode, _ file: SourceFile) {
    guard let fields = noting({ FieldReader(node, file, what: "an edge type", faults: &$0) })
    else { return }
    noting { fields.allowOnly(PackReader.relationKeys + PackReader.looks, faults: &$0) }
    guard let type = noting({ fields.required("type", what: "this edge type", faults: &$0) }),
      let caption = noting({ fields.required("caption", what: "this edge type", faults: &$0) })
    else { return }
    guard isWord(type, fields.node("type"), file) else { return }
    let style = RelationStyle(
      type: EdgeType(type), caption: caption,
      phrase: noting { fields.text("phrase", faults: &$0) } ?? caption.lowercased(),
      from: noting { fields.texts("from", faults: &$0) }.map { Kind($0) },
      to: noting { fields.texts("to", faults: &$0) }.map { Kind($0) },
      isSide: noting { fields.flag("side", faults: &$0) } ?? false,
      attributes: looks(fields), file: file.name, line: node.line)
    if source.relations.contains(where: { $0.type == style.type }) {
      return duplicate("edge type", type, fields)
    }
    change { $0.relations.append(style) }
    for key in ["from", "to"] {
      for item in noting({ fields.nodes(key, faults: &$0) }) {
        guard let text = item.text else { continue }
        references.append(.kind(text, file, item))
      }
    }
  }

  private mutating func looks(_ fields: FieldReader) -> [Pattern.Attribute] {
    PackReader.looks.sorted().compactMap { key in
      noting { fields.text(key, faults: &$0) }.map { Pattern.Attribute(key: key, value: $0) }
    }
  }

  private mutating func duplicate(_ what: String, _ word: String, _ fields: FieldReader) {
    note(
      Diagnostic(
        .error, code: "pack.duplicate-id", "the \(what) `\(word)` stands twice",
        at: place(fields.place), hint: "keep one of them"))
  }

  /// True for a lower-case word with hyphens, which can stand in ids and in DOT.
  private mutating func isWord(_ word: String, _ node: PackNode?, _ file: SourceFile) -> Bool {
    let isGood = word.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    if !isGood, let node {
      note(
        Diagnostic(
          .error, code: "pack.id", "`\(word)` is no word for an id",
          at: file.place(node.line, node.column), hint: "use a–z, 0–9 and hyphens"))
    }
    return isGood
  }
}
