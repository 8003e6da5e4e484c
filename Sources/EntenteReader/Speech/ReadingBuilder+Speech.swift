internal import EntenteModel

extension ReadingBuilder {
  /// Puts who says so to the quotations of events, of their sides and of offices.
  ///
  /// An event is somebody's word where each place of a sentence that tells of it is. A title counts as the speaker's
  /// only inside quotation marks: in reported speech it is the reporter's.
  func attribute(_ reading: inout Reading, _ eventNumbers: [Int: Int], _ number: [Int?]) {
    guard !speech.isEmpty else { return }
    for (c, e) in eventNumbers {
      let heads = events.clusters[c].heads.sorted()
      reading.events[e].evidence = reading.events[e].evidence.map { attributed($0, heads, number) }
      for p in reading.events[e].participants.indices {
        reading.events[e].participants[p].evidence =
          reading.events[e].participants[p].evidence.map { attributed($0, heads, number) }
      }
    }
    for r in reading.relations.indices {
      reading.relations[r].evidence = reading.relations[r].evidence.map { quote in
        quote.said(by: quotedSpeaker(quote, number))
      }
    }
  }

  private func attributed(_ quote: Evidence, _ heads: [Int], _ number: [Int?]) -> Evidence {
    let own = heads[place(of: quote.start, heads)...].prefix { text.tokens[$0].start < quote.end }
    guard !own.isEmpty else { return quote }
    let said = own.map { speaker(of: speech.speakers(at: $0), number) }
    guard let first = said[0], said.allSatisfy({ $0 == first }) else { return quote }
    return quote.said(by: first)
  }

  /// The position of the first of these tokens that does not stand before an offset.
  private func place(of offset: Int, _ heads: [Int]) -> Int {
    var (low, high) = (0, heads.count)
    while low < high {
      let middle = (low + high) / 2
      if text.tokens[heads[middle]].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func quotedSpeaker(_ quote: Evidence, _ number: [Int?]) -> Evidence.Speaker? {
    guard let from = token(at: quote.start), let to = token(at: quote.end - 1),
      let span = speech.quotations.span(at: from), speech.quotations.span(at: to) == span
    else { return nil }
    return speaker(of: speech.speakers(quotedAt: from), number)
  }

  private func token(at offset: Int) -> Int? {
    var (low, high) = (0, text.tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(text.tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
    }
    return low < text.tokens.count ? low : nil
  }

  /// The one speaker that all attributions mean; nil where they differ.
  private func speaker(
    of attributions: [Attribution], _ number: [Int?]
  ) -> Evidence.Speaker? {
    guard let first = attributions.first else { return nil }
    let named = attributions.map { cluster(of: $0) }
    guard
      attributions.indices.allSatisfy({ i in
        named[i] == named[0]
          && (named[0] != nil || shown(first.words) == shown(attributions[i].words))
      })
    else { return nil }
    let words = quote(first.words.lowerBound, first.words.upperBound, rule: nil)
    return Evidence.Speaker(id: nil, start: words.start, end: words.end, text: words.text)
      .numbered(named[0].flatMap { number[$0] })
  }

  private func shown(_ words: Range<Int>) -> String {
    Folding.fold(text.string(words.lowerBound, words.upperBound))
  }

  // MARK: Who that is

  /// The one who holds an office without a name; nobody of another country than the office says.
  func holder(_ office: Int) -> Int? {
    guard let holder = events.holder(office), let own = linker.clusters[holder].country else {
      return events.holder(office)
    }
    let body = linker.scanner.offices[office].body.flatMap { linker.scanner.mentions[$0].entity }
    let country = body.flatMap { linker.clusters[$0].country } ?? scanner.offices[office].adjective
    return country == nil || country == own ? holder : nil
  }

  private func cluster(of attribution: Attribution) -> Int? {
    switch attribution.speaker {
    case .mention(let mention): linker.scanner.mentions[mention].entity
    case .office(let office): holder(office)
    case .pronoun(let token): person(meantAt: token)
    case .unnamed: nil
    }
  }
}
