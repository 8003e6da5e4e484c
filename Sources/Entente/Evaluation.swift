import EntenteDocuments
public import EntenteGraph
import EntenteKnowledge
public import EntenteModel
import EntenteReader

/// What came of comparing Entente's readings with annotations.
public struct Evaluation: Hashable, Sendable {
  /// The figures, of every article and of all.
  public let scores: Scorecard
  /// The reading of all articles together, from which links between them are scored.
  public let outcome: Outcome
  /// Keys in the annotations that the format does not know.
  public let notes: [Diagnostic]
}

extension Pipeline {
  /// Reads annotated articles, each alone and then all together, and compares the graphs with the annotations.
  ///
  /// ```swift
  /// let evaluation = try await Pipeline().evaluate("gold/", against: "articles/")
  /// print(evaluation.scores[.meeting].score.f1)
  /// ```
  ///
  /// An article that is refused counts as one in which nothing was found; ``Evaluation/outcome`` says why.
  ///
  /// - Parameters:
  ///   - annotations: a folder with `NAME.json` for each article, as `docs/evaluation.md` describes.
  ///   - sources: the folder of the articles; it may be the same.
  ///   - progress: is told now and then how many of how many articles are done, from any thread.
  /// - Throws: the faults of all annotations at once, with line and column; where a folder is missing or the
  ///   task was cancelled.
  public func evaluate(
    _ annotations: String, against sources: String,
    progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) async throws(EntenteError) -> Evaluation {
    let marked = try AnnotationFolder(annotations, sources: sources, kinds: kinds).annotations
    let paths = marked.map(\.article)
    // Read anew, not taken from the reading of all: beside others an article may be a duplicate.
    let graphs = try await Parallel.map(
      paths, jobs: options.jobs ?? Parallel.cores, progress: progress
    ) { [self] in graph(of: $0) }
    let outcome = try await read(paths)
    let entries = zip(marked, graphs).map { Scorecard.Entry($0.annotation, graph: $1) }
    return Evaluation(
      scores: Scorecard(entries, together: outcome.graph), outcome: outcome,
      notes: marked.flatMap(\.annotation.notes))
  }

  /// The kinds of entity that may be found: a pack can add some.
  var kinds: [Kind] {
    let added = pack.knowledge.kinds.map(\.kind)
    return Annotation.kinds + added.filter { !$0.isEvent && !Annotation.kinds.contains($0) }
  }

  /// The graph of one article; an empty one where it is refused.
  private func graph(of path: String) -> Graph {
    let articles = loader.list([path]).entries.compactMap { loader.load($0).article }
    return Joiner.join(articles.map(reader.read), decisions: options.decisions)
  }
}
