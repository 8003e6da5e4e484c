import EntenteModel

/// The order of cards on a bank: heads of state and of party, heads of government, legislatures,
/// ministers, others; then bodies; provinces at the foot.
enum Ranking {
  /// The body that an office is of, as far as rank depends on it.
  private enum Body { case any, country, party, legislature }

  /// The first row whose words stand in the role, and whose body fits, gives the rank; smaller is
  /// higher.
  private static let offices = rows.map { (words: $0.split(separator: " "), of: $1, rank: $2) }
  private static let rows: [(words: String, of: Body, rank: Int)] = [
    ("former", .any, 64), ("late", .any, 66), ("outgoing", .any, 58),
    ("crown prince", .any, 14), ("crown princess", .any, 14), ("queen mother", .any, 15),
    ("honorary", .any, 33), ("acting president", .country, 11),
    ("vice president", .country, 22), ("vice president", .party, 34),
    ("deputy prime minister", .any, 24), ("deputy general secretary", .party, 33),
    ("vice", .legislature, 36), ("deputy", .legislature, 36),
    ("deputy", .any, 46), ("vice", .any, 46), ("assistant", .any, 48),
    ("king", .any, 10), ("queen", .any, 10), ("emperor", .any, 10), ("sultan", .any, 10),
    ("emir", .any, 10), ("pope", .any, 10), ("monarch", .any, 10), ("grand duke", .any, 10),
    ("head of state", .any, 11), ("state president", .any, 11), ("supreme leader", .any, 10),
    ("general secretary", .party, 11), ("secretary general", .party, 11),
    ("first secretary", .party, 11),
    ("general secretary", .country, 11), ("party chief", .any, 11),
    ("president", .country, 11), ("president", .party, 12), ("chairman", .party, 12),
    ("chairwoman", .party, 12), ("chair", .party, 12), ("chairperson", .party, 12),
    ("leader", .party, 12), ("head", .party, 12), ("chief", .party, 12),
    ("prime minister", .any, 20), ("premier", .any, 20), ("chancellor", .country, 20),
    ("head of government", .any, 20), ("first minister", .any, 21),
    ("president", .legislature, 30), ("speaker", .any, 30), ("chairman", .legislature, 30),
    ("chairwoman", .legislature, 30), ("chair", .legislature, 30),
    ("chairperson", .legislature, 30),
    ("prince", .any, 16), ("princess", .any, 16),
    ("minister", .any, 40), ("secretary of state", .any, 40), ("secretary general", .any, 42),
    ("member", .any, 52), ("ambassador", .any, 56), ("envoy", .any, 56), ("governor", .any, 50),
  ]
  private static let legislatures = [
    "assembly", "parliament", "senate", "congress", "duma", "diet", "legislature", "knesset",
    "bundestag", "house", "council of the federation",
  ]

  /// The rank of a `leads` or `member-of` edge.
  static func rank(of edge: Edge, in index: GraphIndex) -> Int {
    let role = Folding.fold(edge.role ?? "").split { $0 == " " || $0 == "-" }
    let body = body(edge.target, index)
    for row in offices where row.of == .any || row.of == body {
      guard holds(role, row.words) else { continue }
      // A member of the body that someone heads is not its head.
      return row.rank < 20 && edge.type == .memberOf && body != .country ? row.rank + 20 : row.rank
    }
    return edge.type == .leads ? 54 : 60
  }

  private static func holds(_ role: [Substring], _ words: [Substring]) -> Bool {
    role.indices.contains { role[$0...].starts(with: words) }
  }

  private static func body(_ id: String, _ index: GraphIndex) -> Body {
    guard let node = index.node(id) else { return .any }
    switch node.kind {
    case .country: return .country
    case .party: return .party
    default:
      let words = Folding.fold(node.name).split(separator: " ")
      return legislatures.contains { words.contains(Substring($0)) } ? .legislature : .any
    }
  }

  /// The rank of an entity; 10…66 for persons.
  static func rank(of id: String, in index: GraphIndex) -> Int {
    guard let node = index.node(id) else { return 99 }
    switch node.kind {
    case .person:
      let posts = index.edges(from: id).filter { $0.type == .leads || $0.type == .memberOf }
      return posts.map { rank(of: $0, in: index) }.min() ?? 62
    case .country: return 5
    case .party: return index.owners(of: id).contains { index.node($0)?.kind != .country } ? 74 : 70
    case .ministry: return 76
    case .organization: return 80
    case .province: return 90
    case .place: return 94
    default: return 84
    }
  }
}
