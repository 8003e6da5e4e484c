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

  @Test(
    "No text lies over another or outside its box, no line runs through a box", arguments: cases)
  func free(of one: Case) {
    let legibility = Legibility(of: one.composition())
    #expect(legibility.overlaps == 0)
    #expect(legibility.linesThroughBoxes == 0)
  }

  @Test(
    "At 170 mm text has 7 points and more, lines have 0.75, and both stand out", arguments: cases)
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
    let clock = ContinuousClock()
    var l: Legibility?
    let t = clock.measure { l = Legibility(of: one.composition()) }
    guard let l else { return }
    let e = one.composition().notes.filter { $0.code == "view.effort" }.count
    print(
      "LEG", one.view.rawValue, one.nodes, "overlaps", l.overlaps, "through", l.linesThroughBoxes,
      "cross", l.crossings, "ratio", (l.aspectRatio * 100).rounded() / 100, "third",
      (l.emptiestThird * 100).rounded(), "boxes", l.boxes, "time", t, "cut", e)
  }
  @Test("scratch2")
  func scratch2() {
    for n in [1000, 3000] {
      let g = GeneratedGraph.make(nodes: n, countries: 14, seed: 1)
      for view in ViewName.allCases {
        let t = ContinuousClock().measure {
          _ = Composition(of: g, options: DiagramOptions(view: view))
        }
        print("LEG big", n, view, t)
      }
    }
  }
}
