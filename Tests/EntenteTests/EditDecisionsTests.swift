import Entente
import EntenteGraph
import EntenteModel
import Foundation
import Testing

@Suite struct EditDecisionsTests {
  /// A generator with a seed, so that a failure can be repeated.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private let words = [
    "person.anna-berg", "a--b", "every node in x", "null", "no", "1", "~", "*x", "- a", "a: b",
    "#c",
    "{d", "é\u{200B}", "“q”", "\"", "\\\\", "\\n", "\n", "\t", "  ", "true", "\u{202E}x",
    "the graph",
    "<TABLE>&amp;", "'", "%", "@", "`", "!t", "|", ">", "\u{85}", "\u{1F600}", "label", "x=y",
  ]

  private func file(_ decisions: Decisions) throws -> Decisions {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(DecisionsText.write(decisions)).write(to: path)
    return try Decisions(contentsOf: path.path(percentEncoded: false))
  }

  private func edits(_ seed: UInt64) -> Edits {
    var random = Seeded(state: seed)
    func word() -> String {
      (0..<Int.random(in: 1...3, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined()
    }
    func value() -> DOTValue { DOTValue(word(), isHTML: Bool.random(using: &random)) }
    var edits = Edits()
    for _ in 0..<6 {
      let name = ["label", "color", "pos", "in", word()].randomElement(using: &random) ?? "x"
      edits.changes[word(), default: [:]][name] =
        Bool.random(using: &random) ? .remove : .set(value())
      // Names are told without spaces at their ends.
      edits.hidden.insert("h" + word() + "h")
      edits.nodes[word()] = .init(
        group: Bool.random(using: &random) ? word() : nil, attributes: ["k" + word(): value()])
      edits.edges[word()] = .init(from: word(), to: word(), attributes: ["label": value()])
      edits.comments[word()] = [word(), word()]
    }
    return edits
  }

  @Test("Edits written as decisions are read back as they were", arguments: 1...80)
  func roundTrip(seed: UInt64) throws {
    var decisions = Decisions.none
    decisions.edits = edits(seed)
    decisions.same = [["a.b", "c: d"], ["x", "y"]]
    decisions.drop = ["Jane Doe"]
    decisions.rename = [.init(from: "Việt Nam", to: "Vietnam")]
    let read = try file(decisions)
    #expect(read.edits == decisions.edits)
    #expect(Set(read.same) == Set(decisions.same) && read.drop == decisions.drop)
    #expect(read.rename == decisions.rename)
    #expect(DecisionsText.write(read) == DecisionsText.write(decisions))
  }

  @Test("A label that Entente could have written is told line by line, any other as it stands")
  func labels() throws {
    let label = LabelText(
      lines: [
        [.init(type: "name", text: "A & <B>"), .init(type: "detail", text: "province \"x\" \\")],
        [.init(type: "detail", text: "Mayor")],
      ], width: 121)
    #expect(LabelText(label.value) == label)
    #expect(LabelText(DOTValue(label.value.text + " ", isHTML: true)) == nil)
    #expect(LabelText(DOTValue("<B>x</B>", isHTML: true)) == nil)
    var decisions = Decisions.none
    decisions.edits.changes["n"] = ["label": .set(label.value)]
    let text = String(decoding: DecisionsText.write(decisions), as: UTF8.self)
    #expect(text.contains("    - {detail: \"Mayor\"}\n    - {width: 121}\n"))
    #expect(try file(decisions) == decisions)
  }

  @Test("An id longer than YAML looks for a colon is read back as it was")
  func longIds() throws {
    let id = String(repeating: "long name ", count: 4_000)
    var decisions = Decisions.none
    decisions.edits.changes[id] = [
      "label": .set(DOTValue("x")), "color": .set(DOTValue("red")), id: .remove,
      "pos": .set(DOTValue("1,2")),
    ]
    decisions.edits.changes["n" + id] = [
      "label": .set(LabelText(lines: [[.init(type: "name", text: id)]], width: 100).value)
    ]
    decisions.edits.hidden = [id]
    decisions.edits.nodes[id] = .init()
    decisions.edits.nodes["a"] = .init(attributes: [id: DOTValue(id)])
    decisions.edits.edges[id] = .init(from: id, to: "a")
    decisions.edits.comments[id] = [id]
    decisions.rename = [.init(from: "x" + id + "x", to: "y")]
    #expect(try file(decisions) == decisions)
  }

  @Test("A key may stand twice; two values for one attribute are a fault with both places")
  func repeats() throws {
    func read(_ text: String) throws -> Decisions {
      let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
      defer { try? FileManager.default.removeItem(at: path) }
      try Data(text.utf8).write(to: path)
      return try Decisions(contentsOf: path.path(percentEncoded: false))
    }
    let both = try read("hide: [a]\nlook: {n: {color: red}}\nlook: {m: {color: red}}\nhide: [b]\n")
    #expect(both.edits.hidden == ["a", "b"] && both.edits.changes.count == 2)
    let error = #expect(throws: EntenteError.self) {
      try read("label: {n: A}\nlabel: {n: B}\n")
    }
    #expect(error?.faults.map(\.code) == ["decisions.contradiction"])
    #expect(error?.faults.first?.place?.line == 2)
  }

  @Test("One more edit is one more line or block, and no other line changes")
  func differences() throws {
    var decisions = Decisions.none
    decisions.edits = edits(7)
    let before = Set(
      String(decoding: DecisionsText.write(decisions), as: UTF8.self).split(separator: "\n"))
    decisions.edits.hidden.insert("person.new-one")
    decisions.edits.changes["person.b"] = ["color": .set(DOTValue("red"))]
    let after = String(decoding: DecisionsText.write(decisions), as: UTF8.self).split(
      separator: "\n")
    #expect(
      after.filter { !before.contains($0) && $0.hasPrefix(" ") } == [
        "  person.b:", "    color: \"red\"", "  - person.new-one",
      ])
  }
}
