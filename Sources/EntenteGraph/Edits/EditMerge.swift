package import EntenteModel

/// A graph's picture with a person's edits in it.
package struct EditMerge: Sendable {
  /// The DOT file.
  package var dot: [UInt8]
  /// All edits in it.
  package var edits: Edits
  package var conflicts: [EditConflict]
  package var notes: [Diagnostic]

  /// Merges.
  ///
  /// Where the articles give the very file that was edited, the edited file comes back byte for byte;
  /// where nothing was edited, the new one does.
  ///
  /// - Parameters:
  ///   - mine: the edited file.
  ///   - graph: the new graph, with the merges of nodes of `mine` made in it.
  ///   - unmerged: the new graph without those that `mine` does not carry from before, where there are any.
  ///   - renames: names of joined nodes that `graph` was made with, for the file to carry on.
  ///   - given: edits that were decided before.
  package init(
    _ mine: EditedDOT, with graph: Graph, unmerged: Graph? = nil, given: Edits = Edits(),
    renames: [Decisions.Rename] = [], options: DiagramOptions = DiagramOptions()
  ) {
    let (document, added) = DiagramDOT.document(of: graph, options: options, besides: given)
    let written = DOTWriter.write(document)
    let base =
      unmerged.map { DOTWriter.write(DiagramDOT.document(of: $0, options: options).0) } ?? written
    let isBase = DOTStamp.told(base) == mine.told
    let theirs = EditMerge.outline(written)
    var aliases: [String: String] = [:]
    for node in graph.nodes {
      for old in node.formerly { aliases[old] = node.id }
    }
    let found = EditDetection.edits(
      of: mine, against: theirs, aliases: aliases, isBase: isBase && unmerged == nil)
    conflicts = found.conflicts
    notes = found.notes
    edits = given.adding(added).adding(found.edits)
    if isBase, edits == found.edits {
      dot = mine.bytes
      conflicts = []
      return
    }
    dot = EditedDocument.write(
      document, edits, conflicts: conflicts, same: mine.same,
      renames: renames, lost: mine.lost)
  }

  /// What Entente wrote, read back.
  package static func outline(_ written: [UInt8]) -> DOTOutline {
    // Entente's own bytes are DOT; if ever they were not, the picture is empty rather than wrong.
    DOTOutline((try? DOTParser.parse(written, file: "")) ?? DOTSource())
  }
}
