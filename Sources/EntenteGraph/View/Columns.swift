/// Heights for three columns of boxes: each column in its order, each box as near as can be to
/// those it is joined to.
struct Columns {
  struct Item {
    /// Of the box, in points.
    var height: Double
    /// Room above the box that moves with it: a bank's name.
    var above: Double = 0
    /// Least room to the item before.
    var gap: Double
    /// Where the middle was in an earlier picture and should be again.
    var anchor: Double?
    /// The middle of the box, the result.
    var middle: Double = 0
  }

  struct Place: Hashable {
    var column: Int
    var item: Int
  }

  var items: [[Item]]
  /// Pairs of boxes that a line joins.
  var links: [(a: Place, b: Place)]

  /// The room that a column needs at least.
  func least(_ column: Int) -> Double {
    items[column].enumerated().reduce(0) { total, entry in
      total + entry.element.height + entry.element.above
        + (entry.offset == 0 ? 0 : entry.element.gap)
    }
  }

  /// Places all boxes between 0 and the height returned.
  ///
  /// Column after column is fitted to the others: a weighted isotonic regression (pool adjacent
  /// violators), which keeps the order and the gaps exactly.
  mutating func solve() -> Double {
    // What was far down before has to find the room there again.
    let kept = items.joined().compactMap { item in item.anchor.map { $0 + item.height / 2 } }.max()
    let height = max(items.indices.map(least).max() ?? 0, kept ?? 0)
    let stacks = items.indices.map(stacked)
    for column in items.indices {
      for (i, middle) in stacks[column].middles.enumerated() { items[column][i].middle = middle }
    }
    var near = items.map { [[Place]](repeating: [], count: $0.count) }
    for link in links {
      near[link.a.column][link.a.item].append(link.b)
      near[link.b.column][link.b.item].append(link.a)
    }
    for _ in 0..<60 {
      var moved = false
      for column in [1, 0, 2, 1] where column < items.count {
        if fit(column, near[column], stacks[column], height) { moved = true }
      }
      if !moved { break }
    }
    return height
  }

  /// The middles of a column's boxes where nothing pulls them down, and the room that they take.
  private func stacked(_ column: Int) -> (middles: [Double], height: Double) {
    var middles: [Double] = []
    var y = 0.0
    for (i, item) in items[column].enumerated() {
      y += (i > 0 ? item.gap : 0) + item.above
      middles.append(y + item.height / 2)
      y += item.height
    }
    return (middles, y)
  }

  /// Fits one column; true if a box has moved.
  private mutating func fit(
    _ column: Int, _ near: [[Place]], _ stack: (middles: [Double], height: Double),
    _ height: Double
  ) -> Bool {
    let count = items[column].count
    let offset = stack.middles
    let slack = max(0, height - stack.height)
    var blocks: [(mean: Double, weight: Double, count: Int)] = []
    for i in 0..<count {
      let sum = near[i].reduce(0) { $0 + items[$1.column][$1.item].middle }
      var mean = near[i].isEmpty ? items[column][i].middle : sum / Double(near[i].count)
      var weight = near[i].isEmpty ? 0.05 : 1
      if let anchor = items[column][i].anchor { (mean, weight) = (anchor, 20) }
      var block = (mean: mean - offset[i], weight: weight, count: 1)
      while let last = blocks.last, last.mean > block.mean {
        blocks.removeLast()
        let weight = last.weight + block.weight
        block = (
          (last.mean * last.weight + block.mean * block.weight) / weight, weight,
          last.count + block.count
        )
      }
      blocks.append(block)
    }
    var moved = false
    var i = 0
    for block in blocks {
      let shift = min(max(block.mean, 0), slack)
      for _ in 0..<block.count {
        let middle = offset[i] + shift
        if middle != items[column][i].middle { moved = true }
        items[column][i].middle = middle
        i += 1
      }
    }
    return moved
  }
}
