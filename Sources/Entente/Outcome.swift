public import EntenteGraph
public import EntenteModel

/// What came of a reading.
public struct Outcome: Hashable, Sendable {
  /// Who met, visited and signed with whom, each statement with the sentence that says so.
  public let graph: Graph
  /// What became of every document.
  public let ledger: Ledger
  /// What the user should hear: refused documents, notes on others, decisions that name nothing.
  public let diagnostics: [Diagnostic]
  /// Names of countries by id, for pictures; see ``DrawingOptions/countryNames``.
  public let countryNames: [String: String]
  /// The files that were read.
  package let files: [String]
  /// Edits among the decisions, and those that graphs among the sources carry.
  public let edits: Edits
  /// The edited picture of an earlier run.
  let edited: EditedDrawing?
  /// Names that nodes joined in `edited` keep.
  let renames: [Decisions.Rename]
  /// The graph without the joins of nodes that were made by hand in `edited`, where there are any.
  let unmerged: Graph?

  /// Why there is no event in the graph, in a sentence; nil where there is one.
  public var emptyReason: String? {
    guard !graph.nodes.contains(where: { $0.kind.isEvent }) else { return nil }
    if ledger.rows.isEmpty {
      return "There is nothing to draw: the sources hold no document."
    }
    if ledger.used == 0 {
      let count = ledger.rows.count
      return count == 1
        ? "There is nothing to draw: the document could not be used."
        : "There is nothing to draw: none of the \(count) documents could be used."
    }
    let words = ledger.rows.reduce(0) { $0 + $1.words }
    let count = ledger.used == 1 ? "the document" : "the \(ledger.used) documents"
    let named = graph.nodes.count
    let found = named == 0 ? "" : "; \(named) \(named == 1 ? "name was" : "names were") found"
    return
      "There is nothing to draw: no meeting, visit or agreement between named sides is told in "
      + "\(count) (\(words) words read)\(found)."
  }
}
