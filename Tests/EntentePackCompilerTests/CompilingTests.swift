import EntenteKnowledge
import EntenteModel
import EntentePackCompiler
import Testing

@Suite struct CompilingTests {
  let folder: PackFolder
  let knowledge: Knowledge

  init() throws {
    folder = try PackFolder(PackFolder.small)
    knowledge = try folder.knowledge()
  }

  private func entity(_ id: String) throws -> KnownEntity {
    knowledge.entity(try #require(knowledge.entity(id: id), "\(id) is missing"))
  }

  private func names(_ phrase: String) -> [String] {
    knowledge.senses(ofPhrase: phrase).map { sense in
      sense.role == .term
        ? knowledge.term(sense.target).termClass.name : knowledge.entity(sense.target).id
    }
  }

  @Test func `the small world has no faults`() {
    #expect(folder.faults() == [])
  }

  @Test func `a name is found whatever its case and accents`() {
    #expect(names("ÁNNA BERG") == ["person.anna-berg"])
    #expect(names("kingdom of norway") == ["country.no"])
    #expect(names("Anna") == [])
  }

  @Test func `an apostrophe after a plural may be left out`() {
    #expect(names("Workers' Party") == ["party.ap"])
    #expect(names("Workers Party") == ["party.ap"])
  }

  @Test func `countries have adjectives and people`() throws {
    let adjective = try #require(knowledge.senses(ofPhrase: "Norwegian").first)
    #expect(adjective.role == .adjective)
    let people = try #require(knowledge.senses(ofPhrase: "Swedes").first)
    #expect(people.role == .people)
    #expect(try entity("country.se").people == ["Swedes", "Swede"])
  }

  @Test func `a capital that is a unit of its own is that unit, another is a place`() throws {
    #expect(try entity("province.no-03").capitalOf == knowledge.entity(id: "country.no"))
    #expect(try entity("province.no-03").aliases == ["Christiania"])
    #expect(knowledge.entity(id: "place.no.oslo") == nil)
    #expect(try entity("place.se.stockholm").capitalOf == knowledge.entity(id: "country.se"))
  }

  @Test func `the seat of a unit is a place in the unit that still exists`() throws {
    #expect(try entity("place.no.hamar").partOf == knowledge.entity(id: "province.no-34"))
  }

  @Test func `a former unit knows what it went into`() throws {
    let hedmark = try entity("province.no-04")
    #expect(hedmark.until == PartialDate("2019-12-31"))
    #expect(hedmark.into == knowledge.entity(id: "province.no-34"))
  }

  @Test func `organs, ministries and legislatures need an owner, parties do not`() throws {
    #expect(try #require(knowledge.senses(ofPhrase: "Central Board").first).needsOwner)
    #expect(try #require(knowledge.senses(ofPhrase: "Ministry of Interior").first).needsOwner)
    #expect(try #require(knowledge.senses(ofPhrase: "Storting").first).needsOwner)
    #expect(try !#require(knowledge.senses(ofPhrase: "Workers' Party").first).needsOwner)
    #expect(try entity("party.ap.secretariat").partOf == knowledge.entity(id: "party.ap.board"))
    #expect(try entity("party.ap.board").partOf == knowledge.entity(id: "party.ap"))
  }

  @Test func `a short abbreviation keeps its capitals`() throws {
    let sense = try #require(knowledge.senses(ofPhrase: "AP").first)
    #expect(sense.role == .abbreviation)
    #expect(sense.needsCapitals)
    #expect(try #require(knowledge.senses(ofPhrase: "NOR").first).role == .abbreviation)
  }

  @Test func `posts have their body and their dates`() throws {
    let posts = try entity("person.anna-berg").posts
    #expect(posts.map(\.office) == ["Chairwoman", "Minister"])
    #expect(posts.map { knowledge.entity($0.body).id } == ["party.ap", "ministry.no.interior"])
    #expect(posts[1].until == PartialDate("2019-03-01"))
    #expect(posts[0].isHeld(on: PartialDate("2024-01-01")))
    #expect(!posts[0].isHeld(on: PartialDate("2020")))
    #expect(posts[0].isHeld(on: PartialDate("2021-05-03")))
    #expect(try entity("person.anna-berg").country == knowledge.entity(id: "country.no"))
    #expect(try entity("person.anna-berg").culture == "western")
  }

  @Test func `a bloc knows its members`() throws {
    let members = try entity("organization.nordic-council").members
    #expect(members.map { knowledge.entity($0).id } == ["country.no", "country.se"])
  }

  @Test func `a word knows its classes, lemma and forms`() {
    let met = knowledge.word("met")
    #expect(knowledge.classes(ofWord: met) == .verb)
    #expect(knowledge.text(ofWord: knowledge.verbLemma(ofWord: met)) == "meet")
    #expect(knowledge.forms(ofWord: met) == [.past, .participle])
    let talks = knowledge.word("talks")
    #expect(knowledge.text(ofWord: knowledge.nounLemma(ofWord: talks)) == "talks")
    #expect(knowledge.verbLemma(ofWord: talks) == 0)
    #expect(knowledge.word("nowhere") == 0)
    #expect(knowledge.classes(ofWord: 0) == [])
  }

  @Test func `terms of several words have plurals and attributes`() throws {
    let term = try #require(knowledge.term("members of parliament", .office))
    #expect(term.text == "member of parliament")
    #expect(term.attribute("relation") == "member-of")
    #expect(term.source.file == "lang/en/words.yaml")
    #expect(knowledge.term("courtesy calls", .event)?.attribute("event") == "meeting")
  }

  @Test func `yes and no stay text`() {
    #expect(knowledge.term("no", .pronoun) != nil)
  }

  @Test func `a pattern keeps its roles, words and examples`() throws {
    let pattern = try #require(knowledge.patterns.first)
    #expect(pattern.id == "met" && pattern.event == .meeting)
    #expect(pattern.verbs.map(\.word) == [knowledge.word("meet")])
    #expect(
      pattern.roles == [
        Pattern.Role(type: .participant, slots: ["subject", "object", "with"])
      ])
    #expect(pattern.accept.first?.expectations.first?.value == "planned")
    #expect(pattern.reject.map(\.text) == ["The sides met expectations."])
    #expect(pattern.line == 1)
  }

  @Test func `kinds and edge types keep their captions and looks`() {
    #expect(knowledge.kinds.map(\.plural) == ["people", "organizations", "meetings"])
    #expect(knowledge.kinds.first?.attribute("shape") == "box")
    #expect(knowledge.relations.first?.isSide == true)
    #expect(knowledge.relations.first?.to == [.meeting])
  }

  @Test func `the same sources give the same bytes in any folder`() throws {
    let other = try PackFolder(PackFolder.small)
    #expect(try PackCompiler.compile([other.path]) == PackCompiler.compile([folder.path]))
  }

  @Test func `a pack decoded and encoded again has the same bytes`() {
    #expect(PackEncoder.encode(PackSource(decoding: knowledge)) == knowledge.bytes)
  }

  @Test func `another source gives another digest`() throws {
    var files = PackFolder.small
    files["world/blocs.yaml"]?.append("\n# a remark\n")
    #expect(try PackFolder(files).knowledge().digest != knowledge.digest)
  }
}
