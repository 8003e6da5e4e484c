/// How wide text is in Arial, so that every box has the same size on every machine, with or without
/// fonts.
package enum TextMetrics {
  /// The width in points of one line at a size in points.
  package static func width(of text: some StringProtocol, size: Double, bold: Bool = false)
    -> Double
  {
    var units = 0
    for scalar in text.unicodeScalars { units += advance(of: scalar, bold: bold) }
    return Double(units) / 2048 * size
  }

  /// Text broken into lines no wider than `width` points, at spaces, behind dashes, and
  /// inside a word only where nothing else helps.
  ///
  /// At most `most` lines; what is left over ends in `…`.
  package static func wrap(
    _ text: String, width: Double, size: Double, bold: Bool = false, most: Int = 6
  ) -> [String] {
    func measure(_ line: some StringProtocol) -> Double {
      self.width(of: line, size: size, bold: bold)
    }
    var lines: [String] = []
    var line = ""
    for word in words(of: text) {
      let candidate = line + word
      if measure(trimmed(candidate)) <= width {
        line = candidate
        continue
      }
      if !line.isEmpty { lines.append(trimmed(line)) }
      line = ""
      for character in word {
        if measure(line + String(character)) > width, !line.isEmpty {
          lines.append(line)
          line = ""
          if lines.count > most { break }
        }
        line.append(character)
      }
      if lines.count > most { break }
    }
    if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
    guard lines.count > most else { return lines.isEmpty ? [""] : lines }
    lines.removeSubrange(most...)
    var last = lines[most - 1]
    while !last.isEmpty, measure(last + "…") > width { last.removeLast() }
    lines[most - 1] = trimmed(last) + "…"
    return lines
  }

  /// Wraps like ``wrap(_:width:size:bold:most:)``, then evens the lines out, so that no single word
  /// hangs.
  package static func balance(
    _ text: String, width: Double, size: Double, bold: Bool = false, most: Int = 6
  ) -> [String] {
    let lines = wrap(text, width: width, size: size, bold: bold, most: most)
    guard lines.count > 1, lines.count <= 3 else { return lines }
    var best = lines
    var tight = width
    while tight > width * 0.5 {
      tight -= 4
      let narrower = wrap(text, width: tight, size: size, bold: bold, most: most)
      guard narrower.count == lines.count else { break }
      best = narrower
    }
    return best
  }

  /// Words with the space or hyphen that follows them.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      word.append(character)
      if character == " " || character == "–" || character == "/" {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func advance(of scalar: Unicode.Scalar, bold: Bool) -> Int {
    let value = Int(scalar.value)
    let known: UInt16 =
      switch value {
      case 0x20...0x24F: (bold ? AdvanceWidths.latinBold : AdvanceWidths.latin)[value - 0x20]
      case 0x300...0x36F, 0x200B...0x200F: 0
      case 0x370...0x45F:
        (bold ? AdvanceWidths.greekAndCyrillicBold : AdvanceWidths.greekAndCyrillic)[value - 0x370]
      case 0x1EA0...0x1EF9:
        (bold ? AdvanceWidths.vietnameseBold : AdvanceWidths.vietnamese)[value - 0x1EA0]
      case 0x2010...0x203A:
        (bold ? AdvanceWidths.punctuationBold : AdvanceWidths.punctuation)[value - 0x2010]
      case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F000...0x3FFFF:
        2048
      // Khmer, Lao, Thai and others: an average, since no font for them is sure to be there.
      default: 1300
      }
    return Int(known)
  }
}
