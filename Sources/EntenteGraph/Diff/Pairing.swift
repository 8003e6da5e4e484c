import EntenteModel

/// Which node of a new graph is which of an old one.
struct Pairing: Hashable, Sendable {
  /// For an old node's id the new one's: the same thing, or what it was joined to.
  private(set) var new: [String: String] = [:]
  /// For a new node's id the old one's: the same thing.
  private(set) var old: [String: String] = [:]
  /// For a new node's id the new id of what it was a part of before.
  private(set) var partedFrom: [String: String] = [:]

  init(_ before: Graph, _ after: Graph) {
    let (old, new) = (before.nodes.sorted { $0.id < $1.id }, after.nodes.sorted { $0.id < $1.id })
    pairByID(old, new)
    pairByFormerID(old, new)
    pairByQuotations(old, new, edges: (before.edges, after.edges))
  }

  /// The id in the new graph of what the old graph calls so.
  func current(_ oldID: String) -> String { new[oldID] ?? oldID }

  private mutating func pair(_ a: String, _ b: String) {
    guard new[a] == nil else { return }
    new[a] = b
    // The first to come is the thing itself; any other was joined to it.
    if old[b] == nil { old[b] = a }
  }

  private mutating func pairByID(_ old: [Node], _ new: [Node]) {
    let ids = Dictionary(new.map { ($0.id, $0.event == nil) }) { first, _ in first }
    for node in old where ids[node.id] == (node.event == nil) { pair(node.id, node.id) }
  }

  private mutating func pairByFormerID(_ old: [Node], _ new: [Node]) {
    let known = Set(old.map(\.id))
    for node in new {
      for former in node.formerly.sorted() where known.contains(former) { pair(former, node.id) }
    }
    var bearer: [String: String] = [:]
    for node in old { for former in node.formerly { bearer[former] = node.id } }
    for node in new where self.old[node.id] == nil {
      guard let whole = bearer[node.id] else { continue }
      if let current = self.new[whole] {
        partedFrom[node.id] = current
      } else {
        pair(whole, node.id)
      }
    }
  }

  private struct Quotation: Hashable {
    var document: String
    var start: Int
    var end: Int
  }

  private func quotations(of node: Node) -> Set<Quotation> {
    let quotes = node.event?.evidence ?? node.mentions
    return Set(quotes.map { Quotation(document: $0.document, start: $0.start, end: $0.end) })
  }

  /// Pairs what is left over by where it is quoted: better evidence may have changed an id.
  ///
  /// One sentence can tell of three agreements, so an event has to share half of its sides as well.
  private mutating func pairByQuotations(
    _ old: [Node], _ new: [Node], edges: (old: [Edge], new: [Edge])
  ) {
    var places: [Quotation: [Int]] = [:]
    for (n, node) in new.enumerated() {
      for quote in quotations(of: node) { places[quote, default: []].append(n) }
    }
    let sides = (Pairing.sides(edges.old), Pairing.sides(edges.new))
    var found: [(shared: Int, old: Int, new: Int)] = []
    for (o, node) in old.enumerated() {
      let quotes = quotations(of: node)
      var shared: [Int: Int] = [:]
      for quote in quotes { for n in places[quote] ?? [] { shared[n, default: 0] += 1 } }
      for (n, count) in shared where count * 2 > min(quotes.count, quotations(of: new[n]).count) {
        guard self.new[node.id] == nil || self.old[new[n].id] == nil,
          (node.event == nil) == (new[n].event == nil),
          node.event == nil || node.kind == new[n].kind
        else { continue }
        if node.event != nil {
          let own = Set((sides.0[node.id] ?? []).map(current))
          let others = sides.1[new[n].id] ?? []
          guard own.intersection(others).count * 2 >= max(1, min(own.count, others.count)) else {
            continue
          }
        }
        found.append((count, o, n))
      }
    }
    // Those that share most first; of equals the first by id.
    found.sort { ($1.shared, $0.old, $0.new) < ($0.shared, $1.old, $1.new) }
    for match in found {
      let (a, b) = (old[match.old].id, new[match.new].id)
      if self.new[a] == nil {
        pair(a, b)
      } else if self.old[b] == nil, partedFrom[b] == nil {
        partedFrom[b] = current(a)
      }
    }
  }

  /// The sides of each event, with the vaguer ones that quotations name: better evidence may have
  /// put a party in the place of its country.
  private static func sides(_ edges: [Edge]) -> [String: Set<String>] {
    var sides: [String: Set<String>] = [:]
    for edge in edges where edge.type.isSide {
      sides[edge.target, default: []].formUnion(
        [edge.source] + edge.evidence.compactMap { $0.untold?.id })
    }
    return sides
  }
}
