internal import EntenteKnowledge
internal import EntenteModel

/// `I will visit Fiji`: who writes in the first person, as ministers do in their releases.
extension EventLinker {
  /// The one person whom the head of the article names with a title, before anybody says `I`.
  ///
  /// A head is what stands before the first paragraph of prose: a headline or a line without a full stop.
  func author(before token: Int) -> Int? {
    if isPlainly(token), let speaker = speaker(at: token) { return speaker }
    if isQuoted(token) { return nil }
    let heads = scanner.text.sentences.prefix { !isProse($0) }
    guard let end = heads.last?.end, end <= token, !isLabelled(token),
      // `By Y`: somebody else writes.
      !heads.contains(where: { scanner.text.words[$0.start] == scanner.lexicon.words.by })
    else { return nil }
    let named = Set(
      scanner.mentions.filter { $0.end <= end && $0.kind == .person && !$0.offices.isEmpty }
        .compactMap { $0.entity })
    return named.count == 1 ? named.first : nil
  }

  /// `I` in a clause of its own, right behind the quotation's beginning or the sentence's: not in `I wish I had met X`,
  /// `they say I met X`, `he told me: “I met X”`, nor in a question.
  private func isPlainly(_ token: Int) -> Bool {
    guard let number = speech.sentence(of: token) else { return false }
    let sentence = scanner.text.sentences[number]
    var k = token - 1
    // `Yesterday I met X`, `And I met X`
    while k >= sentence.start,
      scanner.isMark(k, ",") || scanner.has(k, [.adverb, .date, .conjunction])
    {
      k -= 1
    }
    guard k < sentence.start || [0x22, 0x201C, 0x3A].contains(scanner.text.marks[k]) else {
      return false
    }
    let before = k > sentence.start ? k - 1 : k
    // `Y said: “…: “I met X””`: whose word the inner one is, is not told.
    let isNested = (sentence.start..<max(sentence.start, before)).contains {
      [0x22, 0x201C, 0x27, 0x2018].contains(scanner.text.marks[$0])
    }
    return !isNested && !(sentence.start..<sentence.end).contains { scanner.text.isMark($0, "?") }
  }

  /// `“I met X,” said Y`, `Y said: I met X`: the one who is quoted there.
  private func speaker(at token: Int) -> Int? {
    var said = speech.speakers(quotedAt: token)
    if said.isEmpty {
      said = speech.speakers(at: token).filter { attribution in
        attribution.said.contains {
          $0.contains(token) && scanner.text.isMark($0.lowerBound - 1, ":")
        }
      }
    }
    let persons = Set(said.map { $0.isSource ? nil : person(who: $0.speaker) })
    guard persons.count == 1, let only = persons.first.flatMap({ $0 }),
      linker.clusters[only].kind == .person
    else { return nil }
    return only
  }

  private func person(who speaker: Attribution.Speaker) -> Int? {
    switch speaker {
    case .mention(let mention): entity(mention)
    case .office(let office): holder(office)
    case .pronoun(let token): person(before: token, not: [])
    case .unnamed: nil
    }
  }

  /// `Journalist: I met X`: the paragraph says who speaks.
  private func isLabelled(_ token: Int) -> Bool {
    guard
      let own = scanner.text.sentences.first(where: { $0.start <= token && token < $0.end }),
      let start = scanner.text.sentences.first(where: { $0.block == own.block })?.start
    else { return true }
    return (start..<min(start + 6, token)).contains { scanner.text.isMark($0, ":") }
  }

  private func isProse(_ sentence: Text.Sentence) -> Bool {
    guard sentence.role == .body else { return false }
    let last = sentence.end - 1
    return sentence.end - sentence.start > 6 && last >= sentence.start
      && [0x2E, 0x22, 0x201D].contains(scanner.text.marks[last])
      && !(sentence.start..<last).allSatisfy { token in
        let shape = scanner.text.tokens[token].shape
        return !shape.contains(.word) || shape.contains(.allCapitals)
      }
  }

  /// True inside quotation marks: there somebody else says `I`.
  private func isQuoted(_ token: Int) -> Bool {
    guard
      let own = scanner.text.sentences.firstIndex(where: { $0.start <= token && token < $0.end })
    else { return false }
    let block = scanner.text.sentences[own].block
    let start = scanner.text.sentences.first { $0.block == block }?.start ?? 0
    var depth = 0
    for k in start..<token {
      switch scanner.text.marks[k] {
      case 0x201C: depth = 1
      case 0x201D: depth = 0
      case 0x22: depth = 1 - depth
      default: break
      }
    }
    return depth > 0
  }
}
