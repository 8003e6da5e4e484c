/// What a term of the lexicon is to the reader; the names are those of the language pack's files.
///
/// Public like the sets below, though no user of the library sees this module: Swift inlines nothing of a package in
/// another of its modules, and the reader asks for classes at every token.
@frozen
public enum TermClass: UInt8, CaseIterable, Sendable {
  case determiner, quantifier, preposition, conjunction, subordinator, pronoun, relative, negation
  case modal, auxiliary, adverb, adjective, month, weekday, ordinal, number
  case honorific, office, head, field, event, verb, side, delegation, given, family, particle
  case common, date, letters, source

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
@frozen
public struct TermClasses: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64

  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }
  package init(_ termClass: TermClass) { rawValue = 1 << UInt64(termClass.rawValue) }

  @inlinable public static var determiner: Self { Self(rawValue: 1 << 0) }
  @inlinable public static var quantifier: Self { Self(rawValue: 1 << 1) }
  @inlinable public static var preposition: Self { Self(rawValue: 1 << 2) }
  @inlinable public static var conjunction: Self { Self(rawValue: 1 << 3) }
  @inlinable public static var subordinator: Self { Self(rawValue: 1 << 4) }
  @inlinable public static var pronoun: Self { Self(rawValue: 1 << 5) }
  @inlinable public static var relative: Self { Self(rawValue: 1 << 6) }
  @inlinable public static var negation: Self { Self(rawValue: 1 << 7) }
  @inlinable public static var modal: Self { Self(rawValue: 1 << 8) }
  @inlinable public static var auxiliary: Self { Self(rawValue: 1 << 9) }
  @inlinable public static var adverb: Self { Self(rawValue: 1 << 10) }
  @inlinable public static var adjective: Self { Self(rawValue: 1 << 11) }
  @inlinable public static var month: Self { Self(rawValue: 1 << 12) }
  @inlinable public static var weekday: Self { Self(rawValue: 1 << 13) }
  @inlinable public static var ordinal: Self { Self(rawValue: 1 << 14) }
  @inlinable public static var number: Self { Self(rawValue: 1 << 15) }
  @inlinable public static var honorific: Self { Self(rawValue: 1 << 16) }
  @inlinable public static var office: Self { Self(rawValue: 1 << 17) }
  @inlinable public static var head: Self { Self(rawValue: 1 << 18) }
  @inlinable public static var field: Self { Self(rawValue: 1 << 19) }
  @inlinable public static var event: Self { Self(rawValue: 1 << 20) }
  @inlinable public static var verb: Self { Self(rawValue: 1 << 21) }
  @inlinable public static var side: Self { Self(rawValue: 1 << 22) }
  @inlinable public static var delegation: Self { Self(rawValue: 1 << 23) }
  @inlinable public static var given: Self { Self(rawValue: 1 << 24) }
  @inlinable public static var family: Self { Self(rawValue: 1 << 25) }
  @inlinable public static var particle: Self { Self(rawValue: 1 << 26) }
  @inlinable public static var common: Self { Self(rawValue: 1 << 27) }
  @inlinable public static var date: Self { Self(rawValue: 1 << 28) }
  @inlinable public static var letters: Self { Self(rawValue: 1 << 29) }
  @inlinable public static var source: Self { Self(rawValue: 1 << 30) }
}

/// Which inflected forms a word can be.
@frozen
public struct WordForms: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A verb as the lexicon lists it: `meet`.
  @inlinable public static var base: Self { Self(rawValue: 1) }
  /// `meets`
  @inlinable public static var third: Self { Self(rawValue: 2) }
  /// `met` in `she met him`
  @inlinable public static var past: Self { Self(rawValue: 4) }
  /// `met` in `they have met`
  @inlinable public static var participle: Self { Self(rawValue: 8) }
  /// `meeting`
  @inlinable public static var gerund: Self { Self(rawValue: 16) }
  /// A noun as the lexicon lists it: `talk`.
  @inlinable public static var singular: Self { Self(rawValue: 32) }
  /// `talks`
  @inlinable public static var plural: Self { Self(rawValue: 64) }
}
