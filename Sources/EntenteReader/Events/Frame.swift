internal import EntenteKnowledge
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
  /// True where somebody was only invited to it.
  var isProposed = false
  /// True where somebody has agreed to it.
  var isPlanned = false

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

  /// Times told behind the verb to which another one is joined, by frame.
  var shared: [Int: [TimeExpression]] = [:]

  /// Prepositions behind which another time is told: since, before, after.
  let borders: Set<UInt32>

  /// The word `by`.
  let by: UInt32
  let between: UInt32
  let with: UInt32
  /// For whom somebody signs: for, on behalf of.
  let behalf: Set<UInt32>
  let to: UInt32
  let asWord: UInt32
  /// Verbs whose object says what their subject is.
  let copulas: Set<UInt32>
  /// The verbs that take an event's noun as object: hold, pay, begin, sign.
  let light: Set<UInt32>

  /// The mentions that phrases speak of.
  let mentions: [Mention]

  init(_ chunks: [Chunk], _ scanner: Scanner) {
    let (phrases, lexicon) = (scanner.phrases, scanner.lexicon)
    let borders = lexicon.words.borders
    mentions = scanner.mentions
    self.chunks = chunks
    by = lexicon.words.by
    between = lexicon.words.between
    with = lexicon.words.with
    behalf = [lexicon.words.forWord, lexicon.knowledge.word("behalf")]
    to = lexicon.words.to
    asWord = lexicon.words.asWord
    copulas = lexicon.words.copulas
    light = lexicon.patterns.light
    self.borders = borders
    self.phrases = phrases
    for (k, chunk) in chunks.enumerated() {
      guard case .verb(let verb) = chunk else { continue }
      frames.append(Frame(chunk: k, verb: verb))
    }
    for f in frames.indices { bind(f) }
    for f in frames.indices {
      turnInverted(f)
      turnReduced(f)
      bindRelativeObject(f)
      bindContact(f)
    }
    shareTimes()
    for f in frames.indices where isUnreal(f) { frames[f].isConditional = true }
    bindFronted()
  }

  func frame(atChunk k: Int) -> Int? { frames.firstIndex { $0.chunk == k } }

  func phrase(_ k: Int) -> Int? {
    guard chunks.indices.contains(k), case .phrase(let number) = chunks[k] else { return nil }
    return number
  }

  func preposition(_ k: Int) -> UInt32? {
    guard chunks.indices.contains(k), case .preposition(let slot, _, _) = chunks[k] else {
      return nil
    }
    return slot
  }

  /// `…, said President X`: who speaks stands behind the verb, where nobody does before it.
  mutating func turnInverted(_ f: Int) {
    // Behind the comma or the mark that ends what was said.
    guard frames[f].chunk > 0, isEnd(chunks[frames[f].chunk - 1]) || frames[f].subject == nil,
      frames[f].verb.sense == .speech, frames[f].verb.form == .finite,
      !frames[f].verb.isPassive, let object = frames[f].object, isPersonal(object),
      phrases[object].form != .pronoun, !(frames[f].subject.map(isPersonal) ?? false)
    else { return }
    frames[f].subject = object
    frames[f].object = nil
  }

  private func isEnd(_ chunk: Chunk) -> Bool {
    switch chunk {
    case .comma, .border: true
    default: false
    }
  }

  /// `a delegation led by X`: a past form with nothing but its agent behind it is a participle.
  mutating func turnReduced(_ f: Int) {
    let verb = frames[f].verb
    if [.sign, .exchange].contains(verb.sense), verb.isPast, frames[f].object == nil,
      frames[f].adjuncts.contains(where: { $0.slot == by || $0.slot == between }),
      let paper = paper(before: frames[f].chunk)
    {
      frames[f].subject = paper
    }
    guard verb.isPast, verb.form == .finite, !verb.isPassive, verb.end - verb.start == 1,
      frames[f].object == nil, let slot = firstPreposition(behind: frames[f].chunk),
      slot == by || isSignedThing(f) || isDoneBySomeone(f),
      [.lead, .chair, .host, .sign, .witness, .receive, .invite, .exchange, .attend].contains(
        verb.sense)
    else { return }
    frames[f].verb.isPassive = true
    frames[f].verb.form = .participle
  }

  /// The preposition right behind a verb, or behind a time: `signed Tuesday by`.
  private func firstPreposition(behind k: Int) -> UInt32? {
    guard k + 1 < chunks.count, case .time = chunks[k + 1] else { return preposition(k + 1) }
    return preposition(k + 2)
  }

  /// `a Memorandum of Understanding on Judicial Cooperation signed between the two`: the paper stands before what it
  /// is on.
  private func paper(before k: Int) -> Int? {
    var j = k - 1
    if j > 0, case .comma = chunks[j] { j -= 1 }
    while j >= 0 {
      guard let p = phrase(j) else { return nil }
      if phrases[p].form == .event { return p }
      // `under the terms of the memorandum, signed by …`
      if let last = phrases[p].links.last?.phrase, phrases[last].form == .event { return last }
      guard preposition(j - 1) != nil else { return nil }
      j -= 2
    }
    return nil
  }

  /// `a memorandum signed between the two countries in 2008`
  private func isSignedThing(_ f: Int) -> Bool {
    guard let subject = frames[f].subject, [.sign, .exchange].contains(frames[f].verb.sense) else {
      return false
    }
    return phrases[subject].form == .event
  }

  /// `the treaty initialled at the town hall by the mayors`
  private func isDoneBySomeone(_ f: Int) -> Bool {
    frames[f].adjuncts.contains { $0.slot == by }
      && frames[f].subject.map { phrases[$0].form == .event } == true
  }

  /// `a deal it signed with Mali`, `under the pact Norway signed`, `talks she held with X`: what was signed or held stands
  /// right before who did so. `Norway ended a deal it signed`: that is Norway.
  mutating func bindContact(_ f: Int) {
    let k = frames[f].chunk
    let isPaper = [.sign, .exchange].contains(frames[f].verb.sense)
    guard k > 1, frames[f].object == nil, !frames[f].verb.isPassive,
      isPaper || light.contains(frames[f].verb.lemma), let actor = phrase(k - 1), isPersonal(actor),
      let event = phrase(k - 2), phrases[event].form == .event, phrases[event].owners.isEmpty
    else { return }
    guard phrases[actor].form == .pronoun else {
      (frames[f].object, frames[f].subject) = (event, actor)
      return
    }
    // Who `he` is in `over a pact he signed`, nobody knows.
    guard isPaper, let main = frames.first(where: { $0.chunk < k && $0.object == event }) else {
      return
    }
    (frames[f].object, frames[f].subject) = (event, main.subject)
  }

  /// `X, whom she met`: the antecedent is the object where the relative clause has a subject of its own.
  mutating func bindRelativeObject(_ f: Int) {
    guard frames[f].object == nil, !frames[f].verb.isPassive, let subject = frames[f].subject,
      let k = chunks.firstIndex(where: { if case .phrase(subject) = $0 { true } else { false } }),
      k > 0,
      k < frames[f].chunk, case .relative = chunks[k - 1]
    else { return }
    frames[f].object = antecedent(before: k - 1)
  }

  /// Behind `if`, and behind what is denied: `denied that he had met X`.
  func isUnreal(_ f: Int) -> Bool {
    var k = frames[f].chunk - 1
    while k >= 0 {
      if case .border(let isConditional) = chunks[k] {
        if isConditional { return true }
        if k > 0, case .verb(let verb) = chunks[k - 1] {
          return verb.sense == .deny && !verb.isNegated
        }
        return false
      }
      k -= 1
    }
    return false
  }

  mutating func bind(_ f: Int) {
    findSubject(f)
    findTimesBefore(f)
    splitFronted(f)
    preferEvent(f)
    findObject(f)
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

extension VerbSense {
  /// Verbs whose object does not act in the infinitive behind it: met X to discuss.
  var keepsSubject: Bool {
    switch self {
    case .meet, .talk, .receive, .visit, .host, .lead, .attend, .call, .sign, .agree, .chair,
      .exchange, .leave,
      .travel, .arrive, .witness:
      true
    default: false
    }
  }
}
