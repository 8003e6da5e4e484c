import EntenteKnowledge
import EntenteModel
import EntentePackCompiler
import Testing

/// The tables of towns, of provinces' adjectives and of well-known bodies.
@Suite struct GazetteerTests {
  private func knowledge(_ files: [String: String]) throws -> Knowledge {
    try PackFolder(PackFolder.small.merging(files) { $1 }).knowledge()
  }

  @Test func `a town lies in its country and gives way to a province of its name`() throws {
    let pack = try knowledge([
      "world/cities.tsv": "country\tname\taliases\nNO\tBergen\tBjørgvin\nNO\tOslo\t\n"
    ])
    let towns = pack.senses(ofPhrase: "bergen").filter { $0.role == .entity }
    #expect(towns.map { pack.entity($0.target).id } == ["place.no.bergen"])
    #expect(pack.senses(ofPhrase: "bjorgvin").count == 1)
    #expect(pack.senses(ofPhrase: "oslo").allSatisfy { pack.entity($0.target).kind == .province })
  }

  @Test func `a province has an adjective`() throws {
    let pack = try knowledge([
      "world/adjectives.tsv": "code\tadjectives\nNO-34\tInnlandish\n"
    ])
    let sense = try #require(pack.senses(ofPhrase: "innlandish").first)
    #expect(sense.role == .adjective)
    #expect(pack.entity(sense.target).id == "province.no-34")
  }

  @Test func `a well-known body has its group`() throws {
    let pack = try knowledge([
      "world/organizations.tsv":
        "name\tcountry\tabbreviation\taliases\tgroup\nBergen Times\tNO\tBTM\tThe Times of Bergen\tmedia\n"
    ])
    let sense = try #require(pack.senses(ofPhrase: "bergen times").first)
    #expect(pack.entity(sense.target).id == "organization.media.bergen-times")
    #expect(pack.entity(sense.target).type == "media")
  }

  @Test func `an adjective of no listed province is a fault at its place`() throws {
    let found = try PackFolder(
      PackFolder.small.merging(["world/adjectives.tsv": "code\tadjectives\nNO-99\tNowhereish\n"]) {
        $1
      }
    ).faults()
    #expect(found == ["world/adjectives.tsv:2:1 pack.unknown-id"])
  }
}
