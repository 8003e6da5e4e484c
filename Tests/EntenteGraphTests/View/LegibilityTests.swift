import EntenteGraph
import EntenteModel
import Foundation
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
    Case(view: .banks, nodes: 15, countries: 2, mostCrossings: 3, tallest: 0.6),
    Case(view: .banks, nodes: 40, countries: 3, mostCrossings: 40, tallest: 1.35),
    Case(view: .banks, nodes: 60, countries: 3, mostCrossings: 58, tallest: 1.8),
    Case(view: .banks, nodes: 150, countries: 3, mostCrossings: 195, tallest: 2.3),
    Case(view: .ego, nodes: 15, countries: 2, mostCrossings: 0, tallest: 0.5),
    Case(view: .ego, nodes: 40, countries: 3, mostCrossings: 1, tallest: 0.7),
    Case(view: .ego, nodes: 60, countries: 5, mostCrossings: 1, tallest: 0.65),
    Case(view: .ego, nodes: 150, countries: 8, mostCrossings: 2, tallest: 0.95),
    Case(view: .timeline, nodes: 15, countries: 2, mostCrossings: 0, tallest: 0.7),
    Case(view: .timeline, nodes: 40, countries: 4, mostCrossings: 0, tallest: 1.45),
    Case(view: .timeline, nodes: 60, countries: 5, mostCrossings: 0, tallest: 2.0),
    Case(view: .timeline, nodes: 150, countries: 8, mostCrossings: 0, tallest: 2.75),
    Case(view: .overview, nodes: 15, countries: 3, mostCrossings: 2, tallest: 0.6),
    Case(view: .overview, nodes: 40, countries: 5, mostCrossings: 8, tallest: 1.05),
    Case(view: .overview, nodes: 60, countries: 6, mostCrossings: 17, tallest: 1.4),
    Case(view: .overview, nodes: 150, countries: 8, mostCrossings: 34, tallest: 1.7),
    Case(view: .overview, nodes: 600, countries: 14, mostCrossings: 34, tallest: 1.85),
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

  /// From the graph that the README's picture is drawn from.
  @Test(
    "The pictures of the articles in seeds/ fit a page and are free of overlaps",
    arguments: [
      (view: ViewName.banks, crossings: 60, tallest: 1.5),
      (view: ViewName.ego, crossings: 6, tallest: 1.2),
      (view: ViewName.timeline, crossings: 0, tallest: 1.95),
      (view: ViewName.overview, crossings: 4, tallest: 1.4),
    ])
  func seeds(view: ViewName, crossings: Int, tallest: Double) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../graphs/seeds.json")
    let graph = try GraphJSON.decode(Array(Data(contentsOf: file)), file: "seeds.json")
    let legibility = Legibility(of: Composition(of: graph, options: DiagramOptions(view: view)))
    #expect(legibility.overlaps == 0)
    #expect(legibility.linesThroughBoxes == 0)
    #expect(legibility.smallestText >= 7)
    #expect(legibility.thinnestLine >= 0.75)
    #expect(legibility.lineContrast >= 3)
    #expect(legibility.textContrast >= 4.5)
    #expect(legibility.crossings <= crossings)
    #expect(legibility.aspectRatio <= tallest)
  }

  @Test("What lies wrong is counted")
  func faults() {
    let graph = GeneratedGraph.make(nodes: 40, countries: 3, seed: 40)
    let good = Composition(of: graph, options: DiagramOptions(view: .banks))
    var picture = good.picture
    picture.events[1].box = picture.events[0].box
    #expect(Legibility(of: Composition(good.diagram, picture)).overlaps > 0)
    picture = good.picture
    let box = picture.events[0].box
    let left = Picture.Point(x: -5, y: box.y + box.height / 2)
    let right = Picture.Point(x: picture.width + 5, y: box.y + box.height / 2)
    picture.paths[picture.paths.count - 1] = [left, left, right, right]
    #expect(Legibility(of: Composition(good.diagram, picture)).linesThroughBoxes > 0)
  }
}
