import Foundation
import Testing

@Suite struct Verifying {
  @Test(arguments: ["json", "dot", "svg", "html"])
  func `every quotation of a graph and its pictures is found again`(format: String) throws {
    let scratch = try Scratch()
    _ = try entente("graph", Programs.seeds, "-o", scratch["map.\(format)"])
    let run = try entente("verify", scratch["map.\(format)"], Programs.seeds)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("byte for byte"))
  }

  @Test(arguments: ["json", "dot", "svg", "html"])
  func `an altered article fails and the quotation is named`(format: String) throws {
    let scratch = try Scratch()
    let copy = try copySeeds(to: scratch)
    _ = try entente("graph", copy, "-o", scratch["map.\(format)"])
    // Everything moves by a byte.
    for file in Programs.seedFiles {
      let name = URL(filePath: file).lastPathComponent
      try scratch.write("x" + scratch.text("articles/" + name), to: "articles/" + name)
    }
    let run = try entente("verify", scratch["map.\(format)"], copy)
    #expect(run.status == 65)
    #expect(run.errors.contains("does not stand at bytes"))
    #expect(run.errors.contains("Not verified:"))
    #expect(run.errors.contains(URL(filePath: Programs.seedFiles[0]).lastPathComponent))
  }

  @Test func `a missing article fails`() throws {
    let scratch = try Scratch()
    _ = try entente("graph", Programs.seeds, "-o", scratch["map.json"])
    let run = try entente("verify", scratch["map.json"], Programs.seedFiles[0])
    #expect(run.status == 65)
    #expect(run.errors.contains("was not found"))
  }

  @Test func `a file without quotations is no graph`() throws {
    let scratch = try Scratch()
    try scratch.write("digraph { a -> b }\n", to: "map.dot")
    let run = try entente("verify", scratch["map.dot"], Programs.seeds)
    #expect(run.status == 65)
    #expect(run.errors.contains("holds no quotation"))
  }

  @Test func `quotations from web pages and JSON lines are found again`() throws {
    let scratch = try Scratch()
    let story = "Kenyan President Amina Yusuf visited Norway on 3 March 2026."
    let other = "Norwegian Prime Minister Anna Berg met Kenyan President Amina Yusuf in Oslo."
    let page = "<html><nav><a href='/'>Home</a></nav><article><p>\(story)&nbsp;</article>"
    try scratch.write(page, to: "a.html")
    try scratch.write("{\"id\": \"x\", \"text\": \"\(other)\"}\n", to: "b.ndjson")
    _ = try entente(
      "graph", scratch["a.html"], scratch["b.ndjson"], "-o", scratch["map.json"])
    let run = try entente(
      "verify", scratch["map.json"], scratch["a.html"], scratch["b.ndjson"])
    #expect(run.status == 0)
    #expect(run.errors.contains("from 2 documents stand where the graph says"))
    #expect(try entente("text", scratch["b.ndjson"] + "#x").text == other)
    try scratch.write(page + "<!-- x -->", to: "a.html")
    let altered = try entente(
      "verify", scratch["map.json"], scratch["a.html"], scratch["b.ndjson"])
    #expect(altered.status == 65)
    #expect(altered.errors.contains("a.html"))
  }

  private func copySeeds(to scratch: Scratch) throws -> String {
    try FileManager.default.copyItem(atPath: Programs.seeds, toPath: scratch["articles"])
    return scratch["articles"]
  }
}
