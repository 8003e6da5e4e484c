/// Guesses at what a mistyped word was meant to be.
enum Spelling {
  /// The closest of `words` within two edits (one for words of up to four letters), the first in order among equals.
  static func nearest(to word: String, in words: some Sequence<String>) -> String? {
    let limit = word.utf8.count <= 4 ? 1 : 2
    let wanted = Array(word.utf8)
    var best: (distance: Int, word: String)?
    for candidate in words where abs(candidate.utf8.count - wanted.count) <= limit {
      let distance = distance(wanted, Array(candidate.utf8))
      guard distance <= limit else { continue }
      if best.map({ (distance, candidate) < ($0.distance, $0.word) }) ?? true {
        best = (distance, candidate)
      }
    }
    return best?.word
  }

  /// `did you mean …?`, or else a list of what is known.
  static func hint(for word: String, known: [String], otherwise: String? = nil) -> String? {
    if let near = nearest(to: word, in: known) { return "did you mean `\(near)`?" }
    if let otherwise { return otherwise }
    return known.count <= 40 ? "known are: " + known.joined(separator: ", ") : nil
  }

  /// Insertions, deletions, substitutions and swaps of neighbours (Damerau, restricted), in bytes.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...a.count {
      row[0] = i
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
