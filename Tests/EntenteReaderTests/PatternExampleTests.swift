import EntenteKnowledge
import EntenteModel
import Testing

/// Every example that stands in a pack, read as an article of its own.
@Suite struct PatternExampleTests {
  @Test(arguments: MarkedExample.accepted)
  func `an accepted example gives the event it is marked with`(example: MarkedExample) throws {
    let reading = try read(example.text)
    let found = reading.events.filter { $0.kind == example.kind && example.fits($0, reading) }
    if found.isEmpty {
      Issue.record(
        "\(example.place): expected \(example.expected), read \(reading.told)",
        sourceLocation: example.location)
    } else if let status = example.status, !found.contains(where: { $0.status == status }) {
      Issue.record(
        "\(example.place): expected \(status), read \(reading.told)",
        sourceLocation: example.location)
    }
  }

  @Test(arguments: MarkedExample.rejected)
  func `a rejected example gives no event of that kind`(example: MarkedExample) throws {
    let reading = try read(example.text)
    if reading.events.contains(where: { $0.kind == example.kind }) {
      Issue.record(
        "\(example.place): \(example.text) gave \(reading.told)", sourceLocation: example.location)
    }
  }
}

/// `[participant: The King] will meet [participant: Anna Berg].`, taken apart.
struct MarkedExample: Sendable, CustomTestStringConvertible {
  /// A stretch of the text that must be a side or a witness.
  struct Mark: Sendable {
    let role: EdgeType
    let bytes: Range<Int>
    let text: String
  }

  let kind: Kind
  let text: String
  let marks: [Mark]
  let status: Status?
  /// `meetings.yaml:12`
  let place: String
  let location: SourceLocation

  static let all: [(pattern: Pattern, accepts: Bool, example: Pattern.Example)] =
    ((try? Shipped.knowledge.get().patterns) ?? []).flatMap { pattern in
      pattern.accept.map { (pattern, true, $0) } + pattern.reject.map { (pattern, false, $0) }
    }

  static let accepted = all.filter(\.accepts).map { MarkedExample($0.pattern, $0.example) }
  static let rejected = all.filter { !$0.accepts }.map { MarkedExample($0.pattern, $0.example) }

  init(_ pattern: Pattern, _ example: Pattern.Example) {
    let file = pattern.file.split(separator: "/").last.map(String.init) ?? pattern.file
    kind = pattern.event
    place = "\(file):\(example.line)"
    location = SourceLocation(
      fileID: "Packs/\(file)", filePath: pattern.file, line: max(1, example.line), column: 1)
    status = example.expectations.first { $0.key == "status" }.flatMap {
      Status(rawValue: $0.value)
    }
    (text, marks) = MarkedExample.parse(example.text)
  }

  var testDescription: String { "\(place) \(text)" }

  var expected: String { marks.map { "\($0.role.rawValue) “\($0.text)”" }.joined(separator: ", ") }

  /// True where those in each role are exactly the marked ones, and nobody else is a side.
  func fits(_ event: Reading.Event, _ reading: Reading) -> Bool {
    let roles = Set(marks.map(\.role)).union(event.participants.map(\.type).filter(\.isSide))
    return roles.allSatisfy { role in
      let wanted = marks.filter { $0.role == role }
      let given = event.participants.filter { $0.type == role }.map { reading.entities[$0.entity] }
      return wanted.count == given.count
        && wanted.allSatisfy { mark in given.contains { isMarked($0, mark, reading) } }
    }
  }

  /// An entity is what is marked where it is named inside the mark; where a person is named there, only the person.
  private func isMarked(_ entity: Reading.Entity, _ mark: Mark, _ reading: Reading) -> Bool {
    func stands(_ entity: Reading.Entity) -> Bool {
      entity.mentions.contains { mark.bytes.contains($0.start) && $0.end <= mark.bytes.upperBound }
    }
    return stands(entity)
      && (entity.kind == .person || !reading.entities.contains { $0.kind == .person && stands($0) })
  }

  private static func parse(_ marked: String) -> (String, [Mark]) {
    var text = ""
    var marks: [Mark] = []
    var rest = marked[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      text += rest[..<open]
      let parts = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
      rest = rest[rest.index(after: close)...]
      guard parts.count == 2 else { continue }
      let name = parts[1].drop { $0 == " " }
      let start = text.utf8.count
      text += name
      marks.append(
        Mark(role: EdgeType(String(parts[0])), bytes: start..<text.utf8.count, text: String(name)))
    }
    return (text + rest, marks)
  }
}
