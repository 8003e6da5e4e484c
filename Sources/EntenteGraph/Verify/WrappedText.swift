/// Text from articles in lines for a terminal.
enum WrappedText {
  /// Breaks at blanks only, so that a quotation's letters stay as they are; line breaks in it count
  /// as blanks.
  static func lines(_ text: String, indent: Int, width: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == " " || $0 == "\r\n" }
    ) {
      if line.count > indent, line.count + 1 + word.count > width {
        lines.append(line)
        line = margin
      }
      line += (line.count > indent ? " " : "") + printable(word)
    }
    return lines + (line.count > indent ? [line] : [])
  }

  /// Terminal escapes, other controls and marks of direction are shown as a question mark: articles
  /// are not trusted.
  private static func printable(_ word: Substring) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.map { isObeyed($0.value) ? "?" : $0 }))
  }

  private static func isObeyed(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
