internal import EntenteModel

extension FrameBuilder {
  mutating func findObject(_ f: Int) {
    var k = frames[f].chunk + 1
    var isFirst = true
    while k < chunks.count {
      switch chunks[k] {
      case .phrase(let p):
        guard takesObject(p, f, isFirst), !endsClause(k, f) else { return }
        if let given = frames[f].object {
          frames[f].adjuncts.append(.init(slot: to, phrase: given, chunk: k - 1))
        }
        frames[f].object = p
        if phrases[p].form == .pronoun || isPersonal(p), isFirst, isEvent(k + 1) { break }
        isFirst = false
      case .time(let time):
        frames[f].times.append(time)
        isFirst = false
      case .preposition(let slot, _, _):
        if borders.contains(slot) { return }
        guard let p = phrase(k + 1) else {
          if case .time(let time)? = chunks.indices.contains(k + 1) ? chunks[k + 1] : nil {
            frames[f].times.append(time)
            k += 1
          } else if !leadsOn(k + 1) {
            return
          } else if frames[f].verb.isPassive, preposition(k + 1) == by,
            let subject = frames[f].subject
          {
            // `was called on by X`
            frames[f].adjuncts.append(.init(slot: slot, phrase: subject, chunk: k))
          }
          break
        }
        frames[f].adjuncts.append(.init(slot: slot, phrase: p, chunk: k))
        isFirst = false
        k += 1
      case .other: break
      case .comma:
        // `left Abuja, the country's capital, for …`
        if let p = phrase(k + 1), phrases[p].form == .common, k == frames[f].chunk + 2,
          case .comma? = chunks.indices.contains(k + 2) ? chunks[k + 2] : nil,
          preposition(k + 3) != nil, phrase(k + 4) != nil
        {
          k += 2
        }
        if let end = insertion(k, f) ?? contrast(k, f) ?? gloss(k, f) {
          k = end
        } else {
          guard continuesAdjuncts(k + 1) || resumes(k, f) else { return }
        }
        isFirst = false
      case .conjunction:
        if let next = nextAgent(k, f) {
          frames[f].adjuncts.append(.init(slot: by, phrase: next, chunk: k + 1))
          k += 1
          break
        }
        guard case .preposition? = chunks.indices.contains(k + 1) ? chunks[k + 1] : nil,
          phrase(k + 2) != nil
        else { return }
        isFirst = false
      case .verb, .border, .relative: return
      }
      k += 1
    }
  }

  /// `met A, not B, in Oslo`: the comma behind what is set against it.
  private func contrast(_ k: Int, _ f: Int) -> Int? {
    guard frames[f].object != nil, k + 4 < chunks.count, case .other = chunks[k + 1],
      let other = phrase(k + 2), phrases[other].form == .named, case .comma = chunks[k + 3],
      preposition(k + 4) != nil
    else { return nil }
    return k + 3
  }

  /// `met at the palace in Nairobi, Kenya, on Monday`, `in Tallinn, capital of Estonia, on 2 May`: the comma behind what
  /// is told of the place.
  private func gloss(_ k: Int, _ f: Int) -> Int? {
    guard let place = frames[f].adjuncts.last?.phrase, phrase(k - 1) == place,
      phrases[place].form == .named, let more = phrase(k + 1), phrases[more].items.isEmpty,
      k + 3 < chunks.count, case .comma = chunks[k + 2], continuesAdjuncts(k + 3),
      phrases[place].mentions.allSatisfy({ isPlace(mentions[$0].kind) })
    else { return nil }
    let isLand =
      phrases[more].form == .named
      && phrases[more].mentions.allSatisfy { isPlace(mentions[$0].kind) }
    return isLand || phrases[more].form == .common ? k + 2 : nil
  }

  private func isPlace(_ kind: Kind?) -> Bool {
    kind.map { [.place, .province, .country].contains($0) } ?? false
  }

  /// `signed a pact, effective for three years, with X`: the comma that ends what is told of the paper, where its other
  /// side stands behind it.
  private func insertion(_ k: Int, _ f: Int) -> Int? {
    guard let object = frames[f].object, phrases[object].form == .event,
      case .phrase(object) = chunks[k - 1], preposition(k + 1) == nil,
      [.sign, .exchange, .agree].contains(frames[f].verb.sense)
    else { return nil }
    for m in k + 1..<max(k + 1, min(k + 9, chunks.count - 2)) {
      switch chunks[m] {
      case .comma:
        guard preposition(m + 1) == with, let other = phrase(m + 2) else { continue }
        return maySign(other) && endsWithSide(m + 3) ? m : nil
      case .verb(let verb) where verb.isPast && verb.end == verb.start + 1: break
      case .verb, .border, .relative, .conjunction: return nil
      default: break
      }
    }
    return nil
  }

  /// `…, with Canada abstaining`, `with X as guarantor`: no side.
  private func endsWithSide(_ k: Int) -> Bool {
    guard chunks.indices.contains(k) else { return true }
    switch chunks[k] {
    case .verb: return false
    case .preposition(let slot, _, _): return behalf.contains(slot)
    default: return true
    }
  }

  private func maySign(_ p: Int) -> Bool {
    isPersonal(p) || phrases[p].adjective != nil || phrases[p].items.contains { maySign($0) }
  }

  /// `signed, for Kenya and Norway, a pact`: behind what stands between commas the object follows.
  private func resumes(_ k: Int, _ f: Int) -> Bool {
    guard frames[f].object == nil, k > frames[f].chunk + 1 else { return false }
    guard case .comma = chunks[frames[f].chunk + 1] else { return isGuest(k + 1, f) }
    return isEvent(k + 1) || isGuest(k + 1, f)
  }

  /// `received this afternoon, Tuesday, at the Palace, Minister X.`: behind time and place who was received.
  private func isGuest(_ k: Int, _ f: Int) -> Bool {
    guard frames[f].verb.sense == .receive, !frames[f].verb.isPassive,
      frames[f].verb.form == .finite, let p = phrase(k),
      phrases[p].form == .office
        || phrases[p].mentions.contains(where: { mentions[$0].kind == .person })
    else { return false }
    // `received on Monday, at the Palace, X said`
    guard let next = chunks.indices.contains(k + 1) ? chunks[k + 1] : nil else { return true }
    if case .verb = next { return false }
    return true
  }

  /// `was signed by X for Kenya and Y for Norway`: Y signs too.
  private func nextAgent(_ k: Int, _ f: Int) -> Int? {
    guard frames[f].verb.isPassive, frames[f].adjuncts.contains(where: { $0.slot == by }),
      let next = phrase(k + 1), phrases[next].form == .named || phrases[next].form == .office,
      let slot = preposition(k + 2), frames[f].adjuncts.last?.slot == slot, behalf.contains(slot),
      phrase(k + 3) != nil
    else { return nil }
    // `…, and President Y in a speech called it a mistake`
    if chunks.indices.contains(k + 4), case .verb(let verb) = chunks[k + 4], verb.form == .finite {
      return nil
    }
    return next
  }

  /// Whether a phrase can be the verb's object: the first behind it; behind a person what he is given (`paid her a
  /// call`); behind a time or place what is signed or held (`signed on Tuesday in Agadir an agreement`).
  private func takesObject(_ p: Int, _ f: Int, _ isFirst: Bool) -> Bool {
    if isFirst { return true }
    guard frames[f].object == nil, !frames[f].verb.isPassive else { return false }
    switch phrases[p].form {
    case .event:
      // `will begin this Tuesday a visit to Mexico`
      if light.contains(frames[f].verb.lemma) { return true }
      return ![.meet, .talk, .travel, .arrive, .leave, .speech, .other].contains(
        frames[f].verb.sense)
    // `received in Hanoi on Monday a delegation from Laos`
    // `met today her counterpart`
    case .delegation, .office, .named: return [.receive, .meet].contains(frames[f].verb.sense)
    default: return false
    }
  }

  private func isEvent(_ k: Int) -> Bool { phrase(k).map { phrases[$0].form == .event } ?? false }

  /// `spoke by phone with …`: the preposition that has no phrase is an adverb.
  func leadsOn(_ k: Int) -> Bool {
    guard chunks.indices.contains(k) else { return false }
    switch chunks[k] {
    case .preposition, .comma: return true
    // `for three days from May 30`
    case .other: return isTime(k + 1)
    default: return false
    }
  }

  /// The phrase behind a verb of speech or thought may be the next clause's subject.
  func endsClause(_ k: Int, _ f: Int) -> Bool {
    guard frames[f].verb.sense.takesClause,
      case .verb(let next)? = chunks.indices.contains(k + 1)
        ? chunks[k + 1] : nil
    else { return false }
    return next.form == .finite && !isReduced(next, at: k + 1)
  }

  /// `addressed a luncheon hosted by X`: a past form before its agent.
  private func isReduced(_ verb: VerbGroup, at k: Int) -> Bool {
    verb.isPast && verb.end == verb.start + 1 && preposition(k + 1) == by
  }

  func continuesAdjuncts(_ k: Int) -> Bool {
    guard chunks.indices.contains(k) else { return false }
    switch chunks[k] {
    case .time: return true
    case .preposition: return phrase(k + 1) != nil || isTime(k + 1)
    default: return false
    }
  }

  func isTime(_ k: Int) -> Bool {
    if chunks.indices.contains(k), case .time = chunks[k] { return true }
    return false
  }

  /// `On Friday, at the meeting, X said …`: what stands before the subject belongs to its verb.
  mutating func bindFronted() {
    for f in frames.indices where frames[f].verb.form == .finite {
      guard let subject = frames[f].subject else { continue }
      // A subject cut from a list has no chunk of its own.
      var k =
        chunks.firstIndex { if case .phrase(subject) = $0 { true } else { false } }
        ?? (phrases[subject].items.isEmpty ? 0 : frames[f].chunk)
      guard k <= frames[f].chunk else { continue }
      k -= 1
      var times: [TimeExpression] = []
      var fronted: [Frame.Adjunct] = []
      scan: while k >= 0 {
        switch chunks[k] {
        case .comma, .other: break
        case .time(let time): times.append(time)
        case .phrase(let p):
          guard let slot = preposition(k - 1) else {
            // `The first senator to visit Kyiv in 2022, X met Y`
            times = []
            break scan
          }
          fronted.append(.init(slot: slot, phrase: p, chunk: k - 1))
          k -= 1
        case .preposition where isTime(k + 1): break
        // What stands behind an earlier verb belongs to it.
        case .verb(let verb):
          fronted = []
          // `Born in 1950, X met Y`
          if verb.form != .gerund { times = [] }
          break scan
        default: break scan
        }
        k -= 1
      }
      frames[f].times += times
      frames[f].adjuncts += fronted + inserted(subject, f)
    }
    bindGerunds()
  }

  /// `X, on an official visit to Mali, praised …`: occasions between subject and verb.
  private func inserted(_ subject: Int, _ f: Int) -> [Frame.Adjunct] {
    guard
      let begin = chunks.firstIndex(where: { if case .phrase(subject) = $0 { true } else { false } }
      ),
      begin + 2 < frames[f].chunk, case .comma = chunks[begin + 1],
      case .comma = chunks[frames[f].chunk - 1]
    else { return [] }
    var found: [Frame.Adjunct] = []
    for k in begin + 2..<frames[f].chunk - 1 {
      switch chunks[k] {
      case .preposition(let slot, _, _):
        if let p = phrase(k + 1), phrases[p].form == .event {
          found.append(.init(slot: slot, phrase: p, chunk: k))
        }
      case .phrase, .time, .other: break
      default: return []
      }
    }
    return found
  }

  /// `After meeting X, Y flew …`: the fronted gerund has the main verb's subject.
  mutating func bindGerunds() {
    for f in frames.indices where frames[f].subject == nil && frames[f].verb.form != .finite {
      guard let main = frames.indices.first(where: { $0 > f && frames[$0].verb.form == .finite })
      else { continue }
      frames[f].subject = frames[main].subject
      if frames[f].governor == nil, main != f { frames[f].governor = main }
    }
  }
}
