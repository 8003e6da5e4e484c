import EntenteModel

/// Who can be reached in a few steps, and over which events.
///
/// One step leads from an entity over an event to all others with a part in it, or along an office
/// or a membership. No step leads from one who serves a country to another who serves it: half of a
/// graph would be one step away.
struct Neighbourhood {
  private(set) var entities: Set<String> = []
  private(set) var events: Set<String> = []

  /// `events` are those that steps may lead over; a start that is an event is its own first step.
  init(of starts: [String], depth: Int, events allowed: Set<String>, in index: GraphIndex) {
    let centres = Set(starts)
    var frontier = starts.filter { index.node($0)?.event == nil }
    entities = Set(frontier)
    func enter(_ event: String, _ next: inout Set<String>) {
      guard allowed.contains(event), events.insert(event).inserted else { return }
      for edge in index.edges(to: event) where index.node(edge.source)?.event == nil {
        next.insert(edge.source)
      }
    }
    for step in 0..<max(1, depth) {
      var next: Set<String> = []
      if step == 0 { for id in starts where index.node(id)?.event != nil { enter(id, &next) } }
      for id in frontier {
        for edge in index.edges(from: id) {
          if index.node(edge.target)?.event != nil { enter(edge.target, &next) }
        }
        guard index.node(id)?.kind != .country || centres.contains(id) else { continue }
        for edge in index.edges(from: id) + index.edges(to: id) {
          let other = edge.source == id ? edge.target : edge.source
          if index.node(other)?.event == nil { next.insert(other) }
        }
      }
      frontier = next.subtracting(entities).sorted()
      entities.formUnion(frontier)
      if frontier.isEmpty { break }
    }
  }
}
