import Entente
import Foundation
import Testing

/// Every export is read back by a program that others wrote, and holds what the JSON holds.
@Suite struct Formats {
  private func check(_ reader: String, _ samples: FormatSamples) throws {
    let python = try #require(Programs.find("python3"))
    let run = try start(python, ["-c", reader] + samples.pairs)
    #expect(run.status == 0, "\(run.errors.suffix(3000))")
  }

  @Test(
    .enabled(
      if: Programs.hasModule("networkx") && Programs.hasModule("igraph"),
      "Python's networkx or igraph is not installed"))
  func `networkx and igraph read from GraphML what the JSON holds`() throws {
    try check(FormatReaders.graphML, FormatSamples("graphml"))
  }

  @Test(.enabled(if: Programs.hasModule("networkx"), "Python's networkx is not installed"))
  func `networkx reads from GEXF what the JSON holds, and the days`() throws {
    try check(FormatReaders.gexf, FormatSamples("gexf"))
  }

  @Test(.enabled(if: Programs.has("xmllint"), "xmllint is not installed"))
  func `GEXF is valid by its schema, and every edge ends at a node`() throws {
    let samples = try FormatSamples("gexf")
    let schema = try samples.scratch.write(GEXFSchema.text, to: "gexf.xsd")
    let files = samples.pairs.filter { $0.hasSuffix(".gexf") }
    let run = try start("/usr/bin/env", ["xmllint", "--noout", "--schema", schema] + files)
    #expect(run.status == 0, "\(run.errors.suffix(3000))")
    var dangling = FormatSamples.dates
    dangling.nodes.removeAll { $0.id == "party.x" }
    for (name, graph) in [("dangling", dangling), ("whole", FormatSamples.dates)] {
      try Data(graph.gexf()).write(to: URL(filePath: samples.scratch[name]))
      let run = try start(
        "/usr/bin/env", ["xmllint", "--noout", "--schema", schema, samples.scratch[name]])
      #expect((run.status == 0) == (name == "whole"))
    }
  }

  @Test(.enabled(if: Programs.has("python3"), "python3 is not installed"))
  func `the tables hold what the JSON holds, and no cell is a formula, whatever parts the columns`()
    throws
  {
    try check(FormatReaders.csv, FormatSamples("csv"))
  }

  @Test(
    .enabled(if: Programs.hasModule("followthemoney"), "Python's followthemoney is not installed"))
  func `FollowTheMoney changes no property, and every id leads to an entity of the right kind`()
    throws
  {
    try check(FormatReaders.followTheMoney, FormatSamples("ftm.json"))
  }

  @Test(
    .enabled(if: Programs.hasModule("followthemoney"), "Python's followthemoney is not installed"))
  func `ftm goes on from there to Cypher, RDF and Neo4j with every node and edge`() throws {
    let samples = try FormatSamples("ftm.json", hostile: false)
    let run = try start(
      "/bin/bash",
      [
        "-euc",
        """
        ftm=$1; in=$2; out=$3; export PYTHONUTF8=1
        "$ftm" export-cypher -i "$in" -o "$out/a.cypher"
        "$ftm" export-rdf -i "$in" -o "$out/a.nt"
        "$ftm" export-neo4j-bulk -i "$in" -o "$out/neo4j"
        "$ftm" validate < "$in" > "$out/valid.json"
        echo $(grep -cE '\\[:(MEMBERSHIP|UNKNOWNLINK) ' "$out/a.cypher") \\
          $(($(cat "$out/neo4j/Membership.csv" "$out/neo4j/UnknownLink.csv" | grep -c '^"[^"]*--'))) \\
          $(grep -cE 'rdf-syntax-ns#type> .*(Membership|UnknownLink)> ' "$out/a.nt") \\
          $(wc -l < "$out/valid.json") $(wc -l < "$in")
        """, "ftm", Programs.find("ftm") ?? "ftm", samples.pairs.last ?? "", samples.scratch.path,
      ])
    #expect(run.status == 0, "\(run.errors.suffix(3000))")
    let counts = run.text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    let seeds = try Graph(json: Array(samples.scratch.data("seeds.json")))
    let lines = seeds.documents.count + seeds.nodes.count + seeds.edges.count
    #expect(
      counts == [seeds.edges.count, seeds.edges.count, seeds.edges.count, lines, lines])
  }

  @Test(arguments: ["graphml", "gexf", "csv", "mmd", "ftm.json"])
  func `equal graphs are equal bytes, from the program and from the library`(ending: String) throws
  {
    let samples = try FormatSamples(ending, hostile: false)
    let scratch = try Scratch()
    let graph = try Graph(json: Array(samples.scratch.data("seeds.json")))
    try FormatSamples.write(graph, ending, to: scratch["seeds.\(ending)"])
    #expect(!scratch.names.isEmpty)
    for name in scratch.names { #expect(try scratch.data(name) == samples.scratch.data(name)) }
  }

  @Test func `no export holds a control or direction character, whatever the names`() throws {
    for name in FormatSamples.names {
      let graph = Hostile.graph(name)
      let tables = graph.csv()
      let files: [[UInt8]] = [
        graph.graphML(), graph.gexf(), Array(tables.nodes.dropFirst(3)),
        Array(tables.edges.dropFirst(3)), graph.mermaid().bytes, graph.followTheMoney(),
      ]
      for bytes in files {
        let bad = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
          switch $0.value {
          case 0x0A, 0x0D: false
          case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFFE, 0xFFFF, 0xE0000...0xE007F:
            true
          default: false
          }
        }
        #expect(bad.isEmpty, "\(name.debugDescription)")
      }
    }
  }
}
