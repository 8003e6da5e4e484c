internal import EntenteKnowledge
internal import EntenteModel

extension EventReader {
  /// `India met Pakistan in the Asia Cup`, `will visit Pakistan for three Tests`: teams and players, who hold no office.
  mutating func dropSport() {
    guard tellsOfSport else { return }
    found.removeAll { event in
      event.kind != .agreement
        && event.roles.filter { $0.type.isSide || $0.type == .visitor }.allSatisfy { role in
          guard case .mention(let side) = role.party else { return false }
          return scanner.mentions[side].offices.isEmpty
        }
    }
  }

  private var tellsOfSport: Bool {
    (scanner.first..<scanner.stop).contains { k in
      let word = scanner.text.words[k]
      return lexicon.words.sports.contains(word)
        || scanner.text.isCapital(k) && k > scanner.first && lexicon.words.cups.contains(word)
    }
  }
}
