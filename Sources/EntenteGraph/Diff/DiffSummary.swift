import EntenteModel

extension GraphDiff {
  /// The changes in one line: `2 new events, 1 event moved on, 3 new names.`
  public var summary: String {
    guard !isEmpty else { return "Nothing changed." }
    var parts: [String] = []
    func count(_ number: Int, _ one: String, _ several: String) {
      if number > 0 { parts.append("\(number) \(number == 1 ? one : several)") }
    }
    func number(_ change: Change, events: Bool) -> Int {
      nodes.count { $0.change == change && ($0.node.event != nil) == events }
    }
    let changed = nodes.filter { $0.change == .changed && $0.node.event != nil }
    count(number(.new, events: true), "new event", "new events")
    count(number(.gone, events: true), "event gone", "events gone")
    count(number(.joined, events: true), "event joined", "events joined")
    count(number(.parted, events: true), "event parted", "events parted")
    count(changed.count { $0.field("status") != nil }, "event moved on", "events moved on")
    count(changed.count(where: \.isDatedAnew), "dated anew", "dated anew")
    count(changed.count { $0.gain > 0 }, "with more evidence", "with more evidence")
    count(changed.count { $0.gain < 0 }, "with less evidence", "with less evidence")
    count(number(.new, events: false), "new name", "new names")
    count(number(.gone, events: false), "name gone", "names gone")
    count(number(.joined, events: false), "name joined", "names joined")
    count(number(.parted, events: false), "name parted", "names parted")
    count(
      nodes.count { $0.change == .changed && $0.node.event == nil }, "name changed", "names changed"
    )
    count(offices.count, "office or membership", "offices and memberships")
    let articles = newDocuments.count + goneDocuments.count + alteredDocuments.count
    if parts.isEmpty {
      return articles > 0 ? "Only the articles changed." : "Only roles and evidence changed."
    }
    return parts.joined(separator: ", ") + "."
  }

  /// Statements about entities that are new, gone or changed, and not only told by more or fewer articles.
  var offices: [EdgeChange] {
    let events = Set((old.nodes + new.nodes).filter { $0.event != nil }.map(\.id))
    return edges.filter { change in
      !events.contains(change.edge.target) && (change.change != .changed || !change.fields.isEmpty)
    }
  }
}

extension GraphDiff.NodeChange {
  /// What became of a key; nil where it is as it was.
  func field(_ name: String) -> GraphDiff.Field? { fields.first { $0.name == name } }

  /// True where the first or the last day differs.
  var isDatedAnew: Bool { field("date") != nil || field("end") != nil }

  /// How many more articles tell of it.
  var gain: Int { (articles?.to ?? 0) - (articles?.from ?? 0) }
}
