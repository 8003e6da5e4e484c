import Foundation
import Testing

@Suite struct Help {
  @Test func `a mistyped command, option or format is answered with what was meant`() throws {
    #expect(try entente("grpah", "x").errors.contains("Did you mean 'graph'?"))
    #expect(try entente("graph", "x", "--jbos", "2").errors.contains("Did you mean '--jobs'?"))
    #expect(try entente("graph", "x", "--to", "jsn").errors.contains("Did you mean 'json'?"))
    #expect(try entente("graph", "x", "-o", "m.sgv").errors.contains("Did you mean 'svg'?"))
  }

  @Test func `a folder without a command is answered with the command`() throws {
    let run = try entente(Programs.seeds)
    #expect(run.status == 64)
    #expect(run.errors.contains("entente graph "))
  }

  @Test func `a mistyped name is answered with what was meant`() throws {
    let json = try entente("graph", Programs.seeds, "--to", "json").text
    let name = try #require(json.firstMatch(of: #/"name": "([A-Z][a-z]+ [A-Z][a-z]+)"/#)?.1)
    let run = try entente("explain", Programs.seeds, String(name.dropLast()) + "q")
    #expect(run.status == 65)
    #expect(run.errors.contains("Did you mean"))
  }

  @Test func `two names are explained by a sentence with its place`() throws {
    let json = try entente("graph", Programs.seeds, "--to", "json").output
    let graph = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let edges = graph["edges"] as? [[String: Any]] ?? []
    let side = try #require(edges.first { $0["type"] as? String == "participant" })
    let names = [side["source"], side["target"]].compactMap { $0 as? String }
    let run = try entente("explain", Programs.seeds, names[0], names[1])
    #expect(run.status == 0)
    #expect(run.text.contains("What joins them:"))
    #expect(run.text.contains(", bytes "))
    #expect(try entente("explain", Programs.seeds, names[0]).text.contains("Named "))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are made and can be read by their shell`(shell: String) throws {
    let run = try entente("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.text.contains("decisions"))
    guard Programs.find(shell) != nil else { return }
    let scratch = try Scratch()
    let script = try scratch.write(run.text, to: "completion")
    #expect(try start("/usr/bin/env", [shell, "-n", script]).status == 0)
  }

  @Test(arguments: ["graph", "render", "explain", "verify", "text", "pack", "eval"])
  func `every command has a help with an example, on standard output`(command: String) throws {
    let run = try entente(command, "--help")
    #expect(run.status == 0)
    #expect(run.text.contains("entente \(command) "))
    #expect(run.errors.isEmpty)
  }

  @Test func `packs can be listed, looked up and checked`() throws {
    #expect(try entente("pack", "list").text.contains("Event patterns"))
    #expect(try entente("pack", "show", "ASEAN").text.contains("source"))
    let unknown = try entente("pack", "show", "Nonesuch")
    #expect(unknown.status == 65)
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch["countries"], withIntermediateDirectories: true)
    try scratch.write("country: NO\nleeders: []\n", to: "countries/NO.yaml")
    let run = try entente("pack", "check", scratch.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("countries/NO.yaml:2:1: error:"))
  }

  @Test func `the program starts at once`() throws {
    let start = ContinuousClock.now
    for _ in 0..<5 { _ = try entente("--version") }
    // Measured beside other tests, and in a debug build.
    #expect(ContinuousClock.now - start < .seconds(2))
  }
}
