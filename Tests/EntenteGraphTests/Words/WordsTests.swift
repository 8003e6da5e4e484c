import EntenteGraph
import EntenteModel
import Testing

@Suite struct WordsTests {
  private let graph = ViewSample.visit()
  private var words: Words { Words(of: graph) }

  @Test func `every event and every one who took part is told, with date and status`() throws {
    let text = words.description()
    for node in graph.nodes where node.kind.isEvent {
      let sides = graph.edges.filter { $0.target == node.id && $0.type.isSide }.map(\.source)
      for side in sides {
        let name = try #require(graph.nodes.first { $0.id == side }?.name)
        #expect(text.contains(name), "\(name)")
      }
    }
    #expect(text.contains("It was held on 4 May 2031"))
    #expect(text.contains("It was held in December 2030"))
    #expect(text.contains("these articles do not report that it was held"))
    #expect(text.contains("the articles do not state the date"))
    #expect(text.contains("Anna Berg (General Secretary, AWP) visited Borland."))
    #expect(text.contains("Coast has one each with South, North and West."))
    #expect(text.contains("It may be one and the same as no. "))
    #expect(text.contains("AWP Politburo and School Committee of the AWP are part of"))
  }

  @Test func `an office is said with the first naming only`() {
    #expect(words.description().occurrences(of: "Anna Berg (General Secretary, AWP)") == 1)
  }

  @Test func `events stand as in the picture, oldest first`() throws {
    let headings = words.chapters.map(\.heading)
    #expect(headings.first == "1. Meeting")
    #expect(headings[1] == "2. State visit")
    #expect(headings.contains("7. 3 cooperation deals"))
    #expect(headings.last == "Offices and bodies")
  }

  @Test(arguments: [
    "", "A short headline", String(repeating: "A very long headline ", count: 20),
    String(repeating: "x", count: 400), String(repeating: "ភ្នំពេញ", count: 60),
  ])
  func `the alternative text has at most 150 characters`(title: String) {
    let words = Words(of: graph, options: DiagramOptions(title: title))
    #expect(!words.alternative.isEmpty)
    #expect(words.alternative.count <= 150)
  }

  @Test func `every quotation of the graph stands in the table with its source`() {
    let rows = words.evidence
    let quotes = graph.edges.flatMap(\.evidence) + graph.nodes.flatMap { $0.event?.evidence ?? [] }
    for quote in quotes { #expect(rows.contains { $0.quotation == quote.text }) }
    let row = rows.first { $0.quotation != nil }
    #expect(row?.source == "Agency, a.txt")
    #expect(row?.date == PartialDate("2031-05-04"))
    #expect(row?.url == "https://example.org/a?x=1&y=2")
  }

  @Test func `what only a pack knows is marked and has no quotation`() {
    var graph = graph
    for i in graph.edges.indices where graph.edges[i].type == .leads {
      graph.edges[i].origin = .background
      graph.edges[i].evidence = []
    }
    let rows = Words(of: graph).evidence.filter { $0.quotation == nil }
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0.source == "Background knowledge" })
    #expect(rows.allSatisfy { $0.statement.contains("no article here says it") })
  }

  @Test func `the same graph in another order gives the same words`() {
    var other = graph
    other.nodes.reverse()
    other.edges.reverse()
    other.documents.reverse()
    #expect(Words(of: other).markdown() == words.markdown())
  }

  @Test func `an empty graph has words too`() {
    let words = Words(of: Graph())
    #expect(words.description().contains("No sentence of these articles reports"))
    #expect(words.markdown().contains("There is no statement"))
  }

  @Test func `a description that is cut says how much is missing`() {
    let whole = words.description()
    let part = words.description(most: 400)
    #expect(part.count < 500 && part.count < whole.count)
    #expect(part.contains("sections are missing or not whole"))
  }
}

@Suite struct DOTWordsTests {
  private let dot = DiagramDOT.write(ViewSample.visit())

  @Test func `words of a DOT file follow an edit`() throws {
    let edited = String(decoding: dot, as: UTF8.self)
      .replacing("<B>Mira Sun</B>", with: "<B>Amina Yusuf</B>")
    let words = try Words(dot: Array(edited.utf8), file: "map.dot")
    #expect(words.description().contains("Amina Yusuf"))
    #expect(words.title == "Anna Berg’s state visit to Borland, 4 May 2031")
    #expect(words.notes.contains { $0.contains("edited by hand") })
    #expect(try !Words(dot: dot, file: "map.dot").notes.contains { $0.contains("by hand") })
  }

  @Test func `sides, frame, date and doubts are told from the DOT alone`() throws {
    let words = try Words(dot: dot, file: "map.dot")
    let high = try #require(words.chapters.first { $0.heading.contains("high-level") })
    #expect(high.sentences.joined().contains("4 May 2031"))
    #expect(high.sentences.contains { $0.hasPrefix("The sides are ") && $0.contains("Anna Berg") })
    #expect(high.sentences.contains("It was part of: State visit to Borland."))
    #expect(words.description().contains("It may be one and the same as"))
    #expect(words.chapters.last?.heading == "Who is shown")
  }

  @Test
  func `quotations come from the comments, outlet, date and address from the list of articles`()
    throws
  {
    let rows = try Words(dot: dot, file: "map.dot").evidence
    let quoted = Set(DOTEvidence.read(dot).map(\.text))
    #expect(Set(rows.compactMap(\.quotation)) == quoted)
    #expect(
      rows.allSatisfy { $0.source == "Agency, a.txt" && $0.date == PartialDate("2031-05-04") })
    #expect(rows.allSatisfy { $0.url == "https://example.org/a?x=1&y=2" })
  }

  @Test func `any DOT has words, written as Graphviz allows it`() throws {
    let text = """
      /* by hand */ strict digraph "x" {
        layout = dot; node [shape=box] ;
        a [label="Anna " + "Berg\\nsecond line", class=person]
      # a line that Graphviz skips
        b:n -> { c; d:w } [label=<met <i>twice</i>>]
        subgraph cluster_1 { e }
        "a" -> b -> c; -.5 -> e [label="x, y"]
      }
      """
    let words = try Words(dot: Array(text.utf8), file: "x.dot")
    #expect(words.chapters.map(\.heading) == ["Lines"])
    #expect(
      words.chapters[0].sentences == [
        "b is joined to c (met twice), d (met twice) and c.", "Anna Berg is joined to b.",
        "-.5 is joined to e (x, y).",
      ])
  }

  @Test(arguments: [
    ("nothing", 1, 1), ("digraph {\n  a -> \n}", 3, 1), ("digraph {\n a [label=\"x\n}", 2, 11),
    ("digraph {\n a [label=<x\n}", 2, 11), ("digraph { a", 1, 12),
    ("digraph {\n a [b=]\n}", 2, 7),
  ])
  func `what is no DOT is told with line and column`(text: String, line: Int, column: Int) {
    let error = #expect(throws: EntenteError.self) {
      try Words(dot: Array(text.utf8), file: "x.dot")
    }
    #expect(error?.faults.first?.place?.line == line)
    #expect(error?.faults.first?.place?.column == column)
  }

  @Test func `groups without end and products of groups are refused, not followed`() {
    let deep = "digraph " + String(repeating: "{", count: 100_000)
    #expect(throws: EntenteError.self) { try Words(dot: Array(deep.utf8), file: "x.dot") }
    let names = (0..<2_000).map { "n\($0)" }.joined(separator: " ")
    let wide = "digraph { {\(names)} -> {\(names)} -> {\(names)} }"
    #expect(throws: EntenteError.self) { try Words(dot: Array(wide.utf8), file: "x.dot") }
  }
}

@Suite struct MarkdownTests {
  private static let hostile = [
    "*bold* _it_ `code`", "[x](javascript:alert(1))", "![x](https://e.org/x.png)",
    "<script>x</script>",
    "<img src=x onerror=y>", "a | b", "# heading", "- item", "1. item", "> quote", "https://e.org/",
    "www.example.org", "me@example.org", "&lt;b&gt;", "line\nbreak\n\n# new", "~~gone~~",
    "{.class}",
    "$x^2$", "back\\slash", "\u{202E}desrever", "zero\u{200B}width", "\u{1B}[31mred", ": def",
    "===", "+ plus",
  ]

  @Test(arguments: hostile)
  func `a hostile name stays text on its line`(name: String) {
    let clean = Words(of: named("Anna Berg")).markdown()
    let markdown = Words(of: named(name)).markdown()
    #expect(markdown.split(separator: "\n").count == clean.split(separator: "\n").count)
    let unescaped = markdown.replacing("\\]", with: "")
    for forbidden in [
      "<script", "<img", "](java", "](https://e", "\u{202E}", "\u{200B}", "\u{1B}",
      " https://e.org/",
      " www.example",
    ] { #expect(!unescaped.contains(forbidden), "\(forbidden)") }
    for line in markdown.split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.replacing("\\\\", with: "").replacing("\\|", with: "").occurrences(of: "|") == 6)
    }
  }

  private func named(_ name: String) -> Graph {
    var graph = ViewSample.visit()
    for i in graph.nodes.indices where graph.nodes[i].kind != .country {
      graph.nodes[i].name = name
    }
    for i in graph.documents.indices {
      graph.documents[i].source = name
      graph.documents[i].url = name
    }
    return graph
  }

  @Test func `a number behind an Arabic name stays behind it`() {
    var graph = ViewSample.visit()
    for i in graph.nodes.indices where graph.nodes[i].kind == .person {
      graph.nodes[i].name = "محمد عبد الله"
    }
    for i in graph.nodes.indices where graph.nodes[i].kind == .meeting {
      graph.nodes[i].name = "محمد 6"
    }
    #expect(Words(of: graph).markdown().contains("محمد\u{200E} 6"))
  }
}

extension StringProtocol {
  /// How often a text stands in it.
  fileprivate func occurrences(of text: String) -> Int {
    String(self).split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
