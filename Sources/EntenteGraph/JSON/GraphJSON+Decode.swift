public import EntenteModel

extension GraphJSON {
  /// A graph read from JSON, and what was left out of it.
  public struct Decoded: Hashable, Sendable {
    public var graph: Graph
    /// Keys that the format does not know.
    public var notes: [Diagnostic]
  }

  /// The graph in these bytes; keys that the format does not know are left out.
  ///
  /// - Throws: every fault with its line and column: broken JSON, missing keys, wrong types, ids twice,
  ///   edges and places that lead nowhere.
  public static func decode(
    _ bytes: [UInt8], file: String = "graph.json"
  ) throws(EntenteError) -> Graph {
    try read(bytes, file: file).graph
  }

  /// Like ``decode(_:file:)``, with notes on the keys left out.
  public static func read(
    _ bytes: [UInt8], file: String = "graph.json"
  ) throws(EntenteError) -> Decoded {
    var decoder = GraphDecoder(JSONReader(bytes, file: file))
    let value: JSONValue
    do {
      value = try JSONParser.parse(bytes)
    } catch {
      throw EntenteError(
        code: "graph.no-json", error.message + ".", at: decoder.reader.place(error.offset),
        hint: "The file may be cut off or edited by hand; JSON is described in RFC 8259.")
    }
    let graph = decoder.graph(value)
    guard decoder.reader.faults.isEmpty else { throw EntenteError(decoder.reader.faults) }
    return Decoded(graph: graph, notes: decoder.reader.notes)
  }
}

/// Builds a graph from JSON values.
private struct GraphDecoder {
  var reader: JSONReader
  private var documents: Set<String> = []
  private var nodes: Set<String> = []
  private var edges: Set<String> = []
  /// References to nodes, checked when all are known.
  private var references: [(id: String, offset: Int, what: String)] = []

  init(_ reader: JSONReader) { self.reader = reader }

  mutating func graph(_ value: JSONValue) -> Graph {
    var graph = Graph()
    let keys = ["format", "version", "documents", "nodes", "edges", "judgements"]
    guard let object = reader.object(value, "the graph", known: keys) else { return graph }
    if let format = reader.string(reader.required(object, "format", in: value)),
      format != GraphJSON.format
    {
      reader.fault(
        "graph.wrong-format", "The format is “\(format)”, not “\(GraphJSON.format)”.",
        at: object["format"]?.offset ?? 0)
    }
    if let number = reader.required(object, "version", in: value),
      let version = reader.whole(number), version != GraphJSON.version
    {
      reader.fault(
        "graph.wrong-version", "Version \(version) can't be read; this program reads version 1.",
        at: number.offset, hint: "Use the program that wrote the file, or a newer one.")
    }
    for element in reader.list(reader.required(object, "documents", in: value)) {
      if let document = document(element) { graph.documents.append(document) }
    }
    for element in reader.list(reader.required(object, "nodes", in: value)) {
      if let node = node(element) { graph.nodes.append(node) }
    }
    for element in reader.list(reader.required(object, "edges", in: value)) {
      if let edge = edge(element) { graph.edges.append(edge) }
    }
    for element in reader.list(object["judgements"]) {
      if let judgement = judgement(element) { graph.judgements.append(judgement) }
    }
    for reference in references where !nodes.contains(reference.id) {
      reader.fault(
        "graph.dangling", "\(reference.what) “\(reference.id)” is not among the nodes.",
        at: reference.offset, hint: "Add the node, or remove what refers to it.")
    }
    return graph
  }

  private mutating func document(_ value: JSONValue) -> DocumentRecord? {
    let keys = ["id", "title", "date", "source", "url", "sha256", "near-copy-of"]
    guard let object = reader.object(value, "a document", known: keys),
      let id = reader.string(reader.required(object, "id", in: value)),
      let digest = reader.string(reader.required(object, "sha256", in: value))
    else { return nil }
    if !documents.insert(id).inserted {
      reader.fault("graph.id-twice", "The document “\(id)” stands twice.", at: value.offset)
    }
    return DocumentRecord(
      id: id, title: reader.optional(object["title"]), date: reader.date(object["date"]),
      source: reader.optional(object["source"]), url: reader.optional(object["url"]),
      sha256: digest, nearCopyOf: reader.optional(object["near-copy-of"]))
  }

  private mutating func node(_ value: JSONValue) -> Node? {
    let keys = [
      "id", "kind", "name", "aliases", "country", "formerly", "mentions", "date", "end", "status",
      "place", "act", "noun", "within", "reports", "evidence", "origin",
    ]
    guard let object = reader.object(value, "a node", known: keys),
      let id = reader.id(reader.required(object, "id", in: value)),
      let kind = reader.id(reader.required(object, "kind", in: value)),
      let name = reader.string(reader.required(object, "name", in: value))
    else { return nil }
    if !nodes.insert(id).inserted {
      reader.fault("graph.id-twice", "The node “\(id)” stands twice.", at: value.offset)
    }
    var node = Node(id: id, kind: Kind(kind), name: name)
    node.aliases = reader.strings(object["aliases"])
    node.country = reader.optional(object["country"])
    node.formerly = reader.strings(object["formerly"])
    node.mentions = evidence(object["mentions"])
    if let origin = object["origin"], reader.word(origin, Origin.self) == .user {
      node.origin = .user
    }
    // An event is known by its status: kinds are an open set.
    if let status = object["status"] {
      node.event = event(status, object)
    } else if node.kind.isEvent {
      reader.fault("graph.missing-key", "The event “\(id)” has no status.", at: value.offset)
    }
    return node
  }

  private mutating func event(_ status: JSONValue, _ object: [String: JSONValue]) -> EventDetail? {
    guard let status = reader.word(status, Status.self) else { return nil }
    var event = EventDetail(status: status)
    event.date = reader.date(object["date"])
    event.end = reader.date(object["end"])
    event.place = reference(object["place"], "The place")
    event.act = reader.optional(object["act"])
    event.noun = reader.optional(object["noun"])
    event.within = reference(object["within"], "The event around it,")
    for element in reader.list(object["reports"]) {
      let keys = ["document", "status", "date", "end", "place", "act", "noun"]
      guard let report = reader.object(element, "a report", known: keys),
        let document = reader.string(reader.required(report, "document", in: element)),
        let status = reader.word(reader.required(report, "status", in: element), Status.self)
      else { continue }
      event.reports.append(
        Report(
          document: document, status: status, date: reader.date(report["date"]),
          end: reader.date(report["end"]), place: reference(report["place"], "The place"),
          act: reader.optional(report["act"]), noun: reader.optional(report["noun"])))
    }
    event.evidence = evidence(object["evidence"])
    return event
  }

  private mutating func reference(_ value: JSONValue?, _ what: String) -> String? {
    guard let value, let id = reader.optional(value) else { return nil }
    references.append((id, value.offset, what))
    return id
  }

  private mutating func evidence(_ value: JSONValue?) -> [Evidence] {
    var result: [Evidence] = []
    for element in reader.list(value) {
      let keys = ["document", "start", "end", "text", "rule", "said-by"]
      guard let object = reader.object(element, "evidence", known: keys),
        let document = reader.string(reader.required(object, "document", in: element)),
        let start = reader.whole(reader.required(object, "start", in: element)),
        let end = reader.whole(reader.required(object, "end", in: element)),
        let text = reader.string(reader.required(object, "text", in: element))
      else { continue }
      if start > end {
        reader.fault(
          "graph.no-range", "The range \(start)–\(end) ends before it starts.", at: element.offset)
      }
      if !documents.contains(document) {
        reader.fault(
          "graph.dangling", "The document “\(document)” is not among the documents.",
          at: element.offset)
      }
      result.append(
        Evidence(
          document: document, start: start, end: end, text: text,
          rule: reader.optional(object["rule"]), speaker: object["said-by"].flatMap { speaker($0) })
      )
    }
    return result
  }

  private mutating func speaker(_ value: JSONValue) -> Evidence.Speaker? {
    let keys = ["id", "start", "end", "text"]
    guard let object = reader.object(value, "a speaker", known: keys),
      let start = reader.whole(reader.required(object, "start", in: value)),
      let end = reader.whole(reader.required(object, "end", in: value)),
      let text = reader.string(reader.required(object, "text", in: value))
    else { return nil }
    if start > end {
      reader.fault(
        "graph.no-range", "The range \(start)–\(end) ends before it starts.", at: value.offset)
    }
    // Who speaks need not be a node: a part of a graph may leave the speaker out.
    return Evidence.Speaker(
      id: object["id"].flatMap { reader.id($0) }, start: start, end: end, text: text)
  }

  private mutating func edge(_ value: JSONValue) -> Edge? {
    let keys = ["id", "type", "source", "target", "role", "origin", "confidence", "evidence"]
    guard let object = reader.object(value, "an edge", known: keys),
      let id = reader.id(reader.required(object, "id", in: value)),
      let type = reader.id(reader.required(object, "type", in: value)),
      let source = reader.required(object, "source", in: value),
      let target = reader.required(object, "target", in: value),
      let from = reference(source, "The edge's source"),
      let to = reference(target, "The edge's target")
    else { return nil }
    if !edges.insert(id).inserted {
      reader.fault("graph.id-twice", "The edge “\(id)” stands twice.", at: value.offset)
    }
    let quotes = evidence(object["evidence"])
    var edge = Edge(
      type: EdgeType(type), source: from, target: to, role: reader.optional(object["role"]),
      origin: object["origin"].map { reader.word($0, Origin.self) ?? .text }
        ?? (quotes.isEmpty ? .background : .text),
      confidence: object["confidence"].map { reader.fraction($0) ?? 0 } ?? 1, evidence: quotes)
    edge.id = id
    return edge
  }

  private mutating func judgement(_ value: JSONValue) -> Judgement? {
    let keys = ["a", "b", "verdict", "score", "reasons"]
    guard let object = reader.object(value, "a judgement", known: keys),
      let a = reader.string(reader.required(object, "a", in: value)),
      let b = reader.string(reader.required(object, "b", in: value)),
      let verdict = reader.word(
        reader.required(object, "verdict", in: value), Judgement.Verdict.self),
      let score = reader.fraction(reader.required(object, "score", in: value))
    else { return nil }
    return Judgement(
      a: a, b: b, verdict: verdict, score: score, reasons: reader.strings(object["reasons"]))
  }
}
