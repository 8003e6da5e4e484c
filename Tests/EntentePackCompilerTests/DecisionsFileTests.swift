import EntenteModel
import EntentePackCompiler
import Testing

@Suite struct DecisionsFileTests {
  private func parse(_ text: String) throws(EntenteError) -> DecisionsFile {
    try DecisionsReader.parse(Array(text.utf8), file: "d.yaml")
  }

  /// `line:column code` of each fault.
  private func faults(_ text: String) -> [String] {
    do throws(EntenteError) {
      _ = try parse(text)
      return []
    } catch {
      return error.faults.map {
        "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)"
      }
    }
  }

  @Test func `every key is read, as often as it stands`() throws {
    let file = try parse(
      """
      same: [[A, B]]
      drop: C
      same-event:
        - [meeting.a, "visit.b@001.txt"]
      drop-edge: {from: A, type: participant, to: meeting.a}
      drop-edge:
        - {from: A, to: 'B: b'}
      keep-edge: [{from: C, to: D}]
      status: {meeting.a: Planned}
      date: {meeting.a: 2025-02-06, meeting.b: 2025-02, meeting.c: 2025-02-06..2025-02-08, d: unknown}
      kind: {Berg Foundation: organization}
      rename: {A: "B"}
      same: [[E, F], [G, H, I]]
      """)
    #expect(file.same == [["A", "B"], ["E", "F"], ["G", "H", "I"]])
    #expect(file.sameEvent == [["meeting.a", "visit.b@001.txt"]])
    #expect(file.drop == ["C"])
    #expect(file.dropEdge.map(\.to) == ["meeting.a", "B: b"])
    #expect(file.dropEdge.map(\.type) == ["participant", nil])
    #expect(file.keepEdge.map(\.from) == ["C"])
    #expect(file.status.map(\.value) == [.planned])
    #expect(
      file.date.map(\.value.first?.description) == ["2025-02-06", "2025-02", "2025-02-06", nil])
    #expect(file.date.map(\.value.last?.description) == [nil, nil, "2025-02-08", nil])
    #expect(file.kind.map(\.value) == ["organization"])
    #expect(file.rename.map(\.value) == ["B"])
    #expect(file.places["same"]?["G"]?.line == 13)
    #expect(file.places["same"]?["G"]?.column == 17)
  }

  @Test func `shapes, words and dates that are wrong are told all at once`() {
    let text = """
      status: {a: hold, b: held, c: [x]}
      date: {a: 2025-02-30, b: 2025-03..2025-02, c: 2025-02-01..2025-03}
      kind: {a: Pérson}
      drop-edge: [x, {from: a}, {from: a, to: b, typ: c}]
      same-event: [x]
      keep-edge: {from: [a], to: b}
      statsu: {}
      """
    #expect(
      faults(text) == [
        "1:13 decisions.shape", "1:28 decisions.shape", "2:11 decisions.shape",
        "2:26 decisions.shape", "2:47 decisions.shape", "3:11 decisions.shape",
        "4:13 decisions.shape", "4:16 decisions.shape", "4:44 pack.unknown-key",
        "5:14 decisions.shape", "6:19 decisions.shape", "7:1 pack.unknown-key",
      ])
  }

  @Test(
    "Two values for one name are a fault that names both places",
    arguments: [
      ("status: {a: held, a: planned}", "1:19", "d.yaml:1:10"),
      ("status: {a: held}\nstatus: {á: planned}", "2:10", "d.yaml:1:10"),
      ("date: {\"a\": 2025, 'a': 2026}", "1:19", "d.yaml:1:8"),
      ("kind: {a: person, A: party}", "1:19", "d.yaml:1:8"),
      ("rename: {a: b, a: c}", "1:16", "d.yaml:1:10"),
      ("same: [[a, b]]\ndifferent: [[B, A]]", "2:14", "d.yaml:1:9"),
      ("same-event: [[c, b, a]]\ndifferent: [[a, c]]", "2:14", "d.yaml:1:15"),
      (
        "keep-edge: {from: a, to: b}\ndrop-edge: {from: a, to: B}", "2:19", "d.yaml:1:19"
      ),
    ])
  func contradictions(text: String, here: String, there: String) {
    do throws(EntenteError) {
      _ = try parse(text)
      Issue.record("no fault")
    } catch {
      #expect(error.faults.map(\.code) == ["decisions.contradiction"])
      let place = error.faults[0].place
      #expect("\(place?.line ?? 0):\(place?.column ?? 0)" == here)
      #expect(error.faults[0].message.hasSuffix(there))
    }
  }

  @Test func `one value twice is no contradiction`() {
    #expect(faults("status: {a: held, a: held}\nsame: [[a, b]]\nsame: [[b, a]]") == [])
  }

  @Test func `a thousand repeated keys are read at once, and more than can be read are a fault`() {
    let line = "drop-edge: {from: A, to: B}\n"
    let start = ContinuousClock.now
    #expect(faults(String(repeating: line, count: 500)) == [])
    let many = String(repeating: "drop: [a]\n", count: 100_000)
    #expect(faults(many).map { $0.hasSuffix(" pack.duplicate-key") } == [true])
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test func `repeated keys with letters of private use are a fault`() {
    #expect(faults("drop: [\u{E000}]\ndrop: [b]") == ["1:1 pack.duplicate-key"])
    #expect(faults("\u{E000}rop: [b]") == ["1:1 pack.unknown-key"])
  }
}
