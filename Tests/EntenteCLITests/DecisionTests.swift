import Foundation
import Testing

@Suite struct DecisionFiles {
  @Test func `all faults are told at once with line and column`() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      """
      same:
        - [Anna Berg]
        - Bo Ek
      diferent: []
      rename: [{from: a}]
      drop: {a: b}

      """, to: "d.yaml")
    let run = try entente("graph", Programs.seeds, "--decisions", path)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    for place in ["2:5", "3:5", "4:1", "5:10", "6:7"] {
      #expect(run.errors.contains("\(path):\(place): error:"), "\(place)")
    }
    #expect(run.errors.contains("did you mean `different`?"))
  }

  @Test func `hostile YAML is refused at once`() throws {
    let scratch = try Scratch()
    var laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (previous, next) in zip("abcdefgh", "bcdefghi") {
      let aliases = Array(repeating: "*\(previous)", count: 9).joined(separator: ", ")
      laughs += "\(next): &\(next) [\(aliases)]\n"
    }
    let deep = "same: " + String(repeating: "[", count: 20_000)
    let files = [
      laughs, deep, "same: !!python/object:os.system [x]\n", "same: [[a, b]\n", "\u{0}",
      "rename: {a: b, a: c}\n", "- just\n- a list\n",
    ]
    for (i, text) in files.enumerated() {
      let path = try scratch.write(text, to: "\(i).yaml")
      let start = ContinuousClock.now
      let run = try entente("graph", Programs.seeds, "--decisions", path)
      #expect(run.status == 65, "file \(i)")
      #expect(ContinuousClock.now - start < .seconds(5), "file \(i)")
    }
  }

  @Test func `a decision about nobody is told of`() throws {
    let scratch = try Scratch()
    let path = try scratch.write("drop: [Nobody Of That Name]\n", to: "d.yaml")
    let run = try entente("graph", Programs.seeds, "--decisions", path)
    #expect(run.status == 0)
    #expect(run.errors.contains("Nobody Of That Name"))
  }

  @Test func `what is dropped and renamed is gone from the graph and bears its new name`() throws {
    let scratch = try Scratch()
    let before = try entente("graph", Programs.seeds, "--to", "json").text
    let names = before.split(separator: "\n").filter { $0.contains("\"kind\": \"person\"") }
    #expect(names.count > 1)
    let ids = before.matches(of: #/"id": "(person\.[a-z0-9.-]+)",\s+"kind"/#).map { String($0.1) }
    let path = try scratch.write(
      "drop: [\(ids[0])]\nrename: {\(ids[1]): Someone Else}\n", to: "d.yaml")
    let after = try entente("graph", Programs.seeds, "--decisions", path, "--to", "json").text
    #expect(!after.contains("\"id\": \"\(ids[0])\""))
    #expect(after.contains("\"name\": \"Someone Else\""))
  }
}
