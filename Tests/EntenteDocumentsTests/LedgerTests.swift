import EntenteDocuments
import EntenteModel
import Testing

@Suite struct LedgerTests {
  @Test func `what was read is used, refused or a duplicate`() {
    let set = DocumentSet([
      load(prose, as: "a.txt"), load(prose, as: "b.txt"), load("", as: "c.txt"),
      load(
        "Le président a rencontré le ministre dans une ville avec elle.",
        as: "d.txt"),
    ])
    #expect(set.ledger.summary == "Read 4 documents: 1 used, 2 refused, 1 duplicate.")
    #expect(set.ledger.rows.map(\.outcome) == [.used, .duplicate, .refused, .refused])
    #expect(
      set.ledger.rows.map(\.reason) == [
        "", "document.copy", "document.empty", "document.language",
      ])
    #expect(set.diagnostics.map(\.code) == ["document.empty", "document.language"])
    #expect(set.ledger.rows[0].words == 16)
  }

  @Test func `one of a kind is said in the singular`() {
    #expect(Ledger().summary == "Read 0 documents: 0 used, 0 refused, 0 duplicates.")
    #expect(
      Ledger([Ledger.Row(document: "a", outcome: .used)]).summary
        == "Read 1 document: 1 used, 0 refused, 0 duplicates.")
  }

  @Test func `nothing in a cell can break the table or the terminal`() {
    let row = Ledger.Row(
      document: "a\tb\nc\\d\u{1B}[31m\u{9B}x", outcome: .refused, reason: "r",
      detail: "é\r\n", bytes: 3, words: 2, date: PartialDate("2026-02"), source: "NTB")
    #expect(
      Ledger([row]).tsv
        == "document\toutcome\treason\tdetail\tbytes\twords\tdate\tsource\n"
        + "a\\tb\\nc\\\\d\\x1B[31m\\x9Bx\trefused\tr\té\\r\\n\t3\t2\t2026-02\tNTB\n")
  }
}
