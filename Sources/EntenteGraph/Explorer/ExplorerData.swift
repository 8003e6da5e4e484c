import EntenteModel

/// What the page's script works on: the graph with its quotations, each written once, and where the picture shows what.
///
/// JSON of a format of its own, which only the page reads; other tools get the graph JSON. Nodes, edges, documents and
/// quotations are named by their place in their list.
struct ExplorerData {
  private let graph: Graph
  private let index: GraphIndex
  private let picture: PictureIndex
  private let countryNames: [String: String]
  private let finder: PassageFinder
  private let speakers: Speakers
  private var nodePlace: [String: Int] = [:]
  private var documentPlace: [String: Int] = [:]
  private var mentions: [String: [Evidence]] = [:]
  private var quotes = Numbering<Evidence>()
  private var rules = Numbering<String>()

  init(_ graph: Graph, diagram: Diagram?, countryNames: [String: String]) {
    self.graph = graph
    index = GraphIndex(graph)
    picture = PictureIndex(diagram)
    self.countryNames = countryNames
    finder = PassageFinder(graph)
    speakers = Speakers(graph.nodes)
    for (i, node) in index.nodes.enumerated() {
      nodePlace[node.id] = i
      mentions[node.id] = node.mentions
    }
    for (i, document) in index.documents.enumerated() { documentPlace[document.id] = i }
  }

  /// The JSON, fit to stand between script tags.
  static func json(
    _ graph: Graph, diagram: Diagram?, countryNames: [String: String]
  ) -> [UInt8] {
    var data = ExplorerData(graph, diagram: diagram, countryNames: countryNames)
    return ScriptText.escaped(data.encoded())
  }

  private mutating func encoded() -> [UInt8] {
    var w = JSONWriter()
    w.raw("{\"format\":\"entente-report\",\"version\":1,\n\"documents\":")
    w.list(index.documents) { $0.document($1, copyOf: documentPlace) }
    w.raw(",\n\"countries\":")
    let countries = Set(index.nodes.compactMap { index.country(of: $0.id) }).sorted()
    w.list(countries) {
      $0.strings([$1, countryNames[$1] ?? index.node($1)?.name ?? ExplorerData.code(of: $1)])
    }
    w.raw(",\n\"nodes\":")
    w.list(index.nodes) { node($1, &$0) }
    w.raw(",\n\"edges\":")
    let edges = graph.edges.filter { nodePlace[$0.source] != nil && nodePlace[$0.target] != nil }
    w.list(edges.sorted { $0.id < $1.id }) { edge($1, &$0) }
    w.raw(",\n\"judgements\":")
    w.list(graph.judgements.sorted()) { $0.judgement($1) }
    w.raw(",\n\"rules\":")
    w.strings(rules.values)
    w.raw(",\n\"quotes\":")
    let places = documentPlace
    w.list(quotes.values) { $0.quote($1, in: places[$1.document] ?? -1) }
    w.raw("}\n")
    return w.bytes
  }

  /// `country.kh` as `KH`, for a country that nothing names.
  private static func code(of id: String) -> String {
    id.split(separator: ".").last.map { $0.uppercased() } ?? id
  }

  private mutating func node(_ node: Node, _ w: inout JSONWriter) {
    w.raw("{\"id\":")
    w.string(node.id)
    w.field("kind", node.kind.rawValue)
    w.field("name", node.name)
    if let country = index.country(of: node.id) { w.field("country", country) }
    let others = Set(node.aliases).subtracting([node.name]).sorted()
    if !others.isEmpty {
      w.raw(",\"aliases\":")
      w.strings(others)
    }
    if !node.formerly.isEmpty {
      w.raw(",\"formerly\":")
      w.strings(node.formerly)
    }
    if let box = picture.box(of: node) {
      w.raw(",\"drawn\":")
      w.strings([box.element, box.caption])
    }
    let names: [Evidence]
    if let event = node.event {
      self.event(event, &w)
      names = index.edges(to: node.id).flatMap { mentions[$0.source] ?? [] }
    } else {
      names = []
    }
    let evidence = node.event?.evidence ?? node.mentions
    let documents = Set(evidence.map(\.document) + (node.event?.reports.map(\.document) ?? []))
    w.raw(",\"documents\":")
    w.list(documents.compactMap { documentPlace[$0] }.sorted()) { $0.whole($1) }
    passages(finder.passages(of: evidence, names: names), &w)
    w.raw("}")
  }

  private func event(_ event: EventDetail, _ w: inout JSONWriter) {
    w.field("status", event.status.rawValue)
    if let date = event.date { w.field("date", date.description) }
    if let end = event.end { w.field("end", end.description) }
    if let date = event.date { w.field("when", DateText.range(date, event.end, style: .short)) }
    if let act = event.act { w.field("act", act) }
    if let noun = event.noun { w.field("noun", noun) }
    if let place = event.place.flatMap({ nodePlace[$0] }) { w.field("place", place) }
    if let within = event.within.flatMap({ nodePlace[$0] }) { w.field("within", within) }
    let reports = event.reports.sorted { $0.document < $1.document }
    w.raw(",\"reports\":")
    w.list(reports) { w, report in
      w.raw("{\"document\":")
      w.whole(documentPlace[report.document] ?? -1)
      w.field("status", report.status.rawValue)
      if let date = report.date {
        w.field("when", DateText.range(date, report.end, style: .short))
      }
      if let place = report.place.flatMap({ nodePlace[$0] }) { w.field("place", place) }
      if let act = report.act { w.field("act", act) }
      if let noun = report.noun { w.field("noun", noun) }
      w.raw("}")
    }
  }

  private mutating func edge(_ edge: Edge, _ w: inout JSONWriter) {
    w.raw("{\"id\":")
    w.string(edge.id)
    w.field("type", edge.type.rawValue)
    w.field("source", nodePlace[edge.source] ?? 0)
    w.field("target", nodePlace[edge.target] ?? 0)
    if let role = edge.role { w.field("role", role) }
    w.field("origin", edge.origin.rawValue)
    w.raw(",\"confidence\":")
    w.hundredths(edge.confidence)
    if let line = picture.line(of: edge) { w.field("drawn", line) }
    let names = (mentions[edge.source] ?? []) + (mentions[edge.target] ?? [])
    passages(finder.passages(of: edge.evidence, names: names), &w)
    w.raw("}")
  }

  /// `[quotation, [start, end, …], [start, end, …], [rule, …], [speaker, …]]`: the exact bytes, the names, in UTF-16
  /// units; the last only where somebody is quoted for it.
  private mutating func passages(_ passages: [Passage], _ w: inout JSONWriter) {
    w.raw(",\"evidence\":")
    w.list(passages) { w, passage in
      w.raw("[")
      w.whole(quotes.number(of: passage.shown))
      for ranges in [passage.exact, passage.names] {
        w.raw(",")
        let bounds = ranges.flatMap { [$0.lowerBound, $0.upperBound] }
        w.list(ScriptText.units(bounds, in: passage.shown.text)) { $0.whole($1) }
      }
      w.raw(",")
      w.list(passage.rules.map { rules.number(of: $0) }) { $0.whole($1) }
      let names = passage.said.compactMap(speakers.name)
      if !names.isEmpty {
        w.raw(",")
        w.strings(names)
      }
      w.raw("]")
    }
  }
}

/// Gives each distinct value a number, in the order in which they come.
private struct Numbering<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int] = [:]

  mutating func number(of value: Value) -> Int {
    if let known = numbers[value] { return known }
    numbers[value] = values.count
    values.append(value)
    return values.count - 1
  }
}

extension JSONWriter {
  fileprivate mutating func list<Element>(
    _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    raw("[")
    for (i, element) in elements.enumerated() {
      if i > 0 { raw(",") }
      write(&self, element)
    }
    raw("]")
  }

  fileprivate mutating func field(_ key: StaticString, _ value: String) {
    raw(",\"")
    raw(key)
    raw("\":")
    string(value)
  }

  fileprivate mutating func field(_ key: StaticString, _ value: Int) {
    raw(",\"")
    raw(key)
    raw("\":")
    whole(value)
  }

  fileprivate mutating func document(_ document: DocumentRecord, copyOf places: [String: Int]) {
    raw("{\"id\":")
    string(document.id)
    if let title = document.title { field("title", title) }
    if let source = document.source { field("source", source) }
    if let date = document.date {
      field("date", date.description)
      field("when", DateText.text(date, style: .short))
    }
    if let url = DOTAddress.safe(document.url) { field("url", url) }
    if let original = document.nearCopyOf.flatMap({ places[$0] }) { field("copy", original) }
    raw("}")
  }

  fileprivate mutating func judgement(_ judgement: Judgement) {
    raw("[")
    for text in [judgement.a, judgement.b, judgement.verdict.rawValue] {
      string(text)
      raw(",")
    }
    hundredths(judgement.score)
    raw(",")
    strings(judgement.reasons)
    raw("]")
  }

  fileprivate mutating func quote(_ quote: Evidence, in document: Int) {
    raw("[")
    whole(document)
    raw(",")
    whole(quote.start)
    raw(",")
    whole(quote.end)
    raw(",")
    string(quote.text)
    raw("]")
  }
}
