import EntenteModel

/// Joins reports into events: the surest pair first, and never so that a contradiction comes into
/// one event.
struct EventClusters {
  private(set) var reports: [EventReport]
  let scorer: EventScorer
  private var parent: [Int]
  private var members: [[Int]]
  /// For each event one report of each shape in it: two reports of one shape contradict the same
  /// others.
  private var shapes: [[Int]]
  private let shapeOf: [Int]
  private var documents: [Set<Int>]
  /// Pairs that the user decided on, by report.
  private var apart: Set<[Int]> = []
  private var links: [Link] = []
  /// Reports joined by the user, with their decision's partners.
  private(set) var decided: Set<Int> = []
  private var decidedPairs: Set<[Int]> = []

  /// Two reports and how surely they are one.
  struct Link {
    let a: Int
    let b: Int
    let score: Double
  }

  /// An event told by hundreds of documents is explained by its first few dozen.
  private static let compared = 32

  init(_ reports: [EventReport], scorer: EventScorer) {
    self.reports = reports
    self.scorer = scorer
    parent = Array(reports.indices)
    members = reports.indices.map { [$0] }
    shapes = members
    documents = reports.map { [$0.document] }
    var number: [EventReport.Shape: Int] = [:]
    var shapeOf: [Int] = []
    for report in reports {
      let known = number[report.shape] ?? number.count
      number[report.shape] = known
      shapeOf.append(known)
    }
    self.shapeOf = shapeOf
  }

  /// The event of a report, by its least report's number.
  func root(_ report: Int) -> Int {
    var r = report
    while parent[r] != r { r = parent[r] }
    return r
  }

  /// The reports of each event, in order.
  var events: [[Int]] {
    parent.indices.filter { parent[$0] == $0 }.map { members[$0].sorted() }
  }

  /// Keeps two events apart for good.
  mutating func part(_ a: [Int], _ b: [Int]) {
    for x in a { for y in b where x != y { apart.insert([min(x, y), max(x, y)]) } }
  }

  /// Makes reports one event because the user says so; false where some of them are parted.
  mutating func unite(_ list: [Int]) -> Bool {
    var isWhole = true
    for other in list.dropFirst() where root(other) != root(list[0]) {
      guard !isParted(list[0], other) else {
        isWhole = false
        continue
      }
      decided.formUnion([list[0], other])
      decidedPairs.insert([min(list[0], other), max(list[0], other)])
      merge(root(list[0]), root(other))
    }
    return isWhole
  }

  /// True where the user said that these two reports are of one event.
  func isDecided(_ link: Link) -> Bool {
    decidedPairs.contains([min(link.a, link.b), max(link.a, link.b)])
  }

  /// Joins visits, then meetings and agreements, which know by then what visit they belong to.
  mutating func join(visitOf: (EventReport) -> Int?) {
    let blocking = EventBlocking(affiliations: scorer.affiliations)
    let visits = reports.indices.filter { reports[$0].kind == .visit }
    join(visits, blocking)
    for r in reports.indices where reports[r].kind != .visit {
      reports[r].visit = visitOf(reports[r]).map { root($0) }
    }
    var others: [Kind: [Int]] = [:]
    for r in reports.indices where reports[r].kind != .visit {
      others[reports[r].kind, default: []].append(r)
    }
    for kind in others.keys.sorted() { join(others[kind] ?? [], blocking) }
  }

  private mutating func join(_ chosen: [Int], _ blocking: EventBlocking) {
    var found: [Link] = []
    for (a, b) in blocking.pairs(of: reports, among: chosen) {
      let weighing = scorer.weigh(reports[a], reports[b])
      guard !weighing.isForbidden, weighing.score >= EventScorer.maybe else { continue }
      found.append(Link(a: a, b: b, score: weighing.score))
    }
    found.sort { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
    for link in found where link.score >= EventScorer.same {
      let (x, y) = (root(link.a), root(link.b))
      if x != y, mayMerge(x, y) { merge(x, y) }
    }
    links += found
  }

  private mutating func merge(_ a: Int, _ b: Int) {
    let (x, y) = (min(a, b), max(a, b))
    parent[y] = x
    members[x] += members[y]
    members[y] = []
    documents[x].formUnion(documents[y])
    for r in shapes[y] where !shapes[x].contains(where: { shapeOf[$0] == shapeOf[r] }) {
      shapes[x].append(r)
    }
    shapes[x].sort()
    shapes[y] = []
    documents[y] = []
  }

  private func isParted(_ a: Int, _ b: Int) -> Bool {
    guard !apart.isEmpty else { return false }
    return members[root(a)].contains { x in
      members[root(b)].contains { apart.contains([min(x, $0), max(x, $0)]) }
    }
  }

  /// True where no two reports of the two events contradict each other.
  private func mayMerge(_ a: Int, _ b: Int) -> Bool {
    guard !isParted(a, b), documents[a].isDisjoint(with: documents[b]) else { return false }
    return shapes[a].allSatisfy { x in
      shapes[b].allSatisfy { y in
        let weighing = scorer.weigh(reports[x], reports[y])
        return !weighing.isForbidden && weighing.score >= EventScorer.apart
      }
    }
  }

  /// Tells reports that their event is part of a visit, where their own document tells of that
  /// visit.
  mutating func place(_ list: [Int], within visit: Int) {
    let telling = Set(members[root(visit)].map { reports[$0].document })
    for r in list where telling.contains(reports[r].document) { reports[r].visit = root(visit) }
  }

  /// The surest link of a report to one of the first reports of its event, or nil for a lone
  /// report.
  func bestLink(of report: Int, in event: [Int]) -> Link? {
    var best: Link?
    for other in event.prefix(EventClusters.compared) where other != report {
      let weighing = scorer.weigh(reports[report], reports[other])
      let score = weighing.isForbidden ? 0 : weighing.score
      if best.map({ score > $0.score }) ?? true { best = Link(a: report, b: other, score: score) }
    }
    return best
  }

  /// Pairs of events that may be one: the surest link of each pair, at most three for an event.
  func possible() -> [Link] {
    var best: [[Int]: Link] = [:]
    for link in links {
      let (x, y) = (root(link.a), root(link.b))
      guard x != y, !sharesDocument(x, y), !isParted(x, y) else { continue }
      let key = [min(x, y), max(x, y)]
      if best[key].map({ $0.score < link.score }) ?? true { best[key] = link }
    }
    var count: [Int: Int] = [:]
    return best.values.sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }.filter { link in
      let ends = [root(link.a), root(link.b)]
      guard ends.allSatisfy({ (count[$0] ?? 0) < 3 }), !contradict(ends[0], ends[1]) else {
        return false
      }
      for end in ends { count[end, default: 0] += 1 }
      return true
    }
  }

  private func contradict(_ a: Int, _ b: Int) -> Bool {
    shapes[a].contains { x in
      shapes[b].contains { scorer.weigh(reports[x], reports[$0]).isForbidden }
    }
  }

  private func sharesDocument(_ a: Int, _ b: Int) -> Bool {
    !documents[a].isDisjoint(with: documents[b])
  }
}
