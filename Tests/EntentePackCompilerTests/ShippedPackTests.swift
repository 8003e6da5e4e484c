import EntenteKnowledge
import EntenteModel
import EntentePackCompiler
import Foundation
import Testing

/// The packs in the folder `Packs` of the repository.
@Suite struct ShippedPackTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Packs").path(percentEncoded: false)

  static let reader = PackReader(folders: [folder])
  static let bytes = PackEncoder.encode(reader.source)

  @Test func `the shipped packs have no faults`() {
    let faults = ShippedPackTests.reader.faults
    #expect(faults.isEmpty, "\n\(DiagnosticFormatter.text(faults))")
  }

  @Test func `the shipped packs compile to the same bytes twice`() throws {
    let knowledge = try Knowledge(bytes: ShippedPackTests.bytes)
    #expect(PackEncoder.encode(PackSource(decoding: knowledge)) == ShippedPackTests.bytes)
  }

  @Test func `every kind and edge type of the model has its look`() throws {
    let knowledge = try Knowledge(bytes: ShippedPackTests.bytes)
    let kinds: [Kind] = [
      .person, .party, .ministry, .province, .country, .organization, .place, .meeting, .agreement,
      .visit,
    ]
    #expect(Set(knowledge.kinds.map(\.kind)) == Set(kinds))
    #expect(Set(knowledge.kinds.filter(\.isEvent).map(\.kind)) == [.meeting, .agreement, .visit])
    let types: [EdgeType] = [
      .participant, .partyTo, .visitor, .witness, .signatory, .host, .leads, .memberOf, .partOf,
      .mayBeSame,
    ]
    #expect(Set(knowledge.relations.map(\.type)) == Set(types))
    for relation in knowledge.relations { #expect(relation.isSide == relation.type.isSide) }
  }
}
