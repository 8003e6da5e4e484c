internal import EntenteKnowledge
internal import EntenteModel

/// Where and when an event was, by the phrases beside its verb or noun.
extension EventReader {
  func fillTimeAndPlace(
    _ event: inout EventMention, _ adjuncts: [Frame.Adjunct], _ times: [TimeExpression]
  ) {
    if event.time == nil { event.time = times.first { !$0.isVague } ?? times.first }
    // `signed at a ceremony held on Friday`
    if event.time == nil, event.rule != "noun" {
      event.time =
        adjuncts.lazy.flatMap { adjunct in
          frames.filter { $0.subject == adjunct.phrase && $0.verb.form == .participle }
        }.compactMap { $0.times.first }.first
    }
    guard event.place == nil, event.kind != .visit else { return }
    let words = lexicon.words
    for (k, adjunct) in adjuncts.enumerated()
    where adjunct.slot == words.inWord || adjunct.slot == words.at {
      // `met over the arrest of Y in Accra`: the arrest was there.
      if k > 0, adjuncts[k - 1].chunk == adjunct.chunk - 2,
        words.topics.contains(adjuncts[k - 1].slot)
      {
        continue
      }
      if let place = place(adjunct.phrase, event.kind) {
        event.place = place
        return
      }
    }
  }

  /// A place by its name, or `the capital of Mali` by its country's.
  func placeOrCapital(_ p: Int, _ kind: Kind) -> Int? {
    if let place = place(p, kind) { return place }
    let isCapital =
      phrases[p].form == .common && scanner.text.words[phrases[p].head] == lexicon.words.capital
    return isCapital ? whereabouts(p) : nil
  }

  /// The place that a common noun is told by: `toured the port of Tema`, `visited Kenya's tea farms`.
  func whereabouts(_ p: Int) -> Int? {
    guard phrases[p].form == .common else { return nil }
    if let owner = phrases[p].owners.first(where: { isSomewhere($0) }) { return owner }
    return phrases[p].links.lazy.compactMap { place($0.phrase, .visit) }.first
  }

  func isSomewhere(_ mention: Int) -> Bool {
    [.place, .province, .country].contains(scanner.mentions[mention].kind)
  }

  /// `the Pacific | nation`: some country there, which another word names.
  private func isLand(_ k: Int) -> Bool {
    k < scanner.stop && lexicon.words.lands.contains(scanner.text.words[k])
  }

  /// The mention that is a place: for a visit also a country or a body.
  func place(_ p: Int, _ kind: Kind) -> Int? {
    let phrase = phrases[p]
    // `in Vietnam–Cambodia relations`
    guard phrase.form == .named, !scanner.isGluedHyphen(phrase.end - 1),
      !scanner.isGluedHyphen(phrase.end), !isLand(phrase.end)
    else { return nil }
    return phrase.mentions.first { mention in
      switch scanner.mentions[mention].kind {
      case Kind.place?, Kind.province?, Kind.country?: true
      case Kind.ministry?: kind == .visit
      case Kind.organization?: kind == .visit || scanner.mentions[mention].head != nil
      case nil: !scanner.mentions[mention].isGeneric
      default: false
      }
    }
  }
}
