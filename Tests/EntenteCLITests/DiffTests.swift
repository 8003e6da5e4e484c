import Foundation
import Testing

@Suite struct DiffCommand {
  private let scratch: Scratch
  private let old: String
  private let new: String

  /// The articles of docs/diff.md.
  init() throws {
    scratch = try Scratch()
    (old, new) = (scratch["march-2.json"], scratch["march-10.json"])
    let first = try scratch.write(
      """
      OSLO, 2 March 2026 - Kenyan President Amina Yusuf will visit Norway on 9 March 2026. During the visit, \
      Amina Yusuf will meet Norwegian Prime Minister Anna Berg.

      On 1 March 2026 Anna Berg met Omar Diallo, Prime Minister of Senegal, in Oslo.

      """, to: "a.txt")
    let second = try scratch.write(
      """
      OSLO, 10 March 2026 - Kenyan President Amina Yusuf visited Norway on 9 March 2026. During the visit, \
      Amina Yusuf met Norwegian Prime Minister Anna Berg.

      The Ministry of Trade of Kenya and the Ministry of Trade of Norway signed a cooperation agreement on 9 March \
      2026.

      """, to: "b.txt")
    _ = try entente("graph", first, "-o", old)
    _ = try entente("graph", first, second, "-o", new)
  }

  @Test func `the changes of the manual's articles are those that the manual prints`() throws {
    let run = try entente("diff", old, new)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let page = try String(
      contentsOf: Programs.project.appending(path: "docs/diff.md"), encoding: .utf8)
    let printed =
      try #require(page.split(separator: "```console\n").dropFirst().first)
      .split(separator: "```").first ?? ""
    #expect(printed.drop { $0 != "\n" }.dropFirst() == run.text)
  }

  @Test func `a change of status counts as a difference for scripts that ask`() throws {
    #expect(try entente("diff", old, new, "--exit-code").status == 1)
    #expect(try entente("diff", new, new, "--exit-code").status == 0)
    #expect(try entente("diff", new, new).text == "Nothing changed.\n")
  }

  @Test func `one run writes text, data and pictures`() throws {
    let files = ["c.txt", "c.json", "c.dot", "c.svg"].map { scratch[$0] }
    let run = try start(Programs.entente, ["diff", old, new] + files.flatMap { ["-o", $0] })
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(try scratch.text("c.txt") == entente("diff", old, new).text)
    #expect(try scratch.data("c.json") == entente("diff", old, new, "--to", "json").output)
    let svg = try scratch.text("c.svg")
    for words in ["What changed", "was planned, now held", "new", "changed, as it says"] {
      #expect(svg.contains(words), "\(words)")
    }
    let back = try entente("diff", new, old, "--to", "svg")
    #expect(back.text.contains("line-through"))
    #expect(back.text.contains(">gone<"))
    #expect(try entente("verify", files[3], scratch["a.txt"], scratch["b.txt"]).status == 0)
  }

  @Test(.enabled(if: Programs.hasModule("jsonschema"), "Python's jsonschema is not installed"))
  func `the JSON is what its schema says`() throws {
    _ = try entente("graph", Programs.seeds, "-o", scratch["seeds.json"])
    for (i, pair) in [(old, new), (new, old), (new, scratch["seeds.json"])].enumerated() {
      let file = scratch["\(i).json"]
      _ = try entente("diff", pair.0, pair.1, "-o", file)
      let schema = Programs.project.appending(path: "docs/diff.schema.json")
      let script = """
        import json, jsonschema, sys
        schema, diff = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(diff)
        """
      let python = try #require(Programs.find("python3"))
      let run = try start(python, ["-c", script, schema.path(percentEncoded: false), file])
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  @Test func `what is no graph is refused with its place, and no source is overwritten`() throws {
    let text = try scratch.write("{\"format\": \"entente-graph\",", to: "broken.json")
    let broken = try entente("diff", text, new)
    #expect(broken.status == 65)
    #expect(broken.errors.contains("broken.json:1:"))
    #expect(try entente("diff", scratch["nowhere.json"], new).status == 2)
    #expect(try entente("diff", old, new, "-o", new).status == 73)
    #expect(try entente("diff", "-", "-").status == 64)
    #expect(try entente("diff", old, new, "-o", scratch["c.docx"]).status == 64)
    let edited = try scratch.write("digraph { a -> b }\n", to: "mine.dot")
    #expect(try entente("diff", old, new, "-o", edited).status == 73)
    #expect(try scratch.text("mine.dot") == "digraph { a -> b }\n")
  }

  @Test func `one of the graphs may come from standard input`() throws {
    let run = try entente(
      "diff", "-", new, input: String(decoding: try scratch.data("march-2.json"), as: UTF8.self))
    #expect(run.text == (try entente("diff", old, new).text))
  }
}
