import EntenteModel

/// A small invented story of two countries, for the tests of the picture.
struct ViewSample {
  var graph = Graph()
  private var offset = 0

  /// Two countries, six persons, two parties with an organ each, ministries, provinces, and one
  /// state visit.
  static func visit() -> Graph {
    var s = ViewSample()
    s.graph.documents = [
      DocumentRecord(
        id: "a.txt", date: PartialDate("2031-05-04"), source: "Agency",
        url: "https://example.org/a?x=1&y=2", sha256: ""),
      DocumentRecord(id: "b.txt", date: PartialDate("2031-05-05"), source: "Agency", sha256: ""),
      DocumentRecord(id: "c.txt", source: "Daily", sha256: ""),
    ]
    s.entity("country.aa", "Arland")
    s.entity("country.bb", "Borland")
    s.entity("person.anna-berg", "Anna Berg", "country.aa")
    s.entity("person.paul-reed", "Paul Reed", "country.aa")
    s.entity("person.king-olo", "Olo III", "country.bb")
    s.entity("person.mira-sun", "Mira Sun", "country.bb")
    s.entity("person.ted-speaker", "Ted Voss", "country.bb")
    s.entity("person.only-quoted", "Ilse Quote", "country.aa")
    s.entity("party.aaw", "Arland Workers’ Party", "country.aa", aliases: ["AWP"])
    s.entity("party.aaw.politburo", "AWP Politburo", "country.aa")
    s.entity("party.aaw.school", "School Committee of the AWP", "country.aa")
    s.entity("party.bbu", "Borland Union", "country.bb", aliases: ["BUP"])
    s.entity("ministry.aa.trade", "Ministry of Trade of Arland", "country.aa")
    s.entity("ministry.bb.trade", "Ministry of Trade of Borland", "country.bb")
    for name in ["North", "West", "East", "South"] {
      s.entity("province.bb-\(name.lowercased())", name, "country.bb")
    }
    s.entity("province.aa-coast", "Coast", "country.aa")
    s.edge(.leads, "person.anna-berg", "party.aaw", role: "General Secretary")
    s.edge(.leads, "person.anna-berg", "party.aaw.politburo", role: "head")
    s.edge(.leads, "person.paul-reed", "country.aa", role: "Prime Minister")
    s.edge(.leads, "person.king-olo", "country.bb", role: "King")
    s.edge(.leads, "person.mira-sun", "party.bbu", role: "President")
    s.edge(.memberOf, "person.only-quoted", "country.aa", role: "Ambassador")
    s.edge(.partOf, "party.aaw.politburo", "party.aaw")
    s.edge(.partOf, "party.aaw.school", "party.aaw")
    s.event(
      "visit.anna-berg", .visit, "state visit", ["person.anna-berg"], date: "2031-05-04",
      place: "country.bb")
    s.event(
      "meeting.high", .meeting, "high-level meeting",
      [
        "party.aaw.politburo", "party.bbu", "person.anna-berg", "person.mira-sun",
        "person.paul-reed",
      ],
      date: "2031-05-04", within: "visit.anna-berg")
    s.event(
      "meeting.king", .meeting, "reception", ["person.anna-berg", "person.king-olo"],
      status: .planned,
      within: "visit.anna-berg")
    s.event(
      "meeting.talks", .meeting, "talks", ["person.anna-berg", "person.mira-sun"],
      within: "visit.anna-berg")
    s.event("meeting.old", .meeting, "meeting", ["party.aaw", "party.bbu"], date: "2030-12")
    s.event("meeting.undated", .meeting, "meeting", ["person.ted-speaker", "person.paul-reed"])
    s.event(
      "agreement.trade", .agreement, "trade plan", ["ministry.aa.trade", "ministry.bb.trade"],
      date: "2031-05-04",
      within: "visit.anna-berg")
    s.event(
      "agreement.school", .agreement, "exchange agreement",
      ["party.aaw.school", "ministry.bb.trade"])
    for name in ["south", "north", "west"] {
      s.event(
        "agreement.\(name)", .agreement, "cooperation deal",
        ["province.aa-coast", "province.bb-\(name)"],
        date: "2031-05-04", act: "exchanged", within: "visit.anna-berg")
    }
    s.graph.edges.append(
      Edge(
        type: .mayBeSame, source: "meeting.talks", target: "meeting.high", origin: .inferred,
        confidence: 0.5))
    return s.graph
  }

  /// One person in three meetings of four.
  static func around() -> Graph {
    var s = ViewSample()
    s.graph.documents = [DocumentRecord(id: "a.txt", sha256: "")]
    s.entity("country.aa", "Arland")
    for (id, name) in [("anna-berg", "Anna Berg"), ("omar-diallo", "Omar Diallo")] {
      s.entity("person.\(id)", name, "country.aa")
    }
    s.entity("person.amina-yusuf", "Amina Yusuf", "country.aa")
    for i in 1...3 {
      s.event(
        "meeting.m\(i)", .meeting, "talks",
        ["person.anna-berg", i == 2 ? "person.omar-diallo" : "person.amina-yusuf"])
    }
    s.event("meeting.m4", .meeting, "talks", ["person.omar-diallo", "person.amina-yusuf"])
    return s.graph
  }

  mutating func entity(
    _ id: String, _ name: String, _ country: String? = nil, aliases: [String] = []
  ) {
    var node = Node(id: id, kind: Kind(String(id.prefix { $0 != "." })), name: name)
    node.country = country
    node.aliases = aliases
    node.mentions = [quote(name)]
    graph.nodes.append(node)
  }

  mutating func edge(_ type: EdgeType, _ source: String, _ target: String, role: String? = nil) {
    graph.edges.append(
      Edge(
        type: type, source: source, target: target, role: role, origin: .text, confidence: 0.9,
        evidence: [quote("as told")]))
  }

  mutating func event(
    _ id: String, _ kind: Kind, _ noun: String, _ sides: [String], date: String? = nil,
    status: Status? = nil,
    place: String? = nil, act: String? = nil, within: String? = nil
  ) {
    var node = Node(id: id, kind: kind, name: noun)
    var event = EventDetail(status: status ?? (kind == .agreement ? .signed : .held))
    event.noun = noun
    event.date = date.flatMap { PartialDate($0) }
    event.place = place
    event.act = act
    event.within = within
    event.evidence = [quote("They \(noun) there.")]
    node.event = event
    graph.nodes.append(node)
    let type: EdgeType = kind == .meeting ? .participant : kind == .visit ? .visitor : .partyTo
    for side in sides {
      graph.edges.append(
        Edge(
          type: type, source: side, target: id, origin: .text, confidence: 0.9,
          evidence: event.evidence))
    }
  }

  private mutating func quote(_ text: String) -> Evidence {
    defer { offset += text.utf8.count + 1 }
    return Evidence(document: "a.txt", start: offset, end: offset + text.utf8.count, text: text)
  }

  /// Many entities and events, more than fit.
  static func crowd(entities: Int, events: Int) -> Graph {
    var s = ViewSample()
    let kinds = ["person", "party", "ministry", "province", "organization"]
    for c in 0..<5 { s.entity("country.c\(c)", "Country \(c)") }
    for i in 0..<entities {
      s.entity(
        "\(kinds[i * 7 % 5]).e\(i)", "Entity number \(i) of some length",
        i % 9 == 0 ? nil : "country.c\(i % 5)")
    }
    for i in 0..<events {
      let sides = (0...(i % 4 + 1)).map {
        "\(kinds[(i * 3 + $0 * 11) % entities * 7 % 5]).e\((i * 3 + $0 * 11) % entities)"
      }
      let kind: Kind = i % 3 == 0 ? .agreement : i % 3 == 1 ? .meeting : .visit
      s.event(
        "\(kind.rawValue).v\(i)", kind, "thing", Array(Set(sides)).sorted(),
        date: "2031-0\(i % 9 + 1)-11")
    }
    return s.graph
  }
}
