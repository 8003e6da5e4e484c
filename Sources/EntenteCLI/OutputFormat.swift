import ArgumentParser
import Entente

/// What can be written.
enum OutputFormat: String, CaseIterable, Sendable {
  case dot, svg, png, pdf, md, json, html, graphml, gexf, csv, mmd, ftm

  /// The picture, where it is one that Graphviz draws.
  var drawing: Drawing.Format? { Drawing.Format(rawValue: rawValue) }

  /// The format of that name, or a usage fault that says what may have been meant.
  static func named(_ name: String) throws -> OutputFormat {
    let lower = name.lowercased()
    let other = ["gv": "dot", "mermaid": "mmd"]
    if let format = OutputFormat(rawValue: other[lower] ?? lower) { return format }
    let known = allCases.map(\.rawValue)
    let close = Suggestion.closest(to: lower, among: known).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "There is no format '\(name)'.\(close) Formats are \(known.joined(separator: ", ")).")
  }

  /// The format that a file's name tells.
  static func ofFile(_ path: String) throws -> OutputFormat {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      throw ValidationError(
        "The name '\(path)' does not tell a format. Give it an ending such as .svg, or say --to svg."
      )
    }
    // FollowTheMoney's files end in two: what stands in front of `.json` says whose JSON it is.
    let endings = name.lowercased().split(separator: ".").suffix(2)
    if endings.first == "ftm", ["json", "jsonl", "ndjson"].contains(endings.last) { return .ftm }
    return try named(String(name[name.index(after: dot)...]))
  }
}

/// A file to write, and what.
struct OutputFile: Sendable {
  /// `-` for standard output.
  let path: String
  let format: OutputFormat

  /// The files that are written: CSV is two tables, `map.nodes.csv` and `map.edges.csv` for `map.csv`.
  var paths: [String] {
    guard format == .csv else { return [path] }
    let stem = path.lowercased().hasSuffix(".csv") ? String(path.dropLast(4)) : path
    return ["\(stem).nodes.csv", "\(stem).edges.csv"]
  }

  /// What `-o` and `--to` ask for: `--to` wins over a file's name; without `-o` it goes to standard output.
  static func wanted(
    _ paths: [String], to format: String?, otherwise standard: OutputFormat
  ) throws -> [OutputFile] {
    let format = try format.map(OutputFormat.named)
    guard !paths.isEmpty else { return [try OutputFile("-", format ?? standard)] }
    var seen: Set<String> = []
    return try paths.map { path in
      let chosen = try format ?? (path == "-" ? standard : OutputFormat.ofFile(path))
      let file = try OutputFile(path, chosen)
      for path in file.paths where !seen.insert(path).inserted {
        throw ValidationError("'\(path)' is to be written twice.")
      }
      return file
    }
  }

  /// Throws where the format cannot stand at that path.
  init(_ path: String, _ format: OutputFormat) throws {
    self.path = path
    self.format = format
    guard format == .csv else { return }
    // One table after the other in one stream would be a table to no reader.
    guard path != "-" else {
      throw ValidationError(
        "CSV is two tables, which standard output can't hold apart. Write files: -o map.csv makes "
          + "map.nodes.csv and map.edges.csv.")
    }
    for table in [".nodes.csv", ".edges.csv"] where path.lowercased().hasSuffix(table) {
      let stem = path.dropLast(table.utf8.count)
      throw ValidationError(
        "'\(path)' is one of two tables. Write both: -o \(stem).csv makes \(stem).nodes.csv and "
          + "\(stem).edges.csv.")
    }
  }
}
