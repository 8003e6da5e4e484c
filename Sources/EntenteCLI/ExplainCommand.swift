import ArgumentParser
import Entente

/// `entente explain`: why something is in the graph.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a name is in the graph, or which sentence joins two names.",
    discussion: """
      Quotes the sentences with their places, and tells which names were taken for one person and why. \
      A NAME is a name, an alias or an id from the graph, in any case and without accents if you like. The \
      last word is always a NAME; the one before it too, unless it is a file or folder.

      Why is she in the picture, and under which names?
        entente explain articles/ "Jane Doe"

      What joins these two?
        entente explain articles/ "Jane Doe" "John Smith"

      A graph made before answers at once:
        entente explain map.json "Jane Doe"
      """)

  @Argument(
    help: ArgumentHelp(
      "Articles, folders or a graph JSON, then one or two names.", valueName: "source … name"),
    completion: .file())
  var words: [String]

  @OptionGroup var sources: SourceOptions

  func validate() throws {
    guard words.count >= 2 else {
      throw ValidationError(
        "Give the sources and then a name, as in: entente explain articles/ \"Jane Doe\"")
    }
  }

  func run() async throws {
    let isPair =
      words.count > 2 && words[words.count - 2] != "-"
      && !OutputTarget.exists(words[words.count - 2])
    let paths = Array(words.dropLast(isPair ? 2 : 1))
    let outcome = try await sources.read(paths)
    outcome.sayDiagnostics()
    guard outcome.status != .nothingUsable else {
      Console.write(outcome.ledger.summary)
      throw Failure(.nothingUsable)
    }
    let name = words[words.count - 1]
    let explanation =
      isPair
      ? try outcome.graph.explain(words[words.count - 2], name) : try outcome.graph.explain(name)
    try Output.standard(Array(ExplanationFormatter().format(explanation).utf8))
    Console.write(outcome.ledger.summary)
    guard outcome.status == .ok else { throw Failure(outcome.status) }
  }
}
