import EntenteGraph
import EntenteModel
import Testing

@Suite("Joining names")
struct EntityJoiningTests {
  private func join(_ stories: Story...) -> Graph { Joiner.join(stories.map(\.reading)) }

  @Test("Two persons of one name and different countries get ids with their countries")
  func namesakes() {
    var a = Story("a")
    a.name("person.kim-lee", "Kim Lee", country: "country.kr", known: false)
    var b = Story("b")
    b.name("person.kim-lee", "Kim Lee", country: "country.us", known: false)
    let graph = join(a, b)
    #expect(graph.nodes.map(\.id) == ["person.kim-lee-kr", "person.kim-lee-us"])
    #expect(graph.judgements.map(\.verdict) == [.different])
    #expect(Joiner.join(GraphReadings.readings(from: graph)) == graph)
  }

  @Test("Whom a pack lists keeps the id, and the namesake adds the country")
  func listedNamesake() {
    var a = Story("a")
    a.name("person.kim-lee", "Kim Lee", country: "country.kr")
    var b = Story("b")
    b.name("person.kim-lee", "Kim Lee", country: "country.us", known: false)
    #expect(join(a, b).nodes.map(\.id) == ["person.kim-lee", "person.kim-lee-us"])
  }

  @Test("A short name joins only the one person of an office or country in common")
  func shortNames() throws {
    var a = Story("a")
    a.name("person.anna-berg", "Anna Berg", country: "country.se", known: false)
    a.name("person.karl-berg", "Karl Berg", country: "country.no", known: false)
    var b = Story("b")
    b.name("person.berg", "Berg", country: "country.no", known: false)
    let graph = join(a, b)
    #expect(graph.nodes.map(\.id) == ["person.anna-berg", "person.karl-berg"])
    let karl = try #require(graph.nodes.last)
    #expect(karl.aliases == ["Berg", "Karl Berg"])
    #expect(karl.formerly == ["person.berg"])
    #expect(
      graph.judgements.contains {
        $0.a == "\"Berg\"" && $0.b == "person.karl-berg" && $0.score == 0.8
      })

    var c = Story("c")
    c.name("person.berg", "Berg", known: false)
    #expect(join(a, c).nodes.count == 3)
    #expect(join(a, c).judgements.allSatisfy { $0.verdict == .maybe })
  }

  @Test("Ministries of no country told are one only where the same person leads them")
  func openMinistries() {
    var a = Story("a")
    a.name("ministry.ministry-of-health", "Ministry of Health", known: false)
    var b = Story("b")
    b.name("ministry.ministry-of-health", "Ministry of Health", known: false)
    let apart = join(a, b)
    #expect(apart.nodes.count == 2)
    #expect(apart.judgements.map(\.verdict) == [.maybe])
    #expect(Joiner.join(GraphReadings.readings(from: apart)) == apart)

    a.name("person.jane-doe", "Jane Doe", known: false)
    b.name("person.jane-doe", "Jane Doe", known: false)
    a.relate("person.jane-doe", .leads, "ministry.ministry-of-health")
    b.relate("person.jane-doe", .leads, "ministry.ministry-of-health")
    #expect(
      join(a, b).nodes.map(\.id) == ["ministry.ministry-of-health", "person.jane-doe"])
  }

  @Test("A minister of no country told leads no other country's ministry")
  func ledMinistries() {
    var a = Story("a")
    a.name("ministry.foreign-affairs", "Ministry of Foreign Affairs", known: false)
    a.name("person.jane-doe", "Jane Doe", known: false)
    a.relate("person.jane-doe", .leads, "ministry.foreign-affairs")
    var b = Story("b")
    b.name(
      "ministry.ke.foreign-affairs", "Ministry of Foreign Affairs", country: "country.ke",
      known: false)
    let apart = join(a, b)
    #expect(apart.nodes.count == 3)
    #expect(apart.judgements.contains { $0.verdict == .maybe })
    #expect(Joiner.join(GraphReadings.readings(from: apart)) == apart)

    b.name("person.jane-doe", "Jane Doe", known: false)
    b.relate("person.jane-doe", .leads, "ministry.ke.foreign-affairs")
    #expect(
      join(a, b).nodes.map(\.id) == ["ministry.ke.foreign-affairs", "person.jane-doe"])
  }

  @Test("A city may be a province, and a person is never a body")
  func kinds() {
    var a = Story("a")
    a.name("province.kh-12", "Phnom Penh", country: "country.kh")
    a.name("organization.jordan", "Jordan Mills", known: false)
    var b = Story("b")
    b.name("place.phnom-penh", "Phnom Penh", known: false)
    b.name("person.jordan-mills", "Jordan Mills", known: false)
    #expect(
      join(a, b).nodes.map(\.id) == [
        "organization.jordan", "person.jordan-mills", "province.kh-12",
      ])
  }

  @Test("Bodies of one name in two countries stay two")
  func bodies() {
    var a = Story("a")
    a.name("ministry.kh.interior", "Ministry of Interior", country: "country.kh")
    var b = Story("b")
    b.name("ministry.fr.interior", "Ministry of Interior", country: "country.fr")
    #expect(join(a, b).nodes.count == 2)
  }

  @Test("Confidence grows with independent sources, and a near copy adds none")
  func confidence() throws {
    func story(_ id: String, _ original: String? = nil) -> Story {
      var s = Story(id)
      s.name("person.anna-berg", "Anna Berg", known: false)
      s.name("country.no", "Norway")
      s.relate("person.anna-berg", .leads, "country.no", "Prime Minister")
      s.reading.relations[0].confidence = 0.6
      s.reading.document.nearCopyOf = original
      return s
    }
    #expect(join(story("a")).edges.map(\.confidence) == [0.6])
    #expect(join(story("a"), story("b")).edges.map(\.confidence) == [0.84])
    #expect(join(story("a"), story("b", "a")).edges.map(\.confidence) == [0.6])
    #expect(join(story("a"), story("b")).edges[0].evidence.map(\.document) == ["a", "b"])
  }

  @Test("Capitals of a dateline and a short form do not become the name")
  func election() {
    var a = Story("a")
    a.name("province.kh-12", "PHNOM PENH")
    a.name("person.to-lam", "Lâm")
    var b = Story("b")
    b.name("province.kh-12", "PHNOM PENH")
    b.name("person.to-lam", "Lâm")
    var c = Story("c")
    c.name("province.kh-12", "Phnom Penh")
    c.name("person.to-lam", "To Lam")
    #expect(join(a, b, c).nodes.map(\.name) == ["To Lam", "Phnom Penh"])
  }

  @Test("What no article names and only the pack joins is left out")
  func background() {
    var a = Story("a")
    a.name("person.anna-berg", "Anna Berg")
    a.name("country.no")
    a.reading.relations = [
      .init(
        type: .partOf, source: 0, target: 1, role: nil, origin: .background, confidence: 1,
        evidence: [])
    ]
    #expect(join(a).nodes.map(\.id) == ["person.anna-berg"])
    #expect(join(a).edges.isEmpty)
  }
}
