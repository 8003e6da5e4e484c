/// What one document says: the reader's result, and all that joining needs of it.
///
/// Entities and events are numbered inside the reading; joining gives them their ids in the graph.
package struct Reading: Hashable, Sendable {
  package var document: DocumentRecord
  package var entities: [Entity] = []
  package var relations: [Relation] = []
  package var events: [Event] = []
  /// Joins made inside the document; `a` is a form in quotation marks, `b` an entity's key.
  package var judgements: [Judgement] = []

  package init(document: DocumentRecord) { self.document = document }

  /// Something named, with every place where this document names it.
  package struct Entity: Hashable, Sendable {
    /// The id proposed for it, made from what it is: `person.to-lam`, `ministry.kh.interior`.
    package var key: String
    package var kind: Kind
    /// The fullest form in this document, without titles.
    package var name: String
    /// The distinct forms, without titles, in the order of first appearance.
    package var aliases: [String]
    /// True where a pack lists it, so that `key` is the pack's id.
    package var isKnown: Bool
    /// The id of its country (`country.kh`), where text or pack tells.
    package var country: String?
    /// For a person: the folded office and body, as `general secretary|party.cpv`, for joining short names.
    package var offices: [String] = []
    package var mentions: [Evidence]

    package init(
      key: String, kind: Kind, name: String, aliases: [String], isKnown: Bool, country: String?,
      mentions: [Evidence]
    ) {
      self.key = key
      self.kind = kind
      self.name = name
      self.aliases = aliases
      self.isKnown = isKnown
      self.country = country
      self.mentions = mentions
    }
  }

  /// `leads`, `member-of` or `part-of`, between entities by their index.
  package struct Relation: Hashable, Sendable {
    package var type: EdgeType
    package var source: Int
    package var target: Int
    package var role: String?
    package var origin: Origin
    package var confidence: Double
    package var evidence: [Evidence]

    package init(
      type: EdgeType, source: Int, target: Int, role: String?, origin: Origin,
      confidence: Double, evidence: [Evidence]
    ) {
      self.type = type
      self.source = source
      self.target = target
      self.role = role
      self.origin = origin
      self.confidence = confidence
      self.evidence = evidence
    }
  }

  /// A meeting, visit or agreement as this document tells it.
  package struct Event: Hashable, Sendable {
    package var kind: Kind
    /// What the document calls it, lower case and singular: `courtesy call`.
    package var noun: String
    package var participants: [Participation]
    /// Index of the entity that is the place (or the body visited).
    package var place: Int?
    package var date: PartialDate?
    package var end: PartialDate?
    package var status: Status
    package var act: String?
    package var evidence: [Evidence]
    /// Events of one list share a number and are never one: `three deals between A and B, C and D`.
    package var list: Int?
    /// Index of the event it is told to be part of.
    package var within: Int?
    package var confidence: Double

    package init(kind: Kind, noun: String, status: Status, evidence: [Evidence]) {
      self.kind = kind
      self.noun = noun
      self.status = status
      self.evidence = evidence
      participants = []
      confidence = 0.9
    }
  }

  /// An entity's part in an event.
  package struct Participation: Hashable, Sendable {
    package var entity: Int
    /// `participant`, `party-to`, `visitor`, `witness`, `signatory` or `host`.
    package var type: EdgeType
    /// `co-chair`, … where the text says so.
    package var role: String?
    package var origin: Origin
    package var confidence: Double
    package var evidence: [Evidence]

    package init(
      entity: Int, type: EdgeType, role: String? = nil, origin: Origin = .text,
      confidence: Double, evidence: [Evidence]
    ) {
      self.entity = entity
      self.type = type
      self.role = role
      self.origin = origin
      self.confidence = confidence
      self.evidence = evidence
    }
  }
}
