import EntenteGraph
import EntenteModel
import Foundation
import Testing

/// The larger graphs of the gallery are made by the generator of the tests.
@Suite struct GalleryGraphTests {
  @Test(
    "The graphs of the gallery are as recorded",
    arguments: [(name: "invented-40", countries: 3), (name: "invented-150", countries: 8)])
  func recorded(name: String, countries: Int) throws {
    let nodes = try #require(Int(name.dropFirst(9)))
    let graph = GeneratedGraph.make(nodes: nodes, countries: countries, seed: UInt64(nodes))
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Examples/graphs/\(name).json")
    if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" {
      try Data(GraphJSON.encode(graph)).write(to: file)
      Issue.record("recorded \(name); look at the difference, then run without ENTENTE_RECORD")
      return
    }
    #expect(try Data(contentsOf: file) == Data(GraphJSON.encode(graph)))
  }
}
