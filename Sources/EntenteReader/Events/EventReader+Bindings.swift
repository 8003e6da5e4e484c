internal import EntenteKnowledge
internal import EntenteModel

/// Who acts in a clause, where the words before its verb do not say it by themselves.
extension EventReader {
  /// `The state government said it had signed …`: a body means itself.
  mutating func bindSaid() {
    let words = lexicon.words
    for f in frames.indices {
      guard let subject = frames[f].subject, phrases[subject].form == .pronoun,
        scanner.text.words[phrases[subject].start] == words.it,
        let g = frames.lastIndex(where: { $0.chunk < frames[f].chunk && $0.verb.sense == .speech }),
        let speaker = frames[g].subject, isBody(speaker),
        // `said | that | it`, and nothing else that `it` could be
        phrases[subject].start - frames[g].verb.end <= 1
      else { continue }
      frames[f].subject = speaker
    }
  }

  private func isBody(_ p: Int) -> Bool {
    if scanner.isGovernment(phrases[p]) { return true }
    return phrases[p].form == .named && phrases[p].mentions.count == 1
      && scanner.mentions[phrases[p].mentions[0]].kind != .person
  }

  /// `the arrival of President X, who is on a visit`: a person, not the event.
  mutating func bindWho() {
    for f in frames.indices {
      guard let subject = frames[f].subject, phrases[subject].form == .event,
        let link = phrases[subject].links.last?.phrase, personNamed(link) != nil,
        frames[f].verb.start > scanner.first,
        scanner.text.words[frames[f].verb.start - 1] == lexicon.words.who
      else { continue }
      frames[f].subject = link
    }
  }

  /// `extended an invitation to X to visit Y`: X would be the visitor.
  mutating func bindInvitations() {
    let words = lexicon.words
    for f in frames.indices where frames[f].verb.form == .infinitive {
      guard let g = frames[f].governor, let object = frames[g].object,
        words.invitations.contains(scanner.text.words[phrases[object].head])
      else { continue }
      // `accepted the invitation to travel to Y`: means to go.
      if frames[g].verb.lemma == words.accept, status(of: g) == .held {
        (frames[f].subject, frames[f].isPlanned) = (frames[g].subject, true)
        continue
      }
      let guest = frames[g].adjuncts.first { $0.slot == words.to || $0.slot == words.forWord }
      if let guest { frames[f].subject = guest.phrase }
      frames[f].isProposed = true
    }
  }
}
