import EntenteDocuments
import EntenteModel
import Foundation
import Testing

/// The documents in a file of that content, with what became of each.
private func lines(_ text: String, name: String = "a.ndjson") throws -> [LoadedDocument] {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("entente-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  let loader = SourceLoader()
  return loader.list([folder.path]).entries.map(loader.load)
}

@Suite struct JSONLinesTests {
  @Test func `each line is a document, with what its keys tell`() throws {
    let found = try lines(
      """
      {"id": "x1", "date": "2026-02-06T23:00:00+07:00", "title": "Talks", "url": "https://n.example/1", \
      "source": "VNA", "language": "en-GB", "text": "OSLO — \(prose)\\n\\nMore.", "views": 3}

      {"id": 7, "text": "\(prose) Again."}\r
      {"html": "<html><title>No</title><nav>Menu</nav><h1>Talks in Oslo</h1><p>\(prose) Then.</p>"}
      """, name: "b.jsonl")
    #expect(found.map(\.id) == ["b.jsonl#4", "b.jsonl#7", "b.jsonl#x1"])
    let record = found[2].article?.record
    #expect(record?.date?.description == "2026-02-06")
    #expect(record?.title == "Talks")
    #expect(record?.source == "VNA")
    #expect(record?.url == "https://n.example/1")
    #expect(parts(found[2]) == ["dateline: OSLO", "body: \(prose)", "body: More."])
    #expect(parts(found[0]) == ["headline: Talks in Oslo", "body: \(prose) Then."])
  }

  @Test func `a line that cannot be read is refused at its place, and the others are read`() throws
  {
    let found = try lines(
      """
      {"id": "a", "text": "\(prose)"}
      {"id": "b", "text": "\(prose)
      {"id": "c"}
      ["d"]
      {"id": "a", "text": "Another."}
      {"id": "e", "text": "x\\u0000y"}
      {"id": "f", "text": "\(prose) On.", "language": "vi"}
      {"id": "g", "text": 5}
      {"id": "h", "text": "\(prose) Off.", "title": ["x"]}
      """)
    #expect(found.count == 9)
    #expect(found.compactMap(\.article).map(\.record.id) == ["a.ndjson#a", "a.ndjson#h"])
    let reasons = found.compactMap { document in
      document.refusal.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0) \($0.code)" }
    }
    #expect(
      reasons.sorted() == [
        "a.ndjson#f:0 document.language", "a.ndjson:2 document.record",
        "a.ndjson:3 document.record", "a.ndjson:4 document.record", "a.ndjson:5 document.id",
        "a.ndjson:6 document.binary", "a.ndjson:8 document.record",
      ])
    #expect(found.flatMap(\.notes).map(\.code) == ["document.record"])
    #expect(DocumentSet(found).ledger.rows.count == 9)
  }

  @Test func `the text and the digest are the line's, so that quotations can be looked up`() throws
  {
    let line = "{\"id\": \"x\", \"text\": \"\(prose)\"}"
    let document = try #require(try lines("\n\(line)\n").first)
    #expect(document.article?.text == Array(prose.utf8))
    #expect(document.article?.record.sha256 == SHA256.hexadecimal(Array(line.utf8)))
    #expect(document.byteCount == line.utf8.count)
  }

  @Test(
    "lines that break readers are refused one by one",
    arguments: [
      String(repeating: "[", count: 100_000), "{\"text\": NaN}", "{\"text\": \"\\ud800\"}",
      "{\"text\": \"a\", \"text\": \"b\"}", "{\"text\": \"\"}", "null",
    ])
  func hostile(line: String) throws {
    let found = try lines("\(line)\n{\"id\": \"x\", \"text\": \"\(prose)\"}\n")
    #expect(found.map { $0.refusal?.code } == ["document.record", nil])
  }

  @Test func `an empty file is refused`() throws {
    #expect(try lines("\n\n").map { $0.refusal?.code } == ["document.empty"])
  }
}
