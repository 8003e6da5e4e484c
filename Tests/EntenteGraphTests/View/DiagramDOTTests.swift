import EntenteGraph
import EntenteModel
import Testing

@Suite struct DiagramDOTTests {
  static let graphs: [(name: String, graph: Graph)] = [
    ("visit", ViewSample.visit()), ("empty", Graph()),
    ("crowd", ViewSample.crowd(entities: 60, events: 40)),
    ("small", ViewSample.crowd(entities: 6, events: 3)),
  ]

  @Test("The same graph gives the same bytes in any order of its lists", arguments: 1...12)
  func order(seed: UInt64) {
    var random = Lehmer(state: seed)
    var graph = ViewSample.visit()
    let expected = DiagramDOT.write(graph)
    graph.documents.shuffle(using: &random)
    graph.nodes.shuffle(using: &random)
    graph.edges.shuffle(using: &random)
    #expect(DiagramDOT.write(graph) == expected)
  }

  @Test("No two boxes overlap and all lie on the sheet", arguments: graphs.indices)
  func boxes(index: Int) {
    let diagram = DiagramView.diagram(of: DiagramDOTTests.graphs[index].graph)
    let picture = BanksLayout.picture(of: diagram)
    let boxes =
      picture.panels.flatMap(\.cards).map(\.box) + picture.events.map(\.box)
      + picture.panels.map(\.titleBox)
    for (i, a) in boxes.enumerated() {
      #expect(
        a.x >= 0 && a.y >= 0 && a.x + a.width <= picture.width + 0.01
          && a.y + a.height <= picture.height)
      for b in boxes[(i + 1)...] {
        let apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y
          || b.y + b.height <= a.y
        #expect(apart, "\(a) and \(b)")
      }
    }
    #expect(picture.width <= 510)
  }

  @Test("No line passes through a box", arguments: graphs.indices)
  func lines(index: Int) {
    let diagram = DiagramView.diagram(of: DiagramDOTTests.graphs[index].graph)
    let picture = BanksLayout.picture(of: diagram)
    let boxes = picture.panels.flatMap(\.cards).map(\.box) + picture.events.map(\.box)
    for path in picture.paths {
      #expect(path.count % 3 == 1)
      for point in path {
        // Ends may lie on the outline, inside the square around a round corner.
        let inside = boxes.contains {
          point.x > $0.x + 5 && point.x < $0.x + $0.width - 5 && point.y > $0.y + 0.5
            && point.y < $0.y + $0.height - 0.5
        }
        #expect(!inside)
      }
    }
  }

  @Test("All text fits its box", arguments: graphs.indices)
  func text(index: Int) {
    let diagram = DiagramView.diagram(of: DiagramDOTTests.graphs[index].graph)
    let picture = BanksLayout.picture(of: diagram)
    for placed in picture.panels.flatMap(\.cards) + picture.events {
      for line in placed.text.lines {
        let width = line.reduce(0) {
          $0 + TextMetrics.width(of: $1.text, size: $1.style.size, bold: $1.style.isBold)
        }
        #expect(width <= placed.box.width - 10)
        // Printed 170 mm wide, 510 points are 482.
        #expect(line.allSatisfy { $0.style.size * 482 / 514 >= 7 })
      }
    }
  }

  @Test("Graphviz draws it as it stands and complains of nothing", arguments: graphs.indices)
  func drawn(index: Int) throws {
    guard Graphviz.isPresent else { return }
    let graph = DiagramDOTTests.graphs[index].graph
    let svg = String(
      decoding: try Graphviz.run(
        DiagramDOT.write(graph, options: DiagramOptions(view: .banks)), format: "svg"),
      as: UTF8.self)
    let diagram = DiagramView.diagram(of: graph)
    for line in diagram.lines {
      #expect(svg.contains("id=\"\(line.id.replacing("-", with: "&#45;"))\""))
    }
  }

  @Test("Every event, card and line is followed by its evidence")
  func evidence() {
    let graph = ViewSample.visit()
    let read = Set(DOTEvidence.read(DiagramDOT.write(graph)))
    let diagram = DiagramView.diagram(of: graph)
    #expect(read.isSuperset(of: diagram.events.flatMap(\.evidence)))
    #expect(read.isSuperset(of: diagram.lines.flatMap(\.evidence)))
    #expect(read.isSuperset(of: diagram.banks.flatMap(\.cards).flatMap(\.evidence)))
    #expect(DOTStamp.isEdited(DiagramDOT.write(graph)) == false)
  }

  @Test(
    "Only http and https addresses are written, with nothing that could end an attribute",
    arguments: [
      ("javascript:alert(1)", nil), ("file:///etc/passwd", nil), ("ftp://x/", nil),
      ("https://example.org/\"><script>", "https://example.org/%22%3E%3Cscript%3E"),
      ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
      ("https://example.org/\\N", "https://example.org/%5CN"),
    ] as [(String, String?)])
  func addresses(url: String, expected: String?) {
    var graph = ViewSample.visit()
    graph.documents[0].url = url
    let text = String(decoding: DiagramDOT.write(graph), as: UTF8.self)
    #expect(text.contains(" URL=") == (expected != nil))
    if let expected { #expect(text.contains(" URL=\"\(expected)\"")) }
  }

  @Test("Hostile names leave the drawing whole", arguments: hostileNames)
  func hostile(name: String) throws {
    var graph = ViewSample.visit()
    for i in graph.nodes.indices {
      graph.nodes[i].name = name
      graph.nodes[i].event?.noun = name
      graph.nodes[i].aliases.append(name)
    }
    for i in graph.edges.indices where graph.edges[i].role != nil { graph.edges[i].role = name }
    let bytes = DiagramDOT.write(graph, options: DiagramOptions(title: name, note: name))
    #expect(DOTStamp.isEdited(bytes) == false)
    guard Graphviz.isPresent else { return }
    let svg = String(decoding: try Graphviz.run(bytes, format: "svg"), as: UTF8.self)
    #expect(svg.contains("id=\"visit.anna&#45;berg\""))
  }
}

/// A small generator with a seed, so that a failure can be repeated.
private struct Lehmer: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

@Suite struct ContrastTests {
  @Test("Lines stand out 3:1 from the paper, the panels and the boxes, text 4.5:1")
  func contrast() {
    let text = String(
      decoding: DiagramDOT.write(
        ViewSample.crowd(entities: 40, events: 30), options: DiagramOptions(view: .banks)),
      as: UTF8.self)
    let more = String(decoding: DiagramDOT.write(ViewSample.visit()), as: UTF8.self)
    let fills = colours(in: text + more, of: " fillcolor=\"") + ["#ffffff"]
    let panels = Set(colours(in: text + more, of: "color=\"")).subtracting(fills)
    for line in panels {
      for fill in fills { #expect(contrast(line, fill) >= 3, "\(line) on \(fill)") }
    }
    for ink in colours(in: text + more, of: " fontcolor=\"")
      + colours(in: text + more, of: " COLOR=\"")
    {
      for fill in fills { #expect(contrast(ink, fill) >= 4.5, "\(ink) on \(fill)") }
    }
  }

  private func colours(in text: String, of attribute: String) -> [String] {
    Array(Set(text.split(separator: attribute).dropFirst().map { String($0.prefix(7)) })).sorted()
  }

  /// WCAG 2.
  private func contrast(_ a: String, _ b: String) -> Double {
    let both = [luminance(a), luminance(b)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private func luminance(_ colour: String) -> Double {
    let value = UInt32(colour.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let c = Double(value >> UInt32(shift) & 255) / 255
      return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the power of 2.4: square times the fifth root of the square, by Newton.
  private func pow(_ x: Double) -> Double {
    let square = x * x
    var root = 0.5
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
