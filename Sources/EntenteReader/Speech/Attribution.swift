internal import EntenteKnowledge
internal import EntenteModel

/// Words of one sentence that tell who says what: `X said that …`, `“…,” said X`, `according to X`.
struct Attribution {
  enum Speaker: Hashable {
    case mention(Int)
    /// An office without a name: `the minister`.
    case office(Int)
    /// `he`, `she`, at this token.
    case pronoun(Int)
    /// `officials`, `they`
    case unnamed
  }

  let sentence: Int
  let speaker: Speaker
  /// The tokens that name the speaker.
  let words: Range<Int>
  /// The tokens of this sentence that the speaker says.
  var said: [Range<Int>]
  /// True for `according to X`, which gives way to a verb of speech: who is quoted is the speaker.
  var isSource = false

  func says(_ token: Int) -> Bool { said.contains { $0.contains(token) } }
}

extension EventReader {
  /// `… during a visit to Russia, the Kremlin said`: a body that only tells of what stands before is no side of it. A
  /// person may be: `after talks with X, Berg said`.
  mutating func leaveOutSpeakers(_ attributions: [Attribution]) {
    let behind = attributions.filter { attribution in
      guard case .mention(let mention) = attribution.speaker else { return false }
      return scanner.mentions[mention].kind != .person
        && attribution.said.allSatisfy { $0.upperBound <= attribution.words.lowerBound }
    }
    guard !behind.isEmpty else { return }
    for e in found.indices where !found[e].isVerbal {
      let telling = behind.filter { $0.says(found[e].head) }
      found[e].roles.removeAll { role in
        telling.contains { $0.words.overlaps(role.start..<max(role.end, role.start + 1)) }
      }
    }
  }

  /// Who speaks, where a phrase can be one who does.
  func speaker(_ p: Int) -> (speaker: Attribution.Speaker, words: Range<Int>)? {
    let phrase = phrases[p]
    guard phrase.items.isEmpty else { return several(phrase) }
    let words = phrase.start..<phrase.end
    guard phrase.start < phrase.end || phrase.form == .pronoun else { return nil }
    switch phrase.form {
    case .pronoun: return pronoun(phrase)
    case .named:
      let speaker = named(phrase)
      return (speaker, trimmed(words, speaker))
    case .office: return (phrase.offices.first.map { .office($0) } ?? .unnamed, words)
    case .side, .delegation: return (.unnamed, words)
    case .common, .event:
      guard speaks(last(of: phrase)) else { return nil }
      return (author(phrase).map { .mention($0) } ?? .unnamed, words)
    }
  }

  /// The same of the phrase in a chunk, with its author behind it: `a statement from the ministry`.
  func speaker(chunk k: Int) -> (speaker: Attribution.Speaker, words: Range<Int>)? {
    guard case .phrase(let p) = chunks[k], let whole = speaker(p) else { return nil }
    guard whole.speaker == .unnamed, k + 2 < chunks.count, isWriting(phrases[p]),
      case .preposition(let slot, _, _) = chunks[k + 1],
      [lexicon.words.by, lexicon.words.from, lexicon.words.of].contains(slot),
      case .phrase(let author) = chunks[k + 2], let own = speaker(author)
    else { return whole }
    let end = max(whole.words.upperBound, own.words.upperBound)
    return (own.speaker, whole.words.lowerBound..<end)
  }

  private func isWriting(_ phrase: Phrase) -> Bool {
    lexicon.words.writings.contains(scanner.text.words[last(of: phrase)])
  }

  /// `Berg and Diallo` speak together; what stands before a comma, as in `governments and peoples, Ambassador Berg`,
  /// is no part of who speaks.
  private func several(_ phrase: Phrase) -> (speaker: Attribution.Speaker, words: Range<Int>)? {
    let items = phrase.items.map { speaker($0) }
    if let last = items.last ?? nil, last.words.lowerBound > phrase.start,
      scanner.text.isMark(last.words.lowerBound - 1, ",")
    {
      return last
    }
    return items.contains { $0 == nil } ? nil : (.unnamed, phrase.start..<phrase.end)
  }

  /// Without what stands before a comma, where it is neither name nor title, and without the comma at the end.
  private func trimmed(_ words: Range<Int>, _ speaker: Attribution.Speaker) -> Range<Int> {
    guard case .mention(let mention) = speaker else { return words }
    let named = scanner.mentions[mention]
    let title = named.offices.map { scanner.offices[$0].start }.filter { $0 >= words.lowerBound }
    let core = min(named.start, title.min() ?? named.start)
    let start = (words.lowerBound..<max(core, words.lowerBound)).last {
      scanner.text.isMark($0, ",")
    }
    let isOpen = scanner.text.isMark(words.upperBound - 1, ",")
    let end = words.upperBound - (isOpen ? 1 : 0)
    return min(start.map { $0 + 1 } ?? words.lowerBound, end)..<end
  }

  private func named(_ phrase: Phrase) -> Attribution.Speaker {
    let persons = phrase.mentions.filter { scanner.mentions[$0].kind == .person }
    if persons.count == 1 { return .mention(persons[0]) }
    return phrase.mentions.count == 1 ? .mention(phrase.mentions[0]) : .unnamed
  }

  private func pronoun(_ phrase: Phrase) -> (speaker: Attribution.Speaker, words: Range<Int>)? {
    let words = lexicon.words
    let token = phrase.head
    switch scanner.text.words[token] {
    case words.he, words.she: return (.pronoun(token), token..<(token + 1))
    case words.they, words.it: return (.unnamed, token..<(token + 1))
    default: return nil
    }
  }

  /// The last word of its head: of `foreign ministry`, the ministry.
  private func last(of phrase: Phrase) -> Int { max(phrase.head, phrase.headEnd - 1) }

  /// `officials`, `a statement`
  private func speaks(_ token: Int) -> Bool {
    !scanner.text.classes[token].isDisjoint(with: .source)
  }

  /// Whose word `a ministry statement`, `a statement by the ministry`, `Berg's office` is; nil where it names none, or
  /// where those who speak are only somebody's: `Norwegian officials`.
  private func author(_ phrase: Phrase) -> Int? {
    guard isWriting(phrase) else { return nil }
    let words = lexicon.words
    let told = phrase.links.filter { [words.by, words.from, words.of].contains($0.preposition) }
      .flatMap { phrases[$0.phrase].mentions }
    let all = phrase.mentions + phrase.owners + told
    return Set(all).count == 1 ? all[0] : nil
  }
}
