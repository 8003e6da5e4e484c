import ArgumentParser
import Entente

/// `entente verify`: are the quotations there?
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read the articles again and look up every quotation of a graph or picture.",
    discussion: """
      GRAPH is a graph JSON, or a DOT, SVG or HTML that Entente wrote, edited or not. Give the sources as they were given \
      for the graph. Fails, with code 65, on any quotation that is not where it should be, byte for byte, and \
      names it.

      Before publishing:
        entente verify map.svg articles/
      """)

  @Argument(
    help: "A graph JSON, or a DOT, SVG or HTML that Entente wrote.",
    completion: .file(extensions: ["json", "dot", "svg", "html"]))
  var graph: String

  @Argument(help: "The articles, or folders of them.", completion: .file())
  var source: [String]

  func run() throws {
    let verification = try Verification(of: FileBytes.read(graph), file: graph, against: source)
    for fault in verification.faults { Console.write(fault) }
    let counts =
      "\(verification.quotations) quotations from \(verification.documents) "
      + (verification.documents == 1 ? "document" : "documents")
    if verification.additions > 0 {
      let count = verification.additions
      Console.write(
        "\(count) \(count == 1 ? "node or line was" : "nodes and lines were") added by hand: no article is quoted for "
          + "\(count == 1 ? "it" : "them"), and nothing is verified of \(count == 1 ? "it" : "them")."
      )
    }
    guard verification.faults.isEmpty else {
      let count = verification.faults.count
      Console.write("Not verified: \(count) \(count == 1 ? "fault" : "faults") in \(counts).")
      throw Failure(.badData)
    }
    Console.write("Verified: \(counts) stand where the graph says, byte for byte.")
  }
}
