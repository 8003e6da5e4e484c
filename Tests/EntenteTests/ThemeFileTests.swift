import Entente
import Foundation
import Testing

@Suite struct ThemeFiles {
  private func read(_ text: String) throws -> (theme: Theme, warnings: [String]) {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "theme-\(UUID().uuidString).yaml").path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(filePath: path))
    var warnings: [Diagnostic] = []
    do {
      let theme = try Theme(contentsOf: path, warnings: &warnings)
      return (theme, warnings.map { $0.text.replacing(path, with: "t.yaml") })
    } catch {
      throw Fault(
        codes: error.faults.map(\.code),
        texts: error.faults.map { $0.text.replacing(path, with: "t.yaml") })
    }
  }

  private struct Fault: Error {
    var codes: [String]
    var texts: [String]
  }

  @Test func `a theme changes the roles that it names and keeps the others`() throws {
    let (theme, warnings) = try read("based-on: dark\nink: \"#fff\"\nbank-2-line: \"#a9c7f5\"\n")
    #expect(theme[.ink] == Colour(0xffffff))
    #expect(theme[.bank2Line] == Colour(0xa9c7f5))
    #expect(theme[.paper] == Theme.dark[.paper])
    #expect(warnings.isEmpty)
    #expect(try read("").theme == .standard)
  }

  @Test func `all faults are told at once, each with its line and column`() throws {
    let text = """
      based-on: drak
      papre: "#ffffff"
      ink: #111111
      faint: grey
      bank-1-line: ["#fff"]
      """
    let fault = #expect(throws: Fault.self) { try read(text) }
    #expect(
      fault?.codes == [
        "theme.base", "theme.unknown-key", "theme.no-value", "theme.colour", "theme.no-value",
      ])
    let starts = ["t.yaml:1:11", "t.yaml:2:1", "t.yaml:3:1", "t.yaml:4:8", "t.yaml:5:1"]
    for (text, start) in zip(fault?.texts ?? [], starts) { #expect(text.hasPrefix(start)) }
    #expect(fault?.texts[0].contains("dark") == true)
    #expect(fault?.texts[1].contains("paper") == true)
    #expect(fault?.texts[2].contains("# begins a comment") == true)
  }

  @Test func `colours that lie too near to each other are told with their place, and used`() throws
  {
    let (theme, warnings) = try read("paper: \"#ffffff\"\nevent-line: \"#eeee00\"\n")
    #expect(theme[.eventLine] == Colour(0xeeee00))
    let first = try #require(warnings.first)
    #expect(first.hasPrefix("t.yaml:2:13: warning: `event-line` (#eeee00) on `paper` (#ffffff)"))
    #expect(first.contains("contrast of 1.2:1; lines need 3:1"))
  }

  @Test(arguments: ["- a\n", "just text", "paper: \"#fff", "a: &x [*x]\n", "\u{0}"])
  func `what is no theme is refused`(text: String) {
    #expect(throws: Fault.self) { try read(text) }
  }

  @Test func `a missing file is told of`() {
    var warnings: [Diagnostic] = []
    let error = #expect(throws: EntenteError.self) {
      try Theme(contentsOf: "/nonexistent/theme.yaml", warnings: &warnings)
    }
    #expect(error?.faults.first?.code == "theme.unreadable")
  }
}
