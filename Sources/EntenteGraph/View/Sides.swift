/// Which bank stands left and which right: parts of banks, from top to bottom.
struct Sides: Hashable {
  /// A bank, or a part of one, as numbers of its cards.
  struct Part: Hashable {
    var bank: Int
    var cards: [Int]
    /// False for the second part of a bank that is spread over both sides.
    var isFirst = true
  }

  var left: [Part] = []
  var right: [Part] = []

  /// All sensible arrangements: the first two banks face each other, each further one may stand
  /// above or below either.
  static func choices(for diagram: Diagram) -> [Sides] {
    let whole = diagram.banks.indices.map {
      Part(bank: $0, cards: Array(diagram.banks[$0].cards.indices))
    }
    guard whole.count > 1 else { return whole.isEmpty ? [Sides()] : [spread(diagram)] }
    var choices = [Sides(left: [whole[0]], right: [whole[1]])]
    for part in whole.dropFirst(2) {
      // Beyond a few banks all combinations are too many; the shorter side takes the next one.
      guard whole.count <= 4 else {
        for i in choices.indices {
          let isLeft = size(choices[i].left, diagram) <= size(choices[i].right, diagram)
          if isLeft { choices[i].left.append(part) } else { choices[i].right.append(part) }
        }
        continue
      }
      choices = choices.flatMap { sides in
        [
          Sides(left: sides.left + [part], right: sides.right),
          Sides(left: [part] + sides.left, right: sides.right),
          Sides(left: sides.left, right: sides.right + [part]),
          Sides(left: sides.left, right: [part] + sides.right),
        ]
      }
    }
    return choices
  }

  private static func size(_ parts: [Part], _ diagram: Diagram) -> Int {
    parts.reduce(0) { $0 + $1.cards.count + 1 }
  }

  /// One bank on both sides, so that those who met face each other: each card in turn goes to the
  /// side with fewer of those it shares an event with.
  private static func spread(_ diagram: Diagram) -> Sides {
    let bank = diagram.banks[0]
    var events: [String: Set<String>] = [:]
    for line in diagram.lines { events[line.from, default: []].insert(line.to) }
    var left = Part(bank: 0, cards: [])
    var right = Part(bank: 0, cards: [], isFirst: false)
    func meets(_ card: Int, _ part: Part) -> Int {
      part.cards.reduce(0) { total, other in
        total
          + (events[bank.cards[card].id] ?? []).intersection(events[bank.cards[other].id] ?? [])
          .count
      }
    }
    for card in bank.cards.indices {
      if let kept = diagram.kept, let side = kept.side(of: bank.cards[card]) {
        if side == 0 { left.cards.append(card) } else { right.cards.append(card) }
        continue
      }
      let here = (meets(card, left), left.cards.count)
      let there = (meets(card, right), right.cards.count)
      if here <= there { left.cards.append(card) } else { right.cards.append(card) }
    }
    return Sides(left: [left], right: right.cards.isEmpty ? [] : [right])
  }
}
