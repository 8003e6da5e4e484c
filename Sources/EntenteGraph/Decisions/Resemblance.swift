import EntenteModel

/// Finds what was meant by a name that nothing bears.
package enum Resemblance {
  /// Up to three of `names` closest to `wanted`, the closest first; those too far away are left
  /// out.
  package static func closest(to wanted: String, among names: some Sequence<String>) -> [String] {
    let target = Array(Folding.fold(wanted).utf8)
    let limit = max(1, target.count / 3)
    var found: [(distance: Int, name: String)] = []
    for name in Set(names) {
      let distance = distance(target, Array(Folding.fold(name).utf8), limit: limit)
      if distance <= limit { found.append((distance, name)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    let best = found.first?.distance ?? 0
    return found.filter { $0.distance <= best + 1 }.prefix(3).map(\.name)
  }

  /// ` Did you mean “A” or “B”?`, or `general` where nothing is close.
  package static func hint(
    for wanted: String, among names: some Sequence<String>,
    otherwise general: String = "Use an id, a name or an alias from the graph."
  ) -> String {
    let found = closest(to: wanted, among: names).map { "“\($0)”" }
    guard !found.isEmpty else { return general }
    return "Did you mean " + found.joined(separator: " or ") + "?"
  }

  /// Levenshtein's distance in bytes, given up as soon as it must exceed `limit`.
  private static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      for j in 0..<b.count {
        let above = row[j + 1]
        row[j + 1] = min(row[j] + 1, above + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = above
        least = min(least, row[j + 1])
      }
      if least > limit { return limit + 1 }
    }
    return row[b.count]
  }
}
