import Foundation
import Testing

@Suite struct Editing {
  /// Two articles of one week, and a third of the next.
  private func articles() throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch["w1"], withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: scratch["w2"], withIntermediateDirectories: true)
    let first =
      "OSLO, 3 March 2026 – Norwegian Prime Minister Anna Berg met Kenyan President Amina Yusuf in Oslo on 3 March 2026.\n"
    let second =
      "NAIROBI, 9 March 2026 – Kenyan President Amina Yusuf met Omar Diallo, Foreign Minister of Senegal, in Nairobi on 9 March 2026.\n"
    try scratch.write(first, to: "w1/a.txt")
    try scratch.write(first, to: "w2/a.txt")
    try scratch.write(second, to: "w2/b.txt")
    return scratch
  }

  /// Renames, recolours, adds and comments.
  private func edit(_ text: String) -> String {
    text.replacing("<B>Anna Berg</B>", with: "<B>A. Berg</B>")
      .replacing(
        "      \"person.anna-berg\" [",
        with: "      // ask her office\n      \"person.anna-berg\" [penwidth=\"3\", "
      ).replacing(
        "class=\"user\"]; //= \"every edge in yours\"",
        with: "class=\"user\"]; //= \"every edge in yours\""
      )
      .replacing(
        "  // What Entente wrote",
        with:
          "  \"person.bo\" [label=\"Bo Ek\"];\n  \"person.bo\" -> \"person.anna-berg\";\n  // What Entente wrote"
      )
  }

  @Test func `words, parts and data follow the edits`() throws {
    let scratch = try articles()
    _ = try entente("graph", scratch["w2"], "-o", scratch["map.dot"])
    try scratch.write(edit(try scratch.text("map.dot")), to: "edited.dot")
    let whole = try entente(
      "graph", scratch["w2"], "--edits", scratch["edited.dot"], "-o", scratch["map.md"], "-o",
      scratch["map.svg"], "-o", scratch["map.csv"], "-o", scratch["map.html"])
    #expect(whole.status == 0, "\(whole.errors)")
    #expect(try scratch.text("map.md").contains("A. Berg"))
    #expect(try scratch.text("map.svg").contains("A. Berg"))
    #expect(try scratch.text("map.nodes.csv").contains("Bo Ek"))
    #expect(whole.errors.contains("the report shows what was added by hand"))
    let part = try entente(
      "graph", scratch["w2"], "--edits", scratch["edited.dot"], "--focus", "Omar Diallo", "-o",
      scratch["part.dot"], "-o", scratch["part.json"])
    #expect(part.status == 0, "\(part.errors)")
    let text = try scratch.text("part.dot")
    #expect(text.contains("Omar Diallo") && !text.contains("A. Berg"))
    #expect(part.errors.contains("not in this part of the graph"), "\(part.errors)")
    let all = try entente(
      "graph", scratch["w2"], "--edits", scratch["edited.dot"], "--focus", "Anna Berg", "-o",
      scratch["anna.dot"])
    #expect(all.status == 0, "\(all.errors)")
    #expect(try scratch.text("anna.dot").contains("<B>A. Berg</B>"))
  }

  @Test func `edits survive new articles, and come back from decisions alone`() throws {
    let scratch = try articles()
    _ = try entente("graph", scratch["w1"], "-o", scratch["map.dot"])
    let edited = edit(try scratch.text("map.dot"))
    try scratch.write(edited, to: "edited.dot")

    let same = try entente(
      "graph", scratch["w1"], "--edits", scratch["edited.dot"], "-o", scratch["same.dot"], "-o",
      scratch["same.json"], "--decisions-out", scratch["edits.yaml"])
    #expect(same.status == 0, "\(same.errors)")
    #expect(try scratch.text("same.dot") == edited)
    #expect(try scratch.text("same.json").contains("\"origin\": \"user\""))

    let next = try entente(
      "graph", scratch["w2"], "--edits", scratch["edited.dot"], "-o", scratch["next.dot"], "-o",
      scratch["next.svg"], "-o", scratch["next.json"])
    #expect(next.status == 0, "\(next.errors)")
    let text = try scratch.text("next.dot")
    for words in ["<B>A. Berg</B>", "penwidth=\"3\"", "// ask her office", "Bo Ek", "Omar Diallo"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(try scratch.text("next.svg").contains("added by the editor"))

    let decided = try entente(
      "graph", scratch["w2"], "--decisions", scratch["edits.yaml"], "-o", scratch["decided.dot"])
    #expect(decided.status == 0 && !decided.errors.contains("warning"), "\(decided.errors)")
    #expect(try scratch.text("decided.dot") == text)

    for file in ["next.dot", "next.svg", "next.json"] {
      let run = try entente("verify", scratch[file], scratch["w2"])
      #expect(run.status == 0, "\(file): \(run.errors)")
      #expect(run.errors.contains("2 nodes and lines were added by hand"), "\(file): \(run.errors)")
    }
    // The graph as a source keeps what was added.
    let again = try entente("graph", scratch["next.json"], "--to", "json")
    #expect(again.text.contains("\"origin\": \"user\""))
  }

  @Test func `decisions from edits are the same bytes again, sorted, one thing a line`() throws {
    let scratch = try articles()
    _ = try entente("graph", scratch["w1"], "-o", scratch["map.dot"])
    try scratch.write(edit(try scratch.text("map.dot")), to: "edited.dot")
    for name in ["a.yaml", "b.yaml"] {
      _ = try entente(
        "graph", scratch["w1"], "--edits", scratch["edited.dot"], "--to", "json",
        "--decisions-out", scratch[name])
    }
    let text = try scratch.text("a.yaml")
    #expect(try scratch.text("b.yaml") == text)
    #expect(text.contains("\nlabel:\n  person.anna-berg:\n    - {name: \"A. Berg\"}\n"))
    #expect(text.contains("\nlook:\n  person.anna-berg:\n    penwidth: \"3\"\n"))
    #expect(text.contains("\ncomment:\n  person.anna-berg:\n    - \"ask her office\"\n"))
    // Given as decisions and written anew, nothing changes.
    _ = try entente(
      "graph", scratch["w1"], "--decisions", scratch["a.yaml"], "--to", "json", "--decisions-out",
      scratch["c.yaml"])
    #expect(try scratch.text("c.yaml") == text)
  }

  @Test func `two boxes given one id become one person in data and picture`() throws {
    let scratch = try articles()
    try scratch.write(
      "NAIROBI, 10 March 2026 – Kenyan Minister Mina Otieno met Norwegian Prime Minister Anna Berg in Nairobi on 10 March 2026.\n",
      to: "w2/c.txt")
    _ = try entente("graph", scratch["w2"], "-o", scratch["map.dot"])
    let map = try scratch.text("map.dot")
    try #require(map.contains("\"person.mina-otieno\" ["))
    try scratch.write(
      map.replacing("\"person.mina-otieno\" [", with: "\"person.amina-yusuf\" ["),
      to: "edited.dot")
    let run = try entente(
      "graph", scratch["w2"], "--edits", scratch["edited.dot"], "-o", scratch["n.dot"], "-o",
      scratch["n.json"], "--decisions-out", scratch["d.yaml"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try scratch.text("n.dot") == scratch.text("edited.dot"))
    #expect(
      try scratch.text("d.yaml").contains(
        "same:\n  - [person.amina-yusuf, person.mina-otieno]"))
    let data = try scratch.text("n.json")
    #expect(
      data.contains("\"name\": \"Amina Yusuf\"") && !data.contains("\"name\": \"Mina Otieno\""))

    try scratch.write(
      "OSLO, 12 March 2026 – Kenyan Minister Mina Otieno met Omar Diallo, Foreign Minister of Senegal, in Oslo on 12 March 2026.\n",
      to: "w2/d.txt")
    var file = "edited.dot"
    for name in ["week2.dot", "week3.dot"] {
      _ = try entente("graph", scratch["w2"], "--edits", scratch[file], "-o", scratch[name])
      let text = try scratch.text(name)
      #expect(
        text.contains("<B>Amina Yusuf</B>") && !text.contains("<B>Mina Otieno</B>"), "\(name)")
      #expect(text.contains("//! same \"person.amina-yusuf\" \"person.mina-otieno\""))
      file = name
    }
    #expect(try scratch.text("week2.dot") == scratch.text("week3.dot"))
  }

  @Test func `a conflict ends with code 3 and both sides`() throws {
    let scratch = try articles()
    _ = try entente("graph", scratch["w2"], "-o", scratch["map.dot"])
    let edited = try scratch.text("map.dot").replacing(
      "<B>Omar Diallo</B>", with: "<B>O. Diallo</B>")
    try scratch.write(edited, to: "edited.dot")
    let run = try entente(
      "graph", scratch["w1"], "--edits", scratch["edited.dot"], "-o", scratch["n.dot"])
    #expect(run.status == 3, "\(run.errors)")
    #expect(
      run.errors.contains("“person.omar-diallo” was edited, but the articles no longer have it"))
    #expect(run.errors.contains("O. Diallo"))
    #expect(FileManager.default.fileExists(atPath: scratch["n.dot"]))
  }

  @Test func `a broken file of edits is refused with every fault before any work`() throws {
    let scratch = try articles()
    try scratch.write("digraph {\n a [color=];\n -> b;\n}\n", to: "bad.dot")
    let run = try entente(
      "graph", scratch["w1"], "--edits", scratch["bad.dot"], "-o", scratch["n.dot"])
    #expect(run.status == 65)
    #expect(
      run.errors.contains("bad.dot:2:11: error:") && run.errors.contains("bad.dot:3:2: error:"))
    try scratch.write("digraph { a -> b }", to: "foreign.dot")
    let foreign = try entente(
      "graph", scratch["w1"], "--edits", scratch["foreign.dot"], "-o", scratch["n.dot"])
    #expect(foreign.status == 65)
    #expect(!FileManager.default.fileExists(atPath: scratch["n.dot"]))
  }

  @Test func `any DOT is drawn, and what is refused is named`() throws {
    let scratch = try Scratch()
    let dot = """
      graph { layout=neato; bgcolor=white
        a [pos="0,0!", shape=star, image="/etc/passwd"]; b [pos="100,50!", URL="javascript:x"]
        a -- b [style=dashed, label="x"]; node [shape=record]; c [label="{l|r}"] }
      """
    let run = try entente("render", "-", "-o", scratch["a.svg"], input: dot)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("image") && run.errors.contains("files are not read"))
    #expect(run.errors.contains("URL"))
    #expect(try scratch.text("a.svg").contains("stroke-dasharray"))
  }

  @Test func `YAML faults of edits are told with line and column`() throws {
    let scratch = try articles()
    try scratch.write(
      "label: [a]\nlook:\n  a: red\nplace: {a: {pos: [1]}}\nadd-edge: {x: {from: a}}\nlabel2: {}\nhide: {a: b}\ncomment: {a: {b: c}}\n",
      to: "d.yaml")
    let run = try entente("graph", scratch["w1"], "--decisions", scratch["d.yaml"])
    #expect(run.status == 65)
    for place in ["1:8", "3:6", "4:18", "5:15", "6:1", "7:7", "8:14"] {
      #expect(run.errors.contains("d.yaml:\(place): error:"), "\(place) in \(run.errors)")
    }
    try scratch.write("hide: [person.nobody]\n", to: "u.yaml")
    let unknown = try entente("graph", scratch["w1"], "--decisions", scratch["u.yaml"])
    #expect(unknown.status == 0 && unknown.errors.contains("person.nobody"))
  }
}
