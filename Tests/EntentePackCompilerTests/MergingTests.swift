import EntenteKnowledge
import EntenteModel
import EntentePackCompiler
import Testing

@Suite struct MergingTests {
  let base: Knowledge

  init() throws { base = try PackFolder(PackFolder.small).knowledge() }

  @Test func `a user's pack may refer to the base and adds to it`() throws {
    let user = try PackFolder([
      "countries/NO.yaml": """
      country: NO
      leaders:
        - {id: kari-dal, name: Kari Dal, posts: [{office: Secretary, of: party.ap.secretariat}]}
      """,
      "lang/en/mine.yaml": "verb: [{term: parley, sense: talk}]\n",
      "lang/en/patterns/mine.yaml": """
      - id: parleyed
        event: meeting
        verb: [parley]
        roles: {participant: [subject, with]}
        accept: ["[participant: Kari Dal] parleyed with [participant: Bo Ek]."]
      """,
      "schema/kinds.yaml": "- {kind: company, caption: Company, plural: companies}\n",
    ])
    let merged = try PackCompiler.compile(adding: [user.path], to: base)
    let kari = try #require(merged.entity(id: "person.kari-dal"))
    #expect(merged.entity(merged.entity(kari).posts[0].body).id == "party.ap.secretariat")
    #expect(merged.entity(id: "person.anna-berg") != nil)
    #expect(merged.patterns.map(\.id) == ["met", "parleyed"])
    #expect(merged.kinds.map(\.caption).contains("Company"))
    #expect(merged.verbLemma(ofWord: merged.word("parleying")) == merged.word("parley"))
    #expect(merged.digest != base.digest)
    #expect(merged.entity(kari).source.file.hasPrefix(user.path))
  }

  @Test func `a user's entry wins over one of the same id, and words of the same class and text`()
    throws
  {
    let user = try PackFolder([
      "countries/NO.yaml": """
      country: NO
      leaders: [{id: anna-berg, name: Anna Lund}]
      """,
      "lang/en/mine.yaml": "verb: [{term: meet, sense: call, forms: {past: met}}]\n",
    ])
    let merged = try PackCompiler.compile(adding: [user.path], to: base)
    #expect(merged.senses(ofPhrase: "Anna Berg").isEmpty)
    #expect(merged.senses(ofPhrase: "Anna Lund").count == 1)
    #expect(merged.term("meet", .verb)?.attribute("sense") == "call")
    #expect(merged.entityCount == base.entityCount)
    #expect(merged.termCount == base.termCount)
  }

  @Test func `a user's file for a country leaves what the base says of the country`() throws {
    let user = try PackFolder(["countries/NO.yaml": "country: NO\nculture: western\n"])
    let merged = try PackCompiler.compile(adding: [user.path], to: base)
    #expect(merged.senses(ofPhrase: "Norwegian").count == 1)
  }

  @Test func `a reference to nothing in either pack is an error with a guess`() throws {
    let user = try PackFolder([
      "countries/NO.yaml": """
      country: NO
      leaders: [{id: x, name: X Y, posts: [{office: Chair, of: party.app}]}]
      """
    ])
    let error = #expect(throws: EntenteError.self) {
      try PackCompiler.compile(adding: [user.path], to: base)
    }
    #expect(error?.faults.map(\.hint) == ["did you mean `party.ap`?"])
  }

  @Test func `no folder leaves the base as it is`() throws {
    #expect(try PackCompiler.compile(adding: [], to: base).bytes == base.bytes)
  }
}
