import EntenteModel

/// An invented graph of so many entities and events: real countries, invented persons, drawn with a
/// generator of our own from a seed.
struct GeneratedGraph {
  private var graph = Graph()
  private var random: SplitMix
  private var offset = 0
  private var events: [String: Int] = [:]
  private static let first = [
    "Anna", "Omar", "Amina", "Jonas", "Mei", "Paulo", "Ingrid", "Tariq", "Lucia", "Kofi", "Elif",
    "Bruno", "Nadia", "Sven", "Rosa", "Ivan", "Leila", "Marek", "Yuki", "Diego",
  ]
  private static let last = [
    "Berg", "Diallo", "Yusuf", "Lind", "Tanaka", "Moreira", "Solheim", "Rahmani", "Ferro",
    "Mensah", "Aydin", "Costa", "Haddad", "Holm", "Delgado", "Petrov", "Karimi", "Nowak", "Sato",
    "Vargas",
  ]
  private static let countries = [
    ("no", "Norway"), ("ke", "Kenya"), ("br", "Brazil"), ("jp", "Japan"), ("pl", "Poland"),
    ("ma", "Morocco"), ("cl", "Chile"), ("vn", "Vietnam"), ("gh", "Ghana"), ("tr", "Turkey"),
    ("nz", "New Zealand"), ("kz", "Kazakhstan"), ("pt", "Portugal"), ("jo", "Jordan"),
  ]
  private static let fields = [
    "Foreign Affairs", "Trade", "Defence", "Health", "Energy and Mines", "Agriculture",
    "Culture and Tourism", "Education", "Transport", "Environment",
  ]
  private static let regions = ["North", "East", "South", "West", "Upper", "Lower", "Old", "New"]
  private static let lands = ["Coast", "Hills", "Plain", "Bay", "Valley", "Forest", "Lakes"]
  private static let nouns: [Kind: [String]] = [
    .meeting: ["meeting", "talks", "courtesy call", "working dinner", "reception"],
    .visit: ["state visit", "official visit", "working visit"],
    .agreement: ["cooperation agreement", "memorandum of understanding", "trade deal"],
  ]

  private init(seed: UInt64) { random = SplitMix(state: seed) }

  /// About two in three nodes are entities, the rest events; few entities take part in much.
  static func make(nodes: Int, countries: Int, seed: UInt64) -> Graph {
    var made = GeneratedGraph(seed: seed)
    made.build(nodes: nodes, countries: min(countries, Self.countries.count))
    return made.graph
  }

  private mutating func build(nodes: Int, countries: Int) {
    graph.documents = (1...max(nodes / 6, 2)).map { number in
      DocumentRecord(
        id: "article-\(number).txt", date: PartialDate("2031-0\(number % 9 + 1)-1\(number % 10)"),
        source: ["Harbour Post", "Agency North", "Daily Lines"][number % 3],
        sha256: String(repeating: "0", count: 64))
    }
    let codes = GeneratedGraph.countries.prefix(countries)
    for (code, name) in codes { entity("country.\(code)", .country, name, nil) }
    var sides: [[String]] = Array(repeating: [], count: countries)
    let count = nodes * 2 / 3
    for i in 0..<count {
      // The first countries have more.
      let c = min(random.below(countries), random.below(countries + 1), countries - 1)
      sides[i < countries ? i : c].append(add(i, codes[i < countries ? i : c]))
    }
    for i in 0..<(nodes - count) { happen(i, sides, codes) }
    // A day's order of lists is none.
    graph.nodes.sort { $0.id < $1.id }
    graph.edges.sort { $0.id < $1.id }
  }

  private mutating func add(_ i: Int, _ country: (String, String)) -> String {
    let home = "country.\(country.0)"
    switch i < 28 ? i % 7 % 5 : random.below(5) {
    case 0, 1, 2:
      let name = GeneratedGraph.first[i % 20] + " " + GeneratedGraph.last[(i * 7 + i / 20) % 20]
      let id = "person." + name.lowercased().replacing(" ", with: "-")
      entity(id, .person, name, home)
      let roles = ["President", "Prime Minister", "Minister of Trade", "Ambassador", "Speaker"]
      edge(.leads, id, home, role: roles[i % 5])
      return id
    case 3:
      let field = GeneratedGraph.fields[(i * 3) % 10]
      let id = "ministry.\(country.0).\(i)"
      entity(id, .ministry, "Ministry of \(field)", home)
      return id
    default:
      let id = "province.\(country.0)-\(i)"
      let name = GeneratedGraph.regions[i % 8] + " " + GeneratedGraph.lands[i % 7]
      entity(id, .province, name, home)
      return id
    }
  }

  private mutating func happen(
    _ i: Int, _ sides: [[String]], _ codes: ArraySlice<(String, String)>
  ) {
    let kind: Kind = [.meeting, .agreement, .meeting, .visit][random.below(4)]
    let own = random.below(sides.count)
    var other = random.below(sides.count)
    if other == own { other = (own + 1) % sides.count }
    func pick(_ c: Int, _ random: inout SplitMix) -> String? {
      guard !sides[c].isEmpty else { return nil }
      // The first of a country take part in most.
      let k = min(random.below(sides[c].count), random.below(sides[c].count))
      return sides[c][k]
    }
    var parts = [pick(own, &random)]
    if kind != .visit { parts.append(pick(other, &random)) }
    // One person is in a third of what happens.
    if random.below(3) == 0 { parts[0] = sides[0].first }
    if kind == .meeting, random.below(4) == 0 { parts.append(pick(own, &random)) }
    if kind == .meeting, random.below(5) == 0 {
      parts.append(pick(random.below(sides.count), &random))
    }
    let ids = Array(Set(parts.compactMap(\.self))).sorted()
    guard !ids.isEmpty else { return }
    let noun = (GeneratedGraph.nouns[kind] ?? ["meeting"])[random.below(3)]
    var node = Node(id: "\(kind.rawValue).g\(i)", kind: kind, name: noun)
    var event = EventDetail(
      status: random.below(8) == 0 ? .planned : kind == .agreement ? .signed : .held)
    event.noun = noun
    if random.below(6) > 0 {
      event.date = PartialDate(
        year: 2031, month: 1 + random.below(4),
        day: random.below(7) == 0 ? nil : 3 + random.below(4) * 6)
    }
    if kind == .visit { event.place = "country.\(codes[codes.startIndex + other].0)" }
    // One article tells of it, and names who took part.
    let article = graph.documents[i % graph.documents.count].id
    event.evidence = [quote("They told of the \(noun).", in: article)]
    var report = Report(document: article, status: event.status)
    (report.date, report.place, report.noun) = (event.date, event.place, noun)
    if kind == .agreement {
      event.act = "signed"
      report.act = "signed"
    }
    event.reports = [report]
    node.event = event
    graph.nodes.append(node)
    let type: EdgeType = kind == .meeting ? .participant : kind == .visit ? .visitor : .partyTo
    for id in ids { edge(type, id, node.id, quotes: event.evidence) }
  }

  private mutating func entity(_ id: String, _ kind: Kind, _ name: String, _ country: String?) {
    var node = Node(id: id, kind: kind, name: name)
    node.country = country
    node.aliases = [name]
    node.mentions = [quote(name)]
    graph.nodes.append(node)
  }

  private mutating func edge(
    _ type: EdgeType, _ source: String, _ target: String, role: String? = nil,
    quotes: [Evidence]? = nil
  ) {
    graph.edges.append(
      Edge(
        type: type, source: source, target: target, role: role, origin: .text, confidence: 0.9,
        evidence: quotes ?? [quote("as told")]))
  }

  private mutating func quote(_ text: String, in article: String? = nil) -> Evidence {
    defer { offset += text.utf8.count + 1 }
    let document = article ?? graph.documents[0].id
    return Evidence(document: document, start: offset, end: offset + text.utf8.count, text: text)
  }
}

/// Steele, Lea and Flood, “Fast splittable pseudorandom number generators” (2014).
private struct SplitMix {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ z >> 31) % UInt64(max(limit, 1)))
  }
}
