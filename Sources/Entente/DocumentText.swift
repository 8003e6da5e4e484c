import EntenteDocuments
public import EntenteModel

/// A document's text as it is read, to which all offsets in a graph refer.
public struct DocumentText: Hashable, Sendable {
  /// Valid UTF-8.
  public let bytes: [UInt8]

  /// Reads one file, standard input for `-`, or one document of a file of JSON lines, written as `FILE#ID`.
  ///
  /// - Throws: where the path leads nowhere or the file is no text.
  public init(of path: String) throws(EntenteError) {
    let loader = SourceLoader()
    var list = loader.list([path])
    if !list.faults.isEmpty, let mark = path.firstIndex(of: "#") {
      let whole = loader.list([String(path[..<mark])])
      let found = whole.entries.filter { $0.id.hasSuffix(path[mark...]) }
      if found.count == 1 {
        list = whole
        list.entries = found
      }
    }
    guard list.faults.isEmpty else { throw EntenteError(list.faults) }
    guard list.entries.count == 1 else {
      throw EntenteError(
        code: "document.type", "it holds \(list.entries.count) documents, not one",
        at: Diagnostic.Place(file: path),
        hint: "give one file, or one document of JSON lines as FILE#ID")
    }
    bytes = try loader.text(of: list.entries[0])
  }
}
