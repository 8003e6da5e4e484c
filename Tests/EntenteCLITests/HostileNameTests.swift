import Entente
import Foundation
import Testing

/// Names that other programs have stumbled over.
enum Hostile {
  static let names = [
    "a\"b", "a\\b", "back\\", "\\N \\G \\E \\T", "x\\ny\\ly", "<b>bold</b>", "a&amp;b", "&#34;",
    "{a|b}",
    "node", "strict digraph", "// no comment", "# no line", "/* c", "a;b", "a -> b",
    "]; evil [label=x",
    "<img src='/etc/passwd'/>", "<!--", "]]>", "</title><script>\(mark)</script>",
    "<svg onload=\(mark)>", "\"><script>\(mark)</script>", "javascript:\(mark)",
    "' onclick='\(mark)",
    "</metadata><script>\(mark)</script>", "<foreignObject><body onload='\(mark)'>", "%s%n%x",
    "é́ combining", "Đỗ Mười", "שלום", "\u{202E}desrever", "zero\u{200B}width",
    "\u{1}\u{8}\u{1B}[31mred",
    "emoji 👩‍👩‍👧", "N\u{0}UL", "line\nbreak", "\u{FFFE}x\u{FFFF}", "'); DROP TABLE", "=1+1",
    String(repeating: "ha", count: 300),
  ]
  /// What a script that ran would do to the page.
  static let mark = "document.documentElement.setAttribute('data-ran','yes')"

  /// A meeting between two who bear a name, which an article tells under it too.
  static func graph(_ name: String) -> Graph {
    let document = "\(name).txt"
    func quote(_ text: String) -> Evidence {
      Evidence(
        document: document, start: 0, end: text.utf8.count, text: text, rule: "met",
        speaker: .init(id: nil, start: 0, end: text.utf8.count, text: text))
    }
    var graph = Graph(documents: [
      DocumentRecord(
        id: document, title: name, source: name, url: "https://example.org/?a=\"&b",
        sha256: String(repeating: "0", count: 64))
    ])
    for id in ["person.a", "person.b"] {
      var node = Node(id: id, kind: .person, name: id == "person.a" ? name : "Other \(name)")
      node.aliases = [node.name]
      node.mentions = [quote(name)]
      graph.nodes.append(node)
      graph.edges.append(
        Edge(
          type: .participant, source: id, target: "meeting.a.b", role: name, origin: .text,
          confidence: 0.9, evidence: [quote(name)]))
    }
    var meeting = Node(id: "meeting.a.b", kind: .meeting, name: name)
    var detail = EventDetail(status: .held)
    detail.noun = name
    detail.reports = [Report(document: document, status: .held)]
    detail.evidence = [quote(name)]
    meeting.event = detail
    graph.nodes.append(meeting)
    graph.nodes.sort { $0.id < $1.id }
    graph.edges.sort { $0.id < $1.id }
    return graph
  }
}

@Suite struct HostileNames {
  @Test(.enabled(if: Programs.has("dot"), "dot is not installed"), arguments: Hostile.names)
  func `Graphviz reads the same nodes and lines that were written`(name: String) throws {
    let scratch = try Scratch()
    let graph = Hostile.graph(name)
    try Data(graph.dot()).write(to: URL(filePath: scratch["a.dot"]))
    let run = try start("/usr/bin/env", ["dot", "-Tjson0", scratch["a.dot"]])
    #expect(run.status == 0)
    #expect(!run.errors.contains("rror"), "\(run.errors)")
    let read = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let objects = read["objects"] as? [[String: Any]] ?? []
    let names = objects.compactMap { $0["name"] as? String }
    for id in ["person.a", "person.b", "meeting.a.b"] { #expect(names.contains(id)) }
    let lines = (read["edges"] as? [[String: Any]] ?? []).filter { $0["id"] != nil }
    #expect(lines.count == 2)
    // Nothing in a name became an attribute that Graphviz obeys.
    for object in objects { #expect(object["image"] == nil && object["URL"] as? String != "x") }
  }

  @Test(.enabled(if: Programs.hasModule("pydot"), "pydot is not installed"))
  func `pydot reads the same nodes and lines that were written`() throws {
    let scratch = try Scratch()
    for (i, name) in Hostile.names.enumerated() {
      try Data(Hostile.graph(name).dot()).write(to: URL(filePath: scratch["\(i).dot"]))
    }
    let script = """
      import glob, pydot, sys
      def walk(graph):
        for node in graph.get_nodes(): yield node.get_name().strip('"')
        for sub in graph.get_subgraphs(): yield from walk(sub)
      def edges(graph):
        return [e for e in graph.get_edges() if e.get('id')] + [
          e for sub in graph.get_subgraphs() for e in edges(sub)]
      for path in sorted(glob.glob(sys.argv[1] + '/*.dot')):
        graphs = pydot.graph_from_dot_file(path, encoding='utf-8')
        assert graphs and len(graphs) == 1, path
        names = set(walk(graphs[0]))
        assert {'person.a', 'person.b', 'meeting.a.b'} <= names, (path, names)
        assert len(edges(graphs[0])) == 2, path
      """
    let python = try #require(Programs.find("python3"))
    let run = try start(python, ["-c", script, scratch.path])
    #expect(run.status == 0, "\(run.errors)\(run.text)")
  }

  @Test(arguments: Hostile.names)
  func `a picture is made of it, and every quotation comes back from DOT and SVG`(name: String)
    throws
  {
    let scratch = try Scratch()
    let graph = Hostile.graph(name)
    let options = DrawingOptions(title: name, note: name)
    let svg = try graph.svg(options)
    let text = String(decoding: svg.bytes, as: UTF8.self)
    for forbidden in ["<script", "<foreignObject", "<image", "<!", " onload=\"", " onclick=\""] {
      #expect(!text.contains(forbidden), "\(forbidden)")
    }
    if Programs.find("xmllint") != nil {
      try Data(svg.bytes).write(to: URL(filePath: scratch["a.svg"]))
      #expect(try start("/usr/bin/env", ["xmllint", "--noout", scratch["a.svg"]]).status == 0)
    }
    for (bytes, file) in [(graph.dot(options), "a.dot"), (svg.bytes, "a.svg")] {
      let found = try Verification.quotations(in: bytes, file: file)
      #expect(!found.isEmpty)
      for quote in found { #expect(quote.text == name && quote.document == "\(name).txt") }
    }
    #expect(try Graph(json: graph.json()) == graph)
  }
}
