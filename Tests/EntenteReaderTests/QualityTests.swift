import EntenteDocuments
import EntenteGraph
import EntenteModel
import EntenteReader
import Foundation
import Testing

/// How well whole articles are read, against hand-made gold that is not part of the repository.
@Suite(.enabled(if: Gold.isThere, "../shared/gold, python3, numpy and scipy are needed"))
struct QualityTests {
  @Test func `the seeds are read at least this well`() throws {
    try expect(
      "seeds", Seeds.names.map { Seeds.folder.appending(path: $0) },
      [
        "entity": 0.97, "relation": 0.95, "meeting": 0.93, "agreement": 1, "visit": 0.95,
        "status": 0.95, "date": 0.85, "linking": 0.98,
      ])
  }

  @Test func `statements that no rule was written on are read at least this well`() throws {
    let folder = Gold.folder.appending(path: "statements")
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    try expect(
      "statements", files,
      [
        "entity": 0.87, "relation": 0.69, "meeting": 0.53, "agreement": 0.28, "visit": 0.45,
        "status": 0.88, "date": 0.5, "linking": 0.95,
      ])
  }

  /// Floors are two-digit F1 values; they go up with the change that raises the score.
  private func expect(_ name: String, _ files: [URL], _ floors: [String: Double]) throws {
    let scores = try Gold.score(name, files)
    for (measure, floor) in floors.sorted(by: { $0.key < $1.key }) {
      let score = try #require(scores[measure], "no score for \(measure)")
      #expect(score >= floor, "\(measure) of the \(name)")
    }
  }
}

/// The annotations and their scorer, where they lie beside the checkout.
enum Gold {
  static let folder = checkout.deletingLastPathComponent().appending(path: "shared/gold")

  static let isThere: Bool = {
    let scorer = folder.appending(path: "score.py").path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: scorer) else { return false }
    return (try? python(["-c", "import numpy, scipy"])) != nil
  }()

  /// The F1 of each measure, by its name: each file read alone, and all of them joined.
  static func score(_ name: String, _ files: [URL]) throws -> [String: Double] {
    let output = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: output) }
    let reader = try Shipped.reader.get()
    var readings: [Reading] = []
    for file in files {
      let entry = SourceEntry(
        id: file.lastPathComponent, origin: .bytes(Array(try Data(contentsOf: file))))
      guard let article = SourceLoader().load(entry).article else { continue }
      let reading = reader.read(article)
      readings.append(reading)
      let stem = file.deletingPathExtension().lastPathComponent
      try write([reading], to: output.appending(path: "\(stem).json"))
    }
    try write(readings, to: output.appending(path: "corpus.json"))
    let paths = [
      folder.appending(path: "score.py"), folder.appending(path: name), output,
    ].map { $0.path(percentEncoded: false) }
    return scores(try python(paths))
  }

  /// `entity  P 0.950  R 0.836  F1 0.890  (…)`
  private static func scores(_ table: String) -> [String: Double] {
    var scores: [String: Double] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let mark = words.firstIndex(of: "F1"), mark + 1 < words.count,
        let name = words.firstIndex(of: "P")
      else { continue }
      scores[words[..<name].joined(separator: " ")] = Double(words[mark + 1])
    }
    return scores
  }

  private static func write(_ readings: [Reading], to file: URL) throws {
    try Data(GraphJSON.encode(Joiner.join(readings))).write(to: file)
  }

  private struct Failure: Error {
    let status: Int32
  }

  private static func python(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return String(decoding: output, as: UTF8.self)
  }
}
