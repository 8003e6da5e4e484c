import EntenteModel

/// Gives events their ids and names, from their sides and nouns.
///
/// The sides that speak for an event are its bodies and countries, if these come from two countries
/// or more, else all sides but the bodies whose heads are there. An id is the kind and these sides'
/// ids in order, four at most, and for a visit the destination; where two events would bear one id,
/// all of them add the noun, and those still alike a digest of the first sentence that tells of
/// them.
struct EventNaming {
  let nodes: [Node]
  let affiliations: Affiliations
  private let number: [String: Int]

  init(nodes: [Node], affiliations: Affiliations) {
    self.nodes = nodes
    self.affiliations = affiliations
    number = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
  }

  /// Ids in the order of the drafts, all different.
  func ids(of drafts: [EventDraft], records: [String: DocumentRecord]) -> [String] {
    var ids = drafts.map { base(of: $0) }
    extend(&ids) { "." + Folding.slug(drafts[$0].detail.noun ?? "event") }
    extend(&ids) { "." + ShortDigest.of(firstSentence(of: drafts[$0], records)) }
    for clashing in clashes(ids) {
      let order = clashing.sorted { drafts[$0].reports[0] < drafts[$1].reports[0] }
      for (i, d) in order.enumerated() where i > 0 { ids[d] += "-\(i + 1)" }
    }
    return ids
  }

  private func extend(_ ids: inout [String], by suffix: (Int) -> String) {
    for d in clashes(ids).joined() { ids[d] += suffix(d) }
  }

  private func clashes(_ ids: [String]) -> [[Int]] {
    var bearers: [String: [Int]] = [:]
    for (d, id) in ids.enumerated() { bearers[id, default: []].append(d) }
    return bearers.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
  }

  private func base(of draft: EventDraft) -> String {
    var parts = speaking(draft).map { slug(nodes[$0].id) }.sorted()
    if parts.count > 4 {
      parts = Array(parts.prefix(3)) + [parts[3] + "-and-\(parts.count - 4)-more"]
    }
    if draft.kind == .visit, let place = draft.detail.place { parts.append(slug(place)) }
    if parts.isEmpty { parts = [Folding.slug(draft.detail.noun ?? "event")] }
    return ([draft.kind.rawValue] + parts).joined(separator: ".")
  }

  private func slug(_ id: String) -> String {
    Identifier.withoutKind(id).replacing(".", with: "-")
  }

  private func firstSentence(of draft: EventDraft, _ records: [String: DocumentRecord]) -> String {
    let first = draft.detail.evidence.min { a, b in
      let days = (day(a, records), day(b, records))
      if days.0 != days.1 { return days.0 < days.1 }
      return a.document == b.document
        ? a.start < b.start : NameForm.key(a.text) < NameForm.key(b.text)
    }
    return first.map { NameForm.key($0.text) } ?? ""
  }

  private func day(_ evidence: Evidence, _ records: [String: DocumentRecord]) -> Int {
    records[evidence.document]?.date?.dayNumber ?? .max
  }

  private func speaking(_ draft: EventDraft) -> [Int] {
    guard draft.kind == .meeting else { return draft.sides }
    let all = draft.sides.filter { affiliations.isBody($0) || nodes[$0].kind == .country }
    let bodies = all.filter { body in
      !all.contains { affiliations.bodies(containing: $0).contains(body) }
    }
    // A body of no known country is a camp of its own.
    let camps = Set(bodies.map { affiliations.country[$0] ?? -1 - $0 })
    if camps.count > 1 { return bodies }
    return draft.sides.filter { side in
      !draft.sides.contains { affiliations.headed[$0].contains(side) }
    }
  }

  /// `CPV–CPP high-level meeting`, `Cooperation agreement`, `Tô Lâm’s state visit to Cambodia`.
  func name(of draft: EventDraft) -> String {
    let noun = draft.detail.noun ?? draft.kind.rawValue
    if draft.kind == .agreement { return capitalised(noun) }
    let sides = speaking(draft).sorted { a, b in
      let places = (draft.quoted[a] ?? (.max, "", 0), draft.quoted[b] ?? (.max, "", 0))
      return places.0 != places.1 ? places.0 < places.1 : nodes[a].id < nodes[b].id
    }
    var names: [String] = []
    for name in sides.map({ shortName($0) }) where !names.contains(name) { names.append(name) }
    guard !names.isEmpty else { return capitalised(noun) }
    if draft.kind == .visit {
      let place = draft.detail.place.flatMap { number[$0] }.map { " to " + nodes[$0].name } ?? ""
      return "\(list(names, by: ", "))’s \(noun)\(place)"
    }
    return "\(list(names, by: "–")) \(noun)"
  }

  private func list(_ names: [String], by separator: String) -> String {
    guard names.count > 4 else { return names.joined(separator: separator) }
    return names.prefix(3).joined(separator: separator) + " and \(names.count - 3) others"
  }

  private func capitalised(_ noun: String) -> String {
    noun.prefix(1).uppercased() + noun.dropFirst()
  }

  /// A party's or body's abbreviation, an organ's party's, else the name.
  private func shortName(_ n: Int) -> String {
    guard affiliations.isBody(n) else { return nodes[n].name }
    let owners = affiliations.bodies(containing: n).filter { affiliations.kinds[$0] == .party }
    let top = owners.filter { affiliations.bodies(containing: $0).isEmpty }
      .min { nodes[$0].id < nodes[$1].id }
    let bearer = affiliations.kinds[n] == .party ? top ?? n : n
    return nodes[bearer].aliases.filter(NameForm.isAbbreviation)
      .min { ($0.utf8.count, $0) < ($1.utf8.count, $1) } ?? nodes[bearer].name
  }
}
