internal import EntenteKnowledge
internal import EntenteModel

/// `Hun Sen, president of the CPP,`: the offices behind a name, and whom they may belong to.
extension Scanner {
  mutating func attachOffice(to mention: Int, _ number: Int) {
    let before = mark()
    var start = phrases[number].end + 1
    // `X, then its ambassador to Ethiopia, met Y`
    var isPast = start < stop && words.once.contains(text.words[start])
    if has(start, [.adverb, .date]) { start += 1 }
    guard let title = simplePhrase(at: start) else {
      rollBack(to: before)
      return
    }
    if phrases[title].form == .side, !phrases[title].isPlural, closesApposition(phrases[title].end)
    {
      // `X, his Senegalese counterpart,`
      let end = phrases[title].end
      let country = phrases[title].adjective
      rollBack(to: before)
      mentions[mention].kind = .person
      mentions[mention].certainty = max(mentions[mention].certainty, 0.85)
      if mentions[mention].adjective == nil { mentions[mention].adjective = country }
      phrases[number].end = isMark(end, ",") ? end + 1 : end
      return
    }
    if isParty(phrases[title]), mentions[mention].kind == .person, mentions[mention].owner == nil,
      closesApposition(phrases[title].end) || isWord(phrases[title].end, words.and)
    {
      // `Barack Obama, Democratic Party`
      mentions[mention].owner = phrases[title].mentions[0]
      phrases[number].end = phrases[title].end
      return
    }
    guard phrases[title].form == .office else {
      rollBack(to: before)
      return
    }
    var read = phrases[title]
    while isWord(read.end, words.and), let next = simplePhrase(at: read.end + 1),
      phrases[next].form == .office
    {
      read.offices += phrases[next].offices
      read.end = phrases[next].end
    }
    if let end = readEmployer(read) ?? readUnitOf(read) ?? readWhole(read) ?? readSeat(read)
      ?? readUnnamed(read)
    {
      read.end = end
    }
    if let end = endOfSuperior(read.end) {
      isPast = isPast || isWord(read.end, words.under)
      if isWord(read.end, words.forWord) {
        for office in read.offices { offices[office].relation = nil }
      }
      read.end = end
    }
    if let term = endOfTerm(read.end) { (read.end, isPast) = (term.end, isPast || term.isOver) }
    guard
      closesApposition(read.end) || startsFinite(read.end)
        || isWord(read.end, words.and) && isNameWord(read.end + 1)
          && bestEntity(read.end + 1) == nil
    else {
      rollBack(to: before)
      return
    }
    guard mayHold(read.offices, mention) else {
      rollBack(to: before)
      return
    }
    shareOwner(read.owners.first, read.offices)
    mentions[mention].kind = .person
    mentions[mention].certainty = max(mentions[mention].certainty, 0.9)
    mentions[mention].offices += read.offices
    for office in read.offices {
      offices[office].holder = mention
      if isPast { offices[office].isPast = true }
    }
    phrases[number].end = isMark(read.end, ",") ? read.end + 1 : read.end
  }

  /// `X, Director of Technology, PWN Technologies,`: the body behind the title is what the office is of.
  private mutating func readEmployer(_ title: Phrase) -> Int? {
    guard title.definiteness == .bare, title.offices.allSatisfy({ offices[$0].body == nil }),
      isMark(title.end, ","), isNameWord(title.end + 1)
    else { return nil }
    let before = mark()
    guard let number = simplePhrase(at: title.end + 1), phrases[number].form == .named,
      phrases[number].definiteness == .bare, phrases[number].mentions.count == 1,
      [.organization, .ministry].contains(mentions[phrases[number].mentions[0]].kind),
      closesApposition(phrases[number].end) || isWord(phrases[number].end, words.and)
    else {
      rollBack(to: before)
      return nil
    }
    for office in title.offices {
      offices[office].body = phrases[number].mentions[0]
      // `Director-General of Research, European Commission`: he heads what the title names, a part of the body.
      if (offices[office].start..<offices[office].end).allSatisfy({ !isWord($0, words.of) }),
        (offices[office].end..<title.end).contains(where: { isWord($0, words.of) })
      {
        offices[office].relation = .memberOf
      }
    }
    return phrases[number].end
  }

  /// `X, director of the Asia department at the Ministry of Trade,`: what he heads has no name, but what it is in has.
  private mutating func readUnitOf(_ title: Phrase) -> Int? {
    guard !closesApposition(title.end), title.offices.count == 1, let office = title.offices.first,
      offices[office].body == nil
    else { return nil }
    let before = mark()
    var end = title.end
    for _ in 0..<3 {
      guard isSmall(end), let preposition = term(end, .preposition),
        let inner = simplePhrase(at: Int(preposition.end)), phrases[inner].form != .pronoun
      else { break }
      end = phrases[inner].end
      guard closesApposition(end), phrases[inner].form == .named,
        let body = phrases[inner].mentions.first,
        [.organization, .ministry, .party].contains(mentions[body].kind)
      else { continue }
      offices[office].body = body
      offices[office].relation = .memberOf
      return end
    }
    rollBack(to: before)
    return nil
  }

  /// `X, vice chairman of the Oslo Committee of the National Conference, signed`: the body is a part of another.
  private mutating func readWhole(_ title: Phrase) -> Int? {
    guard !closesApposition(title.end), isSmall(title.end), isWord(title.end, words.of),
      title.offices.contains(where: {
        offices[$0].body.map { mentions[$0].kind != nil && mentions[$0].kind != .place } ?? false
      })
    else { return nil }
    let before = mark()
    guard let number = bodyPhrase(at: title.end + 1),
      closesApposition(phrases[number].end) || startsFinite(phrases[number].end)
    else {
      rollBack(to: before)
      return nil
    }
    return phrases[number].end
  }

  /// `X, head of the national assembly, met Y`: what he heads has no name here.
  private mutating func readUnnamed(_ title: Phrase) -> Int? {
    guard isSmall(title.end), isWord(title.end, words.of),
      title.offices.allSatisfy({ offices[$0].body == nil })
    else { return nil }
    let before = mark()
    guard let inner = simplePhrase(at: title.end + 1), phrases[inner].form == .common,
      isMark(phrases[inner].end, ",")
    else {
      rollBack(to: before)
      return nil
    }
    return phrases[inner].end
  }

  /// `X, a vice-president at the Marshall Fund in Berlin.`: where the body sits.
  private mutating func readSeat(_ title: Phrase) -> Int? {
    guard !closesApposition(title.end), isSmall(title.end),
      isWord(title.end, words.inWord) || isWord(title.end, words.to),
      title.offices.contains(where: { offices[$0].body != nil }),
      let place = bestEntity(title.end + 1), closesApposition(Int(place.end))
    else { return nil }
    let kind = lexicon.knowledge.entity(place.sense.target).kind
    guard [.place, .province, .country].contains(kind) else { return nil }
    var mention = Mention(title.end + 1, Int(place.end), kind: kind)
    mention.known = place.sense.target
    mention.certainty = 1
    _ = add(mention)
    return Int(place.end)
  }

  /// `X, finance minister under President Y,`: in Y's time; `X, chief of staff to President Y,`, `X, candidate for mayor
  /// of Z,`: what Y and Z are is not X's.
  private mutating func endOfSuperior(_ k: Int) -> Int? {
    guard isSmall(k),
      isWord(k, words.under) || isWord(k, words.to) || isWord(k, words.forWord)
        || isWord(k, words.of)
    else { return nil }
    let before = mark()
    guard let above = simplePhrase(at: k + 1), !phrases[above].isPlural,
      phrases[above].form == .office && isWord(k, words.forWord)
        || phrases[above].form == .named && phrases[above].mentions.count == 1
          && mentions[phrases[above].mentions[0]].kind == .person,
      closesApposition(phrases[above].end)
    else {
      rollBack(to: before)
      return nil
    }
    return phrases[above].end
  }

  /// `President of Kenya since 2022,`, `prime minister from 2014 to 2018,`: how long, and whether it is over.
  private func endOfTerm(_ start: Int) -> (end: Int, isOver: Bool)? {
    guard start < stop, isSmall(start), has(start, .preposition) else { return nil }
    var k = start
    var isOver = false
    var sawYear = false
    while k < stop, k - start < 7, !isMark(k, ",") {
      if text.tokens[k].shape.contains(.digits) {
        sawYear = true
      } else if isWord(k, words.to) || isWord(k, words.until) {
        isOver = true
      } else if !has(k, [.preposition, .conjunction, .month]) {
        return nil
      }
      k += 1
    }
    return sawYear && isMark(k, ",") ? (k, isOver) : nil
  }

  private func isParty(_ phrase: Phrase) -> Bool {
    phrase.form == .named && phrase.definiteness == .bare && phrase.mentions.count == 1
      && mentions[phrase.mentions[0]].kind == .party
  }

  /// `at the invitation of Premier Li Qiang of China, PM of Sri Lanka …`: no office of another country in apposition.
  func mayHold(_ list: [Int], _ person: Int) -> Bool {
    let own =
      mentions[person].known.flatMap { lexicon.knowledge.entity($0).country }
      ?? mentions[person].offices.lazy.compactMap { self.country(of: $0) }.first
    guard let own else { return true }
    return list.allSatisfy { office in country(of: office).map { $0 == own } ?? true }
  }

  /// The country that an office is of by its own words.
  private func country(of office: Int) -> UInt32? {
    guard let body = offices[office].body else { return offices[office].adjective }
    if mentions[body].kind == .country { return mentions[body].known }
    // `Nepal's Foreign Minister`
    if let owner = mentions[body].owner, mentions[owner].kind == .country {
      return mentions[owner].known
    }
    return mentions[body].adjective ?? offices[office].adjective
  }

  func firstOwner(of number: Int) -> Int? {
    let first = phrases[number].items.first ?? number
    return phrases[first].owners.first
      ?? phrases[number].offices.first.flatMap { offices[$0].body }
  }

  /// `Kuwait's Deputy Prime Minister and Minister of Foreign Affairs`: both are Kuwait's.
  mutating func shareOwner(_ owner: Int?, _ list: [Int]) {
    guard let owner, mentions[owner].kind == .country else { return }
    for office in list {
      if let body = offices[office].body {
        if body != owner, mentions[body].owner == nil, mentions[body].kind == .ministry {
          mentions[body].owner = owner
        }
      } else {
        offices[office].body = owner
      }
    }
  }

  /// `President A met his Ecuadorian counterpart B`: B holds the same office there. A minister's counterpart may head a
  /// ministry of another name: he may be called by the same title later, and no more is said of him.
  mutating func holdLikewise(_ number: Int) {
    let phrase = phrases[number]
    let province = phrase.owners.first { mentions[$0].kind == .province }
    guard phrase.ownerPronoun != nil, phrase.form == .named, phrase.mentions.count == 1,
      let person = phrase.mentions.first, mentions[person].kind == .person,
      mentions[person].offices.isEmpty,
      province != nil || phrase.adjective ?? mentions[person].adjective != nil,
      (phrase.start..<mentions[person].start).contains(where: { isWord($0, words.counterpart) }),
      let other = mentions.last(where: {
        $0.start >= first && $0.start < phrase.start && !$0.offices.isEmpty
      }),
      let source = other.offices.first(where: { leadsCountry(offices[$0]) })
        ?? other.offices.first(where: { isHeld(offices[$0]) })
    else { return }
    var office = offices[source]
    // `Governor A met his Nasarawa counterpart B`
    let governs = lexicon.info(office.term).scope == "province"
    if governs != (province != nil) { return }
    if !leadsCountry(office), !governs { office.relation = nil }
    office.holder = person
    office.body = province
    office.adjective = province == nil ? phrase.adjective ?? mentions[person].adjective : nil
    mentions[person].offices.append(offices.count)
    offices.append(office)
  }

  private func isHeld(_ office: Office) -> Bool {
    office.relation == .leads && !office.isDeputy && !office.isPast
  }

  private func leadsCountry(_ office: Office) -> Bool {
    guard isHeld(office) else { return false }
    return office.body.map { mentions[$0].kind == .country } ?? (office.adjective != nil)
  }
}
