internal import EntenteKnowledge
internal import EntenteModel

extension EventReader {
  /// `X is in Oslo to attend the summit`, `was in Oslo for talks`: who comes somewhere for an event visits the place.
  mutating func readPresence(_ f: Int) {
    let frame = frames[f]
    guard frame.verb.form == .finite, !frame.verb.isPassive, isBeing(frame.verb),
      let subject = frame.subject, isWho(subject), let status = status(of: f), isMainClause(f),
      hasPurpose(f),
      let there = frame.adjuncts.first(where: {
        $0.slot == lexicon.words.inWord && $0.chunk == frame.chunk + 1
      }).flatMap({ place($0.phrase, .visit) }), isSomewhere(there)
    else { return }
    guard var event = visit(by: subject, to: there, frame, rule: "present") else { return }
    (event.time, event.status) = (frame.times.first, status)
    (event.isVerbal, event.mustBeAbroad) = (true, true)
    found.append(event)
  }

  /// A person, or a delegation whose leader is told.
  private func isWho(_ p: Int) -> Bool {
    switch phrases[p].form {
    case .named, .office, .pronoun: true
    case .delegation: frames.contains { $0.subject == p && $0.verb.sense == .lead }
    default: false
    }
  }

  /// No verb and no `that` before it: what is rumoured or wished stands behind one.
  private func isMainClause(_ f: Int) -> Bool {
    chunks[..<frames[f].chunk].allSatisfy { chunk in
      switch chunk {
      case .verb(let verb): verb.sense == .lead
      case .border: false
      default: true
      }
    } && frames[f].chunk > 0
  }

  /// `is in Oslo`
  func isPresence(_ f: Int) -> Bool {
    isBeing(frames[f].verb)
      && frames[f].adjuncts.contains {
        $0.slot == lexicon.words.inWord && place($0.phrase, .visit).map(isSomewhere) ?? false
      }
  }

  func isBeing(_ verb: VerbGroup) -> Bool {
    verb.lemma == lexicon.knowledge.word("be")
  }

  /// A meeting that he came for, or what he does there.
  private func hasPurpose(_ f: Int) -> Bool {
    let isFor = frames[f].adjuncts.contains { adjunct in
      adjunct.slot == lexicon.words.forWord
        && phrases[adjunct.phrase].term.map { lexicon.info($0).event == .meeting } ?? false
    }
    // `was in Wellington on Wednesday, his first official visit`
    let isVisit = chunks.indices.contains { k in
      guard k > frames[f].chunk, case .comma = chunks[k - 1], case .phrase(let p) = chunks[k] else {
        return false
      }
      return phrases[p].ownerPronoun != nil && eventKind(p) == .visit
    }
    return isFor || isVisit
      || frames.contains { next in
        next.governor == f && next.chunk > frames[f].chunk && !next.verb.isNegated
          && next.verb.form != .finite
          && [.attend, .meet, .talk, .sign, .chair, .host].contains(next.verb.sense)
      }
  }
}
