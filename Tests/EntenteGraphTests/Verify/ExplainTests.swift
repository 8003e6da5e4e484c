import EntenteGraph
import EntenteModel
import Testing

@Suite("Explaining")
struct ExplainTests {
  private let graph = Joiner.join(Corpora.stateVisit().map(\.reading))

  @Test("A name is found by any alias without accents, with quotations and judgements")
  func one() throws {
    let explanation = try Explain.explain(graph, "royal academy of cambodia")
    #expect(explanation.subjects.map(\.node.id) == ["organization.royal-academy-of-cambodia"])
    #expect(explanation.subjects.first?.documents == 2)
    #expect(explanation.judgements.map(\.a) == ["\"RAC\""])
    #expect(try Explain.explain(graph, "lam").subjects.map(\.node.id) == ["person.to-lam"])
    let text = ExplanationFormatter().format(explanation)
    #expect(text.contains("Named 3 times in 2 documents."))
    #expect(
      text.contains("\"RAC\" is organization.royal-academy-of-cambodia (90 %: both are called"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 88 })
  }

  @Test("Two leaders are joined by the meetings they both attended")
  func two() throws {
    let explanation = try Explain.explain(graph, "Tô Lâm", "Heng Samrin")
    #expect(explanation.path.map(\.to.id) == ["meeting.heng-samrin.to-lam", "person.heng-samrin"])
    let text = ExplanationFormatter().format(explanation)
    #expect(text.contains("“The meeting of person.to-lam and person.heng-samrin”"))
  }

  @Test("Where nothing joins two, it says so")
  func nothing() throws {
    let explanation = try Explain.explain(graph, "Metfone", "Tô Lâm")
    #expect(explanation.path.isEmpty)
    #expect(ExplanationFormatter().format(explanation).contains("Nothing joins them."))
  }

  @Test("An unknown name says what may have been meant")
  func unknown() {
    #expect {
      _ = try Explain.explain(graph, "Heng Samrim")
    } throws: { error in
      (error as? EntenteError)?.faults.first?.hint == "Did you mean “Heng Samrin”?"
    }
  }
}
