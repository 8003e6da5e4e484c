import EntenteRender
import Testing

@Suite struct RenderingTests {
  static let graph = #"""
    digraph{rankdir=LR; a[label="Tô Lâm" shape=box]; b[label="Hun Sen"]; a->b[label="met"];
    subgraph cluster_x{label="Phnom Penh"; c; d} b->c; b->d}
    """#

  @Test("The same graph gives the same bytes", arguments: RenderFormat.allCases)
  func determinism(_ format: RenderFormat) throws {
    let (one, two) = (try draw(Self.graph, format), try draw(Self.graph, format))
    #expect(one.bytes == two.bytes)
    #expect(!one.bytes.isEmpty)
    #expect(one.engineUsed == "dot" && one.fellBack == nil)
  }

  @Test("Every engine draws", arguments: ["dot", "neato", "fdp", "sfdp", "twopi", "circo"])
  func engine(_ name: String) throws {
    let drawing = try draw(Self.graph, engine: name)
    #expect(drawing.engineUsed == name)
    #expect(try !SVGSanitizer.rewrite(drawing.bytes).isEmpty)
  }

  @Test func thePlainFormatsAreWhatTheyClaim() throws {
    #expect(try draw(Self.graph, .png).bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try draw(Self.graph, .pdf).bytes.starts(with: Array("%PDF-".utf8)))
    #expect(try draw(Self.graph, .json).bytes.first == UInt8(ascii: "{"))
  }

  @Test func theRequestedEngineBeatsTheGraphsOwn() throws {
    #expect(try draw("graph{layout=circo; a--b}").engineUsed == "circo")
    #expect(try draw("graph{layout=circo; a--b}", engine: "neato").engineUsed == "neato")
  }

  @Test func unknownColoursAreReported() throws {
    let drawing = try draw("digraph{a[style=filled fillcolor=nosuchcolour]}")
    #expect(drawing.diagnostics.contains { $0.message.contains("nosuchcolour") })
  }

  @Test func manyTasksDrawAtOnceWhileOthersAllocate() async throws {
    let expected = try draw(Self.graph).bytes
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for worker in 0..<24 {
        group.addTask { @concurrent in
          guard worker.isMultiple(of: 3) else { return try draw(Self.graph).bytes == expected }
          var text = ""
          for number in 0..<200_000 {
            text = number.isMultiple(of: 100) ? "" : text + String(number, radix: 2)
          }
          return !text.isEmpty
        }
      }
      for try await same in group { #expect(same) }
    }
  }
}
