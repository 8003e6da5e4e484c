import ArgumentParser
import Entente

/// `entente pack`: the knowledge that reading builds on.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Check, list and look up knowledge packs.",
    discussion: """
      A pack is a folder of YAML and TSV files: names of persons, parties, ministries and provinces, words, and the \
      patterns that tell of events. The built-in pack is always there; --pack adds yours.
      """,
    subcommands: [Check.self, List.self, Show.self])

  /// `entente pack check`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Find every fault in a folder of knowledge.",
      discussion: """
        Prints each fault with file, line and column, and how to mend it; code 65 where there is an error.

        Before using your own pack:
          entente pack check mypack/
        """)

    @Argument(help: ArgumentHelp("Folders of knowledge.", valueName: "dir"), completion: .directory)
    var folders: [String]

    func run() throws {
      let faults = try KnowledgePack.check(folders)
      for fault in faults { Console.write(fault) }
      let errors = faults.count { $0.severity == .error }
      guard errors == 0 else {
        Console.write("\(errors) \(errors == 1 ? "error" : "errors"): the pack cannot be used.")
        throw Failure(.badData)
      }
      Console.write("The pack can be used\(faults.isEmpty ? "" : "; \(faults.count) warnings").")
    }
  }

  /// `entente pack list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Count what the packs hold.",
      discussion: """
        How many leaders, parties and provinces of which country:
          entente pack list
        """)

    @Option(
      name: .long,
      help: ArgumentHelp("A folder of knowledge to add; may be repeated.", valueName: "dir"),
      completion: .directory)
    var pack: [String] = []

    func run() throws {
      try Output.standard(Array(KnowledgePack(adding: pack).listing.utf8))
    }
  }

  /// `entente pack show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Print what the packs know of a name, an id or a word.",
      discussion: """
        With the file and line that says so:
          entente pack show ASEAN
        """)

    @Argument(help: "A name, an alias, an id or a word.")
    var name: String

    @Option(
      name: .long,
      help: ArgumentHelp("A folder of knowledge to add; may be repeated.", valueName: "dir"),
      completion: .directory)
    var pack: [String] = []

    func run() throws {
      try Output.standard(Array(KnowledgePack(adding: pack).entry(name).utf8))
    }
  }
}
