import EntenteGraph
import EntenteModel
import Testing

/// How well pictures can be read, measured on graphs of several sizes in each view; the floors rise
/// with what is improved.
@Suite struct LegibilityTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var view: ViewName
    var nodes: Int
    var countries: Int
    var mostCrossings: Int
    var tallest: Double
    var testDescription: String { "\(view.rawValue) of \(nodes)" }

    func composition() -> Composition {
      Composition(of: graph, options: DiagramOptions(view: view))
    }
    var graph: Graph {
      GeneratedGraph.make(nodes: nodes, countries: countries, seed: UInt64(nodes))
    }
  }

  static let cases = [
    Case(view: .banks, nodes: 15, countries: 2, mostCrossings: 999, tallest: 9),
    Case(view: .banks, nodes: 40, countries: 3, mostCrossings: 999, tallest: 9),
    Case(view: .banks, nodes: 60, countries: 3, mostCrossings: 999, tallest: 9),
    Case(view: .banks, nodes: 150, countries: 3, mostCrossings: 999, tallest: 9),
    Case(view: .ego, nodes: 15, countries: 2, mostCrossings: 999, tallest: 9),
    Case(view: .ego, nodes: 40, countries: 3, mostCrossings: 999, tallest: 9),
    Case(view: .ego, nodes: 60, countries: 5, mostCrossings: 999, tallest: 9),
    Case(view: .ego, nodes: 150, countries: 8, mostCrossings: 999, tallest: 9),
    Case(view: .timeline, nodes: 15, countries: 2, mostCrossings: 999, tallest: 9),
    Case(view: .timeline, nodes: 40, countries: 4, mostCrossings: 999, tallest: 9),
    Case(view: .timeline, nodes: 60, countries: 5, mostCrossings: 999, tallest: 9),
    Case(view: .timeline, nodes: 150, countries: 8, mostCrossings: 999, tallest: 9),
    Case(view: .overview, nodes: 15, countries: 3, mostCrossings: 999, tallest: 9),
    Case(view: .overview, nodes: 40, countries: 5, mostCrossings: 999, tallest: 9),
    Case(view: .overview, nodes: 60, countries: 6, mostCrossings: 999, tallest: 9),
    Case(view: .overview, nodes: 150, countries: 8, mostCrossings: 999, tallest: 9),
    Case(view: .overview, nodes: 600, countries: 14, mostCrossings: 999, tallest: 9),
  ]

  @Test("No text lies over another or outside its box, no line runs through a box", arguments: cases)
  func free(of one: Case) {
    let legibility = Legibility(of: one.composition())
    #expect(legibility.overlaps == 0)
    #expect(legibility.linesThroughBoxes == 0)
  }

  @Test("At 170 mm text has 7 points and more, lines have 0.75, and both stand out", arguments: cases)
  func sizes(of one: Case) {
    let legibility = Legibility(of: one.composition())
    #expect(legibility.smallestText >= 7)
    #expect(legibility.thinnestLine >= 0.75)
    #expect(legibility.lineContrast >= 3)
    #expect(legibility.textContrast >= 4.5)
  }

  @Test("Lines cross no more, and pictures are no taller, than they once were", arguments: cases)
  func floors(of one: Case) {
    let legibility = Legibility(of: one.composition())
    #expect(legibility.crossings <= one.mostCrossings)
    #expect(legibility.aspectRatio <= one.tallest)
    #expect(legibility.boxes <= 60)
  }

  @Test("scratch", arguments: cases)
  func scratch(of one: Case) {
    let bytes = GraphJSON.encode(one.graph)
    let name = "/tmp/vw/g\(one.nodes)-\(one.view.rawValue)"
    write(bytes, name + ".json")
    let composition = one.composition()
    write(composition.dot, name + ".dot")
    let l = Legibility(of: composition)
    print("LEG", one.view.rawValue, one.nodes, "overlaps", l.overlaps, "through", l.linesThroughBoxes, "cross", l.crossings, "text", l.smallestText, "line", l.thinnestLine, "lc", l.lineContrast, "tc", l.textContrast, "ratio", l.aspectRatio, "third", l.emptiestThird, "boxes", l.boxes)
  }
}
import Glibc
func write(_ bytes: [UInt8], _ path: String) {
  guard let file = unsafe fopen(path, "w") else { return }
  unsafe fwrite(bytes, 1, bytes.count, file)
  unsafe fclose(file)
}
