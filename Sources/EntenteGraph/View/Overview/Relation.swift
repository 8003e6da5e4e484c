import EntenteModel

/// All that happened between the same countries.
struct Relation {
  /// Numbers of banks, ascending.
  let banks: [Int]
  /// Numbers of event boxes, oldest first.
  var events: [Int] = []
  /// How many events that is.
  var size = 0

  /// The first of them, for an order that holds.
  var first: Int { events.first ?? 0 }

  /// The largest first; what happened inside one country after what happened between as many.
  var key: (Int, Int, Int) { (-size, banks.count == 1 ? Int.max : banks.count, first) }

  /// By the banks of those who took part.
  static func all(of whole: Diagram, bank: [String: Int], view: DiagramView) -> [Relation] {
    var banks: [String: Set<Int>] = [:]
    for line in whole.lines where line.meaning != .mayBeSame {
      if let bank = bank[line.from] { banks[line.to, default: []].insert(bank) }
    }
    for event in whole.events {
      if let bank = goal(of: event, view).flatMap({ bank[$0] }) {
        banks[event.id, default: []].insert(bank)
      }
    }
    var relations: [Relation] = []
    var place: [[Int]: Int] = [:]
    for (e, event) in whole.events.enumerated() {
      guard let own = banks[event.id]?.sorted(), !own.isEmpty else { continue }
      if place[own] == nil {
        place[own] = relations.count
        relations.append(Relation(banks: own))
      }
      guard let r = place[own] else { continue }
      relations[r].events.append(e)
      relations[r].size += event.members.count
    }
    return relations
  }

  /// The country that a visit went to; where other events took place says nothing of who met.
  static func goal(of event: Diagram.EventBox, _ view: DiagramView) -> String? {
    guard event.kind == .visit else { return nil }
    return view.index.node(event.members[0])?.event?.place.flatMap(view.index.country)
  }

  private func id(_ whole: Diagram) -> String {
    (["relation"] + banks.map { whole.banks[$0].id }).joined(separator: ".")
  }

  func box(_ whole: Diagram, view: DiagramView) -> Diagram.EventBox {
    let boxes = events.map { whole.events[$0] }
    let names = banks.map { whole.banks[$0].title }.map { $0.isEmpty ? "others" : $0 }
    let title =
      names.count == 1
      ? "Within \(names[0])"
      : names.count < 4
        ? names.joined(separator: " – ") : "\(names[0]), \(names[1]) and \(names.count - 2) more"
    let members = boxes.flatMap(\.members)
    var detail: [String] = []
    let nodes = members.compactMap(view.index.node)
    for (kind, word) in [(Kind.meeting, "meeting"), (.visit, "visit"), (.agreement, "agreement")] {
      let count = nodes.filter { $0.kind == kind && ($0.event?.status.happened ?? false) }.count
      if count > 0 { detail.append(Captions.count(count, word)) }
    }
    let announced = nodes.filter { !($0.event?.status.happened ?? false) }.count
    if announced > 0 { detail.append("\(announced) announced only") }
    let dates = boxes.compactMap(\.date)
    let end = max(boxes.compactMap(\.end).max() ?? dates.max() ?? nil, dates.max() ?? nil)
    let when = dates.min().map { DateText.range($0, end, style: .short) } ?? "dates not stated"
    return Diagram.EventBox(
      id: id(whole), kind: .relation, title: title,
      detail: [detail.joined(separator: " · "), when], isAnnounced: announced == members.count,
      tooltip: ([title] + boxes.prefix(40).map(\.title)).joined(separator: "\n"), url: nil,
      members: members, evidence: Set(boxes.flatMap(\.evidence)).sorted(), date: dates.min(),
      end: nil)
  }

  /// One line a country, as thick as the events are many.
  func lines(_ whole: Diagram, bank: [String: Int], view: DiagramView) -> [Diagram.Line] {
    let own = Set(events.map { whole.events[$0].id })
    let isAnnounced = events.allSatisfy { whole.events[$0].isAnnounced }
    return banks.map { b in
      let lines = whole.lines.filter { own.contains($0.to) && bank[$0.from] == b }
      let visits = events.map { whole.events[$0] }.filter {
        Relation.goal(of: $0, view) == whole.banks[b].id
      }
      let name = whole.banks[b].title
      return Diagram.Line(
        id: "\(whole.banks[b].id)--\(id(whole))", from: whole.banks[b].id, to: id(whole),
        meaning: .side, kind: .relation, isDashed: isAnnounced,
        tooltip: "\(name): \(Captions.count(size, "event"))",
        evidence: Set((lines.flatMap(\.evidence) + visits.flatMap(\.evidence))).sorted(),
        weight: size)
    }
  }

  private func max(_ a: PartialDate?, _ b: PartialDate?) -> PartialDate? {
    guard let a, let b else { return a ?? b }
    return a < b ? b : a
  }
}

extension Kind {
  /// All that happened between some countries; only in pictures.
  static let relation = Kind("relation")
}
