import EntenteDocuments
public import EntenteModel

/// The account of a reading: every document with what became of it.
public struct Ledger: Hashable, Sendable {
  /// What became of a document.
  public enum Result: String, Sendable, CaseIterable {
    case used, refused, duplicate
  }

  /// One document's line.
  public struct Row: Hashable, Sendable {
    /// The document's id.
    public let document: String
    public let result: Result
    /// A stable word such as `document.language`; empty for a document that is used as it is.
    public let reason: String
    /// The reason in words, or the original's id.
    public let detail: String
    /// The file's size.
    public let bytes: Int
    /// How many words were read.
    public let words: Int
    public let date: PartialDate?
    public let source: String?
  }

  /// In byte order of the document's id.
  public let rows: [Row]
  /// `Read 5 documents: 5 used, 0 refused, 0 duplicates.`
  public let summary: String
  /// A header and a line per document, separated by tabs.
  public let tsv: String
  /// Paths that lead to nothing that can be read.
  public let missing: Int

  /// How many documents are in the graph.
  public var used: Int { rows.count { $0.result == .used } }
  /// How many were refused.
  public var refused: Int { rows.count { $0.result == .refused } }
  /// How many only repeat another.
  public var duplicates: Int { rows.count { $0.result == .duplicate } }

  init(_ ledger: EntenteDocuments.Ledger, missing: Int) {
    rows = ledger.rows.map { row in
      let result: Result =
        switch row.outcome {
        case .used: .used
        case .refused: .refused
        case .duplicate: .duplicate
        }
      return Row(
        document: row.document, result: result, reason: row.reason, detail: row.detail,
        bytes: row.bytes, words: row.words, date: row.date, source: row.source)
    }
    summary = ledger.summary
    tsv = ledger.tsv
    self.missing = missing
  }
}
