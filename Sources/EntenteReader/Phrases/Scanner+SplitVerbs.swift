internal import EntenteKnowledge
internal import EntenteModel

extension Scanner {
  /// `will on Thursday host`, `was, on Monday, elected`: a time between the auxiliary and its verb.
  func joinVerbs(_ chunks: inout [Chunk]) {
    var k = 0
    while k < chunks.count {
      defer { k += 1 }
      guard case .verb(let first) = chunks[k], isAuxiliary(first),
        let m = verbBehindTime(chunks, k), case .verb(let main) = chunks[m],
        let joined = join(first, main)
      else { continue }
      chunks[m] = .verb(joined)
      chunks.remove(at: k)
    }
  }

  /// `will`, `was`, `has` with no verb of its own.
  private func isAuxiliary(_ group: VerbGroup) -> Bool {
    group.form == .finite
      && (group.lemma == UInt32.max || group.lemma == lexicon.knowledge.word("be")
        || group.lemma == lexicon.knowledge.word("have"))
  }

  /// The verb that follows, where nothing but a time stands between.
  private func verbBehindTime(_ chunks: [Chunk], _ k: Int) -> Int? {
    var sawTime = false
    for m in k + 1..<min(k + 6, chunks.count) {
      switch chunks[m] {
      case .time: sawTime = true
      case .comma: continue
      case .preposition:
        guard m + 1 < chunks.count, case .time = chunks[m + 1] else { return nil }
      case .verb: return sawTime ? m : nil
      default: return nil
      }
    }
    return nil
  }

  private func join(_ first: VerbGroup, _ main: VerbGroup) -> VerbGroup? {
    let token = main.start
    guard main.form != .infinitive, !has(token, [.auxiliary, .modal, .negation]),
      !words.be.contains(text.words[token]), !words.have.contains(text.words[token])
    else { return nil }
    let forms = lexicon.knowledge.forms(ofWord: text.words[token])
    var joined = main
    joined.form = .finite
    joined.isFuture = first.isFuture
    joined.isReportedFuture = first.isReportedFuture
    joined.isHypothetical = first.isHypothetical
    joined.isNegated = first.isNegated || main.isNegated
    guard first.lemma != UInt32.max else {
      joined.isPast = false
      return main.isPast ? nil : joined
    }
    let isBe = first.lemma == lexicon.knowledge.word("be")
    guard forms.contains(.participle) || isBe && main.form == .gerund else { return nil }
    joined.isPassive = isBe && main.form != .gerund
    joined.isPast = first.isPast
    joined.isEarlier = !isBe && first.isPast
    return joined
  }
}
