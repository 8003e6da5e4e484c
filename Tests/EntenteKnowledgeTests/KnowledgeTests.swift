import EntenteKnowledge
import EntenteModel
import Testing

@Suite struct KnowledgeTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Knowledge(bytes: SamplePack.bytes) }

  @Test func `what was written is read`() throws {
    let anna = knowledge.entity(try #require(knowledge.entity(id: "person.anna-berg")))
    #expect(anna.name == "Ánna Berg")
    #expect(anna.kind == .person)
    #expect(anna.country == knowledge.entity(id: "country.no"))
    #expect(anna.posts.first?.since == PartialDate("2021-05"))
    #expect(anna.source.file == "countries/NO.yaml" && anna.source.line == 7)
    #expect(knowledge.digest == 42)
  }

  @Test func `a word is verb and noun at once`() {
    let visits = knowledge.word("visits")
    #expect(knowledge.classes(ofWord: visits) == [.verb, .event])
    #expect(knowledge.forms(ofWord: visits) == [.third, .plural])
    #expect(knowledge.verbLemma(ofWord: visits) == knowledge.word("visit"))
    #expect(knowledge.nounLemma(ofWord: visits) == knowledge.word("visit"))
  }

  @Test func `the trie goes word by word`() {
    let state = knowledge.step(knowledge.root, knowledge.word("anna"))
    #expect(state != 0)
    #expect(knowledge.senses(of: state).isEmpty)
    let end = knowledge.step(state, knowledge.word("berg"))
    #expect(knowledge.senses(of: end).map { knowledge.sense($0).role } == [.entity])
    #expect(knowledge.step(end, knowledge.word("berg")) == 0)
    #expect(knowledge.step(knowledge.root, 0) == 0)
    #expect(knowledge.step(0, knowledge.word("berg")) == 0)
  }

  @Test func `what a pack does not hold is nothing, never a trap`() {
    #expect(knowledge.entity(id: "person.nobody") == nil)
    #expect(knowledge.entity(9999).name == "")
    #expect(knowledge.term(9999).text == "")
    #expect(knowledge.text(ofWord: .max) == "")
    #expect(knowledge.senses(of: .max).isEmpty)
    #expect(knowledge.sense(-1) == knowledge.sense(Int.max / 4))
  }

  @Test func `every class of terms has a bit of its own and its name`() {
    let bits = TermClass.allCases.map { TermClasses($0).rawValue }
    #expect(Set(bits).count == TermClass.allCases.count)
    for termClass in TermClass.allCases { #expect(TermClass(name: termClass.name) == termClass) }
    #expect(TermClass(name: "verbs") == nil)
  }

  @Test func `a listing counts what there is`() {
    let listing = PackListing(knowledge)
    #expect(listing.kinds.map(\.name) == ["person", "country"])
    #expect(listing.terms.map(\.name) == ["event", "verb"])
    #expect(listing.countries.first?.counts.map(\.count) == [1, 1])
  }

  @Test func `show tells all of a thing, found by id, name or term`() throws {
    let entry = try #require(knowledge.show("person.anna-berg").first)
    #expect(
      entry.text == """
        person.anna-berg
          kind     person
          name     Ánna Berg
          country  Norway (country.no)
          post     Minister, Norway, 2021-05 –
          source   countries/NO.yaml:7
        """)
    #expect(knowledge.show("anna berg") == [entry])
    #expect(knowledge.show("visiting").map(\.title) == ["verb visit"])
    #expect(knowledge.show("country.no").first?.facts.last?.label == "holder")
    #expect(knowledge.show("nobody").isEmpty)
    #expect(knowledge.suggestions(for: "berg") == ["person.anna-berg"])
  }

  @Test func `the built-in pack is looked for beside the program and in its installation`() {
    let places = BuiltinPack.candidates(beside: "/opt/entente/bin")
    #expect(places.first == "/opt/entente/bin/entente_Entente.resources/builtin.entpack")
    #expect(places.last == "/opt/entente/bin/../share/entente/builtin.entpack")
  }
}
