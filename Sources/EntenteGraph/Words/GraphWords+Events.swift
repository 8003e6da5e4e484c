import EntenteModel

/// An event in sentences: when, where and whether; who; how often told.
extension GraphWords {
  /// `told` holds those whose office was said before.
  func sentences(of group: [Node], told: inout Set<String>) -> [String] {
    guard let first = group.first, let event = first.event else { return [] }
    var sentences = [
      fact(
        first, event, isOne: group.count == 1, isOnePlace: Set(group.map(\.event?.place)).count == 1
      )
    ]
    sentences.append(sides(of: group, event.status, &told))
    for type in [EdgeType.host, .signatory, .witness] {
      let names = others(type, of: group, &told)
      guard !names.isEmpty else { continue }
      sentences.append(Words.list(names) + " " + deed(type, event.status, many: names.count > 1))
    }
    let count = Set(group.flatMap { tellers($0) }).count
    if count > 0 {
      sentences.append(count == 1 ? "One article tells of it." : "\(count) articles tell of it.")
    }
    sentences += doubts(of: group)
    return sentences
  }

  /// `It was held on 6 February 2026 in Phnom Penh, during the state visit to Cambodia.`
  private func fact(_ node: Node, _ event: EventDetail, isOne: Bool, isOnePlace: Bool)
    -> String
  {
    let (it, was) = isOne ? ("It", "was") : ("They", "were")
    var text: String
    let date = event.date.map { day($0, event.end) }
    let done =
      node.kind == .visit
      ? "took place"
      : "\(was) " + (node.kind == .agreement ? Words.line(event.act ?? "signed") : "held")
    switch event.status {
    case .held, .signed: text = "\(it) \(done)" + (date.map { " " + $0.on } ?? "")
    case .planned, .proposed:
      let word = event.status == .planned ? "announced" : "proposed"
      text = "\(it) \(was) \(word)" + (date.map { " for " + $0.plain } ?? "")
    case .cancelled:
      text = "\(it) \(was) called off" + (date.map { "; the date had been " + $0.plain } ?? "")
    }
    if node.kind != .visit, isOnePlace, let place = event.place, index.node(place) != nil {
      let isBody = [.organization, .ministry, .party].contains(index.node(place)?.kind)
      text += (isBody ? " at " : " in ") + name(place)
    }
    if let visit = frame[node.id], visit != node.id { text += ", during \(name(visit))" }
    if event.status == .planned || event.status == .proposed {
      text += "; these articles do not report that \(it.lowercased()) \(done)"
    } else if date == nil, event.status.happened {
      text += "; the articles do not state the date"
    }
    return text + "."
  }

  /// A date as `on 6 February 2026` and without the preposition.
  private func day(_ date: PartialDate, _ end: PartialDate?) -> (on: String, plain: String) {
    let plain = DateText.range(date, end, style: .long)
    return ((date.day == nil ? "in " : "on ") + plain, plain)
  }

  private func sides(of group: [Node], _ status: Status, _ told: inout Set<String>) -> String {
    let all = group.map { ranked(index.sides(of: $0.id)) }
    guard let first = group.first, let sides = all.first, !sides.isEmpty else {
      return "The articles do not name who took part."
    }
    if group.count > 1,
      let hub = sides.first(where: { side in all.allSatisfy { $0.contains(side) } })
    {
      var seen: Set<String> = [hub]
      let partners = all.joined().filter { seen.insert($0).inserted }
      return "\(introduced(hub, &told)) has one each with "
        + Words.list(partners.map { introduced($0, &told) }) + "."
    }
    let names = sides.map { introduced($0, &told) }
    let many = names.count > 1
    switch first.kind {
    case .agreement where many: return "The sides are \(Words.list(names))."
    case .agreement: return "One side is \(names[0]); the other is not named."
    case .visit:
      let place = first.event?.place.map(name)
      let verb = verb(status, many: many, past: "visited", plain: "visit")
      return Words.list(names) + " " + verb
        + (place.map { " \($0)." } ?? "; the place is not named.")
    default:
      return Words.list(names) + " "
        + verb(status, many: many, past: "took part", plain: "take part") + "."
    }
  }

  private func verb(_ status: Status, many: Bool, past: String, plain: String) -> String {
    switch status {
    case .held, .signed: past
    case .planned: (many ? "are to " : "is to ") + plain
    case .proposed: "would " + plain
    case .cancelled: (many ? "were to " : "was to ") + plain
    }
  }

  private func deed(_ type: EdgeType, _ status: Status, many: Bool) -> String {
    switch type {
    case .host:
      verb(
        status, many: many, past: "received the visitors or gave the venue",
        plain: "receive the visitors") + "."
    case .signatory:
      verb(status, many: many, past: "signed for a side", plain: "sign for a side") + "."
    default:
      verb(status, many: many, past: many ? "were present" : "was present", plain: "be present")
        + "."
    }
  }

  private func others(_ type: EdgeType, of group: [Node], _ told: inout Set<String>) -> [String] {
    var seen: Set<String> = []
    let ids = group.flatMap { index.edges(to: $0.id) }
      .filter { $0.type == type && seen.insert($0.source).inserted }.map(\.source)
    return ranked(ids).map { introduced($0, &told) }
  }

  /// Highest first, as on the banks.
  func ranked(_ ids: [String]) -> [String] {
    ids.map { (Ranking.rank(of: $0, in: index), $0) }.sorted { $0 < $1 }.map { $0.1 }
  }

  /// A name, with the offices behind it the first time.
  private func introduced(_ id: String, _ told: inout Set<String>) -> String {
    guard told.insert(id).inserted, index.node(id)?.kind == .person else { return name(id) }
    let offices = captions.offices(of: id).joined(separator: "; ")
    return offices.isEmpty ? name(id) : "\(name(id)) (\(offices))"
  }

  /// The documents that tell of an event.
  private func tellers(_ node: Node) -> Set<String> {
    guard let event = node.event else { return [] }
    return Set(event.reports.map(\.document) + event.evidence.map(\.document))
  }

  private func doubts(of group: [Node]) -> [String] {
    let ids = group.flatMap { node in
      index.edges(from: node.id).filter { $0.type == .mayBeSame }.map(\.target)
        + index.edges(to: node.id).filter { $0.type == .mayBeSame }.map(\.source)
    }
    let numbers = Set(ids.compactMap { number[$0] }).sorted()
    return numbers.isEmpty
      ? [] : ["It may be one and the same as \(Words.list(numbers.map { "no. \($0)" }))."]
  }
}
