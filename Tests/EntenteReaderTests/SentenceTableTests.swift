import EntenteModel
import Foundation
import Testing

/// The tables of sentences in `Sentences/`: one way each in which news says a thing.
///
/// A line that fails names the construction that is no longer read. More are welcome.
struct SentenceTableTests {
  /// The rows of a table, split at tabs; lines with `#` are comments.
  static func rows(_ name: String) -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Sentences/\(name).tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
  }

  @Test(arguments: rows("titles"))
  func `a title ties its holder to a body`(row: [String]) throws {
    try #require(row.count == 4)
    let reading = try read(row[3], on: "2024-03-05")
    #expect(reading.ties.contains("\(row[1]) \(row[0]) \(row[2])"))
  }

  @Test(arguments: rows("events"))
  func `a sentence tells of an event`(row: [String]) throws {
    try #require(row.count == 4)
    let reading = try read(row[3], on: "2024-03-06")
    let isTold = reading.told.contains { line in
      line.hasPrefix("\(row[0]) \(row[0] == "agreement" && row[1] == "held" ? "" : row[1])")
        && row[2].split(separator: "|").allSatisfy { line.contains($0) }
    }
    #expect(isTold, "\(reading.told)")
  }

  @Test(arguments: rows("dates"))
  func `a sentence tells when`(row: [String]) throws {
    try #require(row.count == 2)
    #expect(try read(row[1], on: "2024-03-06").dates.contains(row[0]))
  }

  @Test(arguments: rows("none"))
  func `a sentence tells of no event`(row: [String]) throws {
    try #require(row.count == 1)
    let reading = try read(row[0], on: "2024-03-06")
    #expect(reading.told.isEmpty, "\(reading.told)")
  }

  @Test(arguments: rows("untied"))
  func `a sentence ties no two that it leaves apart`(row: [String]) throws {
    try #require(row.count == 4)
    let reading = try read(row[3], on: "2024-03-06")
    #expect(!reading.ties.contains("\(row[1]) \(row[0]) \(row[2])"), "\(reading.ties)")
  }

  @Test(arguments: ["none", "untied"])
  func `no list of what is not said is empty`(name: String) {
    #expect(!SentenceTableTests.rows(name).isEmpty)
  }

  @Test(arguments: rows("speakers"))
  func `a quotation tells who says it`(row: [String]) throws {
    try #require(row.count == 3)
    let reading = try read(row[2].replacing("¶ ", with: "\n\n"), on: "2024-03-06")
    let event = try #require(reading.events.first)
    let speaker = event.evidence.first?.speaker
    let number = speaker?.number
    let id = number.map { reading.entities[$0].key } ?? (speaker == nil ? "none" : "-")
    #expect("\(id) \(speaker?.text ?? "none")" == "\(row[0]) \(row[1])")
    #expect(event.participants.allSatisfy { $0.evidence.first?.speaker == speaker })
  }

  @Test(arguments: ["titles", "events", "dates", "speakers"])
  func `no table is empty`(name: String) {
    #expect(SentenceTableTests.rows(name).count > 40)
  }
}
