import EntenteGraph
import Testing

@Suite struct CSVCells {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("＝1", "'＝1"),
    ("  =1", "'  =1"), ("\u{A0}=1", "'\u{A0}=1"), ("\"=1", "'\"=1"), ("'=1", "''=1"),
    ("'tis", "''tis"), ("a;=1", "a;'=1"), ("a; -1", "a;' -1"), ("a;'=1", "a;''=1"),
    (";;=1", ";;'=1"),
    ("2026-02-06", "2026-02-06"), ("a=b", "a=b"), ("a; b", "a; b"), ("", ""), ("Tô Lâm", "Tô Lâm"),
  ])
  func `what would begin a formula begins with an apostrophe, which can be taken away again`(
    text: String, cell: String
  ) {
    #expect(CSVCell.guarded(text) == cell)
    let back = cell.replacing(#/(^|;)'/#) { String($0.1) }
    #expect(back == text)
  }

  @Test func `a cell with commas, quotes or blanks at its ends stands in quotation marks`() {
    #expect(CSVCell.text("a,b") == Array("\"a,b\"".utf8))
    #expect(CSVCell.text("a \"b\"") == Array("\"a \"\"b\"\"\"".utf8))
    #expect(CSVCell.text(" a") == Array("\" a\"".utf8))
    #expect(CSVCell.text("a\nb") == Array("a b".utf8))
  }
}
