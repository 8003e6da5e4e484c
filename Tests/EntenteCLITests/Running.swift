import Foundation
import Testing

/// What a program did.
struct Run {
  var status: Int32
  var output: Data
  var errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
}

/// Programs that tests start, found beside the tests and in the project.
enum Programs {
  /// The folder that the tests' own program stands in.
  static let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()
  static let entente = folder.appending(path: "entente").path(percentEncoded: false)
  static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let seeds = project.appending(path: "seeds").path(percentEncoded: false)
  static let seedFiles: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: seeds)) ?? []).sorted()
    .map { seeds + "/" + $0 }

  /// True where nothing may be skipped.
  static let isThorough = ProcessInfo.processInfo.environment["CI"] == "true"

  /// The path of a program, or nil.
  static func find(_ name: String) -> String? {
    let own = project.appending(path: ".build/venv/bin/\(name)").path(percentEncoded: false)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let places = path.split(separator: ":").map { "\($0)/\(name)" }
    return ([own] + places).first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// True where a check that needs these programs is to run: they are there, or they have to be.
  static func has(_ names: String...) -> Bool {
    isThorough || names.allSatisfy { find($0) != nil }
  }

  /// True where Python can import a module, or has to.
  static func hasModule(_ name: String) -> Bool {
    if isThorough { return true }
    guard let python = find("python3") else { return false }
    return (try? start(python, ["-c", "import \(name)"]).status) == 0
  }
}

/// Runs the command line program.
func entente(
  _ arguments: String..., input: String? = nil, environment: [String: String] = [:],
  folder: String? = nil
) throws -> Run {
  try start(
    Programs.entente, arguments, input: input, environment: environment, folder: folder)
}

/// Runs a line of bash in which `$ENTENTE` is the program and `$SEEDS` the folder of articles.
func bash(_ script: String, in scratch: Scratch, environment: [String: String] = [:]) throws -> Run
{
  try start("/bin/bash", ["-c", script], environment: environment, folder: scratch.path)
}

/// Runs a program to its end; its streams go through files, so that none can fill up.
func start(
  _ program: String, _ arguments: [String], input: String? = nil,
  environment: [String: String] = [:], folder: String? = nil
) throws -> Run {
  let scratch = try Scratch()
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  var variables = ProcessInfo.processInfo.environment
  variables["NO_COLOR"] = "1"
  variables["ENTENTE"] = Programs.entente
  variables["SEEDS"] = Programs.seeds
  variables.merge(environment) { $1 }
  process.environment = variables
  if let folder { process.currentDirectoryURL = URL(filePath: folder) }
  for name in ["in", "out", "err"] { try scratch.write(name == "in" ? input ?? "" : "", to: name) }
  process.standardInput = try FileHandle(forReadingFrom: URL(filePath: scratch["in"]))
  process.standardOutput = try FileHandle(forWritingTo: URL(filePath: scratch["out"]))
  process.standardError = try FileHandle(forWritingTo: URL(filePath: scratch["err"]))
  try process.run()
  process.waitUntilExit()
  let isSignal = process.terminationReason == .uncaughtSignal
  return Run(
    status: process.terminationStatus + (isSignal ? 128 : 0), output: try scratch.data("out"),
    errors: String(decoding: try scratch.data("err"), as: UTF8.self))
}

/// A folder that exists as long as the value that made it.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory
      .appending(path: "entente-cli-\(UUID().uuidString)").path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// The path of a file in it.
  subscript(name: String) -> String { path + "/" + name }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: self[name]))
    return self[name]
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: self[name])) }

  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
