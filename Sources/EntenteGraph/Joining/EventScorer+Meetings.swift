import EntenteModel

extension EventScorer {
  /// Who meets whom: shared sides, sides that stand for each other, and countries that only one
  /// report has.
  func weighSides(ofMeetings a: EventReport, _ b: EventReport, _ w: inout Weighing) {
    guard !a.sides.isEmpty, !b.sides.isEmpty else {
      w.isForbidden = true
      return
    }
    let (x, y) = (cover(of: a.sides, by: b.sides), cover(of: b.sides, by: a.sides))
    // A report may name only the heads of delegations: the better covered list counts for more.
    w.add(0.55 * (0.7 * max(x, y) + 0.3 * min(x, y)))
    let common = a.sides.filter(b.sides.contains)
    let camps = Set(common.compactMap { affiliations.country[$0] })
    let standing = a.sides.contains { x in
      !b.sides.contains(x) && b.sides.contains { affiliations.kinship(x, $0) >= 0.6 }
    }
    if !common.isEmpty {
      let isShared = common.count > 1 && camps.count != 1
      let isWhole = common.count == a.sides.count && common.count == b.sides.count
      w.add(
        !isShared ? 0 : common.count == 2 ? 0.1 : isWhole ? 0.2 : 0.15,
        "both with \(names(common))")
    }
    if standing { w.add(0, "other sides stand for each other") }
    weighCamps(a, b, &w)
    if min(a.sides.count, b.sides.count) == 1, max(a.sides.count, b.sides.count) > 1 {
      w.add(-0.15, "one report names one side only")
    }
  }

  private func weighCamps(_ a: EventReport, _ b: EventReport, _ w: inout Weighing) {
    guard !a.camps.isEmpty, !b.camps.isEmpty else { return }
    let (x, y) = (Set(a.camps), Set(b.camps))
    if x == y {
      if x.count > 2 { w.add(0.25, "the same \(x.count) countries: \(names(a.camps))") }
      return
    }
    let lone = x.symmetricDifference(y)
    let nested = x.isSubset(of: y) || y.isSubset(of: x)
    let points = !nested ? -0.25 : min(x.count, y.count) > 1 ? -0.2 : -0.05
    w.add(points * Double(lone.count), "only one report names \(names(lone.sorted()))")
  }

  private func cover(of sides: [Int], by others: [Int]) -> Double {
    let sum = sides.reduce(0.0) { sum, x in
      sum + (others.map { affiliations.kinship(x, $0) }.max() ?? 0)
    }
    return sum / Double(sides.count)
  }
}
