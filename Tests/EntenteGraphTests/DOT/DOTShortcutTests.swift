import Testing

@testable import EntenteGraph

/// Most texts of a file need no care and take short ways; these tests hold them to the long ones.
@Suite struct DOTShortcutTests {
  @Test("What is shown of a character does not depend on what stands beside it")
  func visibleEverywhere() {
    let last: UInt32 = 0x31FF
    let scalars = (UInt32(1)...last).compactMap(Unicode.Scalar.init) + ["\u{FEFF}", "\u{FFFE}"]
    let differing = scalars.filter { scalar in
      // A bell is never shown, and makes the text one that has to be looked at letter by letter.
      DOTText.visible("a\(scalar)b") != DOTText.visible("a\(scalar)b\u{7}")
    }
    #expect(differing.isEmpty)
  }

  @Test(
    "A parser has of what was written what the writer takes the digest of",
    arguments: [
      "Anna Berg", "", "“Anna Berg” – A·B", "a \"b\" c", "a\\nb", "a\\", "\\\"", "R&D", "&amp;",
      "a\nb", "a\u{2028}b\u{200B}c", "Tô Lâm", "\u{202E}x",
      String(repeating: "ab\\c", count: 5_000),
      String(repeating: "x", count: 40_000),
    ])
  func parsed(text: String) throws {
    var document = DOTDocument()
    document.statements = [
      .node("n", [DOTAttribute("tooltip", .text(text)), DOTAttribute("group", text)])
    ]
    let outline = DOTOutline(try DOTParser.parse(DOTWriter.write(document), file: ""))
    let node = try #require(outline["n"])
    #expect(node.value("tooltip") == DOTText.escaped(text))
    #expect(node.value("group") == DOTText.plain(text))
    #expect(node.base?.digests["tooltip"] == DOTBase.digest(DOTText.escaped(text)))
  }

  @Test("The words of a label are what a reader sees of it")
  func words() {
    let label = "<B>Anna&#160;Berg</B><BR ALIGN=\"LEFT\"/><FONT>R&amp;D &lt;head&gt;</FONT></TD>"
    #expect(DOTValue(label, isHTML: true).words == "Anna Berg R&D <head>")
    #expect(DOTValue("Anna<I>Ber</I>g", isHTML: true).words == "AnnaBerg")
    #expect(DOTValue("&amp;lt; stays <unclosed", isHTML: true).words == "&lt; stays")
    #expect(DOTValue("Anna\\nBerg\\l  \\\\\u{200B}x \\\"y\\\"").words == "Anna Berg \\x \"y\"")
    #expect(DOTValue(" Tô\u{3000}Lâm\u{A0}\n").words == "Tô Lâm")
    #expect(DOTValue("a\\").words == "a")
  }

  @Test("Attributes stand in one order, whatever order they come in")
  func order() {
    var document = DOTDocument()
    document.statements = [
      .node(
        "a",
        [
          DOTAttribute("tooltip", "t"), DOTAttribute("id", "a"), DOTAttribute("pos", "0,0"),
          DOTAttribute("color", "red"), DOTAttribute("label", "A"), DOTAttribute("style", "bold"),
          DOTAttribute("width", "1"), DOTAttribute("class", "c"),
        ])
    ]
    let text = String(decoding: DOTWriter.write(document), as: UTF8.self)
    #expect(
      text.contains(
        "[label=\"A\", color=\"red\", style=\"bold\", pos=\"0,0\", width=\"1\", id=\"a\", class=\"c\", tooltip=\"t\"];"
      ))
  }
}
