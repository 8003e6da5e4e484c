public import EntenteGraph
public import EntenteModel

/// A new graph with the edits of an earlier picture in it.
public struct EditedPicture: Hashable, Sendable {
  /// The DOT file: where nothing but the edits is new, the edited file byte for byte.
  public let dot: [UInt8]
  /// The graph with what was added by hand; its origin is `user`.
  public let graph: Graph
  /// Every edit as a decision; given as decisions, they draw the same picture again.
  public let decisions: Decisions
  /// The decisions as a file in YAML: sorted, one thing a line or a block.
  public var decisionsFile: [UInt8] { DecisionsText.write(decisions) }
  /// Edits that meet a change in the articles, with both sides; ids that name nothing.
  public let diagnostics: [Diagnostic]
  /// How many of `diagnostics` are conflicts.
  public let conflicts: Int
}

extension Outcome {
  /// The picture with all edits: those of ``ReadingOptions/edited`` and those among the decisions.
  public func edited(_ options: DrawingOptions = DrawingOptions()) -> EditedPicture {
    var options = options
    options.countryNames = options.countryNames ?? countryNames
    guard let edited else {
      options.edits = edits
      let document = DiagramDOT.document(of: graph, options: options.diagram).0
      return EditedPicture(
        dot: graph.dot(options), graph: graph, decisions: Decisions(edits: edits),
        diagnostics: edits.unknown(in: EditMerge.outline(DOTWriter.write(document))), conflicts: 0)
    }
    let merge = EditMerge(
      edited.content, with: graph, unmerged: unmerged, given: edits, renames: renames,
      options: options.diagram)
    var decisions = Decisions(edits: merge.edits)
    decisions.same = edited.content.same
    decisions.rename = renames
    return EditedPicture(
      dot: merge.dot, graph: merge.edits.added(to: graph), decisions: decisions,
      diagnostics: merge.conflicts.map(\.diagnostic) + merge.notes, conflicts: merge.conflicts.count
    )
  }
}

extension Decisions {
  init(edits: Edits) {
    self.init()
    self.edits = edits
  }
}

extension DrawingOptions {
  /// What the view needs of these options.
  var diagram: DiagramOptions {
    DiagramOptions(
      title: title, note: note, width: width ?? 170,
      countryNames: countryNames ?? (try? KnowledgePack())?.countryNames ?? [:])
  }
}
