import EntenteModel

/// Makes the items of a review from a graph's judgements and edges.
struct Reviewer {
  let graph: Graph
  let node: [String: Node]
  let speakers: Speakers
  /// Edges that the user decided on, by id.
  private let decidedEdges: Set<String>
  /// Pairs of names that the user decided on.
  private let decidedPairs: Set<[String]>

  init(_ graph: Graph) {
    self.graph = graph
    speakers = Speakers(graph.nodes)
    node = Dictionary(graph.nodes.map { ($0.id, $0) }) { first, _ in first }
    let decisions = graph.judgements.filter(\.isDecision)
    decidedEdges = Set(
      decisions.filter(DecisionRecord.isOnEdge).compactMap { judgement in
        judgement.reasons.dropFirst(2).first.map { "\(judgement.a)--\($0)--\(judgement.b)" }
      })
    decidedPairs = Set(
      decisions.filter { DecisionRecord.distinction($0).isEmpty }
        .map { Reviewer.pair($0.plainName, $0.b) })
  }

  private static func pair(_ a: String, _ b: String) -> [String] {
    [NameForm.key(a), NameForm.key(b)].sorted()
  }

  private func isDecided(_ a: String, _ b: String) -> Bool {
    decidedPairs.contains(Reviewer.pair(a, b))
  }

  // MARK: Joins

  /// An item for each judgement that is not the user's.
  var joins: [Review.Item] {
    graph.judgements.filter { !$0.isDecision }.compactMap { judgement in
      guard let b = node[judgement.b] else { return nil }
      if let report = report(judgement) { return joinedReport(judgement, report, b) }
      if let a = node[judgement.a] { return pair(judgement, a, b) }
      return judgement.verdict == .same && b.event == nil ? joinedName(judgement, b) : nil
    }
  }

  /// `"Lâm"` is taken for a person.
  private func joinedName(_ judgement: Judgement, _ node: Node) -> Review.Item? {
    let form = judgement.plainName
    guard !isDecided(form, node.id) else { return nil }
    // A name of several things means all of them: a line with it would decide too much.
    let bearers = graph.nodes.filter { other in
      other.id != node.id && other.event == nil
        && ([other.name] + other.aliases).contains { NameForm.key($0) == NameForm.key(form) }
    }
    let names = DecisionLine.list([node.id, form])
    let choices = [
      Review.Choice(meaning: "one", line: "same: [\(names)]"),
      Review.Choice(meaning: "two", line: "different: [\(names)]"),
    ]
    let also = bearers.prefix(3).map { "“\(form)” is also a name of \($0.id)" }
    let quotes = node.mentions.filter {
      NameForm.key(NameForm.shown($0.text)) == NameForm.key(form)
    }
    return Review.Item(
      matter: .namesJoined, score: judgement.score,
      statement: "“\(form)” is taken for \(node.name) (\(node.id))",
      reasons: judgement.reasons + also, quotations: Array(quotes.prefix(2)),
      choices: bearers.isEmpty ? choices : [])
  }

  /// Two nodes that may be one, or were kept apart.
  private func pair(_ judgement: Judgement, _ a: Node, _ b: Node) -> Review.Item? {
    guard !isDecided(a.id, b.id) else { return nil }
    let isEvent = a.event != nil
    let names = DecisionLine.list([a.id, b.id])
    let one = Review.Choice(
      meaning: isEvent ? "one event" : "one",
      line: isEvent ? "same-event: [\(names)]" : "same: [\(names)]")
    let two = Review.Choice(
      meaning: isEvent ? "two events" : "two", line: "different: [\(names)]")
    let isMaybe = judgement.verdict == .maybe
    let both = "\(a.name) (\(a.id)) and \(b.name) (\(b.id))"
    return Review.Item(
      matter: isEvent ? .maybeOneEvent : isMaybe ? .maybeOne : .namesApart, score: judgement.score,
      statement: isMaybe ? "\(both) may be one" : "\(both) are kept apart",
      reasons: judgement.reasons,
      quotations: [a, b].compactMap { $0.event?.evidence.first ?? $0.mentions.first },
      choices: isMaybe ? [one, two] : [two, one])
  }

  // MARK: Reports

  /// The document behind `"meeting" in 001.txt`.
  private func report(_ judgement: Judgement) -> String? {
    guard judgement.a.hasPrefix("\""), node[judgement.b]?.event != nil else { return nil }
    // A noun or an id may hold anything, so the document is looked for, not cut out.
    return node[judgement.b]?.event?.reports.map(\.document)
      .filter { judgement.a.hasSuffix("\" in \($0)") }.max { $0.utf8.count < $1.utf8.count }
  }

  /// A report that is taken for one of an event.
  private func joinedReport(
    _ judgement: Judgement, _ document: String, _ node: Node
  ) -> Review.Item? {
    guard let event = node.event else { return nil }
    let others = event.reports.map(\.document).filter { $0 != document }
    let compared = judgement.reasons.last.flatMap { reason in
      others.first { reason == "compared with \($0)" }
    }
    guard let partner = compared ?? others.first else { return nil }
    let own = "\(node.id)@\(document)"
    guard !isDecided(own, "\(node.id)@\(partner)") else { return nil }
    let apart = others.map { DecisionLine.list([own, "\(node.id)@\($0)"]) }
    let quotes = [document, partner].compactMap { document in
      event.evidence.first { $0.document == document }
    }
    return Review.Item(
      matter: .reportsJoined, score: judgement.score,
      statement: "\(document) tells of \(node.name) (\(node.id)), as \(partner) does",
      reasons: judgement.reasons, quotations: quotes,
      choices: [
        Review.Choice(
          meaning: "one event",
          line: "same-event: [\(DecisionLine.list([own, "\(node.id)@\(partner)"]))]"),
        Review.Choice(
          meaning: "another event", line: "different: [\(apart.joined(separator: ", "))]"),
      ])
  }

  // MARK: Edges

  /// What only one speaker says, and no outlet in its own voice.
  private func onlySpeaker(_ edge: Edge) -> [String] {
    guard Evidence.speaker(ofAll: edge.evidence) != nil,
      let name = edge.evidence.first.flatMap(speakers.name)
    else { return [] }
    return ["said only by \(name)"]
  }

  /// An item for each edge that an article states.
  var edges: [Review.Item] {
    graph.edges.compactMap { edge in
      guard edge.origin == .text, !edge.evidence.isEmpty, !decidedEdges.contains(edge.id),
        let source = node[edge.source], let target = node[edge.target]
      else { return nil }
      let role = edge.role.map { ", as \($0)" } ?? ""
      let rules = Set(edge.evidence.compactMap(\.rule)).sorted()
      let name = DecisionLine.edge(edge)
      return Review.Item(
        matter: .edge, score: edge.confidence,
        statement:
          "\(source.name) (\(source.id)) \(edge.type.rawValue) \(target.name) (\(target.id))\(role)",
        reasons: (rules.isEmpty ? [] : ["read by: \(rules.joined(separator: ", "))"])
          + onlySpeaker(edge),
        quotations: Array(edge.evidence.prefix(2)),
        choices: [
          Review.Choice(meaning: "right", line: "keep-edge: \(name)"),
          Review.Choice(meaning: "wrong", line: "drop-edge: \(name)"),
        ])
    }
  }
}
