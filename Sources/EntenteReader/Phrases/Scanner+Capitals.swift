internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  /// Reads titles and names at `j`: an honorific, an office, a country's adjective, a listed name, a run of capitals.
  mutating func readCapitals(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    if case .noun = state.item, isContact(j, phrase) { return nil }
    if let next = readWideMinister(j, &phrase, &state) { return next }
    if let next = readOfficePrefix(j, &phrase, &state) { return next }
    if let next = readOffice(j, &phrase, &state) { return next }
    if !text.isCapital(j), let next = readHonorific(j, &state) { return next }
    guard
      text.tokens[j].shape.contains(.capital) || text.tokens[j].shape.contains(.caseless)
        || text.tokens[j].shape.contains(.number)
    else { return nil }
    if case .noun = state.item, !text.isCapital(j) { return nil }
    if let next = readPair(j, &phrase, &state) { return next }
    if let next = readAdjective(j, &phrase, &state) { return next }
    if let next = readHonorific(j, &state) { return next }
    if let next = readPeople(j, &phrase, &state) { return next }
    if let next = readListed(j, &phrase, &state) { return next }
    return readRun(j, &phrase, &state)
  }

  /// `the agreement Kenya signed`, `talks William Ruto held`: who stands behind an event's noun and before a verb acts.
  private func isContact(_ j: Int, _ phrase: Phrase) -> Bool {
    guard phrase.form == .event, phrase.end == j else { return false }
    var k = j
    while k < min(j + 8, stop), text.isCapital(k) || k > j && isWord(k, words.and),
      !text.isPossessive(k)
    {
      k += 1
    }
    return k > j && k < stop && !text.isCapital(k) && has(k, .verb) && verbGroupStarts(k)
  }

  // MARK: Titles

  private mutating func readOfficePrefix(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard let match = term(j, .adjective), let effect = lexicon.info(match.sense.target).prefix
    else { return nil }
    // `First Lady` is an office of its own.
    if let office = term(j, .office), office.end > match.end { return nil }
    guard !text.isCapital(j) || bestEntity(j) == nil, state.expectsNoun || prefixedVerb(j) == nil
    else { return nil }
    let end = Int(match.end)
    // `Deputy` counts only where an office follows, across a demonym or another prefix.
    var k = end
    if isMark(k, "-") { k += 1 }
    while k < stop,
      term(k, .adjective).map({ lexicon.info($0.sense.target).prefix != nil }) == true
        || text.matches(at: k).contains(where: { $0.sense.role == .adjective })
    {
      k += 1
    }
    // `the Supreme Court`
    if text.isCapital(j), headTerm(k) != nil, term(k, .office) == nil { return nil }
    guard term(k, .office) != nil || bestEntity(k) != nil || isNameWord(k) else { return nil }
    // `finance minister | under Edgar Lunga`
    if case .office = state.item, isWord(j, words.under) { return nil }
    if state.prefixStart == nil { state.prefixStart = j }
    if effect == "member-of" {
      state.prefixRelation = .memberOf
      state.isDeputy = true
    }
    if lexicon.info(match.sense.target).isPast { state.isPast = true }
    state.expectsNoun = true
    return isMark(end, "-") ? end + 1 : end
  }

  private mutating func readHonorific(_ j: Int, _ state: inout PhraseState) -> Int? {
    guard let match = term(j, .honorific),
      // `the Hon Laisenia Qarase`
      text.isCapital(j) || Int(match.end) > j + 1 && text.isCapital(j + 1),
      // `U Tun Tun Oo`: what is said twice is a name.
      !isWord(j + 1, word(j)), j == first || !isWord(j - 1, word(j))
    else { return nil }
    var end = Int(match.end)
    if isMark(end, "."), text.tokens[end].shape.isDisjoint(with: .spaced) { end += 1 }
    // `His Excellency, President …`
    if end - j > 1, isMark(end, ","), isNameWord(end + 1) || term(end + 1, .office) != nil {
      end += 1
    }
    // Only before a name or another title: `Sir`, `Lady` and `U` are names elsewhere.
    guard isNameWord(end) || term(end, .honorific) != nil || term(end, .office) != nil else {
      return nil
    }
    if case .named = state.item { return nil }
    if let listed = bestEntity(j), listed.end > match.end { return nil }
    // `Techo International Airport`: the title is a part of a place's name there.
    if let run = nameRun(at: j), run.head != nil { return nil }
    state.sawHonorific = true
    state.expectsNoun = true
    return end
  }

  /// `King Saud University`: the title is a part of a school's or company's name, whose last word is its head.
  private func namesBody(_ j: Int, _ end: Int) -> Bool {
    guard end == j + 1, text.isCapital(j), isNameWord(end), headTerm(end) == nil,
      let run = nameRun(at: end), let head = run.head, run.headEnd == run.end,
      (1...2).contains(run.headStart - run.start)
    else { return false }
    let info = lexicon.info(head)
    return info.kind == .organization && !info.isOrgan && !info.isLegislature && !info.governs
      && lexicon.info(term(j, .office)?.sense.target ?? 0).scope == "monarchy"
  }

  private mutating func readOffice(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard let match = term(j, .office) else { return nil }
    if !text.isCapital(j), isModifierOffice(j, Int(match.end), state) { return nil }
    if let head = headTerm(j),
      head.end > match.end
        || head.end < match.end && lexicon.info(head.sense.target).isLegislature
    {
      return nil
    }
    if namesBody(j, Int(match.end)) { return nil }
    // `an Official Visit`
    if has(j, .adjective), Int(match.end) == j + 1, term(j + 1, .event) != nil { return nil }
    if case .noun = state.item, !text.isCapital(j) { return nil }
    let info = lexicon.info(match.sense.target)
    var end = Int(match.end)
    // `Gov. Anna Berg`
    if isMark(end, "."), text.tokens[end].shape.isDisjoint(with: .spaced), isNameWord(end + 1),
      text.tokens[j].end - text.tokens[j].start <= 4
    {
      end += 1
    }
    // `Prime Minister's Office` is a body, read as a run.
    if text.isCapital(j), end + 1 < stop, text.isPossessive(end), headTerm(end + 1) != nil {
      return nil
    }
    var office = Office(start: state.prefixStart ?? j, end: end, term: match.sense.target)
    office.sentence = sentence
    office.relation = state.prefixRelation ?? info.relation
    office.isDeputy = state.isDeputy
    office.isPast = state.isPast
    office.adjective = state.adjective?.entity ?? phrase.adjective
    switch state.item {
    case .named(let body) where mentions[body].kind != .person:
      // `Prime Cabinet Secretary`: an unknown word before a title is a part of it.
      let isBody =
        mentions[body].known != nil || mentions[body].head != nil
        || mentions[body].kind == .ministry
        || mentions[body].abbreviates != nil
        || text.tokens[mentions[body].start].shape.contains(.allCapitals)
        || isTownBefore(body, info.scope)
        || (isNameWord(end)
          || mentions[body].end == mentions[body].start + 1 && term(end, .honorific) != nil)
          && info.relation == .leads
          && isCompanyBefore(body, info.scope)
      if isBody, isPartOfFirm(body, info.scope) {
        office.body = nil
      } else if isBody {
        office.body = body
        settle(body, by: info.scope)
        // `China analyst X`
        if info.scope == "organization", info.relation == .memberOf, mentions[body].kind == .country
        {
          office.relation = nil
        }
      } else {
        office.start = mentions[body].start
      }
    case .named: return nil
    default:
      if let owner = phrase.owners.first, mentions[owner].kind != .person {
        office.body = owner
        // `Brno's mayor`
        if info.scope == "city" || info.scope == "province" { settle(owner, by: info.scope) }
      } else if let pronoun = phrase.ownerPronoun, isWord(pronoun, words.its),
        ["country", "embassy", "ministry"].contains(info.scope)
      {
        office.body = antecedent(of: pronoun)
      }
    }
    // `the leaders of A, B and C`: a group, whose members the of-phrase names.
    if match.sense.forms.contains(.plural), !isNameWord(end) || term(end, .event) != nil {
      phrase.form = .side
      phrase.term = match.sense.target
      phrase.head = j
      phrase.isPlural = true
      if let body = office.body { phrase.owners = [body] }
      state.item = .noun
      state.adjective = nil
      phrase.end = end
      return end
    }
    let isRegional =
      info.isAbroad && office.body.map { mentions[$0].kind == .province } ?? false
    if isRegional, office.relation != nil { office.relation = .memberOf }
    if let field = info.field, !isRegional {
      let wide = (j..<end).contains { has($0, .preposition) } ? widened(end) : end
      office.body = ministry(of: wide > end ? "" : field, j, wide, office)
      end = wide
      office.end = end
    }
    if info.scope == "organization" || info.scope == "any", office.relation == .leads,
      isOneOfMany(office, phrase, end)
    {
      office.relation = .memberOf
    }
    let number = offices.count
    offices.append(office)
    for _ in 0..<2 where offices[number].body == nil || end == Int(match.end) {
      // `Commissioner for Political Affairs of ECOWAS`
      if let next = readOfficeBody(number, end) { end = next }
    }
    if case .office(let earlier) = state.item {
      state.item = .office(earlier + [number])
    } else {
      state.item = .office([number])
    }
    state.adjective = nil
    state.prefixStart = nil
    state.prefixRelation = nil
    state.isDeputy = false
    state.isPast = false
    state.expectsNoun = true
    phrase.head = j
    phrase.term = match.sense.target
    if match.sense.forms.contains(.plural) { phrase.isPlural = true }
    phrase.end = end
    return end
  }

  /// `Shell Nigeria chairman`, `Sporting Lisbon president`: of a firm or club that is called after the place.
  private func isPartOfFirm(_ body: Int, _ scope: String) -> Bool {
    let start = mentions[body].start
    guard scope == "organization" || scope == "any", start > first,
      [.country, .province, .place].contains(mentions[body].kind)
    else { return false }
    let isFirm =
      bestEntity(start - 1).map {
        lexicon.knowledge.entity($0.sense.target).kind == .organization && Int($0.end) == start
      } ?? true
    return isNameWord(start - 1) && !startsOffice(start - 1) && isFirm
      && has(start - 1, .adjective) == false && !has(start - 1, .honorific)
  }

  /// `UNDP's head of programmes`, `a director of the bank`: he does not lead the body.
  private func isOneOfMany(_ office: Office, _ phrase: Phrase, _ end: Int) -> Bool {
    if phrase.definiteness == .indefinite {
      return lexicon.info(office.term).scope == "organization"
    }
    return office.body != nil && isSmall(end) && isWord(end, words.of) && isSmall(end + 1)
      && text.tokens[min(end + 1, stop - 1)].shape.contains(.word) && !has(end + 1, Scanner.closed)
  }

  /// `The Gambia opened a consulate. Its Foreign Minister …`: the one country, and no other body, named in the sentence
  /// so far, else the subject of the one before.
  private func antecedent(of pronoun: Int) -> Int? {
    let bodies = mentions.indices.filter {
      mentions[$0].sentence == sentence && mentions[$0].end <= pronoun
        && mentions[$0].kind.map { $0 != .person && $0 != .place } ?? false
    }
    if let only = bodies.first {
      return mentions[only].kind == .country && mentions[only].start <= first + 1
        && bodies.allSatisfy { mentions[$0].known == mentions[only].known } ? only : nil
    }
    let before = mentions.indices.filter { mentions[$0].sentence == sentence - 1 }
    guard let subject = before.first, mentions[subject].kind == .country,
      !mentions[subject].isModifier,
      before.allSatisfy({
        mentions[$0].kind != .country || mentions[$0].known == mentions[subject].known
      }),
      mentions[subject].start <= text.sentences[sentence - 1].start + 1
    else { return nil }
    return subject
  }

  /// `the official ceremony`, `to co-chair`: no office there.
  private func isModifierOffice(_ j: Int, _ end: Int, _ state: PhraseState) -> Bool {
    // `leader-level`
    if isMark(end, "-"), text.tokens[end].shape.isDisjoint(with: .spaced), !text.isCapital(j) {
      return true
    }
    // `IMF head Krista Georg`: one body heads nobody in the plural.
    if case .named(let body) = state.item, isNameWord(end), mentions[body].end == j,
      [.organization, .party, .ministry].contains(mentions[body].kind),
      lexicon.knowledge.forms(ofWord: word(j)).contains(.base)
    {
      return false
    }
    if !state.expectsNoun, !isWord(end, words.of),
      prefixedVerb(j) != nil || has(j, .verb) && end == j + 1
    {
      return true
    }
    if has(j, .adjective), end < stop, text.isCapital(end), let next = bestEntity(end),
      lexicon.knowledge.entity(next.sense.target).kind != .person
    {
      return true
    }
    guard end < stop, !text.isCapital(end), text.tokens[end].shape.contains(.word) else {
      return false
    }
    if nounTerm(end) != nil { return !isThirdPerson(end) }
    return has(j, .adjective)
      && text.classes[end].isDisjoint(with: Scanner.closed.union([.verb, .adverb]))
  }

  /// `the minister travels to Oslo`: a noun as well, but a verb here.
  private func isThirdPerson(_ k: Int) -> Bool {
    has(k, .verb) && lexicon.knowledge.forms(ofWord: text.words[k]).contains(.third)
      && (has(k + 1, [.preposition, .determiner, .adverb]) || timeExpression(at: k + 1) != nil)
  }

  /// `Minister of Foreign Affairs and Regional Integration`: the end of the fields joined to a listed one.
  private func widened(_ end: Int) -> Int {
    // `minister for foreign affairs and East African cooperation`
    if !text.isCapital(end - 1) {
      return isWord(end, words.and) ? topicEnd(end + 1) ?? end : end
    }
    var j = end
    // `Minister for Defence Production`, but not `Minister for Defence Visits Oslo`
    while isFieldWord(j), isPlainField(j), !startsOffice(j), !has(j, .honorific),
      !has(j, .verb) || lexicon.fieldWords.contains(word(j)), isBeforeFullName(j + 1)
    {
      j += 1
    }
    while let next = fieldJoint(j), isPlainField(next) {
      j = next
      while isFieldWord(j), isPlainField(j), !startsOffice(j) { j += 1 }
    }
    return j
  }

  /// `Social Protection | Omar Diallo`, but `Health | Progress Keita`: a single name behind a plain word needs it.
  private func isBeforeFullName(_ k: Int) -> Bool {
    guard k < stop, isNameWord(k), !isPlainField(k) else { return true }
    return isNameWord(k + 1)
  }

  /// `Land, Infrastructure and | Transport Minister`: the fields joined before the one that the title names.
  private mutating func readWideMinister(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard isFieldWord(j), lexicon.fieldWords.contains(word(j)), !startsOffice(j) else { return nil }
    var k = j
    while isFieldWord(k), isPlain(k), !startsOffice(k) {
      k += 1
      if isMark(k, ",") { k += 1 }
      guard isWord(k, words.and) || isMark(k, "&") else { continue }
      guard let title = term(k + 1, .office), text.isCapital(k + 1),
        let field = lexicon.info(title.sense.target).field, !field.isEmpty,
        !has(Int(title.end) - 2, .preposition),
        !(k + 1..<Int(title.end)).contains(where: {
          has($0, .preposition)
        }), let end = readOffice(k + 1, &phrase, &state), let number = offices.indices.last,
        let body = offices[number].body, mentions[body].kind == .ministry,
        mentions[body].start == k + 1
      else { return nil }
      offices[number].start = j
      mentions[body].start = j
      mentions[body].own = j..<mentions[body].end
      let name = text.string(j, mentions[body].end).lowercased()
      mentions[body].fieldName = name
      mentions[body].fieldWords = Tokenizer.words(of: name).filter { $0.utf8.count > 3 }.map(hash)
      return end
    }
    return nil
  }

  /// The ministry that `Foreign Minister` names by its field.
  private mutating func ministry(of field: String, _ j: Int, _ end: Int, _ office: Office) -> Int? {
    guard end - j > 1 else { return office.body }
    // `Foreign Minister`, but `Secretary of State`: the field stands before or behind the title's noun.
    let joint = (j..<end).first { has($0, .preposition) }
    let fieldStart = joint.map { $0 + 1 } ?? j
    let fieldEnd = joint == nil ? end - 1 : end
    guard fieldStart < fieldEnd else { return office.body }
    var mention = Mention(fieldStart, fieldEnd, kind: .ministry)
    mention.fieldName = field.isEmpty ? text.string(fieldStart, fieldEnd).lowercased() : field
    mention.owner = office.body
    mention.adjective = office.adjective
    mention.fieldWords = Tokenizer.words(of: mention.fieldName ?? field).filter {
      $0.utf8.count > 3
    }.map(hash)
    mention.certainty = 0.9
    return add(mention)
  }

  /// `President of the CPP`, `Minister of Foreign Affairs`, `Ambassador to Cambodia`.
  private mutating func readOfficeBody(_ number: Int, _ k: Int) -> Int? {
    let k = behindCharge(k) ?? k
    guard isSmall(k),
      isWord(k, words.of) || isWord(k, words.forWord) || isWord(k, words.to)
        || isWord(k, words.inWord) || isWord(k, words.at)
    else { return nil }
    let isDestination = isWord(k, words.to) || isWord(k, words.inWord)
    let before = mark()
    var j = k + 1
    if isWord(j, words.the) { j += 1 }
    let info = lexicon.info(offices[number].term)
    if isWord(k, words.forWord), let end = topicEnd(j) { return end }
    if info.scope == "ministry" || !isDestination && bestEntity(j) == nil && headTerm(j) == nil,
      text.isCapital(min(j, stop - 1)), let field = field(after: k, strict: true),
      !startsOffice(j) || has(j, .field),
      info.scope == "ministry"
        || (has(j, .field) || isWord(k, words.forWord)) && !namesOrganization(j, field.end)
    {
      if info.scope == "organization", !isWord(k, words.forWord) {
        return readPosition(number, field.end)
      }
      // `Assistant to the President for National Security Affairs`: a part of the title.
      guard info.scope == "ministry" || has(j, .field) && !isWord(k, words.forWord) else {
        return field.end
      }
      // `Department of Trade Undersecretary for Industry Promotion`: his work there, and no ministry.
      if let body = offices[number].body, mentions[body].kind == .ministry { return field.end }
      var mention = Mention(j, field.end, kind: .ministry)
      mention.fieldWords = field.words
      mention.owner = offices[number].body
      mention.adjective = offices[number].adjective
      mention.certainty = 0.9
      offices[number].body = add(mention)
      return attachCountry(number, field.end)
    }
    if let end = readSmallField(number, j) { return end }
    if let end = readHigherOffice(number, j, isFor: isWord(k, words.forWord)) { return end }
    guard let phrase = bodyPhrase(at: k + 1) else {
      rollBack(to: before)
      return nil
    }
    let read = phrases[phrase]
    phrases.removeLast()
    if isDestination, info.scope == "country" || info.scope == "embassy" {
      // An ambassador to a country represents another: the destination is no body of his.
      return read.end
    }
    guard let body = read.mentions.first else { return nil }
    // `Namibian High Commissioner to Ghana`: an envoy to a country is none of it.
    if isWord(k, words.to), mentions[body].kind == .country { return read.end }
    // `coordinator for Global Infrastructure`: no body, but what the work is about.
    if isWord(k, words.forWord), mentions[body].known == nil, mentions[body].head == nil {
      rollBack(to: before)
      return read.end
    }
    // `representative in The Hague`, `UNICEF Representative in Mali`: where he works.
    if isWord(k, words.inWord) || isWord(k, words.at), mentions[body].kind == .place,
      info.scope != "city"
    {
      return read.end
    }
    if isWord(k, words.inWord), mentions[body].kind == .country, info.scope == "organization" {
      return read.end
    }
    // `Minister for European Union Affairs`, `the minister for Northern Ireland`: what the work is about.
    if isWord(k, words.forWord), info.scope == "ministry", mentions[body].known != nil {
      offices[number].relation = nil
      return read.end
    }
    settle(body, by: info.scope)
    // `special envoy for Yemen`, `director for Africa`: what the work is about.
    if isWord(k, words.forWord),
      mentions[body].kind == .place || info.scope != "ministry" && mentions[body].kind == .country
    {
      return read.end
    }
    if let inner = offices[number].body, mentions[inner].owner == nil,
      mentions[inner].kind == .ministry
    {
      mentions[inner].owner = body
    } else {
      if let party = offices[number].body, mentions[party].kind == .party {
        offices[number].party = party
      }
      offices[number].body = body
    }
    // `director general at the Foreign Ministry`
    if isWord(k, words.at) || isWord(k, words.inWord), mentions[body].kind == .ministry,
      offices[number].relation == .leads, info.scope != "ministry"
    {
      offices[number].relation = .memberOf
    }
    // `ministers of education and interior` list their fields elsewhere; a list of bodies stays with the phrase.
    if isWord(read.end, words.to) || isWord(read.end, words.inWord) && info.scope == "embassy",
      info.scope == "embassy" || info.scope == "country" || mentions[body].kind == .country
    {
      let again = mark()
      if let destination = bodyPhrase(at: read.end + 1) {
        let end = phrases[destination].end
        phrases.removeLast()
        return end
      }
      rollBack(to: again)
    }
    return read.end
  }

  /// `chairman of the Trade Council`: a body of its own, though a field begins its name.
  private func namesOrganization(_ start: Int, _ end: Int) -> Bool {
    // `head of Business Sweden`
    if let next = bestEntity(end), lexicon.knowledge.entity(next.sense.target).kind != .person {
      return true
    }
    return (start + 1..<max(start + 1, end)).contains { k in
      text.isCapital(k)
        && headTerm(k).map {
          [.organization, .party].contains(lexicon.info($0.sense.target).kind)
        } ?? false
    }
  }

  /// `Director of Technology Application of the company`: a post in the body, which it does not lead.
  private mutating func readPosition(_ number: Int, _ k: Int) -> Int {
    guard isSmall(k), isWord(k, words.of) || isWord(k, words.at) else { return k }
    let before = mark()
    guard let body = bodyPhrase(at: k + 1), let mention = phrases[body].mentions.first,
      mentions[mention].kind != .country
    else {
      rollBack(to: before)
      return k
    }
    let end = phrases.removeLast().end
    if mentions[mention].kind == nil {
      mentions[mention].kind = .organization
      mentions[mention].certainty = max(mentions[mention].certainty, 0.75)
    }
    offices[number].body = mention
    offices[number].relation = .memberOf
    return end
  }

  /// `mayor of Oslo`, `head of the Bank of Norway`: an office says what it is of.
  private mutating func settle(_ body: Int, by scope: String) {
    guard mentions[body].kind == nil, mentions[body].known == nil else { return }
    switch scope {
    case "city": mentions[body].kind = .place
    case "province": mentions[body].kind = .province
    case "organization", "legislature": mentions[body].kind = .organization
    case "party": mentions[body].kind = .party
    default:
      // `President of LUKOIL`
      guard mentions[body].end == mentions[body].start + 1, !isShouting,
        text.tokens[mentions[body].start].shape.contains(.allCapitals)
      else { return }
      mentions[body].kind = .organization
    }
    mentions[body].certainty = max(mentions[body].certainty, 0.8)
  }

  /// `Oulu mayor Ari Virtanen`
  private func isTownBefore(_ body: Int, _ scope: String) -> Bool {
    (scope == "city" || scope == "province")
      && (mentions[body].start..<mentions[body].end).allSatisfy { !has($0, [.adjective, .common]) }
  }

  /// `Acme Energy CEO Anna Berg`, but `Regional Director Anna Berg`
  private func isCompanyBefore(_ body: Int, _ scope: String) -> Bool {
    (scope == "organization" || scope == "any" && !soundsLikePeople(body))
      && (mentions[body].start..<mentions[body].end).contains {
        !has($0, [.adjective, .common, .field, .head, .verb, .event, .ordinal])
      }
  }

  /// `Catalan`, `Tamil leader`, `Houthi`: whom the word describes is no body.
  private func soundsLikePeople(_ m: Int) -> Bool {
    let token = text.tokens[mentions[m].end - 1]
    guard !token.shape.contains(.allCapitals) else { return false }
    let word = text.bytes[Int(token.start)..<Int(token.end)]
    return Scanner.peopleEndings.contains { word.suffix($0.count).elementsEqual($0) }
  }

  private static let peopleEndings = ["ish", "an", "ese", "i", "ic", "il", "en", "ist", "ite"].map {
    Array($0.utf8)
  }

  /// The last word of `in charge of`, `responsible for`: what stands behind it is what the office is of.
  private func behindCharge(_ k: Int) -> Int? {
    guard let match = term(k, .preposition), lexicon.info(match.sense.target).slot == "charge"
    else { return nil }
    return Int(match.end) - 1
  }

  private mutating func attachCountry(_ number: Int, _ k: Int) -> Int {
    guard isSmall(k), isWord(k, words.of), let phrase = bodyPhrase(at: k + 1) else { return k }
    let read = phrases.removeLast()
    _ = phrase
    if let country = read.mentions.first, let body = offices[number].body {
      mentions[body].owner = country
    }
    return read.end
  }

  /// A phrase that names one body or country, and no person.
  /// `X, minister of trade and industry,`: a field in small letters.
  private mutating func readSmallField(_ number: Int, _ j: Int) -> Int? {
    guard lexicon.info(offices[number].term).scope == "ministry", offices[number].body == nil,
      isSmall(j)
    else { return nil }
    var end = j
    while end < stop, isSmall(end), lexicon.fieldWords.contains(word(end)) || isWord(end, words.and)
    {
      end += 1
    }
    guard end > j, !isWord(end - 1, words.and), closesApposition(end) else { return nil }
    var mention = Mention(j, end, kind: .ministry)
    mention.fieldName = text.string(j, end).lowercased()
    mention.fieldWords = (j..<end).map { text.hashes[$0] }
    mention.adjective = offices[number].adjective
    mention.certainty = 0.9
    offices[number].body = add(mention)
    return end
  }

  /// `Special Envoy of the President of Kenya | X`, `candidate for mayor of London | X`: who follows holds the office
  /// before, not the one that it is for or under.
  private mutating func readHigherOffice(_ number: Int, _ j: Int, isFor: Bool) -> Int? {
    guard let higher = term(j, .office), !higher.sense.forms.contains(.plural),
      isWord(Int(higher.end), words.of)
    else { return nil }
    let before = mark()
    guard let body = bodyPhrase(at: Int(higher.end) + 1), isNameWord(phrases[body].end),
      !startsOffice(phrases[body].end), phrases[body].mentions.count == 1
    else {
      rollBack(to: before)
      return nil
    }
    let read = phrases.removeLast()
    if isFor {
      offices[number].relation = nil
    } else if mentions[read.mentions[0]].kind == .country {
      offices[number].body = read.mentions[0]
      offices[number].relation = .memberOf
    }
    return read.end
  }

  mutating func bodyPhrase(at i: Int) -> Int? {
    if let named = behindCommonNoun(i) { return bodyPhrase(at: named) }
    let before = mark()
    inBody += 1
    defer { inBody -= 1 }
    guard let number = simplePhrase(at: i) else { return nil }
    let phrase = phrases[number]
    guard phrase.form == .named, let mention = phrase.mentions.first,
      mentions[mention].kind != .person, number == phrases.count - 1
    else {
      rollBack(to: before)
      return nil
    }
    return number
  }

  /// `the Mexican state of | Jalisco`: what the noun is of is the name.
  private func behindCommonNoun(_ i: Int) -> Int? {
    var k = i
    if isWord(k, words.the) { k += 1 }
    guard k < stop else { return nil }
    // `the southern Lao province of | Salavan`
    if has(k, .adjective), !text.isCapital(k) { k += 1 }
    guard k < stop else { return nil }
    if let adjective = text.matches(at: k).first(where: { $0.sense.role == .adjective }) {
      k = Int(adjective.end)
    }
    guard k < stop, !text.isCapital(k), let head = term(k, .head), isWord(Int(head.end), words.of),
      isNameWord(Int(head.end) + 1), let kind = lexicon.info(head.sense.target).kind,
      kind == .province || kind == .place
    else { return nil }
    return Int(head.end) + 1
  }

  func hash(_ folded: String) -> UInt32 { PackFormat.hash(folded) }
}
