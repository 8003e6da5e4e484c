import EntenteGraph
import EntenteModel
import Testing

@Suite struct AnnotationTests {
  private func faults(_ json: String) -> [String] {
    do {
      _ = try Annotation(json: Array(json.utf8), name: "a", file: "a.json")
      return []
    } catch {
      return error.faults.map { fault in
        "\(fault.place?.line ?? 0) \(fault.code): \(fault.message)"
      }
    }
  }

  @Test func `all faults of a file are told at once, in the order of the lines`() {
    let found = faults(
      """
      {"entities": [
        {"id": "anna", "kind": "persn|place", "name": "Anna Berg", "mentions": []},
        {"id": "anna", "kind": "person", "name": "Anna Berg"},
        7
      ],
      "relations": [
        {"type": "heads", "from": "anna", "to": "norway"}
      ],
      "events": [
        {"type": "meeting", "participants": ["anna", "ana"], "date": "soon", "status": "over"}
      ]}
      """)
    #expect(
      found == [
        "2 annotation.unknown-word: “persn” is no kind.",
        "3 annotation.id-twice: The entity “anna” stands twice.",
        "3 annotation.missing-key: The key “mentions” is missing.",
        "4 annotation.wrong-type: Expected an entity, an object, but found a number.",
        "7 annotation.unknown-word: “heads” is no type of relation.",
        "7 annotation.undefined: “norway” is not among the entities.",
        "10 annotation.undefined: “ana” is not among the entities.",
        "10 annotation.no-date: “soon” is no date.",
        "10 annotation.unknown-word: “over” is none of the words allowed here.",
      ])
  }

  @Test func `a mistyped id is answered with what was meant`() {
    let json = """
      {"entities": [{"id": "anna", "kind": "person", "name": "Anna Berg", "mentions": []}],
       "relations": [], "events": [{"type": "visit", "participants": ["ana"], "status": "held"}]}
      """
    let error = #expect(throws: EntenteError.self) {
      try Annotation(json: Array(json.utf8), name: "a", file: "a.json")
    }
    #expect(error?.faults.map(\.hint) == ["Did you mean “anna”?"])
  }

  @Test func `missing lists and broken JSON are faults`() {
    #expect(faults("{\"entities\": []}").count == 2)
    #expect(
      faults("[]") == [
        "1 annotation.wrong-type: Expected the annotation, an object, but found a list."
      ])
    #expect(faults("{\"entities\":\n [").first?.hasPrefix("2 annotation.no-json: ") == true)
  }

  @Test func `a key that the format does not know is noted`() throws {
    let json = "{\"entities\": [], \"relations\": [], \"events\": [], \"optinal\": {}}"
    let annotation = try Annotation(json: Array(json.utf8), name: "a", file: "a.json")
    #expect(annotation.notes.map(\.code) == ["annotation.unknown-key"])
  }

  @Test func `kinds that a pack adds can be allowed`() throws {
    let json = """
      {"entities": [{"id": "a", "kind": "ship", "name": "A", "mentions": []}],
       "relations": [], "events": []}
      """
    #expect(faults(json).count == 1)
    let annotation = try Annotation(
      json: Array(json.utf8), name: "a", file: "a.json", kinds: [Kind("ship")])
    #expect(annotation.marks.entities.map(\.kinds) == [[Kind("ship")]])
  }
}
