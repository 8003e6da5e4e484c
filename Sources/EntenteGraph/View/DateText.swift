import EntenteModel

/// Dates for people to read, in English.
enum DateText {
  enum Style { case short, long }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `6 Feb 2026` or `6 February 2026`, `Feb 2025`, `2025`.
  static func text(_ date: PartialDate, style: Style) -> String {
    parts(date, style: style).joined(separator: " ")
  }

  /// `6–7 Feb 2026`, `28 Feb–2 Mar 2026`; one date where there is no later end.
  static func range(_ start: PartialDate, _ end: PartialDate?, style: Style) -> String {
    guard let end, end != start else { return text(start, style: style) }
    var first = parts(start, style: style)
    let last = parts(end, style: style)
    if start.year == end.year, start.month != nil, end.month != nil {
      first.removeLast()
      if start.month == end.month, start.day != nil, end.day != nil { first.removeLast() }
    }
    return first.joined(separator: " ") + "–" + last.joined(separator: " ")
  }

  private static func parts(_ date: PartialDate, style: Style) -> [String] {
    var parts: [String] = []
    if let day = date.day { parts.append(String(day)) }
    if let month = date.month {
      let name = months[month - 1]
      parts.append(style == .short ? String(name.prefix(3)) : name)
    }
    parts.append(String(date.year))
    return parts
  }
}
