import Foundation
import Testing

@Suite struct OutputFiles {
  @Test func `one run writes every format by its name`() throws {
    let scratch = try Scratch()
    let run = try entente(
      "graph", Programs.seeds, "-o", scratch["a.dot"], "-o", scratch["a.svg"], "-o",
      scratch["a.png"], "-o", scratch["a.pdf"], "-o", scratch["a.json"], "--ledger",
      scratch["ledger.tsv"])
    #expect(run.status == 0)
    let heads = [
      "a.dot": "// entente-dot", "a.svg": "<svg ", "a.pdf": "%PDF", "a.json": "{",
      "ledger.tsv": "document\toutcome",
    ]
    for (name, head) in heads { #expect(try scratch.data(name).starts(with: head.utf8)) }
    #expect(try scratch.data("a.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(scratch.names == ["a.dot", "a.json", "a.pdf", "a.png", "a.svg", "ledger.tsv"])
  }

  @Test func `data formats go by their names, and CSV makes two files`() throws {
    let scratch = try Scratch()
    let run = try entente(
      "graph", Programs.seedFiles[0], "-o", scratch["a.graphml"], "-o", scratch["a.gexf"], "-o",
      scratch["a.csv"], "-o", scratch["a.mmd"], "-o", scratch["a.ftm.json"], "-o", scratch["a.json"]
    )
    #expect(run.status == 0, "\(run.errors)")
    let heads = [
      "a.graphml": "<?xml", "a.gexf": "<?xml", "a.nodes.csv": "\u{FEFF}id,label",
      "a.edges.csv": "\u{FEFF}id,source", "a.mmd": "%% Written by Entente",
      "a.ftm.json": "{\"id\": \"article.", "a.json": "{\n",
    ]
    for (name, head) in heads { #expect(try scratch.data(name).starts(with: head.utf8), "\(name)") }
    #expect(scratch.names == heads.keys.sorted())
    for (name, format) in [("a.graphml", "graphml"), ("a.mmd", "mermaid"), ("a.ftm.json", "ftm")] {
      let run = try entente("graph", Programs.seedFiles[0], "--to", format)
      #expect(try run.output == scratch.data(name))
    }
    _ = try entente("graph", Programs.seedFiles[0], "--to", "csv", "-o", scratch["b"])
    #expect(try scratch.data("b.nodes.csv") == scratch.data("a.nodes.csv"))
    #expect(try scratch.data("b.edges.csv") == scratch.data("a.edges.csv"))
  }

  @Test(arguments: [
    ("--to csv", "CSV is two tables"), ("--to csv -o -", "CSV is two tables"),
    ("--to csv -o /dev/stdout", "CSV is two tables"),
    ("--to csv -o /dev/null", "CSV is two tables"),
    ("-o map.nodes.csv", "-o map.csv makes"), ("-o map.EDGES.CSV", "-o map.csv makes"),
    ("-o map.csv -o map.csv", "written twice"),
    ("-o map.csv --ledger map.edges.csv", "written twice"),
  ])
  func `two tables in one stream, or under one name, are refused before any work`(
    arguments: String, words: String
  ) throws {
    let scratch = try Scratch()
    let run = try bash("\"$ENTENTE\" graph \"$SEEDS\" \(arguments)", in: scratch)
    #expect(run.status == 64)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(scratch.names.isEmpty)
  }

  @Test func `of two tables neither is written where one can't be`() throws {
    let scratch = try Scratch()
    // The table of nodes fits into the quota, that of edges does not.
    let run = try bash(
      "ulimit -f 120; echo old > map.nodes.csv; \"$ENTENTE\" graph \"$SEEDS\" -o map.csv",
      in: scratch)
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.contains("map.edges.csv"))
    #expect(try scratch.text("map.nodes.csv") == "old\n")
    #expect(scratch.names == ["map.nodes.csv"])
    let folder = try bash(
      "mkdir map.edges.csv; \"$ENTENTE\" graph \"$SEEDS\" -o map.csv", in: scratch)
    #expect(folder.status == 73)
    #expect(folder.errors.contains("map.edges.csv: error: it is a folder"), "\(folder.errors)")
    #expect(try scratch.text("map.nodes.csv") == "old\n")
  }

  @Test func `the picture of the DOT is the picture of the graph`() throws {
    let scratch = try Scratch()
    _ = try entente("graph", Programs.seeds, "-o", scratch["a.dot"], "-o", scratch["a.svg"])
    #expect(try entente("render", scratch["a.dot"], "-o", scratch["b.svg"]).status == 0)
    #expect(try picture("a.svg", in: scratch) == picture("b.svg", in: scratch))
  }

  /// All but the description: the graph tells more than its picture.
  private func picture(_ name: String, in scratch: Scratch) throws -> [Substring] {
    let lines = try scratch.text(name).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("<desc ") } == 1)
    return lines.filter { !$0.hasPrefix("<desc ") }
  }

  @Test func `a DOT that was changed is not overwritten without --force`() throws {
    let scratch = try Scratch()
    let path = scratch["map.dot"]
    #expect(try entente("graph", Programs.seeds, "-o", path).status == 0)
    #expect(try entente("graph", Programs.seeds, "-o", path).status == 0)
    let edited = try scratch.text("map.dot") + "// my remark\n"
    try scratch.write(edited, to: "map.dot")
    let refused = try entente("graph", Programs.seeds, "-o", path, "-o", scratch["map.svg"])
    #expect(refused.status == 73)
    #expect(refused.errors.contains("it was changed since Entente wrote it"))
    #expect(refused.errors.contains("--force"))
    #expect(try scratch.text("map.dot") == edited)
    #expect(scratch.names == ["map.dot"])
    #expect(try entente("graph", Programs.seeds, "-o", path, "--force").status == 0)
    #expect(try scratch.text("map.dot") != edited)
  }

  @Test func `a DOT by someone else is not overwritten without --force`() throws {
    let scratch = try Scratch()
    try scratch.write("digraph { mine }\n", to: "map.dot")
    #expect(try entente("graph", Programs.seeds, "-o", scratch["map.dot"]).status == 73)
    #expect(try scratch.text("map.dot") == "digraph { mine }\n")
  }

  @Test func `a missing folder and a folder in place of a file are told of before any work`() throws
  {
    let scratch = try Scratch()
    let missing = try entente("graph", Programs.seeds, "-o", scratch["no/such/map.svg"])
    #expect(missing.status == 73)
    #expect(missing.errors.contains("there is no folder \"\(scratch["no/such"])\""))
    #expect(!missing.errors.contains("Read "))
    let folder = try entente("graph", Programs.seeds, "-o", scratch.path, "--to", "svg")
    #expect(folder.status == 73)
    #expect(folder.errors.contains("it is a folder"))
  }

  @Test func `a source is never overwritten, by whatever path`() throws {
    let scratch = try Scratch()
    let article = try String(contentsOfFile: Programs.seedFiles[0], encoding: .utf8)
    try scratch.write(article, to: "in.txt")
    let run = try bash(
      "ln -s in.txt link.txt; \"$ENTENTE\" graph in.txt -o ../$(basename \"$PWD\")/link.txt --to svg",
      in: scratch)
    #expect(run.status == 73)
    #expect(run.errors.contains("it is one of the sources"))
    #expect(try scratch.text("in.txt") == article)
  }

  @Test func `permissions are kept, new files follow the umask, links stay links`() throws {
    let scratch = try Scratch()
    let run = try bash(
      """
      umask 027; touch old.svg; chmod 604 old.svg; touch real.svg; ln -s real.svg link.svg
      "$ENTENTE" graph "$SEEDS" -o old.svg -o new.svg -o link.svg 2>/dev/null
      stat -c '%a %F' old.svg new.svg real.svg link.svg
      """, in: scratch)
    #expect(
      run.text.split(separator: "\n") == [
        "604 regular file", "640 regular file", "640 regular file", "777 symbolic link",
      ])
    #expect(try scratch.data("real.svg").starts(with: "<svg ".utf8))
  }

  @Test func `a link that leads nowhere is refused`() throws {
    let scratch = try Scratch()
    let run = try bash(
      "ln -s gone link.svg; \"$ENTENTE\" graph \"$SEEDS\" -o link.svg", in: scratch)
    #expect(run.status == 73)
    #expect(run.errors.contains("it is a link that leads nowhere"))
  }

  @Test func `a file too large for the quota leaves the old one and no other`() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "map.svg")
    let run = try bash(
      "ulimit -f 8; \"$ENTENTE\" graph \"$SEEDS\" -o map.svg 2>&1 | head -c 2000; exit ${PIPESTATUS[0]}",
      in: scratch)
    #expect(run.status == 74)
    #expect(try scratch.text("map.svg") == "old")
    #expect(scratch.names == ["map.svg"])
  }

  @Test func `--to wins over a file's name`() throws {
    let scratch = try Scratch()
    #expect(
      try entente("graph", Programs.seeds, "-o", scratch["map"], "--to", "json").status == 0)
    #expect(try scratch.data("map").starts(with: "{".utf8))
  }
}
