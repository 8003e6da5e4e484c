import EntenteModel

/// What several documents say of one edge, on its way to becoming that edge.
struct Statement {
  private var roles: [String: Int] = [:]
  private var quietRoles: [String: Int] = [:]
  private var origin: Origin?
  /// The best confidence of each independent source, for statements from texts.
  private var sources: [String: Double] = [:]
  private var quietConfidence = 0.0
  private var evidence: Set<Evidence> = []

  /// Adds one document's word; near copies share a `source`, so that they count once.
  mutating func add(
    role: String?, origin: Origin, confidence: Double, evidence: [Evidence], source: String
  ) {
    let role = role.map { NameForm.shown($0) }
    if origin == .text {
      if let role { roles[role, default: 0] += 1 }
      sources[source] = max(sources[source] ?? 0, confidence)
    } else {
      if let role { quietRoles[role, default: 0] += 1 }
      quietConfidence = max(quietConfidence, confidence)
    }
    self.origin = [self.origin, origin].compactMap { $0 }.min { rank($0) < rank($1) }
    self.evidence.formUnion(evidence)
  }

  /// The edge: the strongest origin; the most frequent role, then the longest; all the evidence in
  /// order.
  ///
  /// Independent texts multiply their doubts: 1-(1-a)(1-b)…, at most 0.99. What is not from a text
  /// keeps the best.
  func edge(_ type: EdgeType, from source: String, to target: String) -> Edge {
    let isText = origin == .text
    let doubt = sources.values.sorted().reduce(1.0) { $0 * (1 - min(max($1, 0), 1)) }
    let confidence = isText ? min(1 - doubt, 0.99) : quietConfidence
    return Edge(
      type: type, source: source, target: target,
      role: Statement.commonest(roles) ?? Statement.commonest(quietRoles),
      origin: origin ?? .inferred, confidence: Hundredths.round(confidence),
      evidence: evidence.sorted())
  }

  /// The most frequent, then the longest, then by bytes.
  static func commonest(_ votes: [String: Int]) -> String? {
    votes.max { a, b in
      (a.value, a.key.utf8.count, b.key) < (b.value, b.key.utf8.count, a.key)
    }?.key
  }

  private func rank(_ origin: Origin) -> Int {
    switch origin {
    case .text: 0
    case .user: 1
    case .inferred: 2
    case .background: 3
    }
  }
}

/// Numbers with two decimals, as they stand in a graph.
enum Hundredths {
  /// The nearest hundredth in 0…1; 0 for what is no number.
  static func round(_ value: Double) -> Double { Double(count(value)) / 100 }

  /// How many hundredths.
  static func count(_ value: Double) -> Int {
    guard value.isFinite else { return 0 }
    return Int(min(max(value, 0), 1) * 100 + 0.5)
  }
}
