internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  /// `the ministries of health and education of Peru`: one ministry for each field named.
  mutating func readMinistries(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard let head = term(j, .head), head.sense.forms.contains(.plural),
      lexicon.info(head.sense.target).kind == .ministry, isWord(Int(head.end), words.of)
    else { return nil }
    if case .named = state.item { return nil }
    var fields: [(start: Int, end: Int)] = []
    var k = Int(head.end) + 1
    if isWord(k, words.the) { k += 1 }
    while let end = oneField(k) {
      fields.append((k, end))
      guard let next = listJoint(end) else {
        k = end
        break
      }
      k = next
    }
    if fields.count == 1 {
      return readCounterparts(
        fields[0], behind: fields[0].end, head.sense.target, j, &phrase, &state)
    }
    guard !fields.isEmpty else { return nil }
    let list = fields.map { ministry($0.start, $0.end, head.sense.target, phrase, state) }
    k = fields[fields.count - 1].end
    if isSmall(k), isWord(k, words.of), let country = bodyPhrase(at: k + 1) {
      let read = phrases.removeLast()
      _ = country
      for mention in list { mentions[mention].owner = read.mentions.first }
      k = read.end
    }
    state.item = .named(list[0])
    state.adjective = nil
    phrase.mentions = list
    phrase.isPlural = true
    phrase.head = j
    phrase.end = k
    return k
  }

  /// `the ministries of culture of Uzbekistan and Latvia`: one field, a ministry of each country.
  private mutating func readCounterparts(
    _ field: (start: Int, end: Int), behind end: Int, _ head: UInt32, _ j: Int,
    _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard isSmall(end), isWord(end, words.of) else { return nil }
    let before = mark()
    guard let owners = self.phrase(at: end + 1, tight: true),
      phrases[owners].mentions.count > 1,
      phrases[owners].mentions.allSatisfy({
        [.country, .province].contains(mentions[$0].kind)
      })
    else {
      rollBack(to: before)
      return nil
    }
    let list = phrases[owners].mentions.map { owner in
      let mention = ministry(field.start, field.end, head, phrase, state)
      mentions[mention].owner = owner
      return mention
    }
    state.item = .named(list[0])
    state.adjective = nil
    phrase.mentions = list
    phrase.isPlural = true
    phrase.head = j
    phrase.end = phrases[owners].end
    return phrase.end
  }

  /// `Mali's health ministry`, `the Japanese foreign ministry`: no capital, but one of that country; `the foreign
  /// ministries of Mali and Japan`.
  mutating func readSmallMinistry(
    _ j: Int, _ phrase: inout Phrase, _ state: inout PhraseState
  ) -> Int? {
    guard case .none = state.item, isSmall(j) else { return nil }
    var k = j
    while k < stop, k - j < 5, isSmall(k),
      lexicon.fieldWords.contains(word(k)) || isWord(k, words.and)
    {
      k += 1
    }
    guard k > j, isSmall(k), let head = term(k, .head), Int(head.end) == k + 1,
      lexicon.info(head.sense.target).kind == .ministry
    else { return nil }
    let told = text.string(j, k).lowercased()
    let office = lexicon.knowledge.term(told + " minister", .office)
    if head.sense.forms.contains(.plural) {
      let end = readCounterparts(
        (j, k), behind: k + 1, head.sense.target, j, &phrase, &state)
      for mention in end == nil ? [] : phrase.mentions {
        mentions[mention].fieldName = office?.attribute("field") ?? told
      }
      return end
    }
    guard isOfCountry(phrase, state) else { return nil }
    let number = ministry(j, k, head.sense.target, phrase, state)
    mentions[number].fieldName = office?.attribute("field") ?? told
    mentions[number].end = k + 1
    state.item = .named(number)
    state.adjective = nil
    phrase.mentions = [number]
    phrase.head = k
    phrase.end = k + 1
    return k + 1
  }

  private func isOfCountry(_ phrase: Phrase, _ state: PhraseState) -> Bool {
    state.adjective != nil
      || phrase.owners.contains { mentions[$0].kind == .country || mentions[$0].kind == .province }
  }

  /// One field at `k`: the longest that the lexicon lists, else one word that fields are made of.
  private func oneField(_ k: Int) -> Int? {
    guard k < stop, text.tokens[k].shape.contains(.word), !has(k, Scanner.closed) else {
      return nil
    }
    if let listed = term(k, .field) { return Int(listed.end) }
    return lexicon.fieldWords.contains(word(k)) ? k + 1 : nil
  }

  private func listJoint(_ k: Int) -> Int? {
    var next = k
    if isMark(next, ",") { next += 1 }
    if isWord(next, words.and) { next += 1 }
    return next > k && oneField(next) != nil ? next : nil
  }

  private mutating func ministry(
    _ start: Int, _ end: Int, _ head: UInt32, _ phrase: Phrase, _ state: PhraseState
  ) -> Int {
    var mention = Mention(start, end, kind: .ministry)
    mention.fieldName = text.string(start, end).lowercased()
    mention.fieldWords = (start..<end).filter { text.tokens[$0].shape.contains(.word) }.map {
      text.hashes[$0]
    }
    mention.owner = phrase.owners.first
    mention.adjective = state.adjective?.entity ?? phrase.adjective
    mention.certainty = 0.9
    return add(mention)
  }
}
