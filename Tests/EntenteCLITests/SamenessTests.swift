import Foundation
import Testing

@Suite struct Sameness {
  @Test func `twenty processes give the same bytes whatever surrounds them`() async throws {
    let formats = ["dot", "svg", "json"]
    let expected = try formats.map { try entente("graph", Programs.seeds, "--to", $0).output }
    let locales = ["C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"]
    let zones = ["UTC", "Asia/Ho_Chi_Minh", "America/New_York"]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for i in 0..<20 {
        group.addTask {
          let scratch = try Scratch()
          let files = i < 3 ? [Programs.seeds] : Programs.seedFiles.shuffled()
          let run = try start(
            Programs.entente,
            ["graph", "--to", formats[i % 3], "--jobs", "\(1 + i % 5)"] + files,
            environment: ["LC_ALL": locales[i % 4], "TZ": zones[i % 3], "HOME": scratch.path],
            folder: i % 2 == 0 ? scratch.path : "/")
          #expect(run.status == 0)
          #expect(run.output == expected[i % 3], "process \(i)")
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `composed and decomposed letters give the same ids, names, edges and picture`() throws
  {
    let scratch = try Scratch()
    for form in ["nfc", "nfd"] {
      try FileManager.default.createDirectory(
        atPath: scratch[form], withIntermediateDirectories: true)
      for file in Programs.seedFiles {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let name = URL(filePath: file).lastPathComponent
        try scratch.write(
          form == "nfc"
            ? text.precomposedStringWithCanonicalMapping
            : text.decomposedStringWithCanonicalMapping, to: "\(form)/\(name)")
      }
    }
    let composed = try shape(entente("graph", scratch["nfc"], "--to", "json").output)
    let decomposed = try shape(entente("graph", scratch["nfd"], "--to", "json").output)
    #expect(composed.count > 20)
    #expect(composed == decomposed)
    let pictures = try ["nfc", "nfd"].map { form in
      try entente("graph", scratch[form], "--to", "dot").text.split(separator: "\n")
        .filter { line in
          !["//@ ", "//+ ", "//~ "].contains { line.contains($0) } && !line.hasPrefix("// entente-")
        }
    }
    #expect(pictures[0] == pictures[1])
  }

  /// Everything in a graph but offsets, quotations and digests.
  private func shape(_ json: Data) throws -> [String] {
    let graph = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    var lines: [String] = []
    for node in graph["nodes"] as? [[String: Any]] ?? [] {
      let fields = ["id", "kind", "name", "aliases", "date", "end", "status", "place", "act"]
      lines.append(fields.map { String(describing: node[$0] ?? "") }.joined(separator: " "))
    }
    for edge in graph["edges"] as? [[String: Any]] ?? [] {
      let fields = ["id", "role", "origin", "confidence"]
      lines.append(fields.map { String(describing: edge[$0] ?? "") }.joined(separator: " "))
    }
    return lines
  }

  @Test func `a graph stands in for its articles, and others can be added to it`() throws {
    let scratch = try Scratch()
    _ = try entente("graph", Programs.seeds, "-o", scratch["all.json"])
    _ = try entente("graph", scratch["all.json"], "-o", scratch["again.json"])
    #expect(try scratch.data("all.json") == scratch.data("again.json"))
    let some = Programs.seedFiles.dropLast()
    _ = try start(Programs.entente, ["graph", "-o", scratch["some.json"]] + some)
    let last = try #require(Programs.seedFiles.last)
    _ = try entente("graph", scratch["some.json"], last, "-o", scratch["added.json"])
    let graphs = try ["all.json", "added.json"].map { try ids(scratch.data($0)) }
    #expect(graphs[0] == graphs[1])
  }

  private func ids(_ json: Data) throws -> [String] {
    let graph = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    return ["documents", "nodes", "edges"].flatMap { key in
      (graph[key] as? [[String: Any]] ?? []).map { "\(key) \($0["id"] ?? "")" }
    }
  }
}
