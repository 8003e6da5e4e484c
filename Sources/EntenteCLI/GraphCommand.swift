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
      json (the whole graph with every quotation, for other tools), md (the picture in words), html (a report \
      to search and filter, one file for any browser), graphml, gexf, csv (two tables: -o map.csv makes \
      map.nodes.csv and map.edges.csv), mmd (Mermaid), ftm (FollowTheMoney; map.ftm.json). DOT goes to \
      standard output unless told otherwise. A DOT file that was changed since Entente wrote it is never \
      overwritten without --force.

      Draw a folder, and keep the data beside the picture:
        entente graph articles/ -o map.svg -o map.json

      Add today's articles to yesterday's graph:
        entente graph map.json today/ -o map2.json

      Draw a part: meetings since January, or all around one person, or what joins two:
        entente graph map.json --kind meeting --since 2026-01 -o meetings.svg
        entente graph map.json --focus "Jane Doe" --depth 2 -o jane.svg
        entente graph map.json --path "Jane Doe" "John Smith" -o path.svg

      Draw today's map with everything where it was yesterday:
        entente graph today.json --keep-layout yesterday.json -o today.svg
      Add articles to a map that you edited, and keep the edits:
        entente graph articles/ --edits map.dot -o map2.dot -o map2.svg

      Count what became of each article:
        entente graph articles/ -o map.svg --ledger ledger.tsv
      """)

  @Argument(help: "Articles, folders of them, '-', or a graph JSON.", completion: .file())
  var source: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("A file to write; may be repeated.", valueName: "file"), completion: .file())
  var output: [String] = []

  @Option(
    name: [.customShort("t"), .long],
    help: ArgumentHelp(
      "The format, whatever the file's name: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"),
    completion: .list(OutputFormat.allCases.map(\.rawValue)))
  var to: String?

  @Option(help: ArgumentHelp("The picture's headline.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The note at the picture's foot; '' for none.", valueName: "text"))
  var note: String?

  @OptionGroup(title: "Selection") var selection: SelectionArguments
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leave things where the picture of this earlier graph has them; may be repeated, the oldest first.",
      valueName: "old.json"),
    completion: .file(extensions: ["json"]))
  var keepLayout: [String] = []

  @OptionGroup var theme: ThemeArgument

  @Option(
    help: ArgumentHelp(
      "Boxes lead to the words of the picture (-o map.md) instead of the articles: '#' where they stand on the same page, else their http or https address.",
      valueName: "address"))
  var wordsAt: String?

  @OptionGroup var drawing: DrawingArguments
  @OptionGroup var layout: LayoutArguments
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

  /// Everything to read, wherever it stands on the line.
  private var allSources: [String] { source + selection.sourcesBehindPath }

  func validate() throws {
    guard !allSources.isEmpty else {
      throw ValidationError("Missing expected argument '<source> ...'")
    }
    _ = try OutputFile.wanted(output, to: to, otherwise: .dot)
    if let wordsAt, !DrawingOptions.isWordsAddress(wordsAt) {
      throw ValidationError(
        "'\(wordsAt)' is no address for --words-at. Give '#', or one that begins with http:// or https://."
      )
    }
  }

  func run() async throws {
    let files = try OutputFile.wanted(output, to: to, otherwise: .dot)
    let theme = try theme.read()
    let others = [ledger, decisionsOut].compactMap { $0 }
    let spared = files.flatMap(\.paths) + others
    try OutputCheck.before(files, also: others, force: force)
    let earlier = try keepLayout.map { try Graph(json: FileBytes.read($0), file: $0) }
    try OutputCheck.inputs(keepLayout, spared: spared)
    let edited = try edits.map { try EditedDrawing(dot: FileBytes.read($0), file: $0) }
    let outcome = try await sources.read(allSources, edited: edited)
    outcome.sayDiagnostics()
    try OutputCheck.inputs(
      outcome.files + [self.theme.file, sources.decisions].compactMap(\.self), spared: spared)
    if let ledger { try Output.file(Array(outcome.ledger.tsv.utf8), to: ledger) }
    var conflicts = 0
    if outcome.status != .nothingUsable {
      var options = try drawing.options()
      let choice = try selection.choose(from: outcome)
      options.title = title
      options.note = note
      options.theme = theme
      options.wordsAt = wordsAt
      options.keptLayouts = try earlier.map { try selection.part(of: $0, outcome) }
      options.remarks = [choice.note].compactMap { $0 }
      options.countryNames = outcome.countryNames
      try layout.apply(to: &options)
      // With one name, it stands in the centre; where it has a part in little, the picture is chosen as always.
      options.focus = choice.focus.count == 1 ? choice.focus[0] : options.focus
      conflicts = try write(choice.graph, of: outcome, options, to: files)
    }
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

  /// Writes a part of the graph, with the edits where there are any.
  ///
  /// Returns how many edits meet a change in the articles.
  private func write(
    _ graph: Graph, of outcome: Outcome, _ options: DrawingOptions, to files: [OutputFile]
  ) throws -> Int {
    guard edits != nil || decisionsOut != nil || !outcome.edits.isEmpty else {
      try GraphOutput(graph: graph, options: options).write(to: files)
      return 0
    }
    let isWhole = graph == outcome.graph
    let picture = outcome.edited(options) { whole in
      isWhole
        ? whole
        : whole == outcome.graph ? graph : (try? selection.part(of: whole, outcome)) ?? whole
    }
    for diagnostic in picture.diagnostics { Console.write(diagnostic) }
    try GraphOutput(graph: picture.graph, options: options, edited: picture.dot).write(to: files)
    if let decisionsOut { try Output.file(picture.decisionsFile, to: decisionsOut) }
    return picture.conflicts
  }
}
