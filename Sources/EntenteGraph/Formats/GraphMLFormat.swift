package import EntenteModel

/// The graph as GraphML (Brandes et al. 2002): for networkx, igraph, Cytoscape, Gephi and yEd.
///
/// Nothing of the graph is lost. GraphML has no lists, so lists are JSON in one text; documents and judgements are
/// data of the graph. Status is a word and no attribute is a boolean, which readers spell differently.
package enum GraphMLFormat {
  /// UTF-8 that is the same for the same graph.
  package static func write(_ graph: Graph) -> [UInt8] {
    let flat = FlatGraph(graph)
    let nodeColumns = flat.nodeColumns
    let edgeColumns = flat.edgeColumns
    var xml = XMLText()
    xml.raw("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    for name in ["format", "documents", "judgements"] { xml.key("graph", name, .text) }
    xml.key("node", "label", .text)
    for column in nodeColumns { xml.key("node", column.name, column.kind) }
    for column in edgeColumns { xml.key("edge", column.name, column.kind) }
    xml.raw("  <graph id=\"entente\" edgedefault=\"directed\">\n")
    xml.data("graph", "format", "\(GraphJSON.format) \(GraphJSON.version)", indent: "    ")
    xml.data("graph", "documents", documents(graph), indent: "    ")
    xml.data("graph", "judgements", judgements(graph), indent: "    ")
    for node in graph.nodes {
      xml.raw("    <node")
      xml.attribute("id", node.id)
      xml.raw(">\n")
      xml.data("node", "label", flat.label(node))
      for column in nodeColumns { xml.data("node", column.name, column.value(node)) }
      xml.raw("    </node>\n")
    }
    for edge in graph.edges {
      xml.raw("    <edge")
      xml.attribute("id", edge.id)
      xml.attribute("source", edge.source)
      xml.attribute("target", edge.target)
      xml.raw(">\n")
      for column in edgeColumns { xml.data("edge", column.name, column.value(edge)) }
      xml.raw("    </edge>\n")
    }
    xml.raw("  </graph>\n</graphml>\n")
    return xml.bytes
  }

  private static func documents(_ graph: Graph) -> String {
    var json = CompactJSON()
    json.list(graph.documents) { $0.document($1) }
    return json.text
  }

  private static func judgements(_ graph: Graph) -> String {
    var json = CompactJSON()
    json.list(graph.judgements) { $0.judgement($1) }
    return json.text
  }
}

extension XMLText {
  /// Declares an attribute. The ids differ by what they are for; their names may be the same.
  fileprivate mutating func key(_ owner: String, _ name: String, _ kind: FlatGraph.Kind) {
    raw("  <key")
    attribute("id", "\(owner)-\(name)")
    attribute("for", owner)
    attribute("attr.name", name)
    switch kind {
    case .text: attribute("attr.type", "string")
    case .whole: attribute("attr.type", "int")
    case .number: attribute("attr.type", "double")
    }
    raw("/>\n")
  }

  fileprivate mutating func data(
    _ owner: String, _ name: String, _ value: String?, indent: StaticString = "      "
  ) {
    guard let value else { return }
    raw(indent)
    raw("<data")
    attribute("key", "\(owner)-\(name)")
    raw(">")
    text(value)
    raw("</data>\n")
  }
}
