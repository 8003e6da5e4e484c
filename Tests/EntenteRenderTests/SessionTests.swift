import EntenteRender
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct SessionTests {
  private func draw(
    _ dot: String, _ format: RenderFormat = .svg, in session: DrawingSession?, seconds: Double = 5
  ) throws -> Rendering {
    try GraphvizRenderer.render(
      RenderRequest(dot: Array(dot.utf8), format: format, limits: RenderLimits(seconds: seconds)),
      in: session)
  }

  private static let harmless = [
    "digraph{a->b}", "graph{layout=neato; a--b--c--a}", "graph{layout=sfdp a--b--c--d--a}",
    "digraph{subgraph cluster_x{label=X a} subgraph cluster_y{label=Y b} a->b[label=met]}",
    "digraph{layout=nop2; a[pos=\"0,0\"]; b[pos=\"90,40\"]; a->b[pos=\"10,9 20,9 30,20 80,30\"]}",
    "digraph{a[shape=record label=\"x|{y|z}\"]; b[label=<<TABLE><TR><TD>q</TD></TR></TABLE>>]}",
    "digraph{node[fontname=\"DejaVu Serif\"] a[label=\"Tô Lâm\" URL=\"https://example.org\"]}",
    "graph{layout=circo a--b--c--d--a}", "graph{layout=fdp a--b--c}", "graph{layout=twopi a--b--c}",
    "digraph{rankdir=LR a->b->c->a a->c[style=dashed color=red] b->a[dir=both]}", "graph{}",
  ]

  private static let crash =
    "graph{layout=fdp; subgraph cluster_a{subgraph cluster_b{x}}; cluster_a--cluster_b}"

  @Test func aCrashIsAnErrorThatSaysWhere() {
    for session in [nil, DrawingSession()] {
      let error = failure { _ = try draw(Self.crash, in: session) }
      #expect(error?.code == .crash)
      #expect(error?.message.contains("while laying out") == true)
    }
  }

  @Test func aDrawingHasTheSameBytesWithAndWithoutASession() throws {
    let session = DrawingSession()
    for format in [RenderFormat.svg, .png] {
      for dot in Self.harmless + Self.harmless.reversed() {
        let alone = try draw(dot, format, in: nil)
        let together = try draw(dot, format, in: session)
        #expect(alone.bytes == together.bytes, "\(format), \(dot)")
        #expect(alone.diagnostics == together.diagnostics, "\(dot)")
        #expect(alone.engineUsed == together.engineUsed)
      }
    }
  }

  @Test(
    "What one graph does to its process reaches no other",
    arguments: [
      // Crashes the library.
      crash,
      "digraph{" + HostileGraph.complete(60) + "}", "digraph{a->", "digraph{a[label=<<b>x>]}",
      "digraph{node[shape=star color=red fontsize=40] edge[color=blue] graph[bgcolor=black] a->b}",
      "digraph{" + String(repeating: "subgraph{", count: 6000), "",
    ])
  func isolated(_ hostile: String) throws {
    let session = DrawingSession()
    let before = try Self.harmless.prefix(4).map { try draw($0, in: session).bytes }
    _ = try? draw(hostile, in: session, seconds: 0.4)
    let after = try Self.harmless.prefix(4).map { try draw($0, in: session).bytes }
    #expect(before == after)
  }

  @Test func anErrorIsTheSameWithAndWithoutASession() throws {
    let session = DrawingSession()
    for dot in ["digraph{\n a ->\n}", "hello", "digraph{a[label=<<b>x>]}", "digraph{a\n\n-- b}"] {
      let alone = failure { _ = try draw(dot, in: nil) }
      #expect(alone != nil)
      #expect(failure { _ = try draw(dot, in: session) } == alone)
    }
  }

  @Test func aSessionThatWasKilledBeginsAnew() throws {
    let session = DrawingSession()
    let before = try draw("digraph{a->b}", in: session).bytes
    let process = try #require(session.processNumber)
    kill(process, SIGKILL)
    #expect(try draw("digraph{a->b}", in: session).bytes == before)
    #expect(session.processNumber != process)
  }

  @Test func aSessionEndsWithItsObject() throws {
    var session: DrawingSession? = DrawingSession()
    _ = try draw("digraph{a}", in: session)
    let process = try #require(session?.processNumber)
    #expect(kill(process, 0) == 0)
    session = nil
    #expect(kill(process, 0) != 0)
  }

  @Test func timeIsCountedForEachDrawing() throws {
    let session = DrawingSession()
    let dot = "digraph{" + HostileGraph.complete(60) + "}"
    let start = ContinuousClock.now
    for _ in 0..<2 {
      let drawing = try? draw(dot, in: session, seconds: 0.5)
      #expect(drawing?.fellBack != nil)
    }
    #expect(ContinuousClock.now - start < .seconds(8))
  }
}
