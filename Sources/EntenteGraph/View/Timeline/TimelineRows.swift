/// The rows of a timeline: banks from top to bottom, each with a card a line high for everybody on
/// it.
struct TimelineRows {
  /// Where a row's own line begins.
  struct Row {
    var right: Double
    var y: Double
  }

  private(set) var panels: [Picture.Panel] = []
  private(set) var row: [String: Row] = [:]
  /// Ids from top to bottom.
  private(set) var order: [String] = []
  /// Where the cards end.
  private(set) var right = 0.0
  private var diagram = Diagram(
    title: "", subtitle: "", note: [], banks: [], events: [], frames: [], lines: [])
  private var texts: [[Picture.Text]] = []
  private static let padding = 3.0
  private static let titleHeight = 13.0

  init() {}

  /// Cards as wide as their texts ask, as far as the columns leave room.
  init(_ diagram: Diagram, width: Double) {
    self.diagram = diagram
    // What the columns need goes first.
    let columns = DateColumns.comfort(diagram.events)
    let share = min(max(0.4 * width, width - columns - 9), 0.56 * width)
    let inner = 2 * BanksLayout.cardPadding + 2
    let most = share.rounded(.down) - 2 * TimelineRows.padding - inner
    let natural = diagram.banks.flatMap(\.cards).map { Typesetting.line(of: $0, width: most).width }
    let least = diagram.banks.map {
      TextMetrics.width(of: $0.title, size: Picture.TypeStyle.bank.size, bold: true)
    }
    let widest = min(max(natural.max() ?? 0, least.max() ?? 0, 60), most)
    texts = diagram.banks.map { $0.cards.map { Typesetting.line(of: $0, width: widest) } }
    right = (widest + inner + 2 * TimelineRows.padding).rounded(.up)
  }

  /// Places everything below a height; the height of the last panel's foot.
  mutating func place(from top: Double) -> Double {
    var y = top
    for (b, bank) in diagram.banks.enumerated() {
      if b > 0 { y += 4 }
      let head = y
      let title = Picture.Text(
        lines: Typesetting.paragraph(bank.title, .bank, width: right - 12, most: 1))
      let isBare = bank.title.isEmpty
      let titleBox = Picture.Box(
        x: TimelineRows.padding, y: y + 1, width: right - 2 * TimelineRows.padding,
        height: isBare ? 0 : TimelineRows.titleHeight)
      if bank.isSide {
        order.append(bank.id)
        row[bank.id] = Row(right: right, y: titleBox.middle)
      }
      y += isBare ? TimelineRows.padding : TimelineRows.titleHeight + 2
      var cards: [Picture.Placed] = []
      for (c, card) in bank.cards.enumerated() {
        let height = texts[b][c].height + 3.2
        let box = Picture.Box(
          x: TimelineRows.padding, y: y, width: right - 2 * TimelineRows.padding, height: height)
        cards.append(Picture.Placed(index: c, box: box, text: texts[b][c]))
        order.append(card.id)
        row[card.id] = Row(right: box.right, y: box.middle)
        y += height + 1
      }
      y += TimelineRows.padding - 1
      panels.append(
        Picture.Panel(
          id: bank.id, title: isBare ? Picture.Text() : title, titleBox: titleBox,
          box: Picture.Box(x: 0, y: head, width: right, height: y - head), tint: b, bank: b,
          cards: cards))
    }
    return y
  }
}
