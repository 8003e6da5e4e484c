import EntenteGraph
import EntenteModel
import Testing

@Suite struct ScorecardTests {
  private let annotation = """
    {"document": "a.txt",
     "entities": [
      {"id": "anna", "kind": "person", "name": "Anna Berg", "mentions": ["Berg"]},
      {"id": "omar", "kind": "person", "name": "Omar Diallo", "mentions": ["Omar Diallo"]},
      {"id": "amina", "kind": "person", "name": "Amina Yusuf", "mentions": ["Amina Yusuf"]},
      {"id": "oslo", "kind": "province|place", "name": "Oslo", "mentions": ["Oslo"]}],
     "relations": [{"type": "leads", "from": "anna", "to": "norway"}],
     "events": [
      {"type": "meeting", "participants": ["anna", "omar"], "date": "2026-03-03", "status": "held"},
      {"type": "visit", "participants": ["omar"], "place": "oslo", "date": null, "status": "held"}],
     "optional": {
      "entities": [{"id": "norway", "kind": "country", "name": "Norway", "mentions": ["Norway"]}],
      "relations": [{"type": "part-of", "from": "oslo", "to": "norway"}],
      "events": [{"type": "meeting", "participants": ["amina", "omar"], "status": "planned"}]}}
    """

  private var evidence: [Evidence] { [Evidence(document: "a.txt", start: 0, end: 1, text: "x")] }

  private func entity(_ id: String, _ kind: Kind, _ name: String) -> Node {
    var node = Node(id: id, kind: kind, name: name)
    node.mentions = [Evidence(document: "a.txt", start: 0, end: name.utf8.count, text: name)]
    return node
  }

  private func event(
    _ id: String, _ kind: Kind, _ status: Status, date: String? = nil, place: String? = nil
  ) -> Node {
    var node = Node(id: id, kind: kind, name: id)
    node.event = EventDetail(status: status)
    node.event?.date = date.flatMap { PartialDate($0) }
    node.event?.place = place
    return node
  }

  private func edge(
    _ type: EdgeType, _ source: String, _ target: String, isBackground: Bool = false
  ) -> Edge {
    Edge(
      type: type, source: source, target: target, origin: isBackground ? .background : .text,
      confidence: 0.9, evidence: isBackground ? [] : evidence)
  }

  /// Amina Yusuf is missed, Oslo is found as a place, and a wrong body and a wrong meeting are added.
  private var graph: Graph {
    Graph(
      documents: [DocumentRecord(id: "a.txt", sha256: "")],
      nodes: [
        entity("p.anna", .person, "Anna Berg"), entity("p.omar", .organization, "Omar Diallo"),
        entity("place.oslo", .place, "Oslo"), entity("country.no", .country, "Norway"),
        entity("o.fish", .organization, "Fish Council"),
        event("m.1", .meeting, .planned, date: "2026-03-03"), event("m.2", .meeting, .held),
        event("v.1", .visit, .held, place: "place.oslo"),
      ],
      edges: [
        edge(.leads, "p.anna", "country.no"), edge(.partOf, "place.oslo", "country.no"),
        edge(.memberOf, "p.omar", "o.fish"),
        edge(.partOf, "o.fish", "country.no", isBackground: true),
        edge(.participant, "p.anna", "m.1"), edge(.participant, "p.omar", "m.1"),
        edge(.participant, "o.fish", "m.1"), edge(.participant, "o.fish", "m.2"),
        edge(.visitor, "p.omar", "v.1"), edge(.witness, "p.anna", "v.1"),
      ])
  }

  private func scorecard(_ graph: Graph) throws -> Scorecard {
    let annotation = try Annotation(json: Array(annotation.utf8), name: "a", file: "a.json")
    return Scorecard([Scorecard.Entry(annotation, graph: graph)], together: graph)
  }

  @Test func `the table counts what was found, what of it is right, and what there was to find`()
    throws
  {
    var formatter = ScorecardFormatter()
    (formatter.each, formatter.misses, formatter.kinds) = (true, true, true)
    #expect(
      formatter.format(try scorecard(graph)) == """
        a: entity 0.50  name-only 0.75  relation 0.67  meeting 0.44  meeting pairs 0.50  \
        agreement 0.00  agreement pairs 0.00  visit 1.00  visit pairs 1.00  status 0.50  date 1.00
          a: wrong kind          Omar Diallo: organization, gold person
          a: missed entity       person: Amina Yusuf
          a: spurious entity     organization: Fish Council
          a: spurious relation   member-of: omar → ?o.fish
          a: spurious meeting    ?o.fish
        entity           P 0.500  R 0.500  F1 0.500   (2.0 of 4 found, 4 gold)
        name-only        P 0.750  R 0.750  F1 0.750   (3.0 of 4 found, 4 gold)
        relation         P 0.500  R 1.000  F1 0.667   (1.0 of 2 found, 1 gold)
        meeting          P 0.333  R 0.667  F1 0.444   (0.7 of 2 found, 1 gold)
        meeting pairs    P 0.333  R 1.000  F1 0.500   (1.0 of 3 found, 1 gold)
        agreement        P 0.000  R 0.000  F1 0.000   (0.0 of 0 found, 0 gold)
        agreement pairs  P 0.000  R 0.000  F1 0.000   (0.0 of 0 found, 0 gold)
        visit            P 1.000  R 1.000  F1 1.000   (1.0 of 1 found, 1 gold)
        visit pairs      P 1.000  R 1.000  F1 1.000   (1.0 of 1 found, 1 gold)
        status           P 0.500  R 0.500  F1 0.500   (1.0 of 2 found, 2 gold)
        date             P 1.000  R 1.000  F1 1.000   (1.0 of 1 found, 1 gold)
        linking          P 1.000  R 1.000  F1 1.000

        entities by kind
        organization     P 0.000  R 0.000  F1 0.000   (0.0 of 2 found, 0 gold)
        person           P 1.000  R 0.333  F1 0.500   (1.0 of 1 found, 3 gold)
        place            P 1.000  R 1.000  F1 1.000   (1.0 of 1 found, 1 gold)

        """)
  }

  @Test func `calibration counts each edge once, with whether the annotation has it`() throws {
    var graph = graph
    // Of the other reading of an event nothing is counted; the wrong relation and the false sides are.
    let confidences = [0.95, 0.9, 0.7, 0.9, 0.85, 0.9, 0.45, 0.6, 0.99, 0.9]
    for (i, confidence) in confidences.enumerated() { graph.edges[i].confidence = confidence }
    let calibration = try scorecard(graph).calibration
    #expect(calibration.all.edges == 7)
    #expect(calibration.all.right == 4)
    #expect(calibration.sure.edges == 3)
    #expect(calibration.sure.right == 3)
    #expect(calibration.bins.map(\.edges) == [1, 0, 1, 1, 0, 1, 1, 2])
    #expect(calibration.bins.map(\.right) == [0, 0, 0, 0, 0, 1, 1, 2])
    #expect(calibration.groups.map(\.edges).reduce(0, +) == 7)
    let errors = [0.05, 0.7, 0.15, 0.1, 0.45, 0.6, 0.01].map { $0 * $0 }
    #expect(abs(calibration.brier - errors.reduce(0, +) / 7) < 0.000_001)
    let text = CalibrationFormatter().format(calibration)
    #expect(text.contains("0.90 and above                        3      3  1.000  0.947\n"))
    #expect(text.contains("0.50–0.59                             0      0      –      –\n"))
  }

  @Test func `an event that is only another reading is not counted`() throws {
    var other = graph
    other.nodes += [
      entity("p.amina", .person, "Amina Yusuf"), event("m.3", .meeting, .held),
    ]
    other.edges += [
      edge(.participant, "p.amina", "m.3"), edge(.participant, "p.omar", "m.3"),
    ]
    let scores = try scorecard(other)
    #expect(scores[.meeting] == (try scorecard(graph))[.meeting])
    #expect(!scores.documents[0].misses.contains { $0.text.contains("amina") })
  }

  @Test func `an article that could not be read has nothing found`() throws {
    let scores = try scorecard(Graph())
    #expect(scores[.entity].found == 0)
    #expect(scores[.entity].marked == 4)
    #expect(scores.documents[0].misses.count == 7)
  }

  @Test func `things that became one node, and one thing in two nodes, are bad linking`() throws {
    func marked(_ name: String, _ id: String) throws -> Annotation {
      try Annotation(
        json: Array(
          """
          {"entities": [{"id": "\(id)", "kind": "person", "name": "Berg", "mentions": []}],
           "relations": [], "events": []}
          """.utf8), name: name, file: "\(name).json")
    }
    func graph(_ documents: [String], _ ids: [String]) -> Graph {
      var nodes: [String: Node] = [:]
      for (document, id) in zip(documents, ids) {
        nodes[id, default: Node(id: id, kind: .person, name: "Berg")].mentions
          .append(Evidence(document: document, start: 0, end: 4, text: "Berg"))
      }
      return Graph(
        documents: documents.map { DocumentRecord(id: $0, sha256: "") },
        nodes: nodes.values.sorted { $0.id < $1.id })
    }
    func linking(marks: [String], nodes: [String]) throws -> Score {
      let entries = try zip(["a", "b"], marks).map { name, mark in
        Scorecard.Entry(try marked(name, mark), graph: graph([name], ["x"]))
      }
      return Scorecard(entries, together: graph(["a", "b"], nodes)).linking
    }
    let merged = try linking(marks: ["anna", "eva"], nodes: ["x", "x"])
    #expect((merged.precision, merged.recall) == (0.5, 1))
    let parted = try linking(marks: ["anna", "anna"], nodes: ["x", "y"])
    #expect((parted.precision, parted.recall) == (1, 0.5))
  }
}
