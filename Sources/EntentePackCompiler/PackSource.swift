package import EntenteKnowledge
package import EntenteModel

/// A knowledge pack before it is compiled: plain values, references by id.
package struct PackSource: Hashable, Sendable {
  package var terms: [SourceTerm] = []
  package var entities: [SourceEntity] = []
  package var patterns: [SourcePattern] = []
  package var kinds: [KindStyle] = []
  package var relations: [RelationStyle] = []
  /// A digest of the files that it was read from.
  package var digest: UInt64 = 0

  package init() {}
}

/// Where an entry stands: the file relative to the folder of packs, line and column from 1.
package struct SourcePlace: Hashable, Sendable {
  package var file: String
  package var line: Int
  /// In bytes.
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// An entry of the lexicon.
package struct SourceTerm: Hashable, Sendable {
  package var termClass: TermClass
  package var text: String
  package var attributes: [Pattern.Attribute] = []
  /// Variant spellings.
  package var also: [String] = []
  /// Irregular forms by name: `past`, `participle`, `gerund`, `third`, `plural`.
  package var forms: [Pattern.Attribute] = []
  package var place: SourcePlace

  package init(_ termClass: TermClass, _ text: String, at place: SourcePlace) {
    self.termClass = termClass
    self.text = text
    self.place = place
  }
}

/// A person, body or place.
package struct SourceEntity: Hashable, Sendable {
  package struct Post: Hashable, Sendable {
    package var office: String
    /// An id.
    package var body: String
    package var since: PartialDate?
    package var until: PartialDate?
    package var line: Int

    package init(
      office: String, body: String, since: PartialDate?, until: PartialDate?, line: Int
    ) {
      self.office = office
      self.body = body
      self.since = since
      self.until = until
      self.line = line
    }
  }

  package var id: String
  package var kind: Kind
  package var name: String
  package var abbreviation: String?
  package var aliases: [String] = []
  package var adjectives: [String] = []
  package var people: [String] = []
  /// The ids of the country, of the owner, of the country whose capital it is, and of what it went into.
  package var country: String?
  package var partOf: String?
  package var capitalOf: String?
  package var into: String?
  package var culture: String = ""
  package var type: String?
  package var field: String?
  package var since: PartialDate?
  package var until: PartialDate?
  /// Ids of countries.
  package var members: [String] = []
  package var posts: [Post] = []
  /// True where the bare name proves nothing.
  package var needsOwner = false
  package var place: SourcePlace

  package init(id: String, kind: Kind, name: String, at place: SourcePlace) {
    self.id = id
    self.kind = kind
    self.name = name
    self.place = place
  }
}

/// An event pattern; lemmas as text.
package struct SourcePattern: Hashable, Sendable {
  package var id: String
  package var event: Kind
  package var verbs: [String] = []
  package var nouns: [String] = []
  package var objects: [String] = []
  package var roles: [Pattern.Role] = []
  package var attributes: [Pattern.Attribute] = []
  package var accept: [Pattern.Example] = []
  package var reject: [Pattern.Example] = []
  package var place: SourcePlace
}

extension PackSource {
  /// Adds the entries of `other`, which win over entries here of the same id, or of the same class and text.
  package mutating func merge(_ other: PackSource) {
    PackSource.merge(&entities, other.entities) { $0.id }
    PackSource.merge(&terms, other.terms) { "\($0.termClass.rawValue) \($0.text)" }
    PackSource.merge(&patterns, other.patterns) { $0.id }
    PackSource.merge(&kinds, other.kinds) { $0.kind.rawValue }
    PackSource.merge(&relations, other.relations) { $0.type.rawValue }
    digest = (digest << 7 | digest >> 57) ^ other.digest
  }

  private static func merge<Item>(
    _ items: inout [Item], _ others: [Item], key: (Item) -> String
  ) {
    var places: [String: Int] = [:]
    for (i, item) in items.enumerated() { places[key(item)] = i }
    for other in others {
      if let i = places[key(other)] {
        items[i] = other
      } else {
        places[key(other)] = items.count
        items.append(other)
      }
    }
  }
}
