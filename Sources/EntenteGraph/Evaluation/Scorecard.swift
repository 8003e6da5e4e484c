public import EntenteModel

/// How well articles were read, measured against annotations.
public struct Scorecard: Hashable, Sendable {
  /// One per annotation, in the order given.
  public let documents: [DocumentScore]
  /// B-cubed over all articles read together: whether the names of one thing became one node.
  public let linking: Score
  /// Entities of all articles by kind.
  public let kinds: [Kind: Tally]
  private let tallies: [Measure: Tally]

  /// An annotation, and what Entente made of its article alone.
  public struct Entry: Sendable {
    public let annotation: Annotation
    /// An empty graph where the article could not be read.
    public let graph: Graph

    public init(_ annotation: Annotation, graph: Graph) {
      self.annotation = annotation
      self.graph = graph
    }
  }

  /// Compares graphs with annotations.
  ///
  /// - Parameters:
  ///   - entries: each annotation with the graph of its article alone.
  ///   - together: the graph of all the articles, under the same ids of documents.
  public init(_ entries: [Entry], together: Graph) {
    documents = entries.map { DocumentScore($0.annotation, graph: $0.graph) }
    linking = Linking.score(
      entries.map { ($0.annotation, $0.graph.documents.first?.id) }, together)
    tallies = documents.reduce(into: [:]) { $0.merge($1.tallies, uniquingKeysWith: +) }
    kinds = documents.reduce(into: [:]) { $0.merge($1.kinds, uniquingKeysWith: +) }
  }

  /// The counts of all articles.
  public subscript(measure: Measure) -> Tally { tallies[measure] ?? Tally() }
}

extension DocumentScore {
  /// The counts of this article.
  public subscript(measure: Measure) -> Tally { tallies[measure] ?? Tally() }
}
