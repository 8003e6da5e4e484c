public import EntenteModel

/// What the user decided about names, events and edges; it beats every automatic judgement.
///
/// A name is an id, or a name or alias as it stands in the graph, compared without case and
/// diacritics. An event is its id or name; one document's report of it is `ID@DOCUMENT`.
public struct Decisions: Hashable, Sendable {
  /// Each list is one thing.
  public var same: [[String]]
  /// Each list is one event; no entity is meant, whatever it is called.
  public var sameEvent: [[String]]
  /// In each list no two are one thing.
  public var different: [[String]]
  /// New names to show.
  public var rename: [Rename]
  /// What is left out, with every edge to it.
  public var drop: [String]
  /// Edges that are left out.
  public var dropEdge: [EdgeName]
  /// Edges that are right: their confidence is 1.
  public var keepEdge: [EdgeName]
  /// How far events had come.
  public var status: [Change<Status>]
  /// When events took place or are to.
  public var date: [Change<Days>]
  /// What things are.
  public var kind: [Change<Kind>]
  /// Where the decisions come from; it does not count when decisions are compared.
  package var origins = Origins()
  /// What was edited in the picture; see ``Edits``.
  public var edits = Edits()

  /// A thing and the name it is to be shown under.
  public struct Rename: Hashable, Sendable {
    public var from: String
    public var to: String

    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// A name, and what is decided of what bears it.
  public struct Change<Value: Hashable & Sendable>: Hashable, Sendable {
    public var name: String
    public var value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// When an event took place.
  public struct Days: Hashable, Sendable {
    /// The day, month or year that it began; nil where it is unknown.
    public var first: PartialDate?
    /// The last day, where it lasted longer than one.
    public var last: PartialDate?

    public init(_ first: PartialDate?, to last: PartialDate? = nil) {
      self.first = first
      self.last = last
    }
  }

  /// An edge by the names of its ends.
  public struct EdgeName: Hashable, Sendable {
    public var from: String
    /// Nil for every edge from the one to the other.
    public var type: EdgeType?
    public var to: String

    public init(from: String, type: EdgeType? = nil, to: String) {
      self.from = from
      self.type = type
      self.to = to
    }
  }

  public init(
    same: [[String]] = [], sameEvent: [[String]] = [], different: [[String]] = [],
    rename: [Rename] = [], drop: [String] = [], dropEdge: [EdgeName] = [],
    keepEdge: [EdgeName] = [], status: [Change<Status>] = [], date: [Change<Days>] = [],
    kind: [Change<Kind>] = []
  ) {
    self.same = same
    self.sameEvent = sameEvent
    self.different = different
    self.rename = rename
    self.drop = drop
    self.dropEdge = dropEdge
    self.keepEdge = keepEdge
    self.status = status
    self.date = date
    self.kind = kind
  }

  /// No decisions.
  public static let none = Decisions()

  /// The reason under which a decision stands in the graph's judgements.
  public static let reason = "your decision"

  /// These decisions with those of `other` after them.
  package func adding(_ other: Decisions) -> Decisions {
    var all = self
    all.same += other.same.filter { !same.contains($0) }
    all.sameEvent += other.sameEvent.filter { !sameEvent.contains($0) }
    all.different += other.different.filter { !different.contains($0) }
    all.rename += other.rename.filter { !rename.contains($0) }
    all.drop += other.drop.filter { !drop.contains($0) }
    all.dropEdge += other.dropEdge.filter { !dropEdge.contains($0) }
    all.keepEdge += other.keepEdge.filter { !keepEdge.contains($0) }
    all.status += other.status.filter { !status.contains($0) }
    all.date += other.date.filter { !date.contains($0) }
    all.kind += other.kind.filter { !kind.contains($0) }
    all.edits = edits.adding(other.edits)
    return all
  }

  /// These decisions with those of `other`, an earlier graph's, after them.
  package func adding(carried other: Decisions) -> Decisions {
    var all = self
    all.same += other.same.filter { !same.contains($0) }
    all.sameEvent += other.sameEvent.filter { !sameEvent.contains($0) }
    all.different += other.different.filter { !different.contains($0) }
    all.rename += other.rename.filter { !rename.contains($0) }
    all.drop += other.drop.filter { !drop.contains($0) }
    all.dropEdge += other.dropEdge.filter { !dropEdge.contains($0) && !keepEdge.contains($0) }
    all.keepEdge += other.keepEdge.filter { !keepEdge.contains($0) && !dropEdge.contains($0) }
    all.status += other.status.filter { !status.contains($0) }
    all.date += other.date.filter { !date.contains($0) }
    all.kind += other.kind.filter { !kind.contains($0) }
    all.origins.own = names
    all.origins.counts = [
      "rename": rename.count, "status": status.count, "date": date.count, "kind": kind.count,
      "drop-edge": dropEdge.count, "keep-edge": keepEdge.count,
    ]
    return all
  }

  /// Where a word stands under a key of the decisions' file; nil where they come from no file.
  package func place(of word: String, under key: String) -> Diagnostic.Place? {
    origins.places[key]?[word]
  }

  /// Every name in them.
  var names: Set<String> {
    var names = Set((same + sameEvent + different).joined())
    names.formUnion(rename.map(\.from) + drop)
    names.formUnion((dropEdge + keepEdge).flatMap { [$0.from, $0.to] })
    names.formUnion(status.map(\.name) + date.map(\.name) + kind.map(\.name))
    return names
  }

  /// Only those that join or part names.
  var onPairs: Decisions {
    var pairs = Decisions(same: same, sameEvent: sameEvent, different: different)
    pairs.origins = origins
    return pairs
  }

  /// True where the user, and not only an earlier graph, speaks of the name.
  func isOwn(_ name: String) -> Bool { origins.own?.contains(name) ?? true }

  /// How many of the decisions under a key of the file are the user's; they stand before those of earlier graphs.
  func ownCount(_ key: String) -> Int { origins.counts[key] ?? .max }
}

extension Decisions.Days: CustomStringConvertible {
  /// `2026-02-06`, `2026-02-06..2026-02-08` or `unknown`.
  public var description: String {
    guard let first else { return "unknown" }
    return last.map { "\(first)..\($0)" } ?? first.description
  }

  /// Reads ``description``.
  init?(_ text: some StringProtocol) {
    if text == "unknown" {
      self.init(nil)
      return
    }
    let points = text.firstRange(of: "..")
    guard let first = PartialDate(points.map { text[..<$0.lowerBound] } ?? text[...]) else {
      return nil
    }
    guard let points else {
      self.init(first)
      return
    }
    guard let last = PartialDate(text[points.upperBound...]) else { return nil }
    self.init(first, to: last)
  }
}

extension Decisions {
  /// Where the names of decisions stand in their file, and which came with an earlier graph. All origins are equal.
  package struct Origins: Hashable, Sendable {
    /// By the key of the file and the name under it.
    package var places: [String: [String: Diagnostic.Place]] = [:]
    /// The names of the user's own decisions; nil where no others were added to them.
    var own: Set<String>?
    /// How many are the user's own, by the key of the file; all of them where nothing is told.
    var counts: [String: Int] = [:]

    package init() {}

    package static func == (a: Origins, b: Origins) -> Bool { true }
    package func hash(into hasher: inout Hasher) {}
  }
}
