public import EntenteModel

/// What a person found in one article: the measure of what Entente finds there.
///
/// The format of the file is described in `docs/evaluation.md`.
public struct Annotation: Hashable, Sendable {
  /// The annotation's file without `.json`.
  public internal(set) var name: String
  /// The name of the article's file; nil where it is only known by having the same name.
  public internal(set) var document: String?
  /// What must be found.
  public internal(set) var marks: Marks
  /// Other readings that can be defended: neither missed nor spurious.
  public internal(set) var optional: Marks
  /// Keys of the file that the format does not know.
  public internal(set) var notes: [Diagnostic]

  /// Entities, relations and events.
  public struct Marks: Hashable, Sendable {
    public internal(set) var entities: [Entity] = []
    public internal(set) var relations: [Relation] = []
    public internal(set) var events: [Event] = []

  }

  /// A named thing.
  public struct Entity: Hashable, Sendable {
    /// What this annotation calls it; one thing has one id in all articles.
    public let id: String
    /// At least one; any of them is right.
    public let kinds: [Kind]
    public let name: String
    /// Every distinct form that names it.
    public let mentions: [String]
  }

  /// A statement that joins two entities.
  public struct Relation: Hashable, Sendable {
    public let type: EdgeType
    public let from: String
    public let to: String
  }

  /// A meeting, an agreement or a visit.
  public struct Event: Hashable, Sendable {
    public let kind: Kind
    /// Ids of its sides; of a visit, the visitors.
    public let participants: [String]
    public let place: String?
    /// Nil where the text tells none.
    public let date: PartialDate?
    public let status: Status
  }
}

extension Annotation {
  /// The entities that must be found, then the optional ones.
  var allEntities: [Entity] { marks.entities + optional.entities }
}
