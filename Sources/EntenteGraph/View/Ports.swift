/// Where along a box's side its lines end: apart from one another, level with the other end where
/// that is possible.
struct Ports {
  /// One end of a net at a box: the hub's, or that of a leaf.
  private struct Port {
    var net: Int
    var leaf: Int?
  }

  private let least = 3.4
  private var boxes: [(ports: [Port], span: ClosedRange<Double>)] = []

  /// Spreads the ends evenly, ordered by where their lines come from.
  init(nets: [Corridor.Net], span: (Corridor.End) -> ClosedRange<Double>) {
    var found: [Corridor.End: [Port]] = [:]
    for (n, net) in nets.enumerated() {
      found[net.hub, default: []].append(Port(net: n, leaf: nil))
      for (k, leaf) in net.leaves.enumerated() {
        found[leaf.end, default: []].append(Port(net: n, leaf: k))
      }
    }
    let spans = Dictionary(uniqueKeysWithValues: found.keys.map { ($0, span($0)) })
    func middle(_ end: Corridor.End) -> Double {
      guard let span = spans[end] else { return 0 }
      return (span.lowerBound + span.upperBound) / 2
    }
    func origin(_ port: Port) -> Double {
      let net = nets[port.net]
      guard port.leaf == nil else { return middle(net.hub) }
      return net.leaves.reduce(0) { $0 + middle($1.end) } / Double(net.leaves.count)
    }
    let ends = found.keys.sorted { ($0.isEvent ? 1 : 0, $0.item) < ($1.isEvent ? 1 : 0, $1.item) }
    for end in ends {
      let ports = (found[end] ?? []).map { (origin: origin($0), port: $0) }.sorted { a, b in
        (a.origin, a.port.net, a.port.leaf ?? -1) < (b.origin, b.port.net, b.port.leaf ?? -1)
      }
      if let span = spans[end] { boxes.append((ports.map(\.port), span)) }
    }
  }

  /// How many pairs of ends could be exchanged.
  var pairs: Int { boxes.reduce(0) { $0 + $1.ports.count * ($1.ports.count - 1) / 2 } }

  /// Writes the heights into the nets, and moves ends that are nearly level until they are.
  func straighten(_ nets: inout [Corridor.Net]) {
    for n in nets.indices { nets[n].leafY = Array(repeating: 0, count: nets[n].leaves.count) }
    for box in boxes {
      let room = box.span.upperBound - box.span.lowerBound
      let step = box.ports.count > 1 ? min(7, room / Double(box.ports.count - 1)) : 0
      let start =
        (box.span.lowerBound + box.span.upperBound - step * Double(box.ports.count - 1)) / 2
      for (k, port) in box.ports.enumerated() { set(port, start + step * Double(k), &nets) }
    }
    for _ in 0..<3 {
      for box in boxes { for k in box.ports.indices { level(box, k, &nets) } }
    }
  }

  /// Exchanges neighbouring ends where that lowers the cost. True if any were.
  func improve(_ nets: inout [Corridor.Net], _ order: [Int]) -> Bool {
    var shapes = nets.map(Corridor.Shape.init)
    var current = Corridor.cost(of: order, in: shapes)
    var improved = false
    func exchange(_ a: Port, _ b: Port) {
      let y = get(a, nets)
      set(a, get(b, nets), &nets)
      set(b, y, &nets)
      for net in [a.net, b.net] { shapes[net] = Corridor.Shape(nets[net]) }
    }
    for box in boxes where box.ports.count > 1 {
      for i in box.ports.indices {
        for j in box.ports.indices where j > i {
          exchange(box.ports[i], box.ports[j])
          let price = Corridor.cost(of: order, in: shapes)
          if price < current - 1e-9 {
            current = price
            improved = true
          } else {
            exchange(box.ports[i], box.ports[j])
          }
        }
      }
    }
    return improved
  }

  /// Moves one end to the height of its net's other end, if the box and its neighbours allow it.
  private func level(
    _ box: (ports: [Port], span: ClosedRange<Double>), _ k: Int, _ nets: inout [Corridor.Net]
  ) {
    let port = box.ports[k]
    let net = nets[port.net]
    guard port.leaf != nil || net.leaves.count == 1 else { return }
    let wanted = port.leaf == nil ? net.leafY[0] : net.hubY
    guard box.span.contains(wanted) else { return }
    for (j, other) in box.ports.enumerated() where j != k {
      guard abs(get(other, nets) - wanted) >= least else { return }
      // The order of the ends stays.
      guard (get(other, nets) < wanted) == (get(other, nets) < get(port, nets)) else { return }
    }
    set(port, wanted, &nets)
  }

  private func get(_ port: Port, _ nets: [Corridor.Net]) -> Double {
    port.leaf.map { nets[port.net].leafY[$0] } ?? nets[port.net].hubY
  }

  private func set(_ port: Port, _ y: Double, _ nets: inout [Corridor.Net]) {
    if let leaf = port.leaf { nets[port.net].leafY[leaf] = y } else { nets[port.net].hubY = y }
  }
}
