import EntenteKnowledge
import EntenteModel
import EntentePackCompiler
import Testing

@Suite struct HostileYAMLTests {
  /// Faults of a country's file with this text, and how long the reading took.
  private func read(_ text: String) throws -> (codes: [String], time: Duration) {
    let folder = try PackFolder([
      "countries/NO.yaml": text,
      "world/countries.tsv": PackFolder.small["world/countries.tsv"] ?? "",
    ])
    var codes: [String] = []
    let time = ContinuousClock().measure { codes = PackCompiler.check([folder.path]).map(\.code) }
    return (codes, time)
  }

  private static func laughs(_ levels: Int, width: Int) -> String {
    var text = "a0: &a0 [ha, ha]\n"
    for level in 1...levels {
      let items = [String](repeating: "*a\(level - 1)", count: width).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    return text
  }

  static let hostile: [(name: String, text: String)] = [
    ("billion laughs", laughs(9, width: 9)),
    ("few aliases, deep", laughs(10, width: 3) + "aliases: *a10\n"),
    ("aliases as keys", laughs(9, width: 3) + "? *a9\n: 1\n? [*a9]\n: 2\n"),
    ("deep flow", "parties: " + String(repeating: "[", count: 10_000)),
    (
      "deep flow, closed",
      "parties: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    ),
    ("deep blocks", (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
    ("duplicate keys", "country: NO\ncountry: SE\n"),
    ("self reference", "parties: &a [*a]\n"),
    ("undefined alias", "parties: *nothing\n"),
    ("two documents", "country: NO\n---\ncountry: SE\n"),
    ("a control character", "country: \u{1}\n"),
    ("a tab", "\tcountry: NO\n"),
    ("a list", "- country: NO\n"),
    ("a scalar", "country\n"),
    ("a tag", "country: !!python/object:os.system [rm]\n"),
    ("a key that is a list", "? [country]\n: NO\n"),
    ("an open quote", "country: \"NO\n"),
    ("a merge", "<<: {country: NO}\n"),
  ]

  @Test(arguments: hostile.map(\.name))
  func `hostile YAML is an error within a moment`(name: String) throws {
    let text = try #require(HostileYAMLTests.hostile.first { $0.name == name }).text
    let (codes, time) = try read(text)
    #expect(!codes.isEmpty)
    // A tenth of a second in a release build; a debug build on a busy machine gets more.
    #expect(time < .seconds(1), "\(name) took \(time)")
  }

  @Test func `an empty file says nothing and breaks nothing`() throws {
    #expect(try read("").codes == [])
    #expect(try read("# only a remark\n").codes == [])
  }

  @Test func `what YAML takes for a number or a truth value stays text`() throws {
    let folder = try PackFolder([
      "world/countries.tsv": PackFolder.small["world/countries.tsv"] ?? "",
      "countries/NO.yaml": """
      country: NO
      parties:
        - {id: "012", name: 012}
        - {id: yes, name: Yes, aliases: [on, 1.50, 2026-02-06, ~]}
      """,
    ])
    let knowledge = try folder.knowledge()
    #expect(knowledge.entity(id: "party.012").map { knowledge.entity($0).name } == "012")
    let yes = try #require(knowledge.entity(id: "party.yes"))
    #expect(knowledge.entity(yes).aliases == ["on", "1.50", "2026-02-06", "~"])
  }
}
