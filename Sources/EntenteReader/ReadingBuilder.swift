internal import EntenteKnowledge
internal import EntenteModel

/// Turns clusters into the reading: names, keys, evidence.
///
/// A class, for closures over it would copy all that the stages before it know.
final class ReadingBuilder {
  let article: Article
  let linker: Linker
  let events: EventLinker
  let leaders: [Leadership]
  let speech: Speech
  let text: Text
  let scanner: Scanner
  let knowledge: Knowledge

  init(
    _ article: Article, _ linker: Linker, _ events: EventLinker, _ leaders: [Leadership],
    _ speech: Speech
  ) {
    self.article = article
    self.linker = linker
    self.events = events
    self.leaders = leaders
    self.speech = speech
    text = linker.text
    scanner = linker.scanner
    knowledge = linker.knowledge
  }

  func reading() -> Reading {
    var reading = Reading(document: article.record)
    let needed = neededClusters()
    var number = [Int?](repeating: nil, count: linker.clusters.count)
    for c in linker.clusters.indices where needed.contains(c) {
      number[c] = reading.entities.count
      reading.entities.append(entity(c))
    }
    reading.relations = relations(number)
    var eventNumbers: [Int: Int] = [:]
    for (c, cluster) in events.clusters.enumerated() {
      guard let event = event(cluster, number) else { continue }
      eventNumbers[c] = reading.events.count
      reading.events.append(event)
    }
    relateWithin(&reading, eventNumbers)
    attribute(&reading, eventNumbers, number)
    weigh(&reading)
    reading.judgements = linker.judgements.compactMap { judgement in
      guard judgement.b.hasPrefix("#"), let c = Int(judgement.b.dropFirst()), let entity = number[c]
      else { return nil }
      var named = judgement
      named.b = reading.entities[entity].key
      return named
    }
    return reading
  }

  /// Clusters with a mention outside headlines, and whoever takes part in an event: who writes `I` may be named in the
  /// head alone.
  private func neededClusters() -> Set<Int> {
    let sides = events.clusters.flatMap { cluster in cluster.parts.map { $0.entity } }
    return Set(sides).union(
      linker.clusters.indices.filter { c in
        !linker.clusters[c].mentions.isEmpty
          && linker.clusters[c].mentions.contains {
            !scanner.mentions[$0].isModifier
              && (!scanner.mentions[$0].isWeak || linker.clusters[c].known != nil)
          }
      })
  }

  // MARK: Entities

  private func entity(_ c: Int) -> Reading.Entity {
    let cluster = linker.clusters[c]
    var aliases: [String] = []
    var evidence: [Evidence] = []
    for m in cluster.mentions.sorted(by: { scanner.mentions[$0].start < scanner.mentions[$1].start }
    ) {
      let mention = scanner.mentions[m]
      let (start, end) = wholeTitle(m) ?? (mention.start, mention.end)
      let quote = quote(start, end, rule: nil)
      evidence.append(quote)
      let form = shown(quote.text)
      if !aliases.contains(form), !mention.isAdjective { aliases.append(form) }
    }
    let name = name(c, aliases)
    for form in ownNames(c) where !aliases.contains(form) { aliases.append(form) }
    var entity = Reading.Entity(
      key: key(c), kind: cluster.kind, name: name, aliases: aliases,
      isKnown: cluster.known != nil, country: country(c).map { knowledge.entity($0).id },
      mentions: evidence)
    entity.offices = offices(c)
    return entity
  }

  /// `Ministry of Agriculture`, told as `the Ministry of Agriculture of the People's Republic of China`: the name that the
  /// body has at home.
  private func ownNames(_ c: Int) -> [String] {
    guard [.ministry, .organization].contains(linker.clusters[c].kind) else { return [] }
    return linker.clusters[c].mentions.compactMap { m in
      let mention = scanner.mentions[m]
      guard let owner = mention.owner,
        [.country, .ministry].contains(scanner.mentions[owner].kind),
        mention.start == mention.own.lowerBound, mention.own.upperBound < mention.end,
        mention.own.count > 2
      else { return nil }
      return shown(linker.text.string(mention.own.lowerBound, mention.own.upperBound))
    }
  }

  private func country(_ c: Int) -> UInt32? {
    let cluster = linker.clusters[c]
    if let country = cluster.country { return country }
    guard cluster.kind == .person, let known = cluster.known else { return nil }
    return knowledge.entity(known).country
  }

  private func key(_ c: Int) -> String {
    let cluster = linker.clusters[c]
    if let known = cluster.known { return knowledge.entity(known).id }
    let own = cluster.key.isEmpty ? "x" : cluster.key
    guard cluster.kind != .person else { return "person." + own }
    if let owner = cluster.owner, linker.clusters[owner].kind != .person, owner != c {
      let above =
        linker.clusters[owner].kind == .country
        ? linker.clusters[owner].known.map { String(knowledge.entity($0).id.dropFirst(8)) }
        : String(key(owner).drop { $0 != "." }.dropFirst())
      if let above, !above.isEmpty { return cluster.kind.rawValue + "." + above + "." + own }
    }
    if cluster.kind == .ministry || cluster.kind == .province, let country = cluster.country {
      return cluster.kind.rawValue + "." + knowledge.entity(country).id.dropFirst(8) + "." + own
    }
    return cluster.kind.rawValue + "." + own
  }

  /// Of a ministry that only its minister's title names, beside one of the same field: the whole title, `Peru's Foreign
  /// Minister`, which tells whose it is.
  private func wholeTitle(_ m: Int) -> (start: Int, end: Int)? {
    let mention = scanner.mentions[m]
    guard mention.kind == .ministry, mention.head == nil, let cluster = mention.entity,
      linker.clusters.indices.contains(where: {
        $0 != cluster && linker.clusters[$0].kind == .ministry
          && linker.clusters[$0].key == linker.clusters[cluster].key
      }), let office = scanner.offices.first(where: { $0.body == m })
    else { return nil }
    let owner = mention.owner.map { scanner.mentions[$0].start }
    return (
      min(owner ?? mention.start, office.start, mention.start), max(office.end, mention.end)
    )
  }

  /// The longest form; for a listed ministry known by its minister alone, the pack's name.
  private func name(_ c: Int, _ aliases: [String]) -> String {
    let cluster = linker.clusters[c]
    if cluster.kind == .person, let known = cluster.known, aliases.allSatisfy({ !$0.contains(" ") })
    {
      return knowledge.entity(known).name
    }
    let spoken = aliases.filter { $0 != $0.uppercased() || $0.utf8.count < 6 }
    if spoken.isEmpty, let known = cluster.known { return knowledge.entity(known).name }
    let best = longest(spoken.isEmpty ? aliases : spoken) ?? cluster.key
    guard cluster.kind == .ministry else { return best }
    let named = cluster.mentions.filter {
      scanner.mentions[$0].head != nil || scanner.mentions[$0].known != nil
    }
    // A minister's title beside them is no name of the ministry.
    let forms = named.map {
      shown(linker.text.string(scanner.mentions[$0].start, scanner.mentions[$0].end))
    }
    if let own = longest(forms.filter(spoken.contains)), own.contains(" ") { return own }
    if let known = cluster.known { return knowledge.entity(known).name }
    guard named.isEmpty else { return best }
    let field = cluster.mentions.compactMap { scanner.mentions[$0].fieldName }.first.map(titled)
    let own = cluster.mentions.map {
      shown(linker.text.string(scanner.mentions[$0].start, scanner.mentions[$0].end))
    }
    return "Ministry of " + (field ?? longest(own) ?? best)
  }

  /// The longest of them, of two the one that stands first.
  private func longest(_ forms: [String]) -> String? {
    forms.enumerated().max { a, b in
      (a.element.utf8.count, -a.offset) < (b.element.utf8.count, -b.offset)
    }?.element
  }

  /// `foreign affairs` as a name is written: `Foreign Affairs`.
  private func titled(_ field: String) -> String {
    field.split(separator: " ").map { word in
      word == "and" || word == "of" ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  private func offices(_ c: Int) -> [String] {
    var found: [String] = []
    for number in linker.clusters[c].offices {
      let office = scanner.offices[number]
      let body =
        office.body.flatMap { scanner.mentions[$0].entity }.map { key($0) }
        ?? office.adjective.map { knowledge.entity($0).id } ?? ""
      let line = Folding.fold(knowledge.term(office.term).text) + "|" + body
      if !found.contains(line) { found.append(line) }
    }
    return found.sorted()
  }

  /// A form as a reader should see it: composed, on one line.
  func shown(_ text: String) -> String {
    var result = ""
    var isSpace = false
    for character in Folding.composed(text).unicodeScalars {
      if character.isWhiteSpace {
        isSpace = true
      } else {
        if isSpace, !result.isEmpty { result.unicodeScalars.append(" ") }
        isSpace = false
        result.unicodeScalars.append(character)
      }
    }
    return result
  }

  // MARK: Evidence

  func quote(_ start: Int, _ end: Int, rule: String?) -> Evidence {
    let from = Int(text.tokens[start].start)
    let to = Int(text.tokens[max(start, end - 1)].end)
    return Evidence(
      document: article.record.id, start: from, end: to,
      text: String(decoding: text.bytes[from..<to], as: UTF8.self), rule: rule)
  }

  func quote(sentence: Int, rule: String?) -> Evidence {
    quote(text.sentences[sentence].start, text.sentences[sentence].end, rule: rule)
  }

  // MARK: Events

  private func event(_ cluster: EventCluster, _ number: [Int?]) -> Reading.Event? {
    let planned = cluster.status == .planned || cluster.status == .proposed
    var status = cluster.status ?? weakStatus(cluster)
    if cluster.kind == .agreement, status == .held { status = .signed }
    var event = Reading.Event(
      kind: cluster.kind, noun: cluster.noun.isEmpty ? cluster.kind.rawValue : cluster.noun,
      status: status,
      evidence: cluster.sentences.map { quote(sentence: $0.number, rule: $0.rule) })
    event.date = cluster.time?.resolved(on: article.record.date, isPlanned: planned)
    event.end = cluster.time?.resolvedEnd(from: event.date)
    event.place = cluster.place.flatMap { number[$0] }
    // `On this occasion they witnessed the signing`: the day and place of the occasion.
    if let occasion = cluster.within.map({ events.clusters[$0] }) {
      if cluster.time == nil {
        event.date = occasion.time?.resolved(on: article.record.date, isPlanned: planned)
      }
      if event.place == nil, event.kind == .agreement {
        event.place = occasion.place.flatMap { number[$0] }
      }
    }
    event.act =
      cluster.kind == .agreement ? cluster.act ?? (status == .signed ? "signed" : nil) : nil
    event.list = cluster.list
    for part in cluster.parts {
      guard let entity = number[part.entity] else { continue }
      event.participants.append(
        Reading.Participation(
          entity: entity, type: part.type, role: part.part, confidence: part.confidence,
          evidence: [quote(sentence: part.sentence, rule: part.rule)]))
    }
    guard event.participants.contains(where: { $0.type.isSide }) else { return nil }
    if event.kind != .visit, event.participants.filter({ $0.type.isSide }).count < 2 { return nil }
    event.confidence = event.participants.map { $0.confidence }.min() ?? 0.5
    return event
  }

  /// An event only named has the status of the events told nearby: in an article of announcements it is announced.
  private func weakStatus(_ cluster: EventCluster) -> Status {
    let first = cluster.sentences.first?.number ?? 0
    let near = events.clusters.filter { $0.status != nil && !$0.sentences.isEmpty }.min {
      abs($0.sentences[0].number - first) < abs($1.sentences[0].number - first)
    }
    // What is named as known, and is none of the announced one's, took place.
    if cluster.isDefinite, let near, near.sides.isDisjoint(with: cluster.sides) { return .held }
    return near?.status == .planned ? .planned : .held
  }

  /// A meeting or an agreement between the visitor's side and the visited country's is part of the visit, unless
  /// dates speak against it.
  private func relateWithin(_ reading: inout Reading, _ numbers: [Int: Int]) {
    for i in reading.events.indices where reading.events[i].kind == .meeting {
      let fitting = reading.events.indices.filter { v in
        reading.events[v].kind == .visit
          && isPart(reading.events[i], of: reading.events[v], reading)
      }
      if fitting.count == 1 { reading.events[i].within = fitting[0] }
    }
    // What was signed on the occasion of a meeting belongs to the visit that the meeting belongs to.
    for (c, cluster) in events.clusters.enumerated() {
      guard let i = numbers[c], let occasion = cluster.within.flatMap({ numbers[$0] }) else {
        continue
      }
      reading.events[i].within =
        reading.events[occasion].kind == .visit ? occasion : reading.events[occasion].within
    }
  }

  private func isPart(_ event: Reading.Event, of visit: Reading.Event, _ reading: Reading) -> Bool {
    guard let place = visit.place,
      event.status.happened == visit.status.happened || !event.status.happened
    else { return false }
    let visited =
      reading.entities[place].kind == .country
      ? reading.entities[place].key : reading.entities[place].country
    let visitors = Set(visit.participants.filter { $0.type == .visitor }.map { $0.entity })
    let home = visitors.compactMap { reading.entities[$0].country }
    let sides = event.participants.filter { $0.type.isSide }.map { $0.entity }
    func country(_ entity: Int) -> String? {
      reading.entities[entity].kind == .country
        ? reading.entities[entity].key : reading.entities[entity].country
    }
    guard let visited, !home.contains(visited), sides.contains(where: { country($0) == visited }),
      sides.contains(where: {
        visitors.contains($0) || country($0).map { home.contains($0) } == true
      })
    else { return false }
    if event.kind == .meeting, !sides.contains(where: { visitors.contains($0) }) { return false }
    return isTimely(event.date, visit.date)
  }

  private func isTimely(_ date: PartialDate?, _ visit: PartialDate?) -> Bool {
    guard let date else { return true }
    if let visit { return visit.isCompatible(with: date) || isNear(visit, date) }
    guard let published = article.record.date else { return date.precision == 3 }
    return published.year == date.year && published.month == date.month
  }

  private func isNear(_ a: PartialDate, _ b: PartialDate) -> Bool {
    guard let x = a.dayNumber, let y = b.dayNumber else { return false }
    return (0...5).contains(y - x)
  }
}
