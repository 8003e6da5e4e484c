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
    let set = SourceSet(readings)
    let decisions = decisions.adding(Decisions(carriedBy: set.readings))
    let entities = Entities.join(set.readings, decisions: decisions)
    let relations = RelationJoining.join(set, entities)
    let events = EventJoining(set, entities, relations).join(decisions)

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
    graph.judgements = judgements(
      carried(set.readings, entities), entities.judgements + events.judgements)
    return Joined(
      graph: graph,
      diagnostics: set.diagnostics + entities.diagnostics + events.diagnostics
        + unknownNames(entities, events, graph))
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

  /// One judgement for each pair and verdict: the user's before a reader's before joining's, then
  /// the surest.
  private static func judgements(_ carried: [Judgement], _ own: [Judgement]) -> [Judgement] {
    struct Key: Hashable {
      let a: String
      let b: String
      let verdict: Judgement.Verdict
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
        let key = Key(a: judgement.a, b: judgement.b, verdict: judgement.verdict)
        let rank = rank(judgement, isOwn)
        if best[key].map({ rank < $0.rank }) ?? true { best[key] = (rank, judgement) }
      }
    }
    return best.values.map(\.judgement).sorted()
  }

  private static func unknownNames(
    _ entities: Entities, _ events: EventJoining.Result, _ graph: Graph
  ) -> [Diagnostic] {
    let inJoins = events.unresolved.intersection(entities.unresolved)
    let inEdits = events.unresolvedEdits.intersection(entities.unresolvedEdits)
    return inJoins.union(inEdits).sorted().map { name in
      Diagnostic(
        .warning, code: "decisions.unknown-name", "Nothing in these articles is called “\(name)”.",
        hint: Resemblance.hint(
          for: name, among: graph.nodes.flatMap { [$0.id, $0.name] + $0.aliases }))
    }
  }
}

extension Decisions {
  /// The decisions that earlier graphs, now among the sources, were made with.
  init(carriedBy readings: [Reading]) {
    self.init()
    for judgement in Set(readings.flatMap(\.judgements)).sorted()
    where judgement.reasons.first == Decisions.reason {
      var a = judgement.a
      if a.utf8.count > 2, a.hasPrefix("\""), a.hasSuffix("\"") {
        a = String(a.dropFirst().dropLast())
      }
      switch (judgement.verdict, judgement.reasons.dropFirst().first) {
      case (.same, "renamed"): rename.append(Rename(from: judgement.b, to: a))
      case (.different, "left out"): drop.append(judgement.b)
      case (.same, _): same.append([judgement.b, a])
      case (.different, _): different.append([a, judgement.b])
      case (.maybe, _): continue
      }
    }
  }
}
