import Foundation
import Testing

@Suite struct ExitCodes {
  @Test func `readable articles end with 0, and the account on standard error`() throws {
    let run = try entente("graph", Programs.seeds)
    #expect(run.status == 0)
    let count = Programs.seedFiles.count
    #expect(run.errors.contains("Read \(count) documents: \(count) used, 0 refused, 0 duplicates."))
  }

  @Test func `a refused document among others ends with 1 and is named with the reason`() throws {
    let scratch = try Scratch()
    try scratch.write("\u{0}\u{1}\u{2}", to: "broken.txt")
    let run = try entente("graph", Programs.seeds, scratch["broken.txt"])
    #expect(run.status == 1)
    #expect(run.errors.contains("broken.txt: error:"))
    #expect(run.errors.contains("1 refused"))
    #expect(!run.output.isEmpty)
  }

  @Test func `a path that leads nowhere beside a good one ends with 1`() throws {
    let run = try entente("graph", Programs.seeds, "/no/such/place")
    #expect(run.status == 1)
    #expect(run.errors.contains("/no/such/place"))
  }

  @Test func `nothing usable ends with 2, says why, and writes nothing`() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "empty.txt")
    let run = try entente("graph", scratch["empty.txt"], "-o", scratch["map.svg"])
    #expect(run.status == 2)
    #expect(run.errors.contains("There is nothing to draw: the document could not be used."))
    #expect(scratch.names == ["empty.txt"])
    #expect(try entente("graph", "-", input: "").status == 2)
    #expect(try entente("render", "/no/such.dot").status == 2)
  }

  @Test func `articles without an event end with 0 and a sentence that says so`() throws {
    let run = try entente("graph", "-", "--to", "json", input: "It rained on the hills all day.\n")
    #expect(run.status == 0)
    #expect(run.errors.contains("There is nothing to draw: no meeting, visit or agreement"))
  }

  @Test(arguments: [
    ["graph"], ["graph", "--jobs", "0", "x"], ["graph", "x", "--width", "9mm"],
    ["graph", "x", "--date", "tomorrow"], ["graph", "x", "-o", "noending"], ["explain", "x"],
    ["graph", "x", "-o", "a.svg", "-o", "a.svg"], ["render", "x", "--to", "json"], ["frobnicate"],
  ])
  func `wrong usage ends with 64 and leaves standard output alone`(arguments: [String]) throws {
    let run = try start(Programs.entente, arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("Error: "))
  }

  @Test func `bad data ends with 65 and its place`() throws {
    let scratch = try Scratch()
    let dot = try scratch.write("digraph { a -> }\n", to: "bad.dot")
    let json = try scratch.write(
      "{\"format\": \"entente-graph\", \"version\": 1, \"nodes\": 3}", to: "bad.json")
    let render = try entente("render", dot)
    #expect(render.status == 65)
    #expect(render.errors.contains("bad.dot"))
    let graph = try entente("graph", json)
    #expect(graph.status == 65)
    #expect(graph.errors.contains("bad.json:1:"))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `an interruption ends with 128 and the signal, and leaves no file behind`(
    number: Int32
  ) throws {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(filePath: Programs.entente)
    process.arguments = ["graph", "-", "-o", scratch["map.svg"]]
    // Never written to and never closed, so that the program waits for its article.
    let input = Pipe()
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.5)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 128 + number)
    #expect(scratch.names.isEmpty)
    try input.fileHandleForWriting.close()
  }
}
