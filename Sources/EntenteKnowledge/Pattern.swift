package import EntenteModel

/// A frame that tells of an event: a trigger, and which grammatical slot each side fills.
package struct Pattern: Hashable, Sendable {
  /// A trigger word or an object's head, in its base form.
  package struct Lemma: Hashable, Sendable {
    /// `meet`, `courtesy call`
    package let text: String
    /// The word, or 0 where the lemma has several.
    package let word: UInt32
    /// The term's index, where the lexicon has it in the class wanted (a verb, or an event noun).
    package let term: UInt32?
  }

  /// Which slots an edge type's entities come from.
  package struct Role: Hashable, Sendable {
    package let type: EdgeType
    /// `subject`, `object`, or a preposition, in the pack's order.
    package let slots: [String]

    package init(type: EdgeType, slots: [String]) {
      self.type = type
      self.slots = slots
    }
  }

  /// A sentence with its answer: `[participant: The King] will meet [participant: Anna Berg].`
  package struct Example: Hashable, Sendable {
    package let text: String
    /// What must hold beside the marked parts (`status: planned`), ordered by key.
    package let expectations: [Attribute]
    /// The line in the pattern's file.
    package let line: Int

    package init(text: String, expectations: [Attribute], line: Int) {
      self.text = text
      self.expectations = expectations
      self.line = line
    }
  }

  /// A free key and value.
  package struct Attribute: Hashable, Sendable {
    package let key: String
    package let value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  package let id: String
  /// `meeting`, `visit` or `agreement`.
  package let event: Kind
  package let verbs: [Lemma]
  package let nouns: [Lemma]
  /// Nouns one of which must head the object; empty where any object will do.
  package let objects: [Lemma]
  package let roles: [Role]
  /// Ordered by key.
  package let attributes: [Attribute]
  package let accept: [Example]
  package let reject: [Example]
  package let file: String
  package let line: Int

  /// The value of an attribute, or nil.
  package func attribute(_ key: String) -> String? { attributes.first { $0.key == key }?.value }
}

extension Pattern {
  init(_ cursor: inout PackCursor) {
    func lemma(_ cursor: inout PackCursor) -> Lemma {
      let text = cursor.string()
      let word = cursor.number()
      let term = cursor.number()
      return Lemma(text: text, word: word, term: term == 0 ? nil : term - 1)
    }
    func attribute(_ cursor: inout PackCursor) -> Attribute {
      let key = cursor.string()
      return Attribute(key: key, value: cursor.string())
    }
    func example(_ cursor: inout PackCursor) -> Example {
      let text = cursor.string()
      let expectations = cursor.list(attribute)
      return Example(text: text, expectations: expectations, line: Int(cursor.number()))
    }
    id = cursor.string()
    event = Kind(cursor.string())
    file = cursor.string()
    line = Int(cursor.number())
    verbs = cursor.list(lemma)
    nouns = cursor.list(lemma)
    objects = cursor.list(lemma)
    roles = cursor.list { cursor in
      let type = EdgeType(cursor.string())
      return Role(type: type, slots: cursor.list { $0.string() })
    }
    attributes = cursor.list(attribute)
    accept = cursor.list(example)
    reject = cursor.list(example)
  }
}

extension Knowledge {
  /// All patterns, ordered by id. Decoded at each call: keep the result.
  package var patterns: [Pattern] {
    var cursor = PackCursor(file, file.patterns)
    return cursor.list { Pattern(&$0) }
  }
}
