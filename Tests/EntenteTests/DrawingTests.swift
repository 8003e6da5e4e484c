import Entente
import Foundation
import Testing

@Suite struct Drawings {
  @Test func `a picture has the width asked for and the headline given`() async throws {
    let graph = try await Entente.read([seeds]).graph
    let svg = try graph.svg(DrawingOptions(title: "A & B <met>", width: 150)).bytes
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.contains("width=\"150mm\""))
    #expect(text.contains("A &amp; B &lt;met&gt;</title>"))
    #expect(try graph.svg(DrawingOptions(dark: .auto)).bytes != graph.svg().bytes)
  }

  @Test func `every format begins as it should`() async throws {
    let graph = try await Entente.read([seeds]).graph
    #expect(try graph.drawing(.pdf).bytes.starts(with: "%PDF".utf8))
    #expect(try graph.drawing(.png, DrawingOptions(dpi: 60)).bytes.starts(with: [0x89, 0x50]))
    #expect(graph.dot().starts(with: "// entente-dot 1\n".utf8))
  }

  @Test func `the picture of an empty graph says so`() throws {
    #expect(try !Graph().svg().bytes.isEmpty)
  }

  @Test func `a layout that takes too long falls back and says so`() throws {
    var dot = "digraph {\n"
    for i in 0..<70 { for j in 0..<70 where i != j { dot += "n\(i) -> n\(j)\n" } }
    let drawing = try Drawing(
      dot: Array((dot + "}\n").utf8), format: .svg, options: DrawingOptions(seconds: 1.5))
    #expect(drawing.warnings.first?.code == "render.fallback")
    #expect(drawing.warnings.first?.message.contains("longer than 1.5 s") == true)
  }

  @Test func `DOT that is none throws with its line`() {
    let error = #expect(throws: EntenteError.self) {
      try Drawing(dot: Array("digraph {\n a -> \n}\n".utf8), format: .svg, file: "mine.dot")
    }
    #expect(error?.faults.first?.code == "render.syntax")
    #expect(error?.text.hasPrefix("mine.dot:") == true)
  }
}

@Suite struct Asking {
  @Test func `a pack answers what it knows`() throws {
    let pack = try KnowledgePack()
    #expect(pack.countryNames["country.no"] == "Norway")
    #expect(try pack.entry("Norway").contains("country.no"))
    #expect(throws: EntenteError.self) { try pack.entry("Nonesuch Nonesuch") }
    #expect(pack.listing.contains("Norway"))
  }

  @Test func `a graph explains its names and says what joins two`() async throws {
    let graph = try await Entente.read([seeds]).graph
    let edge = try #require(graph.edges.first { $0.type.isSide })
    let one = try graph.explain(edge.source)
    #expect(one.subjects.first?.node.id == edge.source)
    #expect(!(try graph.explain(edge.source, edge.target).path.isEmpty))
    #expect(ExplanationFormatter().format(one).contains(edge.source))
  }

  @Test func `verification finds every quotation, and misses those of another corpus`() async throws
  {
    let graph = try await Entente.read([seeds]).graph
    let good = try Verification(of: graph.json(), file: "map.json", against: [seeds])
    #expect(good.faults.isEmpty)
    #expect(good.quotations > 10)
    let files = try FileManager.default.contentsOfDirectory(atPath: seeds)
    let bad = try Verification(
      of: graph.dot(), file: "map.dot", against: [seeds + "/" + files[0]])
    #expect(!bad.faults.isEmpty)
  }
}
