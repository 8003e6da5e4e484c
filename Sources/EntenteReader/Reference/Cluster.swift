internal import EntenteKnowledge
internal import EntenteModel

/// The mentions in one article that name one thing.
struct Cluster {
  var kind: Kind
  /// The pack's entity.
  var known: UInt32?
  /// Numbers of the mentions, in the text's order.
  var mentions: [Int] = []
  /// The cluster of its owner: the party of an organ, the country of a ministry.
  var owner: Int?
  /// Where the text says so: the mention that showed the owner.
  var ownerMention: Int?
  /// The pack's country that it belongs to.
  var country: UInt32?
  /// The folded words of its fullest name.
  var words: [UInt32] = []
  /// Words of a person's full names that the article writes otherwise.
  var spellings: Set<UInt32> = []
  /// The folded words that tell it from others of its owner.
  var key = ""
  /// Offices of the person, by number.
  var offices: [Int] = []
  var certainty = 0.0
}
