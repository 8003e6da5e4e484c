internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  /// Binds `of …` to the nouns that take it: leaders of, delegation of, talks of, administrations of.
  mutating func attachOf(_ number: Int) {
    var phrase = phrases[number]
    guard phrase.form != .pronoun, isSmall(phrase.end),
      isWord(phrase.end, words.of)
        || (phrase.form == .delegation || phrase.form == .side) && isWord(phrase.end, words.from)
    else { return }
    if phrase.form == .named || phrase.form == .office {
      guard phrase.form == .named, let person = phrase.mentions.first,
        mentions[person].kind == .person || isCountryOf(person, behind: phrase.end)
      else { return }
      attachCountry(to: person, number)
      return
    }
    if attachHolders(number) { return }
    let before = mark()
    guard let linked = self.phrase(at: phrase.end + 1, tight: true) else {
      rollBack(to: before)
      return
    }
    // `officials from Mali and Norway` sit for their countries; those from ten countries at a conference for
    // themselves.
    if phrase.form == .side, isWord(phrase.end, words.from),
      phrases[linked].mentions.count != 2
        || !phrases[linked].mentions.allSatisfy({ mentions[$0].kind == .country })
    {
      rollBack(to: before)
      return
    }
    phrase.links.append((words.of, linked))
    phrase.end = phrases[linked].end
    if phrase.form == .common, words.durations.contains(text.words[phrase.head]),
      phrases[linked].form == .event
    {
      // `two days of talks`
      let inner = phrases[linked]
      (phrase.form, phrase.term, phrase.head, phrase.headEnd) = (
        .event, inner.term, inner.head, inner.headEnd
      )
      (phrase.links, phrase.isPlural) = (inner.links, inner.isPlural)
    }
    if governs(phrase) {
      phrase.form = .named
      phrase.mentions = phrases[linked].mentions
      if let kind = phrase.term.flatMap({ lexicon.info($0).kind }) { settle(phrase, as: kind) }
    }
    phrases[number] = phrase
  }

  /// `Lamin Jallow of The Gambia`
  private func isCountryOf(_ person: Int, behind of: Int) -> Bool {
    guard mayBePerson(person),
      (mentions[person].start..<mentions[person].end).allSatisfy({
        !has($0, [.common, .field, .adjective]) || has($0, [.given, .family])
      })
    else { return false }
    let k = isWord(of + 1, words.the) ? of + 2 : of + 1
    return (bestEntity(of + 1) ?? bestEntity(k)).map(isCountry) ?? false
  }

  /// `the Presidents of Peru, Ollanta Humala, and Chile, Sebastián Piñera,`: behind each place who holds the office there.
  private mutating func attachHolders(_ number: Int) -> Bool {
    let group = phrases[number]
    guard !isReadingHolders, group.form == .side, group.isPlural, let term = group.term,
      lexicon.info(term).termClass == .office
    else { return false }
    isReadingHolders = true
    defer { isReadingHolders = false }
    let before = mark()
    var holders: [(body: Int, item: Int)] = []
    var end = group.end
    var sawAnd = false
    while !sawAnd {
      var j = end
      if !holders.isEmpty {
        if isMark(j, ",") || isMark(j, ";") { j += 1 }
        sawAnd = isWord(j, words.and)
        if sawAnd { j += 1 }
      }
      if isWord(j, words.of) { j += 1 }
      guard let holder = holder(at: j) else {
        rollBack(to: before)
        return false
      }
      holders.append(holder)
      end = phrases[holder.item].end
    }
    phrases[number].form = .named
    phrases[number].items = holders.map { $0.item }
    phrases[number].mentions = holders.map { phrases[$0.item].mentions[0] }
    phrases[number].end = isMark(end, ",") ? end + 1 : end
    for (body, item) in holders {
      let person = phrases[item].mentions[0]
      mentions[person].kind = .person
      mentions[person].certainty = max(mentions[person].certainty, 0.9)
      hold(term, of: body, person, group)
    }
    return true
  }

  /// `Peru, Ollanta Humala`: a place, and behind the comma a person.
  private mutating func holder(at j: Int) -> (body: Int, item: Int)? {
    guard let place = bodyPhrase(at: j), phrases[place].mentions.count == 1,
      [.country, .province, .place].contains(mentions[phrases[place].mentions[0]].kind),
      isMark(phrases[place].end, ","), let item = simplePhrase(at: phrases[place].end + 1),
      phrases[item].form == .named, phrases[item].mentions.count == 1,
      mentions[phrases[item].mentions[0]].kind == .person || mayBePerson(phrases[item].mentions[0])
    else { return nil }
    return (phrases[place].mentions[0], item)
  }

  /// `Prime Minister Justin Trudeau of Canada`: the country is the office's.
  mutating func attachCountry(to person: Int, _ number: Int) {
    let before = mark()
    guard let body = bodyPhrase(at: phrases[number].end + 1) else {
      rollBack(to: before)
      return
    }
    let read = phrases.removeLast()
    _ = body
    guard let mention = read.mentions.first else { return }
    for office in mentions[person].offices {
      if let inner = offices[office].body {
        if mentions[inner].owner == nil { mentions[inner].owner = mention }
      } else {
        offices[office].body = mention
      }
    }
    if mentions[person].offices.isEmpty {
      mentions[person].owner = mention
      if isAcronym(mention) {
        // `Carla Nunes of the PSD`
        mentions[mention].kind = .organization
        mentions[mention].certainty = 0.75
      }
    }
    phrases[number].end = read.end
  }

  /// An unlisted name in capitals alone.
  private func isAcronym(_ m: Int) -> Bool {
    let one = mentions[m]
    return one.kind == nil && one.known == nil && one.abbreviates == nil && one.end == one.start + 1
      && !isShouting && text.tokens[one.start].shape.contains(.allCapitals)
      && text.tokens[one.start].end - text.tokens[one.start].start > 2
  }

  /// `the administrations of`, `the government of`: the body that governs a province is the province.
  func governs(_ phrase: Phrase) -> Bool {
    guard let term = phrase.term, lexicon.info(term).termClass == .head,
      let link = phrase.links.last?.phrase, !phrases[link].mentions.isEmpty
    else { return false }
    let info = lexicon.info(term)
    if info.kind == .place {
      return phrases[link].form == .named
        && phrases[link].mentions.allSatisfy {
          mentions[$0].kind == .place || mentions[$0].kind == .province
            || mentions[$0].kind == nil && mentions[$0].known == nil
            // `the municipality of Alcalá de la Sierra`, though it sounds like a person
            || info.isGeneric && mentions[$0].kind == .person && mentions[$0].known == nil
              && mentions[$0].offices.isEmpty && mentions[$0].certainty < 0.9
        }
    }
    return (info.governs || info.kind == .province)
      && phrases[link].mentions.allSatisfy { [.province, nil].contains(mentions[$0].kind) }
  }

  /// `the Spanish province of Jaén`, `the municipality of Alcalá`: the head says what an unknown name is, the
  /// demonym where it lies.
  private mutating func settle(_ phrase: Phrase, as kind: Kind) {
    guard kind == .place || kind == .province else { return }
    for mention in phrase.mentions {
      if mentions[mention].known == nil, kind == .place || mentions[mention].kind == nil {
        mentions[mention].kind = kind
        mentions[mention].certainty = max(mentions[mention].certainty, 0.85)
      }
      if mentions[mention].adjective == nil, mentions[mention].owner == nil {
        mentions[mention].adjective = phrase.adjective
        mentions[mention].adjectiveToken = phrase.adjectiveToken
      }
    }
  }
}
