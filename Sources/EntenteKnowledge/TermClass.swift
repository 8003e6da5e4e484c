/// What a term of the lexicon is to the reader; the names are those of the language pack's files.
package enum TermClass: UInt8, CaseIterable, Sendable {
  case determiner, quantifier, preposition, conjunction, subordinator, pronoun, relative, negation
  case modal, auxiliary, adverb, adjective, month, weekday, ordinal, number
  case honorific, office, head, field, event, verb, side, delegation, given, family, particle
  case common, date, letters

  /// The class of that name in a pack file, or nil.
  package init?(name: some StringProtocol) {
    guard let found = TermClass.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The name in pack files: `preposition`.
  package var name: String { String(describing: self) }

  /// True for the classes whose terms are nouns with a singular and a plural.
  package var isNoun: Bool {
    switch self {
    case .office, .head, .event, .side, .delegation: true
    default: false
    }
  }
}

/// The classes of one word, as bits: a word may be a month and a modal.
///
/// Inlinable, for the reader asks at every token, and a set of another module costs it a call and a lookup else.
@frozen
package struct TermClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  @inlinable package init(rawValue: UInt64) { self.rawValue = rawValue }
  // The library's own goes through a generic set, one element after the other.
  @inlinable package init(arrayLiteral elements: Self...) {
    self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
  }
  package init(_ termClass: TermClass) { rawValue = 1 << UInt64(termClass.rawValue) }

  @inlinable package static var determiner: Self { Self(rawValue: 1 << 0) }
  @inlinable package static var quantifier: Self { Self(rawValue: 1 << 1) }
  @inlinable package static var preposition: Self { Self(rawValue: 1 << 2) }
  @inlinable package static var conjunction: Self { Self(rawValue: 1 << 3) }
  @inlinable package static var subordinator: Self { Self(rawValue: 1 << 4) }
  @inlinable package static var pronoun: Self { Self(rawValue: 1 << 5) }
  @inlinable package static var relative: Self { Self(rawValue: 1 << 6) }
  @inlinable package static var negation: Self { Self(rawValue: 1 << 7) }
  @inlinable package static var modal: Self { Self(rawValue: 1 << 8) }
  @inlinable package static var auxiliary: Self { Self(rawValue: 1 << 9) }
  @inlinable package static var adverb: Self { Self(rawValue: 1 << 10) }
  @inlinable package static var adjective: Self { Self(rawValue: 1 << 11) }
  @inlinable package static var month: Self { Self(rawValue: 1 << 12) }
  @inlinable package static var weekday: Self { Self(rawValue: 1 << 13) }
  @inlinable package static var ordinal: Self { Self(rawValue: 1 << 14) }
  @inlinable package static var number: Self { Self(rawValue: 1 << 15) }
  @inlinable package static var honorific: Self { Self(rawValue: 1 << 16) }
  @inlinable package static var office: Self { Self(rawValue: 1 << 17) }
  @inlinable package static var head: Self { Self(rawValue: 1 << 18) }
  @inlinable package static var field: Self { Self(rawValue: 1 << 19) }
  @inlinable package static var event: Self { Self(rawValue: 1 << 20) }
  @inlinable package static var verb: Self { Self(rawValue: 1 << 21) }
  @inlinable package static var side: Self { Self(rawValue: 1 << 22) }
  @inlinable package static var delegation: Self { Self(rawValue: 1 << 23) }
  @inlinable package static var given: Self { Self(rawValue: 1 << 24) }
  @inlinable package static var family: Self { Self(rawValue: 1 << 25) }
  @inlinable package static var particle: Self { Self(rawValue: 1 << 26) }
  @inlinable package static var common: Self { Self(rawValue: 1 << 27) }
  @inlinable package static var date: Self { Self(rawValue: 1 << 28) }
  @inlinable package static var letters: Self { Self(rawValue: 1 << 29) }
}

/// Which inflected forms a word can be.
@frozen
package struct WordForms: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
  @inlinable package init(arrayLiteral elements: Self...) {
    self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
  }

  /// A verb as the lexicon lists it: `meet`.
  @inlinable package static var base: Self { Self(rawValue: 1) }
  /// `meets`
  @inlinable package static var third: Self { Self(rawValue: 2) }
  /// `met` in `she met him`
  @inlinable package static var past: Self { Self(rawValue: 4) }
  /// `met` in `they have met`
  @inlinable package static var participle: Self { Self(rawValue: 8) }
  /// `meeting`
  @inlinable package static var gerund: Self { Self(rawValue: 16) }
  /// A noun as the lexicon lists it: `talk`.
  @inlinable package static var singular: Self { Self(rawValue: 32) }
  /// `talks`
  @inlinable package static var plural: Self { Self(rawValue: 64) }
}
