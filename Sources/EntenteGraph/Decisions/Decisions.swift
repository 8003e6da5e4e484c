/// What the user decided about names and events; it beats every automatic judgement.
///
/// A name is an id, or a name or alias as it stands in the graph, compared without case and
/// diacritics. An event is its id or name; one document's report of it is `ID@DOCUMENT`.
public struct Decisions: Hashable, Sendable {
  /// Each list is one thing.
  public var same: [[String]]
  /// In each list no two are one thing.
  public var different: [[String]]
  /// New names to show.
  public var rename: [Rename]
  /// What is left out, with every edge to it.
  public var drop: [String]
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

  public init(
    same: [[String]] = [], different: [[String]] = [], rename: [Rename] = [], drop: [String] = []
  ) {
    self.same = same
    self.different = different
    self.rename = rename
    self.drop = drop
  }

  /// No decisions.
  public static let none = Decisions()

  /// The reason under which a decision stands in the graph's judgements.
  public static let reason = "your decision"

  /// These decisions with those of `other` after them.
  package func adding(_ other: Decisions) -> Decisions {
    var result = Decisions(
      same: same + other.same.filter { !same.contains($0) },
      different: different + other.different.filter { !different.contains($0) },
      rename: rename + other.rename.filter { !rename.contains($0) },
      drop: drop + other.drop.filter { !drop.contains($0) })
    result.edits = edits.adding(other.edits)
    return result
  }
}
