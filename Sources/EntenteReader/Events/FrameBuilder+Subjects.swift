internal import EntenteModel

extension FrameBuilder {
  mutating func findSubject(_ f: Int) {
    var m = frames[f].chunk - 1
    var sawConjunction = false
    var sawComma = false
    let form = frames[f].verb.form
    // `in a communique signed by the ministers`: what is signed stands right before, wherever it stands.
    let isPastBy =
      frames[f].verb.isPast && form == .finite && frames[f].verb.end - frames[f].verb.start == 1
      && preposition(frames[f].chunk + 1) == by
    if isPastBy || form == .participle && frames[f].verb.isPassive, let p = phrase(m) {
      frames[f].subject = p
      return
    }
    while m >= 0 {
      switch chunks[m] {
      case .comma: sawComma = true
      case .conjunction: sawConjunction = true
      case .other, .time: break
      case .border(let isConditional):
        frames[f].isConditional = isConditional
        // `he said so while meeting Y`
        if form == .gerund, m == frames[f].chunk - 1, let main = frames.first, main.chunk < m {
          frames[f].subject = main.subject
        }
        return
      case .relative:
        frames[f].subject = antecedent(before: m)
        return
      case .preposition:
        // A gerund behind a preposition: its subject is the clause's.
        if form == .gerund, m == frames[f].chunk - 1 {
          frames[f].governor = previousFrame(before: m)
          frames[f].subject = frames[f].governor.flatMap { frames[$0].subject }
          return
        }
      case .verb:
        guard let g = frame(atChunk: m) else { return }
        if !sawConjunction, form == .finite, let event = eventBefore(relative: g) {
          frames[f].subject = event
          return
        }
        // `X, whom Y appointed, met Z`: X did.
        if !sawConjunction, form == .finite, let outer = antecedent(ofClause: g) {
          frames[f].subject = outer
          return
        }
        frames[f].governor = sawConjunction ? frames[g].governor : g
        frames[f].subject = frames[g].subject
        if sawConjunction {
          inherit(from: g, to: f)
        }
        frames[f].isConditional = frames[g].isConditional
        return
      case .phrase(let p):
        if let slot = preposition(m - 1) {
          // `since President X paid a visit`: a clause, whose subject stands right before the verb.
          // `comes as Prime Minister X is on a visit`
          if form == .finite, borders.contains(slot) || slot == asWord, m == frames[f].chunk - 1 {
            frames[f].subject = p
            return
          }
          m -= 2
          continue
        }
        // `…, highlighting its role`: what stands before the comma acts as a whole; its verb's subject does.
        if form == .gerund, sawComma, let g = previousFrame(before: m) {
          frames[f].governor = g
          frames[f].subject = frames[g].subject
          return
        }
        if let named = named(before: m) {
          frames[f].subject = named
          return
        }
        if take(p, at: m, for: f, sawConjunction: sawConjunction, sawComma: sawComma) { return }
      }
      m -= 1
    }
  }

  /// `Following the meeting with A, B and C held talks`: a finite verb without a subject takes all but the first of
  /// the list right before it.
  mutating func splitFronted(_ f: Int) {
    let k = frames[f].chunk - 1
    guard frames[f].verb.form == .finite, frames[f].subject == nil, let p = phrase(k),
      preposition(k - 1) != nil, phrases[p].items.count > 2
    else { return }
    let rest = Array(phrases[p].items.dropFirst())
    var subject = phrases[rest[0]]
    subject.end = phrases[p].end
    subject.items = rest
    subject.mentions = rest.flatMap { phrases[$0].mentions }
    subject.offices = rest.flatMap { phrases[$0].offices }
    subject.isPlural = true
    phrases.append(subject)
    frames[f].subject = phrases.count - 1
    phrases[p] = phrases[phrases[p].items[0]]
  }

  /// `Nine documents totaling $410 million, two of them …, were signed`: what is signed is an event's noun, where the
  /// clause has one.
  mutating func preferEvent(_ f: Int) {
    guard frames[f].verb.isPassive, frames[f].verb.form == .finite,
      [.sign, .exchange].contains(frames[f].verb.sense), let subject = frames[f].subject,
      phrases[subject].form == .common
    else { return }
    for k in (0..<frames[f].chunk).reversed() {
      if case .verb(let verb) = chunks[k], verb.form == .finite { return }
      guard let p = phrase(k), phrases[p].form == .event, preposition(k - 1) == nil else {
        continue
      }
      frames[f].subject = p
      return
    }
  }

  /// The second of two joined verbs shares the first one's auxiliaries: `will visit … and meet`.
  mutating func inherit(from g: Int, to f: Int) {
    let first = frames[g].verb
    guard frames[f].verb.form == .finite || frames[f].verb.form == first.form else { return }
    if !frames[f].verb.isPast {
      frames[f].verb.isFuture = frames[f].verb.isFuture || first.isFuture
      frames[f].verb.isReportedFuture = frames[f].verb.isReportedFuture || first.isReportedFuture
      frames[f].verb.isHypothetical = frames[f].verb.isHypothetical || first.isHypothetical
      if first.form == .infinitive, !frames[f].verb.isPast { frames[f].verb.form = .infinitive }
    }
    if !frames[f].verb.isPast, first.isNegated { frames[f].verb.isNegated = true }
  }

  /// Decides whether phrase `p` is the subject, given the verb before it whose object it may be.
  mutating func take(
    _ p: Int, at m: Int, for f: Int, sawConjunction: Bool, sawComma: Bool
  ) -> Bool {
    let form = frames[f].verb.form
    guard let g = frame(atChunk: m - 1), !frames[g].verb.isPassive || form != .finite else {
      if form == .finite || form == .participle || m == frames[f].chunk - 1 || sawComma {
        frames[f].subject = p
        return true
      }
      frames[f].subject = p
      return true
    }
    // The phrase is the object of the verb before it.
    if form == .infinitive || form == .gerund {
      frames[f].governor = g
      // `sent X to visit Y`: X visits; but `met X to discuss Y` tells of who met.
      let gives = !frames[g].verb.sense.keepsSubject && isPersonal(p) && !isPredicate(p, of: g)
      frames[f].subject = gives && !sawComma ? p : frames[g].subject
      frames[f].isConditional = frames[g].isConditional
      return true
    }
    if form == .participle && !sawComma && !sawConjunction {
      frames[f].subject = p
      frames[f].governor = g
      return true
    }
    if sawConjunction {
      frames[f].subject = frames[g].subject
      frames[f].governor = frames[g].governor
      inherit(from: g, to: f)
      frames[f].isConditional = frames[g].isConditional
      return true
    }
    // `Officials visiting Moscow met X`: the officials did.
    if frames[g].verb.form == .gerund, form == .finite, !sawComma,
      phrase(frames[g].chunk - 1) != nil, preposition(frames[g].chunk - 1) == nil
    {
      frames[f].subject = phrase(frames[g].chunk - 1)
      return true
    }
    if frames[g].subjectIsRelative(in: chunks) {
      frames[f].subject = eventBefore(relative: g) ?? frames[g].subject
      return true
    }
    if sawComma, frames[f].verb.isPast, frames[f].verb.form == .finite, phrases[p].items.isEmpty {
      frames[f].subject = frames[g].subject
      frames[f].governor = g
      return true
    }
    // `X met Y and Z visited W`: the last part of the coordination is this verb's subject.
    if let last = phrases[p].items.last, !frames[g].verb.sense.takesClause {
      phrases[p].items.removeLast()
      phrases[p].mentions = phrases[p].items.flatMap { phrases[$0].mentions }
      frames[f].subject = last
      return true
    }
    frames[f].subject = p
    if frames[g].verb.sense == .speech || frames[g].verb.sense.takesClause {
      frames[g].object = nil
    }
    return true
  }

  /// `X became the first minister to visit Y`: X does. Who `he` is, the office tells better.
  private func isPredicate(_ p: Int, of g: Int) -> Bool {
    guard copulas.contains(frames[g].verb.lemma), phrases[p].form == .office,
      let subject = frames[g].subject
    else { return false }
    return phrases[subject].form == .named
  }

  /// `A meeting between X and Y, who rarely speak, never took place`: the event that the relative clause's antecedent
  /// belongs to is what the next verb tells of.
  private func eventBefore(relative g: Int) -> Int? {
    guard frames[g].subjectIsRelative(in: chunks) else { return nil }
    var k = frames[g].chunk - 1
    while k > 0, phrase(k) == nil { k -= 1 }
    let start = k
    while let up = phrase(k - 2), preposition(k - 1) != nil {
      k -= 2
      if phrases[up].form == .event, k < start { return up }
    }
    return nil
  }

  /// `X, brother of President Y, visited Z`: between commas more is said of X.
  private func named(before m: Int) -> Int? {
    guard m > 1, let p = phrase(m), phrases[p].form == .common, !phrases[p].isPlural,
      phrases[p].items.isEmpty, m + 1 < chunks.count, case .comma = chunks[m + 1],
      case .comma = chunks[m - 1], let name = phrase(m - 2), preposition(m - 3) == nil,
      phrases[name].form == .named, phrases[name].mentions.count == 1,
      mentions[phrases[name].mentions[0]].kind == .person
    else { return nil }
    return name
  }

  /// What a relative clause is about that has a subject of its own.
  private func antecedent(ofClause g: Int) -> Int? {
    guard let subject = frames[g].subject,
      let k = chunks.firstIndex(where: { if case .phrase(subject) = $0 { true } else { false } }),
      k > 0, k < frames[g].chunk, case .relative = chunks[k - 1]
    else { return nil }
    return antecedent(before: k - 1)
  }

  func previousFrame(before m: Int) -> Int? {
    var k = m - 1
    while k >= 0 {
      if case .verb = chunks[k] { return frame(atChunk: k) }
      if case .border = chunks[k] { return nil }
      k -= 1
    }
    return nil
  }

  func antecedent(before m: Int) -> Int? {
    var k = m - 1
    while k >= 0 {
      switch chunks[k] {
      case .comma, .time, .preposition: k -= 1
      case .phrase(let p): return p
      default: return nil
      }
    }
    return nil
  }

  /// A name, an office or a delegation: what can act.
  func isPersonal(_ p: Int) -> Bool {
    switch phrases[p].form {
    case .named, .office, .delegation, .pronoun: true
    default: false
    }
  }
}
