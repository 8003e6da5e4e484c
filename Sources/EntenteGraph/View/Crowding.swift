import EntenteModel

/// Keeps a picture readable: above the limit, like things are drawn as one, and at last the least
/// told are left out.
enum Crowding {
  /// What had to be left out, for the note.
  struct LeftOut: Hashable {
    var events = 0
    var cards = 0
  }

  /// Reduces the number of boxes to `most`, as far as it must; never silently.
  static func reduce(_ diagram: inout Diagram, to most: Int, names: Captions) -> LeftOut {
    var left = LeftOut()
    foldLeaves(&diagram, to: most)
    while boxes(diagram) > most {
      // An event takes a few boxes along; far above the limit many go at once.
      let events = leastTold(diagram, count: max(1, (boxes(diagram) - most) / 8))
      guard !events.isEmpty else { break }
      drop(events, from: &diagram, &left)
    }
    return left
  }

  private static func boxes(_ diagram: Diagram) -> Int {
    diagram.events.count + diagram.banks.reduce(0) { $0 + $1.cards.count }
  }

  /// Cards of one bank and kind that take part in the very same events become one, the largest
  /// groups first.
  private static func foldLeaves(_ diagram: inout Diagram, to most: Int) {
    var folds: [(size: Int, id: String)] = []
    var done: Set<String> = []
    while boxes(diagram) > most {
      folds.removeAll()
      var events: [String: [String]] = [:]
      for line in diagram.lines { events[line.from, default: []].append(line.to) }
      var groups: [String: [String]] = [:]
      for bank in diagram.banks {
        for card in bank.cards where card.members.count == 1 && !done.contains(card.id) {
          let mark = card.mark?.change.rawValue ?? ""
          let key = ([bank.id, card.kind.rawValue, mark] + (events[card.id] ?? []).sorted()).joined(
            separator: "\n")
          groups[key, default: []].append(card.id)
        }
      }
      folds = groups.values.filter { $0.count > 2 }.map { (size: $0.count, id: $0[0]) }
      guard let largest = folds.min(by: { ($1.size, $0.id) < ($0.size, $1.id) }),
        let group = groups.values.first(where: { $0[0] == largest.id })
      else { return }
      done.insert(largest.id)
      fold(group, in: &diagram)
    }
  }

  private static func fold(_ ids: [String], in diagram: inout Diagram) {
    let members = Set(ids)
    for b in diagram.banks.indices {
      let cards = diagram.banks[b].cards.filter { members.contains($0.id) }
      guard let first = cards.first, let i = diagram.banks[b].cards.firstIndex(of: first) else {
        continue
      }
      var card = first
      card.id = "fold." + first.id
      card.name = Captions.count(cards.count, noun(of: first.kind))
      card.suffix = ""
      card.detail =
        (first.mark.map { [$0.change.rawValue] } ?? []) + [
          cards.map(\.name).joined(separator: ", ")
        ]
      card.tooltip = cards.map(\.tooltip).joined(separator: "\n")
      card.members = cards.flatMap(\.members)
      card.evidence = cards.flatMap(\.evidence)
      diagram.banks[b].cards[i] = card
      diagram.banks[b].cards.removeAll { members.contains($0.id) }
      mergeLines(from: members, to: card.id, in: &diagram)
    }
  }

  private static func mergeLines(
    from members: Set<String>, to id: String, in diagram: inout Diagram
  ) {
    var merged: [Diagram.Line] = []
    for var line in diagram.lines {
      if members.contains(line.from) {
        line.from = id
        line.id = "\(id)--\(line.to)"
        if let i = merged.firstIndex(where: { $0.id == line.id }) {
          merged[i].evidence = Set(merged[i].evidence + line.evidence).sorted()
          continue
        }
      }
      merged.append(line)
    }
    diagram.lines = merged
  }

  private static func noun(of kind: Kind) -> String {
    kind == .organization ? "organization" : kind.rawValue
  }

  /// The events that fewest sentences tell of and fewest lines meet; of equals the last.
  private static func leastTold(_ diagram: Diagram, count: Int) -> Set<String> {
    let heads = Set(diagram.frames.filter { $0.events.count > 1 }.map(\.id))
    var lines: [String: Int] = [:]
    for line in diagram.lines { lines[line.to, default: 0] += 1 }
    func key(_ i: Int) -> (Int, Int, Int, Int, Int) {
      let event = diagram.events[i]
      let isMarked = event.mark == nil ? 0 : 1
      return (isMarked, event.members.count, event.evidence.count, lines[event.id] ?? 0, -i)
    }
    let free = diagram.events.indices.filter { !heads.contains(diagram.events[$0].id) }
    return Set(free.sorted { key($0) < key($1) }.prefix(count).map { diagram.events[$0].id })
  }

  private static func drop(
    _ events: Set<String>, from diagram: inout Diagram, _ left: inout LeftOut
  ) {
    for event in diagram.events where events.contains(event.id) {
      left.events += event.members.count
    }
    diagram.events.removeAll { events.contains($0.id) }
    diagram.lines.removeAll { events.contains($0.to) || events.contains($0.from) }
    for i in diagram.frames.indices {
      diagram.frames[i].events.removeAll { events.contains($0) }
    }
    diagram.frames.removeAll { $0.events.first != $0.id }
    let sources = Set(diagram.lines.map(\.from))
    for b in diagram.banks.indices {
      let gone = diagram.banks[b].cards.filter { !sources.contains($0.id) }
      left.cards += gone.reduce(0) { $0 + $1.members.count }
      diagram.banks[b].cards.removeAll { !sources.contains($0.id) }
      diagram.banks[b].isSide = sources.contains(diagram.banks[b].id)
    }
    diagram.banks.removeAll { $0.cards.isEmpty && !$0.isSide }
  }
}
