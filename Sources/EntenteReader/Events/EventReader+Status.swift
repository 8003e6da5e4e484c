internal import EntenteKnowledge
internal import EntenteModel

extension EventReader {
  /// How far the event came, by the verb and the verbs that govern it; nil makes no event.
  func status(of f: Int) -> Status? {
    let frame = frames[f]
    let verb = frame.verb
    if frame.isProposed, !verb.isNegated { return .proposed }
    if frame.isPlanned, !verb.isNegated { return .planned }
    if verb.isNegated || frame.isConditional || verb.isHypothetical { return nil }
    if verb.sense == .cancel { return .cancelled }
    if verb.isFuture || verb.isReportedFuture { return .planned }
    if verb.form == .finite || frame.governor == nil
      || verb.form == .participle && verb.isPassive
        && (frame.governor == nil || verb.sense == .sign || verb.sense == .exchange)
    {
      return verb.form == .infinitive ? .planned : .held
    }
    guard let governor = frame.governor else { return .held }
    let above = frames[governor].verb
    if above.isNegated { return nil }
    // `is due to visit`, `is going to visit`; `was in Paris to visit X` tells a purpose, not yet the deed.
    if verb.form == .infinitive, isRankToldOf(governor) { return status(of: governor) }
    // `was pleased to meet X`
    if verb.form == .infinitive, above.isPast, above.lemma == lexicon.knowledge.word("be"),
      verb.start > scanner.first,
      lexicon.words.glad.contains(scanner.text.words[verb.start - 1])
    {
      return .held
    }
    // `went on to meet X`
    if verb.form == .infinitive, above.isPast, verb.start - 1 > above.start,
      scanner.isWord(verb.start - 1, lexicon.words.on),
      above.lemma == lexicon.knowledge.word("go") || above.phrasal != nil
    {
      return .held
    }
    if verb.form == .infinitive, above.lemma == lexicon.knowledge.word("be") || isGoing(above) {
      return .planned
    }
    switch above.sense {
    case .plan, .expect: return .planned
    case .invite, .wish: return .proposed
    case .agree: return verb.form == .infinitive ? .planned : .held
    case .deny: return nil
    case .cancel: return .cancelled
    // `travelled to Paris to hold a meeting`: the purpose, not yet the deed.
    case .travel where verb.form == .infinitive, .arrive where verb.form == .infinitive,
      .leave where verb.form == .infinitive:
      return .planned
    default:
      guard let status = status(of: governor) else { return nil }
      return status
    }
  }

  private func isGoing(_ verb: VerbGroup) -> Bool {
    !verb.isPast && scanner.text.string(verb.end - 1, verb.end).lowercased() == "going"
  }

  /// `This is the first visit …`: it presents the event under way.
  func isPresented(_ f: Int) -> Bool {
    guard let subject = frames[f].subject, phrases[subject].form == .pronoun else { return false }
    let word = scanner.text.words[phrases[subject].start]
    return word == lexicon.words.this || word == lexicon.words.it
  }

  /// The time of a verb is the time of its object and subject, and of what happens in its course.
  func isTimely(_ slot: PatternTable.Slot) -> Bool {
    guard case .preposition(let word) = slot else { return true }
    let words = lexicon.words
    return word == words.inWord || word == words.at || word == words.during || word == words.on
  }

  /// Gives the event its status; false where the verb says that there was none.
  func decideStatus(
    _ event: inout EventMention, _ phrase: Phrase,
    _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) -> Bool {
    // `invited to the next meeting`
    if event.status == .proposed { return true }
    if let governor, isThought(event, phrase, governor) { return false }
    if let status = phrase.status {
      // `A planned meeting has been called off.`
      let isOff = governor.map {
        ($0.slot == .object || $0.slot == .subject) && frames[$0.frame].verb.sense == .cancel
          && !frames[$0.frame].verb.isNegated
      }
      event.status = isOff == true ? .cancelled : status
      return true
    }
    if phrase.isPast, event.kind == .agreement, event.isPlural { event.status = .held }
    guard let governor else { return true }
    let frame = frames[governor.frame]
    let verb = frame.verb
    let isPattern =
      event.rule != "noun"
      && table.entries(for: verb).contains { table.entries[$0].id == event.rule }
    switch verb.sense {
    case .cancel: event.status = .cancelled
    case .plan, .expect:
      if governor.slot == .object, !expectsOther(governor.frame) { event.status = .planned }
    case .wish, .invite: if governor.slot == .object { event.status = .proposed }
    case .deny where governor.slot == .object && !verb.isNegated: return false
    // `a meeting has been ruled out`
    case .deny where governor.slot == .subject && verb.isPassive && !verb.isNegated: return false
    // `The deal is still being negotiated`
    case .talk where verb.isPassive && event.kind == .agreement && event.act == nil: return false
    default: break
    }
    guard event.status == nil else { return isReal(governor.frame) }
    let told = status(of: governor.frame)
    // `is expected to attend the signing of a pact`
    if event.act != nil, told == .planned || told == .proposed { event.status = told }
    if isPattern || governor.slot == .object && verb.isPassive {
      event.status = told
      return told != nil
    }
    // `the visit will take place`: the future of the visit; `will strengthen` may follow a visit held.
    // `Regular meetings are useful` tells of no meeting.
    let isGeneral =
      verb.lemma == lexicon.knowledge.word("be") && phrase.isPlural && phrase.definiteness == .bare
    if governor.slot == .subject, !isGeneral, isHappening(verb),
      !isOnlyThought(event, phrase, verb)
    {
      event.status = told
    } else if governor.slot == .subject, event.kind == .agreement, isInForce(governor.frame) {
      // The day is not the one of the signing.
      (event.status, event.time) = (told == .held ? .held : event.status, nil)
    }
    return isReal(governor.frame)
  }

  /// `the visit is expected to open a chapter`: what is expected is another thing than the visit.
  func expectsOther(_ f: Int) -> Bool {
    frames.contains { $0.governor == f && $0.verb.form == .infinitive && !isHappening($0.verb) }
  }

  func isHappening(_ verb: VerbGroup) -> Bool {
    let lemma = lexicon.knowledge.text(ofWord: verb.lemma)
    return [
      "take", "begin", "start", "be", "occur", "open", "conclude", "last", "run", "happen", "focus",
      "cover",
      "centre", "center", "revolve", "dwell", "end", "continue", "resume", "finish", "proceed",
      "stall", "commence", "convene", "close",
    ].contains(lemma)
  }

  /// `A meeting between A and B is unlikely`, `could take place`: nobody met.
  private func isThought(
    _ event: EventMention, _ phrase: Phrase, _ governor: (frame: Int, slot: PatternTable.Slot)
  ) -> Bool {
    let verb = frames[governor.frame].verb
    guard event.kind == .meeting, governor.slot == .subject, !event.isDefinite else { return false }
    if verb.isHypothetical, isHappening(verb) { return true }
    return verb.lemma == lexicon.knowledge.word("be")
      && (verb.end..<min(verb.end + 2, scanner.stop)).contains {
        lexicon.words.possibilities.contains(scanner.text.words[$0])
      }
  }

  /// `A deal between A and B is unlikely`: nothing was signed.
  private func isOnlyThought(_ event: EventMention, _ phrase: Phrase, _ verb: VerbGroup) -> Bool {
    guard event.act == nil, verb.lemma == lexicon.knowledge.word("be") else { return false }
    // `Talks between A and B are unlikely`
    if (verb.end..<min(verb.end + 2, scanner.stop)).contains(where: {
      lexicon.words.possibilities.contains(scanner.text.words[$0])
    }) {
      return true
    }
    return event.kind == .agreement && !event.isDefinite || phrase.isPair
  }

  /// `was the last president to visit X`: what is told of him, no purpose.
  func isRankToldOf(_ f: Int) -> Bool {
    guard let object = frames[f].object, phrases[object].form != .named else { return false }
    return (phrases[object].start..<phrases[object].end).contains { k in
      scanner.has(k, .ordinal)
        || ["last", "only", "latest"].contains(scanner.text.string(k, k + 1))
    }
  }

  /// `entered into force`, `took effect`: what a paper does that has been signed.
  private func isInForce(_ f: Int) -> Bool {
    let verb = frames[f].verb
    switch lexicon.knowledge.text(ofWord: verb.lemma) {
    case "enter", "come", "take", "go":
      return (verb.start..<min(verb.end + 3, scanner.stop)).contains { k in
        ["force", "effect"].contains(scanner.text.string(k, k + 1))
      }
    case "expire", "lapse", "provide", "stipulate", "oblige", "entitle": return true
    default: return false
    }
  }

  /// False where the governing verb is denied or only thought of.
  func isReal(_ f: Int) -> Bool {
    let verb = frames[f].verb
    return
      !(verb.isNegated || frames[f].isConditional || verb.isHypothetical && verb.sense != .other)
  }
}
