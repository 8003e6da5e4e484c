/// The lines of a text: ended by LF, CR LF or CR.
struct LineScan: RandomAccessCollection {
  struct Line {
    /// The first byte of the line.
    var begin: Int
    /// The first byte that is no blank; equal to `end` in an empty line.
    var start: Int
    /// Behind the last byte that is no blank.
    var end: Int
    /// The first byte of the next line.
    var next: Int
    /// Its length in characters, from `start` to `end`.
    var columns: Int

    var isBlank: Bool { start == end }
  }

  private var lines: [Line] = []

  init(_ text: [UInt8], from: Int, to: Int) {
    var begin = from
    var i = from
    var columns = 0
    while i < to {
      let byte = text[i]
      if byte == 0x0A || byte == 0x0D {
        let width = byte == 0x0D && i + 1 < to && text[i + 1] == 0x0A ? 2 : 1
        add(text, begin, i, i + width, columns)
        i += width
        begin = i
        columns = 0
      } else {
        if byte & 0xC0 != 0x80 { columns += 1 }
        i += 1
      }
    }
    if begin < to { add(text, begin, to, to, columns) }
  }

  private mutating func add(
    _ text: [UInt8], _ begin: Int, _ stop: Int, _ next: Int, _ columns: Int
  ) {
    let (start, end) = Blank.trimmed(text, begin, stop)
    lines.append(
      Line(
        begin: begin, start: start, end: end, next: next,
        columns: start == end ? 0 : columns - (start - begin) - (stop - end)))
  }

  var startIndex: Int { 0 }
  var endIndex: Int { lines.count }
  subscript(i: Int) -> Line { lines[i] }
}

/// White space in UTF-8.
enum Blank {
  /// The width of the blank at `i`, 0 where there is none: ASCII blanks and controls, no-break, thin and
  /// ideographic spaces, zero-width space, byte order mark.
  static func width(_ text: [UInt8], at i: Int, before end: Int) -> Int {
    switch text[i] {
    case 0...0x20: return 1
    case 0xC2 where i + 1 < end && text[i + 1] == 0xA0: return 2
    case 0xE2 where i + 2 < end && text[i + 1] == 0x80:
      return text[i + 2] <= 0x8B || text[i + 2] == 0xAF ? 3 : 0
    case 0xE3 where i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0x80: return 3
    case 0xEF where i + 2 < end && text[i + 1] == 0xBB && text[i + 2] == 0xBF: return 3
    default: return 0
    }
  }

  /// The range without the blanks at its ends; empty at `start` where there is nothing else.
  static func trimmed(_ text: [UInt8], _ start: Int, _ end: Int) -> (Int, Int) {
    let low = skipped(text, start, end)
    if low == end { return (low, low) }
    var high = end
    while high > low {
      if text[high - 1] <= 0x20 {
        high -= 1
      } else if high - 2 >= low, text[high - 1] == 0xA0, text[high - 2] == 0xC2 {
        high -= 2
      } else if high - 3 >= low, text[high - 1] & 0xC0 == 0x80,
        width(text, at: high - 3, before: high) == 3
      {
        high -= 3
      } else {
        break
      }
    }
    return (low, high)
  }

  /// The first place from `start` that is no blank.
  static func skipped(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end {
      let width = width(text, at: i, before: end)
      if width == 0 { break }
      i += width
    }
    return i
  }
}
