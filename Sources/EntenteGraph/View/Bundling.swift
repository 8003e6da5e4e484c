import EntenteModel

/// Equal agreements of one side drawn as one: `6 cooperation deals`.
///
/// Equal are agreements of two sides with one noun, act, date, status and visit. Each goes to the
/// bundle of that side of its two which has most; bundles of the same size are told apart by the
/// id.
enum Bundling {
  private struct Likeness: Hashable {
    var noun: String
    var act: String?
    var date: PartialDate?
    var status: Status
    var within: String?
    var mark: DiagramMark?
  }

  /// Groups of event ids, each in the order of `events`; an event that is like no other stands
  /// alone.
  static func groups(
    of events: [Node], marks: [String: DiagramMark] = [:], sides: (String) -> [String]
  ) -> [[String]] {
    var classes: [Likeness: [Node]] = [:]
    var order: [Likeness] = []
    for event in events where event.kind == .agreement && sides(event.id).count == 2 {
      guard let detail = event.event else { continue }
      let likeness = Likeness(
        noun: Folding.fold(detail.noun ?? event.name), act: detail.act, date: detail.date,
        status: detail.status,
        within: detail.within, mark: marks[event.id])
      if classes[likeness] == nil { order.append(likeness) }
      classes[likeness, default: []].append(event)
    }
    var bundle: [String: Int] = [:]
    var bundles: [[String]] = []
    for likeness in order {
      var rest = classes[likeness] ?? []
      while let hub = hub(of: rest, sides: sides) {
        let members = rest.filter { sides($0.id).contains(hub) }
        for member in members { bundle[member.id] = bundles.count }
        bundles.append(members.map(\.id))
        rest.removeAll { bundle[$0.id] != nil }
      }
    }
    var written: Set<Int> = []
    return events.compactMap { event in
      guard let number = bundle[event.id] else { return [event.id] }
      return written.insert(number).inserted ? bundles[number] : nil
    }
  }

  /// The entity that is a side of most of them, of two at least.
  private static func hub(of events: [Node], sides: (String) -> [String]) -> String? {
    var count: [String: Int] = [:]
    for event in events { for side in sides(event.id) { count[side, default: 0] += 1 } }
    return count.filter { $0.value > 1 }.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
