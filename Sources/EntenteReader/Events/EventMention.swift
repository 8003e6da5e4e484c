internal import EntenteModel

/// One place in the text that tells of an event.
struct EventMention {
  /// Who takes part, before references are resolved.
  enum Party: Hashable {
    case mention(Int)
    case office(Int)
    /// Whoever holds an office, by its term, of a body mentioned; the body where nobody is named.
    case holder(UInt32, Int)
    /// Whoever holds an office of a country, by their numbers in the pack; the country where nobody is named.
    case officer(UInt32, UInt32)
    /// A country that only an adjective names: the pack's entity and the token.
    case country(UInt32, Int)
    /// `the two sides`: the sides of the event under way; the kind and number that the noun asks for.
    case sides(Kind?, Int?)
    /// `he`, `she`
    case person(Int)
    /// `I`, by its token: who writes.
    case author(Int)
    /// `they`
    case group
    /// `the delegation`: who was told to travel.
    case visitors
    /// `Meetings were also held with X`: whom the article is about.
    case principal
  }

  struct Role {
    var party: Party
    var type: EdgeType
    var part: String?
    /// The tokens that show it.
    var start: Int
    var end: Int
    /// True where nothing but a person makes sense.
    var mustBePerson = false
    /// True for who came to a meeting of others: `in the presence of X`.
    var isBeside = false
  }

  var kind: Kind
  var noun: String
  var term: UInt32?
  var roles: [Role] = []
  var place: Int?
  var time: TimeExpression?
  /// Nil where neither verb nor adjective says how far it came.
  var status: Status?
  var act: String?
  var sentence: Int
  var head: Int
  var isDefinite = false
  var isPlural = false
  var isOther = false
  /// True for a singular without an article: `a mechanism for dialogue` tells of none.
  var isBare = false
  var isVerbal = false
  /// `had met`: it lies before what the article tells of.
  var isEarlier = false
  var count: Int?
  /// Events of one list share it.
  var list: Int?
  /// The mention of the event in whose course it happened (`At the meeting, …`), by number.
  var within: Int?
  /// True where it happened on the occasion of the event under way: `On this occasion they witnessed …`.
  var isOnOccasion = false
  /// True where its sentence has no verb: an item that is only a name.
  var isVerbless = false
  /// Of an item of a list: the sentence that introduces it.
  var introduction: Int?
  /// True for `In a joint statement, A and B said …`: time and place of the clause are those of what they tell.
  var isStatement = false
  /// True where its clause says with whom it was signed, named or not.
  var namesSides = false
  /// True for `the US-China talks`: the sides alone tell of no event.
  var isPair = false
  /// True for `In Spain, from 3 to 5 May, he will meet …`: tells no visit, but when one told elsewhere is.
  var isStay = false
  /// True for `It was attended by X`: the meeting of the sentence before.
  var isOfBefore = false
  /// Of such a one: it names a meeting itself, `Present at the meeting`.
  var namesMeeting = false
  /// Of such a one: some of its sides, named or `they`, must have met there.
  var mustShare = false
  /// True for `The meeting was attended by X`: the last meeting told, if there is one.
  var isAttended = false
  /// True where only somebody from elsewhere visits: `is in Oslo for talks`.
  var mustBeAbroad = false
  /// True for `At the meeting`: it names an event told elsewhere.
  var isAnaphor = false
  var rule: String

  init(kind: Kind, noun: String, sentence: Int, head: Int, rule: String) {
    self.kind = kind
    self.noun = noun
    self.sentence = sentence
    self.head = head
    self.rule = rule
  }
}

extension EventMention.Party {
  /// True for `he`, `she` and an office.
  var isSingular: Bool {
    switch self {
    case .person, .office, .principal, .author: true
    default: false
    }
  }

  /// True for references to the sides of the event under way.
  var isGroup: Bool {
    switch self {
    case .sides, .group: true
    default: false
    }
  }
}
