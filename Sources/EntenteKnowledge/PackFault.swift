import EntenteModel

/// The errors of opening a pack.
enum PackFault {
  static let hint =
    "run `make` to build the pack again, or `entente pack compile DIR -o FILE` for one of your own"

  static func unreadable(_ path: String, reason: String) -> EntenteError {
    EntenteError(
      code: "pack.unreadable", "cannot open the knowledge pack `\(path)`: \(reason)",
      at: Diagnostic.Place(file: path), hint: hint)
  }

  static func damaged(_ path: String, _ reason: String) -> EntenteError {
    EntenteError(
      code: "pack.damaged", "`\(path)` is not a whole knowledge pack: \(reason)",
      at: Diagnostic.Place(file: path), hint: hint)
  }
}
