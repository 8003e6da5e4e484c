internal import EntenteModel

/// How often what the reader says was right, by what it rests on.
///
/// Fitted on 30 articles of our own, those that rules are written on, and on 136 real ones, annotated as they are but not
/// ours to publish; counted by
///
///     entente eval GOLD_DIR SOURCE_DIR --calibration
///
/// With `r` right of `n` edges, a constant is (r + 10 · 0.86) / (n + 10): an m-estimate, with the share of all edges
/// that were right, 0.86, as what is believed before counting (Zadrozny and Elkan, “Obtaining calibrated probability
/// estimates from decision trees and naive Bayesian classifiers”, 2001). Small groups so stay near the mean. In each
/// type a known country comes out above an unknown one, so that fitting them in order (isotonic regression; Zadrozny
/// and Elkan, 2002) changes nothing. `docs/confidence.md` has the counts, and those on articles that were not used.
enum Confidence {
  /// Where the country of the entity that the edge starts from is known, and where it is not.
  private typealias Shares = (known: Double, unknown: Double)

  /// `title`: an office before or behind a name. 261 of 278, 66 of 80.
  private static let leads: Shares = (0.94, 0.83)
  /// 58 of 67, 13 of 20.
  private static let member: Shares = (0.86, 0.72)
  /// `owner`: `X of Y`, `Y’s X`. 113 of 136, 5 of 11.
  private static let owner: Shares = (0.83, 0.65)
  /// `adjective`: `Kenyan X`. 51 of 69, none.
  private static let adjective: Shares = (0.75, 0.75)
  /// A person at a meeting. 251 of 270, 95 of 107.
  private static let person: Shares = (0.93, 0.88)
  /// A body or country at a meeting. 33 of 52, 21 of 33; together.
  private static let body: Shares = (0.66, 0.66)
  /// A side of an agreement. 91 of 93, 46 of 69.
  private static let agreement: Shares = (0.96, 0.69)
  /// A visitor. 92 of 99, 40 of 46.
  private static let visitor: Shares = (0.92, 0.87)
  /// Who saw, signed or received: not marked, so not measured.
  private static let other: Shares = (0.86, 0.86)

  /// What a relation of a type, read by a rule, is worth.
  static func relation(_ type: EdgeType, rule: String?, isCountryKnown: Bool) -> Double {
    switch type {
    case .leads: pick(leads, isCountryKnown)
    case .memberOf: pick(member, isCountryKnown)
    case .partOf: pick(rule == "adjective" ? adjective : owner, isCountryKnown)
    default: pick(other, isCountryKnown)
    }
  }

  /// What a part that an entity plays in an event is worth.
  static func part(_ type: EdgeType, _ kind: Kind, isCountryKnown: Bool) -> Double {
    switch type {
    case .participant: pick(kind == .person ? person : body, isCountryKnown)
    case .partyTo: pick(agreement, isCountryKnown)
    case .visitor: pick(visitor, isCountryKnown)
    default: pick(other, isCountryKnown)
    }
  }

  private static func pick(_ shares: Shares, _ isKnown: Bool) -> Double {
    isKnown ? shares.known : shares.unknown
  }
}

extension ReadingBuilder {
  /// What the rules said of themselves is replaced by how often they are right; a side that is only a guess stays one.
  func weigh(_ reading: inout Reading) {
    var isKnown = reading.entities.map { $0.kind == .country || $0.country != nil }
    for relation in reading.relations where relation.type == .leads || relation.type == .memberOf {
      let body = reading.entities[relation.target]
      if body.kind == .country || body.country != nil { isKnown[relation.source] = true }
    }
    for i in reading.relations.indices where reading.relations[i].origin == .text {
      let relation = reading.relations[i]
      reading.relations[i].confidence = Confidence.relation(
        relation.type, rule: relation.evidence.first?.rule,
        isCountryKnown: isKnown[relation.source])
    }
    for i in reading.events.indices {
      for p in reading.events[i].participants.indices {
        let part = reading.events[i].participants[p]
        let share = Confidence.part(
          part.type, reading.entities[part.entity].kind, isCountryKnown: isKnown[part.entity])
        let isGuess = part.confidence <= EventLinker.guess
        reading.events[i].participants[p].confidence = isGuess ? min(share, part.confidence) : share
      }
      reading.events[i].confidence =
        reading.events[i].participants.map { $0.confidence }.min() ?? 0.5
    }
  }
}
