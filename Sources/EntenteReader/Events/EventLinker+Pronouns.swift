internal import EntenteKnowledge
internal import EntenteModel

/// Whom `he`, `she`, `his` and an office without a name mean.
extension EventLinker {
  func person(before token: Int, not others: Set<Int> = []) -> Int? {
    if let owner = onlyPerson(before: token), !others.contains(owner) { return owner }
    let subjects = fitting(token)
    if let beside = personBeside(token) { return others.contains(beside) ? nil : beside }
    if let subject = subjects.last(where: { subject in
      subject.token < token && person(subject).map { !others.contains($0) } ?? true
    }), !opensSentence(token) {
      return person(subject)
    }
    // `During her visit, X said …`: the pronoun looks ahead to the subject of its own sentence.
    guard
      let sentence = scanner.text.sentences.firstIndex(where: {
        $0.start <= token && token < $0.end
      }),
      let ahead = subjects.first(where: { $0.token > token }),
      ahead.token < scanner.text.sentences[sentence].end
    else { return subjects.last { $0.token < token }.flatMap { person($0) } }
    return person(ahead)
  }

  /// `Anna met Omar. He said …`: the one who can be meant, where the one who acted last cannot; nil where he can.
  private func personBeside(_ token: Int) -> Int? {
    guard let last = subjects.last(where: { $0.token < token }), let other = person(last),
      !looksAhead(token)
    else { return nil }
    if !linker.fits(other, pronoun: token) {
      return onlyPerson(named: last.token..<token, fitting: token)
    }
    // `Dorro met Anna during her visit`: whose name tells nothing gives way to whose name says that it is she; in the
    // next sentence `she` is who acted.
    guard sharesSentence(last.token, token), !linker.isTold(other, pronoun: token),
      let beside = onlyPerson(named: last.token..<token, fitting: token), beside != other,
      linker.isTold(beside, pronoun: token)
    else { return nil }
    return beside
  }

  private func sharesSentence(_ a: Int, _ b: Int) -> Bool {
    scanner.text.sentences.contains { $0.start <= a && a < $0.end && $0.start <= b && b < $0.end }
  }

  /// `During her visit, X said`
  private func looksAhead(_ token: Int) -> Bool {
    guard opensSentence(token),
      let sentence = scanner.text.sentences.first(where: { $0.start <= token && token < $0.end })
    else { return false }
    return subjects.contains { token < $0.token && $0.token < sentence.end }
  }

  /// Those who act and whose names do not speak against the pronoun.
  private func fitting(_ token: Int) -> [Subject] {
    subjects.filter { subject in person(subject).map { linker.fits($0, pronoun: token) } ?? true }
  }

  /// `Anna met Omar; he said`: the one person named there whom the pronoun can mean.
  private func onlyPerson(named range: Range<Int>, fitting token: Int) -> Int? {
    let named = Set(
      scanner.mentions.filter { range.lowerBound <= $0.start && $0.start < range.upperBound }
        .compactMap { $0.entity }.filter { linker.clusters[$0].kind == .person })
    let left = named.filter { linker.fits($0, pronoun: token) }
    return left.count == 1 ? left.first : nil
  }

  /// `during the visit of X to Brussels and his meeting with Y`: the one person whom the sentence has named, where
  /// nobody acts in it.
  private func onlyPerson(before token: Int) -> Int? {
    guard isPossessive(token),
      let sentence = scanner.text.sentences.first(where: { $0.start <= token && token < $0.end }),
      !subjects.contains(where: { sentence.start <= $0.token && $0.token < token })
    else { return nil }
    let named = Set(
      scanner.mentions.filter {
        sentence.start <= $0.start && $0.start < token && $0.entity != nil
      }.compactMap { $0.entity }.filter { linker.clusters[$0].kind == .person })
    return named.count == 1 ? named.first : nil
  }

  private func isPossessive(_ token: Int) -> Bool {
    let words = scanner.lexicon.words
    let word = scanner.text.words[token]
    return word == words.his || word == words.her
  }

  /// The last one told before of those who hold an office of that name; behind `the Iraqi premier` whoever was told
  /// last and is of no other country.
  private func lastHolding(_ number: Int, before token: Int) -> Int? {
    let office = scanner.offices[number]
    let told = subjects.compactMap { subject -> Int? in
      guard subject.token < token, case .mention(let mention) = subject.person else { return nil }
      return entity(mention)
    }
    if let holder = told.last(where: { person in
      linker.clusters[person].offices.contains { scanner.offices[$0].term == office.term }
    }) {
      return holder
    }
    guard let country = office.adjective, let last = told.last else { return nil }
    return linker.clusters[last].country ?? country == country ? last : nil
  }

  func person(_ subject: Subject) -> Int? {
    switch subject.person {
    case .mention(let mention): entity(mention)
    case .office(let office): holder(office) ?? lastHolding(office, before: subject.token)
    default: nil
    }
  }

  /// `X will meet the guest, and Y will have talks with him`: the guest, whom no name stands for here.
  func namesGuest(before token: Int) -> Bool {
    let word = scanner.text.words[token]
    let words = scanner.lexicon.words
    guard word == words.him || word == words.her,
      let sentence = scanner.text.sentences.first(where: { $0.start <= token && token < $0.end })
    else { return false }
    return (sentence.start..<token).contains { k in
      scanner.text.matches(at: k).contains { match in
        match.sense.role == .term && linker.lexicon.info(match.sense.target).termClass == .side
          && linker.lexicon.info(match.sense.target).kind == .person
          && !match.sense.forms.contains(.plural)
          && !linker.lexicon.info(match.sense.target).isPlural
      }
    }
  }

  /// True in the first few words of a sentence, behind a preposition.
  func opensSentence(_ token: Int) -> Bool {
    scanner.text.sentences.contains { $0.start < token && token <= $0.start + 2 }
  }
}
