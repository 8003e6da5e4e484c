import ArgumentParser
import Entente
import Glibc

/// `entente text`: what offsets count in.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print an article's text as it is read.",
    discussion: """
      All offsets in a graph count bytes of this text. For UTF-8 it is the file itself; \
      for HTML it is the article on the page.

      The sentence at bytes 111 to 119:
        entente text articles/003.txt | tail -c +112 | head -c 8
      """)

  @Argument(help: "One article, 'FILE#ID' for one of JSON lines, or '-'.", completion: .file())
  var file: String

  func run() throws {
    let text = try DocumentText(of: file)
    // A terminal must not obey an article; a pipe gets the very bytes.
    guard isatty(1) == 1 else { return try Output.standard(text.bytes) }
    try Output.standard(Array(Console.clean(String(decoding: text.bytes, as: UTF8.self)).utf8))
  }
}
