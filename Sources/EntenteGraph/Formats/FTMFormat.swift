package import EntenteModel

/// The graph as entities of FollowTheMoney, one a line of JSON: for Aleph, and through its `ftm` program for Cypher,
/// Neo4j, RDF and Excel.
///
/// A document is an `Article`, a person a `Person`, a party or organization an `Organization`, a ministry, province or
/// country a `PublicBody`, a place an `Address`, an event an `Event`. An `Event` names all its sides under
/// `involved`, be they two or five; beside that each edge is an entity of its own, which holds the quotations: a
/// `Membership` where someone leads, serves in or belongs to a body, else an `UnknownLink`.
package enum FTMFormat {
  /// UTF-8 that is the same for the same graph: documents, then nodes, then edges.
  package static func write(_ graph: Graph) -> [UInt8] {
    var writer = FTMWriter(graph)
    for document in graph.documents { writer.document(document) }
    for node in graph.nodes { writer.node(node) }
    for edge in graph.edges { writer.edge(edge) }
    return writer.bytes
  }

  /// The schema that a node becomes.
  static func schema(_ kind: Kind, isEvent: Bool) -> String {
    if isEvent { return "Event" }
    return switch kind {
    case .person: "Person"
    case .party, .organization: "Organization"
    case .ministry, .province, .country: "PublicBody"
    case .place: "Address"
    default: "LegalEntity"
    }
  }

  /// True for schemata that can be a side of an event, by FollowTheMoney's own ranges.
  static func isLegalEntity(_ schema: String) -> Bool { schema != "Event" && schema != "Address" }

  /// True for schemata that can have members.
  static func isOrganization(_ schema: String) -> Bool {
    schema == "Organization" || schema == "PublicBody"
  }
}

private struct FTMWriter {
  /// What edges and events repeat of an article that they quote.
  private struct Article {
    let id: String
    let url: String?
    let publisher: String?
  }

  private(set) var bytes: [UInt8] = []
  private let flat: FlatGraph
  private var identifiers = FTMIdentifiers()
  private var articles: [[UInt8]: Article] = [:]
  private var ids: [String: String] = [:]
  private var schemata: [String: String] = [:]
  private var sides: [String: [String]] = [:]

  init(_ graph: Graph) {
    flat = FlatGraph(graph)
    // Nodes first: their ids are to be kept where that is possible.
    for node in graph.nodes {
      ids[node.id] = identifiers.make(node.id, prefix: "node")
      schemata[node.id] = FTMFormat.schema(node.kind, isEvent: node.event != nil)
    }
    for document in graph.documents {
      // Its id may hold anything; the point at its end makes sure that the digest stands for it.
      articles[Array(document.id.utf8)] = Article(
        id: identifiers.make(document.id + ".", prefix: "article"), url: FTMText.url(document.url),
        publisher: FTMText.string(document.source))
    }
    for edge in graph.edges where edge.type.isSide {
      sides[edge.target, default: []].append(edge.source)
    }
  }

  mutating func document(_ document: DocumentRecord) {
    guard let article = articles[Array(document.id.utf8)] else { return }
    let id = article.id
    var entity = FTMEntity(id: id, schema: "Article")
    // Things need a name, files a file name.
    entity.add("name", FTMText.name(document.title) ?? FTMText.name(document.id) ?? id)
    entity.add("fileName", FTMText.string(document.id) ?? id)
    entity.add("title", FTMText.string(document.title))
    entity.add("publishedAt", FTMText.date(document.date))
    entity.add("publisher", article.publisher)
    entity.add("sourceUrl", article.url)
    entity.add("keywords", FTMText.string(document.nearCopyOf.map { "near copy of: \($0)" }))
    if article.url == nil {
      entity.add("notes", FTMText.text(document.url.map { "url: \($0)" }))
    }
    if FTMText.date(document.date) == nil {
      entity.add("notes", FTMText.text(document.date.map { "published: \($0)" }))
    }
    if !document.sha256.isEmpty { entity.add("notes", FTMText.text("sha256: \(document.sha256)")) }
    bytes += entity.line()
  }

  mutating func node(_ node: Node) {
    guard let id = ids[node.id], let schema = schemata[node.id] else { return }
    var entity = FTMEntity(id: id, schema: schema)
    let name = FTMText.name(node.name) ?? id
    entity.add("name", name)
    if schema == "Address" { entity.add("full", FTMText.address(node.name)) }
    entity.add("alias", node.aliases.map(FTMText.name).filter { $0 != name })
    entity.add("country", FTMWriter.country(node))
    entity.add("keywords", FTMText.string("kind: \(node.kind.rawValue)"))
    if node.kind == .party { entity.add("topics", "pol.party") }
    if id != node.id { entity.add("notes", FTMText.text("id: \(node.id)")) }
    entity.add("notes", node.formerly.map { FTMText.text("formerly: \($0)") })
    entity.add("proof", proof(flat.quotations(node)))
    if let event = node.event {
      self.event(event, node.id, to: &entity)
    } else {
      entity.add("notes", node.mentions.map(quotation))
    }
    bytes += entity.line()
  }

  private func event(_ event: EventDetail, _ id: String, to entity: inout FTMEntity) {
    let involved = (sides[id] ?? []).filter { FTMFormat.isLegalEntity(schemata[$0] ?? "Event") }
    entity.add("involved", involved.map { ids[$0] })
    FTMWriter.dates(event, to: &entity)
    let facts: [(String, String?)] = [
      ("status", event.status.rawValue), ("act", event.act), ("noun", event.noun),
      ("place", event.place), ("within", event.within),
      ("date", FTMText.date(event.date) == nil ? event.date?.description : nil),
      ("end", FTMText.date(event.end) == nil ? event.end?.description : nil),
    ]
    entity.add(
      "keywords", facts.map { key, value in value.flatMap { FTMText.string("\(key): \($0)") } })
    if let place = event.place {
      entity.add("location", FTMText.address(flat.node(place)?.name))
    }
    entity.add("notes", event.reports.map(FTMWriter.report))
    sources(event.evidence, to: &entity)
  }

  mutating func edge(_ edge: Edge) {
    guard let source = ids[edge.source], let target = ids[edge.target] else { return }
    let belongs: Set<EdgeType> = [.leads, .memberOf, .partOf]
    let isMembership =
      belongs.contains(edge.type) && FTMFormat.isLegalEntity(schemata[edge.source] ?? "Event")
      && FTMFormat.isOrganization(schemata[edge.target] ?? "Event")
    var entity = FTMEntity(
      id: identifiers.make(edge.id, prefix: "edge"),
      schema: isMembership ? "Membership" : "UnknownLink")
    entity.add(isMembership ? "member" : "subject", source)
    entity.add(isMembership ? "organization" : "object", target)
    entity.add("role", FTMText.string(edge.role) ?? FTMText.string(edge.type.rawValue))
    entity.add("recordId", FTMText.string(edge.id))
    let confidence = Decimals.text(Hundredths.round(edge.confidence), places: 2)
    entity.add(
      "summary",
      [
        FTMText.text("type: \(edge.type.rawValue)"), "origin: \(edge.origin.rawValue)",
        "confidence: \(confidence)",
      ])
    if let event = flat.event(of: edge) {
      entity.add("status", event.status.rawValue)
      FTMWriter.dates(event, to: &entity)
    }
    entity.add("proof", proof(edge.evidence))
    sources(edge.evidence, to: &entity)
    bytes += entity.line()
  }

  /// The quotations, and the addresses and outlets of their articles.
  private func sources(_ evidence: [Evidence], to entity: inout FTMEntity) {
    entity.add("description", evidence.map(quotation))
    let quoted = articles(of: evidence)
    entity.add("sourceUrl", quoted.map(\.url))
    entity.add("publisher", quoted.map(\.publisher))
  }

  private func proof(_ evidence: [Evidence]) -> [String?] { articles(of: evidence).map(\.id) }

  /// The articles quoted, each once, in the order of the quotations.
  private func articles(of evidence: [Evidence]) -> [Article] {
    var seen: Set<String> = []
    return evidence.compactMap { articles[Array($0.document.utf8)] }
      .filter { seen.insert($0.id).inserted }
  }

  private static func dates(_ event: EventDetail, to entity: inout FTMEntity) {
    guard let end = FTMText.date(event.end) else {
      entity.add("date", FTMText.date(event.date))
      return
    }
    entity.add("startDate", FTMText.date(event.date))
    entity.add("endDate", end)
  }

  /// `“the text” (003.txt, bytes 608–887, rule met)`
  private func quotation(_ item: Evidence) -> String? {
    let rule = item.rule.map { ", rule \($0)" } ?? ""
    return FTMText.text(
      "“\(FTMText.cut(item.text, 60_000))”\(flat.speakers.remark(item)) "
        + "(\(item.document), bytes \(item.start)–\(item.end)\(rule))"
    )
  }

  /// `003.txt: status held, date 2026-02-06`
  private static func report(_ report: Report) -> String? {
    let facts: [(String, String?)] = [
      ("status", report.status.rawValue), ("date", report.date?.description),
      ("end", report.end?.description), ("place", report.place), ("act", report.act),
      ("noun", report.noun),
    ]
    let told = facts.compactMap { key, value in value.map { "\(key) \($0)" } }
    return FTMText.text("\(report.document): \(told.joined(separator: ", "))")
  }

  /// The ISO 3166 code in the id of a country's node.
  private static func country(_ node: Node) -> String? {
    let id = node.kind == .country ? node.id : node.country
    guard let id, id.hasPrefix("country.") else { return nil }
    let code = id.dropFirst("country.".count)
    return code.utf8.count == 2 && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      ? String(code) : nil
  }
}
