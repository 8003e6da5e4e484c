internal import EntenteKnowledge
internal import EntenteModel

/// Who made a visit that a noun names.
extension EventReader {
  /// `During a visit to Nairobi, X met Y`: who acts there is who came.
  func addTraveller(
    _ event: inout EventMention, _ phrase: Phrase,
    _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) {
    if event.kind == .visit, event.roles.isEmpty, event.place != nil,
      let term = event.term, lexicon.info(term).isLeg, phrase.head - phrase.start <= 1,
      phrase.owners.isEmpty, phrase.ownerPronoun == nil, isToldOf(phrase, governor)
    {
      // `A stop in Marrakech was cancelled`: by those who travel.
      event.roles.append(
        EventMention.Role(
          party: .visitors, type: .visitor, part: nil, start: phrase.head, end: phrase.headEnd))
      return
    }
    // `met Y to discuss his visit to Mali`: whose, nobody knows.
    if event.kind == .visit, phrase.ownerPronoun != nil, isToDiscussWithGuest(governor) {
      event.roles.removeAll { if case .person = $0.party { true } else { false } }
      return
    }
    if let guest = guest(of: event, governor) {
      event.roles = guest.roles
      event.status = guest.status
      return
    }
    guard event.kind == .visit, event.roles.isEmpty, event.place != nil,
      let (f, word) = occasion(governor, phrase),
      phrase.definiteness == .indefinite || phrase.definiteness == .bare && word == lexicon.words.on
    else { return }
    let frame = frames[f]
    let isBehind = lexicon.words.sequels.contains(word)
    guard frame.verb.form == .finite, !frame.verb.isPassive, let subject = frame.subject,
      isBehind || phrase.end <= frame.verb.start, let status = status(of: f),
      !isBehind || status == .held
    else { return }
    let role = PatternTable.Role(type: .visitor, slots: [.subject], part: nil)
    event.roles += sides(subject, role, .visit).filter { !$0.party.isGroup }
    event.status = status
  }

  /// `received X on his first visit to Norway`, `will host X on a working visit to Mali`: the guest visits.
  private func guest(
    of event: EventMention, _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) -> (roles: [EventMention.Role], status: Status)? {
    let words = lexicon.words
    guard event.kind == .visit, event.place != nil, let governor,
      [.preposition(words.on), .preposition(words.during)].contains(governor.slot),
      [.receive, .host].contains(frames[governor.frame].verb.sense),
      !frames[governor.frame].verb.isPassive, let object = frames[governor.frame].object,
      event.roles.allSatisfy({
        if case .person = $0.party { true } else { false }
      }), let status = status(of: governor.frame)
    else { return nil }
    let role = PatternTable.Role(type: .visitor, slots: [.object], part: nil)
    let guests = sides(object, role, .visit).filter(isPersonal)
    return guests.isEmpty ? nil : (guests, status)
  }

  /// `The visit will include meetings with X and Y`: those who are visiting meet them.
  func addProgramme(
    _ event: inout EventMention, _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) {
    guard event.kind == .meeting, let governor, governor.slot == .object, event.status == nil,
      frames[governor.frame].verb.lemma == lexicon.words.include,
      eventKind(frames[governor.frame].subject) == .visit, let status = status(of: governor.frame),
      event.roles.contains(where: { $0.type.isSide })
    else { return }
    event.status = status
    event.roles.append(
      EventMention.Role(
        party: .visitors, type: .participant, part: nil, start: frames[governor.frame].verb.start,
        end: frames[governor.frame].verb.end))
  }

  /// `welcomed President X to Fiji`: X came there.
  mutating func readWelcome(_ f: Int) {
    let frame = frames[f]
    guard frame.verb.sense == .receive, !frame.verb.isPassive, frame.verb.form == .finite,
      let object = frame.object, let status = status(of: f),
      let there = frame.adjuncts.first(where: { $0.slot == lexicon.words.to }),
      let place = place(there.phrase, .visit), isSomewhere(place),
      scanner.mentions[place].known != nil, phrases[there.phrase].start == phrases[object].end + 1
    else { return }
    let role = PatternTable.Role(type: .visitor, slots: [.object], part: nil)
    let guests = sides(object, role, .visit).filter(isPersonal)
    guard !guests.isEmpty else { return }
    var event = EventMention(
      kind: .visit, noun: "visit", sentence: scanner.sentence, head: frame.verb.end - 1,
      rule: "welcomed-to")
    (event.roles, event.place, event.status, event.isVerbal) = (guests, place, status, true)
    event.time = frame.times.first
    found.append(event)
  }

  private func isToDiscussWithGuest(_ governor: (frame: Int, slot: PatternTable.Slot)?) -> Bool {
    guard let governor, frames[governor.frame].verb.form == .infinitive,
      let main = frames[governor.frame].governor,
      [.meet, .talk, .receive, .host, .call].contains(frames[main].verb.sense)
    else { return false }
    let others =
      [frames[main].object].compactMap { $0 }
      + frames[main].adjuncts.filter { $0.slot == lexicon.words.with }.map(\.phrase)
    return others.contains { personNamed($0) != nil || phrases[$0].form == .office }
  }

  /// `paid a visit to Princess X at the palace`: a person was seen.
  func meetHost(
    _ event: inout EventMention, _ phrase: Phrase,
    _ adjuncts: [(Frame.Adjunct, [TimeExpression])]
  ) {
    guard event.kind == .visit, event.place == nil, event.status != nil, event.rule != "noun",
      let host = nominalFillers(.preposition(lexicon.words.to), phrase, adjuncts).first,
      event.roles.contains(where: { $0.type == .visitor })
    else { return }
    let role = PatternTable.Role(type: .participant, slots: [], part: nil)
    let hosts = sides(host, role, .meeting).filter {
      guard case .mention(let person) = $0.party else { return false }
      return scanner.mentions[person].kind == .person
    }
    guard !hosts.isEmpty else { return }
    (event.kind, event.noun) = (.meeting, "meeting")
    for r in event.roles.indices { event.roles[r].type = .participant }
    event.roles += hosts
    fillTimeAndPlace(&event, adjuncts.map { $0.0 }, [])
  }

  /// The clause that a visit belongs to, by its preposition: on, during, after.
  private func occasion(
    _ governor: (frame: Int, slot: PatternTable.Slot)?, _ phrase: Phrase
  ) -> (Int, UInt32)? {
    let words = lexicon.words
    if let governor, case .preposition(let word) = governor.slot {
      return word == words.on || word == words.during ? (governor.frame, word) : nil
    }
    // `returned home after a visit to Mali`: the border keeps the noun from the verb.
    guard
      let k = chunks.firstIndex(where: { chunk in
        if case .phrase(let p) = chunk { phrases[p].start == phrase.start } else { false }
      }), k > 0, case .preposition(let word, _, _) = chunks[k - 1], words.sequels.contains(word),
      let f = frames.lastIndex(where: { $0.chunk < k }),
      [.travel, .arrive, .leave].contains(frames[f].verb.sense),
      // `apologised after a visit to Mali angered the public`
      !frames.contains(where: { frame in
        frame.chunk > k && frame.subject.map { phrases[$0].start >= phrase.start } == true
      })
    else { return nil }
    return (f, word)
  }

  /// True where the clause is about the phrase itself: `A stop in Oslo was cancelled`.
  private func isToldOf(
    _ phrase: Phrase, _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) -> Bool {
    guard let governor, let subject = frames[governor.frame].subject else { return false }
    return phrases[subject].start == phrase.start
  }
}
