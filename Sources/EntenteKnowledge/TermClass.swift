/// What a term of the lexicon is to the reader; the names are those of the language pack's files.
package enum TermClass: UInt8, CaseIterable, Sendable {
  case determiner, quantifier, preposition, conjunction, subordinator, pronoun, relative, negation
  case modal, auxiliary, adverb, adjective, month, weekday, ordinal, number
  case honorific, office, head, field, event, verb, side, delegation, given, family, particle
  case common, date

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
package struct TermClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }
  package init(_ termClass: TermClass) { rawValue = 1 << UInt64(termClass.rawValue) }

  package static let determiner = TermClasses(.determiner)
  package static let quantifier = TermClasses(.quantifier)
  package static let preposition = TermClasses(.preposition)
  package static let conjunction = TermClasses(.conjunction)
  package static let subordinator = TermClasses(.subordinator)
  package static let pronoun = TermClasses(.pronoun)
  package static let relative = TermClasses(.relative)
  package static let negation = TermClasses(.negation)
  package static let modal = TermClasses(.modal)
  package static let auxiliary = TermClasses(.auxiliary)
  package static let adverb = TermClasses(.adverb)
  package static let adjective = TermClasses(.adjective)
  package static let month = TermClasses(.month)
  package static let weekday = TermClasses(.weekday)
  package static let ordinal = TermClasses(.ordinal)
  package static let number = TermClasses(.number)
  package static let honorific = TermClasses(.honorific)
  package static let office = TermClasses(.office)
  package static let head = TermClasses(.head)
  package static let field = TermClasses(.field)
  package static let event = TermClasses(.event)
  package static let verb = TermClasses(.verb)
  package static let side = TermClasses(.side)
  package static let delegation = TermClasses(.delegation)
  package static let given = TermClasses(.given)
  package static let family = TermClasses(.family)
  package static let particle = TermClasses(.particle)
  package static let common = TermClasses(.common)
  package static let date = TermClasses(.date)
}

/// Which inflected forms a word can be.
package struct WordForms: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A verb as the lexicon lists it: `meet`.
  package static let base = WordForms(rawValue: 1)
  /// `meets`
  package static let third = WordForms(rawValue: 2)
  /// `met` in `she met him`
  package static let past = WordForms(rawValue: 4)
  /// `met` in `they have met`
  package static let participle = WordForms(rawValue: 8)
  /// `meeting`
  package static let gerund = WordForms(rawValue: 16)
  /// A noun as the lexicon lists it: `talk`.
  package static let singular = WordForms(rawValue: 32)
  /// `talks`
  package static let plural = WordForms(rawValue: 64)
}
