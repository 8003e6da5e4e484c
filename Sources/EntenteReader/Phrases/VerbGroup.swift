internal import EntenteKnowledge
internal import EntenteModel

/// A verb with its auxiliaries: `has been holding`, `will not visit`, `to sign`.
struct VerbGroup {
  enum Form { case finite, infinitive, gerund, participle }

  var start: Int
  var end: Int
  /// The word id of the main verb's base form; `be` or `have` alone count as one.
  var lemma: UInt32
  var sense: VerbSense
  var form: Form
  /// The term of a verb of several words, which has patterns of its own: `take part`.
  var phrasal: UInt32?
  var isPassive = false
  var isNegated = false
  /// `will`, `is to`
  var isFuture = false
  /// `would`: the future of what was said.
  var isReportedFuture = false
  /// `may`, `could`, `should`
  var isHypothetical = false
  var isPast = false
  /// `had met`, `has visited`: not what the article dates.
  var isEarlier = false
}

extension Scanner {
  /// Reads the verb group at `i`, or nil where none starts.
  func verbGroup(at i: Int) -> VerbGroup? {
    var group = VerbGroup(start: i, end: i, lemma: 0, sense: .other, form: .finite)
    var j = i
    if isWord(j, words.to) {
      var k = j + 1
      while has(k, .adverb), !has(k, .verb) { k += 1 }
      let main = prefixedVerb(k) ?? k
      if k < stop, text.isCapital(k), has(k, .month) { return nil }
      guard has(main, .verb) || isBe(k) || isHave(k), isBase(main) else { return nil }
      group.form = .infinitive
      j = k
    }
    var auxiliary: UInt32 = 0
    var sawAuxiliary = false
    while j < stop, prefixedVerb(j) == nil {
      let word = text.words[j]
      if has(j, .negation) {
        group.isNegated = true
      } else if words.will.contains(word) {
        group.isFuture = true
        sawAuxiliary = true
        auxiliary = 0
      } else if has(j, .modal) {
        noteModal(j, &group)
        sawAuxiliary = true
        auxiliary = 0
      } else if words.be.contains(word) || words.have.contains(word) {
        if words.be.contains(word) || words.have.contains(word) { auxiliary = word }
        noteTense(j, &group)
        sawAuxiliary = true
        if isWord(j + 1, words.to), let next = infinitiveBehindBe(j), words.be.contains(word) {
          group.isFuture = true
          j = next
          auxiliary = 0
          continue
        }
      } else if has(j, .auxiliary), sawAuxiliary == false, !has(j, .verb) || nextIsVerb(j) {
        sawAuxiliary = true
        noteTense(j, &group)
      } else if has(j, .adverb), sawAuxiliary || group.form == .infinitive, !has(j, .verb) {
        // an adverb inside the group
      } else {
        break
      }
      j += 1
      group.end = j
    }
    if let main = mainVerb(j, auxiliary: auxiliary, sawAuxiliary: sawAuxiliary, &group) {
      group.end = main
      return group
    }
    guard sawAuxiliary, group.end > i else { return nil }
    // `be`, `have` or a modal alone: a verb of its own.
    group.lemma = UInt32.max
    if words.be.contains(auxiliary) { group.lemma = lexicon.knowledge.word("be") }
    if words.have.contains(auxiliary) {
      group.lemma = lexicon.knowledge.word("have")
      // `will … and have a meeting`: present, unless it is `had`.
      group.isPast = group.end > 0 && text.string(group.end - 1, group.end).lowercased() == "had"
    }
    trimAdverbs(&group)
    return group
  }

  /// The verb behind `co-`: `co-chaired` is read as chaired.
  func prefixedVerb(_ j: Int) -> Int? {
    guard j + 2 < stop, text.isMark(j + 1, "-"), text.tokens[j + 1].shape.isDisjoint(with: .spaced),
      text.tokens[j + 2].shape.isDisjoint(with: .spaced), has(j + 2, .verb),
      text.tokens[j].end - text.tokens[j].start <= 3, !text.isCapital(j)
    else { return nil }
    return j + 2
  }

  private func trimAdverbs(_ group: inout VerbGroup) {
    while group.end > group.start + 1, has(group.end - 1, .adverb) { group.end -= 1 }
  }

  private func isBe(_ k: Int) -> Bool { k < stop && words.be.contains(text.words[k]) }
  private func isHave(_ k: Int) -> Bool { k < stop && words.have.contains(text.words[k]) }

  func isBase(_ k: Int) -> Bool {
    guard k < stop else { return false }
    if isBe(k) || isHave(k) { return true }
    return lexicon.knowledge.forms(ofWord: text.words[k]).contains(.base)
  }

  private func nextIsVerb(_ j: Int) -> Bool { has(j + 1, [.verb, .adverb, .negation]) }

  private func infinitiveBehindBe(_ j: Int) -> Int? {
    var k = j + 2
    while has(k, .adverb), !has(k, .verb) { k += 1 }
    return has(k, .verb) && isBase(k) || isBe(k) || isHave(k) ? k : nil
  }

  private func noteModal(_ j: Int, _ group: inout VerbGroup) {
    switch text.string(j, j + 1).lowercased() {
    case "would": group.isReportedFuture = true
    case "will", "shall": group.isFuture = true
    default: group.isHypothetical = true
    }
  }

  private func noteTense(_ j: Int, _ group: inout VerbGroup) {
    let form = text.string(j, j + 1).lowercased()
    if ["had", "has", "have"].contains(form) { group.isEarlier = true }
    switch form {
    case "was", "were", "had", "did", "has", "have", "been": group.isPast = true
    default: break
    }
  }

  /// The main verb at `j`; its form decides voice and tense.
  private func mainVerb(
    _ j: Int, auxiliary: UInt32, sawAuxiliary: Bool, _ group: inout VerbGroup
  ) -> Int? {
    let j = prefixedVerb(j) ?? j
    guard has(j, .verb) else { return nil }
    let word = text.words[j]
    let lemma = lexicon.knowledge.verbLemma(ofWord: word)
    guard lemma != 0 else { return nil }
    let phrasal = phrasalVerb(j)
    let forms = lexicon.knowledge.forms(ofWord: word)
    // Behind `be` a noun's reading wins (`was visit`), and behind nothing a base form needs its plural subject.
    if auxiliary != 0, words.be.contains(auxiliary) {
      if forms.contains(.participle) {
        group.isPassive = true
      } else if !forms.contains(.gerund) {
        return nil
      }
    } else if auxiliary != 0, words.have.contains(auxiliary) {
      guard forms.contains(.participle) else { return nil }
      group.isPast = true
      // `denied having met X`
      if isWord(group.start, words.having) {
        group.form = .gerund
        group.isPast = false
      }
    } else if sawAuxiliary || group.form == .infinitive {
      guard forms.contains(.base) else { return nil }
    } else if forms.contains(.gerund) {
      group.form = .gerund
    } else if forms.contains(.past),
      !forms.contains(.participle) || !isWord(j + 1, words.by) || prefixedVerb(group.start) == nil
    {
      group.isPast = true
    } else if forms.contains(.participle) {
      group.form = .participle
      group.isPassive = true
    }
    group.lemma = lemma
    group.sense = lexicon.sense(ofVerb: lemma)
    guard let phrasal else { return j + 1 }
    group.phrasal = phrasal.sense.target
    group.sense = lexicon.info(phrasal.sense.target).sense
    return Int(phrasal.end)
  }

  /// `called off`, `took part`: a verb of several words.
  private func phrasalVerb(_ j: Int) -> Text.Match? {
    text.matches(at: j).first {
      $0.sense.role == .term && Int($0.end) > j + 1 && Int($0.end) <= stop
        && lexicon.info($0.sense.target).termClass == .verb
        // `called on X` is call with its preposition; only verbs with a meaning of their own count.
        && (lexicon.patterns.byPhrase[$0.sense.target] != nil
          || !has(j + 1, [.preposition, .adverb])
          || [.cancel, .deny].contains(lexicon.info($0.sense.target).sense))
        && !text.marks[j + 1..<Int($0.end)].contains(0x2D)
    }
  }
}
