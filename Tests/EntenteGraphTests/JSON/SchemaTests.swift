import EntenteGraph
import EntenteModel
import Foundation
import Testing

@Suite("The JSON Schema")
struct SchemaTests {
  private static let schema = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/graph.schema.json")

  private static func python(_ script: String, _ arguments: [String]) -> (
    status: Int32, output: String
  )? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", "-c", script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static let hasValidator = python("import jsonschema", [])?.status == 0

  @Test("A graph is valid by the schema, and the schema by its own", .enabled(if: hasValidator))
  func valid() throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString).json")
    let bytes = GraphJSON.encode(Joiner.join(Corpora.stateVisit().map(\.reading)))
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = """
      import json, sys, jsonschema
      schema, graph = (json.load(open(p, encoding="utf-8")) for p in sys.argv[1:])
      jsonschema.Draft202012Validator.check_schema(schema)
      faults = list(jsonschema.Draft202012Validator(schema).iter_errors(graph))
      print("\\n".join(str(f.message)[:200] for f in faults[:5]))
      sys.exit(len(faults) > 0)
      """
    let result = try #require(Self.python(script, [Self.schema.path(), file.path()]))
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("The schema names every key that the writer writes")
  func keys() throws {
    let schema = try String(contentsOf: Self.schema, encoding: .utf8)
    let text = String(
      decoding: GraphJSON.encode(Joiner.join(Corpora.stateVisit().map(\.reading))), as: UTF8.self)
    let keys = Set(text.matches(of: #/"([a-z0-9-]+)":/#).map { String($0.1) })
    #expect(keys.count > 20)
    for key in keys { #expect(schema.contains("\"\(key)\": {"), "\(key)") }
  }
}
