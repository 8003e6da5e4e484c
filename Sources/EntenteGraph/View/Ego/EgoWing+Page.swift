import EntenteModel

/// A wing on the page.
extension EgoWing {
  /// Puts boxes and lines onto the page, the left wing's border on the left.
  func add(to draft: inout BanksLayout.Draft, dy: Double) {
    let padding = BanksLayout.panelPadding
    let panelX = isLeft ? 0 : width - bankWidth
    let eventX = isLeft ? bankWidth + corridor : width - bankWidth - corridor - eventWidth
    for (i, event) in events.enumerated() {
      let item = item(.init(isEvent: true, item: i))
      let box = Picture.Box(
        x: eventX, y: item.middle - item.height / 2 + dy, width: eventWidth, height: item.height)
      draft.events.append(Picture.Placed(index: event, box: box, text: eventText[i]))
    }
    var s = 0
    while s < seats.count {
      let end = seats[s...].firstIndex { $0.bank != seats[s].bank } ?? seats.count
      draft.panels.append(panel(s..<end, x: panelX, dy: dy))
      s = end
    }
    let pen = Pen(
      corridor: lines, bank: isLeft ? bankWidth : width - bankWidth,
      events: isLeft ? eventX - padding : eventX + eventWidth + padding
    ) { end, y in
      let item = item(end)
      return isRound(end) ? Corners.recess(at: y - item.middle, height: item.height) : 0
    }
    for (number, path) in pen.paths() {
      draft.paths[number] = path.map { .init(x: $0.x, y: $0.y + dy) }
    }
  }

  private func panel(_ range: Range<Int>, x: Double, dy: Double) -> Picture.Panel {
    let padding = BanksLayout.panelPadding
    let bank = diagram.banks[seats[range.lowerBound].bank]
    let items = columns.items[0]
    let first = items[range.lowerBound]
    let last = items[range.upperBound - 1]
    let isBare = seats[range.lowerBound].card == nil
    let top = first.middle - first.height / 2 - first.above + dy
    let bottom = last.middle + last.height / 2 + (isBare ? 0 : padding) + dy
    let room = bankWidth - 2 * padding
    let cards = range.compactMap { s -> Picture.Placed? in
      guard let card = seats[s].card else { return nil }
      let box = Picture.Box(
        x: x + padding, y: items[s].middle - items[s].height / 2 + dy, width: room,
        height: items[s].height)
      return Picture.Placed(index: card, box: box, text: cardText[s])
    }
    let title = Picture.Text(
      lines: Typesetting.paragraph(bank.title, .bank, width: room - 4, most: 1))
    return Picture.Panel(
      id: bank.id, title: bank.title.isEmpty ? Picture.Text() : title,
      titleBox: Picture.Box(x: x + padding, y: top + 4, width: room, height: titleHeight),
      box: Picture.Box(x: x, y: top, width: bankWidth, height: bottom - top),
      tint: seats[range.lowerBound].bank, bank: seats[range.lowerBound].bank, cards: cards,
      isEnd: lines.nets.contains { net in
        ([net.hub] + net.leaves.map(\.end)).contains {
          !$0.isEvent && $0.item == -1 - range.lowerBound
        }
      })
  }
}
