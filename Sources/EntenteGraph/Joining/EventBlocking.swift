import EntenteModel

/// Chooses the pairs of reports that are worth weighing, so that thousands of documents stay
/// near-linear.
///
/// Meetings and agreements meet under a pair of sides, heads standing for their bodies and organs
/// for theirs, visits under a visitor. Within a block reports are in the order of their first
/// possible day; each is compared with those whose days overlap, at most ``reach`` of them.
struct EventBlocking {
  let affiliations: Affiliations
  /// How many later reports of its block one report is compared with.
  static let reach = 192
  private static let sidesUsed = 10
  private static let wideningUsed = 6

  /// Candidate pairs of one kind, by number in `reports`, each once, in order.
  func pairs(of reports: [EventReport], among chosen: [Int]) -> [(Int, Int)] {
    var frequency: [Int: Int] = [:]
    let tokens = chosen.map { self.tokens(of: reports[$0]) }
    for set in tokens { for token in set.sides + set.wider { frequency[token, default: 0] += 1 } }
    var blocks: [Block: [Int]] = [:]
    for (i, number) in chosen.enumerated() {
      for block in blocksOf(reports[number], tokens[i], frequency) {
        blocks[block, default: []].append(number)
      }
    }
    var pairs: Set<Pair> = []
    for members in blocks.values where members.count > 1 { sweep(members, reports, into: &pairs) }
    return pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.map { ($0.a, $0.b) }
  }

  private struct Block: Hashable {
    let a: Int
    let b: Int
  }

  private struct Pair: Hashable {
    let a: Int
    let b: Int
  }

  private func sweep(_ members: [Int], _ reports: [EventReport], into pairs: inout Set<Pair>) {
    // Reports without any day come last and are compared with what stands near them.
    let order = members.sorted {
      (reports[$0].days?.lowerBound ?? .max, $0) < (reports[$1].days?.lowerBound ?? .max, $1)
    }
    let dated = order.count { reports[$0].days != nil }
    for (i, x) in order.enumerated() {
      var left = EventBlocking.reach
      var j = i + 1
      while j < order.count, left > 0 {
        let y = order[j]
        if let a = reports[x].days, let b = reports[y].days, a.upperBound < b.lowerBound {
          // All later days are farther still; what has no day may yet be the same.
          j = max(dated, j + 1)
          continue
        }
        left -= 1
        j += 1
        if reports[x].document != reports[y].document {
          pairs.insert(Pair(a: min(x, y), b: max(x, y)))
        }
      }
    }
  }

  private func tokens(of report: EventReport) -> (sides: [Int], wider: [Int]) {
    var wider: Set<Int> = []
    for side in report.sides {
      wider.formUnion(affiliations.headed[side])
      wider.formUnion(affiliations.bodies(containing: side))
      if report.kind == .visit { wider.formUnion(affiliations.served[side]) }
      // Three ruling parties and three countries are one another's words.
      let isWide = report.camps.count > 2 && report.kind == .meeting
      if isWide || affiliations.kinds[side] == .ministry, let country = affiliations.country[side] {
        wider.insert(country)
      }
    }
    return (report.sides, wider.subtracting(report.sides).sorted())
  }

  private func blocksOf(
    _ report: EventReport, _ tokens: (sides: [Int], wider: [Int]), _ frequency: [Int: Int]
  ) -> [Block] {
    func rarest(_ list: [Int], _ count: Int) -> [Int] {
      Array(
        list.sorted { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }.prefix(count))
    }
    let used =
      rarest(tokens.sides, EventBlocking.sidesUsed)
      + rarest(tokens.wider, EventBlocking.wideningUsed)
    guard report.kind != .visit, report.sides.count > 1 else {
      return used.map { Block(a: $0, b: -1) }
    }
    var blocks: [Block] = []
    for (i, x) in used.enumerated() {
      for y in used[(i + 1)...] {
        // Two names of one camp say who came, not whom they met.
        if report.camps.count > 1, let c = affiliations.country[x], c == affiliations.country[y] {
          continue
        }
        blocks.append(Block(a: min(x, y), b: max(x, y)))
      }
    }
    return blocks
  }
}
