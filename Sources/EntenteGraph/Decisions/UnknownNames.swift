import EntenteModel

/// Tells of names in the user's decisions that stand for nothing, with what may have been meant.
struct UnknownNames {
  private let decisions: Decisions
  private let graph: Graph
  /// Names that stand for nothing at all.
  private let things: Set<String>
  /// Names that stand for no event where only one makes sense.
  private let events: Set<String>

  init(
    _ decisions: Decisions, _ entities: Entities, _ events: EventJoining.Result, _ graph: Graph
  ) {
    self.decisions = decisions
    self.graph = graph
    var things = events.unresolved.intersection(entities.unresolved)
    things.formUnion(events.unresolvedEdits.intersection(entities.unresolvedEdits))
    things.formUnion(events.unresolvedKinds.intersection(entities.unresolvedKinds))
    // What an earlier graph left out is not there, as it should be.
    let gone = Set(
      graph.judgements.filter { DecisionRecord.word(of: $0) == DecisionRecord.leftOut }
        .flatMap { [NameForm.key($0.plainName), NameForm.key($0.b)] })
    self.things = things.filter { decisions.isOwn($0) && !gone.contains(NameForm.key($0)) }
    self.events = events.unresolvedEvents.filter { decisions.isOwn($0) }
  }

  /// A warning for each name, in order of the names.
  var diagnostics: [Diagnostic] {
    things.sorted().map { name in
      warning(
        name, "Nothing in these articles is called “\(name)”.",
        Resemblance.hint(
          for: name, among: graph.nodes.flatMap { [$0.id, $0.name] + $0.aliases }))
    } + events.subtracting(things).sorted().map(onEvent)
  }

  private func onEvent(_ name: String) -> Diagnostic {
    let lookup = NodeLookup(graph.nodes)
    if let other = lookup.nodes(named: name).first {
      let node = graph.nodes[other]
      return warning(
        name, "“\(name)” is no event but of the kind `\(node.kind.rawValue)`.",
        "Name an event by its id or name: entente explain … \"\(node.id)\" lists those it took part in."
      )
    }
    if let at = name.firstIndex(of: "@") {
      let found = lookup.nodes(named: String(name[..<at])).compactMap { graph.nodes[$0].event }
      let documents = Set(found.flatMap(\.reports).map(\.document)).sorted()
      if !documents.isEmpty {
        return warning(
          name, "“\(name)” is no report of that event.",
          "It is told by \(documents.prefix(3).joined(separator: ", ")).")
      }
    }
    return warning(
      name, "No event in these articles is called “\(name)”.",
      Resemblance.hint(
        for: name, among: graph.nodes.filter { $0.event != nil }.flatMap { [$0.id, $0.name] },
        otherwise: "Use an id or a name of an event from the graph."))
  }

  private func warning(_ name: String, _ message: String, _ hint: String) -> Diagnostic {
    let places = decisions.origins.places
    let place = places.keys.sorted().lazy.compactMap { places[$0]?[name] }.first
    return Diagnostic(
      .warning, code: "decisions.unknown-name", message, at: place, hint: hint)
  }
}
