import ArgumentParser
import Entente

/// What tells how articles are read.
struct SourceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A folder of names and patterns to add to the built-in knowledge; may be repeated.",
      valueName: "dir"),
    completion: .directory)
  var pack: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Your decisions in YAML: what is one and what is not, what is false, what it is and when it was.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var decisions: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A table of what is known of single articles: file,date,title,url,source.",
      valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var metadata: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day of publication of articles that tell none.", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many articles to read at once; as many as there are cores unless told.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let date, PartialDate(date) == nil {
      throw ValidationError("'\(date)' is no date. Write it as 2026-02-06.")
    }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
    }
  }

  /// The options for the library; reads the decisions.
  func reading(edited: EditedDrawing? = nil) throws(EntenteError) -> ReadingOptions {
    var options = ReadingOptions(
      packs: pack, decisions: try decisions.map(read) ?? .none, metadata: metadata,
      date: date.flatMap { PartialDate($0) }, jobs: jobs)
    options.edited = edited
    return options
  }

  private func read(_ path: String) throws(EntenteError) -> Decisions {
    try Decisions(contentsOf: path)
  }

  /// Reads the sources with progress on a terminal.
  func read(_ sources: [String], edited: EditedDrawing? = nil) async throws -> Outcome {
    let pipeline = try Pipeline(reading(edited: edited))
    guard let progress = Progress() else { return try await pipeline.read(sources) }
    defer { progress.end() }
    return try await pipeline.read(sources) { progress.show($0, of: $1) }
  }
}

extension Outcome {
  /// Says what became of documents; notes beyond the tenth are only counted.
  func sayDiagnostics() {
    let notes = diagnostics.filter { $0.severity == .note }
    for diagnostic in diagnostics where diagnostic.severity != .note { Console.write(diagnostic) }
    for note in notes.prefix(10) { Console.write(note) }
    if notes.count > 10 { Console.write("note: \(notes.count - 10) more notes like these") }
  }

  /// The code to end with: 1 where a document was refused or a path led nowhere, 2 where nothing is left.
  var status: ExitStatus {
    if ledger.used == 0 { return .nothingUsable }
    return ledger.refused > 0 || ledger.missing > 0 ? .someRefused : .ok
  }
}
