import EntenteModel

/// What is counted.
public enum Measure: String, Sendable, CaseIterable {
  /// Entities found under their name and kind.
  case entity
  /// Entities found under their name, whatever their kind.
  case nameOnly = "name-only"
  case relation
  /// Meetings, each counting as the overlap of its sides.
  case meeting
  /// Two sides of one meeting, as a pair.
  case meetingPairs = "meeting pairs"
  case agreement
  case agreementPairs = "agreement pairs"
  case visit
  case visitPairs = "visit pairs"
  /// Of events with half of their sides in common.
  case status
  /// Of those, where the annotation has a date.
  case date

  /// The measure of a kind of event; nil for kinds of entities.
  static func of(_ kind: Kind) -> Measure? { kind.isEvent ? Measure(rawValue: kind.rawValue) : nil }

  /// The measure of an event's pairs; nil for every other.
  var pairs: Measure? { Measure(rawValue: rawValue + " pairs") }
}

/// How much was found, how much of it is right, and how much there was to find.
public struct Tally: Hashable, Sendable {
  /// What is right; events count by the part of their sides that is.
  public internal(set) var matched = 0.0
  public internal(set) var found = 0.0
  public internal(set) var marked = 0.0

  mutating func add(_ matched: Double, found: Int, marked: Int) {
    self.matched += matched
    self.found += Double(found)
    self.marked += Double(marked)
  }

  mutating func add(_ isMatched: Bool) { add(isMatched ? 1 : 0, found: 1, marked: 1) }

  static func + (a: Tally, b: Tally) -> Tally {
    Tally(
      matched: a.matched + b.matched, found: a.found + b.found, marked: a.marked + b.marked)
  }

  public var score: Score {
    Score(
      precision: found > 0 ? matched / found : 0, recall: marked > 0 ? matched / marked : 0)
  }
}

/// Two shares in 0…1 and their harmonic mean.
public struct Score: Hashable, Sendable {
  /// The share of what was found that is right.
  public let precision: Double
  /// The share of what was to be found that was.
  public let recall: Double

  /// 0 where both are.
  public var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }
}
