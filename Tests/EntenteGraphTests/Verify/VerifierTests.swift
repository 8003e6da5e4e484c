import EntenteGraph
import EntenteModel
import Testing

@Suite("Verifying")
struct VerifierTests {
  private let stories = Corpora.stateVisit()
  private var graph: Graph { Joiner.join(stories.map(\.reading)) }

  private func text(_ id: String) -> [UInt8]? {
    stories.first { $0.reading.document.id == id }?.text
  }

  @Test("A graph made from its articles holds")
  func holds() {
    #expect(Verifier.verify(graph, texts: text) == [])
    #expect(Verifier.verify(graph, texts: text, digests: { _ in "00" }) == [])
  }

  @Test("A changed byte, a missing and an altered document are named")
  func altered() {
    func changed(_ id: String) -> [UInt8]? {
      guard id != "b.txt", var text = text(id) else { return nil }
      if id == "a.txt" { text[0] = 0x58 }
      return text
    }
    let faults = Verifier.verify(graph, texts: changed, digests: { $0 == "a.txt" ? "11" : "00" })
    #expect(
      faults.map(\.code) == [
        "verify.altered-document", "verify.missing-document", "verify.altered-quotation",
      ])
    #expect(faults.last?.message.contains("person.to-lam") == true)
    #expect(faults.last?.place?.line == 1)
  }

  @Test("The words that name a speaker are looked up too")
  func speakers() {
    let quote = Evidence(document: "d", start: 0, end: 2, text: "ab")
    func codes(_ speaker: Evidence.Speaker) -> [String] {
      Verifier.verify(evidence: [quote.said(by: speaker)]) { _ in Array("ab Bo".utf8) }.map(\.code)
    }
    #expect(codes(.init(id: nil, start: 3, end: 5, text: "Bo")) == [])
    #expect(codes(.init(id: nil, start: 3, end: 5, text: "Xo")) == ["verify.altered-quotation"])
    #expect(codes(.init(id: nil, start: 3, end: 9, text: "Bo")) == ["verify.no-such-range"])
  }

  @Test("Letters that only look the same are not the same bytes")
  func canonicalEquivalence() {
    let quote = Evidence(document: "d", start: 0, end: 3, text: "e\u{301}", rule: nil)
    #expect(Verifier.verify(evidence: [quote]) { _ in Array("é!".utf8) }.count == 1)
    #expect(Verifier.verify(evidence: [quote]) { _ in Array("e\u{301}!".utf8) } == [])
  }

  @Test(
    "Ranges outside the document are faults, not crashes",
    arguments: [(-1, 2), (0, 99), (3, 1), (2, 2), (Int.max, Int.max)])
  func ranges(start: Int, end: Int) {
    let quote = Evidence(document: "d", start: start, end: end, text: "x", rule: nil)
    #expect(
      Verifier.verify(evidence: [quote]) { _ in Array("xyz".utf8) }.map(\.code) == [
        "verify.no-such-range"
      ])
  }

  @Test("Nodes that nobody names and edges from a text without one are faults")
  func unsupported() {
    var graph = Graph()
    graph.nodes = [
      Node(id: "person.a", kind: .person, name: "A"), Node(id: "party.b", kind: .party, name: "B"),
    ]
    graph.edges = [
      Edge(type: .leads, source: "person.a", target: "party.b", origin: .text, confidence: 1)
    ]
    #expect(
      Verifier.verify(graph) { _ in nil }.map(\.code) == [
        "verify.no-evidence", "verify.no-mention", "verify.no-mention",
      ])
    graph.edges[0].origin = .user
    #expect(Verifier.verify(graph) { _ in nil } == [])
  }
}
