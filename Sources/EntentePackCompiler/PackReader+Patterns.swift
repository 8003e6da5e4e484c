import EntenteKnowledge
import EntenteModel

extension PackReader {
  private static let patternKeys = [
    "id", "event", "verb", "noun", "object", "roles", "attributes", "accept", "reject",
  ]

  /// `lang/LL/patterns/*.yaml`: a list of event patterns.
  mutating func readPatterns(_ file: SourceFile) {
    guard file.name.hasSuffix(".yaml"), let tree = tree(file) else { return }
    guard case .sequence(let items) = tree.content else {
      note(
        Diagnostic(
          .error, code: "pack.shape", "patterns must be a list, found \(tree.description)",
          at: file.place(tree.line, tree.column), hint: "begin each pattern with `- id: …`"))
      return
    }
    for item in items { readPattern(item, file) }
  }

  private mutating func readPattern(_ node: PackNode, _ file: SourceFile) {
    guard let fields = noting({ FieldReader(node, file, what: "a pattern", faults: &$0) }) else {
      return
    }
    noting { fields.allowOnly(PackReader.patternKeys, faults: &$0) }
    guard let id = noting({ fields.required("id", what: "this pattern", faults: &$0) }),
      let event = noting({ fields.required("event", what: "pattern `\(id)`", faults: &$0) })
    else { return }
    var pattern = SourcePattern(id: id, event: Kind(event), place: fields.place)
    if let value = fields.node("event") { references.append(.event(event, file, value)) }
    pattern.verbs = lemmas("verb", .verb, fields)
    pattern.nouns = lemmas("noun", nil, fields)
    pattern.objects = lemmas("object", nil, fields)
    pattern.roles = roles(fields, id)
    pattern.attributes = attributes(fields.node("attributes"), file, except: [])
    pattern.accept = noting { fields.nodes("accept", faults: &$0) }.compactMap { example($0, file) }
    pattern.reject = noting { fields.nodes("reject", faults: &$0) }.compactMap { example($0, file) }
    if !fields.has("verb"), !fields.has("noun") {
      missing("pattern `\(id)` has no trigger", "add `verb: […]` or `noun: […]`", fields)
    }
    if pattern.accept.isEmpty {
      missing(
        "pattern `\(id)` has no example under `accept`",
        "add a sentence with its parts marked: `\"[participant: Anna Berg] met …\"`", fields)
    }
    if source.patterns.contains(where: { $0.id == id }) {
      note(
        Diagnostic(
          .error, code: "pack.duplicate-id", "the pattern `\(id)` stands twice",
          at: place(fields.place), hint: "give one of them another id"))
      return
    }
    change { $0.patterns.append(pattern) }
  }

  private mutating func lemmas(
    _ key: String, _ termClass: TermClass?, _ fields: FieldReader
  ) -> [String] {
    for node in noting({ fields.nodes(key, faults: &$0) }) {
      guard let text = node.text else { continue }
      references.append(.lemma(text, termClass, fields.file, node))
    }
    return noting { fields.texts(key, faults: &$0) }
  }

  private mutating func roles(_ fields: FieldReader, _ id: String) -> [Pattern.Role] {
    guard let node = fields.node("roles") else {
      missing(
        "pattern `\(id)` has no roles", "add `roles: {participant: [subject, object]}`", fields)
      return []
    }
    let file = fields.file
    guard let map = noting({ FieldReader(node, file, what: "`roles`", faults: &$0) }) else {
      return []
    }
    if map.pairs.isEmpty {
      missing(
        "pattern `\(id)` has no roles", "add `roles: {participant: [subject, object]}`", fields)
    }
    return map.pairs.compactMap { key, value in
      guard let type = key.text else { return nil }
      references.append(.edgeType(type, file, key))
      let slots = noting { map.nodes(type, faults: &$0) }
      for slot in slots {
        guard let text = slot.text else { continue }
        references.append(.slot(text, file, slot))
      }
      return Pattern.Role(type: EdgeType(type), slots: slots.compactMap(\.text))
    }
  }

  private mutating func attributes(
    _ node: PackNode?, _ file: SourceFile, except: Set<String>
  ) -> [Pattern.Attribute] {
    guard let node,
      let map = noting({ FieldReader(node, file, what: "`attributes`", faults: &$0) })
    else { return [] }
    return map.pairs.compactMap { key, _ in
      guard let name = key.text, !except.contains(name) else { return nil }
      let values = noting { map.texts(name, faults: &$0) }
      return Pattern.Attribute(key: name, value: values.joined(separator: "|"))
    }.sorted { $0.key < $1.key }
  }

  /// A sentence, or a mapping with `text` and what to expect.
  private mutating func example(_ node: PackNode, _ file: SourceFile) -> Pattern.Example? {
    if let text = node.text {
      return Pattern.Example(
        text: Folding.composed(text), expectations: [], line: node.line)
    }
    guard let fields = noting({ FieldReader(node, file, what: "an example", faults: &$0) }),
      let text = noting({ fields.required("text", what: "this example", faults: &$0) })
    else { return nil }
    let expectations = attributes(node, file, except: ["text"])
    return Pattern.Example(text: text, expectations: expectations, line: node.line)
  }

  private mutating func missing(_ message: String, _ hint: String, _ fields: FieldReader) {
    note(
      Diagnostic(
        .error, code: "pack.missing-key", message, at: place(fields.place), hint: hint))
  }
}
