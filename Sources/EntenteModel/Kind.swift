/// What a node is: an open set, so that a pack can add a kind without a change in Swift.
public struct Kind: RawRepresentable, Hashable, Sendable, Comparable {
  /// The kind's word as it stands in graph JSON, lower case: `person`, `meeting`.
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ word: String) { rawValue = word }

  public static let person = Kind("person")
  public static let party = Kind("party")
  public static let ministry = Kind("ministry")
  public static let province = Kind("province")
  public static let country = Kind("country")
  public static let organization = Kind("organization")
  public static let place = Kind("place")

  public static let meeting = Kind("meeting")
  public static let agreement = Kind("agreement")
  public static let visit = Kind("visit")

  /// True for the three kinds of event; every other kind is an entity.
  public var isEvent: Bool { self == .meeting || self == .agreement || self == .visit }

  public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
}

/// What an edge says: an open set like ``Kind``.
public struct EdgeType: RawRepresentable, Hashable, Sendable, Comparable {
  /// The type's word as it stands in graph JSON: `leads`, `party-to`.
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ word: String) { rawValue = word }

  /// Takes part in a meeting.
  public static let participant = EdgeType("participant")
  /// Is a side of an agreement.
  public static let partyTo = EdgeType("party-to")
  /// Makes a visit.
  public static let visitor = EdgeType("visitor")
  /// Saw an event happen; no side by that.
  public static let witness = EdgeType("witness")
  /// Put the signature under an agreement for a side.
  public static let signatory = EdgeType("signatory")
  /// Receives the visitors or provides the venue; no side by that.
  public static let host = EdgeType("host")
  /// Heads a body or a country.
  public static let leads = EdgeType("leads")
  /// Serves in, or represents, a body without heading it.
  public static let memberOf = EdgeType("member-of")
  /// Belongs to a larger body, or lies in a country.
  public static let partOf = EdgeType("part-of")
  /// Joins two events that may be one.
  public static let mayBeSame = EdgeType("may-be-same")

  /// True for the edges that make an entity a side of an event.
  public var isSide: Bool { self == .participant || self == .partyTo || self == .visitor }

  public static func < (a: EdgeType, b: EdgeType) -> Bool { a.rawValue < b.rawValue }
}

/// Where a statement in the graph comes from.
public enum Origin: String, Sendable, CaseIterable {
  /// An article says it; the evidence quotes where.
  case text
  /// A knowledge pack says it; no evidence.
  case background
  /// Follows from other statements by a stated rule.
  case inferred
  /// The user added it.
  case user
}

/// How far an event had come when a document told of it.
public enum Status: String, Sendable, CaseIterable {
  /// A meeting or visit that took place.
  case held
  /// An agreement that was concluded.
  case signed
  /// Announced: will, is to, is scheduled to.
  case planned
  /// Wished for, invited to, offered.
  case proposed
  /// Called off.
  case cancelled

  /// True once the event took place.
  public var happened: Bool { self == .held || self == .signed }
}
