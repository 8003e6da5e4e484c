package import EntenteModel

/// How nodes of a kind are called and drawn.
package struct KindStyle: Hashable, Sendable {
  package let kind: Kind
  /// For one, in a legend: `Party`.
  package let caption: String
  /// For several, in lower case, in a title: `parties`.
  package let plural: String
  /// True for events.
  package let isEvent: Bool
  /// What drawing needs (`shape`, `fill`, `line`, `dark-fill`, …), ordered by key.
  package let attributes: [Pattern.Attribute]
  package let file: String
  package let line: Int

  package init(
    kind: Kind, caption: String, plural: String, isEvent: Bool,
    attributes: [Pattern.Attribute] = [], file: String = "", line: Int = 0
  ) {
    self.kind = kind
    self.caption = caption
    self.plural = plural
    self.isEvent = isEvent
    self.attributes = attributes
    self.file = file
    self.line = line
  }

  /// The value of an attribute, or nil.
  package func attribute(_ key: String) -> String? { attributes.first { $0.key == key }?.value }
}

/// How edges of a type are called and drawn.
package struct RelationStyle: Hashable, Sendable {
  package let type: EdgeType
  /// In a legend: `Takes part`.
  package let caption: String
  /// Between source and target in a sentence: `took part in`.
  package let phrase: String
  /// The kinds that it may start from and point to; empty where any may.
  package let from: [Kind]
  package let to: [Kind]
  /// True where the entity is a side of the event.
  package let isSide: Bool
  package let attributes: [Pattern.Attribute]
  package let file: String
  package let line: Int

  package init(
    type: EdgeType, caption: String, phrase: String, from: [Kind] = [], to: [Kind] = [],
    isSide: Bool, attributes: [Pattern.Attribute] = [], file: String = "", line: Int = 0
  ) {
    self.type = type
    self.caption = caption
    self.phrase = phrase
    self.from = from
    self.to = to
    self.isSide = isSide
    self.attributes = attributes
    self.file = file
    self.line = line
  }

  /// The value of an attribute, or nil.
  package func attribute(_ key: String) -> String? { attributes.first { $0.key == key }?.value }
}

extension Knowledge {
  /// The kinds in the order of the schema's file, which is that of a legend. Decoded at each call.
  package var kinds: [KindStyle] { styles.kinds }

  /// The edge types in the order of the schema's file. Decoded at each call.
  package var relations: [RelationStyle] { styles.relations }

  private var styles: (kinds: [KindStyle], relations: [RelationStyle]) {
    func attribute(_ cursor: inout PackCursor) -> Pattern.Attribute {
      let key = cursor.string()
      return Pattern.Attribute(key: key, value: cursor.string())
    }
    var cursor = PackCursor(file, file.styles)
    let kinds = cursor.list { cursor in
      KindStyle(
        kind: Kind(cursor.string()), caption: cursor.string(), plural: cursor.string(),
        isEvent: cursor.number() != 0, attributes: cursor.list(attribute), file: cursor.string(),
        line: Int(cursor.number()))
    }
    let relations = cursor.list { cursor in
      RelationStyle(
        type: EdgeType(cursor.string()), caption: cursor.string(), phrase: cursor.string(),
        from: cursor.list { Kind($0.string()) }, to: cursor.list { Kind($0.string()) },
        isSide: cursor.number() != 0, attributes: cursor.list(attribute), file: cursor.string(),
        line: Int(cursor.number()))
    }
    return (kinds, relations)
  }
}
