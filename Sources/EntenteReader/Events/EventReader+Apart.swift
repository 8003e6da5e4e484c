internal import EntenteKnowledge
internal import EntenteModel

/// Several meetings that one verb or noun tells.
extension EventReader {
  /// `sat down with A, with B and with C`: as many meetings as there are prepositions.
  func apart(
    _ event: EventMention, _ entry: PatternTable.Entry, _ frame: Frame
  ) -> [EventMention]? {
    guard event.kind == .meeting else { return nil }
    if let several = separate(event, frame) { return several }
    let with = frame.adjuncts.filter { $0.slot == lexicon.words.with }.map { phrases[$0.phrase] }
    guard with.count > 1 else { return nil }
    func isWith(_ role: EventMention.Role, _ phrase: Phrase) -> Bool {
      role.start == phrase.start && role.end == phrase.end
    }
    let sides = with.filter { phrase in event.roles.contains { isWith($0, phrase) } }
    guard sides.count > 1 else { return nil }
    return sides.map { side in
      var one = event
      one.roles = event.roles.filter { role in
        isWith(role, side) || !sides.contains { isWith(role, $0) }
      }
      return one
    }
  }

  /// `met separately with A and B`, `A and B will meet X respectively`: as many meetings as there are on the longer side.
  func separate(_ event: EventMention, _ frame: Frame) -> [EventMention]? {
    let last = event.roles.map { $0.end }.max() ?? frame.verb.end
    let first = max(frame.verb.start - 1, scanner.first)
    let told = first..<max(first, min(last + 2, scanner.stop))
    let word = told.first { lexicon.words.apart.contains(scanner.text.words[$0]) }
    guard word != nil || isManyMeetings(event) else { return nil }
    let starts = Set(event.roles.map { $0.start })
    let several = starts.filter { start in event.roles.filter { $0.start == start }.count > 1 }
    guard starts.count == 2, several.count == 1, let list = several.first else { return nil }
    // `received the governors of A and B, X and Y respectively`: that tells who governs what.
    if let word, scanner.text.words[word] == lexicon.words.respectively, list > frame.verb.start {
      return nil
    }
    if word == nil, !scanner.isWord(list - 1, lexicon.words.with) { return nil }
    return event.roles.filter { several.contains($0.start) }.map { role in
      var one = event
      one.roles = event.roles.filter { !several.contains($0.start) } + [role]
      return one
    }
  }

  /// `A and B visited Kyiv and Taipei respectively`
  func isEachHisOwn(_ event: EventMention, _ places: Int) -> Bool {
    places > 1 && event.roles.count == places
      && (scanner.first..<scanner.stop).contains {
        scanner.isWord($0, lexicon.words.respectively)
      }
  }

  /// `held meetings with President A and Minister B`: in the plural each met by himself.
  private func isManyMeetings(_ event: EventMention) -> Bool {
    !event.isVerbal && event.isPlural && !event.isDefinite && event.noun.hasSuffix("meeting")
      && event.roles.allSatisfy(isPersonal)
  }
}
