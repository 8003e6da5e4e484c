import EntenteGraph
import EntenteModel
import Testing

@Suite("Selecting")
struct SelectionTests {
  private let graph = ViewSample.visit()

  private func choice(_ selection: Selection) throws -> Choice {
    try selection.choice(from: graph)
  }
  private func events(_ selection: Selection) throws -> [String] {
    try choice(selection).graph.nodes.filter { $0.event != nil }.map(\.id)
  }
  private func faults(_ selection: Selection) -> [Diagnostic] {
    do throws(EntenteError) {
      _ = try selection.choice(from: graph)
      return []
    } catch {
      return error.faults
    }
  }

  @Test("Asking for nothing leaves everything as it is")
  func nothing() throws {
    let choice = try choice(Selection())
    #expect(choice.graph == graph)
    #expect(choice.leftOut.isEmpty)
  }

  @Test("A kind of event leaves the events of that kind with all their sides and offices")
  func eventKind() throws {
    let part = try choice(Selection(kinds: [.visit])).graph
    #expect(part.nodes.filter { $0.event != nil }.map(\.id) == ["visit.anna-berg"])
    let ids = Set(part.nodes.map(\.id))
    #expect(ids.isSuperset(of: ["person.anna-berg", "party.aaw", "country.bb"]))
    #expect(!ids.contains("person.king-olo"))
    #expect(part.edges.contains { $0.type == .leads && $0.source == "person.anna-berg" })
  }

  @Test("A kind of entity leaves the events with such a side, and the other sides stay")
  func entityKind() throws {
    let part = try choice(Selection(kinds: [.ministry])).graph
    #expect(
      part.nodes.filter { $0.event != nil }.map(\.id).sorted() == [
        "agreement.school", "agreement.trade",
      ])
    #expect(part.nodes.contains { $0.id == "party.aaw.school" })
    #expect(part.edges.filter { $0.target == "agreement.school" }.count == 2)
  }

  @Test("Kinds of events and of entities have to hold together")
  func bothKinds() throws {
    #expect(
      try events(Selection(kinds: [.meeting, .party])).sorted() == ["meeting.high", "meeting.old"])
  }

  @Test(
    "A country is found by name, code or id, in any case",
    arguments: ["Borland", "bb", "BB", "country.bb", "borland"])
  func country(_ name: String) throws {
    var graph = graph
    var sample = ViewSample()
    sample.event("meeting.home", .meeting, "meeting", ["person.anna-berg", "person.paul-reed"])
    graph.nodes += sample.graph.nodes
    graph.edges += sample.graph.edges
    let part = try Selection(countries: [name]).choice(from: graph).graph
    let events = part.nodes.filter { $0.event != nil }.map(\.id)
    #expect(!events.contains("meeting.home"))
    #expect(events.contains("visit.anna-berg"), "a visit to the country counts")
    #expect(events.count == 11)
  }

  @Test("One side has to be of the country and of the kind")
  func countryAndKind() throws {
    #expect(try events(Selection(kinds: [.ministry], countries: ["Arland"])) == ["agreement.trade"])
  }

  @Test("Dates count for every day that they can mean, and what is part of a visit has its days")
  func dates() throws {
    #expect(try events(Selection(until: PartialDate("2030-12-05"))) == ["meeting.old"])
    #expect(
      try events(Selection(since: PartialDate("2030-12-31"), until: PartialDate("2030")))
        == ["meeting.old"])
    let since = try choice(Selection(since: PartialDate("2031")))
    let ids = since.graph.nodes.filter { $0.event != nil }.map(\.id)
    #expect(ids.contains("meeting.talks"), "it has no date but is part of a visit that has one")
    #expect(!ids.contains("meeting.undated"))
    #expect(since.leftOut.map(\.reason) == ["without a date", "before 2031"])
    #expect(since.leftOut.map(\.count) == [2, 1])
    #expect(since.summary.contains("Left out: 2 without a date, 1 before 2031."))
    let kept = try events(Selection(since: PartialDate("2031"), keepsUndated: true))
    #expect(kept.contains("meeting.undated"))
  }

  @Test("An event that lasted is there on each of its days")
  func lasting() throws {
    var graph = graph
    let i = try #require(graph.nodes.firstIndex { $0.id == "visit.anna-berg" })
    graph.nodes[i].event?.end = PartialDate("2031-05-09")
    let selection = Selection(kinds: [.visit], since: PartialDate("2031-05-07"))
    #expect(try selection.choice(from: graph).graph.nodes.contains { $0.id == "visit.anna-berg" })
  }

  @Test("A status leaves the events that came so far; what they were part of is no longer named")
  func status() throws {
    let part = try choice(Selection(statuses: [.planned])).graph
    let events = part.nodes.filter { $0.event != nil }
    #expect(events.map(\.id) == ["meeting.king"])
    #expect(events.first?.event?.within == nil)
  }

  @Test("An event inside one that goes is part of the next one around it")
  func within() throws {
    var graph = graph
    let king = try #require(graph.nodes.firstIndex { $0.id == "meeting.king" })
    graph.nodes[king].event?.within = "meeting.talks"
    graph.nodes[king].event?.status = .held
    let talks = try #require(graph.nodes.firstIndex { $0.id == "meeting.talks" })
    graph.nodes[talks].event?.status = .planned
    let part = try Selection(statuses: [.held]).choice(from: graph).graph
    #expect(
      part.nodes.first { $0.id == "meeting.king" }?.event?.within == "visit.anna-berg")
  }

  @Test("Articles of one outlet and near copies are one source")
  func independence() throws {
    var graph = graph
    graph.documents.append(DocumentRecord(id: "d.txt", sha256: "", nearCopyOf: "c.txt"))
    func told(_ documents: [String]) throws -> Bool {
      var graph = graph
      let i = try #require(graph.nodes.firstIndex { $0.id == "meeting.old" })
      graph.nodes[i].event?.reports = documents.map { Report(document: $0, status: .held) }
      let selection = Selection(minimumSources: 2)
      return try selection.choice(from: graph).graph.nodes.contains { $0.id == "meeting.old" }
    }
    #expect(try !told(["a.txt"]))
    #expect(try !told(["a.txt", "b.txt"]), "both are of one agency")
    #expect(try told(["a.txt", "c.txt"]))
    #expect(try told(["a.txt", "d.txt"]))
    var copies = Selection(minimumSources: 3)
    copies.kinds = [.meeting]
    #expect(try events(copies).isEmpty)
  }

  @Test("Statements that are not sure enough go, and events that then lack a side")
  func confidence() throws {
    var graph = graph
    func doubt(_ source: String, _ target: String) throws {
      let i = try #require(graph.edges.firstIndex { $0.source == source && $0.target == target })
      graph.edges[i].confidence = 0.5
    }
    try doubt("person.paul-reed", "meeting.high")
    try doubt("person.mira-sun", "meeting.talks")
    let choice = try Selection(minimumConfidence: 0.9).choice(from: graph)
    #expect(choice.graph.edges.allSatisfy { $0.confidence >= 0.9 })
    #expect(choice.graph.edges.filter { $0.target == "meeting.high" }.count == 4)
    #expect(!choice.graph.nodes.contains { $0.id == "meeting.talks" })
    #expect(
      choice.leftOut.map(\.reason) == [
        "with too few sides that are sure", "statements less sure than 90 %",
      ])
    #expect(choice.leftOut.map(\.count) == [1, 3])
  }

  @Test("One step around a name leads over its events, the next over those of its neighbours")
  func focus() throws {
    let one = try choice(Selection(focus: ["olo iii"]))
    #expect(one.graph.nodes.filter { $0.event != nil }.map(\.id) == ["meeting.king"])
    #expect(one.graph.nodes.contains { $0.id == "person.anna-berg" })
    #expect(!one.graph.nodes.contains { $0.id == "person.mira-sun" })
    #expect(one.leftOut.map(\.reason) == ["farther than 1 step from “olo iii”"])
    let two = try events(Selection(focus: ["person.king-olo"], depth: 2))
    #expect(
      Set(two) == ["meeting.king", "meeting.high", "meeting.talks", "visit.anna-berg"],
      "serving one country is no step")
  }

  @Test("A focus is looked for among what the other conditions leave")
  func composed() throws {
    let events = try events(
      Selection(kinds: [.meeting], statuses: [.held], focus: ["Anna Berg", "meeting.old"]))
    #expect(events.sorted() == ["meeting.high", "meeting.old", "meeting.talks"])
  }

  @Test("A path is the shortest chain of quoted statements, with the events on it whole")
  func path() throws {
    let ends = Selection.Ends(from: "Olo III", to: "Paul Reed")
    let choice = try choice(Selection(path: ends))
    #expect(
      choice.path.map(\.to.id) == [
        "meeting.king", "person.anna-berg", "meeting.high", "person.paul-reed",
      ])
    #expect(
      choice.graph.nodes.filter { $0.event != nil }.map(\.id) == ["meeting.high", "meeting.king"])
    #expect(choice.graph.edges.filter { $0.target == "meeting.high" && $0.type.isSide }.count == 5)
    let text = try #require(choice.pathText)
    #expect(text.contains("“They reception there.”"))
    #expect(text.contains("a.txt, bytes"))
  }

  @Test("No path leads over a shared country, over background, or beside the other conditions")
  func noPath() throws {
    let ends = Selection.Ends(from: "Ilse Quote", to: "Paul Reed")
    let none = try choice(Selection(path: ends))
    #expect(none.path.isEmpty)
    #expect(none.pathText == "No chain of quoted statements joins “Ilse Quote” and “Paul Reed”.")
    #expect(
      Set(none.graph.nodes.map(\.id)).isSuperset(of: ["person.only-quoted", "person.paul-reed"]),
      "who is named stays")
    let filtered = Selection(
      statuses: [.planned], path: Selection.Ends(from: "Olo III", to: "Paul Reed"))
    #expect(try choice(filtered).path.isEmpty)
  }

  @Test("Unknown names say what may have been meant, all of them at once")
  func unknown() {
    let faults = faults(
      Selection(
        kinds: ["meating"].map { Kind($0) }, countries: ["Borlandia"], focus: ["Ana Berg"],
        path: Selection.Ends(from: "Nobody", to: "Paul Reed")))
    #expect(
      faults.map(\.code) == [
        "selection.unknown-kind", "selection.unknown-country", "selection.unknown-name",
        "selection.unknown-name",
      ])
    #expect(
      faults.prefix(3).map(\.hint) == [
        "Did you mean “meeting”?", "Did you mean “Borland”?", "Did you mean “Anna Berg”?",
      ])
  }

  @Test("A name that several bear is not guessed")
  func ambiguous() throws {
    var graph = graph
    var twin = Node(id: "person.anna-berg-no", kind: .person, name: "Anna Berg")
    twin.mentions = [Evidence(document: "a.txt", start: 0, end: 1, text: "A")]
    graph.nodes.append(twin)
    #expect {
      _ = try Selection(focus: ["anna berg"]).choice(from: graph)
    } throws: { error in
      guard let fault = (error as? EntenteError)?.faults.first else { return false }
      return fault.code == "selection.ambiguous-name"
        && fault.message.contains("person.anna-berg (Anna Berg), person.anna-berg-no (Anna Berg)")
    }
  }

  @Test("A country known by name only is no fault; nothing has a side from it")
  func farCountry() throws {
    let selection = Selection(countries: ["Farland"], countryNames: ["country.ff": "Farland"])
    #expect(try events(selection).isEmpty)
  }
}

@Suite("Selected graphs")
struct SelectedGraphTests {
  private let stories = Corpora.stateVisit()
  private var graph: Graph { Joiner.join(stories.map(\.reading)) }

  static let selections: [Selection] = [
    Selection(kinds: [.meeting]), Selection(kinds: [.visit, .person]),
    Selection(kinds: [.ministry]), Selection(countries: ["Laos"]),
    Selection(since: PartialDate("2026")), Selection(until: PartialDate("2025-06")),
    Selection(since: PartialDate("2025"), keepsUndated: true),
    Selection(statuses: [.planned, .signed]), Selection(minimumSources: 2),
    Selection(minimumConfidence: 0.95), Selection(focus: ["Heng Samrin"]),
    Selection(focus: ["Heng Samrin"], depth: 2),
    Selection(path: Selection.Ends(from: "Heng Samrin", to: "Norodom Sihamoni")),
    Selection(kinds: [.meeting], countries: ["KH"], statuses: [.held], focus: ["Lâm"], depth: 2),
  ]

  @Test(
    "Each holds against the articles and is read again as the same graph", arguments: selections)
  func whole(_ selection: Selection) throws {
    let part = try selection.choice(from: graph).graph
    #expect(
      Verifier.verify(part, texts: { id in stories.first { $0.reading.document.id == id }?.text })
        == [])
    #expect(try GraphJSON.decode(GraphJSON.encode(part)) == part)
  }

  @Test("Choosing twice changes nothing", arguments: selections)
  func idempotent(_ selection: Selection) throws {
    let part = try selection.choice(from: graph).graph
    #expect(try selection.choice(from: part).graph == part)
  }

  @Test(
    "Each can stand in for its articles: joining it again has the same nodes", arguments: selections
  )
  func source(_ selection: Selection) throws {
    let part = try selection.choice(from: graph).graph
    let again = Joiner.join(GraphReadings.readings(from: part))
    #expect(again.nodes.map(\.id) == part.nodes.map(\.id))
    #expect(again.edges.map(\.id) == part.edges.map(\.id))
  }

  @Test("The order of a graph's lists does not matter")
  func order() throws {
    var reversed = graph
    reversed.nodes.reverse()
    reversed.edges.reverse()
    reversed.documents.reverse()
    for selection in SelectedGraphTests.selections {
      let (a, b) = (try selection.choice(from: graph), try selection.choice(from: reversed))
      #expect(Set(a.graph.nodes) == Set(b.graph.nodes))
      #expect(Set(a.graph.edges) == Set(b.graph.edges))
      #expect(a.leftOut == b.leftOut)
      #expect(a.path == b.path)
    }
  }
}
