import EntenteModel

/// The entity in the centre.
extension DiagramView {
  /// Takes the focus off its bank; lines begin at its card as before.
  func center(_ id: String, in diagram: inout Diagram) {
    for b in diagram.banks.indices {
      if let i = diagram.banks[b].cards.firstIndex(where: { $0.id == id }) {
        var card = diagram.banks[b].cards.remove(at: i)
        let country = diagram.banks[b].title
        if diagram.banks[b].id != "bank.others", !country.isEmpty, card.suffix.isEmpty {
          card.detail.append(country)
        }
        diagram.focus = card
        diagram.focusBank = diagram.banks[b].id
      } else if diagram.banks[b].id == id, diagram.banks[b].isSide {
        diagram.banks[b].isSide = false
        diagram.focusBank = id
        diagram.focus = Diagram.Card(
          id: id, kind: .country, shape: .body, name: diagram.banks[b].title, suffix: "",
          detail: [], tooltip: Tooltips.card([index.node(id)].compactMap(\.self)), members: [id],
          evidence: diagram.banks[b].evidence)
      }
    }
    diagram.banks.removeAll { $0.cards.isEmpty && !$0.isSide }
  }
}
