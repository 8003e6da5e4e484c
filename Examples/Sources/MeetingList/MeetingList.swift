import Entente

/// Prints every meeting that a folder of articles tells of, with the sentence that says so, and draws a picture.
@main
struct MeetingList {
  static func main() async throws {
    let folders = Array(CommandLine.arguments.dropFirst())
    let outcome = try await Entente.read(folders)
    for diagnostic in outcome.diagnostics { print(diagnostic.text) }

    for node in outcome.graph.nodes where node.kind == .meeting {
      let sides = outcome.graph.edges.filter { $0.target == node.id && $0.type.isSide }
      print(node.name, node.event?.date?.description ?? "without a date")
      print("  sides:", sides.map(\.source).joined(separator: ", "))
      for quote in node.event?.evidence.prefix(1) ?? [] {
        print("  \(quote.document), byte \(quote.start): \(quote.text)")
      }
    }

    let picture = try outcome.graph.svg(DrawingOptions(title: "Who met whom"))
    print("The picture has \(picture.bytes.count) bytes.")
    print(outcome.ledger.summary)
  }
}
