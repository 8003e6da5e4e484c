import EntenteModel
import Foundation
import Testing

@testable import EntenteGraph

@Suite struct ExplorerPageTests {
  @Test func `the same graph in another order is the same page`() {
    let graph = ViewSample.visit()
    var other = graph
    other.nodes.reverse()
    other.edges.reverse()
    other.documents.reverse()
    #expect(page(graph) == page(other))
  }

  @Test func `the policy names the page's own script and style sheets and nothing else`() throws {
    let text = String(decoding: page(ViewSample.visit(), svg: Self.svg), as: UTF8.self)
    let policy = try #require(
      text.split(separator: "Security-Policy\" content=\"").last?.split(separator: "\"").first)
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"))
    let styles = pieces(text, "<style>", "</style>")
    let scripts = pieces(text, "<script>", "</script>")
    #expect(styles.count == 2 && scripts.count == 1)
    for part in styles + scripts {
      let digest = Data(SHA256.digest(Array(part.utf8))).base64EncodedString()
      #expect(policy.contains("'sha256-\(digest)'"))
    }
    #expect(!text.contains(" style=\""))
    // No attribute of the page's own markup runs anything.
    #expect(!text.contains(" onclick=") && !text.contains(" onload="))
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func `Base64 is that of its standard`(text: String) {
    #expect(ContentPolicy.base64(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
  }

  @Test func `script and style sheet hold nothing that would end them`() {
    for bytes in [Explorer.script, Explorer.style] {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(!text.isEmpty)
      for end in ["</", "<!--", "http://", "https://", "@import", "innerhtml", "eval("] {
        #expect(!text.contains(end), "\(end)")
      }
    }
    #expect(!String(decoding: Explorer.style, as: UTF8.self).contains("url("))
  }

  @Test func `no name ends the data or begins markup`() throws {
    let evil = "</script><script>alert(1)</script><!--&\u{2028}\u{2029}]]>\"'\u{202E}"
    var graph = ViewSample.visit()
    for i in graph.nodes.indices { graph.nodes[i].name = evil }
    for i in graph.documents.indices { graph.documents[i].title = evil }
    for i in graph.edges.indices { graph.edges[i].role = evil }
    let text = String(decoding: page(graph), as: UTF8.self)
    #expect(pieces(text, "<script", "</script>").count == 2)
    let data = try #require(text.split(separator: "id=\"data\">").last?.split(separator: "<").first)
    #expect(!data.contains(">") && !data.contains("&"))
    #expect(!data.contains("\u{2028}") && !data.contains("\u{2029}"))
    #expect(data.contains("\\u003c/script\\u003e"))
    let head = try #require(text.split(separator: "id=\"data\">").first)
    #expect(!head.contains("\u{202E}") && !head.contains("<script>alert"))
    _ = try JSONParser.parse(Array(data.utf8))
  }

  @Test func `an empty graph is a page that says so`() {
    let text = String(decoding: page(Graph()), as: UTF8.self)
    #expect(text.contains("<h1>No meetings, visits or agreements found</h1>"))
    #expect(text.hasSuffix("</html>\n"))
  }

  @Test func `every quotation of the graph is read back from the page`() throws {
    let graph = ViewSample.visit()
    let expected = Set(
      PassageFinder.all(in: graph).map {
        Evidence(document: $0.document, start: $0.start, end: $0.end, text: $0.text)
      })
    #expect(Set(try #require(Explorer.quotations(in: page(graph)))) == expected)
    #expect(Explorer.quotations(in: Array("<!DOCTYPE html><p>x</p>".utf8)) == nil)
  }

  @Test func `addresses other than http are left out`() {
    var graph = ViewSample.visit()
    graph.documents[0].url = "javascript:alert(1)"
    graph.documents[1].url = "https://example.org/x y\"<"
    let text = String(decoding: page(graph), as: UTF8.self)
    #expect(!text.contains("javascript:alert"))
    #expect(text.contains("https://example.org/x%20y%22%3C"))
  }

  private static let svg = Array(
    """
    <svg xmlns="http://www.w3.org/2000/svg" id="e1-svg" style="max-width:100%;height:auto" role="img">
    <style>@media (prefers-color-scheme:dark){#e1-svg .e-ink{fill:#fff}}</style>
    <metadata class="entente-evidence">
    //@ "a.txt" 0 1 "x"
    </metadata>
    </svg>

    """.utf8)

  private func page(_ graph: Graph, svg: [UInt8]? = nil) -> [UInt8] {
    Explorer.page(of: graph, diagram: DiagramView.diagram(of: graph), svg: svg)
  }

  private func pieces(_ text: String, _ start: String, _ end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
  }
}

@Suite struct ExplorerPassageTests {
  private let sentence = said("Then Đinh Anna 😀 met the President of Kenya, Amina Yusuf.", 100)

  @Test func `a name is shown in its sentence`() throws {
    let name = quote("Amina Yusuf", 100 + 49)
    let passages = finder(name, quote("President of Kenya, Amina Yusuf", 129), sentence)
      .passages(of: [name], names: [])
    let passage = try #require(passages.first)
    #expect(passage.shown == sentence)
    #expect(passage.exact == [49..<60])
    #expect(ScriptText.units([49, 60], in: sentence.text) == [46, 57])
  }

  @Test func `statements of one sentence are one passage with every place marked`() {
    let (a, b) = (quote("Đinh Anna", 105), quote("Amina Yusuf", 149))
    let passages = finder(a, b, sentence).passages(of: [b, a], names: [a])
    #expect(passages.count == 1)
    #expect(passages[0].exact == [5..<15, 49..<60] && passages[0].names == [5..<15])
  }

  @Test func `a quotation that is not what its offsets say stands alone`() {
    let lie = quote("Omar Diallo", 105)
    let passages = finder(lie, sentence).passages(of: [lie], names: [])
    #expect(passages.count == 1 && passages[0].shown == lie)
    #expect(passages[0].exact == [0..<11])
  }

  private func quote(_ text: String, _ start: Int) -> Evidence { said(text, start) }

  private func finder(_ quotes: Evidence...) -> PassageFinder {
    var node = Node(id: "person.a", kind: .person, name: "A")
    node.mentions = quotes
    return PassageFinder(Graph(nodes: [node]))
  }
}

@Suite struct ExplorerPictureTests {
  @Test func `what is folded, bundled or left out is told from what is drawn`() {
    let graph = ViewSample.visit()
    let index = PictureIndex(DiagramView.diagram(of: graph))
    func element(_ id: String) -> String? {
      graph.nodes.first { $0.id == id }.flatMap { index.box(of: $0)?.element }
    }
    #expect(element("person.anna-berg") == "person.anna-berg")
    #expect(element("party.aaw.politburo") == "party.aaw")
    #expect(element("country.bb") == "country.bb")
    #expect(element("person.only-quoted") == nil)
    let bundled = Set(["south", "north", "west"].map { element("agreement.\($0)") })
    #expect(bundled.count == 1 && bundled.first??.hasPrefix("bundle.") == true)
    func line(_ id: String) -> String? {
      graph.edges.first { $0.id == id }.flatMap(index.line)
    }
    #expect(
      line("party.aaw.politburo--participant--meeting.high") == "party.aaw--meeting.high")
    #expect(line("person.anna-berg--leads--party.aaw") == nil)
  }
}

private func said(_ text: String, _ start: Int) -> Evidence {
  Evidence(document: "a.txt", start: start, end: start + text.utf8.count, text: text)
}
