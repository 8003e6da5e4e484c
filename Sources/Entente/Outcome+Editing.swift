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
  ///
  /// - Parameter part: what is drawn of the graph; edits of what it leaves out are left out too, with a note that
  ///   counts them.
  public func edited(
    _ options: DrawingOptions = DrawingOptions(), of part: (Graph) -> Graph = { $0 }
  ) -> EditedPicture {
    var options = options
    options.countryNames = options.countryNames ?? countryNames
    let shown = part(graph)
    let isWhole = shown == graph
    let given = isWhole ? edits : edits.without(nodesOf: graph, but: shown)
    guard let edited else {
      options.edits = given
      var unknown: [Diagnostic] = []
      if isWhole {
        let document = DiagramDOT.document(of: shown, options: options.diagram).0
        unknown = edits.unknown(in: EditMerge.outline(DOTWriter.write(document)))
      }
      return EditedPicture(
        dot: shown.dot(options), graph: shown, decisions: Decisions(edits: edits),
        diagnostics: unknown, conflicts: 0)
    }
    let merge = EditMerge(
      edited.content, with: shown, unmerged: unmerged.map(part), given: given, renames: renames,
      options: options.diagram)
    var decisions = Decisions(edits: merge.edits)
    decisions.same = edited.content.same
    decisions.rename = renames
    // What a selection leaves out is not gone.
    let conflicts = isWhole ? merge.conflicts : merge.conflicts.filter { $0.reason != .gone }
    return EditedPicture(
      dot: merge.dot, graph: merge.edits.added(to: shown), decisions: decisions,
      diagnostics: conflicts.map(\.diagnostic) + merge.notes
        + Outcome.leftOut(merge.conflicts.count - conflicts.count),
      conflicts: conflicts.count)
  }

  private static func leftOut(_ count: Int) -> [Diagnostic] {
    guard count > 0 else { return [] }
    let what = count == 1 ? "1 edited statement is" : "\(count) edited statements are"
    return [
      Diagnostic(
        .note, code: "edits.left-out", "\(what) not in this part of the graph",
        hint: "draw the whole graph to carry on the edits of them")
    ]
  }
}

extension Decisions {
  init(edits: Edits) {
    self.init()
    self.edits = edits
  }
}
