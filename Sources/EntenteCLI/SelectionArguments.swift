import ArgumentParser
import Entente

/// What tells which part of a graph is wanted.
struct SelectionArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only events of this kind, or with a side of this kind (meeting, visit, agreement, person, ministry …); may be repeated.",
      valueName: "kind"))
  var kind: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only events with a side from this country, by name or code; may be repeated.",
      valueName: "country"))
  var country: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only events on or after this day, month or year; the undated go.", valueName: "yyyy-mm-dd"))
  var since: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only events on or before this day, month or year; the undated go.", valueName: "yyyy-mm-dd"))
  var until: String?

  @Flag(name: .long, help: "With --since or --until, keep events whose date is not known.")
  var keepUndated = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only events that are held, signed, planned, proposed or cancelled; may be repeated.",
      valueName: "status"),
    completion: .list(Status.allCases.map(\.rawValue)))
  var status: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only what so many independent sources tell of; articles of one outlet are one.",
      valueName: "n"))
  var minEvidence: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("Only statements at least so sure, from 0 to 1.", valueName: "p"))
  var minConfidence: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only what surrounds this name; may be repeated.", valueName: "name"))
  var focus: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("How many steps around --focus; 1 unless told.", valueName: "n"))
  var depth: Int?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only the shortest connection of two names, whose sentences are then printed.",
      valueName: "name name"))
  var path: [String] = []

  /// Words behind the two names of a path: the parser can't know that they are sources.
  var sourcesBehindPath: [String] { Array(path.dropFirst(2)) }

  func validate() throws { _ = try selection() }

  /// The selection for the library; names are looked up when the graph is there.
  func selection() throws -> Selection {
    let (first, last) = (try date(since, "--since"), try date(until, "--until"))
    if let first, let last, last < first, !last.isCompatible(with: first) {
      throw ValidationError("--since \(first) lies behind --until \(last).")
    }
    if keepUndated, first == nil, last == nil {
      throw ValidationError("--keep-undated goes with --since or --until.")
    }
    if let minEvidence, minEvidence < 1 {
      throw ValidationError("--min-evidence takes a number from 1, not \(minEvidence).")
    }
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence takes a number from 0 to 1, not \(minConfidence).")
    }
    if depth != nil, focus.isEmpty { throw ValidationError("--depth goes with --focus.") }
    if let depth, !(1...100).contains(depth) {
      throw ValidationError("--depth takes a number from 1 to 100, not \(depth).")
    }
    if path.count == 1 {
      throw ValidationError("--path takes two names: --path \"\(path[0])\" \"John Smith\"")
    }
    return Selection(
      kinds: kind.map { Kind($0.lowercased()) }, countries: country, since: first, until: last,
      keepsUndated: keepUndated, statuses: try status.map(word), minimumSources: minEvidence ?? 1,
      minimumConfidence: minConfidence ?? 0, focus: focus, depth: depth ?? 1,
      path: path.isEmpty ? nil : Selection.Ends(from: path[0], to: path[1]))
  }

  private func date(_ text: String?, _ option: String) throws -> PartialDate? {
    guard let text else { return nil }
    guard let date = PartialDate(text) else {
      throw ValidationError(
        "'\(text)' is no date for \(option). Write 2026-02-06, 2026-02 or 2026.")
    }
    return date
  }

  private func word(_ text: String) throws -> Status {
    if let status = Status(rawValue: text.lowercased()) { return status }
    let known = Status.allCases.map(\.rawValue)
    let close = Suggestion.closest(to: text, among: known).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "There is no status '\(text)'.\(close) It is one of \(known.joined(separator: ", ")).")
  }
}

extension SelectionArguments {
  /// The wanted part of what was read; says on standard error what was left out and how a path goes.
  func choose(from outcome: Outcome) throws -> Choice {
    var selection = try selection()
    guard !selection.isEmpty else { return try outcome.graph.choice(by: selection) }
    selection.countryNames = outcome.countryNames
    let choice = try outcome.graph.choice(by: selection)
    if let text = choice.pathText { Console.write(text) }
    Console.write(choice.summary)
    return choice
  }

  /// The same part of an earlier graph, or all of it where the names asked for are not in it.
  func part(of earlier: Graph, _ outcome: Outcome) throws -> Graph {
    var selection = try selection()
    selection.countryNames = outcome.countryNames
    return (try? earlier.selecting(selection)) ?? earlier
  }
}
