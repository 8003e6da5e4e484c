import EntenteModel

/// The order of events: oldest first, undated after dated.
///
/// What is part of a visit stands with it, at the visit's date. On one day visits come before
/// meetings, meetings before agreements, those with a date of their own before the others, then as
/// the articles tell them.
enum Ordering {
  private struct Key: Comparable {
    var date: PartialDate?
    var kind: Int
    var isUndated: Bool
    var text: TextPlace
    var id: String

    static func < (a: Key, b: Key) -> Bool {
      if a.date != b.date {
        guard let first = a.date else { return false }
        guard let second = b.date else { return true }
        return first < second
      }
      if a.kind != b.kind { return a.kind < b.kind }
      if a.isUndated != b.isUndated { return b.isUndated }
      return (a.text, a.id) < (b.text, b.id)
    }
  }

  /// The ids of the events, in order; `frame` tells which visit an event is drawn in.
  static func ordered(_ events: [Node], frame: [String: String], in index: GraphIndex) -> [String] {
    var keys: [String: Key] = [:]
    for event in events {
      keys[event.id] = key(of: event, visit: frame[event.id].flatMap(index.node), index)
    }
    // A visit that other events are drawn in takes them along.
    func order(_ a: Node, _ b: Node) -> Bool {
      guard let first = keys[a.id], let second = keys[b.id] else { return false }
      return first < second
    }
    let outside = events.filter { frame[$0.id] == nil || frame[$0.id] == $0.id }.sorted(by: order)
    var result: [String] = []
    for event in outside {
      result.append(event.id)
      result += events.filter { frame[$0.id] == event.id && $0.id != event.id }.sorted(by: order)
        .map(\.id)
    }
    return result
  }

  private static func key(of node: Node, visit: Node?, _ index: GraphIndex) -> Key {
    let own = node.event?.date
    let kind: [Kind: Int] = [.visit: 0, .meeting: 1, .agreement: 2]
    let quotes = node.event?.evidence ?? []
    let sides = index.sides(of: node.id).map { index.textPlace(of: $0, in: quotes) }
    // Of the sides of "deals between A and B, C and D" the last named tells them apart.
    let fallback = quotes.min().map { TextPlace(document: $0.document, offset: $0.start) }
    let place = sides.max() ?? fallback ?? TextPlace(document: "", offset: 0)
    return Key(
      date: own ?? visit?.event?.date, kind: kind[node.kind] ?? 3, isUndated: own == nil,
      text: min(place, fallback.map { TextPlace(document: $0.document, offset: .max) } ?? place),
      id: node.id)
  }
}
