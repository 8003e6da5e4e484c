import EntenteModel

/// Weighs whether two reports tell of one event.
///
/// The weights are set so that each rule can be read: equal sides alone come near `same`, and one
/// circumstance (a day, a place, a telling noun, the enclosing visit) decides.
struct EventScorer {
  let affiliations: Affiliations
  let nodes: [Node]

  /// From here two reports are one event.
  static let same = 0.62
  /// From here they may be one.
  static let maybe = 0.5
  /// Below this two reports may not come into one event through a third.
  static let apart = 0.25

  /// What two reports say for and against being one event.
  struct Weighing {
    var score = 0.0
    /// True where they contradict each other, whatever speaks for them.
    var isForbidden = false
    var reasons: [String] = []

    mutating func add(_ points: Double, _ reason: @autoclosure () -> String? = nil) {
      score += points
      if wantsReasons, let text = reason() { reasons.append(text) }
    }

    fileprivate let wantsReasons: Bool
    fileprivate init(wantsReasons: Bool) { self.wantsReasons = wantsReasons }
  }

  /// The weighing of two reports of one kind; reasons only where asked for, since they cost
  /// strings.
  func weigh(_ a: EventReport, _ b: EventReport, reasons: Bool = false) -> Weighing {
    var weighing = Weighing(wantsReasons: reasons)
    guard a.kind == b.kind, !contradict(a, b) else {
      weighing.isForbidden = true
      return weighing
    }
    switch a.kind {
    case .agreement: weighSides(ofAgreements: a, b, &weighing)
    case .visit: weighSides(ofVisits: a, b, &weighing)
    default: weighSides(ofMeetings: a, b, &weighing)
    }
    guard !weighing.isForbidden else { return weighing }
    weighCircumstances(a, b, &weighing)
    // Rounded, so that the order of additions can't tip a pair over a threshold.
    weighing.score = Double(Int(min(max(weighing.score, 0), 0.99) * 10_000 + 0.5)) / 10_000
    return weighing
  }

  /// Dates that exclude each other, one document, or places in different countries or provinces.
  private func contradict(_ a: EventReport, _ b: EventReport) -> Bool {
    if a.document == b.document { return true }
    if a.isDated, b.isDated, let x = a.days, let y = b.days, !x.overlaps(y) { return true }
    guard let p = a.place, let q = b.place, p != q else { return false }
    let (x, y) = (affiliations.areas(of: p), affiliations.areas(of: q))
    if x.contains(q) || y.contains(p) { return false }
    // Whom one visits may be told as a body or as a country; where they lie in one country that is
    // no conflict.
    if let c = affiliations.country[p], let d = affiliations.country[q], c != d { return true }
    return affiliations.kinds[p] == .province && affiliations.kinds[q] == .province
  }

  private func weighCircumstances(_ a: EventReport, _ b: EventReport, _ w: inout Weighing) {
    if a.isSameDay(as: b) {
      w.add(0.2, "the same day, \(a.date.map(\.description) ?? "")")
    } else if let x = a.days, let y = b.days {
      if !x.overlaps(y) {
        w.add(-0.35, "reported too far apart")
      } else if a.isDated, b.isDated {
        w.add(0.05, "dates that agree")
      } else if let p = a.published, let q = b.published, abs(p - q) <= 3 {
        w.add(0.08, "reported in the same days")
      }
    }
    let nouns = Nouns.agreement(a.noun, b.noun)
    // The same title is worth more for papers: two parties sign many in one day.
    w.add(a.kind == .agreement ? paperPoints(a.noun, b.noun) : nouns.points, nouns.reason)
    if a.kind != .visit { weighPlaces(a, b, &w) }
    if let visit = a.visit, visit == b.visit { w.add(0.15, "both part of one visit") }
  }

  private func paperPoints(_ a: String, _ b: String) -> Double {
    a == b ? 0.25 : Nouns.agree(a, b) ? 0.12 : -0.1
  }

  private func weighPlaces(_ a: EventReport, _ b: EventReport, _ w: inout Weighing) {
    guard let p = a.place, let q = b.place else { return }
    if p == q {
      let isCountry = affiliations.kinds[p] == .country
      w.add(isCountry ? 0.04 : 0.08, isCountry ? nil : "the same place, \(nodes[p].name)")
    } else if affiliations.areas(of: p).contains(q) || affiliations.areas(of: q).contains(p) {
      w.add(0.04)
    } else {
      w.add(-0.1, "\(nodes[p].name) against \(nodes[q].name)")
    }
  }

  private func weighSides(
    ofAgreements a: EventReport, _ b: EventReport, _ w: inout Weighing
  ) {
    let least = min(leastCover(of: a.sides, by: b.sides), leastCover(of: b.sides, by: a.sides))
    guard least > 0 else {
      w.isForbidden = true
      return
    }
    w.add(
      0.5 * least, least == 1 ? "equal sides: \(names(a.sides))" : "sides that stand for each other"
    )
  }

  private func leastCover(of sides: [Int], by others: [Int]) -> Double {
    sides.map { x in others.map { kinshipOfSigners(x, $0) }.max() ?? 0 }.min() ?? 0
  }

  /// An organ for its body, a head for the body and a ministry for its country; a province is no
  /// organ.
  private func kinshipOfSigners(_ x: Int, _ y: Int) -> Double {
    if x == y { return 1 }
    for (a, b) in [(x, y), (y, x)] {
      if affiliations.bodies(containing: a).contains(b) { return 0.8 }
      if affiliations.headed[a].contains(b) { return 0.8 }
      if affiliations.kinds[a] == .ministry, affiliations.country[a] == b { return 0.6 }
    }
    return 0
  }

  private func weighSides(ofVisits a: EventReport, _ b: EventReport, _ w: inout Weighing) {
    var best = 0.0
    for x in a.sides {
      for y in b.sides { best = max(best, affiliations.kinship(x, y)) }
    }
    guard best >= 0.5 else {
      w.isForbidden = true
      return
    }
    let common = a.sides.filter(b.sides.contains)
    w.add(
      0.45 * best, common.isEmpty ? "visitors of one body" : "the same visitor, \(names(common))")
    guard let p = a.place, let q = b.place else {
      w.add(0.1)
      return
    }
    let (x, y) = (affiliations.areas(of: p), affiliations.areas(of: q))
    guard p == q || x.contains(q) || y.contains(p) else {
      w.isForbidden = true
      return
    }
    w.add(
      p == q ? 0.25 : 0.22,
      p == q ? "the same destination, \(nodes[p].name)" : "one destination in the other")
  }

  func names(_ list: [Int]) -> String { list.map { nodes[$0].name }.joined(separator: ", ") }
}
