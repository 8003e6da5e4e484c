package import EntenteKnowledge
package import EntenteModel

/// Reads one article: who is named, who they are to each other, and which events it tells of.
///
/// A pure function of the article and the pack; articles are independent, so they may be read in parallel.
package struct Reader: Sendable {
  let lexicon: Lexicon

  /// Prepares the pack's words once for many articles.
  package init(_ knowledge: Knowledge) {
    lexicon = Lexicon(knowledge)
  }

  /// What the article says. Never fails: what cannot be read makes nothing.
  package func read(_ article: Article) -> Reading {
    let text = Text(article, lexicon)
    var scanner = Scanner(text, lexicon)
    var events: [EventMention] = []
    var subjects: [Subject] = []
    var companions: [Companion] = []
    var leaders: [Leadership] = []
    var lists = 0
    var speech = Speech(text)
    for number in text.sentences.indices {
      scanner.begin(number)
      let known = scanner.mentions.count
      let chunks = scanner.chunks()
      scanner.settleAgencies(from: known, in: text.sentences[number].role)
      guard text.sentences[number].role != .headline || introducesItems(number, text) else {
        continue
      }
      let told = Reader.events(scanner, chunks, lists: lists, quotations: speech.quotations)
      lists = told.lists
      speech.add(told.attributions)
      events += told.events
      for role in told.events.flatMap(\.roles) where role.type.isSide {
        guard case .country(let country, let token) = role.party else { continue }
        scanner.mentionByAdjective(country, token)
      }
      for case let place? in told.events.map({ $0.kind == .visit ? $0.place : nil })
      where scanner.mentions[place].kind == nil {
        scanner.mentions[place].kind = .place
        scanner.mentions[place].certainty = 0.6
      }
      subjects += told.subjects
      leaders += told.leaders
      companions += told.companions
      for predicate in told.predicates {
        scanner.offices[predicate.office].holder = predicate.person
        scanner.mentions[predicate.person].offices.append(predicate.office)
      }
      for (mention, kind) in told.actors {
        scanner.mentions[mention].kind = kind
        scanner.mentions[mention].certainty = 0.7
      }
    }
    Introduction.share(&events, text.sentences)
    // A heading says what stands below it, and nothing by itself.
    events.removeAll { text.sentences[$0.sentence].role == .headline }
    leaders += scanner.leaderships
    var linker = Linker(scanner, date: article.record.date)
    linker.companions = companions
    linker.gatherings = Gathering.all(in: events)
    linker.link()
    speech.settle()
    var eventLinker = EventLinker(
      linker: linker, subjects: subjects.sorted { $0.token < $1.token }, speech: speech,
      leaders: leaders)
    eventLinker.link(events)
    return ReadingBuilder(article, linker, eventLinker, leaders, speech).reading()
  }
}

extension Scanner {
  /// `OSLO (Harbour Post) –`, `MAP`: who stands in brackets in a dateline, or in capitals at an article's foot, is the
  /// agency that sends it.
  mutating func settleAgencies(from first: Int, in role: Article.Block.Role) {
    guard role == .dateline || role == .credit else { return }
    for m in first..<mentions.count where mentions[m].known == nil && mentions[m].offices.isEmpty {
      let start = mentions[m].start
      let isBracketed = role == .dateline && isMark(start - 1, "(")
      let isTag =
        mentions[m].kind == nil && mentions[m].end == start + 1
        && text.tokens[start].shape.contains(.allCapitals)
      guard isBracketed || isTag && role == .credit else { continue }
      mentions[m].kind = .organization
      mentions[m].certainty = 0.7
    }
  }
}

/// What one sentence tells.
struct SentenceReading {
  var events: [EventMention]
  /// Persons who act, by the token of their verb.
  var subjects: [Subject]
  var leaders: [Leadership]
  /// Undecided names that their verbs decide.
  var companions: [Companion]
  var predicates: [Predicate]
  var actors: [(Int, Kind)]
  var lists: Int
  /// Who says what.
  var attributions: [Attribution]
}

extension Reader {
  /// `List of signed documents`, right above the list.
  func introducesItems(_ number: Int, _ text: Text) -> Bool {
    number > 0 && text.sentences.indices.contains(number + 1)
      && text.sentences[number + 1].role == .item
  }

  /// Reads the events of one sentence. A function of its own, so that its copy of the scanner is gone before the next
  /// sentence grows the arrays.
  static func events(
    _ scanner: Scanner, _ chunks: [Chunk], lists: Int, quotations: Quotations
  ) -> SentenceReading {
    var reader = EventReader(scanner, chunks, lists: lists)
    reader.read()
    let attributions = AttributionFinder.attributions(in: reader, quotations)
    reader.leaveOutSpeakers(attributions)
    var subjects: [Subject] = []
    for frame in reader.frames where frame.verb.form == .finite {
      guard let subject = frame.subject else { continue }
      if let person = reader.personNamed(subject) {
        subjects.append(Subject(token: frame.verb.start, person: .mention(person)))
      } else if let office = reader.officeTold(subject) {
        subjects.append(Subject(token: frame.verb.start, person: .office(office)))
      }
    }
    return SentenceReading(
      events: reader.found, subjects: subjects, leaders: reader.leaderships(),
      companions: reader.companions(), predicates: reader.predicates(),
      actors: reader.actors() + reader.guests() + reader.signers(), lists: reader.lists,
      attributions: attributions)
  }
}

/// Who a clause is about, for the pronouns behind it: a name, or an office without one.
struct Subject {
  /// The verb's first token.
  let token: Int
  let person: EventMention.Party
}

/// `Meloni, accompanied by Foreign Minister Tajani`: who travels with whom, by their mentions.
struct Companion {
  let person: Int
  let leader: Int
}

/// `the Politburo, headed by X`; `X, who chairs the Y`: said by a verb, not by a title.
struct Leadership {
  let person: Int
  let body: Int
  let sentence: Int
}

extension EventReader {
  /// The one person that a phrase names.
  func personNamed(_ p: Int) -> Int? {
    let named = phrases[p].mentions.filter {
      scanner.mentions[$0].kind == .person || scanner.mentions[$0].kind == nil
    }
    return named.count == 1 && phrases[p].items.isEmpty ? named[0] : nil
  }

  /// The one office that a phrase tells without its holder.
  func officeTold(_ p: Int) -> Int? {
    phrases[p].form == .office && !phrases[p].isPlural && phrases[p].items.isEmpty
      && phrases[p].offices.count == 1 ? phrases[p].offices[0] : nil
  }

  /// Names of several words that nothing lists, where they speak, meet or travel: persons by what they do.
  func actors() -> [(Int, Kind)] {
    let human: Set<VerbSense> = [
      .speech, .meet, .talk, .visit, .arrive, .travel, .receive, .expect, .wish, .agree,
    ]
    return frames.compactMap { frame in
      guard human.contains(frame.verb.sense), !frame.verb.isPassive, let subject = frame.subject,
        phrases[subject].form == .named, phrases[subject].definiteness == .bare,
        phrases[subject].mentions.count == 1, let mention = phrases[subject].mentions.first,
        scanner.mentions[mention].kind == nil
      else { return nil }
      let length = scanner.mentions[mention].end - scanner.mentions[mention].start
      if length == 1,
        scanner.text.tokens[scanner.mentions[mention].start].shape.contains(.allCapitals)
      {
        return (mention, .organization)
      }
      guard (2...4).contains(length),
        scanner.looksLikePerson(
          NameRun(
            start: scanner.mentions[mention].start, end: scanner.mentions[mention].end, head: nil,
            headStart: 0, headEnd: 0, isPlural: false))
      else { return nil }
      return (mention, .person)
    }
  }

  /// Names of several words that nothing lists, where they take part in a meeting or a visit.
  func guests() -> [(Int, Kind)] {
    found.filter { $0.kind != .agreement }.flatMap { event in
      event.roles.compactMap { role in
        guard case .mention(let mention) = role.party, role.type.isSide,
          scanner.mentions[mention].kind == nil
        else { return nil }
        let (start, end) = (scanner.mentions[mention].start, scanner.mentions[mention].end)
        let run = NameRun(
          start: start, end: end, head: nil, headStart: 0, headEnd: 0, isPlural: false)
        guard (2...4).contains(end - start), scanner.looksLikePerson(run) else { return nil }
        return (mention, Kind.person)
      }
    }
  }

  /// Unlisted names that sign something, and no person's by their words: companies and other bodies.
  func signers() -> [(Int, Kind)] {
    found.filter { $0.kind == .agreement && $0.act != nil }.flatMap { event in
      event.roles.compactMap { role in
        guard case .mention(let mention) = role.party, role.type.isSide,
          scanner.mentions[mention].kind == nil, scanner.mentions[mention].known == nil,
          // `Messi signed a contract with Miami`
          isBodyPaper(event) || scanner.mentions[mention].end - scanner.mentions[mention].start > 1
            || scanner.text.tokens[scanner.mentions[mention].start].shape.contains(.allCapitals)
        else { return nil }
        let run = NameRun(
          start: scanner.mentions[mention].start, end: scanner.mentions[mention].end, head: nil,
          headStart: 0, headEnd: 0, isPlural: false)
        return scanner.hasGivenName(run) ? nil : (mention, Kind.organization)
      }
    }
  }

  /// What bodies sign and players do not: `memorandum`, `partnership`.
  private func isBodyPaper(_ event: EventMention) -> Bool {
    ["memorandum", "mou", "partnership", "cooperation", "letter of intent", "protocol"].contains {
      event.noun.contains($0)
    }
  }

  /// Persons named as accompanying another.
  func companions() -> [Companion] {
    frames.flatMap { frame -> [Companion] in
      guard lexicon.words.accompany.contains(frame.verb.lemma), frame.verb.isPassive,
        let subject = frame.subject, let leader = personNamed(subject)
      else { return [] }
      return subjects(of: frame).flatMap { phrases[$0].mentions }
        .filter { scanner.mentions[$0].kind == .person }
        .map { Companion(person: $0, leader: leader) }
    }
  }

  /// `led the party until 2019`, `from 2010 to 2015`
  private func isOver(_ frame: Frame) -> Bool {
    guard frame.verb.isPast, !frame.verb.isPassive else { return false }
    let isSpan = frame.times.contains { $0.year != nil }
    return isSpan
      || (frame.verb.end..<scanner.stop).contains {
        scanner.isWord($0, lexicon.words.until)
      }
  }

  /// Bodies with those who lead them, from verbs of leading.
  func leaderships() -> [Leadership] {
    frames.compactMap { frame in
      guard frame.verb.sense == .lead || frame.verb.sense == .chair, !frame.verb.isNegated,
        frame.verb.isPassive || frame.verb.form == .finite, !isOver(frame)
      else { return nil }
      let agent =
        frame.verb.isPassive
        ? frame.adjuncts.first { $0.slot == lexicon.words.by }?.phrase : frame.subject
      let body = frame.verb.isPassive ? frame.subject : frame.object
      guard let agent, let body, phrases[body].form == .named, let person = personNamed(agent),
        let mention = phrases[body].mentions.last,
        [.party, .organization, .ministry].contains(scanner.mentions[mention].kind)
      else { return nil }
      return Leadership(person: person, body: mention, sentence: scanner.sentence)
    }
  }
}
