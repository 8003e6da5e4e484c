/// Names and what follows them on one line, for views that have no room for more.
extension Typesetting {
  /// The name, and the first of what stands below it elsewhere, on one line where they fit.
  static func line(of card: Diagram.Card, width: Double) -> Text {
    line(card.name, [card.suffix] + card.detail.prefix(1), width: width, most: 2)
  }

  /// The title and all that is told of the event, on one line where they fit.
  static func line(of event: Diagram.EventBox, width: Double) -> Text {
    line(event.title, event.detail, width: width, most: 4)
  }

  private static func line(
    _ name: String, _ details: [String], width: Double, most: Int
  ) -> Text {
    var lines = paragraph(name, .name, width: width, most: most)
    let detail = details.filter { !$0.isEmpty }.joined(separator: " · ")
    guard !detail.isEmpty, let last = lines.last else { return Text(lines: lines) }
    let run = Text.Run(text: DOTText.visible(detail), style: .detail)
    // Two spaces stand between the two.
    if Text(lines: [last + [run]]).width + 6 <= width {
      lines[lines.count - 1].append(run)
    } else {
      lines += paragraph(detail, .detail, width: width, most: most)
    }
    return Text(lines: lines)
  }
}
