package import EntenteModel

/// All documents of a run, with copies told from originals.
package struct DocumentSet: Sendable {
  /// To be read, in byte order of id; near copies are among them and name their original.
  package private(set) var articles: [Article] = []
  /// Paths of graphs that stand in for their sources.
  package private(set) var graphs: [String] = []
  package private(set) var ledger: Ledger
  /// What a user should hear, by document; refusals among them.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Settles what each loaded document is; their order does not matter.
  package init(_ documents: [LoadedDocument]) {
    let documents = documents.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let fingerprints = documents.compactMap(\.fingerprint)
    var verdicts: [String: CopyFinder.Verdict] = [:]
    for (fingerprint, verdict) in zip(fingerprints, CopyFinder.verdicts(fingerprints)) {
      verdicts[fingerprint.id] = verdict
    }
    var rows: [Ledger.Row] = []
    for document in documents {
      diagnostics += document.notes
      var row = Ledger.Row(
        document: document.id, outcome: .used, bytes: document.byteCount,
        words: document.wordCount)
      switch document.result {
      case .refused(let reason):
        diagnostics.append(reason)
        row.outcome = .refused
        row.reason = reason.code
        row.detail = reason.message
      case .graph(let path):
        graphs.append(path)
        row.reason = "document.graph"
        row.detail = "a graph that Entente wrote"
      case .article(var article):
        row.date = article.record.date
        row.source = article.record.source
        switch verdicts[document.id] ?? .original {
        case .original:
          // Of a page only a part is read; how large the rest is stands in the account too.
          if let note = document.notes.first(where: { $0.code == "document.page" }) {
            row.reason = note.code
            row.detail = note.message
          }
        case .copy(let original):
          row.outcome = .duplicate
          row.reason = "document.copy"
          row.detail = "the same text as \(original)"
          rows.append(row)
          continue
        case .nearCopy(let original):
          row.reason = "document.near-copy"
          row.detail = "nearly the same text as \(original)"
          article.record.nearCopyOf = original
        }
        articles.append(article)
      }
      rows.append(row)
    }
    ledger = Ledger(rows)
  }
}
