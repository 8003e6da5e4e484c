internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  func canStandInPhrase(_ j: Int, _ state: PhraseState) -> Bool {
    if text.isCapital(j), isNameWord(j) { return false }
    // `a one-on-one meeting`, `a confidence-and-supply deal`
    if isInCompound(j) { return true }
    // `signed the following agreements`
    if j > first, isWord(j, words.following), isWord(j - 1, words.the), j + 1 < stop,
      text.tokens[j + 1].shape.contains(.word)
    {
      return true
    }
    if !text.classes[j].isDisjoint(with: Scanner.closed.subtracting(.quantifier)) {
      return false
    }
    // `signed the deal Thursday`
    if case .noun = state.item, term(j, .date) != nil || has(j, [.weekday]) { return false }
    if case .noun = state.item, has(j, [.month]), text.isCapital(j) { return false }
    if has(j, .date) && !state.expectsNoun { return false }
    if isPronoun(j) { return false }
    guard verbGroupStarts(j) else { return true }
    return !isFiniteHere(j, state)
  }

  /// True at a word that can be a verb's form and is not plainly a noun.
  func verbGroupStarts(_ j: Int) -> Bool {
    guard j < stop, !isHyphenated(j), !isInCompound(j) else { return false }
    return has(j, .verb) && lexicon.knowledge.verbLemma(ofWord: text.words[j]) != 0
      || has(j, [.modal, .auxiliary])
  }

  /// `confidence-and-supply`: between two glued hyphens.
  private func isInCompound(_ j: Int) -> Bool {
    j > first && j + 1 < stop && text.isMark(j - 1, "-") && text.isMark(j + 1, "-")
      && [j - 1, j, j + 1, min(j + 2, stop - 1)].allSatisfy {
        text.tokens[$0].shape.isDisjoint(with: .spaced)
      }
  }

  /// `long-term`, `fact-finding`: a part of a compound is no verb.
  func isHyphenated(_ j: Int) -> Bool {
    let isGlued =
      j + 1 < stop && text.isMark(j + 1, "-") && text.tokens[j + 1].shape.isDisjoint(with: .spaced)
    if isGlued, prefixedVerb(j) == nil,
      text.tokens[min(j + 2, stop - 1)].shape.isDisjoint(with: .spaced)
    {
      return true
    }
    guard j > first, text.isMark(j - 1, "-"), text.tokens[j].shape.isDisjoint(with: .spaced),
      text.tokens[j - 1].shape.isDisjoint(with: .spaced)
    else { return false }
    return j - 2 < first || prefixedVerb(j - 2) == nil
  }

  /// Decides a word that may be a verb by what stands before and behind it.
  func isFiniteHere(_ j: Int, _ state: PhraseState) -> Bool {
    let forms = lexicon.knowledge.forms(ofWord: text.words[j])
    let canBeNoun = lexicon.knowledge.nounLemma(ofWord: text.words[j]) != 0 || nounTerm(j) != nil
    let next = j + 1
    if case .noun = state.item {
      if canBeNoun { return startsObject(next) && forms.isDisjoint(with: .gerund) }
      // A base form behind a singular is a noun: `malaria control`.
      if forms == .base, !endsInS(j - 1) { return false }
      return !forms.isDisjoint(with: [.base, .third, .past, .participle, .gerund])
    }
    if case .named = state.item { return !canBeNoun || startsObject(next) }
    // At the head of a phrase: behind an article or adjective only a noun or an adjective can stand.
    if state.expectsNoun {
      if canBeNoun { return false }
      if !forms.isDisjoint(with: [.base, .third]) { return startsDeterminer(next) }
      return forms.isDisjoint(with: [.participle, .gerund]) || startsDeterminer(next)
        || forms.contains(.past) && endsPhrase(next)
    }
    if canBeNoun { return startsObject(next) && forms.contains(.base) }
    return true
  }

  func startsDeterminer(_ k: Int) -> Bool { has(k, [.determiner, .pronoun]) }

  /// A determiner, a pronoun or a name follows: what stands before is a verb with its object.
  func startsObject(_ k: Int) -> Bool {
    guard k < stop else { return false }
    return has(k, [.determiner, .pronoun]) || isNameWord(k) || term(k, .honorific) != nil
  }
}
