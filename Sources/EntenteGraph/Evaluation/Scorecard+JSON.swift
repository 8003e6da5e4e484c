import EntenteModel

extension Scorecard {
  /// The scores for other programs, described in `docs/evaluation.md`; equal scores are equal bytes.
  public func json() -> [UInt8] {
    var w = JSONWriter()
    w.raw("{\n  \"format\": \"entente-scores\",\n  \"version\": 1,\n  \"measures\": ")
    w.tallies(Measure.allCases.map { ($0.rawValue, self[$0]) }, level: 1)
    w.raw(",\n  \"linking\": {")
    w.score(linking)
    w.raw("},\n  \"kinds\": ")
    w.tallies(kinds.sorted { $0.key < $1.key }.map { ($0.key.rawValue, $0.value) }, level: 1)
    w.raw(",\n  \"documents\": ")
    w.lines(documents, level: 1) { $0.document($1) }
    w.raw("\n}\n")
    return w.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func document(_ document: DocumentScore) {
    raw("{\n      \"name\": ")
    string(document.name)
    raw(",\n      \"measures\": ")
    tallies(Measure.allCases.map { ($0.rawValue, document[$0]) }, level: 3)
    raw(",\n      \"misses\": ")
    lines(document.misses, level: 3) { writer, miss in
      writer.raw("{\"fault\": ")
      writer.string(miss.fault.rawValue)
      writer.raw(", \"measure\": ")
      writer.string(miss.measure.rawValue)
      writer.raw(", \"text\": ")
      writer.string(miss.text)
      writer.raw("}")
    }
    raw("\n    }")
  }

  fileprivate mutating func tallies(_ rows: [(name: String, tally: Tally)], level: Int) {
    lines(rows, level: level) { writer, row in
      writer.raw("{\"name\": ")
      writer.string(row.name)
      writer.raw(", ")
      writer.score(row.tally.score)
      writer.raw(", \"matched\": ")
      writer.decimal(row.tally.matched)
      writer.raw(", \"found\": ")
      writer.whole(Int(row.tally.found))
      writer.raw(", \"gold\": ")
      writer.whole(Int(row.tally.marked))
      writer.raw("}")
    }
  }

  fileprivate mutating func score(_ score: Score) {
    raw("\"precision\": ")
    decimal(score.precision)
    raw(", \"recall\": ")
    decimal(score.recall)
    raw(", \"f1\": ")
    decimal(score.f1)
  }
}
