import EntenteGraph
import EntenteModel
import Testing

@Suite struct ViewChoiceTests {
  private func chosen(_ graph: Graph, focus: String? = nil, most: Int = 60) -> Composition {
    Composition(of: graph, options: DiagramOptions(mostBoxes: most, focus: focus))
  }

  @Test("Two countries are drawn face to face, and nothing is said of it")
  func banks() {
    let composition = chosen(ViewSample.visit())
    #expect(composition.diagram.view == .banks)
    #expect(composition.notes.isEmpty)
  }

  @Test("More boxes than can be read, of three countries or more, give an overview")
  func overview() {
    let composition = chosen(GeneratedGraph.make(nodes: 150, countries: 8, seed: 1))
    #expect(composition.diagram.view == .overview)
    #expect(composition.notes.contains { $0.code == "view.chosen" && $0.severity == .note })
  }

  @Test("Four countries on several dates, few enough to be read, give a timeline")
  func timeline() {
    let composition = chosen(GeneratedGraph.make(nodes: 40, countries: 5, seed: 2))
    #expect(composition.diagram.view == .timeline)
    #expect(composition.notes.contains { $0.message.contains("--view timeline") })
  }

  @Test("A focus with a part in most events stands in the centre, one with a part in few does not")
  func focus() {
    let around = chosen(ViewSample.visit(), focus: "country.aa")
    #expect(around.diagram.view == .banks)
    let graph = ViewSample.around()
    #expect(chosen(graph, focus: "person.anna-berg").diagram.view == .ego)
  }

  @Test("The view that was asked for is taken, whatever the data", arguments: ViewName.allCases)
  func asked(view: ViewName) {
    let composition = Composition(
      of: ViewSample.visit(), options: DiagramOptions(view: view))
    #expect(composition.diagram.view == view)
  }

  @Test("An empty graph is a valid file in every view", arguments: ViewName.allCases)
  func empty(view: ViewName) throws {
    let composition = Composition(of: Graph(), options: DiagramOptions(view: view))
    #expect(composition.diagram.title == "No meetings, visits or agreements found")
    #expect(DOTStamp.isEdited(composition.dot) == false)
    if Graphviz.isPresent { _ = try Graphviz.run(composition.dot, format: "svg") }
  }

  @Test("What was folded and left out is said", arguments: ViewName.allCases)
  func givenUp(view: ViewName) {
    let composition = Composition(
      of: GeneratedGraph.make(nodes: 240, countries: 4, seed: 3),
      options: DiagramOptions(mostBoxes: 12, view: view))
    #expect(composition.notes.contains { $0.code == "view.folded" })
    // An overview may hold all of them.
    guard view != .overview else { return }
    #expect(
      composition.diagram.note.contains { $0.contains("ot drawn") || $0.contains("is drawn") })
  }

  @Test("A layout without time to work is drawn all the same, and says so")
  func effort() {
    let graph = GeneratedGraph.make(nodes: 60, countries: 3, seed: 4)
    let hasty = Composition(of: graph, options: DiagramOptions(view: .banks, layoutSeconds: 0))
    #expect(hasty.notes.contains { $0.code == "view.effort" })
    #expect(Legibility(of: hasty).overlaps == 0)
    let usual = Composition(of: graph, options: DiagramOptions(view: .banks))
    #expect(!usual.notes.contains { $0.code == "view.effort" })
    #expect(Legibility(of: usual).crossings <= Legibility(of: hasty).crossings)
  }
}

@Suite struct ViewTests {
  @Test(
    "Every view gives the same bytes in any order of the graph’s lists",
    arguments: ViewName.allCases)
  func order(view: ViewName) {
    var graph = GeneratedGraph.make(nodes: 60, countries: 4, seed: 5)
    let options = DiagramOptions(view: view)
    let expected = Composition(of: graph, options: options).dot
    graph.documents.reverse()
    graph.nodes.reverse()
    graph.edges.reverse()
    #expect(Composition(of: graph, options: options).dot == expected)
  }

  @Test("Every statement drawn is followed by its evidence", arguments: ViewName.allCases)
  func evidence(view: ViewName) {
    let composition = Composition(of: ViewSample.visit(), options: DiagramOptions(view: view))
    let read = Set(DOTEvidence.read(composition.dot))
    #expect(read.isSuperset(of: composition.diagram.events.flatMap(\.evidence)))
    #expect(read.isSuperset(of: composition.diagram.lines.flatMap(\.evidence)))
    #expect(read.isSuperset(of: composition.diagram.banks.flatMap(\.cards).flatMap(\.evidence)))
  }

  @Test("Every line is drawn", arguments: ViewName.allCases)
  func lines(view: ViewName) {
    for graph in [ViewSample.visit(), GeneratedGraph.make(nodes: 60, countries: 4, seed: 6)] {
      let composition = Composition(of: graph, options: DiagramOptions(view: view))
      #expect(!composition.diagram.lines.isEmpty)
      #expect(composition.picture.paths.allSatisfy { $0.count > 3 && $0.count % 3 == 1 })
    }
  }

  @Test("Hostile names leave every view whole", arguments: ViewName.allCases)
  func hostile(view: ViewName) throws {
    for name in hostileNames {
      var graph = ViewSample.visit()
      for i in graph.nodes.indices {
        graph.nodes[i].name = name
        graph.nodes[i].event?.noun = name
      }
      let bytes = Composition(of: graph, options: DiagramOptions(view: view)).dot
      #expect(DOTStamp.isEdited(bytes) == false)
      if Graphviz.isPresent { _ = try Graphviz.run(bytes, format: "svg") }
    }
  }

  @Test("A timeline goes from the first date to the last, the undated behind")
  func timeline() {
    let composition = Composition(
      of: ViewSample.visit(), options: DiagramOptions(view: .timeline))
    let dates = composition.diagram.events.map(\.date)
    let known = dates.compactMap(\.self)
    #expect(known == known.sorted())
    #expect(dates.drop { $0 != nil }.allSatisfy { $0 == nil })
    let ends = composition.picture.events.map { $0.box.x + $0.box.width }
    #expect(ends == ends.sorted())
    let headings = composition.picture.backdrop.captions.map { caption in
      caption.text.lines.map { $0.map(\.text).joined() }.joined(separator: " ")
    }
    #expect(headings == ["Dec 2030", "4 May 2031", "date not stated"])
  }

  @Test("Around a focus, only its events are drawn, and it stands on no bank")
  func ego() {
    let composition = Composition(
      of: ViewSample.visit(), options: DiagramOptions(view: .ego, focus: "person.anna-berg"))
    let diagram = composition.diagram
    #expect(diagram.focus?.id == "person.anna-berg")
    #expect(
      Set(diagram.lines.filter { $0.from == "person.anna-berg" }.map(\.to))
        == Set(diagram.events.map(\.id)))
    #expect(diagram.title.hasPrefix("Anna Berg: "))
    #expect(diagram.note.contains { $0.hasPrefix("Only what Anna Berg had a part in is drawn; ") })
  }

  @Test(
    "An overview counts all events between the same countries, a visit with the country visited")
  func overview() {
    let composition = Composition(of: ViewSample.visit(), options: DiagramOptions(view: .overview))
    let boxes = composition.diagram.events
    #expect(boxes.map(\.title) == ["Arland – Borland"])
    #expect(boxes[0].members.count == 11)
    #expect(boxes[0].detail.first == "4 meetings · 1 visit · 5 agreements · 1 announced only")
    #expect(
      composition.diagram.subtitle.contains(
        "4 meetings · 1 visit · 5 agreements; 1 more announced only"))
  }
}
