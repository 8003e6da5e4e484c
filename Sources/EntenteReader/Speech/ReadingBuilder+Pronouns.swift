internal import EntenteKnowledge
internal import EntenteModel

extension ReadingBuilder {
  /// Whom `he` or `she` means beside a verb of speech: who spoke before in the paragraph; else the only one who can be
  /// meant in it, or in the paragraph above where it names nobody. Of two who fit, none.
  func person(meantAt token: Int) -> Int? {
    guard let sentence = speech.sentence(of: token) else { return nil }
    let first = paragraph(of: sentence)
    let spoke = fitting(speakers(first...sentence, before: token), token)
    guard spoke.isEmpty else { return spoke.count == 1 ? spoke[0] : nil }
    let named = persons(first...sentence, before: token)
    guard named.isEmpty else { return only(named, token) }
    guard first > 0 else { return nil }
    let above = paragraph(of: first - 1)...(first - 1)
    let earlier = speakers(above, before: token)
    return only(earlier + persons(above, before: token).filter { !earlier.contains($0) }, token)
  }

  private func only(_ persons: [Int], _ token: Int) -> Int? {
    let left = fitting(persons, token)
    return left.count == 1 ? left[0] : nil
  }

  /// Without those whose given names speak against the pronoun.
  private func fitting(_ persons: [Int], _ token: Int) -> [Int] {
    persons.filter { linker.fits($0, pronoun: token) }
  }

  /// The persons who speak in these sentences, each once.
  private func speakers(_ sentences: ClosedRange<Int>, before token: Int) -> [Int] {
    var found: [Int] = []
    for attribution in sentences.flatMap({ speech[$0] })
    where attribution.words.upperBound <= token {
      guard let entity = namedSpeaker(attribution), linker.clusters[entity].kind == .person,
        !found.contains(entity)
      else { continue }
      found.append(entity)
    }
    return found
  }

  private func namedSpeaker(_ attribution: Attribution) -> Int? {
    switch attribution.speaker {
    case .mention(let mention): linker.scanner.mentions[mention].entity
    case .office(let office): holder(office)
    case .pronoun, .unnamed: nil
    }
  }

  /// The first sentence of the paragraph that a sentence stands in.
  private func paragraph(of sentence: Int) -> Int {
    var first = sentence
    while first > 0, text.sentences[first - 1].block == text.sentences[sentence].block {
      first -= 1
    }
    return first
  }

  /// The persons whom the outlet itself names in these sentences, each once: who is only spoken of does not speak.
  private func persons(_ sentences: ClosedRange<Int>, before token: Int) -> [Int] {
    var found: [Int] = []
    for mention in mentions(sentences) where mention.end <= token {
      guard let entity = mention.entity, linker.clusters[entity].kind == .person,
        speech.quotations.span(at: mention.start) == nil,
        speech.speakers(at: mention.start).isEmpty, !found.contains(entity)
      else { continue }
      found.append(entity)
    }
    return found
  }

  /// The mentions in these sentences; they were found sentence by sentence.
  private func mentions(_ sentences: ClosedRange<Int>) -> ArraySlice<Mention> {
    let all = linker.scanner.mentions
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].sentence < sentences.lowerBound { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix { $0.sentence <= sentences.upperBound }
  }
}
