internal import EntenteModel

/// Who says what in an article: the attributions of its sentences, and the quotations that they reach.
///
/// A quotation that runs over several sentences is said by whoever is named beside one of them. One that follows an
/// attributed quotation in the same paragraph, with nothing between, goes on with its speaker.
struct Speech {
  let text: Text
  let quotations: Quotations
  private var attributions: [Int: [Attribution]] = [:]
  /// Who speaks in each quotation.
  private var quoted: [[Attribution]] = []

  init(_ text: Text) {
    self.text = text
    quotations = Quotations(text)
  }

  mutating func add(_ found: [Attribution]) {
    for attribution in found { attributions[attribution.sentence, default: []].append(attribution) }
  }

  var isEmpty: Bool { attributions.isEmpty }

  /// The attributions of a sentence.
  subscript(sentence: Int) -> [Attribution] { attributions[sentence] ?? [] }

  /// The number of the sentence that a token stands in.
  func sentence(of token: Int) -> Int? {
    var (low, high) = (0, text.sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if text.sentences[middle].end <= token { low = middle + 1 } else { high = middle }
    }
    return low < text.sentences.count && text.sentences[low].start <= token ? low : nil
  }

  /// Who may say what stands at a token: nobody, or, where it cannot be told, several.
  func speakers(at token: Int) -> [Attribution] {
    guard let sentence = sentence(of: token) else { return [] }
    var found = (attributions[sentence] ?? []).filter { $0.says(token) }
    if let span = quotations.span(at: token) { found += quoted[span] }
    return Speech.spoken(found)
  }

  /// Who speaks inside a quotation: what stands in marks is nobody else's.
  func speakers(quotedAt token: Int) -> [Attribution] {
    quotations.span(at: token).map { Speech.spoken(quoted[$0]) } ?? []
  }

  /// `according to X` gives way to who is quoted.
  private static func spoken(_ found: [Attribution]) -> [Attribution] {
    let quoted = found.filter { !$0.isSource }
    return quoted.isEmpty ? found : quoted
  }

  /// Gives each quotation its speakers, once all attributions are known.
  mutating func settle() {
    quoted = quotations.spans.indices.map { beside($0) }
    var first = 0
    while first < quoted.count {
      // The stretches of one quotation that is printed in several paragraphs.
      var last = first
      while !quotations.spans[last].isClosed, last + 1 < quoted.count { last += 1 }
      var own = quoted[first...last].flatMap { $0 }
      // What goes on is the speech of whoever began it.
      if own.isEmpty, first > 0, continues(first) { own = quoted[first - 1] }
      for span in first...last { quoted[span] = own }
      first = last + 1
    }
  }

  /// The attributions outside of a quotation that say a part of it.
  private func beside(_ number: Int) -> [Attribution] {
    let span = quotations.spans[number]
    guard let first = sentence(of: span.start), let last = sentence(of: span.end - 1) else {
      return []
    }
    return (first...last).flatMap { attributions[$0] ?? [] }.filter { attribution in
      !(span.start..<span.end).contains(attribution.words.lowerBound)
        && attribution.said.contains { $0.overlaps(span.start..<span.end) }
    }
  }

  /// True for a quotation that goes on with the one before it.
  private func continues(_ number: Int) -> Bool {
    let (last, span) = (quotations.spans[number - 1], quotations.spans[number])
    guard last.block == span.block, let before = sentence(of: last.end - 1),
      let own = sentence(of: span.start), text.sentences[own].start == span.start,
      own == before + 1
    else { return false }
    // Where a sentence is only partly quoted, the rest of it may tell of somebody else.
    let names = attributions[own] ?? []
    return names.isEmpty
  }
}
