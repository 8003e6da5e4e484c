internal import EntenteKnowledge
internal import EntenteModel

extension EventReader {
  /// Reads the event nouns of a phrase: `talks`, `a meeting with X`, `three deals between A and B, C and D`.
  mutating func readNominal(_ p: Int, chunk k: Int) {
    let phrase = phrases[p]
    if !phrase.items.isEmpty {
      // `a scheduled reception and meeting with X`: one event told by two nouns; the last one has the arguments.
      if phrase.form == .event, let last = phrase.items.last {
        readNoun(last, chunk: k, coordinated: phrase)
      } else {
        for item in phrase.items where phrases[item].form == .event { readNoun(item, chunk: k, coordinated: nil) }
      }
      return
    }
    if phrase.form == .event, let inner = actOn(phrase) {
      readNoun(inner, chunk: k, coordinated: nil, act: act(phrase))
      return
    }
    if phrase.form == .event { readNoun(p, chunk: k, coordinated: nil) }
    if phrase.form == .common, let inner = actOn(phrase) {
      readNoun(inner, chunk: k, coordinated: nil, act: act(phrase))
      return
    }
    if phrase.form == .common || phrase.form == .delegation { readOthers(p, chunk: k) }
    for link in phrase.links where phrases[link.phrase].form == .event {
      readNominal(link.phrase, chunk: k)
    }
  }

  /// `the signing of an agreement`, `the exchange of documents`: the agreement is the event, the noun its act.
  private func actOn(_ phrase: Phrase) -> Int? {
    guard let link = phrase.links.last?.phrase, phrases[link].form == .event,
      phrases[link].term.flatMap({ lexicon.info($0).event }) == .agreement, act(phrase) != nil
    else { return nil }
    return link
  }

  private func act(_ phrase: Phrase) -> String? {
    let word = scanner.text.string(phrase.head, phrase.head + 1).lowercased()
    switch word {
    case "signing", "signature", "conclusion", "inking": return "signed"
    case "exchange", "handover": return "exchanged"
    case "initialling", "initialing": return "initialled"
    default: return nil
    }
  }

  private mutating func readNoun(_ p: Int, chunk k: Int, coordinated: Phrase?, act: String? = nil) {
    let phrase = phrases[p]
    guard let term = phrase.term, let kind = lexicon.info(term).event, !phrase.isNegative else { return }
    let adjuncts = adjuncts(behind: k)
    let governor = governing(k)
    var event = EventMention(
      kind: kind, noun: noun(phrase), sentence: scanner.sentence, head: phrase.head, rule: "noun")
    event.term = term
    event.isPlural = phrase.isPlural
    event.count = phrase.count
    event.isOther = phrase.isOther
    event.isBare = phrase.definiteness == .bare && !phrase.isPlural && phrase.owners.isEmpty
      && coordinated == nil && phrase.date == nil
    event.isDefinite = phrase.definiteness == .definite || phrase.definiteness == .possessive
    applyNounPattern(&event, coordinated.map { merged(phrase, with: $0) } ?? phrase, adjuncts)
    applyVerbPattern(&event, governor, k)
    if let act { event.act = act }
    addHosts(&event, p)
    addSpeakers(&event, phrase, governor)
    event.isOnOccasion = isOnOccasion(event, governor)
    fillTimeAndPlace(&event, adjuncts.map { $0.0 }, adjuncts.flatMap { $0.1 })
    if let governor, event.time == nil, isTimely(governor.slot) {
      event.time = frames[governor.frame].times.first
        ?? frames[governor.frame].governor.flatMap { frames[$0].times.first }
    }
    if let governor, event.place == nil {
      fillTimeAndPlace(&event, frames[governor.frame].adjuncts.filter { belongs($0, toChunk: k) }, [])
    }
    if let governor, isPresented(governor.frame) { event.isDefinite = true; event.isOther = false }
    if let date = phrase.date, event.kind != .agreement {
      var time = TimeExpression(start: phrase.start, end: phrase.start)
      time.year = date.year
      time.month = date.month
      if event.time == nil { event.time = time }
    }
    decideStatus(&event, phrase, governor)
    guard event.status != nil || governor.map({ isReal($0.frame) }) ?? true else { return }
    add(event, phrase, adjuncts)
  }

  private func merged(_ phrase: Phrase, with whole: Phrase) -> Phrase {
    var result = phrase
    if result.owners.isEmpty { result.owners = whole.owners }
    result.status = result.status ?? whole.status
    return result
  }

  /// The name of the event in the singular, as the lexicon writes it, with its fixed adjective.
  private func noun(_ phrase: Phrase) -> String {
    guard let term = phrase.term else { return "" }
    let text = singular(phrase, term)
    guard phrase.head > phrase.start else { return text }
    let before = scanner.text.string(phrase.head - 1, phrase.head).lowercased()
    let isMeaningful = scanner.text.classes[phrase.head - 1].isDisjoint(with: Scanner.closed)
      && !scanner.text.isCapital(phrase.head - 1) && scanner.text.tokens[phrase.head - 1].shape.contains(.word)
      && scanner.text.classes[phrase.head - 1].isDisjoint(with: [.number, .ordinal, .date])
    guard isMeaningful else { return text }
    if phrase.head - 2 >= phrase.start, scanner.text.isMark(phrase.head - 2, "-") {
      return scanner.text.string(phrase.head - 3, phrase.head).lowercased() + " " + text
    }
    return before + " " + text
  }

  /// The noun as written, small and in the singular.
  private func singular(_ phrase: Phrase, _ term: UInt32) -> String {
    let written = scanner.text.string(phrase.head, phrase.headEnd).lowercased()
    let base = lexicon.knowledge.term(term).text
    guard phrase.isPlural, written.hasSuffix("s"), !base.hasSuffix("s") else { return written }
    if written.hasSuffix("ies") { return written.dropLast(3) + "y" }
    return String(written.dropLast())
  }

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
          if found.isEmpty { found.append((.init(slot: 0, phrase: -1, chunk: j), [time])) } else { found[found.count - 1].1.append(time) }
          j += 2
        } else {
          return found
        }
      case .time(let time):
        if found.isEmpty { found.append((.init(slot: 0, phrase: -1, chunk: j), [time])) } else { found[found.count - 1].1.append(time) }
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
    for f in frames.indices.reversed() where frames[f].object == p {
      return (f, frames[f].verb.isPassive ? .subject : .object)
    }
    if k > 0, case .preposition(let slot, _, _) = chunks[k - 1] {
      for f in frames.indices where frames[f].adjuncts.contains(where: { $0.phrase == p }) {
        return (f, .preposition(slot))
      }
      return nil
    }
    for f in frames.indices where frames[f].subject == p && frames[f].verb.form != .infinitive {
      return (f, frames[f].verb.isPassive ? .object : .subject)
    }
    return listed(k)
  }

  /// `attended A; B; and C`: the later nouns of a list hang on the verb of the first.
  private func listed(_ k: Int) -> (frame: Int, slot: PatternTable.Slot)? {
    var m = k - 1
    var crossed = false
    while m >= 0 {
      switch chunks[m] {
      case .comma, .conjunction: crossed = true
      case .time: break
      case .phrase(let p):
        if m > 0, case .preposition = chunks[m - 1] {
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

  private func applyNounPattern(
    _ event: inout EventMention, _ phrase: Phrase, _ adjuncts: [(Frame.Adjunct, [TimeExpression])]
  ) {
    let indices = (event.term.flatMap { table.byNoun[$0] } ?? []) + (table.byNounClass[event.kind] ?? [])
    guard let first = indices.first else { return }
    let entry = table.entries[first]
    event.rule = entry.id
    for role in entry.roles {
      for slot in role.slots {
        for p in nominalFillers(slot, phrase, adjuncts) { event.roles += sides(p, role, event.kind) }
        if slot == .possessive { event.roles += possessors(phrase, role, event) }
      }
    }
    for slot in entry.places where event.place == nil {
      if slot == .possessive {
        event.place = phrase.owners.first { [.country, .province, .place].contains(scanner.mentions[$0].kind) }
      }
      for p in nominalFillers(slot, phrase, adjuncts) where event.place == nil {
        event.place = place(p, event.kind)
      }
    }
  }

  private func nominalFillers(
    _ slot: PatternTable.Slot, _ phrase: Phrase, _ adjuncts: [(Frame.Adjunct, [TimeExpression])]
  ) -> [Int] {
    guard case .preposition(let word) = slot else { return [] }
    let linked = phrase.links.filter { $0.preposition == word }.map { $0.phrase }
    return linked + adjuncts.filter { $0.0.slot == word && $0.0.phrase >= 0 }.map { $0.0.phrase }
  }

  private func possessors(
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
      if word == lexicon.words.their, event.kind == .meeting { parties.append(.group) }
    }
    return parties.map {
      EventMention.Role(
        party: $0, type: role.type, part: nil, start: phrase.start, end: phrase.end)
    }
  }

  /// Light verbs and others that put their subject into the event: hold, attend, co-chair, sign.
  private func applyVerbPattern(
    _ event: inout EventMention, _ governor: (frame: Int, slot: PatternTable.Slot)?, _ k: Int
  ) {
    guard let governor else { return }
    let frame = frames[governor.frame]
    for e in table.byVerb[frame.verb.lemma] ?? [] {
      let entry = table.entries[e]
      guard entry.needsObjectNoun,
        entry.objectClasses.contains(event.kind) || event.term.map({ entry.objects.contains($0) }) == true,
        governor.slot == .object || isPrepositional(governor.slot, entry)
          || frame.verb.isPassive && governor.slot == .subject && false
      else { continue }
      event.rule = entry.id
      if let act = entry.act { event.act = act }
      for role in entry.roles {
        for slot in role.slots where slot == .subject {
          for p in subjects(of: frame) { event.roles += sides(p, role, event.kind) }
        }
        for slot in role.slots {
          guard case .preposition(let word) = slot else { continue }
          for adjunct in frame.adjuncts where adjunct.slot == word && belongs(adjunct, toChunk: k) {
            if event.roles.contains(where: { $0.start == phrases[adjunct.phrase].start }) { continue }
            event.roles += sides(adjunct.phrase, role, event.kind)
          }
        }
      }
      for slot in entry.places where event.place == nil {
        guard case .preposition(let word) = slot else { continue }
        for adjunct in frame.adjuncts where adjunct.slot == word && event.place == nil {
          event.place = place(adjunct.phrase, event.kind)
        }
      }
      return
    }
  }

  /// `This is the first visit …`: it presents the event under way.
  private func isPresented(_ f: Int) -> Bool {
    guard let subject = frames[f].subject, phrases[subject].form == .pronoun else { return false }
    let word = scanner.text.words[phrases[subject].start]
    return word == lexicon.words.this || word == lexicon.words.it
  }

  /// No other event noun stands between the noun and the preposition.
  private func belongs(_ adjunct: Frame.Adjunct, toChunk k: Int) -> Bool {
    guard adjunct.chunk > k else { return false }
    return !chunks[(k + 1)..<adjunct.chunk].contains {
      if case .phrase(let p) = $0 { phrases[p].form == .event } else { false }
    }
  }

  /// `took part in talks`, `participated in the summit`: the pattern's verb governs by a preposition.
  private func isPrepositional(_ slot: PatternTable.Slot, _ entry: PatternTable.Entry) -> Bool {
    guard case .preposition(let word) = slot else { return false }
    return entry.needs.contains(.preposition(word))
  }

  private func subjects(of frame: Frame) -> [Int] {
    if frame.verb.isPassive {
      return frame.adjuncts.filter { $0.slot == lexicon.words.by }.map { $0.phrase }
    }
    return [frame.subject].compactMap { $0 }
  }

  /// The time of a verb is the time of its object and subject, and of what happens in its course.
  private func isTimely(_ slot: PatternTable.Slot) -> Bool {
    guard case .preposition(let word) = slot else { return true }
    let words = lexicon.words
    return word == words.in_ || word == words.at || word == words.during || word == words.on
  }

  /// `At the meeting, A, B and C agreed …`: those who speak there take part.
  private func addSpeakers(
    _ event: inout EventMention, _ phrase: Phrase, _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) {
    guard event.kind == .meeting, event.isDefinite, !event.isPlural, event.roles.isEmpty,
      let governor, case .preposition(let word) = governor.slot,
      word == lexicon.words.at || word == lexicon.words.during
    else { return }
    let frame = frames[governor.frame]
    guard frame.verb.form == .finite, !frame.verb.isPassive, !frame.verb.isNegated, let subject = frame.subject
    else { return }
    let role = PatternTable.Role(type: .participant, slots: [.subject], part: nil)
    event.roles += sides(subject, role, .meeting).filter { !$0.party.isGroup }
    event.isAnaphor = true
  }

  /// `the meeting hosted by X`: a participle behind the noun names another side.
  private func addHosts(_ event: inout EventMention, _ p: Int) {
    guard event.kind == .meeting else { return }
    for frame in frames where frame.subject == p && frame.verb.isPassive {
      guard [.host, .chair, .lead, .attend, .meet].contains(frame.verb.sense) else { continue }
      let role = PatternTable.Role(type: .participant, slots: [.subject], part: frame.verb.sense == .chair ? "chair" : nil)
      for agent in frame.adjuncts where agent.slot == lexicon.words.by {
        event.roles += sides(agent.phrase, role, .meeting)
      }
    }
  }

  private func isOnOccasion(
    _ event: EventMention, _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) -> Bool {
    if event.roles.contains(where: { $0.type == .witness && ($0.party.isGroup) }) { return true }
    guard let governor, event.kind == .agreement else { return false }
    return frames[governor.frame].adjuncts.contains { adjunct in
      let phrase = phrases[adjunct.phrase]
      let word = adjunct.slot
      return phrase.form == .event && phrase.definiteness == .definite && !phrase.isPlural
        && phrase.links.isEmpty && (word == lexicon.words.on || word == lexicon.words.at || word == lexicon.words.during)
    }
  }

  private func decideStatus(
    _ event: inout EventMention, _ phrase: Phrase, _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) {
    if let status = phrase.status { event.status = status; return }
    guard let governor else { return }
    let frame = frames[governor.frame]
    let verb = frame.verb
    let isPattern = event.rule != "noun" && table.byVerb[verb.lemma]?.contains { table.entries[$0].id == event.rule } == true
    switch verb.sense {
    case .cancel: event.status = .cancelled
    case .plan, .expect:
      if governor.slot == .object, !expectsOther(governor.frame) { event.status = .planned }
    case .wish, .invite: if governor.slot == .object { event.status = .proposed }
    default: break
    }
    guard event.status == nil else { return }
    let told = status(of: governor.frame)
    if isPattern || governor.slot == .object && verb.isPassive {
      event.status = told
      return
    }
    // `the visit will take place`: the future of the visit; `will strengthen` may follow a visit held.
    if governor.slot == .subject, told == .planned, isHappening(verb) { event.status = .planned }
  }

  /// `the visit is expected to open a chapter`: what is expected is another thing than the visit.
  private func expectsOther(_ f: Int) -> Bool {
    frames.contains { $0.governor == f && $0.verb.form == .infinitive && !isHappening($0.verb) }
  }

  private func isHappening(_ verb: VerbGroup) -> Bool {
    let lemma = lexicon.knowledge.text(ofWord: verb.lemma)
    return ["take", "begin", "start", "be", "occur", "open", "conclude", "last", "run", "happen"].contains(lemma)
  }

  /// False where the governing verb is denied or only thought of.
  private func isReal(_ f: Int) -> Bool {
    let verb = frames[f].verb
    return !(verb.isNegated || frames[f].isConditional || verb.isHypothetical && verb.sense != .other)
  }
}
