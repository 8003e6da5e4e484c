import EntenteKnowledge
import EntenteModel
import Foundation
import Testing

@Suite struct DamagedPackTests {
  /// The same numbers in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test func `a pack with any byte changed is refused`() throws {
    let whole = SamplePack.bytes
    var dice = Dice(state: 1)
    for _ in 0..<200 {
      var bytes = whole
      bytes[Int.random(in: bytes.indices, using: &dice)] ^= UInt8.random(in: 1...255, using: &dice)
      #expect(throws: EntenteError.self) { try Knowledge(bytes: bytes) }
    }
  }

  @Test func `a pack cut short or made longer is refused`() throws {
    let whole = SamplePack.bytes
    var dice = Dice(state: 2)
    for _ in 0..<200 {
      let length = Int.random(in: 0..<whole.count, using: &dice)
      #expect(throws: EntenteError.self) { try Knowledge(bytes: Array(whole[..<length])) }
    }
    #expect(throws: EntenteError.self) { try Knowledge(bytes: whole + [0]) }
  }

  @Test func `a pack forged to have a right checksum never traps`() throws {
    let whole = SamplePack.bytes
    var dice = Dice(state: 3)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...40, using: &dice) {
        let i = Int.random(in: PackFormat.checkedOffset..<bytes.count, using: &dice)
        bytes[i] = Bool.random(using: &dice) ? 0xFF : UInt8.random(in: 0...255, using: &dice)
      }
      let checked = Array(bytes[PackFormat.checkedOffset...])
      let sum = unsafe PackChecksum.of(checked.span.bytes)
      for k in 0..<8 { bytes[24 + k] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * k)) }
      guard let knowledge = try? Knowledge(bytes: bytes) else { continue }
      exercise(knowledge)
    }
  }

  /// Asks everything; the answers don't matter.
  private func exercise(_ knowledge: Knowledge) {
    let words = ["visit", "norwegian", "berg", "nothing"].map { knowledge.word($0) } + [.max, 7]
    for word in words {
      _ = knowledge.text(ofWord: word)
      _ = knowledge.classes(ofWord: word)
      _ = knowledge.verbLemma(ofWord: word)
      _ = knowledge.nounLemma(ofWord: word)
      _ = knowledge.forms(ofWord: word)
      for state: UInt32 in [0, 1, 2, 3, .max] {
        let next = knowledge.step(state, word)
        for i in knowledge.senses(of: next).prefix(50) { _ = knowledge.sense(i) }
      }
    }
    for i in 0..<min(knowledge.entityCount, 20) {
      let entity = knowledge.entity(i)
      _ = (entity.id, entity.kind, entity.aliases.count, entity.posts.count, entity.members.count)
      _ = (entity.country, entity.since, entity.into, entity.source)
    }
    for i in 0..<min(knowledge.termCount, 20) { _ = knowledge.term(i).attributes.count }
    _ = (knowledge.patterns.count, knowledge.kinds.count, knowledge.relations.count)
    _ = knowledge.entity(id: "person.anna-berg")
  }

  @Test func `an error says the path, what is wrong and how to mend it`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "entente-\(UUID().uuidString).entpack").path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: path) }
    func fault() throws -> Diagnostic {
      let error = #expect(throws: EntenteError.self) { try Knowledge.open(path: path) }
      return try #require(error?.faults.first)
    }
    #expect(try fault().code == "pack.unreadable")
    try Data("not a pack at all, but long enough to be read as one".utf8)
      .write(to: URL(filePath: path))
    #expect(
      try fault().message
        == "`\(path)` is not a whole knowledge pack: it does not start with ENTPACK")
    #expect(try fault().hint?.contains("run `make`") == true)
    try Data().write(to: URL(filePath: path))
    #expect(try fault().code == "pack.damaged")
    try Data(SamplePack.bytes).write(to: URL(filePath: path))
    #expect(try Knowledge.open(path: path).digest == 42)
    #expect(throws: EntenteError.self) {
      try Knowledge.open(path: FileManager.default.temporaryDirectory.path(percentEncoded: false))
    }
  }
}
