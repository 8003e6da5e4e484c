import EntenteModel

/// Who heads, serves in and belongs to what, by node number: what lets a person stand for a body.
struct Affiliations {
  let kinds: [Kind]
  /// Bodies and countries that a person heads, and all that they belong to.
  private(set) var headed: [Set<Int>]
  /// Bodies that a person serves in without heading them.
  private(set) var served: [Set<Int>]
  /// Larger bodies and places that contain this one; for bodies without the country.
  private(set) var containing: [Set<Int>]
  /// The larger bodies that a body is an organ of; no countries, and none for provinces and places.
  private var owners: [Set<Int>]
  private var isCountry: [Bool]
  /// The country that each node belongs to or stands for, by node number; nil where unknown.
  private(set) var country: [Int?]

  init(nodes: [Node], edges: [Edge]) {
    let number = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
    kinds = nodes.map(\.kind)
    headed = Array(repeating: [], count: nodes.count)
    served = headed
    containing = headed
    owners = headed
    isCountry = nodes.map { $0.kind == .country }
    country = nodes.enumerated().map { n, node in
      node.kind == .country ? n : node.country.flatMap { number[$0] }
    }
    var parents = headed
    for edge in edges {
      guard let source = number[edge.source], let target = number[edge.target] else { continue }
      switch edge.type {
      case .partOf: parents[source].insert(target)
      case .leads: headed[source].insert(target)
      case .memberOf: served[source].insert(target)
      default: continue
      }
    }
    for n in nodes.indices { containing[n] = Affiliations.closure(of: n, parents, kinds) }
    for n in nodes.indices where kinds[n] != .province && kinds[n] != .place {
      owners[n] = containing[n].filter { !isCountry[$0] && kinds[$0] != .place }
    }
    for n in nodes.indices where country[n] == nil {
      let countries = containing[n].filter { kinds[$0] == .country }
      if countries.count == 1 { country[n] = countries.first }
    }
    for n in nodes.indices where kinds[n] == .person {
      for body in headed[n] { headed[n].formUnion(bodies(containing: body)) }
      for body in served[n] { served[n].formUnion(bodies(containing: body)) }
      served[n].subtract(headed[n])
      guard country[n] == nil else { continue }
      let countries = Set(headed[n].union(served[n]).compactMap { country[$0] })
      if countries.count == 1 { country[n] = countries.first }
    }
  }

  /// The larger bodies that a body is an organ of; no countries, and none for provinces and places.
  func bodies(containing n: Int) -> Set<Int> { owners[n] }

  /// True for what is a body: it can act, and be headed.
  func isBody(_ n: Int) -> Bool {
    kinds[n] == .party || kinds[n] == .ministry || kinds[n] == .organization
  }

  /// The place itself and all that contain it, the country included.
  func areas(of place: Int) -> Set<Int> {
    var areas = containing[place].union([place])
    if kinds[place] == .place || kinds[place] == .province, let country = country[place] {
      areas.insert(country)
    }
    return areas
  }

  private static func closure(of n: Int, _ parents: [Set<Int>], _ kinds: [Kind]) -> Set<Int> {
    var found: Set<Int> = []
    var open = Array(parents[n])
    while let next = open.popLast() {
      // A country's bloc is not the bloc of its parties and cities.
      guard next != n, found.insert(next).inserted, kinds[next] != .country else { continue }
      open.append(contentsOf: parents[next])
    }
    return found
  }

  /// 0…1: how far a side in one report may stand for a side in the other.
  func kinship(_ x: Int, _ y: Int) -> Double {
    if x == y { return 1 }
    return max(standing(x, for: y), standing(y, for: x), common(x, y))
  }

  private func standing(_ x: Int, for y: Int) -> Double {
    if headed[x].contains(y) { return isCountry[y] ? 0.8 : 0.85 }
    if bodies(containing: x).contains(y) { return 0.85 }
    if served[x].contains(y) { return 0.6 }
    guard isCountry[y], country[x] == y else { return 0 }
    switch kinds[x] {
    case .party, .ministry: return 0.7
    case .person, .organization: return 0.6
    default: return 0.3
    }
  }

  private func common(_ x: Int, _ y: Int) -> Double {
    if meets(headed[x], y) || meets(headed[y], x) { return 0.8 }
    if !owners[x].isEmpty || !owners[y].isEmpty, isBody(x), isBody(y),
      meets(owners[x], y) || meets(owners[y], x)
    {
      return 0.6
    }
    if meets(served[x], y) || meets(served[y], x) { return 0.5 }
    if let a = country[x], a == country[y] { return 0.3 }
    return 0
  }

  /// True where the bodies hold `n` or a body that `n` is an organ of.
  private func meets(_ bodies: Set<Int>, _ n: Int) -> Bool {
    !bodies.isEmpty && (bodies.contains(n) || !bodies.isDisjoint(with: owners[n]))
  }
}
