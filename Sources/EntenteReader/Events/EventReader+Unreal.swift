internal import EntenteKnowledge
internal import EntenteModel

/// What a sentence speaks of without saying that it happened.
extension EventReader {
  mutating func markUnreal() {
    for f in frames.indices {
      bindGerund(f)
      bindOrder(f)
      bindDenied(f)
    }
    // `Did X meet Y?`, but a reader may end `X met Y?` so.
    let isQuestion =
      scanner.stop > scanner.first && scanner.text.isMark(scanner.stop - 1, "?")
      && lexicon.words.questions.contains(scanner.text.words[scanner.first])
    for f in frames.indices where isWhenever(f) {
      let isToCome = frames.contains { $0.chunk != frames[f].chunk && $0.verb.isFuture }
      if isToCome { frames[f].isPlanned = true } else { frames[f].isConditional = true }
    }
    for f in frames.indices
    where isQuestion || isRumoured(f) || isUnable(f) || isAlmost(f) || isInverted(f) {
      frames[f].isConditional = true
    }
  }

  /// `criticised X for meeting Y`: X met Y; `accused X of meeting Y`, `stopped X from visiting Z`: that he did is not said.
  private mutating func bindGerund(_ f: Int) {
    guard frames[f].verb.form == .gerund, let slot = preposition(frames[f].chunk - 1) else {
      return bindNamedGerund(f)
    }
    let words = lexicon.words
    let governor = frames.lastIndex { $0.chunk < frames[f].chunk && $0.verb.form != .gerund }
    let isJourney = governor.map {
      [.travel, .arrive, .leave].contains(frames[$0].verb.sense)
    }
    // `close to signing`, but `looks forward to meeting`
    let isNear =
      (slot == words.to || slot == words.inWord) && frames[f].verb.start - 2 > scanner.first
      && words.near.contains(scanner.text.words[frames[f].verb.start - 2])
    // `had the pleasure of meeting X`
    let isJoy =
      slot == words.of && frames[f].verb.start - 2 > scanner.first
      && words.joys.contains(scanner.text.words[frames[f].verb.start - 2])
    if isJoy { return }
    // `looks forward to meeting X`
    if slot == words.to, scanner.isWord(frames[f].verb.start - 2, words.forward) {
      frames[f].isPlanned = true
      return
    }
    if words.unrealGerunds.contains(slot) || isNear || slot == words.from && isJourney != true {
      frames[f].isConditional = true
    } else if slot == words.forWord || slot == words.on, let governor,
      !frames[governor].verb.isPassive, let object = frames[governor].object, isWhom(object)
    {
      frames[f].subject = object
    }
  }

  /// `asked about X meeting Y`: whoever asks did not.
  private mutating func bindNamedGerund(_ f: Int) {
    guard frames[f].verb.form == .gerund, case .phrase(let actor)? = chunk(frames[f].chunk - 1),
      personNamed(actor) != nil, let slot = preposition(frames[f].chunk - 2),
      slot == lexicon.words.about || slot == lexicon.words.on
    else { return }
    frames[f].subject = actor
    frames[f].isConditional = true
  }

  /// `told X to meet Y`, `was authorised to sign`: that it was done is not said.
  private mutating func bindOrder(_ f: Int) {
    guard frames[f].verb.form == .infinitive, let governor = frames[f].governor,
      lexicon.words.orders.contains(frames[governor].verb.lemma)
    else { return }
    if let object = frames[governor].object, frames[governor].chunk < frames[f].chunk,
      !frames[governor].verb.isPassive, isWhom(object)
    {
      frames[f].subject = object
    }
    frames[f].isProposed = true
  }

  /// `Kenya, but not Uganda, signed`, `neither A nor B met C`.
  private mutating func bindDenied(_ f: Int) {
    guard let subject = frames[f].subject else { return }
    let start = phrases[subject].start
    guard start > scanner.first else { return }
    if scanner.isWord(start - 1, lexicon.words.nor) {
      frames[f].verb.isNegated = true
    } else if scanner.isWord(start - 1, lexicon.words.not),
      let k = chunks.firstIndex(where: { if case .phrase(subject) = $0 { true } else { false } })
    {
      // Whom it is said of stands before the comma.
      frames[f].subject =
        chunks[..<k].lazy.reversed().compactMap { chunk -> Int? in
          if case .phrase(let p) = chunk { p } else { nil }
        }.first
    }
  }

  /// `Reports that X met Y`, `It is not true that …`, `the claim that …`
  private func isRumoured(_ f: Int) -> Bool {
    guard frames[f].verb.form == .finite,
      let k = chunks[..<frames[f].chunk].lastIndex(where: { chunk in
        switch chunk {
        case .border, .relative: true
        default: false
        }
      }), k > 0
    else { return false }
    // No other clause between.
    guard
      !chunks[(k + 1)..<frames[f].chunk].contains(where: {
        if case .verb(let verb) = $0 { verb.form == .finite } else { false }
      })
    else { return false }
    if isUntrue(before: firstToken(behind: k)) { return true }
    if case .phrase(let p) = chunks[k - 1] {
      // `no evidence that X met Y`
      let isNone =
        phrases[p].isNegative
        || (max(scanner.first, phrases[p].start - 1)..<phrases[p].end).contains {
          lexicon.words.none.contains(scanner.text.words[$0])
        }
      if isNone, isThat(behind: phrases[p].end) { return true }
      return lexicon.words.rumours.contains(scanner.text.words[phrases[p].head])
        && isThat(behind: phrases[p].end)
    }
    return false
  }

  /// `When X meets Y next week, …`: what is yet to come, or a habit.
  private func isWhenever(_ f: Int) -> Bool {
    guard frames[f].verb.form == .finite, !frames[f].verb.isPast, !frames[f].verb.isFuture,
      let subject = frames[f].subject, phrases[subject].start > scanner.first
    else { return false }
    return scanner.isWord(phrases[subject].start - 1, lexicon.words.when)
      || scanner.isWord(phrases[subject].start - 1, lexicon.words.whenever)
  }

  private func isThat(behind end: Int) -> Bool { scanner.isWord(end, lexicon.words.that) }

  private func firstToken(behind k: Int) -> Int {
    for chunk in chunks[(k + 1)...] {
      switch chunk {
      case .phrase(let p): return phrases[p].start
      case .verb(let verb): return verb.start
      case .preposition(_, let start, _): return start
      case .time(let time): return time.start
      default: continue
      }
    }
    return scanner.stop
  }

  /// `not true that`, `unlikely that`
  private func isUntrue(before token: Int) -> Bool {
    let that = token - 1
    guard that > scanner.first + 1, scanner.isWord(that, lexicon.words.that) else { return false }
    let word = scanner.text.words[that - 1]
    if lexicon.words.untrue.contains(word) || lexicon.words.possibilities.contains(word) {
      return true
    }
    return word == lexicon.words.trueWord && scanner.isWord(that - 2, lexicon.words.not)
  }

  /// `was unable to meet X`
  private func isUnable(_ f: Int) -> Bool {
    frames[f].verb.form == .infinitive && frames[f].verb.start > scanner.first
      && lexicon.words.unable.contains(scanner.text.words[frames[f].verb.start - 1])
  }

  /// `almost signed`, `has yet to be signed`
  private func isAlmost(_ f: Int) -> Bool {
    let verb = frames[f].verb
    return (max(verb.start - 1, scanner.first)..<verb.end).contains {
      lexicon.words.almost.contains(scanner.text.words[$0])
    }
  }

  /// `Had X met Y, …`, `Should X visit Z, …`
  private func isInverted(_ f: Int) -> Bool {
    guard chunks.count > 2, case .verb(let first) = chunks[0], case .phrase = chunks[1],
      first.end == first.start + 1,
      lexicon.words.inversions.contains(scanner.text.words[first.start]),
      let comma = chunks.firstIndex(where: { if case .comma = $0 { true } else { false } })
    else { return false }
    return frames[f].chunk < comma
  }

  private func isWhom(_ p: Int) -> Bool {
    switch phrases[p].form {
    case .named, .office, .side, .pronoun, .delegation: true
    default: false
    }
  }

  private func chunk(_ k: Int) -> Chunk? { chunks.indices.contains(k) ? chunks[k] : nil }

  private func preposition(_ k: Int) -> UInt32? {
    if case .preposition(let slot, _, _)? = chunk(k) { slot } else { nil }
  }
}
