internal import EntenteKnowledge
internal import EntenteModel

/// Who is said to hold an office: `X is the mayor of Brno`, `X was elected leader of the party`.
struct Predicate {
  let person: Int
  let office: Int
}

extension EventReader {
  /// The offices that verbs give to persons named, each of a body that is told.
  func predicates() -> [Predicate] {
    frames.flatMap { frame -> [Predicate] in
      guard frame.verb.form == .finite, isAsserted(frame), !frame.verb.isNegated,
        !frame.verb.isFuture,
        !frame.verb.isReportedFuture, !frame.verb.isHypothetical, !frame.isConditional,
        let subject = frame.subject, let person = personNamed(subject),
        let told = office(of: frame),
        phrases[told].form == .office, !phrases[told].isPlural, phrases[told].items.isEmpty,
        !isToCome(told)
      else { return [] }
      return phrases[told].offices.filter { scanner.offices[$0].body != nil }
        .map { Predicate(person: person, office: $0) }
    }
  }

  /// Said by the text itself and true by now: behind no other verb or `that`, and of no time past.
  private func isAsserted(_ frame: Frame) -> Bool {
    let before = chunks[..<frame.chunk].allSatisfy { chunk in
      switch chunk {
      case .verb, .border: false
      default: true
      }
    }
    // `has served since 2018`
    let isPast =
      frame.verb.isPast && frame.verb.lemma != lexicon.knowledge.word("be")
      && !lexicon.words.have.contains(scanner.text.words[frame.verb.start])
    let goesOn = frames.contains { $0.chunk > frame.chunk && $0.verb.form == .finite }
    return before && !(isPast && (goesOn || frame.times.contains { $0.year != nil }))
      && !(scanner.first..<frame.verb.end).contains {
        ["nearly", "almost", "briefly", "never"].contains(scanner.text.string($0, $0 + 1))
          || lexicon.words.once.contains(scanner.text.words[$0])
      }
      && !(frame.verb.end..<scanner.stop).contains {
        lexicon.words.borders.contains(scanner.text.words[$0])
          && !["since", "after", "following"].contains(scanner.text.string($0, $0 + 1))
      }
  }

  /// `is the next president of Mali`
  private func isToCome(_ p: Int) -> Bool {
    (phrases[p].start..<phrases[p].end).contains { scanner.text.words[$0] == lexicon.words.next }
  }

  /// The phrase that says what the subject is; `was` and `served` tell what is over.
  private func office(of frame: Frame) -> Int? {
    let words = lexicon.words
    let isOver = words.over.contains(scanner.text.words[frame.verb.start])
    if words.copulas.contains(frame.verb.lemma), !frame.verb.isPassive {
      return isOver ? nil : frame.object
    }
    if words.elections.contains(frame.verb.lemma), frame.verb.isPassive {
      return frame.object ?? frame.adjuncts.first { $0.slot == words.asWord }?.phrase
    }
    guard frame.verb.lemma == words.serve, !isOver else { return nil }
    return frame.adjuncts.first { $0.slot == words.asWord }?.phrase
  }
}
