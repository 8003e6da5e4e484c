import EntenteKnowledge
import EntenteModel
import Testing

@Suite struct DiagnosticFormatterTests {
  @Test func `a caret stands under the column, counted in bytes`() {
    let place = Diagnostic.Place(
      file: "a.yaml", line: 3, column: 8, lineText: "né\u{301}e: x: y")
    let fault = Diagnostic(.error, code: "x", "a stray colon", at: place, hint: "quote it")
    #expect(
      DiagnosticFormatter.text(fault) == """
        a.yaml:3:8: error: a stray colon
          né\u{301}e: x: y
              ^
        hint: quote it
        """)
  }

  @Test func `a long line is cut around the caret`() {
    let line = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let place = Diagnostic.Place(file: "a", line: 1, column: 501, lineText: line)
    let lines = DiagnosticFormatter.text(Diagnostic(.warning, code: "x", "long", at: place))
      .split(separator: "\n")
    #expect(lines[1].count < 110)
    let caret = lines[2].distance(from: lines[2].startIndex, to: lines[2].firstIndex(of: "^")!)
    #expect(Array(lines[1])[caret] == "!")
  }

  @Test func `control characters are not sent to the terminal`() {
    let place = Diagnostic.Place(file: "a", line: 1, column: 1, lineText: "\u{1B}[31mred\t!")
    let text = DiagnosticFormatter.text(Diagnostic(.error, code: "x", "odd", at: place))
    #expect(text.contains("·[31mred !"))
  }

  @Test func `a fault without a place is one line`() {
    #expect(DiagnosticFormatter.text(Diagnostic(.note, code: "x", "so it is")) == "note: so it is")
  }
}
