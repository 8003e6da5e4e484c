import EntenteGraph
import EntenteModel
import Testing

@Suite("Joining events")
struct EventJoiningTests {
  private func join(_ stories: Story...) -> Graph { Joiner.join(stories.map(\.reading)) }

  private func story(_ id: String, published: String? = nil) -> Story {
    var s = Story(id, date: published)
    s.name("person.anna-berg", "Anna Berg", country: "country.no")
    s.name("person.luc-roy", "Luc Roy", country: "country.fr")
    s.name("country.no", "Norway")
    s.name("country.fr", "France")
    s.name("place.paris", "Paris", country: "country.fr")
    return s
  }

  private let pair = ["person.anna-berg", "person.luc-roy"]

  @Test("A third report without a date can't bring two dated events together")
  func closure() {
    var a = story("a")
    a.event(.meeting, "summit", pair, on: "2024-03-01", .held)
    var b = story("b")
    b.event(.meeting, "summit", pair, on: "2025-03-01", .held)
    var c = story("c")
    c.event(.meeting, "summit", pair, .held)
    let graph = join(a, b, c)
    let meetings = graph.nodes.filter { $0.kind == .meeting }
    #expect(meetings.count == 2)
    #expect(meetings.map { $0.event?.reports.count ?? 0 }.sorted() == [1, 2])
    #expect(Set(meetings.map(\.id)).count == 2)
  }

  @Test("Two events of one document never become one through another document")
  func oneDocument() {
    var a = story("a")
    a.event(.agreement, "agreement", pair, .signed, list: 0)
    a.event(.agreement, "agreement", pair, .signed, list: 0)
    var b = story("b")
    b.event(.agreement, "agreement", pair, .signed)
    let graph = join(a, b)
    #expect(graph.nodes.filter { $0.kind == .agreement }.count == 2)
    #expect(!graph.edges.contains { $0.type == .mayBeSame })
  }

  @Test("A planned and a held report are one event, and the report keeps its own word")
  func planned() throws {
    var a = story("a", published: "2026-01-10")
    a.event(.visit, "official visit", ["person.anna-berg"], at: "country.fr", .planned)
    var b = story("b", published: "2026-01-14")
    b.event(.visit, "visit", ["person.anna-berg"], at: "place.paris", on: "2026-01-13", .held)
    let visits = join(a, b).nodes.filter { $0.kind == .visit }
    #expect(visits.map(\.id) == ["visit.anna-berg.fr"])
    let event = try #require(visits.first?.event)
    #expect(event.status == .held)
    #expect(event.date == PartialDate("2026-01-13"))
    #expect(event.reports.map(\.date) == [nil, PartialDate("2026-01-13")])
    #expect(event.noun == "official visit")
  }

  @Test("The latest word decides that an event is cancelled")
  func cancelled() {
    var a = story("a", published: "2026-01-10")
    a.event(.meeting, "summit", pair, on: "2026-01-20", .planned)
    var b = story("b", published: "2026-01-12")
    b.event(.meeting, "summit", pair, on: "2026-01-20", .cancelled)
    #expect(join(a, b).nodes.compactMap(\.event?.status) == [.cancelled])
    var c = story("c", published: "2026-01-21")
    c.event(.meeting, "summit", pair, on: "2026-01-20", .held)
    #expect(join(a, b, c).nodes.compactMap(\.event?.status) == [.held])
  }

  @Test("Different days, countries and calls keep meetings apart")
  func conflicts() {
    var a = story("a")
    a.event(.meeting, "meeting", pair, at: "country.fr", on: "2026-01-20", .held)
    var b = story("b")
    b.event(.meeting, "meeting", pair, on: "2026-01-21", .held)
    #expect(join(a, b).nodes.filter { $0.kind == .meeting }.count == 2)
    var c = story("c")
    c.event(.meeting, "meeting", pair, at: "country.no", .held)
    #expect(join(a, c).nodes.filter { $0.kind == .meeting }.count == 2)
    var d = story("d")
    d.event(.meeting, "phone call", pair, on: "2026-01-20", .held)
    #expect(join(a, d).nodes.filter { $0.kind == .meeting }.count == 2)
  }

  @Test("Events told alike but with little in common may be the same, and say so")
  func maybe() throws {
    var a = story("a")
    a.event(.agreement, "trade plan", pair, on: "2026-01-20", .signed)
    var b = story("b")
    b.event(.agreement, "memorandum", pair, on: "2026-01-20", .signed)
    let graph = join(a, b)
    let edge = try #require(graph.edges.first { $0.type == .mayBeSame })
    #expect(edge.source < edge.target)
    #expect(edge.evidence.count == 2)
    #expect(graph.judgements.contains { $0.a == edge.source && $0.verdict == .maybe })
    #expect(edge.id.hasPrefix("agreement.anna-berg.luc-roy.memorandum"))
  }

  @Test("Agreements of different sides are never one")
  func sides() {
    var a = story("a")
    a.event(.agreement, "deal", pair, on: "2026-01-20", .signed)
    var b = story("b")
    b.event(.agreement, "deal", ["person.anna-berg", "country.fr"], on: "2026-01-20", .signed)
    #expect(join(a, b).nodes.filter { $0.kind == .agreement }.count == 2)
  }

  @Test("Three thousand documents are joined in seconds")
  func speed() {
    var generator = Shuffler(state: 7)
    var readings: [Reading] = []
    for d in 0..<3000 {
      let day = PartialDate(dayNumber: 19_000 + Int(generator.next() % 900))
      var s = Story("doc\(d)", date: day?.description)
      let countries = (0..<3).map { _ in Int(generator.next() % 60) }
      for c in countries {
        s.name("country.c\(c)", "Country \(c)")
        s.name("person.p\(c)", "Person \(c) Name", country: "country.c\(c)")
        s.relate("person.p\(c)", .leads, "country.c\(c)", "President")
      }
      for i in 0..<4 {
        let (a, b) = (countries[i % 3], countries[(i + 1) % 3])
        guard a != b else { continue }
        s.event(.meeting, "talk", ["person.p\(a)", "person.p\(b)"], at: "country.c\(b)", .held)
        s.event(.visit, "visit", ["person.p\(a)"], at: "country.c\(b)", .held)
        s.event(.agreement, "agreement", ["country.c\(a)", "country.c\(b)"], .signed)
      }
      readings.append(s.reading)
    }
    let clock = ContinuousClock()
    let time = clock.measure { _ = Joiner.join(readings) }
    #expect(time < .seconds(90), "took \(time) without optimisation")
  }
}
