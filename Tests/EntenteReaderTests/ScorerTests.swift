import EntenteGraph
import Foundation
import Testing

/// The scores beside those of a script that was written apart, on the annotations that it came with.
@Suite(.enabled(if: Script.isThere, "../shared/gold, python3, numpy and scipy are needed"))
struct ScorerTests {
  @Test(arguments: [("seeds", Seeds.folder), ("statements", nil)])
  func `a second scorer finds the same figures and the same misses`(
    name: String, articles: URL?
  ) throws {
    let gold = Gold.folder.appending(path: name)
    let readings = try Gold.read(gold, of: articles)
    var formatter = ScorecardFormatter()
    (formatter.each, formatter.misses) = (true, true)
    let own = formatter.format(Scorecard(readings.entries, together: readings.together))
    let lines = words(try Script.score(gold, readings))
    #expect(lines.count > 12)
    #expect(words(own) == lines)
  }

  /// The words of each line: the script writes lists as Python does, and aligns other columns.
  private func words(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").map { $0.split { " ()[]',:→".contains($0) } }
  }
}

/// `score.py`, and what it needs.
private enum Script {
  static let isThere: Bool =
    FileManager.default.fileExists(atPath: path)
    && (try? python(["-c", "import numpy, scipy"])) != nil

  private static let path = Gold.folder.appending(path: "score.py").path(percentEncoded: false)

  /// What the script prints of the graphs of these readings.
  static func score(_ gold: URL, _ readings: Gold.Readings) throws -> String {
    let output = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: output) }
    for entry in readings.entries {
      try Data(GraphJSON.encode(entry.graph))
        .write(to: output.appending(path: "\(entry.annotation.name).json"))
    }
    try Data(GraphJSON.encode(readings.together)).write(to: output.appending(path: "corpus.json"))
    let folders = [gold, output].map { $0.path(percentEncoded: false) }
    return try python([path] + folders + ["--each", "--misses"])
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
