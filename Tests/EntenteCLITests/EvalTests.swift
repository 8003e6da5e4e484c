import Foundation
import Testing

@Suite struct Eval {
  /// The first block of a language in `docs/evaluation.md`.
  private func block(_ language: String) throws -> String {
    let path = Programs.project.appending(path: "docs/evaluation.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let start = try #require(text.range(of: "```\(language)\n"))
    let end = try #require(text.range(of: "```", range: start.upperBound..<text.endIndex))
    return String(text[start.upperBound..<end.lowerBound])
  }

  /// A folder with the article and the annotation of the manual.
  private func example() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(block("markdown"), to: "visit.md")
    try scratch.write(block("json"), to: "visit.json")
    return scratch
  }

  @Test func `the example of the manual gives what the manual shows`() throws {
    let scratch = try example()
    let run = try entente("eval", ".", ".", "--misses", folder: scratch.path)
    #expect(run.status == 0)
    #expect("$ entente eval . . --misses\n" + run.text + run.errors == (try block("console")))
  }

  @Test func `the scores are JSON for programs, on standard output`() throws {
    let scratch = try example()
    let run = try entente("eval", scratch.path, scratch.path, "--json")
    let object = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    #expect(object?["format"] as? String == "entente-scores")
    let documents = object?["documents"] as? [[String: Any]]
    #expect(documents?.map { $0["name"] as? String } == ["visit"])
  }

  @Test func `faults of all annotations are told at once, and end with 65`() throws {
    let scratch = try example()
    try scratch.write("{\n", to: "broken.json")
    try scratch.write(
      try block("json").replacing("\"to\": \"kenya\"", with: "\"to\": \"kenia\""), to: "odd.json")
    try scratch.write(
      "{\"entities\": [], \"relations\": [], \"events\": []}", to: "lonely.json")
    let run = try entente("eval", scratch.path, scratch.path)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("broken.json:2:1: error: "))
    #expect(run.errors.contains("/odd.json:28:"))
    #expect(run.errors.contains("Did you mean “kenya”?"))
    #expect(run.errors.contains("lonely.json: error: its article, \"lonely.*\", is not in "))
  }

  @Test func `two annotations of one article are a fault`() throws {
    let scratch = try example()
    try scratch.write(try block("json"), to: "visit2.json")
    let run = try entente("eval", scratch.path, scratch.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("visit2.json: error: it marks the article of \"visit.json\""))
  }

  @Test func `a refused article counts as one in which nothing was found, and ends with 1`() throws
  {
    let scratch = try example()
    try scratch.write("\u{0}\u{1}\u{2}", to: "noise.txt")
    try scratch.write(
      try block("json").replacing("visit.md", with: "noise.txt"), to: "noise.json")
    let run = try entente("eval", scratch.path, scratch.path)
    #expect(run.status == 1)
    #expect(run.text.contains("(5.0 of 5 found, 10 gold)"))
    #expect(run.errors.contains("noise.txt: error:"))
  }

  @Test func `folders that are missing or hold no annotation end with 2`() throws {
    let scratch = try Scratch()
    for arguments in [[scratch.path, scratch.path], ["/no/such", scratch.path]] {
      let run = try start(Programs.entente, ["eval"] + arguments)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(": error: "))
    }
  }
}
