import EntenteGraph
import EntenteModel
import Testing

@Suite struct DiagramViewTests {
  private let diagram = DiagramView.diagram(of: ViewSample.visit())

  private func card(_ id: String) -> Diagram.Card? {
    diagram.banks.flatMap(\.cards).first { $0.id == id }
  }
  private func event(_ id: String) -> Diagram.EventBox? {
    diagram.events.first { $0.members.contains(id) }
  }

  @Test("The visitor’s country is the first bank and the country visited the second")
  func banks() {
    #expect(diagram.banks.map(\.title) == ["Arland", "Borland"])
  }

  @Test(
    "Heads of state and of party stand first, bodies after persons, provinces at the foot in the text’s order"
  )
  func ranks() {
    #expect(diagram.banks[0].cards.map(\.id).prefix(2) == ["person.anna-berg", "person.paul-reed"])
    let second = diagram.banks[1].cards.map(\.id)
    #expect(second.prefix(3) == ["person.king-olo", "person.mira-sun", "person.ted-speaker"])
    #expect(second.suffix(3) == ["province.bb-south", "province.bb-north", "province.bb-west"])
  }

  @Test("Events stand oldest first, undated ones last, those of a visit inside its frame")
  func order() {
    #expect(
      diagram.events.map(\.members.first) == [
        "meeting.old", "visit.anna-berg", "meeting.high", "meeting.king", "meeting.talks",
        "agreement.trade",
        "agreement.south", "meeting.undated", "agreement.school",
      ])
    #expect(diagram.frames.count == 1)
    #expect(diagram.frames[0].events.first == "visit.anna-berg")
    #expect(diagram.frames[0].events.count == 6)
  }

  @Test("Equal agreements of one side are one box with their number")
  func bundles() {
    let bundle = event("agreement.north")
    #expect(bundle?.title == "3 cooperation deals")
    #expect(bundle?.detail == ["exchanged 4 May 2031"])
    #expect(bundle?.members.count == 3)
    #expect(diagram.lines.filter { $0.to == bundle?.id }.count == 4)
  }

  @Test("Agreements that differ in their act stay apart")
  func noBundle() throws {
    var graph = ViewSample.visit()
    let i = try #require(graph.nodes.firstIndex { $0.id == "agreement.north" })
    graph.nodes[i].event?.act = "signed"
    let titles = DiagramView.diagram(of: graph).events.map(\.title)
    #expect(titles.contains("2 cooperation deals"))
    #expect(titles.contains("Cooperation deal"))
  }

  @Test(
    "An organ that acts beside its leader is drawn as its party; one that acts alone keeps its card"
  )
  func organs() {
    #expect(card("party.aaw.politburo") == nil)
    #expect(card("party.aaw")?.detail == ["Politburo"])
    #expect(card("party.aaw")?.members == ["party.aaw", "party.aaw.politburo"])
    #expect(card("party.aaw.school") != nil)
  }

  @Test("Names leave out the country of their bank, and offices stand below")
  func names() {
    #expect(card("ministry.aa.trade")?.name == "Ministry of Trade")
    #expect(card("person.anna-berg")?.detail == ["General Secretary, AWP"])
    #expect(card("party.aaw")?.name == "Arland Workers’ Party (AWP)")
  }

  @Test("Labels say what happened")
  func titles() {
    #expect(event("visit.anna-berg")?.title == "State visit to Borland")
    #expect(event("meeting.king")?.title == "Reception by Olo III")
    #expect(event("meeting.talks")?.title == "Talks with Mira Sun")
    #expect(event("meeting.old")?.title == "AWP–BUP meeting")
    #expect(event("meeting.old")?.detail == ["Dec 2030"])
    #expect(event("meeting.undated")?.detail == ["date not stated"])
    #expect(event("meeting.king")?.detail == ["announced; not reported as held in these articles"])
    #expect(diagram.title == "Anna Berg’s state visit to Borland, 4 May 2031")
  }

  @Test("Every number under the title is the number of things drawn")
  func counts() {
    #expect(
      diagram.subtitle
        == "5 people · 2 parties · 1 party body · 2 ministries · 4 provinces · 4 meetings · 1 visit · 5 agreements"
        + "; 1 more announced only; 1 of these may be a duplicate")
    #expect(diagram.banks.flatMap(\.cards).filter { $0.kind == .person }.count == 5)
    #expect(diagram.events.filter { $0.kind == .agreement }.flatMap(\.members).count == 5)
  }

  @Test("Who has no part in an event is in the note, not in the picture")
  func bystanders() {
    #expect(card("person.only-quoted") == nil)
    #expect(card("province.bb-east") == nil)
    #expect(diagram.note.contains { $0.contains("Ilse Quote (Ambassador)") })
    #expect(
      diagram.note[0].contains(
        "3 articles, dated 4–5 May 2031 (1 without a date): Agency (2), Daily"))
    #expect(diagram.note[0].contains("share one agency"))
  }

  @Test("The address of an article is kept for the event’s box")
  func address() {
    #expect(event("meeting.high")?.url == "https://example.org/a?x=1&y=2")
  }

  @Test("An empty graph says so")
  func empty() {
    let diagram = DiagramView.diagram(of: Graph())
    #expect(diagram.title == "No meetings, visits or agreements found")
    #expect(diagram.events.isEmpty && diagram.banks.isEmpty)
  }

  @Test("A crowd is folded to the limit, and the note tells what is left out")
  func crowd() {
    let diagram = DiagramView.diagram(
      of: ViewSample.crowd(entities: 120, events: 90), options: DiagramOptions(mostBoxes: 50))
    #expect(diagram.events.count + diagram.banks.reduce(0) { $0 + $1.cards.count } <= 50)
    #expect(diagram.note.contains { $0.hasPrefix("Not drawn for want of room: ") })
    let ids = Set(
      diagram.banks.flatMap(\.cards).map(\.id) + diagram.events.map(\.id) + diagram.banks.map(\.id))
    #expect(diagram.lines.allSatisfy { ids.contains($0.from) && ids.contains($0.to) })
  }
}
