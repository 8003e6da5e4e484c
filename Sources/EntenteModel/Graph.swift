/// Who met whom, who visited whom and who signed what with whom: the result, and the contract with other tools.
///
/// Its JSON form is described by the schema `entente-graph`, version 1. Lists are in a canonical order, so
/// that equal graphs are equal bytes.
public struct Graph: Hashable, Sendable {
  /// The articles read, by id.
  public var documents: [DocumentRecord]
  /// Entities and events, by id.
  public var nodes: [Node]
  /// Statements that join two nodes, by id.
  public var edges: [Edge]
  /// What was joined or kept apart, and why.
  public var judgements: [Judgement]

  public init(
    documents: [DocumentRecord] = [], nodes: [Node] = [], edges: [Edge] = [],
    judgements: [Judgement] = []
  ) {
    self.documents = documents
    self.nodes = nodes
    self.edges = edges
    self.judgements = judgements
  }
}

/// What is known of an article: no text, only where it came from.
public struct DocumentRecord: Hashable, Sendable {
  /// Its path relative to the folder given, its base name, or `file#id` for a line of NDJSON.
  public var id: String
  public var title: String?
  /// The day it was published.
  public var date: PartialDate?
  /// The outlet or agency, as the article or its metadata names it.
  public var source: String?
  /// Where it was published: http or https.
  public var url: String?
  /// The digest of its bytes, lower-case hexadecimal.
  public var sha256: String
  /// The id of an earlier document that this one repeats nearly word for word; both count as one source.
  public var nearCopyOf: String?

  public init(
    id: String, title: String? = nil, date: PartialDate? = nil, source: String? = nil,
    url: String? = nil, sha256: String, nearCopyOf: String? = nil
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.source = source
    self.url = url
    self.sha256 = sha256
    self.nearCopyOf = nearCopyOf
  }
}

/// An entity or an event.
public struct Node: Hashable, Sendable {
  /// Matches `[a-z0-9][a-z0-9.-]*`; made from what the thing is.
  public var id: String
  public var kind: Kind
  /// The form shown.
  public var name: String
  /// Every distinct form without its title found in these articles.
  public var aliases: [String] = []
  /// The id of the country it belongs to, where that is known.
  public var country: String?
  /// Earlier ids of the same thing.
  public var formerly: [String] = []
  /// Where an entity is named; empty for an event.
  public var mentions: [Evidence] = []
  /// What only an event has; nil for an entity.
  public var event: EventDetail?
  /// ``Origin/user`` for what a person added; nil for what articles name.
  public var origin: Origin?

  public init(id: String, kind: Kind, name: String) {
    self.id = id
    self.kind = kind
    self.name = name
  }
}

/// What a node says when it is an event.
public struct EventDetail: Hashable, Sendable {
  /// The day it took place or began.
  public var date: PartialDate?
  /// The last day, where it lasted longer than one.
  public var end: PartialDate?
  public var status: Status
  /// The id of the place's, province's, country's or body's node.
  public var place: String?
  /// For agreements: `signed`, `exchanged`, `initialled`, `agreed`.
  public var act: String?
  /// What the articles call it, lower case and singular: `courtesy call`, `cooperation agreement`.
  public var noun: String?
  /// The id of the event that this one is part of (a meeting during a visit).
  public var within: String?
  /// What each document said of it, by document.
  public var reports: [Report] = []
  /// The sentences that tell of it.
  public var evidence: [Evidence] = []

  public init(status: Status) { self.status = status }
}

/// One document's word on an event.
public struct Report: Hashable, Sendable {
  public var document: String
  public var status: Status
  public var date: PartialDate?
  public var end: PartialDate?
  /// The id of the place's node, as this document has it.
  public var place: String?
  public var act: String?
  public var noun: String?

  public init(
    document: String, status: Status, date: PartialDate? = nil, end: PartialDate? = nil,
    place: String? = nil, act: String? = nil, noun: String? = nil
  ) {
    self.document = document
    self.status = status
    self.date = date
    self.end = end
    self.place = place
    self.act = act
    self.noun = noun
  }
}

/// A statement that joins two nodes.
public struct Edge: Hashable, Sendable {
  /// Matches the form of a node's id: `source--type--target`.
  public var id: String
  public var type: EdgeType
  /// The id of the node it starts from.
  public var source: String
  /// The id of the node it points to.
  public var target: String
  /// The office or part played, as written: `General Secretary`, `co-chair`.
  public var role: String?
  public var origin: Origin
  /// 0…1, two decimals.
  public var confidence: Double
  /// The quotations; empty for background.
  public var evidence: [Evidence]

  public init(
    type: EdgeType, source: String, target: String, role: String? = nil, origin: Origin,
    confidence: Double, evidence: [Evidence] = []
  ) {
    self.id = "\(source)--\(type.rawValue)--\(target)"
    self.type = type
    self.source = source
    self.target = target
    self.role = role
    self.origin = origin
    self.confidence = confidence
    self.evidence = evidence
  }
}

/// Why two names or two reports were taken for one thing, or kept apart.
public struct Judgement: Hashable, Sendable, Comparable {
  /// What was found to hold.
  public enum Verdict: String, Sendable, CaseIterable {
    case same
    case different
    case maybe
  }

  /// An id, or a name in quotation marks with the id it was joined to under `b`.
  public var a: String
  public var b: String
  public var verdict: Verdict
  /// 0…1, two decimals: how sure.
  public var score: Double
  /// Short phrases, the strongest first.
  public var reasons: [String]

  public init(a: String, b: String, verdict: Verdict, score: Double, reasons: [String]) {
    self.a = a
    self.b = b
    self.verdict = verdict
    self.score = score
    self.reasons = reasons
  }

  public static func < (x: Judgement, y: Judgement) -> Bool {
    let (a, b) = ((x.a, x.b, x.verdict.rawValue), (y.a, y.b, y.verdict.rawValue))
    return a == b ? x.reasons.lexicographicallyPrecedes(y.reasons) : a < b
  }
}
