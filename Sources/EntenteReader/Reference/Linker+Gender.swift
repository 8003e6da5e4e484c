internal import EntenteKnowledge
internal import EntenteModel

extension Linker {
  /// Whether a person's given names leave it open that the pronoun at `token` means him or her.
  func fits(_ person: Int, pronoun token: Int) -> Bool {
    guard let other = gender(notMeantBy: scanner.text.words[token]) else { return true }
    let genders = clusters[person].mentions.prefix(8).flatMap { m in
      (scanner.mentions[m].start..<scanner.mentions[m].end).compactMap { gender($0) }
    }
    return genders.isEmpty || genders.contains { $0 != other }
  }

  /// Whether a given name says that the pronoun can mean its bearer.
  func isTold(_ person: Int, pronoun token: Int) -> Bool {
    guard let other = gender(notMeantBy: scanner.text.words[token]) else { return false }
    return clusters[person].mentions.prefix(8).contains { m in
      (scanner.mentions[m].start..<scanner.mentions[m].end).contains {
        gender($0).map { $0 != other } ?? false
      }
    }
  }

  private func gender(notMeantBy pronoun: UInt32) -> String? {
    let words = lexicon.words
    if pronoun == words.she || pronoun == words.her { return "masculine" }
    return [words.he, words.him, words.his].contains(pronoun) ? "feminine" : nil
  }

  /// What a given name says of who bears it; nil where it says nothing for sure.
  private func gender(_ token: Int) -> String? {
    guard scanner.text.classes[token].contains(.given),
      let term = knowledge.term(Folding.fold(scanner.text.string(token, token + 1)), .given),
      term.attribute("ambiguous") == nil, let gender = term.attribute("gender"),
      gender == "masculine" || gender == "feminine"
    else { return nil }
    return gender
  }
}
