import ArgumentParser
import Entente

/// `entente eval`: how well are articles read?
struct EvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure how well articles are read, against your own annotations.",
    discussion: """
      GOLD is a folder with NAME.json for each article: what a person found in it. docs/evaluation.md describes \
      the format. SOURCES is the folder of the articles. Each is read alone and compared; all of them together \
      show whether the names of one thing become one node ('linking').

      P is the share of the found that is right, R the share of the gold that was found, F1 their harmonic mean.

      Measure, and see what was missed and what is spurious:
        entente eval gold/ articles/ --each --misses

      Does my own pack help?
        entente eval gold/ articles/ --pack mypack/
      """)

  @Argument(help: "A folder of annotations.", completion: .directory)
  var gold: String

  @Argument(help: "The folder of the articles.", completion: .directory)
  var sources: String

  @Flag(help: "The F1 of each article, before the table.")
  var each = false

  @Flag(help: "What was missed and what is spurious, before the table.")
  var misses = false

  @Flag(help: "The figures of each kind of entity, under the table.")
  var kinds = false

  @Flag(help: "How far confidence can be believed, under the table.")
  var calibration = false

  @Flag(help: "All of it as JSON, for other programs.")
  var json = false

  @OptionGroup var reading: SourceOptions

  func run() async throws {
    let evaluation = try await evaluated()
    for note in evaluation.notes { Console.write(note) }
    evaluation.outcome.sayDiagnostics()
    guard evaluation.outcome.status != .nothingUsable else {
      Console.write(evaluation.outcome.ledger.summary)
      throw Failure(.nothingUsable)
    }
    let scores = evaluation.scores
    var formatter = ScorecardFormatter()
    (formatter.each, formatter.misses, formatter.kinds) = (each, misses, kinds)
    var text = formatter.format(scores)
    if calibration { text += "\n" + CalibrationFormatter().format(scores.calibration) }
    try Output.standard(json ? scores.json() : Array(text.utf8))
    Console.write(evaluation.outcome.ledger.summary)
    guard evaluation.outcome.status == .ok else { throw Failure(evaluation.outcome.status) }
  }

  private func evaluated() async throws -> Evaluation {
    let pipeline = try Pipeline(reading.reading())
    guard let progress = Progress() else {
      return try await pipeline.evaluate(gold, against: sources)
    }
    defer { progress.end() }
    return try await pipeline.evaluate(gold, against: sources) { progress.show($0, of: $1) }
  }
}
