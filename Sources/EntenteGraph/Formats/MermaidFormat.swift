package import EntenteModel

/// The graph as a Mermaid flowchart: for Markdown on GitHub, GitLab, Obsidian and the like.
///
/// Labels tell names, dates and status; what did not happen is dashed. Everything else that is known of a node or an
/// edge stands in a comment behind it as JSON, with the numbers of its quotations, which stand once each at the end.
package enum MermaidFormat {
  /// What Mermaid draws unless it is told otherwise: its `maxEdges` and `maxTextSize`.
  package static let mostEdges = 500
  package static let mostCharacters = 50_000

  /// UTF-8 that is the same for the same graph, and a warning where most viewers will not draw it.
  package static func write(_ graph: Graph) -> (bytes: [UInt8], warnings: [Diagnostic]) {
    var writer = MermaidWriter(graph)
    for node in graph.nodes { writer.node(node) }
    for edge in graph.edges { writer.edge(edge) }
    writer.finish()
    return (writer.bytes, warnings(edges: graph.edges.count, characters: writer.drawn))
  }

  private static func warnings(edges: Int, characters: Int) -> [Diagnostic] {
    guard edges > mostEdges || characters > mostCharacters else { return [] }
    return [
      Diagnostic(
        .warning, code: "mermaid.large",
        "the Mermaid chart has \(edges) lines and \(characters) characters, and most viewers draw at most "
          + "\(mostEdges) lines and \(mostCharacters) characters",
        hint: "draw fewer articles, or raise maxEdges and maxTextSize where you show it")
    ]
  }
}

private struct MermaidWriter {
  private(set) var bytes: [UInt8] = []
  /// Characters outside of comments, as JavaScript counts them.
  private(set) var drawn = 0
  private let flat: FlatGraph
  private var numbers: [[UInt8]: Int] = [:]
  private var quotations: [String] = []

  init(_ graph: Graph) {
    flat = FlatGraph(graph)
    comment(
      "Written by Entente. Comments hold what a chart can't, as JSON; numbers in 'quotations' count"
    )
    comment("the quotations at the end.")
    statement("flowchart LR")
  }

  mutating func node(_ node: Node) {
    let (open, close) = MermaidWriter.shape(node)
    var label = MermaidText.label(flat.label(node))
    if let event = node.event { label += "<br>" + MermaidText.label(MermaidWriter.facts(event)) }
    let style = node.event.map { $0.status.happened ? "" : ":::unconfirmed" } ?? ""
    statement("  \(MermaidText.id(node.id))\(open)\"\(label)\"\(close)\(style)")
    var json = MermaidWriter.json()
    let cited = numbered(flat.quotations(node))
    json.object {
      $0.member("id", node.id)
      $0.member("kind", node.kind.rawValue)
      $0.member("name", node.name)
      if let event = node.event { $0.event(event) }
      $0.list("aliases", node.aliases) { $0.string($1) }
      $0.member("country", node.country)
      $0.list("formerly", node.formerly) { $0.string($1) }
      $0.list("quotations", cited) { $0.whole($1) }
    }
    comment("node " + json.text)
  }

  mutating func edge(_ edge: Edge) {
    let happened = flat.event(of: edge)?.status.happened ?? true
    let arrow = happened && edge.type != .mayBeSame ? "-->" : "-.->"
    let told = [flat.shown(edge.type.rawValue), flat.shown(edge.role)].compactMap { $0 }
    let label = told.map(MermaidText.label).joined(separator: " · ")
    statement(
      "  \(MermaidText.id(edge.source)) \(arrow)|\"\(label)\"| \(MermaidText.id(edge.target))")
    var json = MermaidWriter.json()
    let cited = numbered(edge.evidence)
    json.object {
      $0.member("id", edge.id)
      $0.member("type", edge.type.rawValue)
      $0.member("role", edge.role)
      $0.member("origin", edge.origin.rawValue)
      $0.member("confidence", hundredths: edge.confidence)
      $0.list("quotations", cited) { $0.whole($1) }
    }
    comment("edge " + json.text)
  }

  /// The look of what did not happen, and the quotations.
  mutating func finish() {
    statement("  classDef unconfirmed stroke-dasharray:4")
    for (i, quotation) in quotations.enumerated() {
      comment("quotation \(i + 1) " + quotation)
    }
  }

  /// The numbers of quotations; one that is cited by several statements has one number.
  private mutating func numbered(_ evidence: [Evidence]) -> [Int] {
    evidence.map { item in
      var json = MermaidWriter.json()
      json.evidence(item, url: flat.document(item.document)?.url)
      if let known = numbers[json.bytes] { return known }
      quotations.append(json.text)
      numbers[json.bytes] = quotations.count
      return quotations.count
    }
  }

  private mutating func statement(_ line: String) {
    drawn += line.utf16.count + 1
    bytes += line.utf8
    bytes.append(0x0A)
  }

  private mutating func comment(_ text: String) {
    bytes += "%% ".utf8
    bytes += text.utf8
    bytes.append(0x0A)
  }

  /// `%%{…}%%` would be an instruction even inside a comment.
  private static func json() -> CompactJSON { CompactJSON(escaping: "%<>") }

  private static func facts(_ event: EventDetail) -> String {
    var days = event.date?.description ?? "undated"
    if let end = event.end { days += " to \(end)" }
    return "\(days) · \(event.status.rawValue)"
  }

  private static func shape(_ node: Node) -> (open: String, close: String) {
    switch node.kind {
    case .person: ("(", ")")
    case .meeting: ("([", "])")
    case .visit: ("{{", "}}")
    case .agreement: ("[[", "]]")
    default: ("[", "]")
    }
  }
}

extension CompactJSON {
  fileprivate mutating func list<Element>(
    _ key: StaticString, _ elements: [Element], _ write: (inout CompactJSON, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    self.key(key)
    list(elements, write)
  }

  fileprivate mutating func event(_ event: EventDetail) {
    member("date", event.date?.description)
    member("end", event.end?.description)
    member("status", event.status.rawValue)
    member("place", event.place)
    member("act", event.act)
    member("noun", event.noun)
    member("within", event.within)
    list("reports", event.reports) { $0.report($1) }
  }
}
