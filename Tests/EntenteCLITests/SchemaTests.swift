import Foundation
import Testing

@Suite struct Schema {
  @Test(.enabled(if: Programs.hasModule("jsonschema"), "Python's jsonschema is not installed"))
  func `the graph JSON is what its schema says`() throws {
    let scratch = try Scratch()
    _ = try entente("graph", Programs.seeds, "-o", scratch["map.json"])
    let schema = Programs.project.appending(path: "docs/graph.schema.json")
    let script = """
      import json, jsonschema, sys
      schema, graph = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:])
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.Draft202012Validator(schema).validate(graph)
      """
    let python = try #require(Programs.find("python3"))
    let run = try start(
      python, ["-c", script, schema.path(percentEncoded: false), scratch["map.json"]])
    #expect(run.status == 0, "\(run.errors)")
  }
}

@Suite struct ExamplePackage {
  private static let isWanted =
    Programs.isThorough || ProcessInfo.processInfo.environment["ENTENTE_EXAMPLES"] != nil

  @Test(.enabled(if: isWanted, "it is slow; set ENTENTE_EXAMPLES=1"))
  func `a package that uses the library by its path builds and prints the meetings`() throws {
    let folder = Programs.project.appending(path: "Examples").path(percentEncoded: false)
    let scratch = Programs.project.appending(path: ".build/examples").path(percentEncoded: false)
    let run = try start(
      "/usr/bin/env",
      [
        "swift", "run", "--package-path", folder, "--scratch-path", scratch, "MeetingList",
        Programs.seeds,
      ])
    #expect(run.status == 0, "\(run.errors.suffix(2000))")
    #expect(run.text.contains("sides: "))
    #expect(run.text.contains("The picture has "))
  }
}
