import EntenteModel

/// A decision as a judgement, so that the graph says what was decided, and goes on to decide it where it is a source.
///
/// The second reason tells which decision it is; what an article says otherwise follows behind `was`.
enum DecisionRecord {
  static let renamed = "renamed"
  static let leftOut = "left out"
  static let oneEvent = "one event"
  static let edgeLeftOut = "edge left out"
  static let edgeKept = "edge kept"
  static let status = "status"
  static let date = "date"
  static let kind = "kind"

  /// Decisions on a thing or an edge, of which there is one for each; not on pairs of names.
  static let onOne: Set<String> = [renamed, leftOut, edgeLeftOut, edgeKept, status, date, kind]

  /// That a node has another value than was found.
  static func change(
    _ word: String, _ value: String, of id: String, was: String
  ) -> Judgement {
    Judgement(
      a: "\"\(value)\"", b: id, verdict: .same, score: 1,
      reasons: [Decisions.reason, word, "was \(was)"])
  }

  /// That an edge is left out or kept, with what was found: its confidence, and the documents that say it.
  static func edge(_ edge: Edge, isKept: Bool) -> Judgement {
    var reasons = [
      Decisions.reason, isKept ? edgeKept : edgeLeftOut, edge.type.rawValue,
      "was \(percent(edge.confidence))",
    ]
    if !isKept { reasons += Set(edge.evidence.map(\.document)).sorted() }
    return Judgement(
      a: edge.source, b: edge.target, verdict: isKept ? .same : .different, score: 1,
      reasons: reasons)
  }

  /// `85 %`
  static func percent(_ share: Double) -> String { "\(Hundredths.count(share)) %" }

  /// What decides which judgement of one pair stays: two decisions on one thing are two judgements.
  static func distinction(_ judgement: Judgement) -> String {
    guard let word = word(of: judgement), onOne.contains(word) else { return "" }
    return word == edgeLeftOut || word == edgeKept
      ? "edge " + (judgement.reasons.dropFirst(2).first ?? "") : word
  }

  /// True where a judgement is on an edge: its ends stand under `a` and `b`.
  static func isOnEdge(_ judgement: Judgement) -> Bool {
    let word = word(of: judgement)
    return word == edgeLeftOut || word == edgeKept
  }

  /// Which decision a judgement is; nil for a judgement that is none.
  static func word(of judgement: Judgement) -> String? {
    guard judgement.reasons.first == Decisions.reason else { return nil }
    return judgement.reasons.count > 1 ? judgement.reasons[1] : ""
  }
}

extension Judgement {
  /// True where the user decided.
  var isDecision: Bool { reasons.first == Decisions.reason }

  /// The name in quotation marks, or the id.
  var plainName: String {
    guard a.utf8.count > 2, a.hasPrefix("\""), a.hasSuffix("\"") else { return a }
    return String(a.dropFirst().dropLast())
  }

  /// What was found before the decision, behind `was`.
  var found: String? {
    reasons.lazy.dropFirst(2).first { $0.hasPrefix("was ") }.map { String($0.dropFirst(4)) }
  }

  /// The confidence of an edge before the decision.
  var foundConfidence: Double? {
    found.flatMap { $0.hasSuffix(" %") ? Double($0.dropLast(2)) : nil }.map { $0 / 100 }
  }
}

extension Decisions {
  /// The decisions that earlier graphs, now among the sources, were made with.
  init(carriedBy readings: [Reading]) {
    self.init()
    for judgement in Set(readings.flatMap(\.judgements)).sorted() { add(judgement) }
  }

  private mutating func add(_ judgement: Judgement) {
    let (a, b) = (judgement.plainName, judgement.b)
    switch (DecisionRecord.word(of: judgement), judgement.verdict) {
    case (nil, _), (_, .maybe): return
    case (DecisionRecord.renamed, _): rename.append(Rename(from: b, to: a))
    case (DecisionRecord.leftOut, _): drop.append(b)
    case (DecisionRecord.status, _): Status(rawValue: a).map { status.append(Change(b, $0)) }
    case (DecisionRecord.date, _): Days(a).map { date.append(Change(b, $0)) }
    case (DecisionRecord.kind, _): kind.append(Change(b, Kind(a)))
    case (DecisionRecord.edgeLeftOut, _): dropEdge.append(edge(judgement))
    case (DecisionRecord.edgeKept, _): keepEdge.append(edge(judgement))
    case (DecisionRecord.oneEvent, _): sameEvent.append([b, a])
    // What a report became by a decision: the decision itself stands beside it.
    case (_, .same) where a.hasPrefix("\""): return
    case (_, .same): same.append([b, a])
    case (_, .different): different.append([a, b])
    }
  }

  private func edge(_ judgement: Judgement) -> EdgeName {
    EdgeName(
      from: judgement.a, type: judgement.reasons.dropFirst(2).first.map { EdgeType($0) },
      to: judgement.b)
  }
}
