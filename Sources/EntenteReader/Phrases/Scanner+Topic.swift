internal import EntenteKnowledge
internal import EntenteModel

/// What an office is about, in small letters: `envoy for climate`, `secretary of state for African affairs`.
extension Scanner {
  /// The end of adjectives and nouns that begin at `j` and end in a noun with a small letter, also several joined by
  /// `and`; nil where none do.
  func topicEnd(_ j: Int) -> Int? {
    var k = j
    var end: Int?
    while k < stop, text.tokens[k].shape.contains(.word) {
      if text.isCapital(k) {
        guard end == nil, isAdjectiveOfPlace(k) else { break }
      } else {
        guard term(k, .office) == nil, text.classes[k].isDisjoint(with: Scanner.closed),
          isPlain(k) || lexicon.knowledge.nounLemma(ofWord: text.words[k]) != 0
        else { break }
        let isNoun =
          lexicon.knowledge.nounLemma(ofWord: text.words[k]) != 0
          || lexicon.fieldWords.contains(word(k)) || has(k, .common) && !has(k, .adjective)
        // `for trade met Anna Berg`: a finite verb, and no noun.
        if has(k, .verb), end != nil || !isNoun,
          !lexicon.knowledge.forms(ofWord: text.words[k]).isDisjoint(with: [.past, .third])
        {
          break
        }
        if isNoun { end = k + 1 }
      }
      k += 1
    }
    guard let end else { return nil }
    if isWord(end, words.and), let further = topicEnd(end + 1) { return further }
    return end
  }

  /// `African`, `East`, `Middle Eastern`: capitals that stand before a noun.
  private func isAdjectiveOfPlace(_ k: Int) -> Bool {
    has(k, .adjective)
      || text.matches(at: k).contains { $0.sense.role == .adjective || $0.sense.role == .people }
  }
}
