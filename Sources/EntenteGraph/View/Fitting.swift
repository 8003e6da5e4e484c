import EntenteModel

/// One trial of a layout: the boxes of three columns, their heights on the page, and the lines
/// between them.
struct Fitting {
  let diagram: Diagram
  let sides: Sides
  private let texts: BoxTexts

  private var columns = Columns(items: [], links: [])
  /// What each item of a bank's column is: a part of a bank with a card of it, or the bank's name
  /// alone.
  private var cards: [[(part: Int, card: Int?)]] = [[], []]
  private var cardText: [[Picture.Text]] = [[], []]
  /// Where an entity stands: its side, its item, and whether lines end at the bank's name above the
  /// item.
  private var seat: [String: (side: Int, item: Int, isName: Bool)] = [:]
  private var corridors: [Corridor] = []
  private let nameHeight = 14.0

  init(diagram: Diagram, sides: Sides, texts: BoxTexts) {
    self.diagram = diagram
    self.sides = sides
    self.texts = texts
    seatEveryone()
    connect()
    columns.items = [bankItems(0), eventItems(), bankItems(1)]
    link()
  }

  private func parts(_ side: Int) -> [Sides.Part] { side == 0 ? sides.left : sides.right }
  private var eventText: [Picture.Text] { texts.events }
  private var bankWidth: Double { texts.widths.bank }
  private var cardWidth: Double { texts.widths.card }
  private var boxWidth: Double { texts.widths.box }

  private mutating func seatEveryone() {
    for side in 0...1 {
      for (p, part) in parts(side).enumerated() {
        let bank = diagram.banks[part.bank]
        if bank.isSide, part.isFirst { seat[bank.id] = (side, cards[side].count, true) }
        if part.cards.isEmpty {
          cards[side].append((p, nil))
          cardText[side].append(Picture.Text())
        }
        for card in part.cards {
          seat[bank.cards[card].id] = (side, cards[side].count, false)
          cards[side].append((p, card))
          cardText[side].append(texts.cards[part.bank][card])
        }
      }
    }
  }

  /// The lines as wires of the two corridors; a line between two events goes where there are fewer.
  private mutating func connect() {
    var number: [String: Int] = [:]
    for (i, event) in diagram.events.enumerated() { number[event.id] = i }
    var wires: [[Corridor.Wire]] = [[], []]
    for (l, line) in diagram.lines.enumerated() {
      guard let event = number[line.to] else { continue }
      let end = Corridor.End(isEvent: true, item: event)
      if let other = number[line.from] {
        let side = wires[1].count < wires[0].count && !sides.right.isEmpty ? 1 : 0
        wires[side].append(
          Corridor.Wire(
            number: l, a: Corridor.End(isEvent: true, item: other), b: end, isAlone: true))
      } else if let seat = seat[line.from] {
        // The name of a bank is an end of its own, counted from behind.
        let item = seat.isName ? -1 - seat.item : seat.item
        wires[seat.side].append(
          Corridor.Wire(number: l, a: Corridor.End(isEvent: false, item: item), b: end))
      }
    }
    corridors = wires.map(Corridor.init)
  }

  private func bankItems(_ side: Int) -> [Columns.Item] {
    var items: [Columns.Item] = []
    for (i, entry) in cards[side].enumerated() {
      let part = parts(side)[entry.part]
      let bank = diagram.banks[part.bank]
      let isFirst = i == 0 || cards[side][i - 1].part != entry.part
      let above = isFirst ? (bank.title.isEmpty ? 5 : nameHeight + 8) : 0
      guard let card = entry.card else {
        items.append(Columns.Item(height: nameHeight + 9, gap: 8))
        continue
      }
      let lines = Double(corridors[side].ports(at: .init(isEvent: false, item: i)) - 1)
      let height = max(cardText[side][i].height + 6, 8 + 3.6 * lines)
      var gap = isFirst ? 13.0 : 3.5
      if !isFirst, let before = cards[side][i - 1].card,
        bank.cards[before].shape != bank.cards[card].shape
      {
        gap = 7
      }
      let anchor = diagram.kept?.middle(of: bank.cards[card], side: side)
      items.append(Columns.Item(height: height, above: above, gap: gap, anchor: anchor))
    }
    if !items.isEmpty {
      // Room for the panel's edge below the last card.
      items.append(Columns.Item(height: 1, gap: 4))
    }
    return items
  }

  private func eventItems() -> [Columns.Item] {
    var frame: [String: Int] = [:]
    for (f, one) in diagram.frames.enumerated() { for event in one.events { frame[event] = f } }
    var items: [Columns.Item] = []
    for (i, event) in diagram.events.enumerated() {
      let end = Corridor.End(isEvent: true, item: i)
      let lines = Double((corridors.map { $0.ports(at: end) }.max() ?? 1) - 1)
      let height = max(eventText[i].height + 7, 8 + 3.8 * lines)
      let changes = i > 0 && frame[event.id] != frame[diagram.events[i - 1].id]
      items.append(
        Columns.Item(
          height: height, above: i == 0 ? 5 : 0, gap: changes ? 15 : 6,
          anchor: diagram.kept?.middle(of: event)))
    }
    items.append(Columns.Item(height: 1, gap: 4))
    return items
  }

  private mutating func link() {
    for (side, corridor) in corridors.enumerated() {
      for net in corridor.nets {
        for leaf in net.leaves {
          let ends = [net.hub, leaf.end].map { end in
            Columns.Place(
              column: end.isEvent ? 1 : side * 2, item: end.item < 0 ? -1 - end.item : end.item)
          }
          if ends[0].column != ends[1].column { columns.links.append((ends[0], ends[1])) }
        }
      }
    }
  }

  mutating func solve() -> Double { columns.solve() }

  func events(x: Double) -> [Picture.Placed] {
    diagram.events.indices.map { i in
      let item = columns.items[1][i]
      let box = Picture.Box(
        x: x, y: item.middle - item.height / 2, width: boxWidth, height: item.height)
      return Picture.Placed(index: i, box: box, text: eventText[i])
    }
  }

  func frames(of events: [Picture.Placed], x: Double, width: Double) -> [Picture.Box] {
    var box: [String: Picture.Box] = [:]
    for event in events { box[diagram.events[event.index].id] = event.box }
    return diagram.frames.map { frame in
      let boxes = frame.events.compactMap { box[$0] }
      let top = (boxes.map(\.y).min() ?? 0) - 5
      let bottom = (boxes.map(\.bottom).max() ?? 0) + 5
      return Picture.Box(x: x, y: top, width: width, height: bottom - top)
    }
  }

  func panels(left: Double, right: Double) -> [Picture.Panel] {
    var panels: [Picture.Panel] = []
    for side in 0...1 {
      let x = side == 0 ? left : right
      for (p, part) in parts(side).enumerated() {
        let own = cards[side].indices.filter { cards[side][$0].part == p }
        guard let first = own.first, let last = own.last else { continue }
        let bank = diagram.banks[part.bank]
        let items = columns.items[side * 2]
        let isBare = part.cards.isEmpty
        let top = items[first].middle - items[first].height / 2 - items[first].above
        let bottom =
          items[last].middle + items[last].height / 2 + (isBare ? 0 : BanksLayout.panelPadding)
        let placed = own.compactMap { i -> Picture.Placed? in
          guard let card = cards[side][i].card else { return nil }
          let box = Picture.Box(
            x: x + BanksLayout.panelPadding, y: items[i].middle - items[i].height / 2,
            width: cardWidth,
            height: items[i].height)
          return Picture.Placed(index: card, box: box, text: cardText[side][i])
        }
        let title = Picture.Text(
          lines: Typesetting.paragraph(bank.title, .bank, width: cardWidth - 4, most: 1))
        panels.append(
          Picture.Panel(
            id: part.isFirst ? bank.id : bank.id + ".more",
            title: bank.title.isEmpty ? Picture.Text() : title,
            titleBox: Picture.Box(
              x: x + BanksLayout.panelPadding, y: top + 4, width: cardWidth,
              height: bank.title.isEmpty ? 0 : nameHeight),
            box: Picture.Box(x: x, y: top, width: bankWidth, height: bottom - top), tint: part.bank,
            bank: part.bank,
            cards: placed))
      }
    }
    return panels
  }

  private func isRound(_ end: Corridor.End, _ side: Int) -> Bool {
    if end.isEvent { return diagram.events[end.item].kind == .meeting }
    let entry = cards[side][end.item]
    return entry.card.map { diagram.banks[parts(side)[entry.part].bank].cards[$0].shape == .person }
      ?? false
  }

  /// Gives the lines their heights and tracks.
  mutating func route(_ draft: inout BanksLayout.Draft, _ effort: inout Effort) {
    for side in corridors.indices where draft.tracks[side] >= 0 {
      var corridor = corridors[side]
      corridor.route(span: { shore(of: $0, side: side) }, effort: &effort)
      corridors[side] = corridor
      draft.tracks[side] = corridor.trackCount
      let order = corridor.nets.indices.filter { corridor.track[$0] != nil }
        .sorted { (corridor.track[$0] ?? 0, $0) < (corridor.track[$1] ?? 0, $1) }
      draft.cost += Corridor.cost(of: order, in: corridor.nets)
    }
  }

  /// The lines that were routed; `zones` are the edges of the bank and of the events on either side.
  func paths(zones: [(bank: Double, events: Double)]) -> [[Picture.Point]] {
    var paths: [[Picture.Point]] = Array(repeating: [], count: diagram.lines.count)
    for side in corridors.indices where side == 0 || !sides.right.isEmpty {
      let pen = Pen(corridor: corridors[side], bank: zones[side].bank, events: zones[side].events) {
        recess(of: $0, side: side, at: $1)
      }
      for (number, path) in pen.paths() { paths[number] = path }
    }
    return paths
  }

  /// How far a round corner stands back at a height; the radius is the one that Graphviz draws.
  private func recess(of end: Corridor.End, side: Int, at y: Double) -> Double {
    guard isRound(end, side) else { return 0 }
    let item = columns.items[end.isEvent ? 1 : side * 2][end.item]
    let radius = min(12, item.height / 3)
    let deep = max(0, radius - (item.height / 2 - abs(y - item.middle)))
    return radius - max(0, radius * radius - deep * deep).squareRoot()
  }

  /// Where lines may meet a box, from top to bottom.
  private func shore(of end: Corridor.End, side: Int) -> ClosedRange<Double> {
    let isName = end.item < 0 && !end.isEvent
    let item = columns.items[end.isEvent ? 1 : side * 2][isName ? -1 - end.item : end.item]
    let top = item.middle - item.height / 2
    if isName {
      let middle = item.above > 0 ? top - item.above + 4 + nameHeight / 2 : item.middle
      return (middle - 3)...(middle + 3)
    }
    // Round and folded corners begin a third of the height, twelve points at most, from the end.
    let corner = isRound(end, side) ? max(4, min(12, item.height / 3) * 0.6) : 5.5
    let inset = min(corner, item.height / 2 - 0.5)
    return (top + inset)...(top + item.height - inset)
  }
}
