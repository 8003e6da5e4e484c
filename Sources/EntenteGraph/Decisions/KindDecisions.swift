import EntenteModel

/// Applies what the user decided about what things are, before anything is joined by it.
///
/// Things are named as they come out without these decisions; so all that was one thing changes together.
struct KindDecisions {
  let decisions: Decisions
  private(set) var judgements: [Judgement] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Names that stand for none of the nodes given.
  private(set) var unresolved: Set<String> = []

  init(_ decisions: Decisions) { self.decisions = decisions }

  /// The new kind of each node that gets one; an entity stays an entity, and an event an event.
  mutating func choose(among nodes: [Node]) -> [Int: Kind] {
    let lookup = NodeLookup(nodes)
    var choice = DecidedValue<Kind>(key: "kind", decisions: decisions)
    for change in decisions.kind {
      let found = lookup.nodes(named: change.name)
      let fitting = found.filter { (nodes[$0].event != nil) == change.value.isEvent }
      if let other = found.first, fitting.isEmpty {
        let what = nodes[other].kind.rawValue
        diagnostics.append(
          Diagnostic(
            .error, code: "decisions.kind",
            "“\(change.name)” is of the kind `\(what)` and cannot be `\(change.value.rawValue)`",
            at: decisions.origins.places["kind"]?[change.name],
            hint: nodes[other].event == nil
              ? "give an entity the kind of an entity: person, organization, place, …"
              : "give an event the kind of an event: meeting, visit or agreement"))
        continue
      }
      choice.add(change, for: fitting) { $0.rawValue }
    }
    diagnostics += choice.diagnostics
    unresolved = Set(choice.unresolved)
    return choice.values
  }

  /// Says of a node what it was, by the id that it has now.
  mutating func record(_ kind: Kind, of id: String, was: Kind) {
    judgements.append(
      DecisionRecord.change(DecisionRecord.kind, kind.rawValue, of: id, was: was.rawValue))
  }
}

extension EdgeType {
  /// What a side of an event is called where the event is of that kind; every other type stays.
  func fitting(_ kind: Kind) -> EdgeType {
    guard isSide else { return self }
    switch kind {
    case .agreement: return .partyTo
    case .visit: return .visitor
    default: return .participant
    }
  }
}

extension Reading.Event {
  /// Makes it an event of another kind: its sides and its status are called otherwise.
  mutating func become(_ kind: Kind) {
    self.kind = kind
    status = status.fitting(kind)
    for i in participants.indices { participants[i].type = participants[i].type.fitting(kind) }
  }
}

extension NameGroup {
  /// Makes it a thing of another kind. What no pack lists is then called by a key of that kind; the other is kept.
  mutating func become(_ kind: Kind) {
    let prefix = self.kind.rawValue + "."
    if !isKnown, key.hasPrefix(prefix) {
      formerKey = key
      key = kind.rawValue + "." + key.dropFirst(prefix.count)
    }
    self.kind = kind
  }
}
