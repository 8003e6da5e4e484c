import EntenteGraph
import EntenteModel
import Testing

/// Who says it, in every output for people.
@Suite struct SpeakerTests {
  /// A meeting that Amina Yusuf tells of, and that officials tell of.
  private var graph: Graph {
    func person(_ id: String, _ name: String) -> Node {
      var node = Node(id: id, kind: .person, name: name)
      node.aliases = [name]
      node.mentions = [Evidence(document: "a.txt", start: 0, end: name.utf8.count, text: name)]
      return node
    }
    let told = Evidence(
      document: "a.txt", start: 20, end: 36, text: "Berg met Diallo.", rule: "met")
    let evidence = [
      told.said(by: .init(id: "person.amina-yusuf", start: 5, end: 8, text: "she")),
      Evidence(
        document: "b.txt", start: 0, end: 16, text: "Diallo met Berg.", rule: "met",
        speaker: .init(id: nil, start: 20, end: 29, text: "offi\u{202E}cials")),
    ]
    var meeting = Node(id: "meeting.a.b", kind: .meeting, name: "Meeting")
    var event = EventDetail(status: .held)
    event.reports = ["a.txt", "b.txt"].map { Report(document: $0, status: .held) }
    event.evidence = evidence
    meeting.event = event
    var graph = Graph(
      documents: ["a.txt", "b.txt"].map { DocumentRecord(id: $0, sha256: "") },
      nodes: [
        person("person.amina-yusuf", "Amina Yusuf"), person("person.anna-berg", "Anna Berg"),
        person("person.omar-diallo", "Omar Diallo"), meeting,
      ])
    graph.edges = ["person.anna-berg", "person.omar-diallo"].map { side in
      Edge(
        type: .participant, source: side, target: meeting.id, origin: .text, confidence: 0.9,
        evidence: side == "person.anna-berg" ? evidence : [evidence[0]])
    }
    return graph
  }

  @Test func `words and tooltips name who says it`() throws {
    let words = Words(of: graph)
    #expect(words.evidence.map(\.speaker) == ["Amina Yusuf", "officials"])
    #expect(words.markdown().contains("Berg met Diallo. — said by Amina Yusuf |"))
    let box = try #require(DiagramView.diagram(of: graph).events.first)
    #expect(box.tooltip.contains("“Berg met Diallo.” — said by Amina Yusuf (a.txt)"))
    #expect(box.tooltip.contains("“Diallo met Berg.” — said by “officials” (b.txt)"))
  }

  @Test func `an explanation and a review name who says it`() throws {
    let text = ExplanationFormatter().format(try Explain.explain(graph, "Anna Berg", "Omar Diallo"))
    #expect(text.contains("“Berg met Diallo.” — said by Amina Yusuf"))
    let review = Review(of: graph)
    let only = review.items.filter { $0.reasons.contains("said only by Amina Yusuf") }
    #expect(only.map { $0.statement.hasPrefix("Omar Diallo") } == [true])
    #expect(ReviewFormatter().format(review).contains("“Diallo met Berg.” — said by “officials”"))
    let json = String(decoding: ReviewFormatter().json(review), as: UTF8.self)
    #expect(json.contains("\"id\": \"person.amina-yusuf\""))
  }

  @Test func `the page, the tables and a DOT name who says it`() throws {
    let page = String(
      decoding: Explorer.page(of: graph, diagram: DiagramView.diagram(of: graph), svg: nil),
      as: UTF8.self)
    #expect(page.contains("[\"Amina Yusuf\"]"))
    let tables = CSVFormat.write(graph)
    #expect(
      String(decoding: tables.nodes, as: UTF8.self).contains(",Berg met Diallo.,Amina Yusuf,"))
    #expect(
      String(decoding: FTMFormat.write(graph), as: UTF8.self).contains("— said by Amina Yusuf ("))
    let dot = DOTWriter.write(DiagramDOT.document(of: graph, options: DiagramOptions()).0)
    #expect(DOTEvidence.read(dot).compactMap(\.speaker?.id).first == "person.amina-yusuf")
  }
}
