import EntenteModel

/// Who stands on which bank, in which order.
extension DiagramView {
  /// One bank a country, the two that matter most first; who has no known country comes last.
  func banks(lines: [Diagram.Line], events: Parts) -> [Diagram.Bank] {
    var order: [String: Int] = [:]
    for (i, event) in events.boxes.enumerated() { order[event.id] = i }
    var cards: [String] = []
    var weight: [String: Int] = [:]
    var seen: Set<String> = []
    for line in lines where line.meaning != .mayBeSame {
      if seen.insert(line.from).inserted { cards.append(line.from) }
      weight[index.country(of: line.from) ?? "", default: 0] += 1
    }
    var banks: [String: [String]] = [:]
    for card in cards { banks[index.country(of: card) ?? "", default: []].append(card) }
    let ids = banks.keys.sorted { a, b in
      let places = [a, b].map { id in
        protagonists.firstIndex(of: id) ?? (id.isEmpty ? Int.max : protagonists.count)
      }
      return (places[0], -(weight[a] ?? 0), a) < (places[1], -(weight[b] ?? 0), b)
    }
    return ids.map { id in bank(id, banks[id] ?? [], lines: lines, order: order) }
  }

  private func bank(
    _ id: String, _ members: [String], lines: [Diagram.Line], order: [String: Int]
  ) -> Diagram.Bank {
    var earliest: [String: Int] = [:]
    var text: [String: TextPlace] = [:]
    for line in lines where line.meaning != .mayBeSame {
      earliest[line.from] = min(earliest[line.from] ?? .max, order[line.to] ?? .max)
      let place = index.textPlace(of: line.from, in: line.evidence)
      text[line.from] = min(text[line.from] ?? place, place)
    }
    // Provinces stand as the articles list them; the others of one rank as their events follow each
    // other.
    func key(_ card: String) -> (Int, Int, TextPlace, String) {
      let isProvince = index.node(card)?.kind == .province
      return (
        Ranking.rank(of: card, in: index), isProvince ? 0 : earliest[card] ?? .max,
        text[card] ?? TextPlace(document: "", offset: 0), card
      )
    }
    let cards = members.filter { $0 != id }.map(key).sorted { $0 < $1 }.map { $0.3 }
    let country = index.node(id)
    let fallback = id.isEmpty ? "" : id.split(separator: ".").last.map { $0.uppercased() } ?? ""
    return Diagram.Bank(
      id: id.isEmpty ? "bank.others" : id,
      title: options.countryNames[id] ?? country?.name ?? fallback, isSide: members.contains(id),
      cards: cards.map { self.card(for: $0, lines: lines) },
      evidence: Array((country?.mentions ?? []).sorted().prefix(1)))
  }

  private func card(for id: String, lines: [Diagram.Line]) -> Diagram.Card {
    let organs = folded.filter { $0.value == id }.keys.sorted()
    let node = index.node(id) ?? Node(id: id, kind: .organization, name: id)
    var detail = node.kind == .person ? captions.offices(of: id) : []
    let names = organs.map { Organs.shortName(of: $0, party: id, in: index) }
    if !names.isEmpty { detail.append(names.joined(separator: " · ")) }
    let isPlace = node.kind == .province || node.kind == .place
    var name = captions.name(of: node)
    var suffix = ""
    if node.kind == .province {
      let words = Folding.fold(name)
      if words.hasSuffix(" province") { name = String(name.dropLast(" province".count)) }
      if !words.hasSuffix("city") { suffix = "province" }
    }
    let members = [id] + organs
    let mark = options.marks[id]
    return Diagram.Card(
      id: id, kind: node.kind, shape: node.kind == .person ? .person : isPlace ? .place : .body,
      name: name, suffix: suffix,
      detail: DiagramMark.detail(mark) + detail,
      tooltip: Tooltips.card(members.compactMap(index.node)), members: members,
      evidence: members.compactMap { index.node($0)?.mentions.min() }, mark: mark)
  }
}
