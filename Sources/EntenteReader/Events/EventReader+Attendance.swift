internal import EntenteKnowledge
internal import EntenteModel

/// Who came to a meeting that the article told of before.
extension EventReader {
  /// `It was co-chaired by X and Y`, `It was attended by Z`: those take part in the meeting told right before.
  mutating func readAttendance(_ f: Int) {
    let frame = frames[f]
    guard frame.verb.form == .finite, let subject = frame.subject,
      frame.verb.isPassive ? isIt(subject) : alsoAttended(frame),
      [.chair, .attend, .host].contains(frame.verb.sense) || isBeing(frame.verb),
      let status = status(of: f)
    else { return }
    let part = frame.verb.sense == .chair ? "co-chair" : nil
    guard var event = attendance(of: subjects(of: frame), frame, part, rule: "attended-by") else {
      return
    }
    event.status = status
    event.isVerbal = !frame.verb.isPassive
    found.append(event)
  }

  private func isIt(_ subject: Int) -> Bool {
    let word = scanner.text.words[phrases[subject].start]
    return phrases[subject].form == .pronoun
      && (word == lexicon.words.it || word == lexicon.words.they)
  }

  /// `X also attended as a guest`: nothing else is named that he attended.
  private func alsoAttended(_ frame: Frame) -> Bool {
    let isThere =
      isBeing(frame.verb)
      && (frame.verb.end..<min(frame.verb.end + 3, scanner.stop)).contains {
        lexicon.words.presence.contains(scanner.text.words[$0])
      }
    return (frame.verb.sense == .attend || isThere) && frame.object == nil
      && !frame.adjuncts.contains {
        [lexicon.words.at, lexicon.words.inWord, lexicon.words.to].contains($0.slot)
          && !isAttending($0.phrase)
      }
      && (max(frame.verb.start - 1, scanner.first)...min(frame.verb.end, scanner.stop - 1)).contains
      {
        lexicon.words.also == scanner.text.words[$0]
      }
  }

  /// `attendance`
  private func isAttending(_ p: Int) -> Bool {
    lexicon.words.presence.contains(scanner.text.words[phrases[p].head])
  }

  /// Who was there, of a meeting told before; nil where they are no persons.
  private func attendance(
    of those: [Int], _ frame: Frame, _ part: String?, rule: String
  ) -> EventMention? {
    let role = PatternTable.Role(type: .participant, slots: [.subject], part: part)
    let roles =
      part == nil
      ? those.flatMap { beside($0, role) }
      : those.flatMap { sides($0, role, .meeting) }.filter(isPersonal)
    guard !roles.isEmpty else { return nil }
    var event = EventMention(
      kind: .meeting, noun: "meeting", sentence: scanner.sentence, head: frame.verb.end - 1,
      rule: rule)
    (event.roles, event.isDefinite, event.isOfBefore) = (roles, true, true)
    return event
  }

  /// `Also present were X and Y`, `Those in attendance included X`: of the meeting told before.
  mutating func readPresent(_ f: Int) {
    let frame = frames[f]
    guard frame.verb.form == .finite, !frame.verb.isNegated, !frame.verb.isPassive,
      frame.verb.lemma == lexicon.words.include || isBeing(frame.verb),
      let object = frame.object, frame.subject.map({ phrases[$0].mentions.isEmpty }) ?? true,
      frame.verb.start - scanner.first < 9,
      let named = namesMeeting(before: frame.verb.start),
      var event = attendance(of: [object], frame, nil, rule: "present-at")
    else { return }
    (event.status, event.isVerbal, event.namesMeeting) = (.held, true, named)
    found.append(event)
  }

  /// Whether nothing but words of being there stand before the verb, and whether they name a meeting: `Present at the
  /// meeting`. `The present king`, `Not present` and `Those at the funeral` are something else.
  private func namesMeeting(before verb: Int) -> Bool? {
    var isThere = false
    var namesMeeting = false
    for k in scanner.first..<verb {
      if lexicon.words.presence.contains(scanner.text.words[k]) {
        isThere = true
      } else if lexicon.words.assemblies.contains(scanner.text.words[k]) {
        namesMeeting = true
      } else if !lexicon.words.attendees.contains(scanner.text.words[k]) {
        return nil
      }
    }
    let isAdjective =
      scanner.text.words[scanner.first] == lexicon.words.the && !namesMeeting
    return isThere && !isAdjective ? namesMeeting : nil
  }

  /// `The meeting was attended by X`, `X joined the talks`: nothing tells that meeting apart from the one before.
  func isAttended(
    _ event: EventMention, _ p: Int, _ adjuncts: [Frame.Adjunct],
    _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) -> Bool {
    let phrase = phrases[p]
    let words = lexicon.words
    guard event.kind == .meeting, phrase.definiteness == .definite, !phrase.isOther,
      phrase.owners.isEmpty, phrase.links.isEmpty, phrase.adjectives.isEmpty, phrase.date == nil,
      phrase.adjective == nil, event.time == nil, event.place == nil,
      let term = phrase.term, lexicon.info(term).isGeneric,
      event.roles.contains(where: { $0.type.isSide }),
      frames.indices.contains(where: { f in
        let verb = frames[f].verb
        // `the meeting, which was attended by X`, whatever else is said of it
        return (f == governor?.frame || frames[f].subject == p && verb.isPassive)
          && (verb.sense == .attend || verb.lemma == words.join)
      })
    else { return false }
    return !adjuncts.contains {
      [words.between, words.with, words.among, words.of].contains($0.slot)
    }
  }

  /// `They were joined by X`, `Berg was accompanied by X`, said of who met right before.
  mutating func readCompany(_ f: Int) {
    let frame = frames[f]
    let words = lexicon.words
    guard frame.verb.form == .finite, frame.verb.isPassive, let status = status(of: f),
      frame.verb.lemma == words.join || words.accompany.contains(frame.verb.lemma),
      let subject = frame.subject,
      !frame.adjuncts.contains(where: {
        [words.on, words.inWord, words.to, words.at].contains($0.slot)
      }),
      var event = attendance(
        of: frame.adjuncts.filter { $0.slot == words.by }.map(\.phrase), frame, nil,
        rule: "joined-by")
    else { return }
    let role = PatternTable.Role(type: .participant, slots: [.subject], part: nil)
    let hosts = sides(subject, role, .meeting)
    guard !hosts.isEmpty else { return }
    event.roles += hosts
    (event.status, event.isVerbal, event.mustShare) = (status, true, true)
    found.append(event)
    guard words.accompany.contains(frame.verb.lemma) else { return }
    // `will visit India. Berg will be accompanied by X`: X visits India too.
    (event.kind, event.noun) = (.visit, "visit")
    for r in event.roles.indices {
      (event.roles[r].type, event.roles[r].isBeside) = (.visitor, false)
    }
    found.append(event)
  }

  /// `received X, in the presence of Y`
  func addPresent(_ event: inout EventMention, _ adjuncts: [Frame.Adjunct]) {
    guard event.kind == .meeting else { return }
    let role = PatternTable.Role(type: .participant, slots: [], part: nil)
    let present = adjuncts.filter { $0.slot == lexicon.words.presenceOf }
      .flatMap { beside($0.phrase, role) }
    event.roles += present.filter { one in !event.roles.contains { $0.party == one.party } }
  }

  /// `X met Y in Oslo, attended by Z`: Z came to the meeting told before the participle.
  mutating func readAttendedBy(_ f: Int) {
    let verb = frames[f].verb
    guard verb.form == .participle, verb.isPassive, verb.sense == .attend, !verb.isNegated,
      frames[f].subject.map({ eventKind($0) == nil }) ?? true,
      let met = found.lastIndex(where: {
        $0.kind == .meeting && $0.sentence == scanner.sentence && $0.head < verb.start
      }), found[met].isVerbal || found[met].status != nil
    else { return }
    let role = PatternTable.Role(type: .participant, slots: [], part: nil)
    for agent in frames[f].adjuncts where agent.slot == lexicon.words.by {
      found[met].roles += beside(agent.phrase, role)
    }
  }

  private func beside(_ p: Int, _ role: PatternTable.Role) -> [EventMention.Role] {
    sides(p, role, .meeting).filter(isPersonal).map { side in
      var side = side
      side.isBeside = true
      return side
    }
  }
}
