import EntenteGraph
import EntenteModel
import Testing

@Suite("A graph as a source")
struct RejoiningTests {
  private static let readings = Corpora.stateVisit().map(\.reading)

  @Test("Joining what a graph was taken apart into gives the graph")
  func same() {
    let graph = Joiner.join(Self.readings)
    let again = Joiner.join(GraphReadings.readings(from: graph))
    #expect(differences(again, graph) == [])
  }

  @Test(
    "It does not matter which articles are read again and which come as a graph", arguments: 1..<31)
  func split(mask: Int) {
    let early = Self.readings.indices.filter { mask >> $0 & 1 == 1 }.map { Self.readings[$0] }
    let late = Self.readings.indices.filter { mask >> $0 & 1 == 0 }.map { Self.readings[$0] }
    let all = Joiner.join(Self.readings)
    let joined = Joiner.join(GraphReadings.readings(from: Joiner.join(early)) + late)
    #expect(differences(joined, all) == [])
  }

  @Test("Who says it has an id in the graph, and none after being left out")
  func speakers() throws {
    func speakers(_ decisions: Decisions) throws -> [Evidence.Speaker] {
      let graph = Joiner.join(Self.readings, decisions: decisions)
      #expect(differences(Joiner.join(GraphReadings.readings(from: graph)), graph) == [])
      return Set(graph.nodes.flatMap { $0.event?.evidence ?? [] }.compactMap(\.speaker)).sorted()
    }
    let found = try speakers(.none)
    #expect(found.compactMap(\.id) == ["person.norodom-sihamoni"])
    #expect(found.count == 2)
    let left = try speakers(Decisions(drop: ["person.norodom-sihamoni"]))
    #expect(left.map(\.text) == found.map(\.text))
    #expect(left.compactMap(\.id).isEmpty)
  }

  @Test("Decisions stay when a graph made with them is read again")
  func decisions() {
    let decisions = Decisions(
      different: [["organization.rac", "Royal Academy of Cambodia"]],
      rename: [.init(from: "country.vn", to: "Vietnam (test)")], drop: ["Metfone"])
    let graph = Joiner.join(Self.readings, decisions: decisions)
    #expect(differences(Joiner.join(GraphReadings.readings(from: graph)), graph) == [])
  }
}

/// The first lines of JSON that only one of two graphs has.
func differences(_ a: Graph, _ b: Graph) -> [String] {
  let lines = [a, b].map {
    String(decoding: GraphJSON.encode($0), as: UTF8.self).split(separator: "\n")
  }
  let difference = lines[0].difference(from: lines[1])
  return difference.prefix(8).map { change in
    switch change {
    case .insert(_, let line, _): "+ \(line.prefix(300))"
    case .remove(_, let line, _): "- \(line.prefix(300))"
    }
  }
}
