/// A label as lines of text in the types of the picture, so that a decision about it can be read.
///
/// Only labels that Entente could have written itself have this form: writing it again gives the same
/// bytes.
package struct LabelText: Hashable, Sendable {
  /// A word for the type, and the text.
  package struct Run: Hashable, Sendable {
    package var type: String
    package var text: String

    package init(type: String, text: String) {
      self.type = type
      self.text = text
    }
  }

  package var lines: [[Run]]
  /// In points.
  package var width: Int

  package init(lines: [[Run]], width: Int) {
    self.lines = lines
    self.width = width
  }

  /// The types, as decisions call them.
  package static let types = ["title", "note", "bank", "name", "detail"]

  private static func style(_ type: String) -> Picture.TypeStyle {
    switch type {
    case "title": .title
    case "bank": .bank
    case "name": .name
    case "detail": .detail
    default: .note
    }
  }

  /// The label.
  package var value: DOTValue {
    let text = Picture.Text(
      lines: lines.map { $0.map { .init(text: $0.text, style: LabelText.style($0.type)) } })
    return DOTValue(Label.html(text, width: Double(width)), isHTML: true)
  }

  /// Nil for a label of another form.
  package init?(_ value: DOTValue) {
    guard value.isHTML else { return nil }
    let pieces = value.text.split(separator: "WIDTH=\"", maxSplits: 1)
    guard pieces.count == 2, let width = Int(pieces[1].prefix { $0 != "\"" }),
      let start = pieces[1].firstIndex(of: ">"),
      let end = pieces[1].firstRange(of: "</TD></TR></TABLE>")
    else { return nil }
    var lines = pieces[1][pieces[1].index(after: start)..<end.lowerBound]
      .split(separator: "<BR ALIGN=\"LEFT\"/>", omittingEmptySubsequences: false)
      .map { $0.split(separator: "<FONT POINT-SIZE=\"").map(LabelText.run) }
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    self.init(lines: lines, width: width)
    // What it does not understand would come out otherwise.
    guard self.value == value else { return nil }
  }

  private static func run(_ piece: Substring) -> Run {
    let size = Int(piece.prefix { $0 != "\"" }) ?? 0
    let isFaint = piece.contains("COLOR=")
    var text = piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) } ?? ""
    for tag in ["</FONT>", "<B>", "</B>", "&#160;&#160;"] { text = text.replacing(tag, with: "") }
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("\\\\", "\\"), ("&amp;", "&"),
    ] { text = text.replacing(entity, with: character) }
    let type =
      switch size {
      case 14: "title"
      case 10: "bank"
      case 9: "name"
      default: isFaint ? "detail" : "note"
      }
    return Run(type: type, text: text)
  }
}
