internal import EntenteKnowledge
internal import EntenteModel

/// Whose country is told by the company that somebody keeps.
extension Linker {
  /// `Prime Minister Meloni of Italy, accompanied by Foreign Minister Tajani`: a minister who travels with a leader, and
  /// whose country is not told, is of the same.
  mutating func settleCompanions() {
    for companion in companions {
      guard let person = scanner.mentions[companion.person].entity,
        let leader = scanner.mentions[companion.leader].entity,
        let country = clusters[leader].country, clusters[person].country ?? country == country
      else { continue }
      clusters[person].country = country
      settleOffices(of: companion.person, in: country)
    }
  }

  /// `Australia's Foreign Minister will visit Vanuatu for talks with Prime Minister Natapei`: a head without a country
  /// who meets a guest from abroad is of the country where they meet.
  mutating func settleHosts() {
    for gathering in gatherings {
      let countries = Set(
        gathering.places.compactMap { m -> UInt32? in
          guard let place = scanner.mentions[m].entity,
            [.country, .place, .province].contains(clusters[place].kind)
          else { return nil }
          return clusters[place].country
        })
      guard countries.count == 1, let country = countries.first,
        gathering.isOfAuthor
          || (gathering.members + gathering.guests).contains(where: {
            home(of: $0).map { $0 != country } ?? false
          })
      else { continue }
      let guests = Set(gathering.guests.compactMap { scanner.mentions[$0].entity })
      for m in gathering.members {
        guard let person = scanner.mentions[m].entity, clusters[person].kind == .person,
          clusters[person].country == nil, clusters[person].known == nil, !guests.contains(person),
          scanner.mentions[m].offices.contains(where: { isUntold($0) })
        else { continue }
        clusters[person].country = country
        settleOffices(of: m, in: country)
      }
    }
  }

  private func home(of m: Int) -> UInt32? {
    scanner.mentions[m].entity.flatMap { clusters[$0].country }
  }

  /// True for an office of a country, or of a ministry, that the text does not say whose it is.
  private func isUntold(_ number: Int) -> Bool {
    let office = scanner.offices[number]
    guard office.relation == .leads, !office.isPast, office.adjective == nil else { return false }
    guard let body = office.body else {
      return isOfState(office.term, office.holder)
    }
    return scanner.mentions[body].kind == .ministry && scanner.mentions[body].owner == nil
      && scanner.mentions[body].adjective == nil
  }

  /// An office of a country; `President` may be any body's, and of whom the pack knows is told there.
  private func isOfState(_ term: UInt32, _ holder: Int?) -> Bool {
    if lexicon.info(term).scope == "country" { return true }
    guard let person = holder.flatMap({ scanner.mentions[$0].entity }),
      clusters[person].known == nil
    else { return false }
    return lexicon.info(term).scope == "monarchy"
      || knowledge.term(term).attribute("rank") == "1"
  }

  /// Makes the offices that a person is named with that country's, where nothing else is told.
  private mutating func settleOffices(of m: Int, in country: UInt32) {
    for number in scanner.mentions[m].offices where scanner.offices[number].relation != nil {
      guard let body = scanner.offices[number].body else {
        if isOfState(scanner.offices[number].term, m) {
          scanner.offices[number].adjective = country
        }
        continue
      }
      guard scanner.mentions[body].kind == .ministry, scanner.mentions[body].owner == nil,
        scanner.mentions[body].adjective == nil, let ministry = scanner.mentions[body].entity,
        clusters[ministry].owner == nil, clusters[ministry].country ?? country == country
      else { continue }
      scanner.mentions[body].adjective = country
      clusters[ministry].country = country
    }
  }
}

/// Who meets in one sentence, and where: mentions.
struct Gathering {
  var places: [Int] = []
  var members: [Int] = []
  /// Who comes there.
  var guests: [Int] = []
  /// True where who writes takes part: `I will meet …`.
  var isOfAuthor = false

  private static func isCrowd(_ noun: String) -> Bool {
    ["summit", "conference", "forum", "assembly", "congress"].contains { noun.hasSuffix($0) }
  }

  /// The gatherings that meetings and visits of one sentence tell of together.
  static func all(in events: [EventMention]) -> [Gathering] {
    var found: [Int: Gathering] = [:]
    // Where many meet, the hosts' president is one of them.
    let crowded = Set(events.filter { isCrowd($0.noun) }.map(\.sentence))
    let travelled = Set(events.filter { $0.kind == .visit && $0.place != nil }.map(\.sentence))
    for event in events
    where event.kind != .agreement && !crowded.contains(event.sentence)
      && travelled.contains(event.sentence)
    {
      found[event.sentence, default: Gathering()].places += event.place.map { [$0] } ?? []
      for role in event.roles {
        switch role.party {
        case .mention(let mention) where event.kind == .visit:
          found[event.sentence]?.guests.append(mention)
        case .mention(let mention): found[event.sentence]?.members.append(mention)
        case .author: found[event.sentence]?.isOfAuthor = true
        default: continue
        }
      }
    }
    return found.keys.sorted().compactMap { found[$0] }.filter { !$0.places.isEmpty }
  }
}
