/// Text broken into lines, with the widths of `TextMetrics`.
///
/// Words are measured once: a picture tries several widths for each text, and a line's width is the sum of its
/// words', since kerning is not counted.
struct LineBreaking {
  private let text: String
  private let size: Double
  private let isBold: Bool
  private var words: [Word] = []

  /// A word with the spaces, dash or slash behind it.
  private struct Word {
    var range: Range<String.Index>
    /// In 1/2048 of the font size.
    var units: Int
    /// What the spaces at its end take of `units`.
    var blank: Int
  }

  init(_ text: String, size: Double, isBold: Bool) {
    self.text = text
    self.size = size
    self.isBold = isBold
    let scalars = text.unicodeScalars
    var word = Word(range: text.startIndex..<text.startIndex, units: 0, blank: 0)
    var last: UInt32 = 0
    for i in scalars.indices {
      let scalar = scalars[i]
      let next = scalars.index(after: i)
      let units = TextMetrics.advance(of: scalar, behind: last, bold: isBold)
      last = scalar.value
      word.units += units
      word.blank = scalar == " " ? word.blank + units : 0
      word.range = word.range.lowerBound..<next
      let following = next < scalars.endIndex ? scalars[next].value : 0
      if scalar == " " || scalar == "–" || scalar == "/"
        || Script.mayEndLine(behind: last, before: following)
      {
        words.append(word)
        word = Word(range: next..<next, units: 0, blank: 0)
      }
    }
    if !word.range.isEmpty { words.append(word) }
  }

  /// The line that is being filled.
  private struct Line {
    var range: Range<String.Index>
    var units = 0
    var blank = 0

    mutating func take(_ word: Word) {
      range = range.lowerBound..<word.range.upperBound
      blank = word.blank == word.units ? blank + word.blank : word.blank
      units += word.units
    }
  }

  private func fits(_ units: Int, _ width: Double) -> Bool { Double(units) / 2048 * size <= width }

  /// Lines no wider than `width` points, broken at spaces, behind dashes and slashes, and inside a word only where
  /// nothing else helps; one more than `most` where that was not enough.
  private func lines(width: Double, most: Int) -> [Range<String.Index>] {
    var lines: [Range<String.Index>] = []
    var line = Line(range: text.startIndex..<text.startIndex)
    func end(at index: String.Index) {
      if !line.range.isEmpty { lines.append(line.range) }
      line = Line(range: index..<index)
    }
    for word in words {
      var longer = line
      longer.take(word)
      if fits(longer.units - longer.blank, width) {
        line = longer
        continue
      }
      end(at: word.range.lowerBound)
      if fits(word.units - word.blank, width) {
        line.take(word)
      } else {
        for part in unbroken(word.range) {
          let one = measured(part)
          if !fits(line.units + one.units - one.blank, width) { end(at: part.lowerBound) }
          line.take(one)
        }
      }
      if lines.count > most { return lines }
    }
    end(at: text.endIndex)
    return lines
  }

  /// Characters that a line must not part, each with what belongs to it.
  private func unbroken(_ range: Range<String.Index>) -> [Range<String.Index>] {
    var parts: [Range<String.Index>] = []
    var last: UInt32 = 0
    for index in text[range].indices {
      let character = text[index].unicodeScalars
      let next = text.index(after: index)
      if let part = parts.last, let first = character.first?.value, Script.clings(first, to: last) {
        parts[parts.count - 1] = part.lowerBound..<next
      } else {
        parts.append(index..<next)
      }
      last = character.last?.value ?? 0
    }
    return parts
  }

  /// A part of a word as a word.
  private func measured(_ part: Range<String.Index>) -> Word {
    var word = Word(range: part, units: 0, blank: 0)
    var last: UInt32 = 0
    for scalar in text[part].unicodeScalars {
      word.units += TextMetrics.advance(of: scalar, behind: last, bold: isBold)
      last = scalar.value
    }
    if text[part] == " " { word.blank = word.units }
    return word
  }

  private func trimmed(_ range: Range<String.Index>) -> String {
    var line = text[range].unicodeScalars
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// At most `most` lines no wider than `width` points; what is left over ends in `…`. At least one line.
  func wrapped(width: Double, most: Int) -> [String] {
    let ranges = lines(width: width, most: most)
    var shown = ranges.prefix(most).map(trimmed)
    if ranges.count <= most, shown.last == "" { shown.removeLast() }
    guard ranges.count > most, let last = shown.popLast() else {
      return shown.isEmpty ? [""] : shown
    }
    var cut = last
    while !cut.isEmpty, TextMetrics.width(of: cut + "…", size: size, bold: isBold) > width {
      cut.removeLast()
    }
    while cut.last == " " { cut.removeLast() }
    return shown + [cut + "…"]
  }

  /// Wrapped, then evened out, so that no single word hangs.
  func balanced(width: Double, most: Int) -> [String] {
    let count = lines(width: width, most: most).count
    guard (2...3).contains(count), count <= most else { return wrapped(width: width, most: most) }
    var tight = width
    while tight > width * 0.5, lines(width: tight - 4, most: most).count == count { tight -= 4 }
    return wrapped(width: tight, most: most)
  }
}

extension TextMetrics {
  /// Text broken into at most `most` lines no wider than `width` points, at spaces, behind dashes, and inside a
  /// word only where nothing else helps; what is left over ends in `…`.
  package static func wrap(
    _ text: String, width: Double, size: Double, bold: Bool = false, most: Int = 6
  ) -> [String] {
    LineBreaking(text, size: size, isBold: bold).wrapped(width: width, most: most)
  }

  /// Wraps like ``wrap(_:width:size:bold:most:)``, then evens the lines out, so that no single word hangs.
  package static func balance(
    _ text: String, width: Double, size: Double, bold: Bool = false, most: Int = 6
  ) -> [String] {
    LineBreaking(text, size: size, isBold: bold).balanced(width: width, most: most)
  }
}
