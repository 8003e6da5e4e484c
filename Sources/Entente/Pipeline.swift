import EntenteDocuments
import EntenteGraph
import EntenteKnowledge
public import EntenteModel
import EntenteReader

/// Reads news articles into a graph of who met, visited and signed with whom.
///
/// A pipeline opens its knowledge once and can then read any number of corpora:
///
/// ```swift
/// let pipeline = try Pipeline()
/// let outcome = try await pipeline.read(["articles/"])
/// let picture = try outcome.graph.svg()
/// ```
///
/// The same sources give the same graph, whatever their order and the number of jobs.
public struct Pipeline: Sendable {
  public let options: ReadingOptions
  let pack: KnowledgePack
  let reader: Reader
  let loader: SourceLoader
  /// Names of countries by id, for captions.
  let countryNames: [String: String]

  /// Opens the knowledge and the metadata table.
  ///
  /// - Throws: where the built-in pack is missing, or a pack or the table has faults: all of them at once.
  public init(_ options: ReadingOptions = ReadingOptions()) throws(EntenteError) {
    self.options = options
    pack = try KnowledgePack(adding: options.packs)
    let rows =
      if let path = options.metadata { try MetadataTable.read(path) } else { [MetadataRow]() }
    loader = SourceLoader(
      LoadOptions(metadata: rows, date: options.date, maximumBytes: options.maximumBytes))
    let builtin = try Builtin.opened.get()
    reader = options.packs.isEmpty ? builtin.reader : Reader(pack.knowledge)
    countryNames = options.packs.isEmpty ? builtin.countryNames : pack.countryNames
  }

  /// Reads files, folders, `-` for standard input, and graphs that Entente wrote, which stand in for their articles.
  ///
  /// `progress` is told now and then how many of how many documents are done, from any thread. What can't be read
  /// is refused with a reason, in ``Outcome/diagnostics`` and the ledger.
  ///
  /// - Throws: where a graph given as a source is broken, decisions contradict each other, or the task was cancelled.
  public func read(
    _ sources: [String], progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) async throws(EntenteError) -> Outcome {
    try await read(loader.list(sources), progress: progress)
  }

  /// Reads texts that are in memory, each under an id of its own.
  ///
  /// - Throws: where two texts share an id, or the task was cancelled.
  public func read(texts: [SourceText]) async throws(EntenteError) -> Outcome {
    var list = loader.list([])
    var seen: Set<String> = []
    for text in texts {
      guard seen.insert(text.id).inserted else {
        throw EntenteError(
          code: "source.repeated-id", "two texts have the id \"\(text.id)\"",
          hint: "give each text an id of its own")
      }
      list.entries.append(SourceEntry(id: text.id, origin: .bytes(text.bytes)))
    }
    list.entries.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return try await read(list, progress: nil)
  }

  private func read(
    _ list: SourceList, progress: (@Sendable (Int, Int) -> Void)?
  ) async throws(EntenteError) -> Outcome {
    let jobs = options.jobs ?? Parallel.cores
    let (loader, reader) = (loader, reader)
    // Loading is a small part of the work, so progress tells of the reading only.
    let documents = try await Parallel.map(list.entries, jobs: jobs) { loader.load($0) }
    let set = DocumentSet(documents)
    var readings = try await Parallel.map(set.articles, jobs: jobs, progress: progress) {
      reader.read($0)
    }
    var diagnostics = list.faults + list.notes + set.diagnostics
    var carried = Edits()
    for path in set.graphs {
      let decoded = try GraphJSON.read(FileBytes.read(path), file: path)
      diagnostics += decoded.notes
      let (told, added) = Edits.parted(decoded.graph)
      carried = carried.adding(added)
      readings += GraphReadings.readings(from: told)
    }
    var renames = options.edited?.content.renames ?? []
    var unmerged: Graph?
    if let edited = options.edited, edited.hasNewJoins {
      let graph = Joiner.join(readings, decisions: options.decisions.carrying(edited))
      renames += edited.content.names(in: graph)
      unmerged = graph
    }
    let decisions = options.decisions.merging(options.edited).adding(Decisions(rename: renames))
    let joined = Joiner.joined(readings, decisions: decisions)
    let faults = unknownKinds() + joined.diagnostics.filter { $0.severity == .error }
    guard faults.isEmpty else { throw EntenteError(faults) }
    diagnostics += joined.diagnostics
    let edits = carried.ofNodes(in: joined.graph).adding(options.decisions.edits)
    return Outcome(
      graph: edits.added(to: joined.graph), ledger: Ledger(set.ledger, missing: list.faults.count),
      diagnostics: diagnostics, countryNames: countryNames, files: Pipeline.files(list),
      edits: edits, edited: options.edited, renames: renames, unmerged: unmerged)
  }

  /// Kinds in the decisions that neither the program nor a pack knows.
  private func unknownKinds() -> [Diagnostic] {
    let known = kinds + [.meeting, .visit, .agreement]
    let words = known.map(\.rawValue)
    return options.decisions.kind.filter { !known.contains($0.value) }.map { change in
      Diagnostic(
        .error, code: "decisions.kind", "`\(change.value.rawValue)` is no kind",
        at: options.decisions.place(of: change.value.rawValue, under: "kind value"),
        hint: Resemblance.hint(
          for: change.value.rawValue, among: words,
          otherwise: "write one of \(words.joined(separator: ", "))"))
    }
  }

  /// The paths that were read, a file of many documents once.
  private static func files(_ list: SourceList) -> [String] {
    var seen: Set<String> = []
    return list.entries.compactMap { entry in
      switch entry.origin {
      case .file(let path), .graph(let path): path
      case .record(let place):
        if case .file(let path, _) = place.bytes, seen.insert(path).inserted { path } else { nil }
      case .bytes, .refused: nil
      }
    }
  }
}

/// An article in memory.
public struct SourceText: Hashable, Sendable {
  /// What the graph calls the document.
  public var id: String
  /// The file's bytes: text, with or without front matter.
  public var bytes: [UInt8]

  public init(id: String, bytes: [UInt8]) {
    self.id = id
    self.bytes = bytes
  }

  /// A text of ordinary characters.
  public init(id: String, text: String) { self.init(id: id, bytes: Array(text.utf8)) }
}

/// Reads sources with a pipeline made for this one time; written as `Entente.read(["articles/"])`.
///
/// - Throws: what ``Pipeline/init(_:)`` and ``Pipeline/read(_:progress:)`` throw.
public func read(
  _ sources: [String], options: ReadingOptions = ReadingOptions()
) async throws(EntenteError) -> Outcome {
  try await Pipeline(options).read(sources)
}
