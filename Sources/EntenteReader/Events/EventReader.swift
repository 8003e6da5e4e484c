internal import EntenteKnowledge
internal import EntenteModel

/// Matches the patterns against the frames of one sentence: its result is event mentions.
struct EventReader {
  var scanner: Scanner
  let chunks: [Chunk]
  var frames: [Frame]
  let phrases: [Phrase]
  var found: [EventMention] = []
  /// Numbers lists of events, across sentences.
  var lists: Int

  var lexicon: Lexicon { scanner.lexicon }
  var table: PatternTable { scanner.lexicon.patterns }

  init(_ scanner: Scanner, _ chunks: [Chunk], lists: Int) {
    let builder = FrameBuilder(chunks, scanner)
    self.scanner = scanner
    self.chunks = chunks
    frames = builder.frames
    phrases = builder.phrases
    self.lists = lists
    bindInvitations()
    bindWhen()
    bindSaid()
    bindWho()
    markUnreal()
  }

  mutating func read() {
    for f in frames.indices { readVerb(f) }
    for f in frames.indices {
      readStay(f)
      readPresence(f)
      readWelcome(f)
      readAttendance(f)
      readCompany(f)
      readPresent(f)
      readTold(f)
      readForum(f)
    }
    for k in chunks.indices {
      guard case .phrase(let p) = chunks[k] else { continue }
      readNominal(p, chunk: k)
    }
    for f in frames.indices { readAttendedBy(f) }
    dropSport()
    inheritLists()
  }

  // MARK: Verbs

  private mutating func readVerb(_ f: Int) {
    let frame = frames[f]
    var told: Set<Kind> = []
    for e in table.entries(for: frame.verb) where !table.entries[e].needsObjectNoun {
      let entry = table.entries[e]
      // `visited President X in Bamako` tells of a meeting and of a visit.
      if told.contains(entry.event) || !told.isEmpty && frame.verb.sense != .visit { continue }
      if let object = frame.object, phrases[object].form == .event,
        entry.event == .meeting || entry.event == .agreement
      {
        continue
      }
      guard let status = status(of: f), var event = event(entry, frame, f) else { continue }
      event.status = entry.status ?? status
      told.insert(entry.event)
      if let several = apart(event, entry, frame) {
        found += several
        continue
      }
      let places = placesOfVisit(entry, frame, event)
      let isRespective = entry.event == .visit && isEachHisOwn(event, places.count)
      for (i, place) in places.enumerated() {
        var one = event
        one.place = place
        if isRespective { one.roles = [event.roles[i]] }
        found.append(one)
      }
      readGapped(event, entry, frame)
    }
  }

  /// `Norway received President X`: he came there.
  private func visit(_ event: EventMention, _ entry: PatternTable.Entry, _ frame: Frame)
    -> EventMention?
  {
    guard entry.onlyPersons, event.kind == .meeting, frame.verb.sense == .receive,
      let host = fillers(.subject, frame).first,
      phrases[host].form == .named, phrases[host].mentions.count == 1,
      let country = phrases[host].mentions.first, scanner.mentions[country].kind == .country
    else { return event }
    // `India welcomed X at the summit in Canada`, `into the union`, `as a member`: somewhere else, or nowhere.
    let words = lexicon.words
    let elsewhere = [words.at, words.inWord, words.to, words.asWord, words.among, words.of]
    guard
      !frame.adjuncts.contains(where: {
        elsewhere.contains($0.slot) || $0.slot == lexicon.knowledge.word("into")
      })
    else { return nil }
    var visit = event
    (visit.kind, visit.noun, visit.place) = (.visit, "visit", country)
    visit.roles = event.roles.filter { isPersonal($0) }.map { role in
      var role = role
      role.type = .visitor
      return role
    }
    return visit
  }

  private func event(_ entry: PatternTable.Entry, _ frame: Frame, _ f: Int) -> EventMention? {
    var event = EventMention(
      kind: entry.event, noun: entry.noun ?? "", sentence: scanner.sentence,
      head: frame.verb.end - 1, rule: entry.id)
    event.isVerbal = true
    event.isEarlier = frame.verb.isEarlier
    event.act = entry.act
    for role in entry.roles {
      for slot in role.slots {
        for p in fillers(slot, frame) {
          let sides = sides(p, role, event.kind)
          guard entry.onlyPersons, slot != .subject, phrases[p].form != .delegation else {
            event.roles += sides
            continue
          }
          event.roles += sides.filter(isPersonal).map { side in
            // `received the Chairman of the Bank`, whom nothing names, is told by his body.
            guard case .mention = side.party else { return side }
            var side = side
            side.mustBePerson = true
            return side
          }
        }
      }
    }
    // `A and B visited Norway`: they met nobody there.
    if entry.onlyPersons, !entry.needs.isEmpty,
      !event.roles.contains(where: { role in
        entry.needs.contains { slot in
          fillers(slot, frame).contains {
            phrases[$0].start <= role.start && role.end <= phrases[$0].end
          }
        } && (frame.verb.sense != .visit || isSeen(frame))
      })
    {
      return nil
    }
    // What two states are discussing may take years.
    if entry.onlyPeople, !event.roles.allSatisfy({ isPersonal($0) || isHolder($0.party) }) {
      return nil
    }
    // `met neither A nor B`
    let told = [frame.object].compactMap { $0 } + frame.adjuncts.map(\.phrase)
    if told.contains(where: { phrases[$0].isNegative && phrases[$0].form != .event }) { return nil }
    addPrincipal(&event, frame)
    addPresent(&event, frame.adjuncts)
    if entry.isAlone {
      let words = lexicon.words
      guard frame.object == nil,
        !frame.adjuncts.contains(where: { $0.slot == words.with || $0.slot == words.to })
      else { return nil }
    }
    if entry.isClosed, let object = frame.object, isFollowedByMore(object) { return nil }
    if !entry.purposes.isEmpty, hasOtherPurpose(frame, entry.purposes) { return nil }
    if isHabit(frame) { return nil }
    // `which led to his arrest`: only who leads somebody somewhere travels.
    if entry.requiresObject, frame.object == nil { return nil }
    if let kind = entry.subjectKind,
      eventKind(frame.subject) != kind || frame.verb.form != .finite
    {
      return nil
    }
    if !entry.needs.isEmpty {
      guard
        entry.needs.contains(where: { slot in
          fillers(slot, frame).contains { isFilled($0, entry) }
        })
      else { return nil }
    }
    if entry.event != .agreement {
      event.roles += company(of: frame, entry).map { role in
        var role = role
        role.isBeside = entry.event == .meeting
        return role
      }
    }
    for slot in entry.places {
      for p in fillers(slot, frame) where event.place == nil {
        event.place = placeOrCapital(p, entry.event) ?? (slot == .object ? whereabouts(p) : nil)
      }
    }
    if entry.event == .visit, event.place == nil { return nil }
    fillTimeAndPlace(&event, frame.adjuncts, frame.times)
    // `was on Monday expected to meet X`
    if event.time == nil, frame.verb.form == .infinitive, let governor = frame.governor,
      [.plan, .expect].contains(frames[governor].verb.sense)
    {
      event.time = frames[governor].times.first
    }
    if event.time == nil { event.time = timeOfSequel(frame) }
    guard hasEnoughSides(event) else { return nil }
    return visit(event, entry, frame)
  }

  /// The event that a phrase's noun names.
  func eventKind(_ p: Int?) -> Kind? {
    p.flatMap { phrases[$0].term }.flatMap { lexicon.info($0).event }
  }

  /// `X, accompanied by Y, arrived in Oslo`: Y came as well.
  private func company(of frame: Frame, _ entry: PatternTable.Entry) -> [EventMention.Role] {
    guard let subject = frame.subject, let role = entry.roles.first else { return [] }
    return frames.filter { other in
      other.subject == subject && other.verb.isPassive && !other.verb.isNegated
        && lexicon.words.accompany.contains(other.verb.lemma)
    }.flatMap { subjects(of: $0) }.flatMap { sides($0, role, .visit) }.filter { isPersonal($0) }
  }

  /// `travelled to Romania and Slovakia`: a visit to each; every other event has its one place, or none.
  private func placesOfVisit(
    _ entry: PatternTable.Entry, _ frame: Frame, _ event: EventMention
  ) -> [Int?] {
    guard entry.event == .visit else { return [event.place] }
    let phrase = entry.places.flatMap { fillers($0, frame) }.first {
      place($0, .visit) == event.place
    }
    guard let phrase, phrases[phrase].items.count > 1 else { return [event.place] }
    return phrases[phrase].items.compactMap { place($0, .visit) }
  }

  /// `the leaders of A and B`, not `experts from A and B`.
  private func isHolder(_ party: EventMention.Party) -> Bool {
    switch party {
    case .holder(let office, _), .officer(let office, _):
      lexicon.info(office).relation != .memberOf
    default: false
    }
  }

  func isPersonal(_ role: EventMention.Role) -> Bool {
    switch role.party {
    case .mention(let mention):
      // An undecided name may be a person's; the article's other mentions will tell.
      scanner.mentions[mention].kind == .person || scanner.mentions[mention].kind == nil
    case .office, .person, .author: true
    default: false
    }
  }

  /// `visited the minister at her office`: persons alone, alive, and whose names no noun follows.
  private func isSeen(_ frame: Frame) -> Bool {
    guard let object = frame.object, !isLate(object) else { return false }
    let end = phrases[object].end
    if end < scanner.stop, scanner.text.isCapital(end) || scanner.text.isPossessive(end) {
      return false
    }
    if phrases[object].form == .office { return true }
    return phrases[object].form == .named && !phrases[object].mentions.isEmpty
      && phrases[object].mentions.allSatisfy { scanner.mentions[$0].kind == .person }
  }

  /// `the late King Olav`
  func isLate(_ p: Int) -> Bool {
    (phrases[p].start..<max(phrases[p].start, phrases[p].end)).contains { k in
      !scanner.text.isCapital(k) && scanner.text.words[k] == lexicon.words.late
    }
  }

  /// `called him a friend`: what follows the object is said of it.
  private func isFollowedByMore(_ object: Int) -> Bool {
    guard
      let k = chunks.firstIndex(where: { if case .phrase(object) = $0 { true } else { false } }),
      k + 1 < chunks.count
    else { return false }
    switch chunks[k + 1] {
    case .time, .preposition, .comma, .conjunction: return false
    case .verb(let verb): return verb.form != .infinitive
    default: return true
    }
  }

  /// `called on the parties to stay calm`: what somebody is asked to do is no purpose of a call.
  private func hasOtherPurpose(_ frame: Frame, _ purposes: Set<UInt32>) -> Bool {
    guard let next = frames.first(where: { $0.chunk > frame.chunk }) else { return false }
    return next.verb.form == .infinitive && !purposes.contains(next.verb.lemma)
  }

  /// `currently consults with the laboratory`, `comes to the office from a company`: the plain present of running text
  /// tells of no one event; headlines and captions are written in it.
  private func isHabit(_ frame: Frame) -> Bool {
    let verb = frame.verb
    return verb.form == .finite && !verb.isPast && !verb.isPassive && !verb.isFuture
      && !verb.isReportedFuture && verb.end == verb.start + 1 && frame.times.isEmpty
      && [.talk, .travel, .call].contains(verb.sense) && !scanner.isPresentTense
  }

  private func isFilled(_ p: Int, _ entry: PatternTable.Entry) -> Bool {
    !sides(p, entry.roles[0], entry.event).isEmpty
      || entry.event == .visit && placeOrCapital(p, .visit) != nil
  }

  /// The phrases in a slot; in the passive the subject is what was acted upon.
  private func fillers(_ slot: PatternTable.Slot, _ frame: Frame) -> [Int] {
    switch slot {
    case .subject:
      if frame.verb.isPassive {
        return frame.adjuncts.filter { $0.slot == lexicon.words.by }.map { $0.phrase }
      }
      return [frame.subject].compactMap { $0 }
    case .object:
      if frame.verb.isPassive { return [frame.subject].compactMap { $0 } }
      return [frame.object].compactMap { $0 }
    case .possessive: return []
    case .preposition(let word):
      return frame.adjuncts.filter { $0.slot == word && !isInRole($0) }.map { $0.phrase }
    }
  }

  /// `with President X as witness`, `with Qatar as mediator`: no side.
  private func isInRole(_ adjunct: Frame.Adjunct) -> Bool {
    guard adjunct.slot == lexicon.words.with, adjunct.chunk + 3 < chunks.count,
      case .preposition(let slot, _, _) = chunks[adjunct.chunk + 2], slot == lexicon.words.asWord,
      case .phrase(let role) = chunks[adjunct.chunk + 3]
    else { return false }
    return phrases[role].form == .common || phrases[role].form == .office
  }

  private func hasEnoughSides(_ event: EventMention) -> Bool {
    let sides = event.roles.filter { $0.type.isSide }
    if event.kind == .visit { return !sides.isEmpty }
    return Set(sides.map { $0.party }).count >= 2 || sides.contains { $0.party.isGroup }
  }
}
