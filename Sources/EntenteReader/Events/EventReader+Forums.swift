internal import EntenteKnowledge
internal import EntenteModel

/// Bodies that are known by their gatherings: the World Economic Forum, the Munich Security Conference.
extension EventReader {
  /// `took part in the World Economic Forum`, `spoke at the Munich Security Conference`: who comes to one meets there.
  mutating func readForum(_ f: Int) {
    let frame = frames[f]
    guard !frame.verb.isPassive, let status = status(of: f),
      let (forum, p) = forumAttended(frame)
    else { return }
    let role = PatternTable.Role(type: .participant, slots: [.subject], part: nil)
    let guests = subjects(of: frame).flatMap { sides($0, role, .meeting) }.filter(isPersonal)
    guard !guests.isEmpty else { return }
    var event = EventMention(
      kind: .meeting, noun: "meeting", sentence: scanner.sentence, head: frame.verb.end - 1,
      rule: "forum")
    event.roles = guests
    event.roles.append(
      EventMention.Role(
        party: .mention(forum), type: .participant, part: nil, start: phrases[p].start,
        end: phrases[p].end))
    (event.status, event.isVerbal) = (status, true)
    fillTimeAndPlace(&event, frame.adjuncts.filter { $0.phrase != p }, frame.times)
    found.append(event)
  }

  /// The body whose gathering a verb of being or speaking there names, and its phrase.
  private func forumAttended(_ frame: Frame) -> (mention: Int, phrase: Int)? {
    let words = lexicon.words
    let isAttending = frame.verb.sense == .attend
    let isSpeaking =
      frame.verb.sense == .speech || frame.verb.sense == .talk
      || words.addresses.contains(frame.verb.lemma)
    guard isAttending || isSpeaking else { return nil }
    let slots = isAttending ? [words.inWord, words.at] : [words.at]
    let isDirect = isAttending || words.addresses.contains(frame.verb.lemma)
    let phrases =
      (isDirect ? [frame.object].compactMap { $0 } : [])
      + frame.adjuncts.filter { slots.contains($0.slot) }.map(\.phrase)
    return phrases.lazy.compactMap { p in self.forum(p).map { ($0, p) } }.first
  }

  private func forum(_ p: Int) -> Int? {
    guard phrases[p].form == .named, phrases[p].mentions.count == 1,
      let mention = phrases[p].mentions.first, scanner.mentions[mention].kind == .organization,
      scanner.mentions[mention].end > scanner.mentions[mention].start + 1,
      !(scanner.mentions[mention].head.map { lexicon.info($0).isLegislature } ?? false)
    else { return nil }
    let own = scanner.mentions[mention].start..<scanner.mentions[mention].end
    let isGathering = own.contains { k in
      scanner.text.isCapital(k) && lexicon.words.gatherings.contains(scanner.text.words[k])
    }
    return isGathering ? mention : nil
  }
}
