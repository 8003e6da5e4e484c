import EntenteGraph
import EntenteModel
import Testing

@Suite struct ThemeTests {
  private static let names = Theme.builtIn.map(\.name)

  private func theme(_ name: String) throws -> Theme {
    try #require(Theme.builtIn.first { $0.name == name }).theme
  }

  @Test(arguments: names)
  func `lines of every theme stand out 3 to 1 and its text 4.5 to 1`(name: String) throws {
    #expect(try theme(name).lowContrasts.isEmpty)
  }

  @Test func `a role that is too pale is found wherever it lies on something`() {
    var theme = Theme.standard
    theme[.faint] = Colour(0x999999)
    theme[.eventLine] = Colour(0xffff00)
    let found = theme.lowContrasts
    #expect(found.contains { $0.front == .faint && $0.back == .paper && $0.least == 4.5 })
    #expect(found.contains { $0.front == .eventLine && $0.back == .bank1Panel && $0.least == 3 })
    #expect(found.allSatisfy { $0.ratio < $0.least })
  }

  @Test(arguments: names)
  func `a picture has the colours of its theme and no others`(name: String) throws {
    let theme = try theme(name)
    let own = Set(Theme.Role.allCases.map { theme[$0].description })
    for graph in [ViewSample.visit(), ViewSample.crowd(entities: 60, events: 40), Graph()] {
      let dot = String(
        decoding: DiagramDOT.write(graph, options: DiagramOptions(theme: theme)), as: UTF8.self)
      #expect(Set(colours(in: dot)).isSubset(of: own))
    }
  }

  @Test func `the default writes the same bytes as no theme`() {
    let graph = ViewSample.visit()
    #expect(
      DiagramDOT.write(graph, options: DiagramOptions(theme: .standard)) == DiagramDOT.write(graph))
  }

  /// What exchanges colours goes by their values, so two roles must not share one.
  @Test func `no two roles of the default have one colour`() {
    let all = Theme.Role.allCases.map { Theme.standard[$0] }
    #expect(Set(all).count == all.count)
  }

  @Test func `the theme for print is grey`() {
    for role in Theme.Role.allCases {
      let colour = Theme.print[role]
      #expect(colour.red == colour.green && colour.green == colour.blue)
    }
  }

  @Test(arguments: ["#4b5157", "COLOR=\"#4b5157\"", "color=\"#ffffff\""])
  func `a name that looks like a colour is not painted over`(name: String) {
    var graph = ViewSample.visit()
    for i in graph.nodes.indices where graph.nodes[i].kind == .person { graph.nodes[i].name = name }
    let dot = DiagramDOT.write(graph, options: DiagramOptions(theme: .dark))
    let text = String(decoding: dot, as: UTF8.self)
    #expect(text.contains(DOTText.html(name)))
    #expect(Set(DOTEvidence.read(dot)) == Set(DOTEvidence.read(DiagramDOT.write(graph))))
  }

  @Test(
    arguments: [
      ("#95392b", "#95392b"), ("#FFF", "#ffffff"), ("#0a1", "#00aa11"), ("95392b", nil),
      ("#95392", nil), ("red", nil), ("#+fffff", nil), ("#95392b80", nil), ("", nil),
    ] as [(String, String?)])
  func `colours are read in hexadecimal`(text: String, expected: String?) {
    #expect(Colour(text)?.description == expected)
  }

  @Test(
    arguments: [
      (0x000000, 0xffffff, 21), (0x777777, 0xffffff, 4.48), (0x767676, 0xffffff, 4.54),
      (0xff0000, 0xffffff, 4.0), (0x0000ff, 0xffffff, 8.59), (0x123456, 0x123456, 1),
    ] as [(UInt32, UInt32, Double)])
  func `contrasts are those that the guidelines define`(a: UInt32, b: UInt32, ratio: Double) {
    #expect(abs(Colour(a).contrast(with: Colour(b)) - ratio) < 0.005)
    #expect(Colour(a).contrast(with: Colour(b)) == Colour(b).contrast(with: Colour(a)))
  }

  /// Every `…color="#…"` outside of escaped text.
  private func colours(in dot: String) -> [String] {
    ["color=\"#", "COLOR=\"#"].flatMap { mark in
      dot.split(separator: mark).dropFirst().map { "#" + $0.prefix(6) }
    }
  }
}
