internal import EntenteKnowledge
internal import EntenteModel

extension EventReader {
  /// Reads the event nouns of a phrase: `talks`, `a meeting with X`, `three deals between A and B, C and D`.
  mutating func readNominal(_ p: Int, chunk k: Int) {
    let phrase = phrases[p]
    if !phrase.items.isEmpty {
      // `a scheduled reception and meeting with X`: one event told by two nouns; the last one has the arguments.
      if phrase.form == .event, let last = phrase.items.last,
        phrases[last].term.flatMap({ lexicon.info($0).event }) != .agreement
      {
        readNoun(last, chunk: k, coordinated: phrase)
      } else {
        for item in phrase.items where phrases[item].form == .event {
          readNoun(item, chunk: k, coordinated: nil)
        }
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
    // `Hopes of a meeting between A and B faded`
    if phrase.form == .common, lexicon.words.rumours.contains(scanner.text.words[phrase.head]) {
      return
    }
    for link in phrase.links
    where phrases[link.phrase].form == .event && !isOnePaper(phrase, link.phrase) {
      readNominal(link.phrase, chunk: k)
    }
  }

  /// `Statement of Partnership`: one paper, though both words name one.
  private func isOnePaper(_ phrase: Phrase, _ link: Int) -> Bool {
    [phrase.term, phrases[link].term].allSatisfy {
      $0.flatMap { lexicon.info($0).event } == .agreement
    } && phrases[link].definiteness == .bare
  }

  /// `the signing of an agreement`, `the exchange of documents`: the agreement is the event, the noun its act.
  func actOn(_ phrase: Phrase) -> Int? {
    guard let link = phrase.links.last?.phrase, phrases[link].form == .event,
      phrases[link].term.flatMap({ lexicon.info($0).event }) == .agreement, act(phrase) != nil
    else { return nil }
    return link
  }

  func act(_ phrase: Phrase) -> String? {
    let word = scanner.text.string(phrase.head, phrase.head + 1).lowercased()
    switch word {
    case "signing", "signature", "conclusion", "inking": return "signed"
    case "exchange", "handover": return "exchanged"
    case "initialling", "initialing": return "initialled"
    default: return nil
    }
  }

  /// `List of Signed Cooperation Documents`: a participle before the noun.
  private func actTold(_ phrase: Phrase) -> String? {
    for k in phrase.start..<max(phrase.start, phrase.head) {
      if scanner.has(k, .negation) { return nil }
      let word = scanner.text.words[k]
      guard lexicon.knowledge.forms(ofWord: word).contains(.participle) else { continue }
      switch lexicon.sense(ofVerb: lexicon.knowledge.verbLemma(ofWord: word)) {
      case .sign: return "signed"
      case .exchange: return "exchanged"
      default: continue
      }
    }
    return nil
  }

  mutating func readNoun(_ p: Int, chunk k: Int, coordinated: Phrase?, act: String? = nil) {
    let phrase = phrases[p]
    guard let term = phrase.term, let kind = lexicon.info(term).event, !phrase.isNegative else {
      return
    }
    let adjuncts = adjuncts(behind: k)
    let governor = governing(k)
    var event = EventMention(
      kind: kind, noun: noun(phrase), sentence: scanner.sentence, head: phrase.head, rule: "noun")
    event.term = term
    event.isVerbless = !frames.contains { $0.verb.form == .finite }
    event.isEarlier = governor.map { frames[$0.frame].verb.isEarlier } ?? false
    event.isPlural = phrase.isPlural
    event.count = phrase.count
    event.isOther = phrase.isOther
    event.isBare =
      phrase.definiteness == .bare && !phrase.isPlural && phrase.owners.isEmpty
      && coordinated == nil && phrase.date == nil
    event.isDefinite = phrase.definiteness == .definite || phrase.definiteness == .possessive
    applyNounPattern(
      &event, coordinated.map { merged(phrase, with: $0) } ?? phrase,
      adjuncts + passiveAdjuncts(governor, k))
    applyVerbPattern(&event, governor, k)
    if lexicon.info(term).isHonour {
      event.roles.removeAll { phrase.start <= $0.start && $0.end <= phrase.end }
    }
    if let act { event.act = act }
    addPrincipal(&event, governor.map { frames[$0.frame] })
    addHosts(&event, p, adjuncts.map { $0.0.phrase })
    addPresent(
      &event, adjuncts.map { $0.0 } + (governor.map { frames[$0.frame].adjuncts } ?? []))
    addSpeakers(&event, phrase, governor, k)
    addTraveller(&event, phrase, governor)
    addProgramme(&event, governor)
    event.isOnOccasion = isOnOccasion(event, governor)
    fillTimeAndPlace(&event, adjuncts.map { $0.0 }, adjuncts.flatMap { $0.1 })
    // `left on Tuesday for a tour of Mali`; `his last stop will be in Mali`
    let isStart = event.kind == .visit && governor?.slot == .preposition(lexicon.words.forWord)
    if let governor, event.kind == .visit, event.place == nil, governor.slot == .subject {
      let there = frames[governor.frame].adjuncts.filter { $0.slot == lexicon.words.inWord }
      event.place = there.compactMap { place($0.phrase, .visit) }.first { isSomewhere($0) }
    }
    if let governor, event.time == nil, isTimely(governor.slot) || isStart {
      event.time =
        frames[governor.frame].times.first
        ?? frames[governor.frame].governor.flatMap { frames[$0].times.first }
        ?? timeOfSequel(frames[governor.frame])
    }
    if event.time == nil, event.kind == .visit { event.time = timeOfBeginning(behind: k) }
    if event.time == nil, event.kind == .meeting { event.time = timeOfCause(k) }
    if let governor, event.place == nil {
      fillTimeAndPlace(
        &event, frames[governor.frame].adjuncts.filter { belongs($0, toChunk: k) }, [])
    }
    if let time = phrase.time ?? timeBefore(phrase, chunk: k) {
      event.time = time
      // `yesterday's meeting between A and B`
      if scanner.text.isPossessive(max(phrase.start - 1, 0)) { event.isDefinite = true }
    }
    if let governor, isPresented(governor.frame) {
      event.isDefinite = true
      event.isOther = false
    }
    if event.status == nil, event.kind == .agreement, let act = actTold(phrase) {
      (event.status, event.act) = (.held, event.act ?? act)
    }
    if let date = phrase.date, event.kind != .agreement {
      var time = TimeExpression(start: phrase.start, end: phrase.start)
      time.year = date.year
      time.month = date.month
      if event.time == nil { event.time = time }
    }
    let told = coordinated.map { merged(phrase, with: $0) } ?? phrase
    guard decideStatus(&event, told, governor) else { return }
    if event.isStatement { (event.time, event.place) = (nil, nil) }
    meetHost(&event, phrase, adjuncts)
    event.isPair = phrase.isPair
    event.namesSides = namesSides(adjuncts, governor)
    // `The meeting of finance ministers`: of people who are none of those told before.
    if kind == .meeting, let link = phrase.links.first?.phrase, phrases[link].form == .side,
      phrases[link].definiteness == .bare, phrases[link].count == nil,
      !event.roles.contains(where: { $0.type.isSide })
    {
      event.isOther = true
    }
    event.isAttended = isAttended(event, p, adjuncts.map { $0.0 }, governor)
    if kind == .meeting, let governor, let several = separate(event, frames[governor.frame]) {
      found += several
      return
    }
    let places = placesTold(event, phrase, adjuncts)
    guard places.count > 1 else {
      add(event, phrase, adjuncts)
      return
    }
    for place in places {
      var one = event
      one.place = place
      one.isPlural = false
      add(one, phrase, adjuncts)
    }
  }

  /// `two agreements between local universities`, `signed by firms`
  private func namesSides(
    _ adjuncts: [(Frame.Adjunct, [TimeExpression])],
    _ governor: (frame: Int, slot: PatternTable.Slot)?
  ) -> Bool {
    let words = lexicon.words
    let slots = [words.between, words.with, words.among, words.by]
    return adjuncts.contains { slots.contains($0.0.slot) }
      || governor.map { frames[$0.frame].adjuncts.contains { slots.contains($0.slot) } } ?? false
  }

  /// `his state visits to Brunei and China`: a visit to each.
  private func placesTold(
    _ event: EventMention, _ phrase: Phrase, _ adjuncts: [(Frame.Adjunct, [TimeExpression])]
  ) -> [Int] {
    guard event.kind == .visit, event.place != nil else { return [] }
    return nominalFillers(.preposition(lexicon.words.to), phrase, adjuncts).prefix(1).flatMap {
      phrases[$0].items.compactMap { place($0, .visit) }
    }
  }

  /// `Friday's talks`, `the June 29-30 summit`
  private func timeBefore(_ phrase: Phrase, chunk k: Int) -> TimeExpression? {
    guard k > 0, case .time(let time) = chunks[k - 1] else { return nil }
    let isOwner = time.end + 1 == phrase.start && scanner.text.isPossessive(time.end)
    return isOwner || time.end == phrase.start ? time : nil
  }

  func merged(_ phrase: Phrase, with whole: Phrase) -> Phrase {
    var result = phrase
    if result.owners.isEmpty { result.owners = whole.owners }
    result.status = result.status ?? whole.status
    return result
  }

  /// The name of the event in the singular, as the lexicon writes it, with its fixed adjective.
  func noun(_ phrase: Phrase) -> String {
    guard let term = phrase.term else { return "" }
    let text = singular(phrase, term)
    guard phrase.head > phrase.start else { return text }
    let isMeaningful =
      scanner.text.classes[phrase.head - 1].isDisjoint(with: Scanner.closed)
      && !scanner.text.isCapital(phrase.head - 1)
      && scanner.text.tokens[phrase.head - 1].shape.contains(.word)
      && scanner.text.classes[phrase.head - 1].isDisjoint(with: [.number, .ordinal, .date])
    guard isMeaningful else { return text }
    // `tête-à-tête meeting`, `high-level meeting`
    var first = phrase.head - 1
    while first - 2 >= phrase.start, scanner.text.isMark(first - 1, "-") { first -= 2 }
    return scanner.text.string(first, phrase.head).lowercased() + " " + text
  }

  /// The noun as written, small and in the singular.
  func singular(_ phrase: Phrase, _ term: UInt32) -> String {
    let written = scanner.text.string(phrase.head, phrase.headEnd).lowercased()
    let base = lexicon.knowledge.term(term).text
    guard phrase.isPlural, written.hasSuffix("s"), !base.hasSuffix("s") else { return written }
    if written.hasSuffix("ies") { return written.dropLast(3) + "y" }
    return String(written.dropLast())
  }
}
