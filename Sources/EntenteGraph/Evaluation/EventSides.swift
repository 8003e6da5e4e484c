import EntenteModel

/// The sides of an event in the annotation's ids; of a visit also its place, with `@` before it.
struct EventSides {
  let ids: Set<String>

  /// From this overlap on two are taken for one event.
  static let enough = 0.5

  init(_ ids: Set<String>, at place: String?, of kind: Kind) {
    self.ids = kind == .visit ? ids.union(place.map { ["@" + $0] } ?? []) : ids
  }

  init(_ event: Annotation.Event) {
    self.init(Set(event.participants), at: event.place, of: event.kind)
  }

  /// Jaccard's index: sides in common, divided by all sides of both.
  func overlap(_ other: EventSides) -> Double {
    let all = ids.union(other.ids).count
    return all == 0 ? 0 : Double(ids.intersection(other.ids).count) / Double(all)
  }

  /// Every two of them.
  var pairs: [[String]] {
    let sorted = ids.sorted()
    return sorted.indices.flatMap { i in sorted[(i + 1)...].map { [sorted[i], $0] } }
  }

  /// `anna-berg, omar-diallo`
  var text: String { ids.sorted().joined(separator: ", ") }
}
