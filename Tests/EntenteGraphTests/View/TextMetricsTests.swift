import EntenteGraph
import Testing

@Suite struct TextMetricsTests {
  @Test("Widths are Arial’s")
  func widths() {
    #expect(abs(TextMetrics.width(of: "Ab", size: 2048) - (1366 + 1139)) < 0.001)
    #expect(abs(TextMetrics.width(of: "A", size: 2048, bold: true) - 1479) < 0.001)
    #expect(TextMetrics.width(of: "ắ", size: 10) == TextMetrics.width(of: "a", size: 10))
    #expect(TextMetrics.width(of: "", size: 10) == 0)
  }

  @Test("Text wraps at spaces and is never wider than asked", arguments: [20.0, 45, 90, 200])
  func wraps(width: Double) {
    let text = "Standing Board of the Central Committee – Incomprehensibilities"
    for line in TextMetrics.wrap(text, width: width, size: 9, most: 40) {
      #expect(TextMetrics.width(of: line, size: 9) <= width)
    }
  }

  @Test("What does not fit ends in an ellipsis")
  func ellipsis() {
    let lines = TextMetrics.wrap(
      String(repeating: "word ", count: 10_000), width: 80, size: 9, most: 3)
    #expect(lines.count == 3)
    #expect(lines[2].hasSuffix("…"))
  }
}
