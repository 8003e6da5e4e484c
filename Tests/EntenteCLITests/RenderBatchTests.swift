import Foundation
import Testing

@Suite struct RenderBatches {
  private func write(_ count: Int, in scratch: Scratch) throws -> [String] {
    try (0..<count).map { number in
      try scratch.write(
        "digraph d\(number) { a -> b [label=\"met \(number)\"]; b -> c\(number) }\n",
        to: "d\(number).dot")
    }
  }

  private func render(_ files: [String], _ more: String...) throws -> Run {
    try start(Programs.entente, ["render"] + files + more)
  }

  @Test func `many files go into a folder, each with the bytes that it has alone`() throws {
    let scratch = try Scratch()
    let files = try write(25, in: scratch)
    try FileManager.default.createDirectory(
      atPath: scratch["out"], withIntermediateDirectories: false)
    let run = try render(files, "-o", scratch["out/"])
    #expect(run.status == 0)
    #expect(run.errors == "Drew 25 files.\n")
    for number in [0, 7, 24] {
      let alone = try entente("render", files[number], "--to", "svg")
      #expect(try scratch.data("out/d\(number).svg") == alone.output)
    }
    // A folder that is there needs no slash, and one file may go into it too.
    let png = try render([files[3]], "-o", scratch["out"], "--to", "png")
    #expect(png.status == 0)
    let alone = try entente("render", files[3], "--to", "png")
    #expect(try scratch.data("out/d3.png") == alone.output)
  }

  @Test func `what cannot be drawn is named, and the others are drawn`() throws {
    let scratch = try Scratch()
    var files = try write(30, in: scratch)
    // One is no DOT, one makes Graphviz crash, one is not there.
    files.insert(try scratch.write("digraph { a -> }\n", to: "no.dot"), at: 3)
    let crash =
      "graph { layout=fdp; subgraph cluster_a { subgraph cluster_b { x } }; cluster_a -- cluster_b }"
    files.insert(try scratch.write(crash, to: "crash.gv"), at: 17)
    files.append(scratch["missing.dot"])
    let run = try render(files, "-o", scratch.path + "/")
    #expect(run.status == 1)
    let said = run.errors.split(separator: "\n").filter { $0.contains(": error:") }
    #expect(said.count == 3)
    #expect(said.map { $0.contains("no.dot") } == [true, false, false])
    #expect(said.map { $0.contains("crash.gv") } == [false, true, false])
    #expect(said.map { $0.contains("missing.dot") } == [false, false, true])
    #expect(run.errors.contains("Drew 30 of 33 files."))
    #expect(scratch.names.filter { $0.hasSuffix(".svg") }.count == 30)
    let alone = try entente("render", scratch["d29.dot"])
    #expect(try scratch.data("d29.svg") == alone.output)
  }

  @Test func `a file that cannot be drawn leaves no picture and no unfinished file`() throws {
    let scratch = try Scratch()
    let bad = try scratch.write("digraph { a -> }\n", to: "bad.dot")
    #expect(try render([bad], "-o", scratch.path + "/").status == 65)
    #expect(try render([scratch["missing.dot"]], "-o", scratch.path + "/").status == 2)
    #expect(scratch.names == ["bad.dot", "err", "in", "out"].filter(scratch.names.contains))
  }

  @Test func `many files without a folder are wrong usage`() throws {
    let scratch = try Scratch()
    let files = try write(2, in: scratch)
    let none = try render(files)
    #expect(none.status == 64 && none.errors.contains("-o pictures/"))
    #expect(try render(files, "-o", scratch["map.svg"]).status == 64)
    #expect(try render(["-", files[0]], "-o", scratch.path + "/").status == 64)
    #expect(try render(files, "-o", scratch.path + "/", "--to", "json").status == 64)
    let missing = try render(files, "-o", scratch["nowhere/"])
    #expect(missing.status == 73 && missing.errors.contains("mkdir -p"))
  }

  @Test func `two files of one name do not overwrite each other`() throws {
    let scratch = try Scratch()
    let files = try write(1, in: scratch)
    let twin = try scratch.write("digraph { x }\n", to: "d0.gv")
    let run = try render([files[0], twin], "-o", scratch.path + "/")
    #expect(run.status == 64)
    #expect(run.errors.contains("d0.dot") && run.errors.contains("d0.gv"))
    #expect(!scratch.names.contains("d0.svg"))
  }

  @Test func `a file is not drawn over itself`() throws {
    let scratch = try Scratch()
    let file = try scratch.write("digraph { x }\n", to: "a.svg")
    let run = try render([try write(1, in: scratch)[0], file], "-o", scratch.path + "/")
    // `a.svg` would go to `a.svg.svg`; only a link could lead back to a source.
    #expect(run.status == 0)
    #expect(try scratch.text("a.svg") == "digraph { x }\n")
    try FileManager.default.createSymbolicLink(
      atPath: scratch["b.dot"], withDestinationPath: scratch["d0.dot"])
    try FileManager.default.linkItem(atPath: scratch["d0.dot"], toPath: scratch["b.svg"])
    let linked = try render([scratch["b.dot"]], "-o", scratch.path + "/")
    #expect(linked.status == 73)
  }
}
