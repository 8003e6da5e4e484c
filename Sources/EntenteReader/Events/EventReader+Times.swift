internal import EntenteKnowledge
internal import EntenteModel

/// The day of an event where its own words do not tell it, but the sentence does.
extension EventReader {
  /// `on Wednesday, when the two signed …`; `On May 20, 2019, when X still ran the cabinet, he received …`.
  mutating func bindWhen() {
    for k in chunks.indices {
      if k > 0, case .preposition(let slot, _, _) = chunks[k - 1],
        lexicon.words.borders.contains(slot)
      {
        continue
      }
      guard case .time(let time) = chunks[k], let border = when(behind: k, time),
        let told = frames.firstIndex(where: { $0.chunk > border })
      else { continue }
      if frames[told].times.isEmpty { frames[told].times.append(time) }
      guard !frames.contains(where: { $0.chunk < k }),
        let comma = (frames[told].chunk..<chunks.count).first(where: {
          if case .comma = chunks[$0] { true } else { false }
        }),
        let main = frames.firstIndex(where: { $0.chunk > comma && $0.verb.form == .finite }),
        frames[main].times.isEmpty
      else { continue }
      frames[main].times.append(time)
    }
  }

  /// The chunk of the `when` behind a time, with or without a comma.
  private func when(behind k: Int, _ time: TimeExpression) -> Int? {
    var (j, token) = (k + 1, time.end)
    guard j < chunks.count else { return nil }
    if case .comma = chunks[j] { (j, token) = (j + 1, token + 1) }
    guard j < chunks.count, case .border = chunks[j], token < scanner.stop,
      scanner.text.words[token] == lexicon.words.when
    else { return nil }
    return j
  }

  /// `In Spain, from 3 to 5 May, he will meet …`, `will be in Oslo on 4 May`: when the visit there is.
  mutating func readStay(_ f: Int) {
    let frame = frames[f]
    guard frame.verb.form == .finite, let subject = frame.subject, let status = status(of: f),
      let time = frame.times.first(where: { $0.day != nil }),
      let place = frame.adjuncts.compactMap({ stayed($0, frame) }).first
    else { return }
    guard var event = visit(by: subject, to: place, frame, rule: "stay") else { return }
    (event.time, event.status, event.isStay) = (time, status, true)
    found.append(event)
  }

  /// A visit that is told by where somebody is; nil where nobody who can travel is.
  func visit(by subject: Int, to place: Int, _ frame: Frame, rule: String) -> EventMention? {
    let visitor = PatternTable.Role(type: .visitor, slots: [.subject], part: nil)
    let roles = sides(subject, visitor, .visit).filter { isPersonal($0) }
    guard !roles.isEmpty else { return nil }
    var event = EventMention(
      kind: .visit, noun: "visit", sentence: scanner.sentence, head: frame.verb.end - 1, rule: rule)
    (event.roles, event.place) = (roles, place)
    return event
  }

  /// Where a clause stands before its subject and a time with it, or what it is about is.
  private func stayed(_ adjunct: Frame.Adjunct, _ frame: Frame) -> Int? {
    guard adjunct.slot == lexicon.words.inWord, let place = place(adjunct.phrase, .visit),
      isSomewhere(place)
    else { return nil }
    if frame.verb.lemma == lexicon.knowledge.word("be"), !frame.verb.isPassive { return place }
    let before = chunks[..<frame.chunk]
    let isTimed = before.contains { if case .time = $0 { true } else { false } }
    let isFirst = !before.contains { if case .verb = $0 { true } else { false } }
    return adjunct.chunk < frame.chunk && isTimed && isFirst ? place : nil
  }

  /// `will sign a pact following talks on Friday`: of the talks, and so of the signing.
  func timeOfSequel(_ frame: Frame) -> TimeExpression? {
    var k = frame.chunk + 1
    while k + 1 < chunks.count {
      switch chunks[k] {
      case .verb, .border, .relative: return nil
      case .preposition(let slot, _, _) where lexicon.words.sequels.contains(slot):
        return isEvent(k + 1) ? adjuncts(behind: k + 1).lazy.flatMap { $0.1 }.first : nil
      default: k += 1
      }
    }
    return nil
  }

  /// `announced on Friday, after a meeting with X`: on the same day, where the meeting has none of its own.
  func timeOfCause(_ k: Int) -> TimeExpression? {
    guard k > 0, case .preposition(let slot, _, _) = chunks[k - 1],
      lexicon.words.sequels.contains(slot),
      let f = frames.lastIndex(where: { $0.chunk < k }), status(of: f) == .held,
      let time = frames[f].times.last, time.lastDay == nil
    else { return nil }
    return time.day != nil || time.weekday != nil || time.shiftDays != nil ? time : nil
  }

  /// `his visit to China that started on Tuesday`, `a tour beginning Monday`
  func timeOfBeginning(behind k: Int) -> TimeExpression? {
    var j = k + 1
    while j < chunks.count {
      switch chunks[j] {
      case .preposition, .phrase, .relative, .time, .border: j += 1
      case .verb(let verb):
        guard lexicon.words.beginnings.contains(verb.lemma), !verb.isNegated,
          j + 1 < chunks.count
        else { return nil }
        if case .time(let time) = chunks[j + 1] { return time }
        guard case .preposition = chunks[j + 1], j + 2 < chunks.count,
          case .time(let time) = chunks[j + 2]
        else { return nil }
        return time
      default: return nil
      }
    }
    return nil
  }

  private func isEvent(_ k: Int) -> Bool {
    guard case .phrase(let p) = chunks[k] else { return false }
    return phrases[p].form == .event
  }
}
