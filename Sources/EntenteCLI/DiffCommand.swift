import ArgumentParser
import Entente

/// `entente diff`: what changed from one graph to another.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say or draw what changed from one graph to another.",
    discussion: """
      OLD and NEW are graph JSON that Entente wrote. Says what is new, gone, renamed or joined, which events moved \
      from planned to held, which were dated anew, and what is told by more or fewer articles. Ends with code 0 \
      also where they differ; with --exit-code it is 1 then.

      What is new since yesterday?
        entente diff yesterday.json today.json

      The same as a picture, and for other programs:
        entente diff yesterday.json today.json -o changes.svg -o changes.json
      """)

  @Argument(help: "The older graph JSON, or '-'.", completion: .file(extensions: ["json"]))
  var old: String

  @Argument(help: "The newer graph JSON, or '-'.", completion: .file(extensions: ["json"]))
  var new: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file to write (.txt, .json, .dot, .svg, .png, .pdf); may be repeated.", valueName: "file"),
    completion: .file())
  var output: [String] = []

  @Option(
    name: [.customShort("t"), .long],
    help: ArgumentHelp(
      "The format, whatever the file's name: text, json, dot, svg, png or pdf.",
      valueName: "format"),
    completion: .list(DiffFormat.allCases.map(\.rawValue)))
  var to: String?

  @Flag(name: .long, help: "End with code 1 where the graphs differ.")
  var exitCode = false

  @Option(help: ArgumentHelp("The picture's headline.", valueName: "text"))
  var title: String?

  @OptionGroup var drawing: DrawingArguments

  @Flag(help: "Overwrite a DOT file even if it was changed by hand.")
  var force = false

  func validate() throws {
    _ = try wanted()
    guard old != "-" || new != "-" else {
      throw ValidationError("Only one of the graphs can come from standard input.")
    }
  }

  func run() throws {
    let files = try wanted()
    let checked = try files.map { try OutputFile($0.path, $0.format.checkedAs) }
    try OutputCheck.before(checked, force: force)
    try OutputCheck.inputs([old, new], spared: files.map(\.path))
    let diff = try read(new).changes(since: read(old))
    var bytes: [DiffFormat: [UInt8]] = [:]
    var said: Set<Diagnostic> = []
    for file in files where bytes[file.format] == nil {
      bytes[file.format] = try made(diff, file.format) {
        if said.insert($0).inserted { Console.write($0) }
      }
    }
    for file in files { try Output.file(bytes[file.format] ?? [], to: file.path) }
    if exitCode, !diff.isEmpty { throw Failure(.someRefused) }
  }

  private func read(_ path: String) throws(EntenteError) -> Graph {
    try Graph(json: FileBytes.read(path), file: path)
  }

  private func made(
    _ diff: GraphDiff, _ format: DiffFormat, warn: (Diagnostic) -> Void
  ) throws -> [UInt8] {
    var options = try drawing.options()
    options.title = title
    let picture: Drawing.Format
    switch format {
    case .text: return Array(DiffFormatter().format(diff).utf8)
    case .json: return diff.json()
    case .dot: return diff.dot(options)
    case .svg: picture = .svg
    case .png: picture = .png
    case .pdf: picture = .pdf
    }
    let drawing = try diff.drawing(picture, options)
    for warning in drawing.warnings { warn(warning) }
    return drawing.bytes
  }

  /// What `-o` and `--to` ask for; text to standard output unless told otherwise.
  private func wanted() throws -> [(path: String, format: DiffFormat)] {
    let format = try to.map(DiffFormat.named)
    guard !output.isEmpty else { return [("-", format ?? .text)] }
    var seen: Set<String> = []
    return try output.map { path in
      guard seen.insert(path).inserted else {
        throw ValidationError("'\(path)' is to be written twice.")
      }
      if path == "-" { return (path, format ?? .text) }
      return (path, try format ?? DiffFormat.ofFile(path))
    }
  }
}

/// What changes can be written as.
enum DiffFormat: String, CaseIterable, Sendable {
  case text, json, dot, svg, png, pdf

  /// What the output's check takes it for: only DOT and what garbles a terminal matter.
  var checkedAs: OutputFormat {
    switch self {
    case .dot: .dot
    case .png: .png
    case .pdf: .pdf
    case .svg: .svg
    case .text, .json: .json
    }
  }

  static func named(_ name: String) throws -> DiffFormat {
    let lower = name.lowercased()
    let usual = ["txt": "text", "gv": "dot"]
    if let format = DiffFormat(rawValue: usual[lower] ?? lower) { return format }
    let known = allCases.map(\.rawValue)
    let close = Suggestion.closest(to: lower, among: known).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "There is no format '\(name)' for changes.\(close) Formats are \(known.joined(separator: ", "))."
    )
  }

  static func ofFile(_ path: String) throws -> DiffFormat {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      throw ValidationError(
        "The name '\(path)' does not tell a format. Give it an ending such as .svg, or say --to svg."
      )
    }
    return try named(String(name[name.index(after: dot)...]))
  }
}
