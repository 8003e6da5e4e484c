import EntenteGraph
import EntenteModel
import Testing

@Suite("Comparing graphs")
struct GraphDiffTests {
  private let old = ViewSample.visit()

  private func diff(_ change: (inout Graph) throws -> Void) rethrows -> GraphDiff {
    var new = old
    try change(&new)
    return GraphDiff(from: old, to: new)
  }
  private func change(_ id: String, in diff: GraphDiff) -> GraphDiff.NodeChange? {
    diff.nodes.first { $0.node.id == id }
  }
  private func place(_ id: String, in graph: Graph) throws -> Int {
    try #require(graph.nodes.firstIndex { $0.id == id })
  }

  @Test("A graph does not differ from itself in another order")
  func same() {
    let diff = diff {
      $0.nodes.reverse()
      $0.edges.reverse()
      $0.documents.reverse()
    }
    #expect(diff.isEmpty)
    #expect(DiffFormatter().format(diff) == "Nothing changed.\n")
  }

  @Test("What only one of the graphs has is new or gone, and swapping them swaps that")
  func newAndGone() throws {
    var sample = ViewSample()
    sample.entity("person.amina-yusuf", "Amina Yusuf", "country.bb")
    sample.event(
      "meeting.amina", .meeting, "talks", ["person.amina-yusuf", "person.anna-berg"],
      date: "2031-06-01")
    var new = old
    new.nodes += sample.graph.nodes
    new.edges += sample.graph.edges
    let diff = GraphDiff(from: old, to: new)
    #expect(diff.nodes.map(\.change) == [.new, .new])
    #expect(diff.nodes.map(\.node.id) == ["meeting.amina", "person.amina-yusuf"])
    #expect(diff.nodes[0].sidesAdded == ["person.amina-yusuf", "person.anna-berg"])
    #expect(diff.edges.map(\.change) == [.new, .new])
    #expect(diff.summary == "1 new event, 1 new name.")
    let back = GraphDiff(from: new, to: old)
    #expect(back.nodes.map(\.change) == [.gone, .gone])
    #expect(back.nodes[0].sidesRemoved == ["person.amina-yusuf", "person.anna-berg"])
    #expect(back.summary == "1 event gone, 1 name gone.")
  }

  @Test("An announced event that took place moved on, and its better date is told")
  func status() throws {
    let diff = try diff {
      let i = try place("meeting.king", in: $0)
      $0.nodes[i].event?.status = .held
      $0.nodes[i].event?.date = PartialDate("2031-05-05")
      $0.nodes[i].event?.reports = [
        Report(document: "a.txt", status: .planned), Report(document: "b.txt", status: .held),
      ]
    }
    let king = try #require(change("meeting.king", in: diff))
    #expect(king.change == .changed)
    #expect(king.fields.map(\.name) == ["date", "status"])
    #expect(king.articles?.from == 1)
    #expect(king.articles?.to == 2)
    let text = DiffFormatter().format(diff)
    #expect(text.contains("Moved on (1)\n  ~ reception: planned → held\n"))
    #expect(text.contains("Dated anew (1)\n  ~ reception: without a date → 5 May 2031\n"))
    #expect(text.contains("Told by more articles (1)\n  ~ reception: 1 → 2\n"))
    #expect(text.hasSuffix("1 event moved on, 1 dated anew, 1 with more evidence.\n"))
  }

  @Test("A longer stay, another place, another noun and other sides are told")
  func fields() throws {
    let diff = try diff {
      let i = try place("visit.anna-berg", in: $0)
      $0.nodes[i].event?.end = PartialDate("2031-05-06")
      $0.nodes[i].event?.place = "province.bb-north"
      $0.nodes[i].event?.noun = "working visit"
      $0.edges.removeAll { $0.source == "person.paul-reed" && $0.target == "meeting.high" }
      $0.edges.append(
        Edge(
          type: .participant, source: "person.king-olo", target: "meeting.high", origin: .text,
          confidence: 0.9))
    }
    let text = DiffFormatter().format(diff)
    for line in [
      "  ~ state visit: 4 May 2031 → 4–6 May 2031\n",
      "  ~ state visit: place Borland → North\n",
      "  ~ state visit: noun state visit → working visit\n",
      "  + Olo III in high-level meeting\n", "  - Paul Reed in high-level meeting\n",
    ] { #expect(text.contains(line), "\(line)") }
  }

  @Test("A thing whose id changed is found by `formerly`, and nothing else about it is new")
  func formerly() throws {
    let diff = try diff {
      let i = try place("person.mira-sun", in: $0)
      $0.nodes[i].id = "person.mira-sun-olden"
      $0.nodes[i].name = "Mira Sun-Olden"
      $0.nodes[i].formerly = ["person.mira-sun"]
      $0.edges = $0.edges.map { edge in
        guard edge.source == "person.mira-sun" else { return edge }
        return Edge(
          type: edge.type, source: "person.mira-sun-olden", target: edge.target, role: edge.role,
          origin: edge.origin, confidence: edge.confidence, evidence: edge.evidence)
      }
    }
    #expect(diff.nodes.count == 1)
    #expect(diff.nodes[0].was == "person.mira-sun")
    #expect(diff.nodes[0].fields.map(\.name) == ["name"])
    #expect(diff.edges.isEmpty)
    let text = DiffFormatter().format(diff)
    #expect(text.contains("Names changed (1)\n  ~ Mira Sun-Olden: Mira Sun → Mira Sun-Olden\n"))
    #expect(text.contains("Other ids (1)\n  ~ person.mira-sun is person.mira-sun-olden\n"))
  }

  @Test(
    "An event whose id changed without a trace is found by the sentence and sides that it shares")
  func quoted() throws {
    let diff = try diff {
      let i = try place("meeting.talks", in: $0)
      $0.nodes[i].id = "meeting.talks.abc123"
      $0.edges = $0.edges.map { edge in
        guard edge.source == "meeting.talks" || edge.target == "meeting.talks" else { return edge }
        return Edge(
          type: edge.type,
          source: edge.source.replacing("meeting.talks", with: "meeting.talks.abc123"),
          target: edge.target.replacing("meeting.talks", with: "meeting.talks.abc123"),
          origin: edge.origin, confidence: edge.confidence, evidence: edge.evidence)
      }
    }
    #expect(diff.nodes.map(\.was) == ["meeting.talks"])
    #expect(diff.edges.isEmpty)
  }

  @Test("Events that share a sentence but no side are not taken for each other")
  func sharedSentence() {
    func sign(_ a: String, _ b: String) -> Graph {
      var sample = ViewSample()
      for id in [a, b] { sample.entity(id, id) }
      sample.event("agreement.\(a.dropFirst(7))", .agreement, "deal", [a, b])
      for n in sample.graph.nodes.indices where sample.graph.nodes[n].event != nil {
        sample.graph.nodes[n].event?.evidence = [
          Evidence(document: "a.txt", start: 0, end: 9, text: "the deals")
        ]
      }
      for n in sample.graph.nodes.indices { sample.graph.nodes[n].mentions = [] }
      return sample.graph
    }
    let diff = GraphDiff(
      from: sign("person.anna", "person.omar"), to: sign("person.amina", "person.paul"))
    #expect(diff.nodes.filter { $0.node.event != nil }.map(\.change) == [.new, .gone])
  }

  @Test("Two that are one now were joined; one that is two now was parted")
  func joined() throws {
    var sample = ViewSample()
    sample.graph = old
    sample.entity("person.a-berg", "A. Berg", "country.aa")
    let two = sample.graph
    var one = two
    let berg = try place("person.a-berg", in: one)
    let anna = try place("person.anna-berg", in: one)
    one.nodes[anna].mentions += one.nodes[berg].mentions
    one.nodes.remove(at: berg)
    let joined = GraphDiff(from: two, to: one)
    #expect(joined.nodes.map(\.change) == [.joined])
    #expect(joined.nodes[0].other == "person.anna-berg")
    #expect(
      DiffFormatter().format(joined).contains(
        "Joined (1)\n  ~ A. Berg (person.a-berg) is Anna Berg (person.anna-berg)\n"))
    let parted = GraphDiff(from: one, to: two)
    #expect(parted.nodes.map(\.change) == [.parted])
    #expect(parted.nodes[0].other == "person.anna-berg")
  }

  @Test("Offices that came, went or have another word are told; more quotations alone are not")
  func offices() throws {
    let diff = try diff {
      $0.edges.removeAll { $0.id == "person.mira-sun--leads--party.bbu" }
      $0.edges.append(
        Edge(
          type: .leads, source: "person.king-olo", target: "party.bbu", role: "Chairman",
          origin: .text, confidence: 0.9))
      let i = try #require($0.edges.firstIndex { $0.id == "person.king-olo--leads--country.bb" })
      $0.edges[i].role = "Emperor"
      let j = try #require($0.edges.firstIndex { $0.id == "person.paul-reed--leads--country.aa" })
      $0.edges[j].evidence.append(Evidence(document: "b.txt", start: 0, end: 1, text: "x"))
    }
    #expect(diff.edges.count == 4)
    let text = DiffFormatter().format(diff)
    #expect(text.contains("Offices and memberships (3)\n"))
    #expect(text.contains("  ~ Olo III leads Borland, as King → Emperor\n"))
    #expect(text.contains("  + Olo III leads Borland Union, as Chairman\n"))
    #expect(text.contains("  - Mira Sun leads Borland Union, as President\n"))
  }

  @Test("Articles that came, went or were altered are told")
  func documents() {
    let diff = diff {
      $0.documents[0].sha256 = "1"
      $0.documents.remove(at: 1)
      $0.documents.append(DocumentRecord(id: "d.txt", sha256: ""))
    }
    #expect(diff.newDocuments == ["d.txt"])
    #expect(diff.goneDocuments == ["b.txt"])
    #expect(diff.alteredDocuments == ["a.txt"])
    #expect(
      DiffFormatter().format(diff)
        == "Articles (3)\n  + d.txt\n  - b.txt\n  ~ a.txt, its text differs\n\n"
        + "Only the articles changed.\n")
  }

  @Test("Hostile names stay on their line and steer no terminal")
  func hostile() {
    let diff = diff {
      $0.nodes.append(
        Node(id: "person.x", kind: .person, name: "X\u{1B}[31m\n\nNothing changed.\u{202E}"))
    }
    let text = DiffFormatter().format(diff)
    #expect(text.contains("  + X[31m Nothing changed. (person, person.x)\n"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test("As JSON the same changes are the same bytes, whatever the order of the graphs")
  func json() {
    let diff = diff { $0.nodes.removeLast(2) }
    let other = GraphDiff(
      from: Graph(
        documents: old.documents, nodes: old.nodes.reversed(), edges: old.edges.reversed()),
      to: Graph(
        documents: old.documents, nodes: old.nodes.dropLast(2).reversed(),
        edges: old.edges.reversed()))
    #expect(diff.json() == other.json())
    let text = String(decoding: diff.json(), as: UTF8.self)
    #expect(text.contains("{\"change\": \"gone\", \"id\": \"agreement.west\""))
  }
}

@Suite("The picture of changes")
struct DiffPictureTests {
  private let old = ViewSample.visit()

  private func diagram(_ new: Graph) -> Diagram {
    let picture = DiffPicture(GraphDiff(from: old, to: new))
    return DiagramView.diagram(
      of: picture.graph, options: DiagramOptions(marks: picture.marks))
  }

  private var changed: Graph {
    var sample = ViewSample()
    sample.graph = old
    sample.entity("person.amina-yusuf", "Amina Yusuf", "country.bb")
    sample.event(
      "meeting.amina", .meeting, "lunch", ["person.amina-yusuf", "person.anna-berg"],
      date: "2031-05-06")
    var new = sample.graph
    new.nodes.removeAll { $0.id == "meeting.old" || $0.id == "person.ted-speaker" }
    new.nodes.removeAll { $0.id == "meeting.undated" }
    new.edges.removeAll {
      ["meeting.old", "meeting.undated"].contains($0.target) || $0.source == "person.ted-speaker"
    }
    for n in new.nodes.indices where new.nodes[n].id == "meeting.king" {
      new.nodes[n].event?.status = .held
    }
    return new
  }

  @Test("New things are marked, gone things are still drawn, moves are told in words")
  func marks() throws {
    let diagram = diagram(changed)
    func event(_ id: String) throws -> Diagram.EventBox {
      try #require(diagram.events.first { $0.id == id })
    }
    #expect(try event("meeting.amina").mark?.change == .new)
    #expect(try event("meeting.amina").detail.first == "new")
    #expect(try event("meeting.old").mark?.change == .gone)
    #expect(try event("meeting.old").detail.first == "gone")
    #expect(try event("meeting.king").detail.first == "was planned, now held")
    #expect(try event("meeting.high").mark == nil)
    let cards = diagram.banks.flatMap(\.cards)
    #expect(cards.first { $0.id == "person.amina-yusuf" }?.mark?.change == .new)
    #expect(cards.first { $0.id == "person.ted-speaker" }?.mark?.change == .gone)
    #expect(cards.first { $0.id == "person.anna-berg" }?.mark == nil)
    let lines = diagram.lines.filter { $0.to == "meeting.old" }
    #expect(lines.allSatisfy { $0.mark?.change == .gone })
    #expect(LegendKey.used(in: diagram).suffix(3) == [.new, .gone, .changed])
  }

  @Test("No meaning rests on colour alone: gone is dotted and struck through, new is heavier")
  func looks() throws {
    let diagram = diagram(changed)
    let dot = String(
      decoding: DiagramDOT.write(diagram, BanksLayout.picture(of: diagram)), as: UTF8.self)
    func line(_ id: String) throws -> Substring {
      try #require(
        dot.split(separator: "\n").first { $0.drop { $0 == " " }.hasPrefix("\"\(id)\" [") })
    }
    #expect(try line("meeting.old").contains("<S>"))
    #expect(try line("meeting.old").contains("dotted"))
    #expect(try line("person.ted-speaker").contains("filled,rounded,dotted"))
    #expect(try line("meeting.amina").contains("penwidth=\"2.4\""))
    #expect(try !line("meeting.high").contains("penwidth"))
  }

  @Test("Without marks a picture is what it was")
  func unmarked() {
    let plain = DiagramDOT.write(old)
    #expect(String(decoding: plain, as: UTF8.self).contains("dotted") == true)
    let diagram = diagram(old)
    #expect(LegendKey.used(in: diagram).allSatisfy { ![.new, .gone, .changed].contains($0) })
    #expect(diagram.events == DiagramView.diagram(of: old).events)
  }

  @Test("Where there is no room for all, what changed is drawn first")
  func crowded() {
    var new = ViewSample.crowd(entities: 120, events: 90)
    let before = new
    var sample = ViewSample()
    sample.event("meeting.added", .meeting, "talks", ["person.e0", "person.e5"])
    new.nodes += sample.graph.nodes
    new.edges += sample.graph.edges
    let picture = DiffPicture(GraphDiff(from: before, to: new))
    let diagram = DiagramView.diagram(
      of: picture.graph, options: DiagramOptions(marks: picture.marks))
    #expect(diagram.events.contains { $0.id == "meeting.added" })
    #expect(diagram.note.contains { $0.contains("Not drawn for want of room") })
  }
}
