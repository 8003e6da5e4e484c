import Foundation
import Testing

/// The week that docs/week.md tells of: draw, edit, paste into a report, draw again with more articles, compare.
@Suite struct AnalystsWeek {
  private let monday = Array(Programs.seedFiles.prefix(2))

  @Test func `a picture is drawn, edited, embedded, drawn anew and compared`() throws {
    let scratch = try Scratch()
    func run(_ arguments: String...) throws { try run(arguments) }
    func run(_ arguments: [String]) throws {
      let run = try start(Programs.entente, arguments)
      #expect(run.status == 0, "\(arguments): \(run.errors)")
    }
    try run(["graph"] + monday + ["-o", scratch["map.dot"], "-o", scratch["monday.json"]])

    // Tuesday: another word, another colour, a box of her own.
    let drawn = try scratch.text("map.dot")
    let edited =
      drawn.replacing("<B>Hun Sen</B>", with: "<B>Samdech Hun Sen</B>")
      .replacing("      \"person.hun-sen\" [", with: "      \"person.hun-sen\" [penwidth=\"3\", ")
      .replacing(
        "  // What Entente wrote",
        with: "  \"note.check\" [label=\"to be checked\"];\n"
          + "  \"note.check\" -> \"person.hun-sen\";\n  // What Entente wrote")
    #expect(edited != drawn)
    try scratch.write(edited, to: "map.dot")

    // Wednesday: into a report.
    try run(
      "render", scratch["map.dot"], "--embed", "--id-prefix", "week-", "-o", scratch["page.svg"],
      "-o", scratch["page.md"])
    #expect(try scratch.text("page.svg").contains("Samdech Hun Sen"))
    #expect(try scratch.text("page.md").contains("Samdech Hun Sen"))

    // Friday: all articles, with her edits, and what changed.
    try run(
      "graph", Programs.seeds, "--edits", scratch["map.dot"], "-o", scratch["friday.dot"], "-o",
      scratch["friday.svg"], "-o", scratch["friday.json"], "--decisions-out", scratch["edits.yaml"])
    let friday = try scratch.text("friday.dot")
    #expect(friday.contains("Samdech Hun Sen") && friday.contains("to be checked"))
    #expect(try scratch.text("edits.yaml").contains("Samdech Hun Sen"))
    try run("verify", scratch["friday.svg"], Programs.seeds)
    try run("verify", scratch["friday.json"], Programs.seeds)
    try run(
      "diff", scratch["monday.json"], scratch["friday.json"], "-o", scratch["changes.txt"], "-o",
      scratch["changes.svg"])
    let changes = try scratch.text("changes.txt")
    #expect(changes.contains("Heng Samrin"), "\(changes)")

    // Next week: the decisions alone draw the same.
    try run(
      "graph", Programs.seeds, "--decisions", scratch["edits.yaml"], "-o", scratch["again.dot"])
    #expect(try scratch.text("again.dot") == friday)
  }

}
