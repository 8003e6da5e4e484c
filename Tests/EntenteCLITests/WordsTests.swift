import Foundation
import Testing

@Suite struct WordsCommands {
  @Test func `the words of a graph and of its DOT are written as Markdown`() throws {
    let scratch = try Scratch()
    let run = try entente(
      "graph", Programs.seeds, "-o", scratch["a.md"], "-o", scratch["a.dot"], "-o", scratch["a.svg"]
    )
    #expect(run.status == 0, "\(run.errors)")
    let words = try scratch.text("a.md")
    for part in [
      "## Alternative text", "## Description", "## Evidence", "| Statement | Quotation |",
    ] {
      #expect(words.contains(part))
    }
    #expect(words.contains("Tô Lâm and Heng Samrin (Honorary President, CPP) took part."))
    // The SVG tells the same to those who can't see it.
    let svg = try scratch.text("a.svg")
    #expect(svg.contains("<desc id="))
    #expect(svg.contains("Tô Lâm and Heng Samrin (Honorary President, CPP) took part."))

    let edited = try scratch.text("a.dot").replacing("Heng Samrin", with: "Omar Diallo")
    try scratch.write(edited, to: "b.dot")
    let render = try entente(
      "render", scratch["b.dot"], "-o", scratch["b.md"], "-o", scratch["b.svg"])
    #expect(render.status == 0, "\(render.errors)")
    #expect(try scratch.text("b.md").contains("Meeting with Omar Diallo"))
    #expect(try scratch.text("b.svg").contains("Omar Diallo, Honorary President, CPP"))
  }

  @Test func `boxes lead to the words, each to a mark that is there`() throws {
    let scratch = try Scratch()
    let run = try entente(
      "graph", Programs.seeds, "--words-at", "#", "--id-prefix", "fig1-", "-o", scratch["a.md"],
      "-o",
      scratch["a.svg"])
    #expect(run.status == 0, "\(run.errors)")
    let words = try scratch.text("a.md")
    let links = try scratch.text("a.svg").split(separator: "<a href=\"#").dropFirst()
    #expect(links.count > 10)
    for link in links { #expect(words.contains("<a id=\"\(link.prefix { $0 != "\"" })\"></a>")) }
    #expect(try entente("graph", Programs.seeds, "--words-at", "javascript:x").status == 64)
  }

  @Test func `a DOT file with a fault is told with line and column, and no words are written`()
    throws
  {
    let scratch = try Scratch()
    try scratch.write("digraph {\n  a -> \n}\n", to: "a.dot")
    let run = try entente("render", scratch["a.dot"], "-o", scratch["a.md"])
    #expect(run.status == 65)
    #expect(run.errors.contains("a.dot:3:1: error:"))
    #expect(!scratch.names.contains("a.md"))
  }

  @Test(arguments: [
    (["graph", Programs.seeds, "--theme", "drak"], "Did you mean 'dark'?"),
    (["render", "map.dot", "--theme", "dark"], "entente graph map.json --theme dark"),
    (["graph", Programs.seeds, "--id-prefix", "1x"], "Begin with a letter"),
    (["graph", Programs.seeds, "--id-prefix", "a b"], "Begin with a letter"),
  ])
  func `a wrong choice of looks is a usage fault that says what may be chosen`(
    arguments: [String], said: String
  ) throws {
    let run = try start(Programs.entente, arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(said), "\(run.errors)")
  }

  @Test func `a theme of one's own colours the picture, and its pale colours are told`() throws {
    let scratch = try Scratch()
    try scratch.write("based-on: dark\nink: \"#555555\"\n", to: "mine.yaml")
    let run = try entente(
      "graph", Programs.seeds, "--theme", scratch["mine.yaml"], "-o", scratch["a.dot"])
    #expect(run.status == 0)
    #expect(run.errors.contains("mine.yaml:2:6: warning: `ink` (#555555) on `paper`"))
    #expect(try scratch.text("a.dot").contains("fontcolor=\"#555555\""))
    let over = try entente(
      "graph", Programs.seeds, "--theme", scratch["mine.yaml"], "-o", scratch["mine.yaml"], "--to",
      "svg")
    #expect(over.status == 73)
  }

  @Test func `two pictures with prefixes share no id and every reference stays inside`() throws {
    let scratch = try Scratch()
    var ids: [Set<String>] = []
    for prefix in ["fig1-", "fig2-"] {
      _ = try entente(
        "graph", Programs.seeds, "--embed", "--id-prefix", prefix, "-o", scratch[prefix + ".svg"])
      let svg = try scratch.text(prefix + ".svg")
      #expect(svg.hasPrefix("<svg "))
      for rule in ["@media print", "@media (forced-colors:active)"] { #expect(svg.contains(rule)) }
      let found = svg.split(separator: " id=\"").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
      #expect(found.allSatisfy { $0.hasPrefix(prefix) })
      #expect(svg.contains("aria-labelledby=\"\(prefix)title\" aria-describedby=\"\(prefix)desc\""))
      ids.append(Set(found))
    }
    #expect(ids[0].isDisjoint(with: ids[1]))
  }
}
