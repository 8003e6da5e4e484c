import Foundation
import Testing

@Suite struct Streams {
  @Test func `standard output holds the data and nothing else`() throws {
    let scratch = try Scratch()
    let run = try entente("graph", Programs.seeds)
    #expect(run.text.hasPrefix("// entente-dot 1\n"))
    #expect(run.text.hasSuffix("}\n"))
    let file = try entente("graph", Programs.seeds, "-o", scratch["map.dot"])
    #expect(file.output.isEmpty)
    #expect(try scratch.data("map.dot") == run.output)
  }

  @Test(arguments: [
    "graph \"$SEEDS\"", "graph \"$SEEDS\" -o -", "graph \"$SEEDS\" -o /dev/full --to svg",
    "--help", "help graph", "--version", "--generate-completion-script bash", "pack list",
    "text ARTICLE", "graph \"$SEEDS\" --ledger /dev/full -o map.svg",
  ])
  func `a full disk is told of and ends with 74`(arguments: String) throws {
    let scratch = try Scratch()
    let line = arguments.replacing("ARTICLE", with: "\"\(Programs.seedFiles[0])\"")
    let run = try bash("\"$ENTENTE\" \(line) > /dev/full", in: scratch)
    #expect(run.status == 74)
    #expect(run.errors.contains("No space left on device"))
  }

  @Test(arguments: [
    "graph \"$SEEDS\" --to json", "pack list", "--help", "graph \"$SEEDS\" --to svg",
  ])
  func `a reader that leaves ends the program with 141 and no word`(arguments: String) throws {
    let scratch = try Scratch()
    let run = try bash(
      "\"$ENTENTE\" \(arguments) 2> said | true; code=${PIPESTATUS[0]}; exit $code", in: scratch)
    #expect(run.status == 141)
    #expect(!(try scratch.text("said")).contains("error"))
  }

  @Test func `a terminal's escapes in a file's name are not obeyed`() throws {
    let scratch = try Scratch()
    let run = try entente("graph", scratch["\u{1B}]0;owned\u{7}.txt"])
    #expect(run.status == 2)
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test func `colour is only for terminals, unless forced, and NO_COLOR wins`() throws {
    let forced = try entente(
      "graph", "/no/such", environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": ""])
    #expect(forced.errors.contains("\u{1B}[1;31merror:"))
    let both = try entente(
      "graph", "/no/such", environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"])
    #expect(!both.errors.contains("\u{1B}"))
    let plain = try entente("graph", "/no/such", environment: ["NO_COLOR": ""])
    #expect(!plain.errors.contains("\u{1B}"))
  }

  @Test func `an article comes through standard input`() throws {
    let article = try String(contentsOfFile: Programs.seedFiles[0], encoding: .utf8)
    let run = try entente("graph", "-", "--to", "json", input: article)
    #expect(run.status == 0)
    #expect(run.text.contains("\"id\": \"stdin\""))
    #expect(try entente("text", "-", input: article).text == article)
  }
}
