import EntenteDocuments
import EntenteModel
import Foundation
import Glibc
import Testing

/// A folder of its own for a test; removed with what it holds at the end.
private struct Folder: ~Copyable {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("entente-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  func write(_ name: String, _ text: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      _ = unsafe mkdir(folder, 0o755)
    }
    // Not by Foundation, which would compose the letters of the name.
    let descriptor = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite struct SourceLoaderTests {
  @Test func `a folder is walked in byte order, and all that is not read is refused with a reason`()
    throws
  {
    let folder = try Folder()
    for name in ["b.txt", "a/z.md", "a.txt", "B.txt", "é.txt", "a/.x", ".hidden/h.txt"] {
      folder.write(name, prose)
    }
    folder.write("p.png", "x")
    folder.write("t.csv", "x")
    folder.write("g.json", "{\"format\": \"entente-graph\", \"version\": 1}")
    let list = SourceLoader().list([folder.path])
    #expect(
      list.entries.map(\.id) == [
        "B.txt", "a.txt", "a/z.md", "b.txt", "g.json", "p.png", "t.csv", "é.txt",
      ])
    let refused = list.entries.map(SourceLoader().load).filter { $0.refusal != nil }
    #expect(refused.map(\.id) == ["g.json", "p.png", "t.csv"])
    #expect(list.notes.map(\.message) == ["2 hidden files or folders skipped"])
  }

  @Test func `ids are base names, and no longer than needed to tell files apart`() throws {
    let folder = try Folder()
    for name in ["x/one/a.txt", "x/two/a.txt", "x/two/b.txt"] { folder.write(name, prose) }
    let loader = SourceLoader()
    let paths = ["x/two/a.txt", "x/one/a.txt", "x/two/b.txt"].map { "\(folder.path)/\($0)" }
    #expect(loader.list(paths).entries.map(\.id) == ["b.txt", "one/a.txt", "two/a.txt"])
    #expect(loader.list(paths.reversed()).entries.map(\.id) == ["b.txt", "one/a.txt", "two/a.txt"])
    let both = loader.list(["\(folder.path)/x/one", "\(folder.path)/x/two/"])
    #expect(both.entries.map(\.id) == ["b.txt", "one/a.txt", "two/a.txt"])
    let twice = loader.list(["\(folder.path)/x", "\(folder.path)/x/two/b.txt"])
    #expect(twice.entries.map(\.id) == ["b.txt", "one/a.txt", "two/a.txt"])
    #expect(twice.notes.map(\.code) == ["source.repeated"])
  }

  @Test func `twin names that differ only in composition get distinct ids, composed`() throws {
    let folder = try Folder()
    folder.write("T\u{F4}.txt", prose)
    folder.write("To\u{302}.txt", prose + " More.")
    let ids = SourceLoader().list([folder.path]).entries.map(\.id)
    #expect(ids.map { Array($0.utf8) } == ["T\u{F4}.txt", "T\u{F4}.txt~2"].map { Array($0.utf8) })
  }

  @Test func `control characters in a file name are escaped in its id`() throws {
    let folder = try Folder()
    folder.write("a\u{1B}[31m.txt", prose)
    #expect(SourceLoader().list([folder.path]).entries.map(\.id) == ["a%1B[31m.txt"])
  }

  @Test func `links to folders, pipes and files without permission cannot hang or crash`() throws {
    let folder = try Folder()
    folder.write("a.txt", prose)
    unsafe symlink(folder.path, "\(folder.path)/loop")
    unsafe symlink("\(folder.path)/nowhere", "\(folder.path)/dangling.txt")
    unsafe mkfifo("\(folder.path)/pipe.txt", 0o644)
    let list = SourceLoader().list([folder.path])
    let refused = list.entries.map(SourceLoader().load).compactMap(\.refusal)
    #expect(list.entries.count == 4)
    #expect(refused.map(\.code) == ["document.unreadable", "document.type", "document.type"])
  }

  @Test func `a path that leads nowhere is a fault of the list`() {
    let list = SourceLoader().list(["/nowhere/at-all.txt"])
    #expect(list.entries.isEmpty)
    #expect(list.faults.map(\.code) == ["source.missing"])
    #expect(list.faults[0].message.contains("/nowhere/at-all.txt"))
  }

  @Test func `a file above the limit is refused before it is read`() throws {
    let folder = try Folder()
    folder.write("big.txt", String(repeating: "word ", count: 1000))
    let loader = SourceLoader(LoadOptions(maximumBytes: 4999))
    let document = try #require(loader.list([folder.path]).entries.map(loader.load).first)
    #expect(document.refusal?.code == "document.too-large")
    #expect(document.refusal?.message == "5000 bytes, above the limit of 4999 bytes")
    #expect(document.refusal?.place?.file == "big.txt")
  }

  @Test func `a graph given by name is a source`() throws {
    let folder = try Folder()
    folder.write("g.json", "{\n  \"version\": 1, \"format\" : \"entente-graph\"}")
    folder.write("o.json", "{}")
    let list = SourceLoader().list(["\(folder.path)/g.json", "\(folder.path)/o.json"])
    #expect(list.entries[0].origin == .graph("\(folder.path)/g.json"))
    #expect(DocumentSet(list.entries.map(SourceLoader().load)).graphs.count == 1)
    guard case .refused = list.entries[1].origin else {
      Issue.record("another JSON file is no source")
      return
    }
  }

  @Test func `rows of the table find their files, and those that find none are named`() throws {
    let folder = try Folder()
    for name in ["one/a.txt", "two/a.txt", "two/b.txt"] { folder.write(name, prose) }
    let rows = ["one/a.txt", "b.txt", "a.txt", "c.txt"].map { MetadataRow(file: $0, title: $0) }
    let list = SourceLoader(LoadOptions(metadata: rows)).list([folder.path])
    #expect(list.entries.map(\.metadata?.title) == ["one/a.txt", nil, "b.txt"])
    #expect(
      list.notes.map(\.message) == [
        "\"a.txt\" names several of the documents", "no document is named \"c.txt\"",
      ])
  }

  @Test func `the digest in the record is that of the file`() {
    #expect(load("abc").article?.record.sha256 == SHA256.hexadecimal(Array("abc".utf8)))
  }
}
