/// Pairs rows with columns one to one, so that the sum of their values is as large as can be.
///
/// The shortest augmenting paths of Jonker and Volgenant, as D. F. Crouse gives them for matrices that are
/// not square: “On implementing 2D rectangular assignment algorithms”, IEEE Transactions on Aerospace and
/// Electronic Systems 52 (2016) 1679–1696. Cubic at worst. Of several best assignments it takes the one that
/// SciPy's `linear_sum_assignment` takes, so that figures made with it can be compared.
package struct Assignment {
  /// Values with their sign changed; no more rows than columns.
  private let costs: [[Double]]
  private var rowPrices: [Double]
  private var columnPrices: [Double]
  /// The partners found so far; -1 for none.
  private var columns: [Int]
  private var rows: [Int]

  /// The pairs, in the order of the rows; those of value 0 are left out.
  ///
  /// - Parameter values: finite numbers from 0, all rows of one length.
  package static func best(_ values: [[Double]]) -> [(row: Int, column: Int)] {
    guard let width = values.first?.count, width > 0 else { return [] }
    let isTall = values.count > width
    let matrix = isTall ? (0..<width).map { column in values.map { $0[column] } } : values
    var assignment = Assignment(matrix)
    for row in matrix.indices { assignment.add(row) }
    let pairs = assignment.columns.enumerated().map { row, column in
      isTall ? (row: column, column: row) : (row: row, column: column)
    }
    return pairs.filter { values[$0.row][$0.column] > 0 }.sorted { $0.row < $1.row }
  }

  private init(_ values: [[Double]]) {
    costs = values.map { $0.map { -$0 } }
    rowPrices = [Double](repeating: 0, count: costs.count)
    columnPrices = [Double](repeating: 0, count: costs[0].count)
    columns = [Int](repeating: -1, count: costs.count)
    rows = [Int](repeating: -1, count: costs[0].count)
  }

  /// Finds a partner for one more row: those with a partner may have to change it.
  private mutating func add(_ row: Int) {
    var path = Path(width: rows.count)
    var last = row
    var sink: Int?
    while sink == nil {
      let column = step(from: last, &path)
      if rows[column] >= 0 { last = rows[column] } else { sink = column }
    }
    rowPrices[row] += path.length
    for i in path.rows where i != row { rowPrices[i] += path.length - path.lengths[columns[i]] }
    for j in path.columns { columnPrices[j] -= path.length - path.lengths[j] }
    while let column = sink {
      let i = path.origins[column]
      rows[column] = i
      sink = i == row ? nil : columns[i]
      columns[i] = column
    }
  }

  /// Looks at all open columns from a row, and goes to the nearest of them.
  private func step(from row: Int, _ path: inout Path) -> Int {
    path.rows.append(row)
    var nearest = 0
    var least = Double.infinity
    for (k, j) in path.open.enumerated() {
      let length = path.length + costs[row][j] - rowPrices[row] - columnPrices[j]
      if length < path.lengths[j] {
        path.lengths[j] = length
        path.origins[j] = row
      }
      // Among equals, a column without a partner ends the search.
      if path.lengths[j] < least || (path.lengths[j] == least && rows[j] < 0) {
        least = path.lengths[j]
        nearest = k
      }
    }
    path.length = least
    let column = path.open[nearest]
    path.open.swapAt(nearest, path.open.count - 1)
    path.open.removeLast()
    path.columns.append(column)
    return column
  }

  /// The search for one row's partner.
  private struct Path {
    /// The shortest way to each column, and the row it comes from.
    var lengths: [Double]
    var origins: [Int]
    /// Columns not reached; from the last to the first, so that equal values pair the first with the first.
    var open: [Int]
    var rows: [Int] = []
    var columns: [Int] = []
    var length = 0.0

    init(width: Int) {
      lengths = [Double](repeating: .infinity, count: width)
      origins = [Int](repeating: -1, count: width)
      open = (0..<width).reversed()
    }
  }
}
