extension Sides {
  /// With an earlier picture, the arrangements that leave its banks on their sides and in their order.
  static func choices(for diagram: Diagram, keeping kept: KeptLayout?) -> [Sides] {
    guard let kept, diagram.banks.count > 1 else { return choices(for: diagram) }
    var old: [(y: Double, side: Int, part: Part)] = []
    var new: [Part] = []
    for (b, bank) in diagram.banks.enumerated() {
      let part = Part(bank: b, cards: Array(bank.cards.indices))
      if let shore = kept.sides[bank.id] {
        old.append((shore.y, shore.side, part))
      } else {
        new.append(part)
      }
    }
    old.sort { ($0.y, $0.part.bank) < ($1.y, $1.part.bank) }
    var choices = [
      Sides(
        left: old.filter { $0.side == 0 }.map(\.part),
        right: old.filter { $0.side == 1 }.map(\.part))
    ]
    for part in new { choices = choices.flatMap { $0.with(part, isOneOf: new.count, in: diagram) } }
    let whole = choices.filter { !$0.left.isEmpty && !$0.right.isEmpty }
    return whole.isEmpty ? Sides.choices(for: diagram) : whole
  }

  /// The places for a bank that was not there before: an empty side first, then above or below; of
  /// many new banks each goes below, where fewer cards stand.
  private func with(_ part: Part, isOneOf count: Int, in diagram: Diagram) -> [Sides] {
    if left.isEmpty { return [Sides(left: [part], right: right)] }
    if right.isEmpty { return [Sides(left: left, right: [part])] }
    let below = [
      Sides(left: left + [part], right: right), Sides(left: left, right: right + [part]),
    ]
    guard count < 4 else {
      func size(_ parts: [Part]) -> Int { parts.reduce(0) { $0 + $1.cards.count + 1 } }
      return [size(left) <= size(right) ? below[0] : below[1]]
    }
    return below + [
      Sides(left: [part] + left, right: right), Sides(left: left, right: [part] + right),
    ]
  }
}
