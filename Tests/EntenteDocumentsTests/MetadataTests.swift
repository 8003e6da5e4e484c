import EntenteDocuments
import EntenteModel
import Testing

@Suite struct MetadataTests {
  private func rows(_ text: String) throws -> [MetadataRow] {
    try MetadataTable.parse(Array(text.utf8), file: "m.csv")
  }

  @Test func `a table is read with its quotes, line breaks and columns in any order`() throws {
    let rows = try rows(
      "\u{FEFF}Title,file,date\r\n\"Berg, \"\"the\"\" envoy\r\nspeaks\",a.txt,2026-02\r\n,b.txt,\r\n\r\n"
    )
    #expect(rows.map(\.file) == ["a.txt", "b.txt"])
    #expect(rows[0].title == "Berg, \"the\" envoy speaks")
    #expect(rows[0].date == PartialDate("2026-02"))
    #expect(rows[1].title == nil)
    #expect(rows[1].place == Diagnostic.Place(file: "m.csv", line: 4, column: 1))
  }

  @Test func `all faults come at once, each with its place`() throws {
    let text = """
      file,date,colour,url
      a.txt,6 Feb,red,https://example.org
      b.txt,2026-02-06
      ,2026-02-06,,ftp://x
      a.txt,2026-02-06,"open,
      """
    let error = try #require(throws: EntenteError.self) { try rows(text) }
    let places = error.faults.map { "\($0.code) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
    #expect(
      Set(places) == [
        "metadata.column 1:11", "metadata.date 2:7", "metadata.cells 3:1", "metadata.file 4:1",
        "metadata.url 4:14", "csv.quote 5:18", "metadata.cells 5:1",
      ])
  }

  @Test func `a table without a header, or without the file column, says so`() throws {
    #expect(throws: EntenteError.self) { try rows("") }
    let error = try #require(throws: EntenteError.self) { try rows("date,title\n2026-02-06,T\n") }
    #expect(error.faults.map(\.message) == ["there is no column \"file\""])
  }
}
