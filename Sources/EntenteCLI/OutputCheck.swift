import Entente
import Glibc

/// Looks at every file to be written before any work is done.
enum OutputCheck {
  /// Objects where a file can't be made, holds a person's work, or would garble a terminal.
  static func before(
    _ files: [OutputFile], also others: [String] = [], force: Bool
  ) throws(Failure) {
    var seen: Set<String> = []
    for path in files.flatMap(\.paths) + others {
      _ = try OutputTarget(path)
      if path != "-", !seen.insert(path).inserted {
        throw Failure(
          .usage, code: "output.twice", "it is to be written twice", file: path,
          hint: "give each output a name of its own")
      }
    }
    for file in files {
      try onePlaceForOneTable(file)
      if file.path == "-", isatty(1) == 1, file.format == .png || file.format == .pdf {
        throw Failure(
          .usage, code: "output.terminal", "a \(file.format.rawValue) is not for a terminal",
          hint: "write it to a file: -o map.\(file.format.rawValue)")
      }
      guard file.format == .dot, !force, OutputTarget.identity(file.path) != nil else { continue }
      let bytes: [UInt8]
      do {
        bytes = try FileBytes.read(file.path)
      } catch {
        throw Failure(.cannotCreate, error.faults)
      }
      guard let objection = DOTOwnership.objection(to: bytes) else { continue }
      throw Failure(
        .cannotCreate, code: "output.edited", "it would be overwritten, but \(objection)",
        file: file.path, hint: "write to another name, or say --force to lose what it holds")
    }
  }

  /// Objects where two tables would go into one pipe, or beside a device.
  private static func onePlaceForOneTable(_ file: OutputFile) throws(Failure) {
    guard file.format == .csv, OutputTarget.exists(file.path) else { return }
    switch try OutputTarget(file.path) {
    case .file: return
    case .stream, .device:
      throw Failure(
        .usage, code: "output.tables", "CSV is two tables, which one stream can't hold apart",
        file: file.path, hint: "write files: -o map.csv makes map.nodes.csv and map.edges.csv")
    }
  }

  /// Objects where an output is one of the files read.
  static func inputs(_ inputs: [String], spared outputs: [String]) throws(Failure) {
    let identities = outputs.compactMap { path in
      OutputTarget.identity(path).map { (identity: $0, path: path) }
    }
    guard !identities.isEmpty else { return }
    for input in inputs {
      guard let identity = OutputTarget.identity(input),
        let output = identities.first(where: { $0.identity == identity })
      else { continue }
      throw Failure(
        .cannotCreate, code: "output.input", "it is one of the sources", file: output.path,
        hint: "write to another name")
    }
  }
}
