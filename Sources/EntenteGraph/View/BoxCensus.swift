/// All boxes and texts of a picture, for what can be said of them: whether they overlap, and how
/// full the sheet is.
struct BoxCensus {
  /// A box that no line may run through, with the id of what it shows.
  struct Solid {
    var id: String
    var box: Picture.Box
  }

  private(set) var solid: [Solid] = []
  /// Boxes with the room that their texts take.
  private var texts: [(box: Picture.Box, text: Picture.Text, padding: Double)] = []
  private let width: Double

  init(_ diagram: Diagram, _ picture: Picture) {
    width = picture.width
    for panel in picture.panels {
      let bank = diagram.banks[panel.bank]
      for card in panel.cards {
        solid.append(Solid(id: bank.cards[card.index].id, box: card.box))
        texts.append((card.box, card.text, 2 * BanksLayout.cardPadding))
      }
      if !panel.title.lines.isEmpty { texts.append((panel.titleBox, panel.title, 0)) }
    }
    for event in picture.events {
      solid.append(Solid(id: diagram.events[event.index].id, box: event.box))
      texts.append((event.box, event.text, 2 * BanksLayout.cardPadding))
    }
    if let focus = picture.focus {
      solid.append(Solid(id: diagram.focus?.id ?? "", box: focus.box))
      texts.append((focus.box, focus.text, 2 * BanksLayout.cardPadding))
    }
    texts += picture.backdrop.captions.map { ($0.box, $0.text, 0) }
    texts += picture.legend.map { ($0.textBox, $0.text, 0) }
    texts.append((picture.title.box, picture.title.text, 0))
    if let note = picture.note { texts.append((note.box, note.text, 0)) }
  }

  /// Boxes over boxes, and texts larger than their boxes.
  var overlaps: Int {
    var count = 0
    // The title's box is as wide as the sheet and may touch what follows.
    let slack = 0.5
    for (i, a) in texts.enumerated() {
      if a.text.width > a.box.width - a.padding + slack || a.text.height > a.box.height + slack {
        count += 1
      }
      for b in texts[(i + 1)...] where a.box.overlaps(b.box, by: slack + 4) { count += 1 }
    }
    return count
  }

  var smallestText: Double {
    texts.flatMap(\.text.lines).joined().map(\.style.size).min() ?? 0
  }

  /// The share of each third that boxes cover, the least of them.
  var emptiestThird: Double {
    let top = solid.map(\.box.y).min() ?? 0
    let bottom = solid.map(\.box.bottom).max() ?? 0
    guard bottom > top, width > 0 else { return 0 }
    let third = width / 3
    let shares = (0..<3).map { k -> Double in
      let (left, right) = (third * Double(k), third * Double(k + 1))
      let covered = solid.reduce(0.0) { total, one in
        total + max(0, min(one.box.right, right) - max(one.box.x, left)) * one.box.height
      }
      return covered / (third * (bottom - top))
    }
    return shares.min() ?? 0
  }
}

extension Picture.Box {
  /// True where both share more than a border of so many points.
  func overlaps(_ other: Picture.Box, by slack: Double) -> Bool {
    guard height > 0, other.height > 0 else { return false }
    return min(right, other.right) - max(x, other.x) > slack
      && min(bottom, other.bottom) - max(y, other.y) > slack
  }
}
