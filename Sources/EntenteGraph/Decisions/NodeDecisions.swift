import EntenteModel

/// Applies what the user decided about single nodes: names, what is left out, and of events status and date.
struct NodeDecisions {
  let decisions: Decisions
  private(set) var judgements: [Judgement] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Names in `rename` and `drop` that stand for none of the nodes given.
  private(set) var unresolved: Set<String> = []
  /// Names in `status` and `date` that stand for no event among the nodes given.
  private(set) var unresolvedEvents: Set<String> = []

  init(_ decisions: Decisions) { self.decisions = decisions }

  /// Changes nodes, and returns the indices of those to leave out.
  ///
  /// Of two decisions on one thing the first holds: an earlier graph's stand behind the user's own.
  mutating func apply(to nodes: inout [Node]) -> Set<Int> {
    let isNothing =
      decisions.rename.isEmpty && decisions.drop.isEmpty && decisions.status.isEmpty
      && decisions.date.isEmpty
    if isNothing { return [] }
    let lookup = NodeLookup(nodes)
    var shown = lookup
    let renamed = chosen(decisions.rename.map { .init($0.from, $0.to) }, "rename", lookup) { $0 }
    unresolved.formUnion(renamed.unresolved)
    for (n, name) in renamed.values.sorted(by: { $0.key < $1.key }) {
      nodes[n].name = NameForm.shown(name)
      shown.add(name, for: n)
      judgements.append(
        Judgement(
          a: "\"\(nodes[n].name)\"", b: nodes[n].id, verdict: .same, score: 1,
          reasons: [Decisions.reason, DecisionRecord.renamed]))
    }
    let dropped = drop(nodes, shown)
    changeStatus(&nodes, shown)
    changeDates(&nodes, shown)
    return dropped
  }

  private mutating func drop(_ nodes: [Node], _ lookup: NodeLookup) -> Set<Int> {
    var dropped: Set<Int> = []
    for name in decisions.drop {
      let found = lookup.nodes(named: name)
      if found.isEmpty { unresolved.insert(name) }
      for n in found where dropped.insert(n).inserted {
        judgements.append(
          Judgement(
            a: "\"\(nodes[n].name)\"", b: nodes[n].id, verdict: .different, score: 1,
            reasons: [Decisions.reason, DecisionRecord.leftOut]))
      }
    }
    return dropped
  }

  private mutating func changeStatus(_ nodes: inout [Node], _ lookup: NodeLookup) {
    let all = chosen(decisions.status, "status", lookup) { $0.rawValue }
    unresolvedEvents.formUnion(all.unresolved)
    for (n, status) in all.values.sorted(by: { $0.key < $1.key }) {
      guard let found = nodes[n].event?.status else { continue }
      let wanted = status.fitting(nodes[n].kind)
      nodes[n].event?.status = wanted
      judgements.append(
        DecisionRecord.change(
          DecisionRecord.status, wanted.rawValue, of: nodes[n].id, was: found.rawValue))
    }
  }

  private mutating func changeDates(_ nodes: inout [Node], _ lookup: NodeLookup) {
    let all = chosen(decisions.date, "date", lookup) { $0.description }
    unresolvedEvents.formUnion(all.unresolved)
    for (n, days) in all.values.sorted(by: { $0.key < $1.key }) {
      guard let event = nodes[n].event else { continue }
      nodes[n].event?.date = days.first
      nodes[n].event?.end = days.last
      judgements.append(
        DecisionRecord.change(
          DecisionRecord.date, days.description, of: nodes[n].id,
          was: Decisions.Days(event.date, to: event.end).description))
    }
  }

  /// The value for each node that a name stands for, and the names that stand for none.
  private mutating func chosen<Value: Hashable>(
    _ changes: [Decisions.Change<Value>], _ key: String, _ lookup: NodeLookup,
    _ text: (Value) -> String
  ) -> (values: [Int: Value], unresolved: [String]) {
    var choice = DecidedValue<Value>(key: key, decisions: decisions)
    for change in changes { choice.add(change, for: lookup.nodes(named: change.name), text) }
    diagnostics += choice.diagnostics
    return (choice.values, choice.unresolved)
  }
}

/// One value for each thing, from decisions that may name it by several names.
struct DecidedValue<Value: Hashable & Sendable> {
  let key: String
  let decisions: Decisions
  private(set) var values: [Int: Value] = [:]
  private(set) var unresolved: [String] = []
  /// Names by which two values were decided for one thing.
  private(set) var diagnostics: [Diagnostic] = []
  private var names: [Int: (name: String, isOwn: Bool)] = [:]
  private var count = 0

  init(key: String, decisions: Decisions) {
    self.key = key
    self.decisions = decisions
  }

  /// Adds the next decision under the key, in their order.
  mutating func add(
    _ change: Decisions.Change<Value>, for things: [Int], _ text: (Value) -> String
  ) {
    count += 1
    let isOwn = count <= decisions.ownCount(key)
    if things.isEmpty { unresolved.append(change.name) }
    for thing in things {
      guard let other = values[thing], let name = names[thing] else {
        values[thing] = change.value
        names[thing] = (change.name, isOwn)
        continue
      }
      guard other != change.value, isOwn, name.isOwn else { continue }
      diagnostics.append(
        contradiction(change.name, text(change.value), with: name.name, text(other)))
    }
  }

  private func contradiction(
    _ name: String, _ value: String, with other: String, _ otherValue: String
  ) -> Diagnostic {
    let places = decisions.origins.places[key]
    let there = places?[other].flatMap { place in
      place.line.map { " at \(place.file):\($0):\(place.column ?? 1)" }
    }
    return Diagnostic(
      .error, code: "decisions.contradiction",
      "`\(key)` of “\(name)” is `\(value)`, but of “\(other)”, which is the same thing, "
        + "`\(otherValue)`\(there ?? "")",
      at: places?[name], hint: "remove one of the two")
  }
}

extension Status {
  /// The word for what took place, which is another for agreements than for meetings and visits.
  func fitting(_ kind: Kind) -> Status {
    guard happened else { return self }
    return kind == .agreement ? .signed : .held
  }
}
