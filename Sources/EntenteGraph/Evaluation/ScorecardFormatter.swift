import EntenteModel

/// Scores as text for people: a table, and what was asked for besides.
public struct ScorecardFormatter: Sendable {
  /// A line of figures for each article.
  public var each = false
  /// Under each article what was missed and what is spurious.
  public var misses = false
  /// A row for each kind of entity, under the table.
  public var kinds = false

  public init() {}

  /// ```
  /// entity           P 0.947  R 0.833  F1 0.886   (229.0 of 242 found, 275 gold)
  /// ```
  public func format(_ scores: Scorecard) -> String {
    var text = ""
    for document in scores.documents {
      if each { text += "\(document.name): \(figures(document))\n" }
      guard misses else { continue }
      for miss in document.misses { text += "  \(document.name): \(miss)\n" }
    }
    for measure in Measure.allCases { text += row(measure.rawValue, scores[measure]) }
    text += line("linking", scores.linking) + "\n"
    guard kinds, !scores.kinds.isEmpty else { return text }
    text += "\nentities by kind\n"
    for (kind, tally) in scores.kinds.sorted(by: { $0.key < $1.key }) {
      text += row(kind.rawValue, tally)
    }
    return text
  }

  private func figures(_ document: DocumentScore) -> String {
    Measure.allCases.map { measure in
      "\(measure.rawValue) \(Decimals.text(document[measure].score.f1, places: 2))"
    }.joined(separator: "  ")
  }

  private func row(_ name: String, _ tally: Tally) -> String {
    let matched = Decimals.text(tally.matched, places: 1)
    return line(name, tally.score)
      + "   (\(matched) of \(Int(tally.found)) found, \(Int(tally.marked)) gold)\n"
  }

  private func line(_ name: String, _ score: Score) -> String {
    let numbers = [score.precision, score.recall, score.f1].map { Decimals.text($0, places: 3) }
    let padding = String(repeating: " ", count: max(1, 17 - name.count))
    return name + padding + "P \(numbers[0])  R \(numbers[1])  F1 \(numbers[2])"
  }
}
