internal import EntenteModel

/// How often what the reader says was right, by what it rests on.
///
/// Fitted on 46 articles that no rule was written on, with what 166 others say as the belief before counting; of the
/// former nobody looked at more than the counts of
///
///     entente eval GOLD_DIR SOURCE_DIR --calibration
///
/// With `r` right of `n` edges there, and a share `p` right in the others, a constant is (r + 20 · p) / (n + 20): an
/// m-estimate (Zadrozny and Elkan, “Obtaining calibrated probability estimates from decision trees and naive Bayesian
/// classifiers”, 2001), so that small groups stay near what many articles say. `docs/confidence.md` has the counts.
enum Confidence {
  /// Where the country of the entity that the edge starts from is known, and where it is not.
  private typealias Shares = (known: Double, unknown: Double)

  /// `title`: an office before or behind a name. 53 of 63, 21 of 32; in the others 261 of 278, 66 of 80.
  private static let leads: Shares = (0.87, 0.73)
  /// 21 of 22, 4 of 4; 58 of 67, 13 of 20.
  private static let member: Shares = (0.90, 0.76)
  /// `owner`: `X of Y`, `Y’s X`. 21 of 31, 0 of 2; 113 of 136, 5 of 11.
  private static let owner: Shares = (0.74, 0.60)
  /// `adjective`: `Kenyan X`. 9 of 10; 51 of 69; none unknown.
  private static let adjective: Shares = (0.80, 0.80)
  /// A person at a meeting. 42 of 48, 15 of 19; 251 of 270, 95 of 107.
  private static let person: Shares = (0.90, 0.84)
  /// A body or country at a meeting. 7 of 11; 54 of 85; known and unknown together.
  private static let body: Shares = (0.66, 0.66)
  /// A side of an agreement. 35 of 44, 12 of 19; 91 of 93, 46 of 69.
  private static let agreement: Shares = (0.85, 0.66)
  /// A visitor. 25 of 29, 14 of 14; 92 of 99, 40 of 46. Taken together.
  private static let visitor: Shares = (0.90, 0.90)
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
