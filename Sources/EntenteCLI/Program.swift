import ArgumentParser
import Entente

/// Where the program begins and ends.
@main
struct Program {
  static func main() async {
    Interrupts.install()
    let arguments = Array(CommandLine.arguments.dropFirst())
    // While the arguments are parsed, which takes as long.
    if let command = arguments.first, ["graph", "explain", "eval"].contains(command) {
      Task.detached { KnowledgePack.prepare() }
    }
    if let mistake = Mistake.firstWord(arguments) {
      Console.write(mistake)
      Program.end(.usage)
    }
    do {
      var command = try EntenteCommand.parseAsRoot(arguments)
      guard let command = command as? any AsyncParsableCommand else {
        try command.run()
        Program.end(.ok)
      }
      await Program.end(after: command)
    } catch {
      Program.end(Program.report(error))
    }
  }

  /// Runs a command, and ends where it ended: a way back to the main thread would start another one first.
  @concurrent
  private static func end(after command: sending any AsyncParsableCommand) async -> Never {
    do {
      var command = command
      try await command.run()
      Program.end(.ok)
    } catch {
      Program.end(Program.report(error))
    }
  }

  /// Says what went wrong, and gives the code to end with.
  private static func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let failure as Failure:
      for fault in failure.faults { Console.write(fault) }
      return failure.status
    case let error as EntenteError:
      for fault in error.faults { Console.write(fault) }
      return ExitStatus(error)
    default: return answered(error)
    }
  }

  /// What the argument parser wants said: help and completions are data, the rest is a usage fault.
  private static func answered(_ error: any Error) -> ExitStatus {
    let text = EntenteCommand.fullMessage(for: error)
    guard EntenteCommand.exitCode(for: error) == .success else {
      Console.write(text)
      return .usage
    }
    do throws(Failure) {
      try Output.standard(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
      return .ok
    } catch {
      for fault in error.faults { Console.write(fault) }
      return error.status
    }
  }

  static func end(_ status: ExitStatus) -> Never { Interrupts.leave(status.rawValue) }
}

/// The commands.
struct EntenteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Draws who met, visited and signed with whom, from news articles.",
    discussion: """
      Give it a folder of articles, and it draws the leaders, parties, ministries and provinces \
      in them, joined by meetings, visits and agreements. Every line is backed by the sentence \
      that says so. Nothing leaves this machine.

      A first picture:
        entente graph articles/ -o map.svg

      Correct it by hand, then draw it again:
        entente graph articles/ -o map.dot
        entente render map.dot -o map.svg

      Ask why a line is there:
        entente explain articles/ "Jane Doe" "John Smith"

      Exit codes: 0 done; 1 done, but some documents were refused; 2 nothing usable; 64 wrong \
      usage; 65 bad data; 73, 74 cannot write; 130 interrupted.
      """,
    version: "entente 0.1.0",
    subcommands: [
      GraphCommand.self, RenderCommand.self, ExplainCommand.self, ReviewCommand.self,
      DiffCommand.self, VerifyCommand.self, TextCommand.self, PackCommand.self, EvalCommand.self,
    ])
}
