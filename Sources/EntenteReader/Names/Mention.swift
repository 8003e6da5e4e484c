internal import EntenteModel

/// A place in the text that names something.
struct Mention {
  /// The tokens of the name, without titles: `Tô Lâm`, `Ministry of Interior`.
  var start: Int
  var end: Int
  /// Of a body, the tokens of its own name, without its owner's.
  var own: Range<Int>
  /// Nil while only the context can tell.
  var kind: Kind?
  /// Index of the pack's entity.
  var known: UInt32?
  /// Number of the mention of the body or country that it belongs to.
  var owner: Int?
  /// The pack's country that an adjective before it names (`Vietnamese Ministry of …`).
  var adjective: UInt32?
  /// Where that adjective stands.
  var adjectiveToken: Int?
  /// The head noun's term, for a body or place made by one.
  var head: UInt32?
  /// Offices that stand with a person's name.
  var offices: [Int] = []
  /// The mention that this abbreviation stands for.
  var abbreviates: Int?
  /// How sure the kind is: 0 a guess … 1 listed or headed.
  var certainty = 0.5
  /// True where it came from a headline or menu, which only corroborates.
  var isWeak = false
  /// True where it only qualifies an event's noun (`US-China talks`): who takes part in none is not named by it.
  var isModifier = false
  /// True for `Kenyan`, which is no name of the country.
  var isAdjective = false
  /// True for a name with a bare, generic head (`the Government`), which needs an owner to be one.
  var isGeneric = false
  /// A ministry's field or an organ's words, folded, for comparing bodies of one owner.
  var fieldWords: [UInt32] = []
  /// The field as the lexicon writes it, where a title named it: `foreign affairs`.
  var fieldName: String?
  /// The sentence's number.
  var sentence = 0
  /// The cluster, once resolved.
  var entity: Int?

  init(_ start: Int, _ end: Int, kind: Kind?) {
    self.start = start
    self.end = end
    own = start..<end
    self.kind = kind
  }
}

/// An office named in the text: `President of the CPP`.
struct Office {
  /// The tokens of the office's words.
  var start: Int
  var end: Int
  var term: UInt32
  /// The mention of the body or country that it is of.
  var body: Int?
  /// The mention of the party that stands before the title: `a CDU member of the Bundestag`.
  var party: Int?
  /// The pack's country that an adjective names.
  var adjective: UInt32?
  /// `leads` or `member-of` after prefixes such as deputy; nil for neither.
  var relation: EdgeType?
  /// True for former, late, ex-.
  var isPast = false
  /// True where a deputy or an assistant holds it.
  var isDeputy = false
  /// The mention of the person who holds it, where the text says so.
  var holder: Int?
  var sentence = 0
}
