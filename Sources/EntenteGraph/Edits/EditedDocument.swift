/// A document of Entente with edits in it, as bytes.
package enum EditedDocument {
  /// The file with the edits; without any, what Entente writes itself.
  ///
  /// `same` and `renames` are joins of nodes that the document was made with, to be carried on; `lost`
  /// what was taken out of an earlier one and is not in this one.
  package static func write(
    _ document: DOTDocument, _ edits: Edits, conflicts: [EditConflict] = [],
    same: [[String]] = [], renames: [Decisions.Rename] = [], lost: [UInt32: UInt32] = [:]
  ) -> [UInt8] {
    guard !edits.isEmpty || !same.isEmpty || !lost.isEmpty else { return DOTWriter.write(document) }
    let edited = EditApplication.document(document, with: edits, conflicts: conflicts)
    var asides = same.map { "//! same " + $0.map { DOTText.commented($0) }.joined(separator: " ") }
    asides += renames.map {
      "//! rename " + DOTText.commented($0.from) + " " + DOTText.commented($0.to)
    }
    asides += edits.hidden.sorted().map { "//! hide " + DOTText.commented($0) }
    return DOTWriter.write(edited, before: document, asides: asides, lost: lost)
  }
}
