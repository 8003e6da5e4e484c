import EntenteGraph
import EntenteModel
import Testing

/// Decisions on single events, edges and kinds.
@Suite struct SingleDecisionTests {
  private let readings = Corpora.stateVisit().map(\.reading)
  private let meeting = "meeting.hun-sen.to-lam"

  private func joined(_ decisions: Decisions) -> Joiner.Joined {
    Joiner.joined(readings, decisions: decisions)
  }

  /// The graph as a source of its own, with nothing decided anew: it must be the same.
  private func expectToStay(_ graph: Graph) {
    let again = Joiner.joined(GraphReadings.readings(from: graph))
    #expect(differences(again.graph, graph) == [])
    #expect(again.diagnostics.isEmpty)
  }

  private func node(_ graph: Graph, _ id: String) -> Node? { graph.nodes.first { $0.id == id } }

  private func explained(_ graph: Graph, _ name: String) throws -> String {
    ExplanationFormatter(width: 400).format(try Explain.explain(graph, name))
  }

  @Test func `a status and a date are the user's, and what was found is told`() throws {
    let days = Decisions.Days(PartialDate("2026-02-05"), to: PartialDate("2026-02-06"))
    let joined = joined(
      Decisions(status: [.init(meeting, .cancelled)], date: [.init(meeting, days)]))
    let event = try #require(node(joined.graph, meeting)?.event)
    #expect(event.status == .cancelled)
    #expect([event.date, event.end].map { $0?.description } == ["2026-02-05", "2026-02-06"])
    #expect(joined.diagnostics.isEmpty)
    let text = try explained(joined.graph, meeting)
    #expect(text.contains("You decided: the status of \(meeting) is cancelled. Found was: held."))
    #expect(text.contains("the date of \(meeting) is 2026-02-05..2026-02-06. Found was: "))
    expectToStay(joined.graph)
  }

  @Test func `a date can be decided to be unknown`() throws {
    let visit = "visit.to-lam.kh"
    #expect(node(joined(.none).graph, visit)?.event?.date != nil)
    let graph = joined(Decisions(date: [.init(visit, .init(nil))])).graph
    #expect(node(graph, visit)?.event?.date == nil)
    expectToStay(graph)
  }

  @Test func `an agreement that took place is signed, and a meeting held`() {
    for (kind, status) in [(Kind.agreement, Status.signed), (.meeting, .held), (.visit, .held)] {
      var story = Story("x.txt")
      story.name("country.no", "Norway")
      story.name("country.ke", "Kenya")
      story.event(kind, "thing", ["country.no", "country.ke"], .planned)
      let id = Joiner.join([story.reading]).nodes.first { $0.event != nil }?.id ?? ""
      for word in [Status.held, .signed] {
        let graph = Joiner.join([story.reading], decisions: Decisions(status: [.init(id, word)]))
        #expect(node(graph, id)?.event?.status == status)
      }
    }
  }

  @Test func `an edge that is left out takes the side from the event's name, and stays away`()
    throws
  {
    let name = try #require(node(joined(.none).graph, meeting)?.name)
    #expect(name.contains("Hun Sen"))
    let joined = joined(
      Decisions(dropEdge: [.init(from: "Hun Sen", type: .participant, to: meeting)]))
    let graph = joined.graph
    #expect(joined.diagnostics.isEmpty)
    #expect(!graph.edges.contains { $0.source == "person.hun-sen" && $0.target == meeting })
    #expect(node(graph, meeting)?.name.contains("Hun Sen") == false)
    #expect(
      try explained(graph, meeting).contains(
        "You decided: person.hun-sen participant \(meeting) is left out. Found was: 90 %, in e.txt."
      ))
    expectToStay(graph)
  }

  @Test func `an edge that is left out stays away when articles are added`() {
    let id = "meeting.cpp-standing-board.cpv-politburo"
    let early = Joiner.join(
      Array(readings.dropLast()), decisions: Decisions(dropEdge: [.init(from: "Hun Sen", to: id)]))
    let all = Joiner.join(GraphReadings.readings(from: early) + readings.suffix(1))
    #expect(node(all, id)?.event?.reports.map(\.document).contains("e.txt") == true)
    #expect(!all.edges.contains { $0.source == "person.hun-sen" && $0.target == id })
    #expect(
      differences(all, joined(Decisions(dropEdge: [.init(from: "Hun Sen", to: id)])).graph) == [])
  }

  @Test func `an event without a side is left out`() {
    let graph = joined(
      Decisions(dropEdge: [
        .init(from: "Hun Sen", to: meeting), .init(from: "Tô Lâm", to: meeting),
      ])
    ).graph
    #expect(node(graph, meeting) == nil)
    #expect(!graph.edges.contains { $0.target == meeting })
    #expect(graph.judgements.filter { $0.b == meeting }.count == 2)
  }

  @Test func `a statement between entities is left out with or without its type`() {
    for type in [EdgeType.leads, nil] {
      let joined = joined(
        Decisions(dropEdge: [.init(from: "to lam", type: type, to: "party.cpv")]))
      #expect(!joined.graph.edges.contains { $0.id == "person.to-lam--leads--party.cpv" })
      #expect(joined.diagnostics.isEmpty)
      expectToStay(joined.graph)
      // The same file beside the graph is no news.
      let again = Joiner.joined(
        GraphReadings.readings(from: joined.graph),
        decisions: Decisions(dropEdge: [.init(from: "to lam", type: type, to: "party.cpv")]))
      #expect(again.diagnostics.isEmpty)
    }
  }

  @Test func `an edge that is right is sure, and what was found is told`() throws {
    let graph = joined(Decisions(keepEdge: [.init(from: "Hun Sen", to: meeting)])).graph
    let edge = try #require(
      graph.edges.first { $0.source == "person.hun-sen" && $0.target == meeting })
    #expect(edge.confidence == 1)
    #expect(
      try explained(graph, "Hun Sen").contains(
        "You decided: person.hun-sen participant \(meeting) is right. Found was: 90 %."))
    expectToStay(graph)
  }

  @Test func `an edge that is not there gives a warning that says what is`() {
    let wrong: [(Decisions.EdgeName, String)] = [
      (
        .init(from: "Hun Sen", type: .witness, to: meeting), "person.hun-sen participant \(meeting)"
      ),
      (.init(from: meeting, to: "Hun Sen"), "person.hun-sen participant \(meeting)"),
      (.init(from: "Hun Sem", to: meeting), "Did you mean “Hun Sen”?"),
    ]
    for (name, hint) in wrong {
      let found = joined(Decisions(dropEdge: [name])).diagnostics
      #expect(found.map(\.code) == ["decisions.unknown-edge"])
      #expect(found.first?.hint?.contains(hint) == true)
    }
  }

  @Test func `reports are one event by the user's word, whatever else bears the name`() {
    let ids = [meeting, "meeting.norodom-sihamoni.to-lam"]
    let joined = joined(Decisions(sameEvent: [ids]))
    #expect(joined.diagnostics.isEmpty)
    #expect(joined.graph.nodes.filter { $0.kind == .meeting }.count == 5)
    expectToStay(joined.graph)
  }

  @Test func `a visit and a meeting are one event only when they are of one kind`() throws {
    let pair = [meeting, "visit.to-lam.kh"]
    let apart = joined(Decisions(sameEvent: [pair]))
    #expect(apart.diagnostics.map(\.code) == ["decisions.kinds-differ"])
    let one = joined(Decisions(sameEvent: [pair], kind: [.init(meeting, .visit)]))
    #expect(one.diagnostics.isEmpty)
    #expect(!one.graph.nodes.contains { $0.id == meeting })
  }

  @Test func `an event of another kind has other sides and its earlier id`() throws {
    let graph = joined(Decisions(kind: [.init(meeting, .agreement)])).graph
    let event = try #require(graph.nodes.first { $0.formerly == [meeting] })
    #expect(event.kind == .agreement)
    #expect(event.id == "agreement.hun-sen.to-lam")
    #expect(event.event?.status == .signed)
    #expect(Set(graph.edges.filter { $0.target == event.id }.map(\.type)) == [.partyTo])
    #expect(
      try explained(graph, meeting).contains(
        "the kind of \(event.id) is agreement. Found was: meeting."))
    expectToStay(graph)
    let status = joined(
      Decisions(status: [.init(meeting, .planned)], kind: [.init(meeting, .agreement)])
    ).graph
    #expect(node(status, event.id)?.event?.status == .planned)
    expectToStay(status)
  }

  @Test func `an entity of another kind has an id of that kind and joins what bears its name`()
    throws
  {
    var stories = [Story("x.txt"), Story("y.txt")]
    stories[0].name("person.berg-foundation", "Berg Foundation", known: false)
    stories[1].name("organization.berg-foundation", "Berg Foundation", known: false)
    let readings = stories.map(\.reading)
    #expect(Joiner.join(readings).nodes.count == 2)
    let graph = Joiner.join(
      readings, decisions: Decisions(kind: [.init("person.berg-foundation", .organization)]))
    #expect(graph.nodes.map(\.id) == ["organization.berg-foundation"])
    #expect(graph.nodes[0].formerly == ["person.berg-foundation"])
    #expect(
      try explained(graph, "Berg Foundation").contains(
        "the kind of organization.berg-foundation is organization. Found was: person."))
    let again = Joiner.join(GraphReadings.readings(from: graph))
    #expect(again.nodes.map(\.id) == graph.nodes.map(\.id))
  }

  @Test func `a kind stays where the graph is a source`() {
    expectToStay(joined(Decisions(kind: [.init("Metfone", .place)])).graph)
    expectToStay(joined(Decisions(kind: [.init("party.cpp", .organization)])).graph)
  }

  @Test func `an entity is no event, and the other way round`() {
    for (name, kind) in [("Hun Sen", Kind.meeting), (meeting, .person)] {
      let faults = joined(Decisions(kind: [.init(name, kind)])).diagnostics
      #expect(faults.map(\.code) == ["decisions.kind"])
      #expect(faults.first?.severity == .error)
    }
  }

  @Test func `two decisions on one thing under two names are a fault`() throws {
    let name = try #require(node(joined(.none).graph, meeting)?.name)
    let decisions = [
      Decisions(status: [.init(meeting, .held), .init(name, .planned)]),
      Decisions(date: [
        .init(meeting, .init(PartialDate("2026-02-01"))), .init(name, .init(nil)),
      ]),
      Decisions(kind: [.init(meeting, .visit), .init(name, .agreement)]),
      Decisions(rename: [.init(from: "Hun Sen", to: "A"), .init(from: "person.hun-sen", to: "B")]),
    ]
    for decision in decisions {
      let faults = joined(decision).diagnostics.filter { $0.severity == .error }
      #expect(faults.map(\.code) == ["decisions.contradiction"])
    }
  }

  @Test func `the user's own decision wins over that of an earlier graph`() {
    let first = joined(
      Decisions(
        rename: [.init(from: "Hun Sen", to: "First")],
        keepEdge: [.init(from: "Hun Sen", to: meeting)], status: [.init(meeting, .planned)])
    ).graph
    let second = Joiner.joined(
      GraphReadings.readings(from: first),
      decisions: Decisions(
        rename: [.init(from: "person.hun-sen", to: "Second")],
        dropEdge: [.init(from: "person.hun-sen", to: meeting)],
        status: [.init(meeting, .proposed)]))
    #expect(second.diagnostics.isEmpty)
    #expect(node(second.graph, "person.hun-sen")?.name == "Second")
    #expect(node(second.graph, meeting)?.event?.status == .proposed)
    #expect(!second.graph.edges.contains { $0.source == "person.hun-sen" && $0.target == meeting })
    let decided = second.graph.judgements.filter { $0.reasons.first == Decisions.reason }
    #expect(decided.count == 3)
    #expect(decided.contains { $0.reasons == [Decisions.reason, "status", "was held"] })
  }

  @Test func `a name that is no event is told of with what it is`() {
    let found = joined(
      Decisions(
        sameEvent: [[meeting, "\(meeting)@z.txt"]], status: [.init("Hun Sen", .held)],
        date: [.init("meeting.hun-sen.to-lan", .init(nil))])
    ).diagnostics
    #expect(found.map(\.code) == Array(repeating: "decisions.unknown-name", count: 3))
    #expect(found[0].message == "“Hun Sen” is no event but of the kind `person`.")
    #expect(found[1].hint == "It is told by e.txt.")
    #expect(found[2].hint == "Did you mean “\(meeting)”?")
  }

  @Test func `what a reader took for one name is parted, with the statements of each`() {
    var story = Story("x.txt")
    story.name("country.no", "Norway")
    story.name("person.anna-berg", "Anna Berg", "Berg", known: false)
    let graph = Joiner.join([story.reading])
    #expect(graph.nodes.filter { $0.kind == .person }.count == 1)
    let parted = Joiner.joined(
      [story.reading], decisions: Decisions(different: [["Berg", "person.anna-berg"]]))
    #expect(parted.diagnostics.isEmpty)
    #expect(
      parted.graph.nodes.filter { $0.kind == .person }.map(\.aliases) == [["Anna Berg"], ["Berg"]])
    expectToStay(parted.graph)
  }

  @Test func `a form that a pack's entry bears is another thing by the user's word`() {
    var stories = [Story("x.txt"), Story("y.txt")]
    stories[0].name("organization.un", "United Nations", "UN")
    stories[1].name("organization.un", "UN")
    let readings = stories.map(\.reading)
    #expect(Joiner.join(readings).nodes.count == 1)
    let parted = Joiner.joined(
      readings, decisions: Decisions(different: [["organization.un", "UN"]]))
    #expect(parted.diagnostics.isEmpty)
    #expect(
      parted.graph.nodes.map(\.aliases).sorted { $0[0] < $1[0] } == [["UN"], ["United Nations"]])
    expectToStay(parted.graph)
  }
}
