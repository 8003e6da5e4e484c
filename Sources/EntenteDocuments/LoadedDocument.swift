package import EntenteModel

/// What became of one entry.
package struct LoadedDocument: Sendable {
  package var id: String
  package var result: Result
  /// What a user should hear about the document though it can be read.
  package var notes: [Diagnostic]
  /// The size of the file in bytes.
  package var byteCount: Int
  /// Words in the blocks that are read.
  package var wordCount: Int
  /// For finding copies; nil unless the document can be read.
  package var fingerprint: Fingerprint?

  package enum Result: Sendable {
    case article(Article)
    /// The path of a graph that Entente wrote.
    case graph(String)
    case refused(Diagnostic)
  }

  package init(
    id: String, result: Result, notes: [Diagnostic] = [], byteCount: Int = 0, wordCount: Int = 0,
    fingerprint: Fingerprint? = nil
  ) {
    self.id = id
    self.result = result
    self.notes = notes
    self.byteCount = byteCount
    self.wordCount = wordCount
    self.fingerprint = fingerprint
  }

  /// The article, unless the document was refused or is a graph.
  package var article: Article? {
    if case .article(let article) = result { article } else { nil }
  }

  /// Why it is not read; nil where it is.
  package var refusal: Diagnostic? {
    if case .refused(let reason) = result { reason } else { nil }
  }
}
