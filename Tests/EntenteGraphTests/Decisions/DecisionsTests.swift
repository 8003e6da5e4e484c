import EntenteGraph
import EntenteModel
import Testing

@Suite("Decisions")
struct DecisionsTests {
  private let readings = Corpora.stateVisit().map(\.reading)

  private func judgements(_ graph: Graph) -> [Judgement] {
    graph.judgements.filter { $0.reasons.first == Decisions.reason }
  }

  @Test("What is decided to be different stays apart, whatever speaks for it")
  func different() {
    let graph = Joiner.join(
      readings,
      decisions: Decisions(different: [["Royal Academy of Cambodia", "organization.rac"]]))
    #expect(graph.nodes.filter { $0.aliases.contains("RAC") }.count == 2)
    #expect(judgements(graph).map(\.verdict) == [.different])
    #expect(judgements(graph).first?.a == "organization.rac")
  }

  @Test("What is decided to be the same is one, and says why")
  func same() throws {
    let graph = Joiner.join(readings, decisions: Decisions(same: [["hun manet", "Metfone"]]))
    let node = try #require(graph.nodes.first { $0.aliases.contains("Hun Manet") })
    #expect(node.aliases == ["Hun Manet", "Metfone"])
    #expect(judgements(graph).map(\.b) == [node.id])
  }

  @Test("Names are changed and things left out by the user's word")
  func renameAndDrop() {
    let decisions = Decisions(
      rename: [.init(from: "to lam", to: "General Tô Lâm")], drop: ["Laos", "visit.to-lam.kh"])
    let joined = Joiner.joined(readings, decisions: decisions)
    #expect(joined.graph.nodes.contains { $0.name == "General Tô Lâm" && $0.id == "person.to-lam" })
    #expect(!joined.graph.nodes.contains { $0.id == "country.la" || $0.id == "visit.to-lam.kh" })
    #expect(
      !joined.graph.edges.contains { $0.source == "country.la" || $0.target == "visit.to-lam.kh" })
    #expect(judgements(joined.graph).count == 3)
    #expect(joined.diagnostics.isEmpty)
  }

  @Test("Events are parted by document and stay parted")
  func parted() throws {
    let id = "meeting.cpp-standing-board.cpv-politburo"
    let decisions = Decisions(different: [["\(id)@c.txt", "\(id)@a.txt"]])
    let graph = Joiner.join(readings, decisions: decisions)
    let meetings = graph.nodes.filter { $0.id.hasPrefix(id) }
    #expect(meetings.count == 2)
    #expect(
      meetings.allSatisfy { node in
        let documents = node.event?.reports.map(\.document) ?? []
        return !(documents.contains("a.txt") && documents.contains("c.txt"))
      })
    #expect(judgements(graph).count == 1)
    #expect(differences(Joiner.join(GraphReadings.readings(from: graph)), graph) == [])
  }

  @Test("Events that joining keeps apart are one by the user's word")
  func united() {
    let ids = ["meeting.hun-sen.to-lam", "meeting.norodom-sihamoni.to-lam"]
    let graph = Joiner.join(readings, decisions: Decisions(same: [ids]))
    #expect(graph.nodes.filter { $0.kind == .meeting }.count == 5)
    #expect(judgements(graph).count >= 1)
  }

  @Test("A name that nothing bears is reported with what may have been meant")
  func unknown() {
    let joined = Joiner.joined(
      readings, decisions: Decisions(same: [["Hun Maneth", "Hun Sen"]], drop: ["Metphone"]))
    #expect(joined.diagnostics.map(\.code) == ["decisions.unknown-name", "decisions.unknown-name"])
    #expect(
      joined.diagnostics.compactMap(\.hint) == [
        "Did you mean “Hun Manet”?", "Did you mean “Metfone”?",
      ])
  }

  @Test("The same and different at once stays apart with a warning")
  func contradiction() {
    let pair = ["Metfone", "Hun Manet"]
    let joined = Joiner.joined(readings, decisions: Decisions(same: [pair], different: [pair]))
    #expect(joined.diagnostics.map(\.code) == ["decisions.contradiction"])
  }
}
