/// Text into lines of the width that its box has.
enum Typesetting {
  typealias Text = Picture.Text

  static func paragraph(
    _ text: String, _ style: Picture.TypeStyle, width: Double, most: Int = 8, balanced: Bool = false
  ) -> [[Text.Run]] {
    let shown = DOTText.visible(text).onOneLine
    if style == .detail, shown.unicodeScalars.contains("·"), shown.contains(" · ") {
      return pieces(shown, style, width: width, most: most)
    }
    let lines =
      balanced
      ? TextMetrics.balance(shown, width: width, size: style.size, bold: style.isBold, most: most)
      : TextMetrics.wrap(shown, width: width, size: style.size, bold: style.isBold, most: most)
    return lines.map { [Text.Run(text: $0, style: style)] }
  }

  /// Lines that break at the middle dots first.
  private static func pieces(
    _ text: String, _ style: Picture.TypeStyle, width: Double, most: Int
  ) -> [[Text.Run]] {
    var lines: [String] = []
    for piece in text.split(separator: " · ").map(String.init) {
      let joined = (lines.last ?? "") + " · " + piece
      if !lines.isEmpty, TextMetrics.width(of: joined, size: style.size) <= width {
        lines[lines.count - 1] = joined
      } else {
        lines += TextMetrics.wrap(piece, width: width, size: style.size, most: most)
      }
    }
    if lines.count > most, most > 0 {
      // What is left over is told of, as in a paragraph.
      let last = lines[most - 1] + " …"
      lines.replaceSubrange(
        (most - 1)..., with: TextMetrics.wrap(last, width: width, size: style.size, most: 1))
    }
    return lines.map { [Text.Run(text: $0, style: style)] }
  }

  static func text(of card: Diagram.Card, width: Double) -> Text {
    var lines = paragraph(card.name, .name, width: width, most: 4)
    if !card.suffix.isEmpty {
      let suffix = Text.Run(text: card.suffix, style: .detail)
      let last = Text(lines: [lines[lines.count - 1] + [suffix]])
      if last.width + 6 <= width {
        lines[lines.count - 1].append(suffix)
      } else {
        lines += paragraph(card.suffix, .detail, width: width)
      }
    }
    for detail in card.detail { lines += paragraph(detail, .detail, width: width, most: 6) }
    return Text(lines: lines)
  }

  static func text(of event: Diagram.EventBox, width: Double) -> Text {
    var lines = paragraph(event.title, .name, width: width, most: 4, balanced: true)
    for detail in event.detail where !detail.isEmpty {
      lines += paragraph(detail, .detail, width: width, most: 4)
    }
    return Text(lines: lines)
  }
}
