internal import EntenteKnowledge
internal import EntenteModel

extension EventReader {
  /// `signed an agreement, witnessed by X`: X saw it, and is no side by that.
  private func addWitnesses(_ event: inout EventMention, _ p: Int) {
    guard event.kind == .agreement else { return }
    for frame in frames where frame.verb.sense == .witness && frame.verb.form != .infinitive {
      guard frame.adjuncts.contains(where: { $0.slot == lexicon.words.by }), frame.object == nil
      else { continue }
      let role = PatternTable.Role(type: .witness, slots: [], part: nil)
      for agent in frame.adjuncts where agent.slot == lexicon.words.by {
        event.roles += sides(agent.phrase, role, .agreement)
      }
    }
  }

  /// `At the meeting, A, B and C agreed …`: those who speak there take part.
  func addSpeakers(
    _ event: inout EventMention, _ phrase: Phrase,
    _ governor: (frame: Int, slot: PatternTable.Slot)?, _ k: Int
  ) {
    addSigners(&event, governor)
    addAuthors(&event, phrase, governor)
    addGuests(&event, phrase, governor)
    let sides = event.roles.filter { $0.type.isSide }
    let told = isOneSide(sides) ? 1 : Set(sides.map { $0.party }).count
    guard event.kind == .meeting, told < 2,
      told == 1
        || !event.isPlural
          && (event.isDefinite || isIn(governor) || isTold(at: governor) || isAfter(governor)),
      let f = clause(governor, k), !isBeside(governor)
    else { return }
    if isBeyond(k, f) {
      // `shook hands before their meeting`
      event.isOther = !sides.contains { $0.party.isGroup } || told > 1
      return
    }
    // `is scheduled to be welcomed before a meeting with X`: the finite verb has the subject.
    var main = f
    while frames[main].verb.form != .finite, let above = frames[main].governor { main = above }
    let frame = frames[main]
    if told == 1, frame.verb.isPassive, frame.verb.form == .finite, !frame.verb.isNegated,
      let agent = frame.adjuncts.first(where: { $0.slot == lexicon.words.by })?.phrase,
      isSpoken(governor)
    {
      // `The announcement was made by X during a meeting with Y`
      let role = PatternTable.Role(type: .participant, slots: [.subject], part: nil)
      let agents = self.sides(agent, role, .meeting).filter { isPersonal($0) }
      if !agents.isEmpty {
        event.roles += agents
        event.status = event.status ?? status(of: main)
        return
      }
    }
    let isActive = !frame.verb.isPassive || [.plan, .expect, .receive].contains(frame.verb.sense)
    // `X, speaking after a meeting with Y, said …`
    let isSpeaking = told == 1 && frame.verb.form == .gerund && frame.verb.sense == .speech
    guard frame.verb.form == .finite || isSpeaking, !frame.verb.isNegated,
      let subject = frame.subject,
      frame.governor.map({ !frames[$0].verb.isNegated }) ?? true,
      isActive || told == 1 && !isPersonal(subject)
    else { return }
    let role = PatternTable.Role(type: .participant, slots: [.subject], part: nil)
    // `In a meeting on Thursday, the two leaders agreed …`
    let isOwn = told == 0 && !event.isDefinite && isIn(governor)
    var speakers = self.sides(subject, role, .meeting).filter { isOwn || !$0.party.isGroup }
    // `X told Y at a meeting in Tokyo`
    // `X criticised Y at the meeting`: that Y was there is not said.
    let isHeard =
      lexicon.speechVerbs[frame.verb.lemma] == .hearer || frame.verb.lemma == lexicon.words.thank
    if told == 0, isHeard, let object = frame.object {
      let heard = self.sides(object, role, .meeting).filter { isPersonal($0) }
      if !speakers.isEmpty { speakers += heard }
    }
    if told == 1, speakers.isEmpty, !isPersonal(subject) {
      // `At the meeting with X, the export of cotton was discussed`
      addPrincipal(&event, head: event.head, status(of: f))
      return
    }
    if speakers.count > 1, !event.roles.isEmpty, event.roles.allSatisfy({ $0.party == .group }) {
      // `In their meeting, A and B agreed …`
      event.roles = speakers
      event.status = event.status ?? status(of: f)
      return
    }
    // `In a phone call, A and B agreed …`, but not `In a meeting, A said …`.
    if told == 0, !event.isDefinite, speakers.count < 2, !speakers.contains(where: \.party.isGroup)
    {
      return
    }
    // `After a meeting in Oslo, A and B announced …`: two persons, not two firms.
    if told == 0, isAfter(governor), !speakers.allSatisfy(isPersonal) { return }
    event.roles += speakers
    if told == 0, speakers.count > 1, isHeard {
      event.status = event.status ?? status(of: f)
    }
    let isGeneric = event.term.map { lexicon.info($0).isGeneric } ?? true
    event.isAnaphor = told == 0 && event.isDefinite && (speakers.count < 2 || isGeneric)
    guard !event.isAnaphor, event.status == nil else { return }
    event.status = status(of: f)
    if let governor, isPurpose(governor), event.status == .held { event.status = .planned }
  }

  /// `is in Tokyo for the ASEAN-Japan summit`: who comes for the meeting of several bodies takes part in it.
  private func addGuests(
    _ event: inout EventMention, _ phrase: Phrase,
    _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) {
    guard event.kind == .meeting, event.isDefinite, !event.isPlural, phrase.owners.count > 1,
      let governor, isPurpose(governor), let status = status(of: governor.frame)
    else { return }
    let role = PatternTable.Role(type: .participant, slots: [.subject], part: nil)
    let guests = subjects(of: frames[governor.frame]).flatMap { sides($0, role, .meeting) }
      .filter(isPersonal)
    guard !guests.isEmpty else { return }
    event.roles += guests
    event.status = event.status ?? (status == .held ? .planned : status)
  }

  /// In the course of the meeting, or right behind it.
  private func isSpoken(_ governor: (frame: Int, slot: PatternTable.Slot)?) -> Bool {
    guard case .preposition(let slot)? = governor?.slot else { return false }
    let words = lexicon.words
    return [words.during, words.at, words.inWord].contains(slot) || words.sequels.contains(slot)
  }

  /// `for meetings with A and B`: both on one side, and who meets them is told elsewhere.
  private func isOneSide(_ sides: [EventMention.Role]) -> Bool {
    guard sides.count > 1 else { return false }
    let with = lexicon.words.with
    let others = chunks.indices.dropFirst().filter { k in
      if case .preposition(let slot, _, _) = chunks[k - 1] { slot == with } else { false }
    }.compactMap { k in if case .phrase(let p) = chunks[k] { phrases[p] } else { nil } }
    return others.contains { phrase in
      sides.allSatisfy { phrase.start <= $0.start && $0.end <= phrase.end }
    }
  }

  private func isPersonal(_ p: Int) -> Bool {
    switch phrases[p].form {
    case .named, .office, .delegation, .pronoun, .side: true
    case .common, .event: false
    }
  }

  private func addPrincipal(_ event: inout EventMention, head: Int, _ status: Status?) {
    guard let status else { return }
    event.roles.append(
      EventMention.Role(
        party: .principal, type: .participant, part: nil, start: head, end: head + 1))
    if event.status == nil { event.status = status }
  }

  /// `Meetings were also held with X and Y`, `the plan was discussed with X`: the other side is whom the article is about.
  func addPrincipal(_ event: inout EventMention, _ frame: Frame?) {
    let sides = event.roles.filter { $0.type.isSide }
    guard event.kind == .meeting, let frame, frame.verb.isPassive, frame.verb.form == .finite,
      [.host, .talk].contains(frame.verb.sense), !sides.isEmpty, subjects(of: frame).isEmpty,
      let with = frame.adjuncts.first(where: { $0.slot == lexicon.words.with })
    else { return }
    let phrase = phrases[with.phrase]
    guard sides.allSatisfy({ $0.start == phrase.start && $0.end == phrase.end }) else { return }
    event.roles.append(
      EventMention.Role(
        party: .principal, type: .participant, part: nil, start: frame.verb.start,
        end: frame.verb.end))
  }

  /// `flew to Vanuatu for talks with X`, `is in Oslo for the summit`: who travels for a meeting takes part in it.
  private func isPurpose(_ governor: (frame: Int, slot: PatternTable.Slot)) -> Bool {
    let verb = frames[governor.frame].verb
    return governor.slot == .preposition(lexicon.words.forWord)
      && ([.visit, .travel, .arrive, .leave, .meet].contains(verb.sense)
        || verb.sense == .plan && verb.isPassive || isPresence(governor.frame))
  }

  /// `X met Y ahead of the summit`, `travelled to Oslo ahead of the summit`: that he takes part in it is not said.
  private func isBeyond(_ k: Int, _ f: Int) -> Bool {
    guard k > 0, case .preposition(let slot, _, _) = chunks[k - 1] else { return false }
    return lexicon.words.borders.contains(slot)
      && [.meet, .talk, .visit, .travel, .arrive, .leave].contains(frames[f].verb.sense)
  }

  /// `X met Y on the margins of the conference`: a meeting of their own, not a part of the other.
  private func isBeside(_ governor: (frame: Int, slot: PatternTable.Slot)?) -> Bool {
    guard let governor, governor.slot == .preposition(lexicon.words.during) else { return false }
    return [.meet, .talk].contains(frames[governor.frame].verb.sense)
  }

  /// `was signed by X and Y at a ceremony`: those who sign there meet.
  private func addSigners(
    _ event: inout EventMention, _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) {
    guard event.kind == .meeting, !event.isPlural, let governor,
      governor.slot == .preposition(lexicon.words.at)
        || governor.slot == .preposition(lexicon.words.during),
      [.sign, .exchange].contains(frames[governor.frame].verb.sense),
      !event.roles.contains(where: { $0.type.isSide })
    else { return }
    let role = PatternTable.Role(type: .participant, slots: [.subject], part: nil)
    let signers = subjects(of: frames[governor.frame]).flatMap { sides($0, role, .meeting) }
      .filter(isPersonal)
    guard signers.count > 1 else { return }
    event.roles += signers
    if event.status == nil { event.status = status(of: governor.frame) }
  }

  /// `In a joint statement, A and B called for peace`: whose word it is.
  private func addAuthors(
    _ event: inout EventMention, _ phrase: Phrase,
    _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) {
    guard event.kind == .agreement, let governor,
      governor.slot == .preposition(lexicon.words.inWord),
      !event.roles.contains(where: { $0.type.isSide }),
      (phrase.start..<phrase.headEnd).contains(where: {
        lexicon.words.joint.contains(scanner.text.words[$0])
      })
    else { return }
    let role = PatternTable.Role(type: .partyTo, slots: [.subject], part: nil)
    let authors = subjects(of: frames[governor.frame]).flatMap { sides($0, role, .agreement) }
    guard Set(authors.map { $0.party }).count > 1 else { return }
    event.roles += authors
    event.status = event.status ?? status(of: governor.frame)
    event.isStatement = true
  }

  /// `told visiting President X here on Thursday`: whoever visits is told face to face.
  mutating func readTold(_ f: Int) {
    let frame = frames[f]
    guard frame.verb.lemma == lexicon.words.tell, !frame.verb.isPassive,
      let subject = frame.subject,
      let object = frame.object, phrases[object].form == .named,
      (phrases[object].start..<phrases[object].end).contains(where: {
        scanner.text.words[$0] == lexicon.words.visiting
      }), status(of: f) == .held
    else { return }
    let role = PatternTable.Role(type: .participant, slots: [.subject], part: nil)
    var event = EventMention(
      kind: .meeting, noun: "meeting", sentence: scanner.sentence, head: frame.verb.end - 1,
      rule: "told-guest")
    event.isVerbal = true
    event.roles = (sides(subject, role, .meeting) + sides(object, role, .meeting)).filter(
      isPersonal)
    guard event.roles.count == 2 else { return }
    event.status = .held
    fillTimeAndPlace(&event, frame.adjuncts, frame.times)
    found.append(event)
  }

  /// `told X at a meeting`
  private func isTold(at governor: (frame: Int, slot: PatternTable.Slot)?) -> Bool {
    guard let governor, governor.slot == .preposition(lexicon.words.at),
      let object = frames[governor.frame].object
    else { return false }
    return frames[governor.frame].verb.sense == .speech && !phrases[object].mentions.isEmpty
  }

  private func isAfter(_ governor: (frame: Int, slot: PatternTable.Slot)?) -> Bool {
    governor?.slot == .preposition(lexicon.words.after)
  }

  private func isIn(_ governor: (frame: Int, slot: PatternTable.Slot)?) -> Bool {
    let words = lexicon.words
    return governor?.slot == .preposition(words.inWord)
      || governor?.slot == .preposition(words.during)
  }

  /// The clause that is told of the meeting in chunk `k`: `at the meeting, X said …`, `X said after talks with Y`.
  private func clause(_ governor: (frame: Int, slot: PatternTable.Slot)?, _ k: Int) -> Int? {
    let words = lexicon.words
    if let governor {
      guard case .preposition(let word) = governor.slot else { return nil }
      let isOccasion =
        word == words.at || word == words.during || word == words.inWord || word == words.after
      return isOccasion || isPurpose(governor) ? governor.frame : nil
    }
    guard k > 0, case .preposition(let word, _, _) = chunks[k - 1],
      word == words.after || word == words.before
    else { return nil }
    return frames.lastIndex { $0.chunk < k } ?? frames.firstIndex { $0.chunk > k }
  }

  /// `the meeting hosted by X`: a participle behind the noun names another side.
  func addHosts(_ event: inout EventMention, _ p: Int, _ adjuncts: [Int]) {
    addWitnesses(&event, p)
    guard event.kind == .meeting else { return }
    addChairs(&event, p)
    for frame in frames where frame.verb.isPassive && frame.verb.form != .infinitive {
      // `negotiations between A and B led by X and Y`
      guard let subject = frame.subject,
        subject == p || frame.verb.form == .participle && adjuncts.contains(subject)
      else { continue }
      guard [.host, .chair, .lead, .attend, .meet].contains(frame.verb.sense) else { continue }
      let role = PatternTable.Role(
        type: .participant, slots: [.subject], part: frame.verb.sense == .chair ? "chair" : nil)
      for agent in frame.adjuncts where agent.slot == lexicon.words.by {
        event.roles += sides(agent.phrase, role, .meeting)
      }
    }
  }

  /// `will host the summit, which X will chair`: the relative clause names another who takes part.
  private func addChairs(_ event: inout EventMention, _ p: Int) {
    for frame in frames
    where frame.object == p && !frame.verb.isPassive && frame.verb.form == .finite
      && frame.subject.map({ phrases[$0].start > phrases[p].start }) ?? false
      && [.chair, .host, .attend].contains(frame.verb.sense) && !frame.verb.isNegated
      && !frame.isConditional
    {
      let role = PatternTable.Role(
        type: .participant, slots: [.subject], part: frame.verb.sense == .chair ? "chair" : nil)
      let chairs = subjects(of: frame).flatMap { sides($0, role, .meeting) }
      event.roles += chairs.filter { chair in !event.roles.contains { $0.party == chair.party } }
    }
  }

  func isOnOccasion(
    _ event: EventMention, _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) -> Bool {
    if event.roles.contains(where: { $0.type == .witness && ($0.party.isGroup) }) { return true }
    guard let governor, event.kind == .agreement else { return false }
    return frames[governor.frame].adjuncts.contains { adjunct in
      let phrase = phrases[adjunct.phrase]
      let word = adjunct.slot
      return phrase.form == .event && phrase.definiteness == .definite && !phrase.isPlural
        && phrase.links.isEmpty
        && (word == lexicon.words.on || word == lexicon.words.at || word == lexicon.words.during)
    }
  }
}
