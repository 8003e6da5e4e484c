import EntenteGraph
import EntenteModel
import Foundation
import Testing

/// Names as an article or a metadata field may hold them.
let hostileNames: [String] = [
  "Ann \"the\" Fox", "C:\\N", "\\N \\G \\L", "trailing\\", "two\nlines", "<b>bold</b>",
  "a & b &amp; &#60;",
  "*/ } graph [label=x] // ", "\u{202E}gnp.exe", "zero\u{200B}width", "nul\u{0}nul", "bell\u{7}",
  "\u{FFFE}\u{FFFF}x",
  "node", "-> {|}", "tab\tand\u{A0}space", "Trần Thanh Mẫn", "𝔘nicode 😀", "]];\n}\ndigraph{",
  "' OR 1=1; --",
  String(repeating: "Long name ", count: 4_000),
]

@Suite struct DOTTextTests {
  @Test(
    "A name written as an escString is read back by Graphviz as it is shown",
    arguments: hostileNames)
  func tooltipReadBack(name: String) throws {
    guard Graphviz.isPresent else { return }
    var document = DOTDocument()
    document.statements = [
      .node("n", [DOTAttribute("tooltip", .text(name)), DOTAttribute("label", "")])
    ]
    let svg = try Graphviz.run(DOTWriter.write(document), format: "svg")
    let shown = try #require(TitleReader.titles(in: svg).first)
    #expect(DOTText.visible(shown) == DOTText.visible(name))
  }

  @Test(
    "A name inside an HTML-like label is read back as text",
    arguments: hostileNames.filter { $0.utf8.count < 9_000 })
  func labelReadBack(name: String) throws {
    guard Graphviz.isPresent else { return }
    var document = DOTDocument()
    let words = DOTText.html(name)
    document.statements = [.node("n", [DOTAttribute("label", .html("<B>\(words)</B>"))])]
    let svg = try Graphviz.run(DOTWriter.write(document), format: "svg")
    let shown = TitleReader.texts(in: svg).joined()
    #expect(shown == DOTText.visible(name).replacingOccurrences(of: "\n", with: " "))
  }

  @Test("A string is broken into pieces that Graphviz accepts, never inside an escape")
  func longStrings() throws {
    let name = String(repeating: "\\\"&é", count: 9_000)
    let bytes = DOTText.escaped(name).written
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.components(separatedBy: "\" + \"").allSatisfy { $0.utf8.count <= DOTTextTests.limit })
    guard Graphviz.isPresent else { return }
    var document = DOTDocument()
    document.statements = [
      .node("n", [DOTAttribute("tooltip", .text(name)), DOTAttribute("label", "")])
    ]
    let svg = try Graphviz.run(DOTWriter.write(document), format: "svg")
    #expect(TitleReader.titles(in: svg).first.map(DOTText.visible) == name)
  }

  private static let limit = 16_010

  @Test("Control, bidi and zero-width characters and noncharacters are not shown")
  func invisible() {
    #expect(
      DOTText.visible("a\u{0}b\u{7}c\u{202E}d\u{200B}e\u{FFFE}f\u{85}g\u{A0}h") == "abcdef\ng h")
  }

  @Test("Numbers have three decimals at most, and never an exponent")
  func numbers() {
    #expect(DOTNumber.text(-0.5) == "-0.5")
    #expect(DOTNumber.text(12) == "12")
    #expect(DOTNumber.text(1 / 3) == "0.333")
    #expect(DOTNumber.text(-0.0001) == "0")
    #expect(DOTNumber.text(.nan) == "0")
  }
}
