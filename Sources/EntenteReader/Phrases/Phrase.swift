internal import EntenteModel

/// A noun phrase: what it names or describes.
struct Phrase {
  enum Form {
    /// Names one or more entities.
    case named
    /// An office without a name: `the Prime Minister`.
    case office
    /// `talks`, `a state visit`
    case event
    /// `the two sides`, `both leaders`
    case side
    /// `a delegation of the CPV`
    case delegation
    case pronoun
    case common
  }

  enum Definiteness { case definite, indefinite, possessive, bare }

  var start: Int
  var end: Int
  var form: Form = .common
  /// Numbers of the mentions that it denotes, in the text's order.
  var mentions: [Int] = []
  /// The numbers of the offices, for `.office`.
  var offices: [Int] = []
  /// The term of an event, side or delegation noun, or of a common head.
  var term: UInt32?
  /// The token of the head, and the one behind its last word.
  var head: Int
  var headEnd: Int
  var isPlural = false
  var definiteness: Definiteness = .bare
  /// `three`, `11`
  var count: Int?
  /// Mentions of what stands before it as possessor or adjective: `Norodom Sihamoni's`.
  var owners: [Int] = []
  /// An office that stands as possessor: `the Party leader's State visit`.
  var ownerOffice: Int?
  /// A pronoun that stands as possessor: `his`, `their`.
  var ownerPronoun: Int?
  /// The pack's country that an adjective before it names.
  var adjective: UInt32?
  var adjectiveToken: Int?
  /// All of them with their tokens, where there are several: `the Kenyan and Norwegian governments`.
  var adjectives: [(country: UInt32, token: Int)] = []
  /// Phrases joined to it by a preposition: the preposition's word and the phrase's number.
  var links: [(preposition: UInt32, phrase: Int)] = []
  /// The parts of a coordination, in order; empty for a simple phrase.
  var items: [Int] = []
  /// True where sides joined by hyphens stand before its noun.
  var isPair = false
  /// What an adjective before it says: planned for `upcoming`, proposed for `proposed`.
  var status: Status?
  /// `no agreement`, `neither side`
  var isNegative = false
  /// `another`, `a second`, `other`
  var isOther = false
  /// `recent`, `previous`, `last`
  var isPast = false
  /// A date that stands before the head: `the February 2025 meeting`.
  var date: PartialDate?
  /// A day that stands before the head: `their March 14 meeting`.
  var time: TimeExpression?

  init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
    head = start
    headEnd = end
  }
}
