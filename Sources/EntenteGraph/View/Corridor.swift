/// The lines between a bank and the events: each leaves level, turns once into an upright track and
/// arrives level.
///
/// Lines that share an end are drawn as one trunk with branches (a star); the stars are chosen
/// greedily, the largest first. Joins are round and crossings straight, so that a crossing is never
/// taken for a join. `u` runs from the bank to the events.
struct Corridor {
  struct End: Hashable {
    var isEvent: Bool
    var item: Int
  }

  /// A line to draw, by its number in the diagram.
  struct Wire {
    var number: Int
    var a: End
    var b: End
    /// True for a line that must not share a trunk with others.
    var isAlone = false
  }

  struct Net {
    var hub: End
    var leaves: [(end: End, number: Int)]
    var hubY = 0.0
    var leafY: [Double] = []

    var low: Double { min(hubY, leafY.min() ?? hubY) }
    var high: Double { max(hubY, leafY.max() ?? hubY) }
    var isStraight: Bool { high - low < 0.5 }
  }

  /// A net as it is weighed: the heights at which it meets each shore.
  struct Shape {
    var bank: [Double] = []
    var events: [Double] = []
    var low: Double
    var high: Double
    var isStraight: Bool

    init(_ net: Net) {
      low = net.low
      high = net.high
      isStraight = high - low < 0.5
      if net.hub.isEvent { events.append(net.hubY) } else { bank.append(net.hubY) }
      for (leaf, y) in zip(net.leaves, net.leafY) {
        if leaf.end.isEvent { events.append(y) } else { bank.append(y) }
      }
    }
  }

  var nets: [Net]
  /// The track of each net, from the bank; nil for a straight one.
  private(set) var track: [Int?] = []
  private(set) var trackCount = 0

  init(_ wires: [Wire]) {
    nets = wires.filter(\.isAlone).map { Net(hub: $0.a, leaves: [($0.b, $0.number)]) }
    var rest = wires.filter { !$0.isAlone }
    var count: [End: Int] = [:]
    for wire in rest {
      count[wire.a, default: 0] += 1
      count[wire.b, default: 0] += 1
    }
    while !rest.isEmpty {
      let hub =
        count.min { x, y in
          (-x.value, x.key.isEvent ? 1 : 0, x.key.item) < (
            -y.value, y.key.isEvent ? 1 : 0, y.key.item
          )
        }?.key ?? rest[0].a
      let own = rest.filter { $0.a == hub || $0.b == hub }
      nets.append(Net(hub: hub, leaves: own.map { ($0.a == hub ? $0.b : $0.a, $0.number) }))
      rest.removeAll { $0.a == hub || $0.b == hub }
      for wire in own {
        count[wire.a, default: 0] -= 1
        count[wire.b, default: 0] -= 1
      }
    }
  }

  /// How many lines end apart from each other at a box.
  func ports(at end: End) -> Int {
    nets.reduce(0) { $0 + ($1.hub == end ? 1 : 0) + $1.leaves.filter { $0.end == end }.count }
  }

  /// Gives every line its heights and every net its track; `span` is where lines may meet a box.
  mutating func route(span: (End) -> ClosedRange<Double>, effort: inout Effort) {
    let ports = Ports(nets: nets, span: span)
    ports.straighten(&nets)
    var order = nets.indices.filter { !nets[$0].isStraight }
    order.sort { (nets[$0].hubY, $0) < (nets[$1].hubY, $1) }
    for _ in 0..<4 {
      guard effort.allows(nets.count * nets.count * (8 + ports.pairs)) else { break }
      improve(&order)
      guard ports.improve(&nets, order) else { break }
      order =
        order.filter { !nets[$0].isStraight }
        + nets.indices.filter { !nets[$0].isStraight && !order.contains($0) }
    }
    assignTracks(order)
  }

  private func improve(_ order: inout [Int]) { Corridor.improve(&order, nets) }

  /// Moves single nets to where they cross least, until none wants to move.
  private static func improve(_ order: inout [Int], _ nets: [Net]) {
    guard order.count > 1 else { return }
    let nets = nets.map(Shape.init)
    for _ in 0..<8 {
      var moved = false
      for net in order {
        guard let from = order.firstIndex(of: net) else { continue }
        var rest = order
        rest.remove(at: from)
        // The cost of standing behind the first k of the others, from the cost of standing first.
        var cost = rest.reduce(0.0) { $0 + pair(nets[net], nets[$1]) }
        var best = (cost: cost, at: 0)
        var here = from == 0 ? cost : 0
        for (k, other) in rest.enumerated() {
          cost += pair(nets[other], nets[net]) - pair(nets[net], nets[other])
          if cost < best.cost - 1e-9 { best = (cost, k + 1) }
          if k + 1 == from { here = cost }
        }
        guard best.cost < here - 1e-9 else { continue }
        rest.insert(net, at: best.at)
        order = rest
        moved = true
      }
      if !moved { return }
    }
  }

  /// Crossings and, much worse, lines that run into one another.
  static func cost(of order: [Int], in nets: [Net]) -> Double {
    cost(of: order, in: nets.map(Shape.init))
  }

  /// The same for nets whose shapes are known.
  static func cost(of order: [Int], in nets: [Shape]) -> Double {
    var total = 0.0
    for net in nets where !net.isStraight { total += 0.4 + (net.high - net.low) * 0.001 }
    for (k, a) in order.enumerated() {
      for b in order[(k + 1)...] { total += pair(nets[a], nets[b]) }
    }
    for s in nets.indices where nets[s].isStraight {
      let level = nets[s].bank + nets[s].events
      for b in nets.indices where b != s {
        total += crossings(level.prefix(1), nets[b])
        let overlaps =
          overlaps(level.prefix(1), nets[b].bank) + overlaps(level.prefix(1), nets[b].events)
        total += 12 * overlaps
      }
    }
    return total
  }

  /// What it costs that `a` stands nearer to the bank than `b`.
  private static func pair(_ a: Shape, _ b: Shape) -> Double {
    crossings(a.events[...], b) + crossings(b.bank[...], a) + 12 * overlaps(a.events[...], b.bank)
  }

  private static func crossings(_ levels: ArraySlice<Double>, _ net: Shape) -> Double {
    guard !net.isStraight else { return 0 }
    var total = 0.0
    for y in levels where y > net.low - 2.5 && y < net.high + 2.5 {
      // A line that grazes another's turn looks like a join.
      let grazes =
        net.bank.contains { abs($0 - y) < 3 } || net.events.contains { abs($0 - y) < 3 }
      total += grazes ? 2.5 : 1
    }
    return total
  }

  private static func overlaps(_ some: ArraySlice<Double>, _ others: [Double]) -> Double {
    var count = 0.0
    for y in some { for z in others where abs(y - z) < 2.6 { count += 1 } }
    return count
  }

  private mutating func assignTracks(_ order: [Int]) {
    track = Array(repeating: nil, count: nets.count)
    for (k, net) in order.enumerated() {
      let before = order[..<k].filter {
        nets[$0].low < nets[net].high + 6 && nets[$0].high > nets[net].low - 6
      }
      track[net] = (before.compactMap { track[$0] }.max() ?? -1) + 1
    }
    trackCount = (track.compactMap(\.self).max() ?? -1) + 1
  }
}
