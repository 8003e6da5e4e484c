/// The text that a reader sees of a label or a tooltip.
struct DOTLabel: Hashable {
  struct Line: Hashable {
    var text: String
    /// True where its first piece is bold.
    var isBold: Bool
  }
  var lines: [Line] = []

  /// The bold lines in one, or the first line where none is bold.
  var title: String {
    let bold = lines.filter(\.isBold)
    return (bold.isEmpty ? Array(lines.prefix(1)) : bold).map(\.text).joined(separator: " ")
  }

  /// All lines but those of the title.
  var detail: [String] {
    let hasBold = lines.contains(where: \.isBold)
    return hasBold ? lines.filter { !$0.isBold }.map(\.text) : lines.dropFirst().map(\.text)
  }

  /// A label in angle brackets: tags taken out, `<BR/>` ends a line.
  init(html: String) {
    var line = ""
    var isBold: Bool?
    var bold = 0
    var rest = html[...]
    while !rest.isEmpty {
      if rest.first == "<" {
        let end = rest.firstIndex(of: ">") ?? rest.endIndex
        let tag = rest[rest.index(after: rest.startIndex)..<end].lowercased()
        rest = end == rest.endIndex ? "" : rest[rest.index(after: end)...]
        if tag == "b" { bold += 1 } else if tag == "/b" { bold -= 1 }
        if tag.hasPrefix("br") || tag == "/td" || tag == "/tr" {
          add(line, isBold ?? false)
          (line, isBold) = ("", nil)
        }
      } else {
        let end = rest.firstIndex(of: "<") ?? rest.endIndex
        let text = DOTLabel.plain(String(rest[..<end]))
        if isBold == nil, text.contains(where: { $0 != " " }) { isBold = bold > 0 }
        line += text
        rest = rest[end...]
      }
    }
    add(line, isBold ?? false)
  }

  /// A label in quotation marks: `\n`, `\l` and `\r` end a line.
  init(text: String, name: String) {
    for line in DOTLabel.plain(text, name: name).split(whereSeparator: \.isNewline) {
      add(String(line), false)
    }
  }

  private mutating func add(_ text: String, _ isBold: Bool) {
    let line = Words.line(text)
    if !line.isEmpty { lines.append(Line(text: line, isBold: isBold)) }
  }

  /// Escapes and entities undone.
  private static func plain(_ text: String, name: String = "") -> String {
    var out = ""
    var isEscaped = false
    for character in text.replacing("\\\\\u{200B}", with: "\\\\") {
      guard isEscaped || character == "\\" else {
        out.append(character)
        continue
      }
      if isEscaped {
        switch character {
        case "n", "l", "r": out.append("\n")
        case "N": out += name
        case "G", "E", "T", "H", "L": break
        default: out.append(character)
        }
      }
      isEscaped.toggle()
    }
    return entities(out)
  }

  private static func entities(_ text: String) -> String {
    let pieces = text.split(separator: "&", omittingEmptySubsequences: false)
    var out = String(pieces[0])
    for piece in pieces.dropFirst() {
      guard let end = piece.prefix(12).firstIndex(of: ";"),
        let decoded = character(String(piece[..<end]))
      else {
        out += "&" + piece
        continue
      }
      out += decoded + piece[piece.index(after: end)...]
    }
    return out
  }

  private static func character(_ entity: String) -> String? {
    let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "]
    if let text = known[entity] { return text }
    guard entity.hasPrefix("#") else { return nil }
    let digits = entity.dropFirst()
    let value =
      digits.lowercased().hasPrefix("x")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
