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
      guard frame.verb.form == .finite, !frame.verb.isNegated, !frame.verb.isFuture,
        !frame.verb.isReportedFuture, !frame.verb.isHypothetical, !frame.isConditional,
        let subject = frame.subject, let person = personNamed(subject),
        let told = office(of: frame),
        phrases[told].form == .office, !phrases[told].isPlural, phrases[told].items.isEmpty
      else { return [] }
      return phrases[told].offices.filter { scanner.offices[$0].body != nil }
        .map { Predicate(person: person, office: $0) }
    }
  }

  /// The phrase that says what the subject is; `was` and `served` tell what is over.
  private func office(of frame: Frame) -> Int? {
    let words = lexicon.words
    let isOver = words.over.contains(scanner.text.words[frame.verb.start])
    if words.copulas.contains(frame.verb.lemma), !frame.verb.isPassive {
      return isOver && words.be.contains(frame.verb.lemma) ? nil : frame.object
    }
    if words.elections.contains(frame.verb.lemma), frame.verb.isPassive {
      return frame.object ?? frame.adjuncts.first { $0.slot == words.asWord }?.phrase
    }
    guard frame.verb.lemma == words.serve, !isOver else { return nil }
    return frame.adjuncts.first { $0.slot == words.asWord }?.phrase
  }
}
