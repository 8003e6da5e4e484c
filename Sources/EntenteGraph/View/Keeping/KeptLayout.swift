package import EntenteModel

/// Where everything stood in an earlier picture, so that what is drawn again stays there.
///
/// Readers of a map that grows remember places. An added article may change ranks, the order of a
/// day and the arrangement of the banks; all of that moves boxes that have not changed (Misue, Eades,
/// Lai and Sugiyama 1995 call what is kept the mental map). Positions are not in the graph's JSON:
/// the same graph gives the same picture, so they are computed again.
package struct KeptLayout: Hashable, Sendable {
  /// A card's or event's place, from the top of the drawing below the title.
  struct Place: Hashable {
    var middle: Double
    /// 0 on the left, 1 on the right; nil for an event.
    var side: Int?
    /// Its number among its like: in its bank, or among the events.
    var rank: Int
    var bank: String?
  }

  struct Shore: Hashable {
    var side: Int
    var y: Double
  }

  /// By the ids of the nodes that the boxes stand for.
  private(set) var places: [String: Place] = [:]
  /// Ids of banks in the order that gives them their colours.
  private(set) var banks: [String] = []
  /// On which side each bank's first part stood, and how far down.
  private(set) var sides: [String: Shore] = [:]
  /// The room between the banks and the events, left and right.
  private(set) var corridors = [0.0, 0.0]
  /// Where the drawing began, below the title.
  private(set) var top = 0.0

  /// The places in the default picture of a graph, which may itself keep those of an earlier one.
  package init(of graph: Graph, options: DiagramOptions = DiagramOptions()) {
    let diagram = DiagramView.diagram(of: graph, options: options)
    self.init(diagram, BanksLayout.picture(of: diagram, millimetres: options.width))
  }

  init(_ diagram: Diagram, _ picture: Picture) {
    banks = diagram.banks.map(\.id)
    top = max(picture.title.text.height + BanksLayout.titleGap, diagram.kept?.top ?? 0)
    for placed in picture.events {
      for id in diagram.events[placed.index].members {
        places[id] = Place(middle: placed.box.middle - top, rank: placed.index)
      }
    }
    let events = picture.events.first?.box
    for panel in picture.panels {
      let bank = diagram.banks[panel.bank]
      let side = panel.box.x < (events?.x ?? .infinity) ? 0 : 1
      if sides[bank.id] == nil { sides[bank.id] = Shore(side: side, y: panel.box.y) }
      if let events {
        corridors[side] =
          (side == 0 ? events.x - panel.box.right : panel.box.x - events.right)
          - BanksLayout.panelPadding
      }
      for placed in panel.cards {
        for id in bank.cards[placed.index].members {
          places[id] = Place(
            middle: placed.box.middle - top, side: side, rank: placed.index, bank: bank.id)
        }
      }
    }
  }

  /// The old corridors, where they do for lines that would like so much room: two tracks more fit.
  func corridors(for wanted: [Double]) -> [Double] {
    zip(wanted, corridors).map { wanted, old in
      wanted > 0 && old > 0 && wanted <= old + 11 ? old : wanted
    }
  }

  /// Where the middle of an event's box was.
  func middle(of event: Diagram.EventBox) -> Double? {
    event.members.compactMap { places[$0] }.first { $0.side == nil }?.middle
  }

  /// Where the middle of a card was, if it stood on this side.
  func middle(of card: Diagram.Card, side: Int) -> Double? {
    card.members.compactMap { places[$0] }.first { $0.side == side }?.middle
  }

  /// The side on which a card stood; nil for a new one.
  func side(of card: Diagram.Card) -> Int? {
    card.members.compactMap { places[$0]?.side }.first
  }

  /// Elements in their old order; a new one comes behind the last old one that is of its kind, where
  /// it moves fewest, else behind the one that it would follow anyway.
  static func ordered<Element, Kind: Hashable>(
    _ elements: [Element], kind: (Element) -> Kind, rank: (Element) -> Int?
  ) -> [Element] {
    let old = elements.indices.compactMap { i in rank(elements[i]).map { (rank: $0, index: i) } }
      .sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)
    var last: [Kind: Int] = [:]
    for i in old { last[kind(elements[i])] = i }
    var followers: [Int: [Element]] = [:]
    var before = -1
    let known = Set(old)
    for (i, element) in elements.enumerated() {
      if known.contains(i) { before = i }
      if !known.contains(i) {
        followers[last[kind(element)] ?? before, default: []].append(element)
      }
    }
    return (followers[-1] ?? []) + old.flatMap { [elements[$0]] + (followers[$0] ?? []) }
  }
}
