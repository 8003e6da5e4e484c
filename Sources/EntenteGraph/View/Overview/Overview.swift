import EntenteModel

/// Hundreds of entities on a page: countries with those who did most, and for each two, or more, how
/// much happened between them.
struct Overview {
  /// More cannot be told apart on a page.
  private static let mostBanks = 12
  private static let mostRelations = 16

  private let view: DiagramView
  private var whole: Diagram
  /// Banks by id, with their place among the whole.
  private var bank: [String: Int] = [:]
  private var weight: [String: Int] = [:]

  static func diagram(of graph: Graph, options: DiagramOptions) -> Diagram {
    Overview(DiagramView(graph, options)).diagram(options)
  }

  private init(_ view: DiagramView) {
    self.view = view
    whole = view.whole()
    addGoals()
    for (b, one) in whole.banks.enumerated() {
      bank[one.id] = b
      for card in one.cards { bank[card.id] = b }
    }
    for card in whole.banks.flatMap(\.cards) {
      // Of a bundle, only what it took part in itself.
      let events = card.members.flatMap(view.index.edges(from:))
        .filter { DiagramView.isDrawn($0, in: view.index) }.map(\.target)
      weight[card.id] = Set(events.filter { view.index.node($0)?.kind.isEvent ?? false }).count
    }
  }

  /// Countries that were visited and of which nobody took part.
  private mutating func addGoals() {
    let known = Set(whole.banks.map(\.id))
    for id in Set(whole.events.compactMap { Relation.goal(of: $0, view) }).subtracting(known)
      .sorted()
    {
      let node = view.index.node(id)
      whole.banks.append(
        Diagram.Bank(
          id: id, title: view.options.countryNames[id] ?? node?.name ?? "", isSide: true, cards: [],
          evidence: Array((node?.mentions ?? []).sorted().prefix(1))))
    }
  }

  private func diagram(_ options: DiagramOptions) -> Diagram {
    let all = Relation.all(of: whole, bank: bank, view: view)
    let (kept, relations) = chosen(all)
    var diagram = whole
    diagram.frames = []
    let room = options.mostBoxes - relations.count - 2 * kept.count
    let hubs = min(max(room / max(kept.count, 1), 1), kept.count > 6 ? 2 : kept.count > 3 ? 3 : 5)
    var given = Crowding.LeftOut()
    diagram.banks = kept.map { folded(whole.banks[$0], naming: hubs, &given) }
    for b in diagram.banks.indices { diagram.banks[b].isSide = true }
    diagram.events = relations.map { $0.box(whole, view: view) }
    diagram.lines = relations.flatMap { $0.lines(whole, bank: bank, view: view) }
    let drawn = Set(relations.flatMap(\.events))
    given.events = whole.events.indices.filter { !drawn.contains($0) }
      .reduce(0) { $0 + whole.events[$1].members.count }
    let shown = Set(kept)
    given.cards = whole.banks.indices.filter { !shown.contains($0) }
      .reduce(0) { $0 + whole.banks[$1].cards.count }
    diagram.givenUp = given.told
    view.headline(&diagram, leftOut: given)
    return diagram
  }

  /// The countries of most events, and what happened among them, the most first.
  private func chosen(_ all: [Relation]) -> ([Int], [Relation]) {
    var size: [Int: Int] = [:]
    for relation in all {
      for bank in relation.banks { size[bank, default: 0] += relation.size }
    }
    var kept = size.keys.sorted { (-(size[$0] ?? 0), $0) < (-(size[$1] ?? 0), $1) }
    kept = Array(kept.prefix(Overview.mostBanks))
    let shown = Set(kept)
    let relations = all.filter { $0.banks.allSatisfy(shown.contains) }
      .sorted { $0.key < $1.key }
      .prefix(Overview.mostRelations)
    // A country without a relation that is drawn would stand there without a line.
    let used = Set(relations.flatMap(\.banks))
    return (kept.filter(used.contains), Array(relations))
  }

  /// Those with a part in most events by name, the others as one.
  private func folded(
    _ bank: Diagram.Bank, naming most: Int, _ given: inout Crowding.LeftOut
  ) -> Diagram.Bank {
    var bank = bank
    if bank.title.isEmpty { bank.title = "Country not known" }
    let ranked = bank.cards.indices.sorted {
      (-(weight[bank.cards[$0].id] ?? 0), $0) < (-(weight[bank.cards[$1].id] ?? 0), $1)
    }
    let named = ranked.count <= most + 1 ? ranked : Array(ranked.prefix(most))
    let rest = bank.cards.indices.filter { !named.contains($0) }
    var cards = named.map { i in
      var card = bank.cards[i]
      let events = Captions.count(weight[card.id] ?? 0, "event")
      card.detail = Array(card.detail.prefix(1)) + [events]
      return card
    }
    if let first = rest.first {
      var card = bank.cards[first]
      let others = rest.map { bank.cards[$0] }
      card.id = "fold." + card.id
      card.name = "and \(others.count) others"
      card.suffix = ""
      card.detail = [Overview.kinds(others)]
      card.shape = .place
      card.tooltip = others.prefix(60).map(\.name).joined(separator: "\n")
      card.members = others.flatMap(\.members)
      card.evidence = others.flatMap(\.evidence)
      cards.append(card)
      given.folds.append("\(others.count) of \(bank.title)")
    }
    bank.cards = cards
    return bank
  }

  /// `12 people, 3 ministries, 9 provinces`.
  private static func kinds(_ cards: [Diagram.Card]) -> String {
    let words: [(Kind, String)] = [
      (.person, "person"), (.party, "party"), (.ministry, "ministry"), (.province, "province"),
      (.place, "place"),
    ]
    var told: [String] = []
    for (kind, word) in words {
      let count = cards.filter { $0.kind == kind }.count
      guard count > 0 else { continue }
      told.append(kind == .person && count > 1 ? "\(count) people" : Captions.count(count, word))
    }
    let rest = cards.filter { card in !words.contains { $0.0 == card.kind } }.count
    if rest > 0 { told.append(Captions.count(rest, "other body")) }
    return told.joined(separator: ", ")
  }
}
