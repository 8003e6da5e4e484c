import Entente

/// How the program ends, for scripts; the numbers from 64 are those of `sysexits.h`.
struct ExitStatus: Equatable, Sendable {
  let rawValue: Int32

  static let ok = ExitStatus(rawValue: 0)
  /// The work was done, but some documents were refused.
  static let someRefused = ExitStatus(rawValue: 1)
  /// There was nothing to work on.
  static let nothingUsable = ExitStatus(rawValue: 2)
  /// The work was done, but edits meet changes in the articles and a person has to look.
  static let conflicts = ExitStatus(rawValue: 3)
  static let usage = ExitStatus(rawValue: 64)
  /// A pack, a graph, a DOT file or decisions with faults, or a quotation that is not there.
  static let badData = ExitStatus(rawValue: 65)
  /// The output can't be made: its folder is missing, it is a folder, it holds someone's work.
  static let cannotCreate = ExitStatus(rawValue: 73)
  /// Writing failed on the way: the disk is full.
  static let writeFailed = ExitStatus(rawValue: 74)
  /// Whoever read the output left; 128 and the number of SIGPIPE.
  static let pipeClosed = ExitStatus(rawValue: 141)
}

extension ExitStatus {
  /// The code for what the library throws.
  init(_ error: EntenteError) {
    let codes = error.faults.map(\.code)
    let nothing = ["source.missing", "source.type", "file.unreadable", "annotation.none"]
    self = codes.allSatisfy(nothing.contains) ? .nothingUsable : .badData
  }
}

/// What ends the program: what to say, and the code.
struct Failure: Error {
  let status: ExitStatus
  /// Empty where all was said, or nothing is to be said.
  let faults: [Diagnostic]

  init(_ status: ExitStatus, _ faults: [Diagnostic] = []) {
    self.status = status
    self.faults = faults
  }

  init(
    _ status: ExitStatus, code: String, _ message: String, file: String? = nil, hint: String? = nil
  ) {
    self.status = status
    let place = file.map { Diagnostic.Place(file: $0) }
    faults = [Diagnostic(.error, code: code, message, at: place, hint: hint)]
  }
}
