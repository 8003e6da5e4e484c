internal import EntenteKnowledge
internal import EntenteModel

/// Resolves who takes part and joins the mentions of one event inside an article.
struct EventLinker {
  let linker: Linker
  /// The person who was the subject before each token, for `he` and `she`: token and mention.
  let subjects: [Subject]
  /// Who says what, for `I`.
  let speech: Speech
  var clusters: [EventCluster] = []

  var scanner: Scanner { linker.scanner }

  /// What was worked out once and stays: the linker's clusters change no more.
  let memory = EventMemory()

  /// Verbs of leading, for `between the committee, led by X, and …`.
  let leaders: [Leadership]

  /// The sentences that tell of a meeting or a visit: what is signed there is signed on that occasion.
  var occasions: Set<Int> = []

  /// The sentence whose last meeting was named by a noun.
  var lastNamed: Int?

  /// The last event that was named with its time, but without its sides.
  var untold: EventMention?

  /// The last meeting told, also one whose sides are not known.
  var lastMet: EventMention?

  mutating func link(_ mentions: [EventMention]) {
    occasions = Set(mentions.lazy.filter { $0.kind != .agreement }.map { $0.sentence })
    for mention in EventLinker.inTurn(mentions) { place(mention) }
    let meetings = clusters.indices.filter { clusters[$0].kind == .meeting }
    for c in meetings {
      dropLed(c)
      dropCountries(c)
      dropWholes(c)
      addLeaders(c)
    }
    if let main = meetings.max(by: { clusters[$0].sentences.count < clusters[$1].sentences.count })
    {
      addSpeakers(main)
    }
    countFromText()
    inheritDates()
    spreadOnlyDay()
    postpone()
  }

  /// `Pacts were signed during X's visit to Y`: behind the events of their sentence stand papers without sides, for which
  /// these are the occasion.
  private static func inTurn(_ mentions: [EventMention]) -> [EventMention] {
    func isLate(_ mention: EventMention) -> Bool {
      mention.kind == .agreement && mention.list == nil
        && !mention.roles.contains { $0.type.isSide || $0.type == .signatory }
    }
    var ordered: [EventMention] = []
    ordered.reserveCapacity(mentions.count)
    var late: [EventMention] = []
    for mention in mentions {
      if let first = late.first, first.sentence != mention.sentence {
        ordered += late
        late = []
      }
      if isLate(mention) { late.append(mention) } else { ordered.append(mention) }
    }
    return ordered + late
  }

  mutating func place(_ mention: EventMention) {
    if mention.kind == .meeting, !mention.isOfBefore {
      lastNamed = mention.isVerbal ? nil : mention.sentence
    }
    defer { if mention.kind == .meeting { lastMet = mention } }
    guard isComplete(mention) else { return }
    var parts: [EventCluster.Part] = []
    for role in mention.roles {
      for entity in resolve(role.party, mention) {
        guard !parts.contains(where: { $0.entity == entity && $0.type == role.type }) else {
          continue
        }
        if role.mustBePerson, linker.clusters[entity].kind != .person { continue }
        // `the foreign minister travelled`, whom nothing names: no ministry did.
        if mention.kind == .visit, case .office = role.party,
          linker.clusters[entity].kind != .person
        {
          continue
        }
        // Towns are twinned, but nobody meets a town.
        if role.type.isSide, linker.clusters[entity].kind == .place, mention.kind != .agreement {
          continue
        }
        parts.append(
          .init(
            entity: entity, type: role.type, part: role.part, sentence: mention.sentence,
            rule: mention.rule, confidence: confidence(role, mention),
            isBeside: role.isBeside || mention.isAttended))
      }
    }
    let place = mention.place.flatMap { entity($0) } ?? visited(mention, parts)
    parts.removeAll { mention.kind == .visit && $0.entity == place }
    if mention.isStay { return settle(mention, parts, place) }
    if mention.kind == .agreement, !signsAgain(mention, parts) { nameBodies(&parts) }
    speakForStates(&parts, mention)
    dropOwnersOfSides(&parts, mention.kind)
    if mention.kind == .visit, let place, parts.contains(where: { !isHome(place, of: [$0]) }) {
      // `A and B, who began a visit to A's country`
      parts.removeAll { isHome(place, of: [$0]) }
    }
    if mention.kind == .visit, let place,
      isHome(place, of: parts) || mention.mustBeAbroad && isAtHome(place, parts)
    {
      return
    }
    if mention.kind == .meeting, mention.isDefinite, mention.time?.year != nil,
      !parts.contains(where: { $0.type.isSide })
    {
      // `Since the meeting in February 2025, the two sides …`: another meeting of the same sides.
      parts += salientSides(mention, kind: nil, count: 2).map {
        .init(
          entity: $0, type: .participant, part: nil, sentence: mention.sentence, rule: mention.rule,
          confidence: 0.6)
      }
    }
    if isUnsided(mention, parts) {
      // `At the closing ceremony a memorandum was signed`: by the two countries that meet.
      parts += salientSides(mention, kind: .country, count: 2).map {
        .init(
          entity: $0, type: .partyTo, part: nil, sentence: mention.sentence, rule: mention.rule,
          confidence: EventLinker.guess)
      }
    }
    if mention.isOfBefore, let before = event(before: mention) {
      let isKnown =
        !mention.mustShare
        || parts.contains { part in clusters[before].sides.contains(part.entity) }
      if isKnown { merge(mention, parts, place, into: before) }
      return
    }
    let sides = Set(parts.filter { $0.type.isSide }.map { $0.entity })
    let opened = mention.isOfBefore ? openMeeting(before: mention, sides) : nil
    if mention.isOfBefore, opened == nil, !(mention.namesMeeting && clusters.isEmpty) { return }
    if let known = antecedent(mention, sides, place) {
      if mention.kind == .agreement, areSignatories(sides, of: clusters[known]) {
        for p in parts.indices where parts[p].type.isSide { parts[p].type = .signatory }
      }
      merge(mention, parts, place, into: known)
      return
    }
    if mention.isAttended, let last = lastMeeting(before: mention) {
      return merge(mention, parts, place, into: last)
    }
    guard !mention.isAnaphor || isOnlyMeeting(mention, sides), isEvent(mention, sides, place) else {
      if mention.time != nil { untold = mention }
      return
    }
    var mention = mention
    if mention.time == nil { mention.time = opened?.time ?? timeOfUntold(mention) }
    var cluster = EventCluster(kind: mention.kind, noun: mention.noun)
    cluster.list = mention.list
    cluster.isDefinite = mention.isDefinite
    if mention.isOnOccasion { cluster.within = occasion() }
    clusters.append(cluster)
    merge(mention, parts, place, into: clusters.count - 1)
  }

  /// The one meeting that the sentence before tells of; behind `Present at the meeting` also the article's only one.
  /// `It was attended` means what a noun named there. Of a visit the one told there, where no meeting is.
  private func event(before mention: EventMention) -> Int? {
    let meetings = clusters.indices.filter { clusters[$0].kind == .meeting }
    if mention.kind == .visit {
      func isBefore(_ c: Int) -> Bool {
        clusters[c].sentences.contains { $0.number == mention.sentence - 1 }
      }
      let visits = clusters.indices.filter { clusters[$0].kind == .visit && isBefore($0) }
      return visits.count == 1 && !meetings.contains(where: isBefore) ? visits[0] : nil
    }
    let told = meetings.filter { c in
      clusters[c].sentences.contains {
        $0.number == mention.sentence - 1 && (mention.isVerbal || lastNamed == $0.number)
      }
    }
    if told.count == 1 { return told[0] }
    return mention.namesMeeting && told.isEmpty && meetings.count == 1 ? meetings[0] : nil
  }

  /// The last meeting told up to the mention's sentence, if no other is told as near.
  private func lastMeeting(before mention: EventMention) -> Int? {
    let meetings = clusters.indices.filter {
      clusters[$0].kind == .meeting
        && (mention.status ?? clusters[$0].status) == clusters[$0].status
    }
    func nearest(_ c: Int) -> Int { clusters[c].sentences.map { $0.number }.max() ?? 0 }
    guard let last = meetings.map(nearest).max(), mention.sentence - last <= 4 else { return nil }
    let near = meetings.filter { nearest($0) == last }
    return near.count == 1 ? near[0] : nil
  }

  /// `During the meeting, Minister X thanked Ambassador Y`, where the article tells of no meeting before.
  private func isOnlyMeeting(_ mention: EventMention, _ sides: Set<Int>) -> Bool {
    mention.status == .held && sides.count == 2
      && sides.allSatisfy { linker.clusters[$0].kind == .person }
      && !clusters.contains { $0.kind == .meeting }
  }

  /// A paper newly signed or exchanged, whose sides the sentence leaves to the occasion.
  private func isUnsided(_ mention: EventMention, _ parts: [EventCluster.Part]) -> Bool {
    // `welcomed the signing of a memorandum` tells by its noun that it was signed.
    let isSigned =
      (mention.status == .held || mention.status == .planned) && !mention.isDefinite
      || mention.status == nil && !mention.isVerbal && mention.rule == "agreement-noun"
    let isThere = mention.isOnOccasion || occasions.contains(mention.sentence)
    return mention.kind == .agreement && mention.act != nil && isSigned
      && (!mention.isPlural || mention.count != nil && !mention.namesSides)
      && isThere
      && !mention.roles.contains { $0.type.isSide || $0.type == .signatory }
      && !parts.contains { $0.type.isSide }
  }

  /// Who returns to his own country visits nobody.
  func isHome(_ place: Int, of parts: [EventCluster.Part]) -> Bool {
    linker.clusters[place].kind == .country
      && parts.contains { part in
        linker.clusters[part.entity].kind == .person
          && linker.clusters[part.entity].country != nil
          && linker.clusters[part.entity].country == linker.clusters[place].country
      }
  }

  /// In a town or province of one's own country, or in one that nothing lists.
  private func isAtHome(_ place: Int, _ parts: [EventCluster.Part]) -> Bool {
    guard let country = linker.clusters[place].country else { return true }
    return parts.contains { linker.clusters[$0.entity].country == country }
  }

  /// `The PM met A and B`, where the PM is nobody known: that A met B is not said.
  func isComplete(_ mention: EventMention) -> Bool {
    guard mention.kind == .meeting, mention.isVerbal else { return true }
    let sides = mention.roles.filter { $0.type.isSide }
    let named = sides.filter { !resolve($0.party, mention).isEmpty }
    guard named.count < sides.count, named.count > 1 else { return true }
    return named.contains { $0.start < mention.head } && named.contains { $0.start > mention.head }
  }

  /// The meeting or visit under way: the one that the article tells most of.
  func occasion() -> Int? {
    clusters.indices.filter {
      clusters[$0].kind != .agreement && clusters[$0].status?.happened == true
    }
    .max { clusters[$0].sentences.count < clusters[$1].sentences.count }
  }

  /// Up to this confidence a side is a guess: the text does not name it there, and the likeliest is taken.
  static let guess = 0.7

  /// How surely a mention names the entity: what counts most where it is told twice.
  func confidence(_ role: EventMention.Role, _ mention: EventMention) -> Double {
    switch role.party {
    case .mention: mention.isVerbal ? 0.95 : 0.9
    case .office, .holder, .officer: 0.85
    case .country: 0.8
    case .person, .sides, .group, .visitors, .author: 0.75
    case .principal: EventLinker.guess
    }
  }

  /// Whether a mention without an antecedent tells of an event by itself.
  func isEvent(_ mention: EventMention, _ sides: Set<Int>, _ place: Int?) -> Bool {
    if mention.kind == .visit { return !sides.isEmpty && place != nil }
    if mention.isPlural, mention.count == nil, !mention.isVerbal,
      mention.status == nil || mention.kind == .agreement
    {
      guard
        mention.noun.hasSuffix("talks")
          || mention.kind == .agreement && sides.count >= 2 && mention.status != nil
      else { return false }
    }
    if mention.isBare || mention.isPair, mention.status == nil, mention.act == nil { return false }
    if let term = mention.term, linker.lexicon.info(term).isWeak, isOnlyNamed(mention) {
      return false
    }
    if mention.kind == .agreement, mention.isPlural, mention.count == nil, mention.list == nil,
      mention.status != .held
    {
      return false
    }
    if mention.kind == .agreement, mention.status == nil, mention.act == nil, !mention.isDefinite {
      return sides.count >= 2 && mention.list != nil
    }
    return sides.count >= 2
  }

  /// `the panel's dialogue`, `the partnership between A and B`: the noun alone says of no meeting that it was held, and
  /// of no paper that it was signed.
  private func isOnlyNamed(_ mention: EventMention) -> Bool {
    switch mention.kind {
    case .meeting: mention.status == nil
    case .agreement: mention.act == nil
    default: false
    }
  }

  /// The days of one visit on a journey through several countries, told behind those of the whole.
  func isLeg(_ mention: EventMention, of c: Int) -> Bool {
    guard mention.kind == .visit, let whole = clusters[c].time, let own = mention.time,
      whole.lastDay != nil, own.day != nil
    else { return false }
    let isPlanned = clusters[c].status == .planned
    guard let first = whole.resolved(on: linker.date, isPlanned: isPlanned),
      let day = own.resolved(on: linker.date, isPlanned: isPlanned)
    else { return false }
    return day != first && spans(whole, first, day)
  }

  mutating func merge(
    _ mention: EventMention, _ parts: [EventCluster.Part], _ place: Int?, into c: Int
  ) {
    for part in parts {
      if let known = clusters[c].parts.firstIndex(where: {
        $0.entity == part.entity && $0.type == part.type
      }) {
        if clusters[c].parts[known].part == nil { clusters[c].parts[known].part = part.part }
        if !part.isBeside { clusters[c].parts[known].isBeside = false }
        clusters[c].parts[known].confidence = max(
          clusters[c].parts[known].confidence, part.confidence)
      } else {
        clusters[c].parts.append(part)
      }
    }
    if clusters[c].place == nil { clusters[c].place = place }
    // `has arrived … will go on to Y on Thursday`: the day of what is planned is none of what was.
    let isLater = clusters[c].status == .held && mention.status == .planned
    if let time = mention.time, !isLater || clusters[c].time?.isVague == true,
      clusters[c].time == nil || clusters[c].time?.isVague == true || isLeg(mention, of: c)
        || isFiner(time, than: clusters[c].time, mention.status)
    {
      clusters[c].time = time
    }
    if let status = mention.status {
      if clusters[c].status == nil || status == .cancelled { clusters[c].status = status }
      if clusters[c].status == .planned, status == .held, mention.isVerbal {
        clusters[c].status = .held
      }
    }
    if clusters[c].act == nil { clusters[c].act = mention.act }
    if clusters[c].noun.isEmpty
      || clusters[c].noun == "meeting" && mention.noun.hasSuffix("meeting")
      || clusters[c].noun == "visit" && mention.noun.hasSuffix("visit")
    {
      clusters[c].noun = mention.noun
    }
    if !clusters[c].sentences.contains(where: { $0.number == mention.sentence }) {
      clusters[c].sentences.append((mention.sentence, mention.rule))
    }
    clusters[c].isEarlier = clusters[c].isEarlier || mention.isEarlier
    clusters[c].heads.append(mention.head)
    clusters[c].isVerbal = clusters[c].isVerbal || mention.isVerbal
    clusters[c].reach = reach(of: clusters[c].sides)
  }
}
