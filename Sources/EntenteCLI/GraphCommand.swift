import ArgumentParser
import Entente

/// `entente graph`: from articles to a graph and its picture.
struct GraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Read articles and draw who met, visited and signed with whom.",
    discussion: """
      A SOURCE is an article (plain text, Markdown, HTML or PDF), a file of JSON lines with one article each \
      (.ndjson, .jsonl), a folder of them, '-' for standard input, or a graph \
      JSON that Entente wrote before, which stands in for its articles; articles beside it are added.

      Formats, by the file's name or --to: dot (to edit by hand), svg (for pages and reports), png, pdf, \
      json (the whole graph with every quotation, for other tools). DOT goes to standard output unless told \
      otherwise. A DOT file that was changed since Entente wrote it is never overwritten without --force.

      Draw a folder, and keep the data beside the picture:
        entente graph articles/ -o map.svg -o map.json

      Add today's articles to yesterday's graph:
        entente graph map.json today/ -o map2.json

      Add articles to a map that you edited, and keep the edits:
        entente graph articles/ --edits map.dot -o map2.dot -o map2.svg

      Count what became of each article:
        entente graph articles/ -o map.svg --ledger ledger.tsv
      """)

  @Argument(help: "Articles, folders of them, '-', or a graph JSON.", completion: .file())
  var source: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("A file to write; may be repeated.", valueName: "file"), completion: .file())
  var output: [String] = []

  @Option(
    name: [.customShort("t"), .long],
    help: ArgumentHelp(
      "The format, whatever the file's name: dot, svg, png, pdf or json.", valueName: "format"),
    completion: .list(OutputFormat.allCases.map(\.rawValue)))
  var to: String?

  @Option(help: ArgumentHelp("The picture's headline.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The note at the picture's foot; '' for none.", valueName: "text"))
  var note: String?

  @OptionGroup var drawing: DrawingArguments
  @OptionGroup var sources: SourceOptions

  @Option(
    help: ArgumentHelp("A table of what became of every document.", valueName: "file.tsv"),
    completion: .file(extensions: ["tsv"]))
  var ledger: String?

  @Option(
    help: ArgumentHelp(
      "A DOT file of an earlier run that you edited: its edits go into the new picture.",
      valueName: "file.dot"),
    completion: .file(extensions: ["dot", "gv"]))
  var edits: String?

  @Option(
    help: ArgumentHelp(
      "Write the edits as decisions, one by one, for --decisions.", valueName: "file.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var decisionsOut: String?

  @Flag(help: "Overwrite a DOT file even if it was changed by hand.")
  var force = false

  func validate() throws {
    _ = try OutputFile.wanted(output, to: to, otherwise: .dot)
  }

  func run() async throws {
    let files = try OutputFile.wanted(output, to: to, otherwise: .dot)
    let others = [ledger, decisionsOut].compactMap { $0 }
    try OutputCheck.before(files, also: others, force: force)
    let edited = try edits.map { path in
      try EditedDrawing(dot: FileBytes.read(path), file: path)
    }
    let outcome = try await sources.read(source, edited: edited)
    outcome.sayDiagnostics()
    try OutputCheck.inputs(
      outcome.files + [sources.decisions].compactMap { $0 }, spared: files.map(\.path) + others)
    if let ledger { try Output.file(Array(outcome.ledger.tsv.utf8), to: ledger) }
    var conflicts = 0
    if outcome.status != .nothingUsable { conflicts = try write(outcome, to: files) }
    if let reason = outcome.emptyReason { Console.write(reason) }
    Console.write(outcome.ledger.summary)
    if conflicts > 0 {
      Console.write(
        "\(conflicts) \(conflicts == 1 ? "edit meets" : "edits meet") a change in the articles: see above."
      )
    }
    guard outcome.status == .ok else { throw Failure(outcome.status) }
    if conflicts > 0 { throw Failure(.conflicts) }
  }

  /// Makes everything first, so that no file is written where another can't be made.
  ///
  /// Returns how many edits meet a change in the articles.
  private func write(_ outcome: Outcome, to files: [OutputFile]) throws -> Int {
    var options = try drawing.options()
    options.title = title
    options.note = note
    options.countryNames = outcome.countryNames
    let formats = Set(files.map(\.format))
    let isPlain = edits == nil && decisionsOut == nil && formats == [.json]
    let picture = isPlain ? nil : outcome.edited(options)
    for diagnostic in picture?.diagnostics ?? [] { Console.write(diagnostic) }
    let dot = picture?.dot ?? []
    var bytes: [OutputFormat: [UInt8]] = [.dot: dot]
    if formats.contains(.json) { bytes[.json] = (picture?.graph ?? outcome.graph).json() }
    var said: Set<Diagnostic> = []
    for file in files where bytes[file.format] == nil {
      guard let format = file.format.drawing else { continue }
      let drawing = try Drawing(dot: dot, format: format, options: options, file: "the diagram")
      for warning in drawing.warnings where said.insert(warning).inserted { Console.write(warning) }
      bytes[file.format] = drawing.bytes
    }
    for file in files { try Output.file(bytes[file.format] ?? [], to: file.path) }
    if let decisionsOut, let picture {
      try Output.file(picture.decisionsFile, to: decisionsOut)
    }
    return picture?.conflicts ?? 0
  }
}
