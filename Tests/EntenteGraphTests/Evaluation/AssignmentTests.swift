import EntenteGraph
import Testing

@Suite struct AssignmentTests {
  @Test func `the pairs have the largest sum, as trying all of them shows`() {
    var random = Sequence(state: 1)
    for _ in 0..<500 {
      let (height, width) = (1 + random.next() % 5, 1 + random.next() % 5)
      // Few different values, so that there are ties.
      let values = (0..<height).map { _ in (0..<width).map { _ in Double(random.next() % 4) / 4 } }
      let pairs = Assignment.best(values)
      #expect(Set(pairs.map(\.row)).count == pairs.count)
      #expect(Set(pairs.map(\.column)).count == pairs.count)
      let sum = pairs.reduce(0) { $0 + values[$1.row][$1.column] }
      #expect(sum == largest(values[...], Set(0..<width)), "\(values)")
    }
  }

  @Test(arguments: [
    ([[1, 1], [1, 1]], [[0, 0], [1, 1]]), ([[0, 0], [0, 2]], [[1, 1]]),
    ([[2, 3, 3]], [[0, 1]]), ([[2], [3], [3]], [[1, 0]]),
    // The greedy choice, 9 first, would give 10 only.
    ([[9, 8], [8, 1]], [[0, 1], [1, 0]]),
  ])
  func `ties go to the first, rows stand in order, and worthless pairs are left out`(
    values: [[Double]], pairs: [[Int]]
  ) {
    #expect(Assignment.best(values).map { [$0.row, $0.column] } == pairs)
  }

  @Test func `nothing is paired with nothing`() {
    #expect(Assignment.best([]).isEmpty)
    #expect(Assignment.best([[], []]).isEmpty)
  }

  private func largest(_ rows: ArraySlice<[Double]>, _ open: Set<Int>) -> Double {
    guard let row = rows.first else { return 0 }
    let rest = rows.dropFirst()
    let with = open.map { row[$0] + largest(rest, open.subtracting([$0])) }
    return ([largest(rest, open)] + with).max() ?? 0
  }

  /// Knuth's linear congruential generator: the same numbers on every machine.
  private struct Sequence {
    var state: UInt64

    mutating func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 40)
    }
  }
}
