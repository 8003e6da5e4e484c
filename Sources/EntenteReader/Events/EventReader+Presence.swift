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

  private func isBeing(_ verb: VerbGroup) -> Bool {
    verb.lemma == lexicon.knowledge.word("be")
  }

  /// A meeting that he came for, or what he does there.
  private func hasPurpose(_ f: Int) -> Bool {
    let isFor = frames[f].adjuncts.contains { adjunct in
      adjunct.slot == lexicon.words.forWord
        && phrases[adjunct.phrase].term.map { lexicon.info($0).event == .meeting } ?? false
    }
    return isFor
      || frames.contains { next in
        next.governor == f && next.chunk > frames[f].chunk && !next.verb.isNegated
          && next.verb.form != .finite
          && [.attend, .meet, .talk, .sign, .chair, .host].contains(next.verb.sense)
      }
  }

  /// `It was co-chaired by X and Y`, `It was attended by Z`: those take part in the meeting told right before.
  mutating func readAttendance(_ f: Int) {
    let frame = frames[f]
    guard frame.verb.form == .finite, let subject = frame.subject,
      frame.verb.isPassive ? isIt(subject) : alsoAttended(frame),
      [.chair, .attend, .host].contains(frame.verb.sense), let status = status(of: f)
    else { return }
    let part = frame.verb.sense == .chair ? "co-chair" : nil
    guard var event = attendance(of: subjects(of: frame), frame, part, rule: "attended-by") else {
      return
    }
    event.status = status
    found.append(event)
  }

  private func isIt(_ subject: Int) -> Bool {
    let word = scanner.text.words[phrases[subject].start]
    return phrases[subject].form == .pronoun
      && (word == lexicon.words.it || word == lexicon.words.they)
  }

  /// `X also attended as a guest`: nothing else is named that he attended.
  private func alsoAttended(_ frame: Frame) -> Bool {
    frame.verb.sense == .attend && frame.object == nil
      && !frame.adjuncts.contains {
        [lexicon.words.at, lexicon.words.inWord, lexicon.words.to].contains($0.slot)
      }
      && (max(frame.verb.start - 1, scanner.first)..<frame.verb.end).contains {
        lexicon.words.also == scanner.text.words[$0]
      }
  }

  /// Who was there, of a meeting told before; nil where they are no persons.
  private func attendance(
    of those: [Int], _ frame: Frame, _ part: String?, rule: String
  ) -> EventMention? {
    let role = PatternTable.Role(type: .participant, slots: [.subject], part: part)
    let roles = those.flatMap { sides($0, role, .meeting) }.filter { isPersonal($0) }
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
}
