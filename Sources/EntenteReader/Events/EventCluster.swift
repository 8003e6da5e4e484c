internal import EntenteModel

/// The mentions of one event in an article, joined.
struct EventCluster {
  var kind: Kind
  var noun: String
  var parts: [Part] = [] {
    didSet { sides = Set(parts.filter { $0.type.isSide }.map { $0.entity }) }
  }
  /// The entities that are its sides.
  private(set) var sides: Set<Int> = []
  /// The sides, what they lead and what they belong to. Without one of these in common, two events are not one.
  var reach: Set<Int> = []
  /// A cluster of entities.
  var place: Int?
  var time: TimeExpression?
  var status: Status?
  var act: String?
  var list: Int?
  var within: Int?
  /// The sentences that tell of it, with the rule that read them.
  var sentences: [(number: Int, rule: String)] = []
  /// The tokens of the words that tell of it: who says it depends on where they stand.
  var heads: [Int] = []
  /// True once a verb or a noun with sides told of it; an anaphor alone makes none.
  var isTold = false
  var isVerbal = false
  /// True where a verb puts it before what the article tells of: `had met`.
  var isEarlier = false
  /// True where it was first named as known: `the meeting between A and B`.
  var isDefinite = false

  struct Part {
    var entity: Int
    var type: EdgeType
    var part: String?
    var sentence: Int
    var rule: String
    var confidence: Double
    /// True for who came to a meeting of others.
    var isBeside = false
  }

  /// Those who met, without those who came to their meeting: `the two ministers`.
  var principals: Set<Int> {
    let others = parts.filter { $0.isBeside }.map(\.entity)
    let own = sides.subtracting(others)
    return own.isEmpty ? sides : own
  }
}
