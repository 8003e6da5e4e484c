import Entente
import Foundation
import FoundationXML
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Damaged input for every reader: whatever it is, it costs a bounded time and ends in a result or an error.
///
/// The seed and a case's number make its input, so a fault can be had again whatever the machine. Settings, by
/// environment: `ENTENTE_FUZZ` seconds, `ENTENTE_FUZZ_SEED`, and `ENTENTE_FUZZ_CASE` for one case alone.
@Suite struct Fuzz {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds =
    environment["ENTENTE_FUZZ"].flatMap { Int($0) }
    ?? (environment["CI"] == "true" ? 60 : 5)
  private static let seed = environment["ENTENTE_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
  private static let only = environment["ENTENTE_FUZZ_CASE"].flatMap { Int($0) }
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = project.appending(path: ".build/fuzz")
  /// More than this for one case is a fault; more than twice as much ends the program.
  private static let patience = 20

  @Test func `damaged input ends in a result or an error`() async throws {
    let manager = FileManager.default
    try manager.createDirectory(at: Self.folder, withIntermediateDirectories: true)
    let scratch = Self.folder.appending(path: "now-\(getpid())")
    try manager.createDirectory(at: scratch, withIntermediateDirectories: true)
    let pipeline = try Pipeline(ReadingOptions(jobs: 1))
    let corpus = try await FuzzCorpus(pipeline, project: Self.project)
    let trial = FuzzTrial(pipeline: pipeline, folder: scratch)
    say(
      "seed \(Self.seed), \(Self.seconds) s. If this ends early, its input is in \(scratch.path())."
    )
    let clock = ContinuousClock()
    let end = clock.now + .seconds(Self.seconds)
    var counts: [String: Int] = [:]
    var number = Self.only ?? 0
    while clock.now < end {
      var dice = Dice(seed: Self.seed, number: number)
      let target = dice.one(of: FuzzTarget.inShares)
      let input = corpus.input(of: target, &dice)
      let file = scratch.appending(path: "case-\(Self.seed)-\(number).\(target.ending)")
      try Data(input).write(to: file)
      // Nothing else stops a loop without end. The file stays.
      alarm(UInt32(2 * Self.patience))
      let begin = clock.now
      var faults = await trial.run(target, input, file)
      let took = clock.now - begin
      alarm(0)
      if took > .seconds(Self.patience) { faults.append("it took \(took)") }
      counts[target.rawValue, default: 0] += 1
      if faults.isEmpty {
        try manager.removeItem(at: file)
      } else {
        let kept = Self.folder.appending(path: file.lastPathComponent)
        try? manager.removeItem(at: kept)
        try manager.moveItem(at: file, to: kept)
        Issue.record(
          """
          \(target.rawValue): \(faults.prefix(3).joined(separator: "; "))
          The input is \(kept.path(percentEncoded: false)); again: make fuzz SEED=\(Self.seed) CASE=\(number)
          """)
      }
      number += 1
      if Self.only != nil { break }
    }
    try? manager.removeItem(at: scratch)
    let all = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    say("seed \(Self.seed): \(counts.values.reduce(0, +)) cases (\(all.joined(separator: ", "))).")
    if !trial.contained.isEmpty { say("Ended with their own process: \(trial.contained.sorted())") }
  }

  private func say(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data("Fuzz: \(text)\n".utf8))
  }
}

/// One case: gives input to a reader and looks at what comes of it.
private final class FuzzTrial {
  private let pipeline: Pipeline
  private let folder: URL
  private let session = Drawing.Session()
  /// Cases in which Graphviz crashed, hung or drew nonsense: harmless, and worth a look.
  private(set) var contained: [String] = []

  init(pipeline: Pipeline, folder: URL) {
    self.pipeline = pipeline
    self.folder = folder
  }

  /// What is wrong, in words.
  func run(_ target: FuzzTarget, _ input: [UInt8], _ file: URL) async -> [String] {
    let path = file.path(percentEncoded: false)
    do {
      switch target {
      case .dot: return try draw(input, path)
      case .article, .page, .lines: return try await read(path)
      case .graph: return try decode(input)
      case .drawing: _ = try Verification.quotations(in: input, file: path)
      case .decisions: _ = try Decisions(contentsOf: path)
      case .pack: return try check(input)
      }
      return []
    } catch let error as EntenteError {
      return errors(error.faults, file: file.lastPathComponent)
    } catch {
      return ["\(error)"]
    }
  }

  private func draw(_ input: [UInt8], _ path: String) throws -> [String] {
    do throws(EntenteError) {
      let drawing = try Drawing(
        dot: input, format: .svg, options: DrawingOptions(seconds: 2), file: path, session: session)
      return FuzzSVG.faults(in: drawing.bytes)
    } catch {
      let bad = ["render.crash", "render.svg", "render.process"]
      for fault in error.faults where bad.contains(fault.code) {
        contained.append("\(URL(filePath: path).lastPathComponent) \(fault.code): \(fault.message)")
      }
      throw error
    }
  }

  /// Whatever is read of it, every quotation has to stand in it.
  private func read(_ path: String) async throws -> [String] {
    let outcome = try await pipeline.read([path])
    let faults = errors(outcome.diagnostics, file: URL(filePath: path).lastPathComponent)
    guard !outcome.graph.documents.isEmpty else { return faults }
    let verified = try Verification(of: outcome.graph.json(), file: "graph", against: [path])
    return faults + verified.faults.map { "not verified: \($0.text)" }
  }

  /// What is decoded is the same after another round, and can be drawn and explained.
  private func decode(_ input: [UInt8]) throws -> [String] {
    let graph = try Graph(json: input)
    let again = graph.json()
    var faults = try Graph(json: again).json() == again ? [] : ["another round changes it"]
    if graph.dot().isEmpty { faults.append("no DOT") }
    if let node = graph.nodes.first { _ = try graph.explain(node.id) }
    return faults
  }

  private func check(_ input: [UInt8]) throws -> [String] {
    let manager = FileManager.default
    let pack = folder.appending(path: "pack")
    let isPattern = input.starts(with: "-".utf8)
    let place = pack.appending(path: isPattern ? "lang/en/patterns" : "countries")
    try manager.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: pack) }
    try Data(input).write(to: place.appending(path: isPattern ? "mine.yaml" : "NO.yaml"))
    return errors(try KnowledgePack.check([pack.path(percentEncoded: false)]), file: ".yaml")
  }

  /// An error has words and a place.
  private func errors(_ faults: [Diagnostic], file: String) -> [String] {
    var wrong: [String] = []
    for fault in faults {
      if fault.message.count < 5 { wrong.append("an error without words: \(fault.code)") }
      if fault.severity == .error, fault.place == nil {
        wrong.append("an error without a place: \(fault.text)")
      }
    }
    return wrong
  }
}

/// Reads SVG by a parser that is not ours and objects to what runs or loads.
private final class FuzzSVG: NSObject, XMLParserDelegate {
  private var faults: [String] = []

  static func faults(in svg: [UInt8]) -> [String] {
    let judge = FuzzSVG()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = judge
    if !parser.parse() {
      judge.faults.append("the SVG is not well-formed: \(String(describing: parser.parserError))")
    }
    return judge.faults
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let bad = ["script", "style", "image", "use", "foreignobject", "animate", "set", "iframe"]
    if bad.contains(name.lowercased()) { faults.append("the SVG has <\(name)>") }
    for (key, value) in attributes {
      if key.lowercased().hasPrefix("on") { faults.append("the SVG has \(key)") }
      let isLink = key == "href" || key.hasSuffix(":href")
      let harmless = ["http://", "https://", "mailto:", "#"]
      if isLink, !harmless.contains(where: value.hasPrefix) {
        faults.append("it links to \(value)")
      }
      if !isLink, value.contains("url("), !value.hasPrefix("url(#") {
        faults.append("\(key)=\(value)")
      }
    }
  }
}
