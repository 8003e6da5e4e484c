import EntenteGraph
import EntenteModel
import Testing

@Suite("Joining")
struct JoinerTests {
  private let graph = Joiner.join(Corpora.stateVisit().map(\.reading))

  private func events(_ kind: Kind) -> [Node] { graph.nodes.filter { $0.kind == kind } }

  private func sides(of id: String) -> [String] {
    graph.edges.filter { $0.target == id && $0.type.isSide }.map(\.source).sorted()
  }

  @Test("Five articles on one state visit give one visit with five reports")
  func oneStateVisit() throws {
    let visits = events(.visit).filter {
      sides(of: $0.id) == ["person.to-lam"] && $0.event?.place == "country.kh"
    }
    let visit = try #require(visits.first)
    #expect(visits.count == 1)
    #expect(visit.id == "visit.to-lam.kh")
    #expect(visit.name == "Tô Lâm’s state visit to Cambodia")
    #expect(visit.event?.status == .held)
    #expect(visit.event?.date == PartialDate("2026-02-06"))
    #expect(visit.event?.reports.map(\.status) == [.planned, .planned, .held, .held, .held])
    #expect(events(.visit).count == 3)
  }

  @Test("The high-level meeting has five reports and its sides once, as the organs")
  func oneHighLevelMeeting() throws {
    let meeting = try #require(events(.meeting).first { $0.event?.reports.count == 5 })
    #expect(meeting.id == "meeting.cpp-standing-board.cpv-politburo")
    #expect(meeting.name.hasSuffix("high-level meeting"))
    #expect(
      sides(of: meeting.id) == [
        "party.cpp.standing-board", "party.cpv.politburo", "person.hun-manet", "person.hun-sen",
        "person.pham-minh-chinh", "person.to-lam",
      ])
    #expect(meeting.event?.place == "province.kh-12")
    #expect(meeting.event?.within == "visit.to-lam.kh")
  }

  @Test("The meeting of three parties is one, and the countries give way to the parties")
  func oneThreePartyMeeting() throws {
    let meeting = try #require(events(.meeting).first { $0.event?.reports.count == 3 })
    #expect(sides(of: meeting.id) == ["party.cpp", "party.cpv", "party.lprp", "person.to-lam"])
    #expect(meeting.id == "meeting.cpp.cpv.lprp")
    let lao = graph.edges.first { $0.source == "party.lprp" && $0.target == meeting.id }
    #expect(lao?.evidence.map(\.rule) == ["as country.la", "as country.la", nil])
  }

  @Test("Other meetings and twelve agreements stay by themselves")
  func theRest() {
    #expect(events(.meeting).count == 6)
    #expect(events(.agreement).count == 12)
    #expect(Set(events(.agreement).map(\.id)).contains("agreement.kh-20.vn-37"))
    #expect(
      Set(events(.agreement).map(\.name)) == [
        "Cooperation agreement", "Cooperation deal", "Cooperation plan",
      ])
  }

  @Test("Names are elected, aliases collected, abbreviations joined")
  func names() throws {
    let lam = try #require(graph.nodes.first { $0.id == "person.to-lam" })
    #expect(lam.name == "Tô Lâm")
    #expect(lam.aliases == ["Lâm", "To Lam", "Tô Lâm"])
    let academy = graph.nodes.filter { $0.aliases.contains("RAC") }
    #expect(academy.map(\.name) == ["Royal Academy of Cambodia"])
    #expect(academy.first?.formerly == ["organization.rac"])
    #expect(
      graph.judgements.contains {
        $0.a == "\"RAC\"" && $0.b == "organization.royal-academy-of-cambodia"
      })
  }

  @Test("The order of the readings and of what is in them does not matter", arguments: 0..<20)
  func order(seed: UInt64) {
    var generator = Shuffler(state: seed &* 77 + 5)
    var readings = Corpora.stateVisit().map(\.reading)
    readings.shuffle(using: &generator)
    readings = readings.map { $0.shuffled(using: &generator) }
    #expect(Joiner.join(readings) == graph)
  }

  @Test("Each event joined from several reports is judged, with reasons")
  func judged() {
    let judged = graph.judgements.filter { $0.b == "meeting.cpp-standing-board.cpv-politburo" }
    #expect(judged.count == 4)
    #expect(judged.allSatisfy { $0.verdict == .same && !$0.reasons.isEmpty && $0.score >= 0.62 })
  }

  @Test("Decomposed letters give the same ids and names")
  func decomposed() {
    let other = Joiner.join(Corpora.stateVisit().map { $0.reading.decomposed })
    #expect(other.nodes.map(\.id) == graph.nodes.map(\.id))
    #expect(other.nodes.map { Array($0.name.utf8) } == graph.nodes.map { Array($0.name.utf8) })
    #expect(
      other.nodes.map { $0.aliases.map { Array($0.utf8) } }
        == graph.nodes.map { $0.aliases.map { Array($0.utf8) } })
    #expect(other.edges.map(\.id) == graph.edges.map(\.id))
  }
}
