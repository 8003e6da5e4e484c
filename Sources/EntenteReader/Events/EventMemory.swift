internal import EntenteKnowledge

/// What the linking of one article's events works out once. Asked anew for each mention, it would make the time grow
/// with the square of the text.
final class EventMemory {
  /// The bodies that an entity leads or belongs to, and itself.
  var bodies: [Int: Set<Int>] = [:]
  /// The country of the dateline, if that was looked up: the inner nil where there is none.
  var dateline: UInt32??
  /// The persons who are called by an office, in order.
  var officeHolders: [Int]?
}
