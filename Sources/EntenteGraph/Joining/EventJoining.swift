import EntenteModel

/// Joins events across documents into nodes with their edges.
struct EventJoining {
  private(set) var set: SourceSet
  let entities: Entities
  let affiliations: Affiliations
  private let records: [String: DocumentRecord]

  /// The events' part of the graph.
  struct Result {
    var nodes: [Node] = []
    var edges: [Edge] = []
    var judgements: [Judgement] = []
    var diagnostics: [Diagnostic] = []
    /// Names in the decisions that stand for no event.
    var unresolved: Set<String> = []
    var unresolvedEdits: Set<String> = []
    /// Names in `kind` that stand for nothing.
    var unresolvedKinds: Set<String> = []
    /// Names in decisions on events only that stand for none.
    var unresolvedEvents: Set<String> = []
  }

  init(_ set: SourceSet, _ entities: Entities, _ relations: [Edge]) {
    self.set = set
    self.entities = entities
    affiliations = Affiliations(nodes: entities.nodes, edges: relations)
    records = Dictionary(
      uniqueKeysWithValues: set.readings.map { ($0.document.id, $0.document) })
  }

  /// Every report in canonical order: by document, then by place in it, whatever number its reader
  /// gave it.
  private func reports() -> [EventReport] {
    var all: [(place: (Int, Int, Int, String), report: EventReport)] = []
    for (d, reading) in set.readings.enumerated() {
      for (e, event) in reading.events.enumerated() {
        let report = EventReport(
          event, number: e, document: d, record: reading.document, entities: entities,
          affiliations: affiliations)
        // Without a side there is nothing that an edge could say; the user may have dropped them
        // all.
        guard !report.sides.isEmpty else { continue }
        let first = event.evidence.min()
        let rest =
          ([event.kind.rawValue, report.noun] + report.sides.map { entities.nodes[$0].id })
          .joined(separator: " ")
        all.append(((d, first?.start ?? .max, first?.end ?? .max, rest), report))
      }
    }
    return all.sorted { $0.place < $1.place }.map(\.report)
  }

  /// The events, after the user's decisions that name some of them.
  func join(_ decisions: Decisions, _ edges: inout EdgeDecisions) -> Result {
    guard !decisions.kind.isEmpty, !entities.unresolvedKinds.isEmpty else {
      return joined(decisions, &edges, former: [:], Result())
    }
    var open = decisions
    open.kind.removeAll { !entities.unresolvedKinds.contains($0.name) }
    var kinds = KindDecisions(open)
    var (joining, former) = (self, [[Int]: (id: String, kind: Kind)]())
    let clusters = clustered()
    let (drafts, nodes) = assemble(clusters)
    let chosen = kinds.choose(among: nodes)
    joining.set.change { readings in
      for (n, kind) in chosen {
        for report in drafts[n].reports.map({ clusters.reports[$0] }) {
          former[[report.document, report.event]] = (nodes[n].id, nodes[n].kind)
          readings[report.document].events[report.event].become(kind)
        }
      }
    }
    var result = Result()
    result.diagnostics = kinds.diagnostics
    result.unresolvedKinds = kinds.unresolved
    result = joining.joined(decisions, &edges, former: former.mapValues(\.id), result)
    for node in result.nodes where !node.formerly.isEmpty {
      let was = former.values.filter { node.formerly.contains($0.id) || node.id == $0.id }
      if let kind = was.map(\.kind).min() { kinds.record(node.kind, of: node.id, was: kind) }
    }
    result.judgements += kinds.judgements
    return result
  }

  private func clustered() -> EventClusters {
    let reports = reports()
    var clusters = EventClusters(
      reports, scorer: EventScorer(affiliations: affiliations, nodes: entities.nodes))
    clusters.join(visitOf: visitLookup(reports))
    return clusters
  }

  /// Joins what is of its final kind; `former` has the earlier ids of events that are of another kind now.
  private func joined(
    _ decisions: Decisions, _ edges: inout EdgeDecisions, former: [[Int]: String], _ start: Result
  ) -> Result {
    var result = start
    var clusters = clustered()
    let reports = clusters.reports
    var (drafts, nodes) = assemble(clusters, former: former)
    if !decisions.sameEvent.isEmpty
      || !entities.unresolved.isEmpty && !(decisions.same + decisions.different).isEmpty
    {
      let fresh = EventClusters(self.reports(), scorer: clusters.scorer)
      var deciding = EventDecisions(
        documents: reports.map { set.readings[$0.document].document.id })
      // Some decisions may name what others make of the events.
      for _ in 0..<2 {
        deciding.lookUp(in: nodes, reports: drafts.map(\.reports))
        clusters = fresh
        deciding.apply(decisions, only: entities.unresolved, to: &clusters)
        clusters.join(visitOf: visitLookup(reports))
        (drafts, nodes) = assemble(clusters, former: former)
        if deciding.unresolved.isEmpty, deciding.unresolvedEvents.isEmpty { break }
      }
      result.unresolved = deciding.unresolved
      result.unresolvedEvents = deciding.unresolvedEvents
      result.diagnostics += deciding.diagnostics
      result.judgements += deciding.judgements
    }
    let bare = leaveOut(edges: &edges, &drafts, &nodes)
    var editing = NodeDecisions(decisions)
    let dropped = editing.apply(to: &nodes).union(bare)
    result.unresolvedEdits = editing.unresolved
    result.unresolvedEvents.formUnion(editing.unresolvedEvents)
    result.judgements += editing.judgements
    result.diagnostics += editing.diagnostics
    placeWithinVisits(&clusters, drafts, nodes)
    finish(clusters, drafts, nodes, dropped, &edges, &result)
    return result
  }

  /// Takes the sides that the user left out from the events and from their names, and returns the events without
  /// any side.
  private func leaveOut(
    edges decisions: inout EdgeDecisions, _ drafts: inout [EventDraft], _ nodes: inout [Node]
  ) -> Set<Int> {
    guard !decisions.isEmpty else { return [] }
    let naming = EventNaming(nodes: entities.nodes, affiliations: affiliations)
    var bare: Set<Int> = []
    let all = entities.nodes + nodes
    let edges = zip(drafts, nodes).flatMap { draft, node in self.edges(of: draft, node.id) }
    let left = Set(decisions.apply(to: edges, nodes: all).map(\.id))
    guard left.count < edges.count else { return [] }
    for n in drafts.indices {
      let gone = drafts[n].parts.keys.filter { part in
        !left.contains("\(entities.nodes[part.node].id)--\(part.type.rawValue)--\(nodes[n].id)")
      }
      guard !gone.isEmpty else { continue }
      for part in gone { drafts[n].leaveOut(part) }
      nodes[n].name = naming.name(of: drafts[n])
      if !drafts[n].parts.keys.contains(where: { $0.type.isSide }) { bare.insert(n) }
    }
    return bare
  }

  private func edges(of draft: EventDraft, _ id: String) -> [Edge] {
    draft.parts.map { part, statement in
      statement.edge(part.type, from: entities.nodes[part.node].id, to: id)
    }.sorted { $0.id < $1.id }
  }

  private func visitLookup(_ reports: [EventReport]) -> (EventReport) -> Int? {
    var number: [[Int]: Int] = [:]
    for (r, report) in reports.enumerated() { number[[report.document, report.event]] = r }
    return { report in
      let events = set.readings[report.document].events
      guard let within = events[report.event].within, events.indices.contains(within),
        events[within].kind == .visit
      else { return nil }
      return number[[report.document, within]]
    }
  }

  private func assemble(
    _ clusters: EventClusters, former: [[Int]: String] = [:]
  ) -> (drafts: [EventDraft], nodes: [Node]) {
    let drafts = clusters.events.map {
      EventDraft(
        $0, all: clusters.reports, set: set, entities: entities, affiliations: affiliations)
    }
    let naming = EventNaming(nodes: entities.nodes, affiliations: affiliations)
    let ids = naming.ids(of: drafts, records: records)
    var eventOf: [[Int]: String] = [:]
    for (draft, id) in zip(drafts, ids) {
      for r in draft.reports {
        eventOf[[clusters.reports[r].document, clusters.reports[r].event]] = id
      }
    }
    let nodes = zip(drafts, ids).map { draft, id in
      var node = Node(id: id, kind: draft.kind, name: naming.name(of: draft))
      var detail = draft.detail
      var votes: [String: Int] = [:]
      for r in draft.reports {
        let report = clusters.reports[r]
        guard let within = set.readings[report.document].events[report.event].within,
          let outer = eventOf[[report.document, within]], outer != id
        else { continue }
        votes[outer, default: 0] += 1
      }
      detail.within = Statement.commonest(votes)
      node.event = detail
      if !former.isEmpty {
        let told = draft.reports.map { clusters.reports[$0] }
        node.formerly = Set(told.compactMap { former[[$0.document, $0.event]] })
          .subtracting([id]).sorted()
      }
      return node
    }
    return (drafts, nodes)
  }

  /// What one report says of the visit around an event holds for the reports that tell of both.
  private func placeWithinVisits(
    _ clusters: inout EventClusters, _ drafts: [EventDraft], _ nodes: [Node]
  ) {
    let number = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
    for (n, draft) in drafts.enumerated() {
      guard let outer = nodes[n].event?.within.flatMap({ number[$0] }),
        drafts[outer].kind == .visit
      else { continue }
      clusters.place(draft.reports, within: drafts[outer].reports[0])
    }
  }

  private func finish(
    _ clusters: EventClusters, _ drafts: [EventDraft], _ nodes: [Node], _ dropped: Set<Int>,
    _ decisions: inout EdgeDecisions, _ result: inout Result
  ) {
    var found: [Edge] = []
    let gone = Set(dropped.map { nodes[$0].id })
    var nodeOfRoot: [Int: Int] = [:]
    for (n, draft) in drafts.enumerated() where !dropped.contains(n) {
      nodeOfRoot[clusters.root(draft.reports[0])] = n
      var node = nodes[n]
      if let within = node.event?.within, gone.contains(within) { node.event?.within = nil }
      result.nodes.append(node)
      found += edges(of: draft, node.id)
      result.judgements += judgements(on: draft, id: node.id, clusters)
    }
    for link in clusters.possible() {
      guard let a = nodeOfRoot[clusters.root(link.a)], let b = nodeOfRoot[clusters.root(link.b)]
      else { continue }
      let ends = [nodes[a], nodes[b]].sorted { $0.id < $1.id }
      let reasons = clusters.scorer.weigh(
        clusters.reports[link.a], clusters.reports[link.b], reasons: true
      ).reasons
      found.append(
        Edge(
          type: .mayBeSame, source: ends[0].id, target: ends[1].id, origin: .inferred,
          confidence: Hundredths.round(link.score),
          evidence: ends.compactMap { $0.event?.evidence.first }.sorted()))
      result.judgements.append(
        Judgement(
          a: ends[0].id, b: ends[1].id, verdict: .maybe, score: Hundredths.round(link.score),
          reasons: reasons))
    }
    result.edges = decisions.apply(to: found, nodes: entities.nodes + nodes)
  }

  /// For each report but the first: the surest link to another report of the event.
  private func judgements(
    on draft: EventDraft, id: String, _ clusters: EventClusters
  ) -> [Judgement] {
    draft.reports.dropFirst().compactMap { r in
      guard let link = clusters.bestLink(of: r, in: draft.reports) else { return nil }
      let (own, other) = (clusters.reports[link.a], clusters.reports[link.b])
      let weighing = clusters.scorer.weigh(own, other, reasons: true)
      let partner = set.readings[other.document].document.id
      var reasons = weighing.reasons + ["compared with \(partner)"]
      var score = weighing.score
      let isWeak = weighing.score < EventScorer.same || weighing.isForbidden
      if clusters.isDecided(link) || isWeak && clusters.decided.contains(r) {
        (score, reasons) = (1, [Decisions.reason])
      }
      return Judgement(
        a: "\"\(own.noun)\" in \(set.readings[own.document].document.id)", b: id, verdict: .same,
        score: Hundredths.round(score), reasons: reasons)
    }
  }
}
