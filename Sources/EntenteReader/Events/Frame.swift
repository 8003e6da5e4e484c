internal import EntenteModel

/// A verb with what belongs to it.
struct Frame {
  /// Index of the verb's chunk.
  let chunk: Int
  var verb: VerbGroup
  /// The phrase of who acts (or, in the passive, of who is acted upon).
  var subject: Int?
  var object: Int?
  /// Preposition and phrase, before the subject and behind the object.
  var adjuncts: [Adjunct] = []
  var times: [TimeExpression] = []
  /// The frame whose infinitive, gerund or second verb this is.
  var governor: Int?
  var isConditional = false

  struct Adjunct {
    let slot: UInt32
    let phrase: Int
    let chunk: Int
  }
}

/// Binds the chunks of one sentence into frames.
struct FrameBuilder {
  let chunks: [Chunk]
  /// May be changed: a coordination is cut where its last part is the next verb's subject.
  var phrases: [Phrase]
  var frames: [Frame] = []

  /// Prepositions behind which another time is told: since, before, after.
  let borders: Set<UInt32>

  init(_ chunks: [Chunk], _ phrases: [Phrase], borders: Set<UInt32>) {
    self.chunks = chunks
    self.borders = borders
    self.phrases = phrases
    for (k, chunk) in chunks.enumerated() {
      guard case .verb(let verb) = chunk else { continue }
      frames.append(Frame(chunk: k, verb: verb))
    }
    for f in frames.indices { bind(f) }
    bindFronted()
  }

  private func frame(atChunk k: Int) -> Int? { frames.firstIndex { $0.chunk == k } }

  private func phrase(_ k: Int) -> Int? {
    guard chunks.indices.contains(k), case .phrase(let number) = chunks[k] else { return nil }
    return number
  }

  private func preposition(_ k: Int) -> UInt32? {
    guard chunks.indices.contains(k), case .preposition(let slot, _, _) = chunks[k] else { return nil }
    return slot
  }

  private mutating func bind(_ f: Int) {
    findSubject(f)
    findObject(f)
  }

  // MARK: Subject

  private mutating func findSubject(_ f: Int) {
    var m = frames[f].chunk - 1
    var sawConjunction = false
    var sawComma = false
    let form = frames[f].verb.form
    while m >= 0 {
      switch chunks[m] {
      case .comma: sawComma = true
      case .conjunction: sawConjunction = true
      case .time(let time): frames[f].times.append(time)
      case .other: break
      case .border(let isConditional):
        frames[f].isConditional = isConditional
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
        frames[f].governor = sawConjunction ? frames[g].governor : g
        frames[f].subject = frames[g].subject
        if sawConjunction, form != .finite || frames[f].verb.isFuture == false {
          inherit(from: g, to: f)
        }
        frames[f].isConditional = frames[g].isConditional
        return
      case .phrase(let p):
        if preposition(m - 1) != nil {
          m -= 2
          continue
        }
        // `…, highlighting its role`: what stands before the comma acts as a whole; its verb's subject does.
        if form == .gerund, sawComma, let g = previousFrame(before: m) {
          frames[f].governor = g
          frames[f].subject = frames[g].subject
          return
        }
        if take(p, at: m, for: f, sawConjunction: sawConjunction, sawComma: sawComma) { return }
      }
      m -= 1
    }
  }

  /// The second of two joined verbs shares the first one's auxiliaries: `will visit … and meet`.
  private mutating func inherit(from g: Int, to f: Int) {
    let first = frames[g].verb
    guard frames[f].verb.form == .finite || frames[f].verb.form == first.form else { return }
    if !frames[f].verb.isPast {
      frames[f].verb.isFuture = frames[f].verb.isFuture || first.isFuture
      frames[f].verb.isReportedFuture = first.isReportedFuture
      frames[f].verb.isHypothetical = first.isHypothetical
      if first.form == .infinitive, !frames[f].verb.isPast { frames[f].verb.form = .infinitive }
    }
    frames[f].verb.isNegated = frames[f].verb.isNegated || first.isNegated && !first.isPast
  }

  /// Decides whether phrase `p` is the subject, given the verb before it whose object it may be.
  private mutating func take(
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
      let gives = [.invite, .expect, .host, .lead].contains(frames[g].verb.sense)
        && frames[g].verb.sense != .host && frames[g].verb.sense != .lead
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
    if frames[g].subjectIsRelative(in: chunks) {
      frames[f].subject = frames[g].subject
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
    if frames[g].verb.sense == .speech || frames[g].verb.sense.takesClause { frames[g].object = nil }
    return true
  }

  private func previousFrame(before m: Int) -> Int? {
    var k = m - 1
    while k >= 0 {
      if case .verb = chunks[k] { return frame(atChunk: k) }
      if case .border = chunks[k] { return nil }
      k -= 1
    }
    return nil
  }

  private func antecedent(before m: Int) -> Int? {
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

  // MARK: Object and adjuncts

  private mutating func findObject(_ f: Int) {
    var k = frames[f].chunk + 1
    var isFirst = true
    while k < chunks.count {
      switch chunks[k] {
      case .phrase(let p):
        guard isFirst, !endsClause(k, f) else { return }
        frames[f].object = p
        isFirst = false
      case .time(let time): frames[f].times.append(time); isFirst = false
      case .preposition(let slot, _, _):
        if borders.contains(slot) { return }
        guard let p = phrase(k + 1) else {
          if case .time(let time)? = chunks.indices.contains(k + 1) ? chunks[k + 1] : nil {
            frames[f].times.append(time)
            k += 1
          } else if !leadsOn(k + 1) {
            return
          }
          break
        }
        frames[f].adjuncts.append(.init(slot: slot, phrase: p, chunk: k))
        isFirst = false
        k += 1
      case .other: break
      case .comma:
        guard continuesAdjuncts(k + 1) else { return }
        isFirst = false
      case .conjunction:
        guard case .preposition? = chunks.indices.contains(k + 1) ? chunks[k + 1] : nil,
          phrase(k + 2) != nil
        else { return }
        isFirst = false
      case .verb, .border, .relative: return
      }
      k += 1
    }
  }

  /// `spoke by phone with …`: the preposition that has no phrase is an adverb.
  private func leadsOn(_ k: Int) -> Bool {
    guard chunks.indices.contains(k) else { return false }
    switch chunks[k] {
    case .preposition, .comma: return true
    default: return false
    }
  }

  /// The phrase behind a verb of speech or thought may be the next clause's subject.
  private func endsClause(_ k: Int, _ f: Int) -> Bool {
    guard frames[f].verb.sense.takesClause, case .verb(let next)? = chunks.indices.contains(k + 1)
      ? chunks[k + 1] : nil
    else { return false }
    return next.form == .finite
  }

  private func continuesAdjuncts(_ k: Int) -> Bool {
    guard chunks.indices.contains(k) else { return false }
    switch chunks[k] {
    case .time: return true
    case .preposition: return phrase(k + 1) != nil || isTime(k + 1)
    default: return false
    }
  }

  private func isTime(_ k: Int) -> Bool {
    if chunks.indices.contains(k), case .time = chunks[k] { return true }
    return false
  }

  /// `On Friday, at the meeting, X said …`: what stands before the subject belongs to its verb.
  private mutating func bindFronted() {
    for f in frames.indices where frames[f].verb.form == .finite {
      guard let subject = frames[f].subject else { continue }
      var k = chunks.firstIndex { if case .phrase(subject) = $0 { true } else { false } } ?? 0
      guard k < frames[f].chunk else { continue }
      k -= 1
      while k >= 0 {
        switch chunks[k] {
        case .comma, .other: break
        case .time(let time): frames[f].times.append(time)
        case .phrase(let p):
          guard let slot = preposition(k - 1) else { return }
          frames[f].adjuncts.append(.init(slot: slot, phrase: p, chunk: k - 1))
          k -= 1
        case .preposition where isTime(k + 1): break
        default: k = -1
        }
        k -= 1
      }
    }
    bindGerunds()
  }

  /// `After meeting X, Y flew …`: the fronted gerund has the main verb's subject.
  private mutating func bindGerunds() {
    for f in frames.indices where frames[f].subject == nil && frames[f].verb.form != .finite {
      guard let main = frames.indices.first(where: { $0 > f && frames[$0].verb.form == .finite })
      else { continue }
      frames[f].subject = frames[main].subject
      if frames[f].governor == nil, main != f { frames[f].governor = main }
    }
  }
}

extension Frame {
  /// True where its subject is the antecedent of a relative pronoun.
  func subjectIsRelative(in chunks: [Chunk]) -> Bool {
    var k = chunk - 1
    while k >= 0 {
      switch chunks[k] {
      case .relative: return true
      case .other, .time: k -= 1
      default: return false
      }
    }
    return false
  }
}

extension VerbSense {
  /// Verbs whose complement may be a clause: said, expects, announced.
  var takesClause: Bool {
    switch self {
    case .speech, .expect, .plan, .wish, .deny, .agree, .other: true
    default: false
    }
  }
}
