/// Turns nets with heights and tracks into curves: level, a round corner, upright, a round corner,
/// level.
struct Pen {
  let corridor: Corridor
  /// The panel's edge and that of the events' frames; boxes begin `panelPadding` further on.
  let bank: Double
  let events: Double
  /// How far a box's outline has receded at a height, in a round corner.
  let recess: (Corridor.End, Double) -> Double

  /// By the number of the line in the diagram; from the entity to the event.
  func paths() -> [(Int, [Picture.Point])] {
    var result: [(Int, [Picture.Point])] = []
    for (n, net) in corridor.nets.enumerated() {
      for (k, leaf) in net.leaves.enumerated() {
        let hub = Picture.Point(x: edge(net.hub, net.hubY), y: net.hubY)
        let end = Picture.Point(x: edge(leaf.end, net.leafY[k]), y: net.leafY[k])
        // Lines go from the entity to the event; those between events from the hub.
        let isForward = !net.hub.isEvent || leaf.end.isEvent
        let turn = corridor.track[n].map(x(ofTrack:)) ?? (hub.x + end.x) / 2
        result.append(
          (leaf.number, path(from: isForward ? hub : end, to: isForward ? end : hub, turn: turn)))
      }
    }
    return result
  }

  private func edge(_ end: Corridor.End, _ y: Double) -> Double {
    // A bank's name is no box: the line ends at the panel.
    if end.item < 0, !end.isEvent { return bank }
    let depth = BanksLayout.panelPadding + recess(end, y)
    let inward = events > bank ? depth : -depth
    return end.isEvent ? events + inward : bank - inward
  }

  /// Tracks share the corridor evenly, no wider apart than 9 points, nearer to the events.
  private func x(ofTrack track: Int) -> Double {
    let room = events - bank
    let step = min(abs(room) / Double(corridor.trackCount + 1), 9)
    let used = step * Double(corridor.trackCount - 1)
    let start = (abs(room) - used) / 2
    return bank + (room < 0 ? -1 : 1) * (start + step * Double(track))
  }

  /// Left to an upright line, along it, and back.
  static func bracket(from a: Picture.Point, to b: Picture.Point, turn: Double) -> [Picture.Point] {
    Pen(corridor: Corridor([]), bank: 0, events: 0, recess: { _, _ in 0 }).path(
      from: a, to: b, turn: turn)
  }

  /// Cubic Bézier pieces.
  private func path(from a: Picture.Point, to b: Picture.Point, turn: Double) -> [Picture.Point] {
    guard abs(a.y - b.y) > 0.05 else { return straight([a, b]) }
    let radius = min(4.5, abs(a.y - b.y) / 2, max(abs(turn - a.x), 0.5), max(abs(b.x - turn), 0.5))
    let down: Double = b.y > a.y ? 1 : -1
    let first: Double = turn > a.x ? 1 : -1
    let second: Double = b.x > turn ? 1 : -1
    var points = straight([a, .init(x: turn - first * radius, y: a.y)])
    points += corner(
      to: .init(x: turn, y: a.y + down * radius), by: .init(x: turn, y: a.y),
      from: points[points.count - 1])
    points += straight([points[points.count - 1], .init(x: turn, y: b.y - down * radius)])
      .dropFirst()
    points += corner(
      to: .init(x: turn + second * radius, y: b.y), by: .init(x: turn, y: b.y),
      from: points[points.count - 1])
    points += straight([points[points.count - 1], b]).dropFirst()
    return points
  }

  private func straight(_ ends: [Picture.Point]) -> [Picture.Point] {
    [ends[0], ends[0], ends[1], ends[1]]
  }

  /// Nearly a quarter of a circle.
  private func corner(
    to end: Picture.Point, by corner: Picture.Point, from start: Picture.Point
  ) -> [Picture.Point] {
    let k = 0.55
    func toward(_ p: Picture.Point) -> Picture.Point {
      .init(x: p.x + (corner.x - p.x) * k, y: p.y + (corner.y - p.y) * k)
    }
    return [toward(start), toward(end), end]
  }
}
