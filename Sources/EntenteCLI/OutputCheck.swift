import Entente
import Glibc

/// Looks at every file to be written before any work is done.
enum OutputCheck {
  /// Objects where a file can't be made, holds a person's work, or would garble a terminal.
  static func before(
    _ files: [OutputFile], also others: [String] = [], force: Bool
  ) throws(Failure) {
    for path in files.map(\.path) + others { _ = try OutputTarget(path) }
    for file in files {
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
