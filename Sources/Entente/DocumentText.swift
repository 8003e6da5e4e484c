import EntenteDocuments
public import EntenteModel

/// A document's text as it is read, to which all offsets in a graph refer.
public struct DocumentText: Hashable, Sendable {
  /// Valid UTF-8.
  public let bytes: [UInt8]

  /// Reads one file, or standard input for `-`.
  ///
  /// - Throws: where the path leads nowhere or the file is no text.
  public init(of path: String) throws(EntenteError) {
    let loader = SourceLoader()
    let list = loader.list([path])
    guard list.faults.isEmpty else { throw EntenteError(list.faults) }
    guard list.entries.count == 1 else {
      throw EntenteError(
        code: "document.type", "it holds \(list.entries.count) documents, not one",
        at: Diagnostic.Place(file: path), hint: "give one file")
    }
    bytes = try loader.text(of: list.entries[0])
  }
}
