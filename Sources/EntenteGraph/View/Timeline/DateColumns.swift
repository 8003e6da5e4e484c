import EntenteModel

/// Columns for events by their dates: one group a date, one place an event.
///
/// Where the days are too many for their headings, one group holds a month, then a year.
struct DateColumns {
  struct Group {
    /// The events, by their number, in order.
    var events: [Int]
    /// Of the heading, from top to bottom.
    var heading: [String]
    var isUndated: Bool
    var x = 0.0
    var width = 0.0
  }

  private(set) var groups: [Group] = []
  /// Where the line of each event stands.
  private(set) var x: [Double] = []
  static let gutter = 3.0
  private static let leastColumn = 9.0

  /// Lays events out between two borders.
  init(_ events: [Diagram.EventBox], from left: Double, to right: Double) {
    let room = right - left
    for precision in [3, 2, 1] {
      groups = DateColumns.groups(of: events, precision: precision)
      if groups.reduce(0, { $0 + DateColumns.least($1) }) <= room { break }
    }
    spread(from: left, room: room)
    x = Array(repeating: left, count: events.count)
    for group in groups {
      let step = (group.width - DateColumns.gutter) / Double(max(group.events.count, 1))
      for (k, event) in group.events.enumerated() {
        x[event] = group.x + step * (Double(k) + 0.5)
      }
    }
  }

  /// The days, or less, of each event in order; those without a date come last.
  private static func groups(of events: [Diagram.EventBox], precision: Int) -> [Group] {
    var groups: [Group] = []
    var last: [String]?
    for (i, event) in events.enumerated() {
      let heading = heading(of: event, precision: precision)
      if heading == last {
        groups[groups.count - 1].events.append(i)
      } else {
        groups.append(Group(events: [i], heading: heading, isUndated: event.date == nil))
      }
      last = heading
    }
    return groups
  }

  private static func heading(of event: Diagram.EventBox, precision: Int) -> [String] {
    guard let date = event.date else { return ["date", "not", "stated"] }
    let coarse: PartialDate? =
      precision == 3
      ? date
      : PartialDate(year: date.year, month: precision == 2 ? date.month : nil)
    guard let coarse else { return [] }
    guard precision == 3, let end = event.end, end != date else {
      return DateText.text(coarse, style: .short).split(separator: " ").map(String.init)
    }
    // `28 Feb–2 Mar 2026` stands in three lines, like a day.
    let text = DateText.range(date, end, style: .short)
    guard let dash = text.firstIndex(of: "–"), text[..<dash].contains(" ") else {
      return text.split(separator: " ").map(String.init)
    }
    let rest = text[text.index(after: dash)...]
    let year = rest.split(separator: " ").last.map(String.init) ?? ""
    let day = rest.split(separator: " ").dropLast().joined(separator: " ")
    return [text[..<dash] + "–", day, year].filter { !$0.isEmpty }
  }

  /// One line where there is room for it; else one word a line, the year only where it changes.
  func headings() -> [[String]] {
    var year: String?
    return groups.map { group in
      let words = [group.heading.joined(separator: " ")]
      defer { year = group.isUndated ? nil : group.heading.last }
      if DateColumns.textWidth(words) <= group.width - DateColumns.gutter { return words }
      guard !group.isUndated, group.heading.count > 1, group.heading.last == year else {
        return group.heading
      }
      return group.heading.dropLast() + [""]
    }
  }

  static func textWidth(_ lines: [String]) -> Double {
    lines.map { TextMetrics.width(of: $0, size: Picture.TypeStyle.detail.size) }.max() ?? 0
  }

  /// The room in which columns are easily told apart.
  static func comfort(_ events: [Diagram.EventBox]) -> Double {
    groups(of: events, precision: 3).reduce(0) { total, group in
      total + max(least(group), Double(group.events.count) * 13 + gutter)
    }
  }

  private static func least(_ group: Group) -> Double {
    max(textWidth(group.heading) + 2, Double(group.events.count) * leastColumn) + gutter
      + (group.isUndated ? 6 : 0)
  }

  /// What is left over goes to the groups by the number of their events.
  private mutating func spread(from left: Double, room: Double) {
    let least = groups.map(DateColumns.least)
    let total = least.reduce(0, +)
    let count = Double(groups.reduce(0) { $0 + $1.events.count })
    let scale = total > room ? room / total : 1
    var x = left
    for i in groups.indices {
      // The undated stand a little apart.
      let apart = groups[i].isUndated && i > 0 ? 6.0 : 0
      let share = max(0, room - total) * Double(groups[i].events.count) / max(count, 1)
      let width = least[i] * scale + share
      groups[i].x = x + apart
      groups[i].width = width - apart
      x += width
    }
  }
}
