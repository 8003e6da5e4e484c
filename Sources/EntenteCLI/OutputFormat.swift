import ArgumentParser
import Entente

/// What can be written.
enum OutputFormat: String, CaseIterable, Sendable {
  case dot, svg, png, pdf, json, md

  /// The picture, where it is one that Graphviz draws.
  var drawing: Drawing.Format? { Drawing.Format(rawValue: rawValue) }

  /// The format of that name, or a usage fault that says what may have been meant.
  static func named(_ name: String) throws -> OutputFormat {
    let lower = name.lowercased()
    if let format = OutputFormat(rawValue: lower == "gv" ? "dot" : lower) { return format }
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
    return try named(String(name[name.index(after: dot)...]))
  }
}

/// A file to write, and what.
struct OutputFile: Sendable {
  /// `-` for standard output.
  let path: String
  let format: OutputFormat

  /// What `-o` and `--to` ask for: `--to` wins over a file's name; without `-o` it goes to standard output.
  static func wanted(
    _ paths: [String], to format: String?, otherwise standard: OutputFormat
  ) throws -> [OutputFile] {
    let format = try format.map(OutputFormat.named)
    guard !paths.isEmpty else { return [OutputFile(path: "-", format: format ?? standard)] }
    var seen: Set<String> = []
    return try paths.map { path in
      guard seen.insert(path).inserted else {
        throw ValidationError("'\(path)' is to be written twice.")
      }
      if path == "-" { return OutputFile(path: path, format: format ?? standard) }
      return OutputFile(path: path, format: try format ?? OutputFormat.ofFile(path))
    }
  }
}
