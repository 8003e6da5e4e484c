import EntenteGraph
import EntenteModel
import Testing

@Suite struct DOTParserTests {
  private func outline(_ text: String) throws -> DOTOutline {
    DOTOutline(try DOTParser.parse(Array(text.utf8), file: "a.dot"))
  }

  private func faults(_ text: String) -> [String] {
    do {
      _ = try DOTParser.parse(Array(text.utf8), file: "a.dot")
      return []
    } catch {
      return error.faults.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
    }
  }

  @Test("Words, numbers, quoted and HTML-like names are read as Graphviz reads them")
  func names() throws {
    let o = try outline(
      """
      strict digraph "a \\"b\\"" {
        Đồng_1 [label=-.5]
        "x\\
      y" [label="a" + "b\\n"];
        q [label=<a <b>c</b> d<!-- > -->e>, shape = box]
      }
      """)
    #expect(o["Đồng_1"]?.value("label") == DOTValue("-.5"))
    #expect(o["xy"]?.value("label") == DOTValue("ab\\n"))
    #expect(o["q"]?.value("label") == DOTValue("a <b>c</b> d<!-- > -->e", isHTML: true))
    #expect(o["q"]?.value("shape") == DOTValue("box"))
  }

  @Test("Chains, groups as ends, ports and lists of nodes become edges and nodes")
  func edges() throws {
    let o = try outline(
      "graph { a:n -- b:c:sw -- {c d; e -- f} [color=red]; g, h [shape=box] a--b; subgraph s {i} }")
    let edges = o.entries.compactMap { entry -> String? in
      if case .edge = entry.kind { entry.id } else { nil }
    }
    #expect(edges == ["e--f", "a--b", "b--c", "b--d", "b--e", "b--f", "a--b#2"])
    #expect(o["b--f"]?.value("color") == DOTValue("red"))
    #expect(o["h"]?.value("shape") == DOTValue("box"))
    #expect(o["i"]?.group == "s")
  }

  @Test("Defaults belong to the group they stand in, and assignments are the group's own")
  func defaults() throws {
    let o = try outline(
      "digraph { rankdir=LR; node [shape=box]; subgraph cluster_a { color=red; edge [dir=none]; { node [x=1] } } }"
    )
    #expect(o["the graph"]?.value("rankdir") == DOTValue("LR"))
    #expect(o["every node"]?.value("shape") == DOTValue("box"))
    #expect(o["cluster_a"]?.value("color") == DOTValue("red"))
    #expect(o["every edge in cluster_a"]?.value("dir") == DOTValue("none"))
    #expect(o["every node in cluster_a/1"]?.value("x") == DOTValue("1"))
  }

  @Test("Comments of all three kinds stay with the statement they stand at")
  func comments() throws {
    let o = try outline(
      """
      # 1 "a.dot"
      digraph {
        // above a
        /* also
         * above a */
        a; // behind a
        b [ // inside b
          color=red ]

        subgraph s { c
          // below c
        }
      }
      """)
    #expect(o["a"]?.comments == ["above a", "also", "above a", "behind a"])
    #expect(o["b"]?.comments == ["inside b"])
    #expect(o["c"]?.comments == ["below c"])
  }

  @Test("All faults are told at once with line and column")
  func allFaults() {
    #expect(
      faults("digraph {\n a [color=];\n -> b;\n c [=3];\n node;\n d -> ;\n ok [x=1];\n}")
        == ["2:11", "3:2", "4:5", "5:6", "6:7"])
    #expect(faults("digraph {") == ["1:10"])
    #expect(faults("digraph { a [x=\"y ]; }") == ["1:16", "1:23"])
    #expect(faults("graph { a = <b ; }") == ["1:13", "1:19"])
    #expect(faults("hello") == ["1:1"])
    #expect(faults("digraph {} digraph {}") == ["1:12"])
    #expect(faults("digraph { a /* never") == ["1:13", "1:21"])
  }

  @Test(
    "Deep, long and broken files end soon, with a fault or without",
    arguments: [
      String(repeating: "{", count: 200_000), "digraph " + String(repeating: "{", count: 100_000),
      "digraph { a = " + String(repeating: "<", count: 200_000),
      "digraph {" + String(repeating: "a->", count: 50_000) + "b}",
      "digraph {" + String(repeating: "\u{1}", count: 100_000) + "}",
      "digraph {" + String(repeating: "a [", count: 50_000),
      "digraph {" + String(repeating: "}", count: 50_000),
      "digraph {" + String(repeating: "a[b=\"c\"]", count: 20_000) + "}",
      "digraph {" + String(repeating: "// x\n", count: 50_000) + "}", "", "\u{FEFF}digraph{}",
      "digraph {{" + String(repeating: "a ", count: 2_000) + "} -> {"
        + String(repeating: "b ", count: 2_000) + "}}",
    ])
  func hostile(text: String) {
    let start = ContinuousClock.now
    if let file = try? DOTParser.parse(Array(text.utf8), file: "") { _ = DOTOutline(file) }
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("Any bytes are a file or faults, never a crash", arguments: 1...40)
  func noise(seed: UInt64) {
    var random = Seeded(state: seed)
    let pieces = [
      "digraph", "{", "}", "[", "]", "->", "--", "a", "\"b\"", "\"", "<", ">", "=", ";", ",", ":",
      "+", "//", "\n", "/*", "*/", "#", "node", "subgraph", "-", ".5", "\\", "é", " ",
      "//= \"a\" x:000000",
    ]
    let text =
      "digraph {" + (0..<200).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    _ = try? DOTParser.parse(Array(text.utf8), file: "")
    let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
    _ = try? DOTParser.parse(bytes, file: "")
  }

  @Test("A value written is the value read", arguments: 1...60)
  func roundTrip(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let pieces = [
      "\\\\", "\\n", "\"", "a", "é", "\n", " ", "//", "]", "\\N", "&amp;", "<", "\u{200B}",
    ]
    let count = seed % 10 == 0 ? 20_000 : 12
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let value = DOTValue(text)
    let o = try outline(
      "digraph { n [label=" + String(decoding: value.written, as: UTF8.self) + "] }")
    #expect(o["n"]?.value("label") == value)
  }

  @Test("What Graphviz takes, this parser takes, and the other way round")
  func agreement() throws {
    guard Graphviz.isPresent else { return }
    let files = [
      "digraph { a, b -> c }", "graph { a -- b:n:s }", "digraph { a [x=1;y=2,z=3] }",
      "digraph { subgraph { a } -> subgraph x { b } }", "digraph { \"a\"+\"b\" }",
      "digraph { 1.2.3 }",
      "digraph { a -> }", "digraph { [x=1] }", "digraph { node -> a }", "DiGraph { NODE [x=1] }",
      "strict graph { }", "digraph { a:b:c:d }", "digraph x y {}", "digraph { x = y = z }",
      "digraph { a [x=<<b>] }", "digraph { a -> b -> c [k=v] [l=w] }",
    ]
    for text in files {
      let theirs = (try? Graphviz.run(Array(text.utf8), format: "canon")) != nil
      let ours = faults(text).isEmpty
      #expect(ours == theirs, "\(text)")
    }
  }
}

/// A small generator with a seed, so that a failure can be repeated.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
