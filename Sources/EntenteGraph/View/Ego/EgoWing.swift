import EntenteModel

/// One half of an ego picture: events beside the focus, and outside of them who also took part.
struct EgoWing {
  let diagram: Diagram
  let isLeft: Bool
  let width: Double
  /// Events by their number, oldest first, those above the focus first.
  let events: [Int]
  private var upper = 0
  /// A card, or a bank's name alone, with its bank; banks stand together.
  private(set) var seats: [(bank: Int, card: Int?)] = []
  private(set) var eventText: [Picture.Text] = []
  private(set) var cardText: [Picture.Text] = []
  private(set) var columns = Columns(items: [], links: [])
  private(set) var lines: Corridor
  /// Between those at the border and the events.
  var corridor = 24.0
  let titleHeight = 14.0

  init(_ diagram: Diagram, _ side: EgoSides.Side, isLeft: Bool, width: Double) {
    self.diagram = diagram
    self.isLeft = isLeft
    self.width = width
    events = side.events
    lines = Corridor([])
    seats = EgoWing.seats(diagram, side)
    lines = Corridor(wires())
  }

  /// Upright tracks of the lines, as routed last.
  var tracks: Int { lines.trackCount }
  var bankWidth: Double { (width * 0.255).rounded(.down) }
  var eventWidth: Double {
    ((width - EgoLayout.spine) / 2 - bankWidth - corridor).rounded(.down)
  }

  static func focusText(_ diagram: Diagram, width: Double) -> Picture.Text {
    guard let focus = diagram.focus else { return Picture.Text() }
    var text = Typesetting.text(of: focus, width: width * 0.4 - 40)
    for l in text.lines.indices {
      for r in text.lines[l].indices where text.lines[l][r].style == .name {
        text.lines[l][r].style = .bank
      }
    }
    return text
  }
  static func focusHeight(_ diagram: Diagram, width: Double) -> Double {
    focusText(diagram, width: width).height + 14
  }

  /// Who took part, by bank; inside a bank as their events follow each other, then by rank.
  private static func seats(_ diagram: Diagram, _ side: EgoSides.Side) -> [(Int, Int?)] {
    let place = Dictionary(
      side.events.enumerated().map { (diagram.events[$0.element].id, Double($0.offset)) },
      uniquingKeysWith: { a, _ in a })
    var mean: [String: Double] = [:]
    for id in side.cards {
      let at = diagram.lines.filter { $0.from == id }.compactMap { place[$0.to] }
      mean[id] = at.reduce(0, +) / Double(max(at.count, 1))
    }
    var banks: [(mean: Double, bank: Int, seats: [(Int, Int?)])] = []
    for (b, bank) in diagram.banks.enumerated() {
      let cards = bank.cards.indices.filter { side.cards.contains(bank.cards[$0].id) }
      let isSide = bank.isSide && side.cards.contains(bank.id)
      guard !cards.isEmpty || isSide else { continue }
      let sorted = cards.sorted {
        (mean[bank.cards[$0].id] ?? 0, $0) < (mean[bank.cards[$1].id] ?? 0, $1)
      }
      let means = cards.map { mean[bank.cards[$0].id] ?? 0 } + (isSide ? [mean[bank.id] ?? 0] : [])
      let seats: [(Int, Int?)] = cards.isEmpty ? [(b, nil)] : sorted.map { (b, $0) }
      banks.append((means.reduce(0, +) / Double(max(means.count, 1)), b, seats))
    }
    return banks.sorted { ($0.mean, $0.bank) < ($1.mean, $1.bank) }.flatMap(\.seats)
  }

  private func isFirst(_ seat: Int) -> Bool {
    seat == 0 || seats[seat].bank != seats[seat - 1].bank
  }

  private func wires() -> [Corridor.Wire] {
    let place = Dictionary(
      events.enumerated().map { (diagram.events[$0.element].id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    var seat: [String: Int] = [:]
    for (s, entry) in seats.enumerated() {
      if let card = entry.card { seat[diagram.banks[entry.bank].cards[card].id] = s }
      // The name of a bank is an end of its own, counted from behind.
      if isFirst(s), diagram.banks[entry.bank].isSide {
        seat[diagram.banks[entry.bank].id] = -1 - s
      }
    }
    return diagram.lines.enumerated().compactMap { l, line in
      guard let event = place[line.to] else { return nil }
      let end = Corridor.End(isEvent: true, item: event)
      if let other = place[line.from] {
        return .init(number: l, a: .init(isEvent: true, item: other), b: end, isAlone: true)
      }
      return seat[line.from].map { .init(number: l, a: .init(isEvent: false, item: $0), b: end) }
    }
  }

  mutating func solve(effort: inout Effort) {
    let inner = 2 * BanksLayout.cardPadding
    let cardRoom = bankWidth - 2 * BanksLayout.panelPadding - inner
    cardText = seats.map { seat in
      seat.card.map {
        Typesetting.text(of: diagram.banks[seat.bank].cards[$0], width: cardRoom)
      } ?? Picture.Text()
    }
    eventText = events.map {
      Typesetting.text(of: diagram.events[$0], width: eventWidth - inner - 2)
    }
    let heights = events.indices.map { i in
      let ports = Double(lines.ports(at: .init(isEvent: true, item: i)) - 1)
      return max(eventText[i].height + 7, 8 + 3.8 * ports)
    }
    upper = EgoWing.upper(heights)
    columns = Columns(items: [seatItems(), eventItems(heights)], links: [])
    for net in lines.nets {
      for leaf in net.leaves {
        let ends = [net.hub, leaf.end].map(place)
        if ends[0].column != ends[1].column { columns.links.append((ends[0], ends[1])) }
      }
    }
    _ = columns.solve()
    let span = shore
    lines.route(span: span, effort: &effort)
  }

  /// As many events above the focus as make half of the height.
  private static func upper(_ heights: [Double]) -> Int {
    let total = heights.reduce(0, +)
    var above = 0.0
    var best = (difference: Double.infinity, count: 0)
    for count in 0...heights.count {
      let difference = abs(total - 2 * above)
      if difference < best.difference - 1e-9 { best = (difference, count) }
      if count < heights.count { above += heights[count] }
    }
    return best.count
  }

  private func seatItems() -> [Columns.Item] {
    var items = seats.indices.map { s in
      let above = isFirst(s) ? titleHeight + 8 : 0.0
      guard seats[s].card != nil else { return Columns.Item(height: titleHeight + 9, gap: 8) }
      let ports = Double(lines.ports(at: .init(isEvent: false, item: s)) - 1)
      return Columns.Item(
        height: max(cardText[s].height + 6, 8 + 3.6 * ports), above: above,
        gap: isFirst(s) ? 13 : 3.5)
    }
    if !items.isEmpty { items.append(Columns.Item(height: 1, gap: 4)) }
    return items
  }

  private func eventItems(_ heights: [Double]) -> [Columns.Item] {
    var items: [Columns.Item] = []
    for (i, height) in heights.enumerated() {
      if i == upper { items.append(focusItem) }
      items.append(Columns.Item(height: height, gap: i == upper ? 14 : 7))
    }
    if upper == heights.count { items.append(focusItem) }
    return items
  }

  private var focusItem: Columns.Item {
    Columns.Item(height: EgoWing.focusHeight(diagram, width: width), gap: upper == 0 ? 0 : 14)
  }

  private func place(_ end: Corridor.End) -> Columns.Place {
    if end.isEvent {
      return .init(column: 1, item: end.item < upper ? end.item : end.item + 1)
    }
    return .init(column: 0, item: end.item < 0 ? -1 - end.item : end.item)
  }

  func item(_ end: Corridor.End) -> Columns.Item {
    let place = place(end)
    return columns.items[place.column][place.item]
  }

  var focusMiddle: Double { columns.items[1][upper].middle }

  func isRound(_ end: Corridor.End) -> Bool {
    if end.isEvent { return diagram.events[events[end.item]].kind == .meeting }
    guard end.item >= 0, let card = seats[end.item].card else { return false }
    return diagram.banks[seats[end.item].bank].cards[card].shape == .person
  }

  private func shore(_ end: Corridor.End) -> ClosedRange<Double> {
    let item = item(end)
    let top = item.middle - item.height / 2
    if !end.isEvent, end.item < 0 {
      let middle = item.above > 0 ? top - item.above + 4 + titleHeight / 2 : item.middle
      return (middle - 3)...(middle + 3)
    }
    let inset = min(
      Corners.inset(height: item.height, isRound: isRound(end)), item.height / 2 - 0.5)
    return (top + inset)...(top + item.height - inset)
  }
}
