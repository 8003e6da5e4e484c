import EntenteModel

/// A graph as rows and columns, for the formats that know neither lists nor records.
///
/// What is shown (names, offices, nouns) has no control and direction characters; lists are JSON in one cell, in
/// which everything is kept. A value that there is none of is left out.
///
/// Three keys of the graph JSON have other names here, because readers have taken them: `name` is `label`, an edge's
/// `type` is `relation` (Gephi reads `type` as its direction), `end` is `until` (networkx writes GEXF's times there).
struct FlatGraph {
  /// What a column holds.
  enum Kind { case text, whole, number }

  /// A column of the nodes' or the edges' table.
  struct Column<Row> {
    let name: String
    var kind = Kind.text
    let value: (Row) -> String?
  }

  let graph: Graph
  let speakers: Speakers
  private let escaped: StaticString
  private let nodes: [String: Node]
  private let documents: [[UInt8]: DocumentRecord]

  /// - Parameter escaping: ASCII characters to write as `\u…` inside JSON.
  init(_ graph: Graph, escaping escaped: StaticString = "") {
    self.graph = graph
    speakers = Speakers(graph.nodes)
    self.escaped = escaped
    nodes = Dictionary(graph.nodes.map { ($0.id, $0) }) { first, _ in first }
    documents = Dictionary(graph.documents.map { (Array($0.id.utf8), $0) }) { first, _ in first }
  }

  /// The document of a quotation. Ids are told apart by their bytes: `é` can be written in two ways.
  func document(_ id: String) -> DocumentRecord? { documents[Array(id.utf8)] }

  func node(_ id: String) -> Node? { nodes[id] }

  /// The event that an edge tells of; nil where it joins two entities, or two events.
  func event(of edge: Edge) -> EventDetail? {
    edge.type == .mayBeSame ? nil : nodes[edge.target]?.event
  }

  /// What a node is called, as it may be shown; never empty.
  func label(_ node: Node) -> String {
    let name = DOTText.visible(node.name)
    return name.allSatisfy(\.isWhitespace) ? node.id : name
  }

  /// A text without what may not be shown; nil where nothing is left.
  func shown(_ text: String?) -> String? {
    guard let text else { return nil }
    let visible = DOTText.visible(text)
    return visible.isEmpty ? nil : visible
  }

  /// What is known of a node besides its id and name.
  var nodeColumns: [Column<Node>] {
    [
      Column(name: "kind") { shown($0.kind.rawValue) },
      Column(name: "country") { shown($0.country) },
      Column(name: "date") { $0.event?.date?.description },
      Column(name: "until") { $0.event?.end?.description },
      Column(name: "status") { $0.event?.status.rawValue },
      Column(name: "place") { shown($0.event?.place) },
      Column(name: "act") { shown($0.event?.act) },
      Column(name: "noun") { shown($0.event?.noun) },
      Column(name: "within") { shown($0.event?.within) },
      Column(name: "aliases") { json($0.aliases) { $0.string($1) } },
      Column(name: "formerly") { json($0.formerly) { $0.string($1) } },
      Column(name: "reports") { json($0.event?.reports ?? []) { $0.report($1) } },
      Column(name: "quotations", kind: .whole) { String(quotations($0).count) },
      Column(name: "evidence") { evidence(quotations($0)) },
    ]
  }

  /// What is known of an edge besides its ends. Day and status are those of the event, so that an announcement
  /// isn't taken for a fact where only the edges are looked at.
  var edgeColumns: [Column<Edge>] {
    [
      Column(name: "relation") { shown($0.type.rawValue) },
      Column(name: "role") { shown($0.role) },
      Column(name: "date") { event(of: $0)?.date?.description },
      Column(name: "until") { event(of: $0)?.end?.description },
      Column(name: "status") { event(of: $0)?.status.rawValue },
      Column(name: "origin") { $0.origin.rawValue },
      Column(name: "confidence", kind: .number) {
        Decimals.text(Hundredths.round($0.confidence), places: 2)
      },
      Column(name: "quotations", kind: .whole) { String($0.evidence.count) },
      Column(name: "evidence") { evidence($0.evidence) },
    ]
  }

  /// Where an entity is named, or the sentences that tell of an event.
  func quotations(_ node: Node) -> [Evidence] { node.event?.evidence ?? node.mentions }

  private func evidence(_ items: [Evidence]) -> String? {
    json(items) { $0.evidence($1, url: document($1.document)?.url) }
  }

  private func json<Element>(
    _ elements: [Element], _ write: (inout CompactJSON, Element) -> Void
  ) -> String? {
    guard !elements.isEmpty else { return nil }
    var json = CompactJSON(escaping: escaped)
    json.list(elements, write)
    return json.text
  }
}
