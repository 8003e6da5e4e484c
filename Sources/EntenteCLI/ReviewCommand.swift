import ArgumentParser
import Entente

/// `entente review`: what should a person look at first?
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "List the least sure joins and edges, with the decisions that settle them.",
    discussion: """
      Prints what was joined and what was read, the least sure first, with the sentences and the reasons. Under \
      each stand the lines to choose from: copy one into your file of decisions, and it is settled. What is \
      decided already is not listed again.

      What should I look at?
        entente review map.json

      Go on where you stopped:
        entente review map.json --decisions decisions.yaml --limit 50
      """)

  @Argument(
    help: "A graph JSON, or the articles.", completion: .file(extensions: ["json"]))
  var source: [String]

  @Option(help: ArgumentHelp("How many to list; 0 for all.", valueName: "n"))
  var limit = 20

  @Flag(help: "As JSON, for other programs.")
  var json = false

  @OptionGroup var sources: SourceOptions

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes a number from 0, not \(limit).") }
  }

  func run() async throws {
    let outcome = try await sources.read(source)
    outcome.sayDiagnostics()
    guard outcome.status != .nothingUsable else {
      Console.write(outcome.ledger.summary)
      throw Failure(.nothingUsable)
    }
    var formatter = ReviewFormatter()
    formatter.limit = limit == 0 ? nil : limit
    let review = Review(of: outcome.graph)
    try Output.standard(
      json ? formatter.json(review) : Array(formatter.format(review).utf8))
    Console.write(outcome.ledger.summary)
    guard outcome.status == .ok else { throw Failure(outcome.status) }
  }
}
