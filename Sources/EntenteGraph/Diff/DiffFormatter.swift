import EntenteModel

/// Prints what changed as plain text: grouped, short, the same for the same graphs.
public struct DiffFormatter {
  public init() {}

  /// The changes, a line feed after each line. Control and direction characters of names are left out.
  public func format(_ diff: GraphDiff) -> String {
    guard !diff.isEmpty else { return "Nothing changed.\n" }
    return (Page(diff).sections() + [diff.summary + "\n"]).joined(separator: "\n")
  }
}

/// The sections of one comparison.
private struct Page {
  let diff: GraphDiff
  let names: [String: String]
  let events: [GraphDiff.NodeChange]
  let entities: [GraphDiff.NodeChange]

  init(_ diff: GraphDiff) {
    self.diff = diff
    names = Dictionary((diff.new.nodes + diff.old.nodes).map { ($0.id, $0.name) }) { a, _ in a }
    events = diff.nodes.filter { $0.node.event != nil }
    entities = diff.nodes.filter { $0.node.event == nil }
  }

  func sections() -> [String] {
    var result: [String] = []
    func section(_ title: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      let count = lines.count { !$0.hasPrefix("    ") }
      result.append("\(title) (\(count))\n" + lines.map { "  \(oneLine($0))\n" }.joined())
    }
    let changed = events.filter { $0.change == .changed }
    section(
      "Articles",
      diff.newDocuments.map { "+ \($0)" } + diff.goneDocuments.map { "- \($0)" }
        + diff.alteredDocuments.map { "~ \($0), its text differs" })
    section("New events", events.filter { $0.change == .new }.flatMap { whole($0, "+") })
    section("Events gone", events.filter { $0.change == .gone }.flatMap { whole($0, "-") })
    section("Moved on", changed.compactMap { row($0, "status") })
    section("Dated anew", changed.filter(\.isDatedAnew).map(dated))
    section("Told by more articles", changed.filter { $0.gain > 0 }.map(told))
    section("Told by fewer articles", changed.filter { $0.gain < 0 }.map(told))
    section("Other sides", changed.flatMap(sides))
    section(
      "Told otherwise",
      changed.flatMap { event in
        ["kind", "place", "act", "noun", "within"].compactMap { row(event, $0, says: true) }
      })
    section("New names", entities.filter { $0.change == .new }.map { "+ \(self.entity($0.node))" })
    section(
      "Names gone", entities.filter { $0.change == .gone }.map { "- \(self.entity($0.node))" })
    section(
      "Names changed",
      entities.filter { $0.change == .changed }.flatMap { entity in
        ["name", "kind", "country"].compactMap { row(entity, $0, says: $0 != "name") }
      })
    section(
      "Joined",
      diff.nodes.filter { $0.change == .joined }.map {
        "~ \($0.node.name) (\($0.node.id)) is \(name($0.other)) (\($0.other ?? ""))"
      })
    section(
      "Parted",
      diff.nodes.filter { $0.change == .parted }.map {
        "~ \($0.node.name) (\($0.node.id)) was part of \(name($0.other)) (\($0.other ?? ""))"
      })
    section(
      "Other ids", diff.nodes.compactMap { node in node.was.map { "~ \($0) is \(node.node.id)" } })
    section("Offices and memberships", diff.offices.map(office))
    return result
  }

  /// A name must not pass for a line of its own.
  private func oneLine(_ text: String) -> String {
    DOTText.visible(text).split(separator: "\n").joined(separator: " ")
  }

  private func name(_ id: String?) -> String { id.map { names[$0] ?? $0 } ?? "none" }

  private func entity(_ node: Node) -> String { "\(node.name) (\(node.kind.rawValue), \(node.id))" }

  /// An event on two lines: what it is, and who was there.
  private func whole(_ change: GraphDiff.NodeChange, _ sign: String) -> [String] {
    guard let event = change.node.event else { return [] }
    let count = max(change.articles?.from ?? 0, change.articles?.to ?? 0)
    let when = event.date.map { " " + DateText.range($0, event.end, style: .short) } ?? ""
    let sides = (change.sidesAdded + change.sidesRemoved).map { name($0) }
    return [
      "\(sign) \(change.node.name), \(event.status.rawValue)\(when), \(Captions.count(count, "article"))",
      "    \(sides.isEmpty ? "" : sides.joined(separator: ", ") + " · ")\(change.node.id)",
    ]
  }

  /// `~ NAME: planned → held`.
  private func row(_ change: GraphDiff.NodeChange, _ field: String, says: Bool = false) -> String? {
    guard let change = change.field(field).map({ (change.node.name, $0) }) else { return nil }
    let isID = ["place", "country", "within"].contains(field)
    func value(_ text: String?) -> String { isID ? name(text) : text ?? "not told" }
    let label = says ? " \(field)" : ""
    return "~ \(change.0):\(label) \(value(change.1.from)) → \(value(change.1.to))"
  }

  private func dated(_ change: GraphDiff.NodeChange) -> String {
    func days(_ date: String?, _ end: String?) -> String {
      guard let first = date.flatMap({ PartialDate($0) }) else { return "without a date" }
      return DateText.range(first, end.flatMap { PartialDate($0) }, style: .short)
    }
    let now = change.node.event
    let (date, end) = (now?.date?.description, now?.end?.description)
    let before = days(
      change.field("date").map(\.from) ?? date, change.field("end").map(\.from) ?? end)
    return "~ \(change.node.name): \(before) → \(days(date, end))"
  }

  private func told(_ change: GraphDiff.NodeChange) -> String {
    "~ \(change.node.name): \(change.articles?.from ?? 0) → \(change.articles?.to ?? 0)"
  }

  private func sides(_ change: GraphDiff.NodeChange) -> [String] {
    change.sidesAdded.map { "+ \(name($0)) in \(change.node.name)" }
      + change.sidesRemoved.map { "- \(name($0)) in \(change.node.name)" }
  }

  private func office(_ change: GraphDiff.EdgeChange) -> String {
    let sign = change.change == .new ? "+" : change.change == .gone ? "-" : "~"
    let role = change.fields.first { $0.name == "role" }
    let roles = role.map { ", as \($0.from ?? "not told") → \($0.to ?? "not told")" }
    let words = roles ?? change.edge.role.map { ", as \($0)" } ?? ""
    return
      "\(sign) \(name(change.edge.source)) \(change.edge.type.rawValue) \(name(change.edge.target))\(words)"
  }
}
