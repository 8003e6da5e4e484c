/// Which events stand left and which right of the focus.
struct EgoSides {
  /// Events by their number, and the ids of who also took part in them.
  struct Side {
    var events: [Int] = []
    var cards: Set<String> = []
    /// A guess at the height.
    var size = 0.0
  }

  private(set) var left = Side()
  private(set) var right = Side()

  /// Nil where events that share someone are so many that one side would stand nearly empty.
  init?(_ diagram: Diagram) {
    guard diagram.events.count > 1 else { return nil }
    var number: [String: Int] = [:]
    for (i, event) in diagram.events.enumerated() { number[event.id] = i }
    var group = Array(diagram.events.indices)
    func root(_ i: Int) -> Int { group[i] == i ? i : root(group[i]) }
    var first: [String: Int] = [:]
    var cards: [Int: Set<String>] = [:]
    for line in diagram.lines where line.from != diagram.focus?.id {
      guard let event = number[line.to] else { continue }
      // A line between two events joins them, too.
      let other = number[line.from] ?? first[line.from]
      if number[line.from] == nil {
        first[line.from] = first[line.from] ?? event
        cards[event, default: []].insert(line.from)
      }
      guard let other else { continue }
      let (a, b) = (root(event), root(other))
      group[max(a, b)] = min(a, b)
    }
    var sides: [Int: Side] = [:]
    for i in diagram.events.indices {
      sides[root(i), default: Side()].events.append(i)
      sides[root(i), default: Side()].cards.formUnion(cards[i] ?? [])
    }
    for key in sides.keys { sides[key]?.measure() }
    // The largest first, each to the side with more room.
    let ordered = sides.sorted { ($1.value.size, $0.key) < ($0.value.size, $1.key) }.map(\.value)
    for side in ordered {
      if left.size <= right.size { left.add(side) } else { right.add(side) }
    }
    guard min(left.size, right.size) >= 0.3 * max(left.size, right.size) else { return nil }
  }
}

extension EgoSides.Side {
  fileprivate mutating func measure() {
    size = max(Double(events.count) * 48, Double(cards.count) * 32)
  }

  fileprivate mutating func add(_ other: EgoSides.Side) {
    events = (events + other.events).sorted()
    cards.formUnion(other.cards)
    size += other.size
  }
}
