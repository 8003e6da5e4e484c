internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  /// `the Kenya-Norway fishing agreement`, `US-China trade talks`, `Sino-Vietnamese`: the sides of an event before its
  /// noun, joined by hyphens. What stands between belongs to the noun.
  mutating func readPair(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard case .none = state.item, state.adjective == nil, let first = pairable(j) else {
      return nil
    }
    var found = [(start: j, match: first)]
    var end = Int(first.end)
    while found.count < 5, isGluedHyphen(end), let next = pairable(end + 1) {
      found.append((end + 1, next))
      end = Int(next.end)
    }
    let targets = Set(found.map { $0.match.sense.target })
    guard found.count > 1, targets.count == found.count, let noun = eventNoun(behind: end) else {
      return nil
    }
    for (start, match) in found {
      let entity = lexicon.knowledge.entity(match.sense.target)
      let known = mentionCountry(match.sense.target, start, Int(match.end))
      mentions[known].kind = entity.kind
      mentions[known].isModifier = true
      mentions[known].isAdjective = !text.matches(at: start).contains {
        [.entity, .abbreviation].contains($0.sense.role) && $0.end == match.end
      }
      phrase.owners.append(known)
    }
    phrase.isPair = true
    state.expectsNoun = true
    return noun
  }

  /// A country, a bloc or a party, by its name or adjective; a province where no capital speaks for its state.
  private func pairable(_ j: Int) -> Text.Match? {
    guard j < stop, text.isCapital(j) else { return nil }
    return text.matches(at: j).first { match in
      guard [.entity, .abbreviation, .adjective].contains(match.sense.role), Int(match.end) < stop,
        !match.sense.needsOwner
      else { return false }
      let entity = lexicon.knowledge.entity(match.sense.target)
      switch entity.kind {
      case .country, .organization, .party: return true
      case .province: return entity.capitalOf == nil
      default: return false
      }
    }
  }

  func isGluedHyphen(_ k: Int) -> Bool {
    k + 1 < stop && isMark(k, "-")
      && text.tokens[k].shape.union(text.tokens[k + 1].shape).isDisjoint(with: .spaced)
  }

  /// The event's noun that follows, with a few words between that can stand before it.
  private func eventNoun(behind end: Int) -> Int? {
    var k = end
    while k < min(end + 6, stop) {
      if let noun = nounTerm(k), noun.termClass == .event { return k }
      guard text.tokens[k].shape.contains(.word) || isGluedHyphen(k), canQualify(k) else {
        return nil
      }
      k += 1
    }
    return nil
  }

  /// A noun, an adjective or a gerund; a plural, a joint or a verb in the past ends the name of an event.
  private func canQualify(_ k: Int) -> Bool {
    if text.isPossessive(k) || term(k, .office) != nil || headTerm(k) != nil { return false }
    guard text.classes[k].isDisjoint(with: Scanner.closed) else { return false }
    let token = text.tokens[k]
    let letters = text.bytes[Int(token.start)..<Int(token.end)]
    if letters.suffix(2).elementsEqual("ed".utf8) && !has(k, .adjective) { return false }
    if letters.last == 0x73, !letters.suffix(2).elementsEqual("ss".utf8), !has(k, .adjective),
      !text.isCapital(k)
    {
      return false
    }
    let forms = lexicon.knowledge.forms(ofWord: text.words[k])
    return !has(k, .verb) || forms.contains(.gerund) || forms.contains(.base)
  }
}
