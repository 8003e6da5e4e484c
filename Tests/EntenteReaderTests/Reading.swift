import EntenteKnowledge
import EntenteModel
import EntentePackCompiler
import EntenteReader
import Foundation
import Testing

/// The checkout that these tests are in.
let checkout = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The shipped packs, compiled once for all tests.
enum Shipped {
  static let knowledge = Result {
    let folder = checkout.appending(path: "Packs").path(percentEncoded: false)
    return try Knowledge(bytes: PackCompiler.compile([folder]))
  }

  static let reader = Result { Reader(try knowledge.get()) }
}

/// What a text says: paragraphs are parted by an empty line, published on a Wednesday unless told otherwise.
func read(
  _ text: String, on date: String? = "2026-03-11", headline: String? = nil,
  as role: Article.Block.Role = .body
) throws -> Reading {
  try Shipped.reader.get().read(article(text, on: date, headline: headline, as: role))
}

/// An article whose every paragraph is a block of that role.
func article(
  _ text: String, on date: String? = "2026-03-11", headline: String? = nil,
  as role: Article.Block.Role = .body
) -> Article {
  var bytes: [UInt8] = []
  var blocks: [Article.Block] = []
  let paragraphs =
    (headline.map { [($0, Article.Block.Role.headline)] } ?? [])
    + text.split(separator: "\n\n").map { (String($0), role) }
  for (paragraph, role) in paragraphs {
    if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
    let start = bytes.count
    bytes += Array(paragraph.utf8)
    blocks.append(Article.Block(role, start, bytes.count))
  }
  let record = DocumentRecord(id: "a.txt", date: date.flatMap { PartialDate($0) }, sha256: "")
  return Article(record: record, text: bytes, blocks: blocks)
}

extension Reading {
  /// `person Anna Berg`, in the order of first appearance.
  var names: [String] { entities.map { "\($0.kind.rawValue) \($0.name)" } }

  /// The names of the entities of a kind.
  func names(of kind: Kind) -> [String] { entities.filter { $0.kind == kind }.map(\.name) }

  /// `Anna Berg leads Norway`, sorted; what only the pack says is left out.
  var ties: [String] {
    relations.filter { $0.origin != .background }.map { relation in
      let (source, target) = (entities[relation.source].name, entities[relation.target].name)
      return "\(source) \(relation.type.rawValue) \(target)"
    }.sorted()
  }

  /// `meeting held: Anna Berg, Omar Diallo`, sorted; no witnesses and hosts.
  var told: [String] {
    events.map { "\($0.kind.rawValue) \($0.status.rawValue): \(sides($0))" }.sorted()
  }

  /// `visit held: Anna Berg → Kenya`, sorted.
  var visits: [String] {
    events.filter { $0.kind == .visit }.map { event in
      let place = event.place.map { entities[$0].name } ?? "?"
      return "\(event.status.rawValue): \(sides(event)) → \(place)"
    }.sorted()
  }

  /// The dates of all events, `2026-02-06…2026-02-08` for a period.
  var dates: [String] {
    events.map { event in
      guard let date = event.date else { return "?" }
      return date.description + (event.end.map { "…" + $0.description } ?? "")
    }
  }

  /// The names of an event's sides, sorted.
  func sides(_ event: Event) -> String {
    names(event) { $0.isSide }.joined(separator: ", ")
  }

  /// The names of those who take part in an event in some way, sorted.
  func names(_ event: Event, _ isWanted: (EdgeType) -> Bool) -> [String] {
    event.participants.filter { isWanted($0.type) }.map { entities[$0.entity].name }.sorted()
  }
}
