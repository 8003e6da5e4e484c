public import EntenteModel

/// Which part of a graph is wanted.
///
/// Every condition that is set has to hold; of several values of one condition, one is enough. What
/// remains is a graph like any other: it verifies, and it can be read as a source. Choosing twice
/// with the same selection changes nothing.
///
/// ```swift
/// let recent = try graph.selecting(Selection(kinds: [.meeting], since: PartialDate("2026-02")))
/// ```
public struct Selection: Hashable, Sendable {
  /// Kinds of events, of which an event has to be one, and kinds of entities, of which one of its
  /// sides has to be one; empty for all.
  public var kinds: [Kind]
  /// Countries by name, alias, id or two-letter code: an event has to have a side from one of them.
  public var countries: [String]
  /// The first day wanted; of a month or year, its first day.
  public var since: PartialDate?
  /// The last day wanted; of a month or year, its last day.
  public var until: PartialDate?
  /// Whether events without a date stay where `since` or `until` is set.
  public var keepsUndated: Bool
  /// How far an event has to have come; empty for all.
  public var statuses: [Status]
  /// How many independent sources have to tell of an event or a statement.
  ///
  /// Articles of one outlet or agency are one source, and so are near copies.
  public var minimumSources: Int
  /// 0…1: how sure a statement has to be at least.
  public var minimumConfidence: Double
  /// Names of those around whom the graph is wanted; empty for everybody.
  public var focus: [String]
  /// How many steps around them, from 1: an event that two share is one step, and so is an office.
  public var depth: Int
  /// The two whose shortest connection is wanted.
  public var path: Ends?
  /// Names of countries by id, for those that no article names; nil for what the caller knows.
  public var countryNames: [String: String]?

  /// The two ends of a path, by name, alias or id.
  public struct Ends: Hashable, Sendable {
    public var from: String
    public var to: String

    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  public init(
    kinds: [Kind] = [], countries: [String] = [], since: PartialDate? = nil,
    until: PartialDate? = nil, keepsUndated: Bool = false, statuses: [Status] = [],
    minimumSources: Int = 1, minimumConfidence: Double = 0, focus: [String] = [], depth: Int = 1,
    path: Ends? = nil, countryNames: [String: String]? = nil
  ) {
    self.kinds = kinds
    self.countries = countries
    self.since = since
    self.until = until
    self.keepsUndated = keepsUndated
    self.statuses = statuses
    self.minimumSources = minimumSources
    self.minimumConfidence = minimumConfidence
    self.focus = focus
    self.depth = depth
    self.path = path
    self.countryNames = countryNames
  }

  /// True where nothing is asked for, so that everything remains.
  public var isEmpty: Bool {
    kinds.isEmpty && countries.isEmpty && since == nil && until == nil && statuses.isEmpty
      && minimumSources <= 1 && minimumConfidence <= 0 && focus.isEmpty && path == nil
  }
}
