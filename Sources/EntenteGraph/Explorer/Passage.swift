import EntenteModel

/// A quotation as a page shows it: in the sentence around it, where the graph quotes that sentence too.
struct Passage: Hashable {
  /// What is shown: the sentence around the quotation, or itself.
  var shown: Evidence
  /// The bytes of `shown.text` that are the evidence.
  var exact: [Range<Int>]
  /// The bytes of `shown.text` that name those whom the statement is about.
  var names: [Range<Int>]
  /// The rules that read it, each once.
  var rules: [String]
  /// Quotations in it that are somebody's word, one for each speaker.
  var said: [Evidence] = []
}

/// Finds the sentences around quotations, in what a graph quotes.
struct PassageFinder {
  /// The distinct quotations of each document, by place.
  private let quotes: [String: [Evidence]]

  init(_ graph: Graph) {
    var quotes: [String: Set<Evidence>] = [:]
    for evidence in PassageFinder.all(in: graph) {
      quotes[evidence.document, default: []].insert(evidence.bare)
    }
    self.quotes = quotes.mapValues { $0.sorted { ($0, $0.text) < ($1, $1.text) } }
  }

  /// Every quotation in a graph, in the order of its lists.
  static func all(in graph: Graph) -> [Evidence] {
    graph.nodes.flatMap { $0.mentions + ($0.event?.evidence ?? []) }
      + graph.edges.flatMap(\.evidence)
  }

  /// The evidence of one statement, each sentence once, in the order of the documents.
  ///
  /// - Parameter names: where those are named whom the statement is about; places elsewhere do not matter.
  func passages(of evidence: [Evidence], names: [Evidence]) -> [Passage] {
    var passages: [Passage] = []
    var place: [Evidence: Int] = [:]
    for quote in evidence.sorted() {
      let shown = around(quote)
      let i: Int
      if let known = place[shown] {
        i = known
      } else {
        i = passages.count
        place[shown] = i
        let inside = names.compactMap { PassageFinder.range(of: $0, in: shown) }
        passages.append(
          Passage(
            shown: shown, exact: [], names: Set(inside).sorted(by: PassageFinder.precedes),
            rules: []))
      }
      if let range = PassageFinder.range(of: quote, in: shown), !passages[i].exact.contains(range) {
        passages[i].exact.append(range)
      }
      if let speaker = quote.speaker,
        !passages[i].said.contains(where: { Evidence.isOne($0.speaker, speaker) })
      {
        passages[i].said.append(quote)
      }
      if let rule = quote.rule, !passages[i].rules.contains(rule) { passages[i].rules.append(rule) }
    }
    return passages
  }

  /// The shortest sentence quoted that holds this quotation and more; where there is none, the longest quotation that
  /// does, and without that itself.
  private func around(_ quote: Evidence) -> Evidence {
    var best = quote.bare
    var key = (isSentence: PassageFinder.isSentence(best), length: best.text.utf8.count)
    for other in quotes[quote.document] ?? [] {
      if other.start > quote.start { break }
      let (isSentence, length) = (PassageFinder.isSentence(other), other.text.utf8.count)
      let isBetter =
        isSentence
        ? !key.isSentence || length < key.length || best.text.utf8.count == quote.text.utf8.count
        : !key.isSentence && length > key.length
      guard length > quote.text.utf8.count, isBetter,
        PassageFinder.range(of: quote, in: other) != nil
      else { continue }
      (best, key) = (other, (isSentence, length))
    }
    return best
  }

  /// True for what ends as a sentence does, before closing quotation marks.
  private static func isSentence(_ quote: Evidence) -> Bool {
    let marks: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")"]
    let last = quote.text.unicodeScalars.reversed().first { !marks.contains($0) }
    return last == "." || last == "!" || last == "?" || last == "…"
  }

  /// Where a quotation stands in a longer one; nil where it does not, or where one of them is not what its
  /// offsets say.
  private static func range(of quote: Evidence, in shown: Evidence) -> Range<Int>? {
    let count = quote.text.utf8.count
    guard quote.document == shown.document, quote.start >= shown.start, count > 0 else {
      return nil
    }
    let (start, overflow) = quote.start.subtractingReportingOverflow(shown.start)
    guard !overflow, start <= shown.text.utf8.count - count else { return nil }
    let bytes = shown.text.utf8.dropFirst(start).prefix(count)
    return bytes.elementsEqual(quote.text.utf8) ? start..<(start + count) : nil
  }

  private static func precedes(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound)
  }
}
