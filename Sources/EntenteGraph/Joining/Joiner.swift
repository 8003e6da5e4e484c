package import EntenteModel

/// Makes one graph of what the documents say.
///
/// A pure function of the set of readings: neither their order nor the order of anything in them
/// matters, and every list in the result is in canonical order.
package enum Joiner {
  /// The graph, and what the user should hear of: decisions that name nothing, documents of one id.
  package struct Joined: Hashable, Sendable {
    package var graph: Graph
    package var diagnostics: [Diagnostic]
  }

  /// The graph of these readings; see ``joined(_:decisions:)``.
  package static func join(_ readings: [Reading], decisions: Decisions = .none) -> Graph {
    joined(readings, decisions: decisions).graph
  }

  /// The graph of these readings with the user's decisions applied.
  ///
  /// Near-linear in the number of documents: names meet by key and form, events by rare pairs of
  /// sides.
  package static func joined(_ readings: [Reading], decisions: Decisions = .none) -> Joined {
    var set = SourceSet(readings)
    let decisions = decisions.adding(carried: Decisions(carriedBy: set.readings))
    FormSplitting(decisions).apply(to: &set)
    let entities = Entities.join(set.readings, decisions: decisions)
    SpeakerNaming(entities).apply(to: &set)
    var edges = EdgeDecisions(decisions)
    let relations = edges.apply(
      to: RelationJoining.join(set, entities), nodes: entities.nodes)
    let events = EventJoining(set, entities, relations).join(decisions, &edges)

    var graph = Graph(documents: set.readings.map(\.document))
    graph.edges = (relations + events.edges).sorted { $0.id < $1.id }
    let touched = Set(
      graph.edges.filter { $0.origin != .background }.flatMap { [$0.source, $0.target] })
    let places = Set(
      events.nodes.flatMap { node in
        (node.event?.reports.compactMap(\.place) ?? []) + [node.event?.place].compactMap { $0 }
      })
    // What no article names and nothing but background joins has no place in a graph of these
    // articles.
    let entityNodes = entities.nodes.filter {
      !$0.mentions.isEmpty || touched.contains($0.id) || places.contains($0.id)
    }
    graph.nodes = (entityNodes + events.nodes).sorted { $0.id < $1.id }
    let ids = Set(graph.nodes.map(\.id))
    graph.edges.removeAll { !ids.contains($0.source) || !ids.contains($0.target) }
    let own = entities.judgements + edges.judgements + events.judgements
    graph.judgements = judgements(
      renewed(carried(set.readings, entities), by: own, in: graph), own)
    return Joined(
      graph: graph,
      diagnostics: set.diagnostics + entities.diagnostics + events.diagnostics
        + UnknownNames(decisions, entities, events, graph).diagnostics + edges.diagnostics(graph))
  }

  /// The readers' judgements, with keys made ids.
  private static func carried(_ readings: [Reading], _ entities: Entities) -> [Judgement] {
    var all: [Judgement] = []
    for (d, reading) in readings.enumerated() where !reading.judgements.isEmpty {
      var numbers: [String: Int] = [:]
      for (e, entity) in reading.entities.enumerated() where numbers[entity.key] == nil {
        numbers[entity.key] = e
      }
      for var judgement in reading.judgements {
        judgement.a = NameForm.shown(judgement.a)
        judgement.score = Hundredths.round(judgement.score)
        if let e = numbers[judgement.b] {
          guard let n = entities.node(d, e) else { continue }
          judgement.b = entities.nodes[n].id
        }
        all.append(judgement)
      }
    }
    return all
  }

  /// Without decisions on what `own` tells of too: those were applied again, or others were.
  private static func renewed(
    _ carried: [Judgement], by own: [Judgement], in graph: Graph
  ) -> [Judgement] {
    guard carried.contains(where: \.isDecision) else { return carried }
    var current: [String: String] = [:]
    for node in graph.nodes { for id in node.formerly { current[id] = node.id } }
    func thing(_ judgement: Judgement) -> [String]? {
      let what = DecisionRecord.distinction(judgement)
      guard !what.isEmpty else { return nil }
      let ends = what.hasPrefix("edge ") ? [judgement.a, judgement.b] : [judgement.b]
      return [what] + ends.map { current[$0] ?? $0 }
    }
    let known = Set(own.compactMap(thing))
    return carried.filter { judgement in thing(judgement).map { !known.contains($0) } ?? true }
  }

  /// One judgement for each pair and verdict: the user's before a reader's before joining's, then
  /// the surest.
  private static func judgements(_ carried: [Judgement], _ own: [Judgement]) -> [Judgement] {
    struct Key: Hashable {
      let a: String
      let b: String
      let verdict: Judgement.Verdict
      let decision: String
    }
    func rank(_ judgement: Judgement, _ isOwn: Bool) -> (Int, Int, String) {
      (
        judgement.reasons.first == Decisions.reason ? 0 : isOwn ? 2 : 1,
        -Hundredths.count(judgement.score), judgement.reasons.joined(separator: "\n")
      )
    }
    var best: [Key: (rank: (Int, Int, String), judgement: Judgement)] = [:]
    for (list, isOwn) in [(carried, false), (own, true)] {
      for judgement in list {
        let key = Key(
          a: judgement.a, b: judgement.b, verdict: judgement.verdict,
          decision: DecisionRecord.distinction(judgement))
        let rank = rank(judgement, isOwn)
        if best[key].map({ rank < $0.rank }) ?? true { best[key] = (rank, judgement) }
      }
    }
    return best.values.map(\.judgement).sorted()
  }
}
