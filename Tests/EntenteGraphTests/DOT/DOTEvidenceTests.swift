import EntenteGraph
import EntenteModel
import Testing

@Suite struct DOTEvidenceTests {
  @Test("Every byte of a quotation is read back from its comment", arguments: hostileNames)
  func roundTrip(text: String) {
    let evidence = [
      Evidence(
        document: "a \"b\".txt", start: 7, end: 7 + text.utf8.count, text: text, rule: "met"),
      Evidence(document: text, start: 0, end: 3, text: "abc"),
      Evidence(
        document: "b.txt", start: 0, end: 3, text: "abc",
        speaker: .init(id: "person.b", start: 4, end: 4 + text.utf8.count, text: text)),
      Evidence(
        document: "b.txt", start: 0, end: 3, text: String(repeating: "abc ", count: 3_000),
        speaker: .init(id: nil, start: 4, end: 6, text: "he")),
    ]
    var document = DOTDocument()
    document.statements = [
      .edge("a", "b", [DOTAttribute("tooltip", .text(text))], evidence: evidence)
    ]
    #expect(DOTEvidence.read(DOTWriter.write(document)) == evidence)
  }

  @Test("What looks like evidence inside a string is none")
  func insideStrings() {
    let dot = Array(
      "digraph {\n a [label=\"\n//@ \\\"x\\\" 0 1 \\\"y\\\"\n\"];\n /* \n//@ \"x\" 0 1 \"y\"\n*/ b;\n}"
        .utf8)
    #expect(DOTEvidence.read(dot).isEmpty)
  }

  @Test(
    "Malformed evidence is left out and the rest is read",
    arguments: [
      "//@", "//@ \"x\"", "//@ \"x\" 1 2", "//@ \"x\" 1 z \"y\"", "//@ \"x 1 2",
      "//@ \"x\" 1 2 \"\\u{110000}\"",
      "//@ \"x\" 99999999999999999999 2 \"y\"", "//+ \"y\"",
      "//~ 1 2 \"y\"",
    ])
  func malformed(line: String) {
    let bytes = Array("\(line)\n//@ \"d\" 1 2 \"t\"\n".utf8)
    #expect(DOTEvidence.read(bytes) == [Evidence(document: "d", start: 1, end: 2, text: "t")])
  }

  @Test("Bytes that are no DOT at all yield nothing")
  func noise() {
    #expect(DOTEvidence.read([]).isEmpty)
    #expect(DOTEvidence.read([0x22, 0x5C]).isEmpty)
    #expect(DOTEvidence.read([0x3C, 0x2F, 0x2F]).isEmpty)
    #expect(DOTEvidence.read([0x2F, 0x2A]).isEmpty)
  }
}

@Suite struct DOTStampTests {
  private let written = DOTWriter.write(DOTDocument())

  @Test("A file just written is not edited")
  func untouched() {
    #expect(DOTStamp.isEdited(written) == false)
  }

  @Test("Any change is noticed: a letter, a line more, other line ends")
  func changes() {
    var letter = written
    letter[letter.count - 2] ^= 1
    #expect(DOTStamp.isEdited(letter) == true)
    #expect(DOTStamp.isEdited(written + Array("// mine\n".utf8)) == true)
    #expect(DOTStamp.isEdited(written.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }) == true)
  }

  @Test(
    "A file of another program is not ours",
    arguments: ["", "digraph {}", "// entente-dot 1", "// entente-dot 2\n"])
  func foreign(text: String) {
    #expect(DOTStamp.isEdited(Array(text.utf8)) == nil)
  }
}
