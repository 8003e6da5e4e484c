internal import EntenteKnowledge
internal import EntenteModel

/// What the left-to-right reading of a noun phrase has built so far.
struct PhraseState {
  enum Item {
    case none
    /// A name: the mention's number.
    case named(Int)
    /// Offices that wait for their holder.
    case office([Int])
    /// A common noun.
    case noun
  }

  var item = Item.none
  /// A country's adjective that waits for what it qualifies.
  var adjective: (entity: UInt32, token: Int)?
  var sawHonorific = false
  /// From prefixes: deputy, acting, former.
  var prefixRelation: EdgeType?
  var isDeputy = false
  var isPast = false
  /// The first token of the prefixes before an office.
  var prefixStart: Int?
  /// True once a determiner, possessor or modifier shows that a noun must come.
  var expectsNoun = false
}

extension Scanner {
  /// Reads one noun phrase at `i`, without coordination; nil where none starts.
  mutating func simplePhrase(at i: Int) -> Int? {
    guard i < stop, depth < Scanner.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    var phrase = Phrase(i, i)
    var state = PhraseState()
    state.expectsNoun = isSecondNoun
    var j = readDeterminers(i, &phrase, &state)
    while j < stop {
      if let next = readPossessive(j, &phrase, &state) {
        j = next
        continue
      }
      if let next = readAbbreviation(j, state) {
        j = next
        phrase.end = j
        continue
      }
      if let next = readMinistries(j, &phrase, &state) {
        j = next
        break
      }
      if let next = readSmallMinistry(j, &phrase, &state) {
        j = next
        continue
      }
      if let next = readCapitals(j, &phrase, &state) {
        j = next
        continue
      }
      if let next = joinedField(j, state) {
        state.expectsNoun = true
        j = next
        continue
      }
      if let next = readJoinedOffice(j, &phrase, &state) {
        j = next
        continue
      }
      if let next = readNoun(j, &phrase, &state) {
        j = next
        continue
      }
      break
    }
    finishItem(&phrase, &state, at: j)
    leaveToKin(phrase)
    skipLetters(&phrase)
    guard phrase.end > i || isPronounPhrase(phrase) else { return nil }
    let number = add(phrase)
    attachOf(number)
    return number
  }

  /// More phrases inside each other than any sentence has.
  static let deepest = 12

  private func isPronounPhrase(_ phrase: Phrase) -> Bool { phrase.form == .pronoun }

  // MARK: Determiners and numbers

  private mutating func readDeterminers(
    _ i: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int {
    var j = i
    // `His Royal Highness` is a title, no possessor.
    if let honorific = term(i, .honorific), Int(honorific.end) > i + 1 { return i }
    while j < stop {
      if let office = officeBehindParticiple(j), has(j, [.adverb, .date]) || state.expectsNoun {
        state.expectsNoun = true
        return office
      }
      if let quantifier = term(j, .quantifier), !isWord(j, words.others) {
        let info = lexicon.info(quantifier.sense.target)
        phrase.isPlural = phrase.isPlural || info.isPlural
        if info.value > 0 { phrase.count = info.value }
        if isWord(j, words.other) { phrase.isOther = true }
        j = Int(quantifier.end)
        state.expectsNoun = true
      } else if has(j, .determiner), !startsListedName(j) {
        if words.definite.contains(text.words[j]) {
          phrase.definiteness = .definite
        } else if words.indefinite.contains(text.words[j]) {
          phrase.definiteness = .indefinite
        } else if words.none.contains(text.words[j]) {
          phrase.definiteness = .indefinite
          phrase.isNegative = true
        }
        if isWord(j, words.another) { phrase.isOther = true }
        // `paid her a courtesy call`
        if isWord(j, words.her), has(j + 1, .determiner) { break }
        if isWord(j, words.his) || isWord(j, words.her) || isWord(j, words.their)
          || isWord(j, words.its) || isWord(j, words.my)
        {
          phrase.ownerPronoun = j
          phrase.definiteness = .possessive
        }
        j += 1
        state.expectsNoun = true
      } else if let end = measure(j) {
        j = end
        state.expectsNoun = true
      } else if let number = term(j, .number) {
        let value = lexicon.info(number.sense.target).value
        // `a three-page statement` is one.
        if !isMark(Int(number.end), "-"), value < 1000 {
          phrase.count = value
          phrase.isPlural = value > 1
        }
        j = Int(number.end)
        state.expectsNoun = true
      } else if text.tokens[j].shape.contains(.number), isMark(j + 1, "-"), j + 2 < stop,
        text.tokens[j + 1].shape.isDisjoint(with: .spaced), text.tokens[j + 2].shape.contains(.word)
      {
        // `a 14-page agreement`
        j += 3
        state.expectsNoun = true
      } else if text.tokens[j].shape.contains(.number) {
        guard j + 1 < stop, text.tokens[j + 1].shape.contains(.word) || has(j + 1, .ordinal) else {
          break
        }
        if text.tokens[j].shape.contains(.digits), !isMark(j + 1, "-") {
          let value = Int(text.string(j, j + 1)) ?? 0
          if value > 0, value < 1000 {
            phrase.count = value
            phrase.isPlural = value > 1
          } else if let date = PartialDate(text.string(j, j + 1)) {
            phrase.date = date
          }
        }
        j += 1
        state.expectsNoun = true
      } else if has(j, .ordinal), !text.isCapital(j) || state.expectsNoun,
        term(j, .office).map({ Int($0.end) == j + 1 }) ?? true,
        // `The two first met in September`
        phrase.definiteness != .bare || !verbGroupStarts(j + 1) || nounTerm(j + 1) != nil
      {
        j += 1
        phrase.isOther = phrase.isOther || phrase.definiteness == .indefinite
        state.expectsNoun = true
      } else {
        break
      }
    }
    return j
  }

  /// `The Hague`, `The Hindu`: the article is a part of the name.
  private func startsListedName(_ j: Int) -> Bool {
    guard text.isCapital(j), let match = bestEntity(j), Int(match.end) > j + 1 else { return false }
    return ![.country, .person].contains(lexicon.knowledge.entity(match.sense.target).kind)
  }

  /// The office behind `recently inaugurated`, `newly elected`, where they stand before one.
  func officeBehindParticiple(_ i: Int) -> Int? {
    let isAdverb = has(i, [.adverb, .date])
    if isAdverb, !text.string(i, i + 1).lowercased().hasSuffix("ly") { return nil }
    let k = isAdverb ? i + 1 : i
    guard k < stop, !text.isCapital(k), has(k, .verb), k > i || i > first,
      lexicon.knowledge.forms(ofWord: text.words[k]).contains(.participle)
    else { return nil }
    let next = k + 1
    if next < stop, text.isCapital(next), term(next, .office) != nil { return next }
    guard let match = text.matches(at: min(next, stop - 1)).first, next < stop,
      match.sense.role == .adjective, text.isCapital(next), term(Int(match.end), .office) != nil
    else { return nil }
    return next
  }

  /// The end of an amount before a noun: `a KSh 340 million agreement`, `US$11 billion`, `£5m`; it counts nothing.
  private func measure(_ j: Int) -> Int? {
    var k = j
    if text.tokens[k].shape.contains(.word), text.isCapital(k),
      text.tokens[k].end - text.tokens[k].start <= 4, bestEntity(k).map({ isCountry($0) }) ?? true
    {
      k += 1
    }
    let hasSign = k < stop && [0x24, 0x20AC, 0xA3, 0xA5, 0x20B9, 0x20A6].contains(text.marks[k])
    if hasSign { k += 1 }
    guard k < stop, text.tokens[k].shape.contains(.number) else { return nil }
    let isGlued = text.tokens[k].shape.isDisjoint(with: .spaced)
    k += 1
    while k + 1 < stop, isMark(k, ".") || isMark(k, ","),
      text.tokens[k + 1].shape.contains(.number),
      text.tokens[k + 1].shape.isDisjoint(with: .spaced)
    {
      k += 2
    }
    let scale = term(k, .number).flatMap {
      lexicon.info($0.sense.target).value >= 1000 ? Int($0.end) : nil
    }
    guard
      scale != nil || hasSign || k > j + 1 && !isGlued && !text.tokens[j].shape.contains(.number)
    else { return nil }
    return scale ?? k
  }

  // MARK: Possessors

  private mutating func readPossessive(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard text.isPossessive(j) else { return nil }
    switch state.item {
    case .named(let mention):
      phrase.owners = [mention]
      phrase.mentions = []
    case .office(let list):
      phrase.ownerOffice = list.first
    case .noun:
      // `the African Union Leaders’ Meeting`: the leaders are the body's.
      let isOfBody = phrase.isPlural && has(j - 1, [.side, .office])
      phrase.owners = isOfBody ? phrase.owners.filter { mentions[$0].kind == .organization } : []
    case .none:
      guard let adjective = state.adjective else { return nil }
      // `the Vietnamese's` does not occur; `the US's` is read as the country.
      phrase.adjective = adjective.entity
    }
    state.item = .none
    state.adjective = nil
    state.expectsNoun = true
    state.sawHonorific = false
    phrase.definiteness = .possessive
    phrase.form = .common
    phrase.term = nil
    phrase.isPlural = false
    phrase.count = nil
    phrase.end = phrase.start
    return j + 1
  }

  /// `(CPV)` behind a name: from here on CPV stands for it.
  private mutating func readAbbreviation(_ j: Int, _ state: PhraseState) -> Int? {
    // `President of the Riigikogu (Parliament of Estonia) Andres Kask`
    if isMark(j, "("), case .office = state.item,
      let close = (j + 1..<min(j + 8, stop)).first(where: { isMark($0, ")") }),
      isNameWord(close + 1)
    {
      return close + 1
    }
    guard isMark(j, "("), case .named(let mention) = state.item else { return nil }
    if mentions[mention].kind == .person, let next = readParty(j, of: mention) { return next }
    if let next = readAside(j, of: mention) { return next }
    if mentions[mention].kind == .person { return nil }
    if let next = readSeat(j, of: mention) { return next }
    var k = j + 1
    if isWord(k, words.the) { k += 1 }
    guard k + 1 < stop, text.isMark(k + 1, ")"), text.tokens[k].shape.contains(.capital),
      text.tokens[k].end - text.tokens[k].start <= 12
    else { return nil }
    let shape = text.tokens[k].shape
    guard
      shape.contains(.allCapitals) || shape.contains(.initials)
        || stands(k, forInitialsOf: mention)
    else { return nil }
    abbreviations[text.hashes[k]] = mention
    var short = Mention(k, k + 1, kind: mentions[mention].kind)
    short.abbreviates = mention
    short.certainty = 0.95
    _ = add(short)
    return k + 2
  }

  /// `Anna Berg (CDU)`, `Juan Manuel Santos (Colombia)`: the party or country of a person.
  private mutating func readParty(_ j: Int, of person: Int) -> Int? {
    guard let match = bestEntity(j + 1), isMark(Int(match.end), ")"), mentions[person].owner == nil
    else { return nil }
    let kind = lexicon.knowledge.entity(match.sense.target).kind
    guard kind == .party || kind == .country else { return nil }
    var party = Mention(j + 1, Int(match.end), kind: kind)
    party.known = match.sense.target
    party.certainty = 1
    mentions[person].owner = add(party)
    return Int(match.end) + 1
  }

  /// `Yasuo Tanaka (Mayor of Mito) and …`: his office; `Anna Berg (R-Texas) met …`: said in passing, and the clause goes on.
  private mutating func readAside(_ j: Int, of person: Int) -> Int? {
    guard mentions[person].kind == .person || mayBePerson(person),
      let close = (j + 1..<min(j + 10, stop)).first(where: { isMark($0, ")") }),
      !(j + 1..<close).contains(where: { has($0, [.modal, .auxiliary]) })
    else { return nil }
    let before = mark()
    if let title = simplePhrase(at: j + 1), phrases[title].end == close,
      phrases[title].form == .office, !phrases[title].isPlural
    {
      mentions[person].kind = .person
      mentions[person].certainty = max(mentions[person].certainty, 0.9)
      mentions[person].offices += phrases[title].offices
      for office in phrases[title].offices { offices[office].holder = person }
      return close + 1
    }
    rollBack(to: before)
    guard mentions[person].kind == .person, close - j <= 5 else { return nil }
    _ = phrase(at: j + 1)
    return close + 1
  }

  /// `Hyundai Engineering (South Korea)`: the country of a body.
  private mutating func readSeat(_ j: Int, of body: Int) -> Int? {
    guard let match = bestEntity(j + 1), isMark(Int(match.end), ")"), isCountry(match),
      match.sense.role == .entity,
      mentions[body].owner == nil, mentions[body].known == nil,
      mentions[body].kind == .organization || mentions[body].kind == .party
        || mentions[body].kind == nil && mentions[body].end - mentions[body].start > 1
    else { return nil }
    var country = Mention(j + 1, Int(match.end), kind: .country)
    country.known = match.sense.target
    country.certainty = 1
    mentions[body].owner = add(country)
    if mentions[body].kind == nil {
      mentions[body].kind = .organization
      mentions[body].certainty = 0.75
    }
    return Int(match.end) + 1
  }

  private func stands(_ k: Int, forInitialsOf mention: Int) -> Bool {
    let letters = text.string(k, k + 1).uppercased()
    let range = mentions[mention].start..<mentions[mention].end
    let initials = range.filter { text.isCapital($0) }.compactMap {
      text.string($0, $0 + 1).uppercased().first
    }
    return letters.first == initials.first && letters.count <= initials.count + 2
  }

  /// `CPP President and Senate President Hun Sen`: both offices are his.
  private mutating func readJoinedOffice(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard case .office(let list) = state.item, isWord(j, words.and),
      phrase.definiteness != .definite
    else { return nil }
    let before = mark()
    let joined = simplePhrase(at: j + 1)
    if let second = joined, phrases[second].form == .office, let owner = phrase.owners.first,
      namesHolder(phrases[second].end, of: phrases[second])
    {
      // `Nepal's Deputy Prime Minister and Foreign Minister, X`: one holder and one owner of both.
      for office in phrases[second].offices { give(owner, to: office) }
      state.item = .office(list + phrases[second].offices)
      phrase.end = phrases[second].end
      return phrase.end
    }
    guard let second = joined, phrases[second].form == .named,
      phrases[second].definiteness == .bare, let person = phrases[second].mentions.first,
      phrases[second].mentions.count == 1, mentions[person].kind == .person,
      !mentions[person].offices.isEmpty, mentions[person].start > phrases[second].start
    else {
      rollBack(to: before)
      return nil
    }
    let end = phrases[second].end
    mentions[person].offices = list + mentions[person].offices
    for office in list { offices[office].holder = person }
    state.item = .named(person)
    phrase.end = end
    return end
  }

  /// `, Narayan Kaji Shrestha` behind a joined office.
  private func namesHolder(_ k: Int, of office: Phrase) -> Bool {
    office.definiteness == .bare && office.owners.isEmpty && !office.isPlural
      && isMark(k, ",") && isNameWord(k + 1) && term(k + 1, .office) == nil
  }

  /// What an office leads is the owner's, where no other is told.
  private mutating func give(_ owner: Int, to office: Int) {
    guard let body = offices[office].body else {
      offices[office].body = owner
      return
    }
    if mentions[body].kind == .ministry, mentions[body].owner == nil,
      mentions[owner].kind != .person
    {
      mentions[body].owner = owner
    }
  }

  // MARK: The end of a phrase

  /// Gives the phrase its form by what was read last.
  private mutating func finishItem(
    _ phrase: inout Phrase, _ state: inout PhraseState, at j: Int
  ) {
    switch state.item {
    case .named(let mention):
      phrase.form = .named
      if phrase.mentions.isEmpty { phrase.mentions = [mention] }
      phrase.end = max(phrase.end, j)
    case .office(let list):
      phrase.form = .office
      phrase.offices = list
      phrase.end = j
    case .noun:
      phrase.end = j
    case .none:
      if let adjective = state.adjective, phrase.definiteness == .bare {
        // A bare `Lao` or `American` names nobody; the phrase is empty.
        phrase.adjective = adjective.entity
      }
      if phrase.count == 2, phrase.definiteness == .definite,
        verbGroupStarts(j) || isMark(j, ",") && has(j + 1, .relative)
      {
        // `the two were sitting down`
        phrase.form = .side
        phrase.isPlural = true
        phrase.end = j
      } else if isPronoun(phrase.start), phrase.start + 1 >= j {
        phrase.form = .pronoun
        phrase.end = phrase.start + 1
      } else if state.expectsNoun, j > phrase.start {
        phrase.end = j
      } else {
        phrase.end = phrase.start
      }
    }
    trimEnd(&phrase)
  }

  /// `K Shanmugam, SC met`, `Mia Mottley, SC, MP, met`: the letters of honours behind a person's name.
  private func skipLetters(_ phrase: inout Phrase) {
    guard phrase.form == .named, let last = phrase.mentions.last, mentions[last].kind != nil,
      mentions[last].kind == .person
    else { return }
    while isMark(phrase.end, ","), isLetters(phrase.end + 1) { phrase.end += 2 }
  }

  private func isLetters(_ k: Int) -> Bool {
    has(k, .letters) && text.tokens[k].shape.contains(.allCapitals)
  }

  private func trimEnd(_ phrase: inout Phrase) {
    while phrase.end > phrase.start, text.isMark(phrase.end - 1, ",") { phrase.end -= 1 }
  }

  func isPronoun(_ i: Int) -> Bool {
    let word = word(i)
    // `Elizabeth I visited …`
    if word == words.firstPerson, i > first, isNameWord(i - 1) { return false }
    return word == words.he || word == words.firstPerson || word == words.me || word == words.she
      || word == words.they || word == words.him
      || word == words.them || word == words.it || word == words.these || word == words.those
      || word == words.her || word == words.both || word == words.this
  }
}
