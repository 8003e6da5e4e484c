import EntenteModel
import Testing

@testable import EntenteDocuments

@Suite struct LinearWorkTests {
  @Test func `twice the lines are twice the work`() {
    func steps(_ lines: Int) -> Int {
      let text = Array(String(repeating: "OSLO — A line that goes on\n", count: lines).utf8)
      return BlockFinder(text, from: 0).steps
    }
    #expect(steps(2000) <= 2 * steps(1000) + 2)
    #expect(steps(8000) <= 2 * steps(4000) + 2)
  }

  @Test func `the grammar of a paragraph's head looks at a bounded part of it`() {
    let word = Array(repeating: UInt8(0x41), count: 4_000_000)
    let scan = WordScan(word, 0, word.count, limit: 10)
    #expect(scan.tokens.count == 1)
    #expect(scan.tokens[0].end <= 240)
  }

  @Test(
    "one long line of anything is read or refused",
    arguments: ["word ", "A", "(", "- ", "A. ", "— ", "Photo ", "./.", "é", "1/2/"]
  )
  func longLines(unit: String) {
    let document = load(String(repeating: unit, count: 200_000))
    #expect(document.article != nil || document.refusal != nil)
  }
}
