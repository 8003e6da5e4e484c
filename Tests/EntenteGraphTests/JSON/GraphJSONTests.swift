import EntenteGraph
import EntenteModel
import Testing

@Suite("Graph JSON")
struct GraphJSONTests {
  private let graph = Joiner.join(Corpora.stateVisit().map(\.reading))

  private func faults(_ text: String) -> [Diagnostic] {
    do {
      _ = try GraphJSON.decode(Array(text.utf8))
      return []
    } catch {
      return error.faults
    }
  }

  @Test("What is written is read back as the same graph, and written the same again")
  func roundTrip() throws {
    let bytes = GraphJSON.encode(graph)
    let decoded = try GraphJSON.read(bytes)
    #expect(decoded.graph == graph)
    #expect(decoded.notes.isEmpty)
    #expect(GraphJSON.encode(decoded.graph) == bytes)
  }

  @Test("Every field survives, with quotes, controls and line breaks in texts")
  func everyField() throws {
    var node = Node(id: "agreement.a.b", kind: .agreement, name: "A \"deal\"\\\n\u{1}\u{7F}é")
    node.formerly = ["agreement.b"]
    var event = EventDetail(status: .signed)
    event.date = PartialDate("2026-02")
    event.end = PartialDate("2026-03")
    event.place = "place.x"
    event.act = "initialled"
    event.noun = "deal"
    event.within = "visit.x"
    event.reports = [
      Report(
        document: "d", status: .planned, date: event.date, end: event.end, place: "place.x",
        act: "agreed", noun: "deal")
    ]
    event.evidence = [
      Evidence(document: "d", start: 0, end: 3, text: "t\tx", rule: "r"),
      Evidence(
        document: "d", start: 0, end: 3, text: "t\tx", rule: "r",
        speaker: .init(id: nil, start: 4, end: 6, text: "he\u{202E}")),
      Evidence(
        document: "d", start: 0, end: 3, text: "t\tx",
        speaker: .init(id: "person.not-here", start: 4, end: 6, text: "\"B\"")),
    ]
    node.event = event
    var place = Node(id: "place.x", kind: .place, name: "X")
    place.country = "country.no"
    place.aliases = ["X"]
    var visit = Node(id: "visit.x", kind: .visit, name: "V")
    visit.event = EventDetail(status: .cancelled)
    var graph = Graph(nodes: [node, place, visit])
    graph.documents = [
      DocumentRecord(
        id: "d", title: "T", date: PartialDate("2026"), source: "S", url: "https://x.invalid",
        sha256: "ab", nearCopyOf: "c"), DocumentRecord(id: "c", sha256: "cd"),
    ]
    graph.edges = [
      Edge(
        type: .host, source: "place.x", target: "agreement.a.b", role: "host", origin: .user,
        confidence: 0.07, evidence: event.evidence)
    ]
    graph.judgements = [
      Judgement(a: "\"X\"", b: "place.x", verdict: .maybe, score: 1, reasons: ["r"])
    ]
    #expect(try GraphJSON.decode(GraphJSON.encode(graph)) == graph)
  }

  @Test("Who says it is a member of the quotation, and JSON without it is read")
  func speakers() throws {
    var node = Node(id: "place.x", kind: .place, name: "X")
    let plain = Evidence(document: "d", start: 0, end: 1, text: "t")
    node.mentions = [
      plain.said(by: .init(id: "person.b", start: 4, end: 6, text: "Bo")),
      plain.said(by: .init(id: nil, start: 4, end: 6, text: "he")),
    ]
    let graph = Graph(documents: [DocumentRecord(id: "d", sha256: "")], nodes: [node])
    let text = String(decoding: GraphJSON.encode(graph), as: UTF8.self)
    let said = ", \"said-by\": {\"start\": 4, \"end\": 6, \"text\": \"Bo\", \"id\": \"person.b\"}"
    #expect(text.contains("\"text\": \"t\"\(said)}"))
    #expect(text.contains("\"said-by\": {\"start\": 4, \"end\": 6, \"text\": \"he\"}}"))
    let before = text.replacing(said, with: "")
    #expect(
      try GraphJSON.decode(Array(before.utf8)).nodes[0].mentions
        == [plain, node.mentions[1]])
  }

  @Test(
    "A speaker that is none is a fault",
    arguments: [
      ("{\"start\": 6, \"end\": 4, \"text\": \"Bo\"}", "graph.no-range"),
      ("{\"start\": 4, \"text\": \"Bo\"}", "graph.missing-key"),
      ("{\"start\": 4, \"end\": 6, \"text\": \"Bo\", \"id\": \"P B\"}", "graph.no-id"),
    ])
  func noSpeaker(said: String, code: String) {
    let text = """
      {"format": "entente-graph", "version": 1, "documents": [{"id": "d", "sha256": ""}], "edges": [],
       "judgements": [], "nodes": [{"id": "place.x", "kind": "place", "name": "X",
        "mentions": [{"document": "d", "start": 0, "end": 1, "text": "t", "said-by": \(said)}]}]}
      """
    #expect(faults(text).map(\.code) == [code])
  }

  @Test("Numbers have two decimals and each quotation a line of its own")
  func layout() {
    let text = String(decoding: GraphJSON.encode(graph), as: UTF8.self)
    #expect(text.contains("\n      \"confidence\": 0.90,\n"))
    #expect(
      text.contains(
        "\n        {\"document\": \"a.txt\", \"start\": 0, \"end\": 8, \"text\": \"Tô Lâm\"}"))
    #expect(text.hasSuffix("]\n}\n"))
  }

  @Test(
    "Broken JSON is a fault with its line and column",
    arguments: [
      ("", 1, 1), ("{", 1, 2), ("{\n \"a\": NaN}", 2, 7), ("[1,]", 1, 4),
      ("{\"a\":1,\"a\":2}", 1, 8),
      ("[\"\\ud800\"]", 1, 3), ("[\"\\ud800\\u0041\"]", 1, 3), ("[\"\\udc00\"]", 1, 3),
      ("[01]", 1, 2),
      ("[1e999]", 1, 2), ("[\"\u{1}\"]", 1, 3), ("[Infinity]", 1, 2), ("{} x", 1, 4),
      ("[\"a", 1, 2),
      ("[-]", 1, 2), ("{1:2}", 1, 2), ("// no", 1, 1), ("['a']", 1, 2),
    ])
  func broken(text: String, line: Int, column: Int) {
    let faults = faults(text)
    #expect(faults.count == 1)
    #expect(faults.first?.code == "graph.no-json")
    #expect(faults.first?.place?.line == line)
    #expect(faults.first?.place?.column == column)
  }

  @Test("A million open brackets are refused without a crash")
  func depth() {
    #expect(
      faults(String(repeating: "[", count: 1_000_000)).first?.message.contains("levels") == true)
    #expect(faults(String(repeating: "{\"a\":", count: 1_000_000)).count == 1)
  }

  @Test("Bytes that are no UTF-8 are refused")
  func encoding() {
    #expect(throws: EntenteError.self) {
      _ = try GraphJSON.decode([0x5B, 0x22, 0xC3, 0x28, 0x22, 0x5D])
    }
  }

  @Test("All faults of a file are listed at once")
  func allFaults() {
    let text = """
      {"format": "entente-graph", "version": 1, "documents": [],
       "nodes": [
        {"id": "person.a", "kind": "person", "name": "A"},
        {"id": "person.a", "kind": "person", "name": "B"},
        {"id": "Person B", "kind": "person", "name": "B"},
        {"id": "meeting.x", "kind": "meeting", "name": "M", "status": "done", "date": "2026-13"}],
       "edges": [
        {"id": "e", "type": "leads", "source": "person.a", "target": "party.none", "origin": "text",
         "confidence": 7, "evidence": [{"document": "d", "start": 3, "end": 1, "text": ""}]}]}
      """
    let codes = faults(text).map(\.code).sorted()
    #expect(
      codes == [
        "graph.dangling", "graph.dangling", "graph.id-twice", "graph.no-id", "graph.no-range",
        "graph.unknown-word", "graph.wrong-type",
      ])
    #expect(faults(text).allSatisfy { $0.place?.line != nil })
  }

  @Test("Keys that the format does not know are left out and noted")
  func unknownKeys() throws {
    let text = """
      {"format": "entente-graph", "version": 1, "documents": [], "edges": [], "judgements": [],
       "nodes": [{"id": "person.a", "kind": "person", "name": "A", "colour": "red"}]}
      """
    let decoded = try GraphJSON.read(Array(text.utf8))
    #expect(decoded.graph.nodes.map(\.id) == ["person.a"])
    #expect(decoded.notes.map(\.place?.line) == [2])
    #expect(decoded.notes.first?.message.contains("colour") == true)
  }

  @Test("Another format or version is refused")
  func version() {
    #expect(
      faults("{\"format\":\"x\",\"version\":2,\"documents\":[],\"nodes\":[],\"edges\":[]}").map(
        \.code) == ["graph.wrong-format", "graph.wrong-version"])
  }
}
