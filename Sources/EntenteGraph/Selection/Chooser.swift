import EntenteModel

/// Takes the wanted part out of a graph: events first, then who has a part in them, then what says
/// who they are.
struct Chooser {
  let graph: Graph
  let selection: Selection
  /// The graph without the statements that are not sure or not told often enough.
  let index: GraphIndex
  let sources: IndependentSources
  let countries: Set<String>
  let focus: [String]
  let ends: [String]
  /// Those of `index`, in the order of the graph.
  let edges: [Edge]
  private var leftOut: [Choice.Count] = []

  init(_ graph: Graph, _ selection: Selection) throws(EntenteError) {
    self.graph = graph
    self.selection = selection
    sources = IndependentSources(graph.documents)
    var names = NameResolution(graph, countryNames: selection.countryNames ?? [:])
    for kind in selection.kinds { names.check(kind) }
    countries = Set(selection.countries.compactMap { names.country($0) })
    focus = selection.focus.compactMap { names.node($0) }
    ends = selection.path.map { [$0.from, $0.to].compactMap { names.node($0) } } ?? []
    guard names.faults.isEmpty else { throw EntenteError(names.faults) }
    let kept = Chooser.statements(of: graph, selection, sources)
    edges = kept.edges
    index = GraphIndex(Graph(documents: graph.documents, nodes: graph.nodes, edges: kept.edges))
    leftOut = kept.leftOut
  }

  mutating func choose() -> Choice {
    var choice = Choice(whole: graph)
    choice.focus = focus
    let statements = leftOut
    var events: Set<String>
    (events, leftOut) = chosenEvents()
    var others = focus.isEmpty && ends.isEmpty ? bystanders() : []
    if !focus.isEmpty {
      let near = Neighbourhood(of: focus, depth: selection.depth, events: events, in: index)
      let names = selection.focus.map { "“\($0)”" }.joined(separator: " and ")
      leave(
        events.subtracting(near.events).count,
        "farther than \(Captions.count(selection.depth, "step")) from \(names)")
      (events, others) = (near.events, near.entities)
    }
    if !ends.isEmpty {
      choice.ends = selection.path
      choice.path = shortestWay(events: events, among: focus.isEmpty ? nil : others)
      let nodes = choice.path.flatMap { [$0.from, $0.to] }
      let passed = Set(nodes.filter { $0.event != nil }.map(\.id))
      leave(events.subtracting(passed).count, "off the path")
      (events, others) = (passed, Set(nodes.filter { $0.event == nil }.map(\.id)))
    }
    choice.graph = part(events: events, others: others)
    choice.leftOut = leftOut + statements
    return choice
  }

  private mutating func leave(_ count: Int, _ reason: String) {
    if count > 0 { leftOut.append(Choice.Count(reason: reason, count: count, isOfEvents: true)) }
  }

  // MARK: Statements

  /// The edges that are sure enough and told often enough.
  ///
  /// How often a side is told of is not asked: the event is told of as a whole.
  private static func statements(
    of graph: Graph, _ selection: Selection, _ sources: IndependentSources
  ) -> (edges: [Edge], leftOut: [Choice.Count]) {
    let events = Set(graph.nodes.filter { $0.event != nil }.map(\.id))
    let least = Hundredths.count(selection.minimumConfidence)
    let sure = graph.edges.filter { Hundredths.count($0.confidence) >= least }
    let told = sure.filter { edge in
      edge.origin != .text || events.contains(edge.target)
        || sources.count(edge.evidence.map(\.document)) >= selection.minimumSources
    }
    var leftOut: [Choice.Count] = []
    let doubtful = graph.edges.count - sure.count
    if doubtful > 0 {
      leftOut.append(
        Choice.Count(
          reason: (doubtful == 1 ? "statement" : "statements") + " less sure than \(least) %",
          count: doubtful, isOfEvents: false))
    }
    let lone = sure.count - told.count
    if lone > 0 {
      leftOut.append(
        Choice.Count(
          reason: (lone == 1 ? "statement" : "statements")
            + " told by fewer than \(selection.minimumSources) sources", count: lone,
          isOfEvents: false))
    }
    return (told, leftOut)
  }

  // MARK: Events

  /// The events that meet every condition but those of focus and path.
  private func chosenEvents() -> (events: Set<String>, leftOut: [Choice.Count]) {
    var events = graph.nodes.filter { $0.event != nil }
    var leftOut: [Choice.Count] = []
    func drop(_ reason: String, where fails: (Node) -> Bool) {
      let before = events.count
      events.removeAll(where: fails)
      guard before > events.count else { return }
      leftOut.append(Choice.Count(reason: reason, count: before - events.count, isOfEvents: true))
    }
    let isEvent = Set(events.map(\.kind)).union([.meeting, .visit, .agreement])
    let eventKinds = Set(selection.kinds).intersection(isEvent)
    if !eventKinds.isEmpty { drop("of another kind") { !eventKinds.contains($0.kind) } }
    if !selection.statuses.isEmpty {
      drop("of another status") { !selection.statuses.contains($0.event?.status ?? .held) }
    }
    if selection.since != nil || selection.until != nil, !selection.keepsUndated {
      drop("without a date") { EventSpan(of: $0.id, in: index) == nil }
    }
    if let since = selection.since {
      let day = EventSpan.start(of: since)
      drop("before \(since)") { EventSpan(of: $0.id, in: index).map { $0.last < day } ?? false }
    }
    if let until = selection.until {
      let day = EventSpan.end(of: until)
      drop("after \(until)") { EventSpan(of: $0.id, in: index).map { $0.first > day } ?? false }
    }
    let entityKinds = Set(selection.kinds).subtracting(isEvent)
    if !entityKinds.isEmpty || !countries.isEmpty {
      drop("without such a side") { event in
        !counterparts(of: event).contains { fits($0, kinds: entityKinds) }
      }
    }
    if selection.minimumSources > 1 {
      drop("told by fewer than \(selection.minimumSources) sources") { event in
        sources.count(event.event ?? EventDetail(status: .held)) < selection.minimumSources
      }
    }
    let needed = neededSides()
    drop("with too few sides that are sure") { index.sides(of: $0.id).count < needed[$0.id] ?? 0 }
    return (Set(events.map(\.id)), leftOut)
  }

  /// How many sides an event can't do without: one of a visit, two of others, none that it never had.
  private func neededSides() -> [String: Int] {
    guard selection.minimumConfidence > 0 else { return [:] }
    let whole = GraphIndex(graph)
    var needed: [String: Int] = [:]
    for node in graph.nodes where node.event != nil {
      needed[node.id] = min(whole.sides(of: node.id).count, node.kind == .visit ? 1 : 2)
    }
    return needed
  }

  /// The sides of an event, who received them, and of a visit what was visited.
  private func counterparts(of event: Node) -> [String] {
    let parts = index.edges(to: event.id).filter { $0.type.isSide || $0.type == .host }.map(
      \.source)
    return parts + (event.kind == .visit ? [event.event?.place].compactMap { $0 } : [])
  }

  private func fits(_ id: String, kinds: Set<Kind>) -> Bool {
    guard let node = index.node(id), node.event == nil else { return false }
    guard kinds.isEmpty || kinds.contains(node.kind) else { return false }
    return countries.isEmpty || index.country(of: id).map(countries.contains) ?? false
  }

  /// Entities that fit and that have no part in any event: who is only quoted, for example.
  private func bystanders() -> Set<String> {
    let events = Set(graph.nodes.filter { $0.event != nil }.map(\.id))
    let parts = Set(graph.edges.filter { events.contains($0.target) }.map(\.source))
    let kinds = Set(
      selection.kinds.filter { kind in
        !kind.isEvent && graph.nodes.contains { $0.kind == kind && $0.event == nil }
      })
    // Whoever asks for events of some days or of a kind does not ask for those without one.
    let asksForEvents =
      selection.since != nil || selection.until != nil || !selection.statuses.isEmpty
      || kinds.count < Set(selection.kinds).count
    guard !asksForEvents else { return [] }
    return Set(
      graph.nodes.map(\.id).filter {
        !events.contains($0) && !parts.contains($0) && fits($0, kinds: kinds)
      })
  }
}
