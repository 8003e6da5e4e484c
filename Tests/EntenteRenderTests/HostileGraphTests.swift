import EntenteRender
import Testing

/// What a graph does to a renderer that trusts it: hang, crash, read files or fill memory.
enum Expectation: Sendable, CustomTestStringConvertible {
  /// Drawn, with a warning that names this subject and attribute.
  case drawn(warning: String, attribute: String)
  /// Drawn or refused; only the time is limited.
  case survived
  /// Refused with this code.
  case refused(RenderError.Code)

  var testDescription: String {
    switch self {
    case .drawn(let subject, let attribute): "drawn without \(attribute) of \(subject)"
    case .survived: "survived"
    case .refused(let code): "refused as \(code.rawValue)"
    }
  }
}

struct HostileGraph: Sendable, CustomTestStringConvertible {
  let name: String
  let dot: String
  let expectation: Expectation

  init(_ name: String, _ expectation: Expectation, _ dot: String) {
    (self.name, self.expectation, self.dot) = (name, expectation, dot)
  }

  var testDescription: String { name }

  static let all: [HostileGraph] = [
    HostileGraph(
      "background operations", .drawn(warning: "graph", attribute: "_background"),
      #"digraph{_background="P 999999999 1 1"; a}"#),
    HostileGraph(
      "clusters in each other", .survived,
      """
      graph{layout=fdp; subgraph cluster_a{subgraph cluster_b{x}}
      subgraph cluster_b{subgraph cluster_a{y}} cluster_a--cluster_b; x--y; cluster_b--x}
      """),
    HostileGraph(
      "endless iterations", .drawn(warning: "graph", attribute: "maxiter"),
      "graph{layout=neato maxiter=2147483647 epsilon=0;" + ring(40, 3, "--") + "}"),
    HostileGraph(
      "endless separation", .drawn(warning: "graph", attribute: "overlap"),
      "graph{layout=neato overlap=prism1000000;" + ring(200, 7, "--") + "}"),
    HostileGraph(
      "huge weights", .drawn(warning: "edge a -> b", attribute: "weight"),
      "digraph{a->b[weight=2147483647];a->c[weight=2147483647];b->c[weight=2147483647]}"),
    HostileGraph(
      "long edges", .drawn(warning: "edge a -> b", attribute: "minlen"),
      "digraph{a->b[minlen=100000000]}"),
    HostileGraph(
      "a label of 333,333 lines", .drawn(warning: "node a", attribute: "label"),
      #"digraph{a[label=""# + String(repeating: #"x\n"#, count: 333_333) + #""]}"#),
    HostileGraph(
      "a name of 5,000 lines", .drawn(warning: "node x", attribute: "label"),
      #"digraph{node[label="\N"];""# + String(repeating: "x\n", count: 5000) + #""}"#),
    HostileGraph(
      "a name of 100,000 lines", .survived,
      #"digraph{""# + String(repeating: "x\n", count: 100_000) + #""}"#),
    HostileGraph(
      "a long style", .drawn(warning: "node a", attribute: "style"),
      #"digraph{a[style=""# + String(repeating: "bold,", count: 50_000) + #""]}"#),
    HostileGraph(
      "many outlines", .drawn(warning: "node a", attribute: "peripheries"),
      "digraph{a[peripheries=100000000]}"),
    HostileGraph(
      "many sides", .drawn(warning: "node a", attribute: "sides"),
      "digraph{a[shape=polygon sides=1000000000]}"),
    HostileGraph(
      "a wide cell", .drawn(warning: "node a", attribute: "COLSPAN"),
      #"digraph{a[label=<<TABLE><TR><TD COLSPAN="60000" ROWSPAN="60000">x</TD></TR></TABLE>>]}"#),
    HostileGraph("a complete graph of 60 nodes", .survived, "digraph{" + complete(60) + "}"),
    HostileGraph(
      "a picture from a file", .drawn(warning: "node a", attribute: "image"),
      "digraph{a[image=\"/etc/passwd\"]}"),
    HostileGraph(
      "a shape from a file", .drawn(warning: "every", attribute: "shapefile"),
      "digraph{a[shapefile=\"/etc/passwd\" shape=epsf]}"),
    HostileGraph(
      "a picture in a cell", .drawn(warning: "node a", attribute: "IMG"),
      #"digraph{a[label=<<TABLE><TR><TD><IMG SRC="/etc/passwd"/></TD></TR></TABLE>>]}"#),
    HostileGraph(
      "a font path", .drawn(warning: "graph", attribute: "fontpath"),
      #"digraph{fontpath="/etc"; imagepath="/etc"; a}"#),
    HostileGraph(
      "an engine by its path", .drawn(warning: "graph", attribute: "layout"),
      #"digraph{layout="../../x"; a->b}"#),
    HostileGraph(
      "positions that are no numbers", .drawn(warning: "node a", attribute: "pos"),
      #"graph{layout=nop2; a[pos="nan,nan"]; b[pos="1,2"]; a--b}"#),
    HostileGraph(
      "a seed from the clock", .drawn(warning: "graph", attribute: "start"),
      "graph{layout=neato start=random; a--b}"),
    HostileGraph(
      "deep subgraphs", .refused(.syntax),
      "digraph{" + String(repeating: "subgraph{", count: 6000) + "a"
        + String(repeating: "}", count: 6001)),
    HostileGraph("an unclosed tag", .refused(.label), "digraph{a[label=<<b>x>]}"),
    HostileGraph(
      "a hidden tag", .refused(.label),
      "digraph{a[label=<x<![CDATA[<b>y</b>]]>>]}"),
    HostileGraph("nothing", .refused(.syntax), " \n"),
    HostileGraph("a NUL", .refused(.syntax), "digraph{a\0}"),
    HostileGraph("no graph", .refused(.syntax), "hello"),
  ]

  static func ring(_ count: Int, _ step: Int, _ arrow: String) -> String {
    (0..<count).map { "\($0)\(arrow)\(($0 * step + 3) % count);" }.joined()
  }

  static func complete(_ count: Int) -> String {
    (0..<count).flatMap { a in (a + 1..<count).map { "\(a)->\($0);" } }.joined()
  }
}

@Suite struct HostileGraphTests {
  @Test(
    "A hostile graph costs a bounded time and never the program",
    arguments: HostileGraph.all + HostileGraph.corpus)
  func hostile(_ graph: HostileGraph) throws {
    let start = ContinuousClock.now
    do {
      let drawing = try draw(graph.dot, seconds: 1)
      switch graph.expectation {
      case .drawn(let subject, let attribute):
        #expect(
          drawing.diagnostics.contains {
            $0.attribute == attribute && ($0.subject.hasPrefix(subject) || subject == "every")
          }, "\(drawing.diagnostics)")
      case .survived: break
      case .refused(let code): Issue.record("drawn, not refused as \(code.rawValue)")
      }
      _ = try SVGSanitizer.rewrite(drawing.bytes)
    } catch let error as RenderError {
      expectHelpful(error, graph.name)
      switch graph.expectation {
      case .refused(let code): #expect(error.code == code, "\(error)")
      case .survived: break
      case .drawn: Issue.record("\(error)")
      }
    }
    #expect(ContinuousClock.now - start < .seconds(8))
  }

  @Test func aSyntaxErrorCarriesItsLine() {
    let error = failure { _ = try draw("digraph{\n a ->\n}") }
    #expect(error?.code == .syntax)
    #expect(error?.line == 3)
    #expect(error?.description.contains("line 3") == true)
  }

  @Test func textThatIsNotUTF8IsAnErrorWithItsLine() {
    let dot = Array("digraph{\n a[label=\"".utf8) + [0xC3, 0x28] + Array("\"]}".utf8)
    let error = failure {
      _ = try GraphvizRenderer.render(RenderRequest(dot: dot, format: .svg))
    }
    #expect(error?.code == .syntax && error?.line == 2)
  }

  @Test func aLayoutThatTakesTooLongFallsBackAndSaysSo() throws {
    let drawing = try draw("digraph{" + HostileGraph.complete(60) + "}", seconds: 1)
    #expect(drawing.fellBack?.contains("sfdp") == true)
    #expect(drawing.engineUsed == "sfdp")
  }

  @Test func aMemoryLimitIsAnError() {
    var limits = RenderLimits(seconds: 5)
    limits.memoryBytes = 64 << 20
    let dot = Array("digraph{a[width=50 height=50]}".utf8)
    let request = RenderRequest(dot: dot, format: .png, limits: limits, dpi: 190)
    let code = failure { _ = try GraphvizRenderer.render(request) }?.code
    #expect(code == .memory || code == .graphviz, "\(String(describing: code))")
  }

  @Test func anOutputLimitIsAnError() {
    var limits = RenderLimits(seconds: 5)
    limits.outputBytes = 100
    let request = RenderRequest(dot: Array("digraph{a}".utf8), format: .svg, limits: limits)
    #expect(failure { _ = try GraphvizRenderer.render(request) }?.code == .output)
  }

  @Test func anUnknownEngineIsAnError() {
    #expect(failure { _ = try draw("digraph{a}", engine: "system") }?.code == .request)
  }

  @Test func theLibraryCanBeToldToReadNoFiles() {
    #expect(GraphvizRenderer.hasFileGuard)
  }
}
