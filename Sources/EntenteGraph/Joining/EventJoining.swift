import EntenteModel

/// Joins events across documents into nodes with their edges.
struct EventJoining {
  let set: SourceSet
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
  func join(_ decisions: Decisions) -> Result {
    let reports = reports()
    let scorer = EventScorer(affiliations: affiliations, nodes: entities.nodes)
    var clusters = EventClusters(reports, scorer: scorer)
    clusters.join(visitOf: visitLookup(reports))
    var (drafts, nodes) = assemble(clusters)
    var result = Result()
    if !entities.unresolved.isEmpty, !(decisions.same + decisions.different).isEmpty {
      var deciding = EventDecisions(
        events: drafts.map(\.reports), nodes: nodes,
        documents: reports.map { set.readings[$0.document].document.id })
      var decided = EventClusters(reports, scorer: scorer)
      deciding.apply(decisions, only: entities.unresolved, to: &decided)
      result.unresolved = deciding.unresolved
      result.judgements += deciding.judgements
      decided.join(visitOf: visitLookup(reports))
      clusters = decided
      (drafts, nodes) = assemble(clusters)
    }
    var editing = NodeDecisions(decisions)
    let dropped = editing.apply(to: &nodes)
    result.unresolvedEdits = editing.unresolved
    result.judgements += editing.judgements
    placeWithinVisits(&clusters, drafts, nodes)
    finish(clusters, drafts, nodes, dropped, &result)
    return result
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

  private func assemble(_ clusters: EventClusters) -> (drafts: [EventDraft], nodes: [Node]) {
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
    _ result: inout Result
  ) {
    let gone = Set(dropped.map { nodes[$0].id })
    var nodeOfRoot: [Int: Int] = [:]
    for (n, draft) in drafts.enumerated() where !dropped.contains(n) {
      nodeOfRoot[clusters.root(draft.reports[0])] = n
      var node = nodes[n]
      if let within = node.event?.within, gone.contains(within) { node.event?.within = nil }
      result.nodes.append(node)
      result.edges += draft.parts.map { part, statement in
        statement.edge(part.type, from: entities.nodes[part.node].id, to: node.id)
      }
      result.judgements += judgements(on: draft, id: node.id, clusters)
    }
    for link in clusters.possible() {
      guard let a = nodeOfRoot[clusters.root(link.a)], let b = nodeOfRoot[clusters.root(link.b)]
      else { continue }
      let ends = [nodes[a], nodes[b]].sorted { $0.id < $1.id }
      let reasons = clusters.scorer.weigh(
        clusters.reports[link.a], clusters.reports[link.b], reasons: true
      ).reasons
      result.edges.append(
        Edge(
          type: .mayBeSame, source: ends[0].id, target: ends[1].id, origin: .inferred,
          confidence: Hundredths.round(link.score),
          evidence: ends.compactMap { $0.event?.evidence.first }.sorted()))
      result.judgements.append(
        Judgement(
          a: ends[0].id, b: ends[1].id, verdict: .maybe, score: Hundredths.round(link.score),
          reasons: reasons))
    }
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
      if clusters.decided.contains(r), weighing.score < EventScorer.same || weighing.isForbidden {
        (score, reasons) = (1, [Decisions.reason])
      }
      return Judgement(
        a: "\"\(own.noun)\" in \(set.readings[own.document].document.id)", b: id, verdict: .same,
        score: Hundredths.round(score), reasons: reasons)
    }
  }
}
