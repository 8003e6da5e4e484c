import EntenteModel

extension GraphDiff {
  /// The changes for other programs, described in `docs/diff.schema.json`; equal changes are equal bytes.
  public func json() -> [UInt8] {
    var w = JSONWriter()
    w.raw("{\n  \"format\": \"entente-diff\",\n  \"version\": 1,\n  \"documents\": {\"new\": ")
    w.strings(newDocuments)
    w.raw(", \"gone\": ")
    w.strings(goneDocuments)
    w.raw(", \"altered\": ")
    w.strings(alteredDocuments)
    w.raw("},\n  \"nodes\": ")
    w.lines(nodes, level: 1) { $0.node($1) }
    w.raw(",\n  \"edges\": ")
    w.lines(edges, level: 1) { $0.edge($1) }
    w.raw("\n}\n")
    return w.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func pair(_ key: StaticString, _ text: String?) {
    raw(", \"")
    raw(key)
    raw("\": ")
    string(text)
  }

  fileprivate mutating func fields(_ fields: [GraphDiff.Field]) {
    raw(", \"fields\": {")
    for (i, field) in fields.enumerated() {
      if i > 0 { raw(", ") }
      string(field.name)
      raw(": {\"from\": ")
      string(field.from)
      pair("to", field.to)
      raw("}")
    }
    raw("}")
  }

  fileprivate mutating func articles(_ articles: GraphDiff.Articles) {
    raw(", \"articles\": {\"from\": ")
    whole(articles.from)
    raw(", \"to\": ")
    whole(articles.to)
    raw("}")
  }

  fileprivate mutating func node(_ change: GraphDiff.NodeChange) {
    raw("{\"change\": ")
    string(change.change.rawValue)
    pair("id", change.node.id)
    pair("kind", change.node.kind.rawValue)
    pair("name", change.node.name)
    if let was = change.was { pair("was", was) }
    if let other = change.other {
      if change.change == .joined { pair("into", other) } else { pair("from", other) }
    }
    fields(change.fields)
    if let count = change.articles { articles(count) }
    if change.node.event != nil {
      raw(", \"sides\": {\"new\": ")
      strings(change.sidesAdded)
      raw(", \"gone\": ")
      strings(change.sidesRemoved)
      raw("}")
    }
    raw("}")
  }

  fileprivate mutating func edge(_ change: GraphDiff.EdgeChange) {
    raw("{\"change\": ")
    string(change.change.rawValue)
    pair("id", change.edge.id)
    pair("type", change.edge.type.rawValue)
    pair("source", change.edge.source)
    pair("target", change.edge.target)
    pair("role", change.edge.role)
    fields(change.fields)
    articles(change.articles)
    raw("}")
  }
}
