internal import EntenteKnowledge
internal import EntenteModel

/// Clauses that leave out the verb of the one before: `met X on Monday and Y on Tuesday`.
extension EventReader {
  /// Adds an event for each further object that has a time of its own.
  mutating func readGapped(
    _ event: EventMention, _ entry: PatternTable.Entry, _ frame: Frame
  ) {
    guard !frame.verb.isPassive, event.time != nil,
      let (slot, first) = governed(frame, entry)
    else { return }
    var k = end(of: first)
    while let (p, time, next) = gapped(at: k) {
      k = next
      var one = event
      (one.time, one.place) = (time, nil)
      if event.kind == .visit {
        guard let place = place(p, .visit), isSomewhere(place) else { return }
        one.place = place
      } else {
        guard let role = entry.roles.first(where: { $0.slots.contains(slot) }) else { return }
        let sides = sides(p, role, event.kind).filter(isPersonal)
        guard !sides.isEmpty else { return }
        one.roles = event.roles.filter { $0.start != phrases[first].start } + sides
        guard one.roles.count > sides.count else { return }
      }
      found.append(one)
    }
  }

  /// What the verb governs: whom it meets, or where it goes.
  private func governed(_ frame: Frame, _ entry: PatternTable.Entry) -> (PatternTable.Slot, Int)? {
    if let object = frame.object { return (.object, object) }
    let slots = [lexicon.words.with, lexicon.words.to]
    return frame.adjuncts.first { slots.contains($0.slot) }.map {
      (.preposition($0.slot), $0.phrase)
    }
  }

  /// The chunk behind a phrase and what is told of where and when.
  private func end(of p: Int) -> Int {
    guard var k = chunks.firstIndex(where: { if case .phrase(p) = $0 { true } else { false } })
    else { return chunks.count }
    var sawTime = false
    k += 1
    while k < chunks.count {
      switch chunks[k] {
      case .time: (sawTime, k) = (true, k + 1)
      case .preposition(let slot, _, _):
        guard k + 1 < chunks.count,
          [lexicon.words.inWord, lexicon.words.at, lexicon.words.on].contains(slot)
        else { return chunks.count }
        if case .time = chunks[k + 1] { sawTime = true }
        k += 2
      default: return sawTime ? k : chunks.count
      }
    }
    return chunks.count
  }

  /// `, and Y in Oslo on Tuesday`: the phrase, its time, and the chunk behind, if no verb follows it.
  private func gapped(at start: Int) -> (phrase: Int, time: TimeExpression, next: Int)? {
    var k = start
    if k < chunks.count, case .comma = chunks[k] { k += 1 }
    if k < chunks.count, case .conjunction = chunks[k] { k += 1 }
    guard k > start, k + 1 < chunks.count, case .phrase(let p) = chunks[k],
      phrases[p].form == .named || phrases[p].form == .office
    else { return nil }
    k += 1
    while k < chunks.count {
      switch chunks[k] {
      case .preposition(let slot, _, _):
        guard k + 1 < chunks.count,
          [lexicon.words.inWord, lexicon.words.at, lexicon.words.on].contains(slot)
        else { return nil }
        k += 1
      case .phrase: k += 1
      case .time(let time):
        if k + 1 < chunks.count, case .verb(let verb) = chunks[k + 1], verb.form == .finite {
          return nil
        }
        return (p, time, k + 1)
      default: return nil
      }
    }
    return nil
  }
}
