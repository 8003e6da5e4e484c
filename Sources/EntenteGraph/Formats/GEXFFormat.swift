package import EntenteModel

/// The graph as GEXF 1.3, with times: for Gephi and its timeline, Gephi Lite, sigma.js and networkx.
///
/// An event and what joins it to its sides exist from its first day to its last; what has no date exists always. Of
/// a month or a year the file names the first and the last day, since GEXF knows whole days only, and `date` tells
/// how much is known. Each edge has a `kind`, without which Gephi makes one of two edges between the same nodes.
/// Lists are JSON in one value. What is known of the documents is left out but for the addresses of quoted ones.
package enum GEXFFormat {
  /// UTF-8 that is the same for the same graph.
  package static func write(_ graph: Graph) -> [UInt8] {
    let flat = FlatGraph(graph)
    let nodeColumns = flat.nodeColumns
    let edgeColumns = flat.edgeColumns
    var xml = XMLText()
    xml.raw("<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n")
    xml.raw("  <meta>\n    <creator>Entente</creator>\n  </meta>\n")
    xml.raw("  <graph mode=\"dynamic\" defaultedgetype=\"directed\" idtype=\"string\"")
    xml.raw(" timeformat=\"date\" timerepresentation=\"interval\">\n")
    xml.declare("node", nodeColumns.map { ($0.name, $0.kind) })
    xml.declare("edge", edgeColumns.map { ($0.name, $0.kind) })
    xml.raw("    <nodes")
    xml.attribute("count", String(graph.nodes.count))
    xml.raw(">\n")
    for node in graph.nodes {
      xml.raw("      <node")
      xml.attribute("id", node.id)
      xml.attribute("label", flat.label(node))
      xml.times(node.event)
      xml.raw(">\n")
      xml.values(nodeColumns.map { ($0.name, $0.value(node)) })
      xml.raw("      </node>\n")
    }
    xml.raw("    </nodes>\n    <edges")
    xml.attribute("count", String(graph.edges.count))
    xml.raw(">\n")
    for edge in graph.edges {
      let kind = flat.shown(edge.type.rawValue)
      xml.raw("      <edge")
      xml.attribute("id", edge.id)
      xml.attribute("source", edge.source)
      xml.attribute("target", edge.target)
      xml.attribute("kind", kind)
      xml.attribute("label", flat.shown(edge.role) ?? kind)
      xml.times(flat.event(of: edge))
      xml.raw(">\n")
      xml.values(edgeColumns.map { ($0.name, $0.value(edge)) })
      xml.raw("      </edge>\n")
    }
    xml.raw("    </edges>\n  </graph>\n</gexf>\n")
    return xml.bytes
  }
}

extension XMLText {
  fileprivate mutating func declare(
    _ owner: String, _ columns: [(name: String, kind: FlatGraph.Kind)]
  ) {
    raw("    <attributes")
    attribute("class", owner)
    attribute("mode", "static")
    raw(">\n")
    for column in columns {
      raw("      <attribute")
      attribute("id", column.name)
      attribute("title", column.name)
      switch column.kind {
      case .text: attribute("type", "string")
      case .whole: attribute("type", "integer")
      case .number: attribute("type", "double")
      }
      raw("/>\n")
    }
    raw("    </attributes>\n")
  }

  fileprivate mutating func values(_ values: [(name: String, value: String?)]) {
    raw("        <attvalues>\n")
    for (name, value) in values {
      guard let value else { continue }
      raw("          <attvalue")
      attribute("for", name)
      attribute("value", value)
      raw("/>\n")
    }
    raw("        </attvalues>\n")
  }

  /// The days between which it took place, as far as known.
  fileprivate mutating func times(_ event: EventDetail?) {
    guard let first = event?.date else { return }
    attribute("start", first.firstDay.description)
    attribute("end", max(first.lastDay, (event?.end ?? first).lastDay).description)
  }
}

extension PartialDate {
  /// The first day that it can mean.
  fileprivate var firstDay: PartialDate {
    PartialDate(year: year, month: month ?? 1, day: day ?? 1) ?? self
  }

  /// The last day that it can mean.
  fileprivate var lastDay: PartialDate {
    guard day == nil else { return self }
    let month = month ?? 12
    for day in [31, 30, 29] {
      if let last = PartialDate(year: year, month: month, day: day) { return last }
    }
    return PartialDate(year: year, month: month, day: 28) ?? self
  }
}
