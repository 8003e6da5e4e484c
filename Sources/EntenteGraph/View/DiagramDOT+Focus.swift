import EntenteModel

/// Who stands in the centre.
extension DiagramDOT {
  func focus() -> [DOTStatement] {
    guard let placed = picture.focus, let card = diagram.focus else { return [] }
    let bank = diagram.banks.firstIndex { $0.id == diagram.focusBank } ?? diagram.banks.count
    let tint = Look.tint(bank)
    let label = Label.html(placed.text, width: placed.box.width - 2 * BanksLayout.cardPadding)
    return [
      .node(
        card.id,
        [DOTAttribute("id", .text(card.id)), DOTAttribute("class", .text(card.kind.rawValue))]
          + frame(placed.box) + Look.card(card.shape, tint)
          + [DOTAttribute("fillcolor", tint.body)] + Look.focus
          + [DOTAttribute("label", .html(label)), DOTAttribute("tooltip", .text(card.tooltip))],
        evidence: card.evidence)
    ]
  }
}
