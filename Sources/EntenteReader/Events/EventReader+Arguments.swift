internal import EntenteKnowledge
internal import EntenteModel

extension EventReader {
  /// The prepositions that stand directly behind the noun, and the dates among them.
  func adjuncts(behind k: Int) -> [(Frame.Adjunct, [TimeExpression])] {
    var found: [(Frame.Adjunct, [TimeExpression])] = []
    var times: [TimeExpression] = []
    var j = k + 1
    while j < chunks.count {
      switch chunks[j] {
      case .preposition(let slot, _, _):
        guard j + 1 < chunks.count, !lexicon.words.borders.contains(slot) else { return found }
        if case .phrase(let p) = chunks[j + 1] {
          found.append((.init(slot: slot, phrase: p, chunk: j), []))
          j += 2
          if slot == lexicon.words.including { return found }
        } else if case .time(let time) = chunks[j + 1] {
          times.append(time)
          if found.isEmpty {
            found.append((.init(slot: 0, phrase: -1, chunk: j), [time]))
          } else {
            found[found.count - 1].1.append(time)
          }
          j += 2
        } else if case .other = chunks[j + 1] {
          // `a plan for 2024-2026 between …`
          j += 2
        } else {
          return found
        }
      case .time(let time):
        if found.isEmpty {
          found.append((.init(slot: 0, phrase: -1, chunk: j), [time]))
        } else {
          found[found.count - 1].1.append(time)
        }
        j += 1
      case .comma:
        guard j + 1 < chunks.count else { return found }
        switch chunks[j + 1] {
        case .preposition, .time: j += 1
        default: return found
        }
      default: return found
      }
    }
    return found
  }

  /// The verb whose subject or object the phrase of chunk `k` is, or on whose preposition it hangs.
  func governing(_ k: Int) -> (frame: Int, slot: PatternTable.Slot)? {
    guard case .phrase(let p) = chunks[k] else { return nil }
    // `under an agreement signed by A and B`, `implement the memorandum signed by A and B`
    if let f = frames.indices.first(where: { frames[$0].chunk > k && isSigned($0, p) }) {
      return (f, .object)
    }
    // `signed a memorandum, with which they will work on …`: the verb before the noun, not one that says more of it.
    let holding = frames.indices.reversed().filter { frames[$0].object == p }
    let isMade: (Int) -> Bool = { [.sign, .exchange, .host].contains(frames[$0].verb.sense) }
    if let f = holding.first(where: { frames[$0].chunk < k && isMade($0) }) ?? holding.first {
      return (f, frames[f].verb.isPassive ? .subject : .object)
    }
    if k > 0, case .preposition(let slot, _, _) = chunks[k - 1] {
      for f in frames.indices where frames[f].adjuncts.contains(where: { $0.phrase == p }) {
        return (f, .preposition(slot))
      }
      return nil
    }
    let acting = frames.indices.filter {
      frames[$0].subject == p && frames[$0].verb.form != .infinitive
    }
    // `documents totaling $410 million were signed`: what happened to them is told by the finite verb.
    if var f = acting.first {
      if frames[f].verb.form == .gerund {
        f = acting.first { frames[$0].verb.form == .finite } ?? f
      }
      // `An agreement is expected to be signed`
      if [.plan, .expect].contains(frames[f].verb.sense),
        let deed = frames.firstIndex(where: {
          $0.subject == p && $0.governor == f && $0.verb.form == .infinitive && $0.verb.isPassive
        })
      {
        return (deed, .object)
      }
      if isInserted(f),
        let main = acting.first(where: { $0 > f && frames[$0].verb.form == .finite })
      {
        f = main
      }
      return (f, frames[f].verb.isPassive ? .object : .subject)
    }
    return listed(k)
  }

  /// `A stop, planned for the weekend, was dropped`: a past form between commas is a participle.
  private func isInserted(_ f: Int) -> Bool {
    let verb = frames[f].verb
    guard verb.isPast, [.plan, .expect].contains(verb.sense), verb.end == verb.start + 1,
      frames[f].chunk > 0,
      case .comma = chunks[frames[f].chunk - 1]
    else { return false }
    return true
  }

  /// True where the verb is a participle that says that the phrase was signed or exchanged.
  private func isSigned(_ f: Int, _ p: Int) -> Bool {
    let verb = frames[f].verb
    return verb.form == .participle && verb.isPassive && frames[f].subject == p
      && (verb.sense == .sign || verb.sense == .exchange)
  }

  /// `attended A; B; and C`: the later nouns of a list hang on the verb of the first.
  func listed(_ k: Int) -> (frame: Int, slot: PatternTable.Slot)? {
    var m = k - 1
    var crossed = false
    while m >= 0 {
      switch chunks[m] {
      case .comma, .conjunction: crossed = true
      case .time: break
      case .phrase(let p):
        if m > 0, case .preposition(let slot, _, _) = chunks[m - 1] {
          // `during the visit of A to B and his meeting with C`
          if crossed, phrases[p].form == .event, isTimely(.preposition(slot)),
            let f = frames.firstIndex(where: { $0.adjuncts.contains { $0.phrase == p } })
          {
            return (f, .preposition(slot))
          }
          m -= 1
        } else if crossed, phrases[p].form == .event {
          if let f = frames.indices.first(where: { frames[$0].object == p }) { return (f, .object) }
        } else {
          return nil
        }
      default: return nil
      }
      m -= 1
    }
    return nil
  }

  /// `Talks were held between A and B`: what follows the passive verb belongs to its subject.
  func passiveAdjuncts(
    _ governor: (frame: Int, slot: PatternTable.Slot)?, _ k: Int
  ) -> [(Frame.Adjunct, [TimeExpression])] {
    guard let governor,
      frames[governor.frame].verb.isPassive || isHappening(frames[governor.frame].verb),
      governor.slot == .object || governor.slot == .subject
    else { return [] }
    let words = lexicon.words
    return frames[governor.frame].adjuncts.filter {
      // `was signed during a meeting between A and B`: these met.
      belongs($0, toChunk: frames[governor.frame].chunk)
        && ($0.slot == words.between || $0.slot == words.with || $0.slot == words.among)
    }.map { ($0, []) }
  }

  func applyNounPattern(
    _ event: inout EventMention, _ phrase: Phrase, _ adjuncts: [(Frame.Adjunct, [TimeExpression])]
  ) {
    let indices =
      (event.term.flatMap { table.byNoun[$0] } ?? []) + (table.byNounClass[event.kind] ?? [])
    guard let first = indices.first else { return }
    let entry = table.entries[first]
    event.rule = entry.id
    for role in entry.roles {
      for slot in role.slots where !isCeremonyOf(slot, event) && !isTopic(slot, event) {
        for p in nominalFillers(slot, phrase, adjuncts) {
          event.roles += sides(p, role, event.kind)
        }
        if slot == .possessive { event.roles += possessors(phrase, role, event) }
      }
    }
    for slot in entry.places where event.place == nil {
      if slot == .possessive {
        event.place = phrase.owners.first {
          [.country, .province, .place].contains(scanner.mentions[$0].kind)
        }
      }
      for p in nominalFillers(slot, phrase, adjuncts) where event.place == nil {
        event.place = place(p, event.kind)
      }
    }
  }

  /// `a courtesy call on the minister`, but `talks on Syria`
  private func isTopic(_ slot: PatternTable.Slot, _ event: EventMention) -> Bool {
    guard slot == .preposition(lexicon.words.on) else { return false }
    let isCall = event.noun.hasSuffix("call") || event.noun.hasSuffix("calls")
    return !isCall || ["phone", "video", "conference"].contains { event.noun.contains($0) }
  }

  /// `the opening ceremony of the embassy`: what is opened takes no part.
  private func isCeremonyOf(_ slot: PatternTable.Slot, _ event: EventMention) -> Bool {
    slot == .preposition(lexicon.words.of) && event.noun.hasSuffix("ceremony")
  }

  func nominalFillers(
    _ slot: PatternTable.Slot, _ phrase: Phrase, _ adjuncts: [(Frame.Adjunct, [TimeExpression])]
  ) -> [Int] {
    guard case .preposition(let word) = slot else { return [] }
    let linked = phrase.links.filter { $0.preposition == word }.map { $0.phrase }
    return linked + adjuncts.filter { $0.0.slot == word && $0.0.phrase >= 0 }.map { $0.0.phrase }
  }

  func possessors(
    _ phrase: Phrase, _ role: PatternTable.Role, _ event: EventMention
  ) -> [EventMention.Role] {
    var parties: [EventMention.Party] = []
    for owner in phrase.owners {
      let kind = scanner.mentions[owner].kind
      // `Party chief's Cambodia visit`: before a visit a country is where it leads.
      if event.kind == .visit, kind == .country || kind == .place || kind == .province { continue }
      if kind == .place { continue }
      parties.append(.mention(owner))
    }
    if let office = phrase.ownerOffice { parties.append(.office(office)) }
    if let token = phrase.ownerPronoun {
      let word = scanner.text.words[token]
      if word == lexicon.words.his || word == lexicon.words.her { parties.append(.person(token)) }
      if word == lexicon.words.my { parties.append(.author(token)) }
      if word == lexicon.words.their, event.kind == .meeting { parties.append(.group) }
    }
    return parties.map {
      EventMention.Role(
        party: $0, type: role.type, part: nil, start: phrase.start, end: phrase.end)
    }
  }

  /// Light verbs and others that put their subject into the event: hold, attend, co-chair, sign.
  func applyVerbPattern(
    _ event: inout EventMention, _ governor: (frame: Int, slot: PatternTable.Slot)?, _ k: Int
  ) {
    guard let governor else { return }
    let frame = frames[governor.frame]
    addIntender(&event, frame, governor.slot)
    // A pattern that lists the noun itself comes before one for all nouns of its kind.
    let fitting = table.entries(for: frame.verb)
    let listed = fitting.filter { entry in
      event.term.map { table.entries[entry].objects.contains($0) } ?? false
    }
    for e in listed + fitting {
      let entry = table.entries[e]
      guard entry.needsObjectNoun,
        entry.objectClasses.contains(event.kind)
          || event.term.map({ entry.objects.contains($0) }) == true,
        entry.subjectKind.map({ $0 == eventKind(frame.subject) }) ?? true,
        // `took part in talks`, but not `was joined in his meetings by X`
        governor.slot == .object || isPrepositional(governor.slot, entry) && !frame.verb.isPassive
      else { continue }
      event.rule = entry.id
      if let act = entry.act { event.act = act }
      if let status = entry.status { event.status = status }
      for role in entry.roles {
        for slot in role.slots where slot == .subject {
          for p in subjects(of: frame) { event.roles += sides(p, role, event.kind) }
        }
        if role.slots.contains(.object), governor.slot != .object, let object = frame.object {
          // `invited X to talks`
          event.roles += sides(object, role, event.kind)
        }
        for slot in role.slots where !isTopic(slot, event) {
          guard case .preposition(let word) = slot else { continue }
          for adjunct in frame.adjuncts
          where adjunct.slot == word && (belongs(adjunct, toChunk: k) || isGiven(adjunct, frame, k))
          {
            if event.roles.contains(where: { $0.start == phrases[adjunct.phrase].start }) {
              continue
            }
            event.roles += sides(adjunct.phrase, role, event.kind)
          }
        }
      }
      if event.kind == .agreement { addRepresented(&event, entry, frame, k) }
      for slot in entry.places where event.place == nil {
        guard case .preposition(let word) = slot else { continue }
        for adjunct in frame.adjuncts where adjunct.slot == word && event.place == nil {
          event.place = place(adjunct.phrase, event.kind)
        }
      }
      return
    }
  }

  /// `paid her a courtesy call`, `signed with Norway a treaty`: who stands between verb and object.
  private func isGiven(_ adjunct: Frame.Adjunct, _ frame: Frame, _ k: Int) -> Bool {
    guard frame.chunk < adjunct.chunk, adjunct.chunk < k else { return false }
    return adjunct.slot == lexicon.words.to && phrases[adjunct.phrase].form == .pronoun
      || adjunct.slot == lexicon.words.with && [.sign, .exchange].contains(frame.verb.sense)
  }

  /// `signed, for Norway and Kenya, a memorandum`: who stands between verb and object is a side.
  private func addRepresented(
    _ event: inout EventMention, _ entry: PatternTable.Entry, _ frame: Frame, _ k: Int
  ) {
    guard let role = entry.roles.first(where: { $0.type == .partyTo }) else { return }
    let behalf = lexicon.knowledge.word("behalf")
    var isRepresented = false
    for adjunct in frame.adjuncts {
      guard
        adjunct.slot == behalf
          || adjunct.slot == lexicon.words.forWord && frame.chunk < adjunct.chunk
            && adjunct.chunk < k
      else { continue }
      isRepresented = true
      event.roles += sides(adjunct.phrase, role, .agreement)
    }
    // `… on behalf of Rwanda, while Y signed on behalf of Ethiopia`
    for other in frames
    where other.chunk != frame.chunk && other.verb.sense == .sign && isOpen(other) {
      for adjunct in other.adjuncts
      where adjunct.slot == behalf
        || isRepresented && adjunct.slot == lexicon.words.forWord && canSign(adjunct.phrase)
      {
        event.roles += sides(adjunct.phrase, role, .agreement)
        if let subject = other.subject { event.roles += sides(subject, role, .agreement) }
      }
    }
    let persons = event.roles.indices.filter {
      event.roles[$0].type == .partyTo && isPersonal(event.roles[$0])
    }
    let bodies = event.roles.filter { $0.type == .partyTo }.count - persons.count
    // Who signs for a body is no side beside it.
    if isRepresented, persons.count <= bodies {
      for r in persons { event.roles[r].type = .signatory }
    }
  }

  /// `Y signed for Norway`, `Y signed it for Norway`
  private func isOpen(_ frame: Frame) -> Bool {
    frame.object.map { phrases[$0].form == .pronoun } ?? true
  }

  private func canSign(_ p: Int) -> Bool { phrases[p].form == .named }

  /// `called off a meeting with X`, `proposed talks with X`: whoever plans or cancels what has one side is the other.
  private func addIntender(_ event: inout EventMention, _ frame: Frame, _ slot: PatternTable.Slot) {
    guard slot == .object, !frame.verb.isPassive,
      [.cancel, .plan, .wish].contains(frame.verb.sense),
      let subject = frame.subject
    else { return }
    let wanted = event.kind == .visit ? 1 : 2
    guard Set(event.roles.filter { $0.type.isSide }.map { $0.party }).count < wanted else { return }
    let type: EdgeType =
      event.kind == .visit ? .visitor : event.kind == .meeting ? .participant : .partyTo
    event.roles += sides(
      subject, PatternTable.Role(type: type, slots: [.subject], part: nil), event.kind)
  }

  /// No other event noun stands between the noun and the preposition.
  func belongs(_ adjunct: Frame.Adjunct, toChunk k: Int) -> Bool {
    guard adjunct.chunk > k else { return false }
    return !chunks[(k + 1)..<adjunct.chunk].contains {
      if case .phrase(let p) = $0 { phrases[p].form == .event } else { false }
    }
  }

  /// `took part in talks`, `participated in the summit`: the pattern's verb governs by a preposition.
  func isPrepositional(_ slot: PatternTable.Slot, _ entry: PatternTable.Entry) -> Bool {
    guard case .preposition(let word) = slot else { return false }
    return entry.needs.contains(.preposition(word))
  }

  func subjects(of frame: Frame) -> [Int] {
    if frame.verb.isPassive {
      return frame.adjuncts.filter { $0.slot == lexicon.words.by }.map { $0.phrase }
    }
    return [frame.subject].compactMap { $0 }
  }
}
