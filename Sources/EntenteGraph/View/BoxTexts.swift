/// What stands in the boxes, broken into lines for the widths of two columns.
struct BoxTexts {
  /// Of a bank and of the column of events, in points.
  struct Widths: Hashable {
    var bank: Double
    var event: Double

    var card: Double { bank - 2 * BanksLayout.panelPadding }
    var box: Double { event - 2 * BanksLayout.panelPadding }
  }

  let widths: Widths
  /// By bank and card.
  let cards: [[Picture.Text]]
  let events: [Picture.Text]

  init(of diagram: Diagram, _ widths: Widths) {
    self.widths = widths
    cards = diagram.banks.map { bank in
      bank.cards.map {
        Typesetting.text(of: $0, width: widths.card - 2 * BanksLayout.cardPadding)
      }
    }
    events = diagram.events.map {
      Typesetting.text(of: $0, width: widths.box - 2 * BanksLayout.cardPadding - 2)
    }
  }
}
