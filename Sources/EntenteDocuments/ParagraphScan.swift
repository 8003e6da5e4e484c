/// The paragraphs of a text: lines joined where a margin broke them, apart where the author did.
struct ParagraphScan {
  enum Kind {
    case plain
    /// `# …`, or a line that is bold as a whole.
    case heading
    case item
    /// The text of a picture; only formats with marks for it have such.
    case caption
    /// A rule, an end mark (`###`), a table row or a picture: nothing to read.
    case ornament
  }

  struct Paragraph {
    var kind: Kind
    /// Without list marker or heading sign, and without blanks at the ends.
    var start: Int
    var end: Int
    var lines: Int
  }

  private(set) var paragraphs: [Paragraph] = []
  /// Lines looked at: each once, so that the work grows with the text and no faster.
  private(set) var steps = 0

  /// `to` is the end of the text unless given.
  init(_ text: [UInt8], from: Int, to: Int? = nil) {
    let lines = LineScan(text, from: from, to: to ?? text.count)
    let margin = ParagraphScan.margin(text, lines)
    var open = false
    var previous: LineScan.Line?
    for line in lines {
      steps += 1
      if line.isBlank {
        open = false
        previous = nil
        continue
      }
      let mark = Mark(text, line)
      let continues =
        open && previous.map { ParagraphScan.continues(text, $0, line, margin) } ?? false
      // "…on February⏎6. The…" is no item, unless the line stands in a list.
      let isItem =
        mark.kind == .item
        && !(continues && mark.isNumber && paragraphs.last?.kind != .item)
      if mark.kind != .plain, mark.kind != .item || isItem {
        paragraphs.append(Paragraph(kind: mark.kind, start: mark.start, end: mark.end, lines: 1))
        open = mark.kind == .item
      } else if open, continues || isIndentedItem(line) {
        paragraphs[paragraphs.count - 1].end = line.end
        paragraphs[paragraphs.count - 1].lines += 1
      } else {
        paragraphs.append(Paragraph(kind: .plain, start: mark.start, end: line.end, lines: 1))
        open = true
      }
      previous = line
    }
    paragraphs.removeAll { $0.start >= $0.end }
  }

  private func isIndentedItem(_ line: LineScan.Line) -> Bool {
    paragraphs.last?.kind == .item && line.start - line.begin >= 2
  }

  /// The width at which an editor broke the lines; 0 where lines are paragraphs.
  ///
  /// The proof is sentences that go on in small letters on the next line, or open lines in a row. The width is that of nearly the longest
  /// of their lines: a web address may stick out.
  private static func margin(_ text: [UInt8], _ lines: LineScan) -> Int {
    var broken: [Int] = []
    var long = 0
    var filled = 0
    for (i, line) in lines.enumerated() where !line.isBlank {
      filled += 1
      if line.columns > 120 {
        long += 1
      } else if i + 1 < lines.count, !lines[i + 1].isBlank, line.columns >= 30,
        !SentenceEnd.closes(text, line.start, line.end)
      {
        let next = lines[i + 1]
        let goesOn = (0x61...0x7A).contains(text[next.start])
        // Two open lines of one length and a third behind them: nobody stacks three headlines.
        let isFull =
          line.columns >= 45 && i + 2 < lines.count && !lines[i + 2].isBlank
          && (45...120).contains(next.columns) && !SentenceEnd.closes(text, next.start, next.end)
        if goesOn || isFull { broken.append(line.columns) }
      }
    }
    guard !broken.isEmpty, long * 2 <= filled else { return 0 }
    broken.sort()
    return broken[(broken.count - 1) * 9 / 10]
  }

  /// True where `next` goes on with the paragraph of `line`.
  private static func continues(
    _ text: [UInt8], _ line: LineScan.Line, _ next: LineScan.Line, _ margin: Int
  ) -> Bool {
    let sign = SentenceEnd.lastSign(text, line.start, line.end)
    let isClosed = sign == 0x2E || sign == 0x21 || sign == 0x3F || sign == 0x3A || sign == 0x3B
    if !isClosed, (0x61...0x7A).contains(text[next.start]), line.columns >= 30 { return true }
    guard margin > 0 else { return false }
    if !isClosed, line.columns * 2 >= margin { return true }
    // The next line's first word would not have fitted on this one.
    var columns = 0
    var i = next.start
    while i < next.end, text[i] > 0x20, columns < 60 {
      if text[i] & 0xC0 != 0x80 { columns += 1 }
      i += 1
    }
    return line.columns + 1 + columns > margin
  }

  /// What a line begins with.
  private struct Mark {
    var kind = Kind.plain
    var start: Int
    var end: Int
    var isNumber = false

    init(_ text: [UInt8], _ line: LineScan.Line) {
      start = line.start
      end = line.end
      var i = start
      let first = text[i]
      if isOrnament(text) {
        kind = .ornament
      } else if first == 0x23 {
        while i < end, text[i] == 0x23 { i += 1 }
        guard i < end, text[i] == 0x20, i - start <= 6 else { return }
        kind = .heading
        start = Blank.skipped(text, i, end)
        while end > start, text[end - 1] == 0x23 || text[end - 1] == 0x20 { end -= 1 }
      } else if first == 0x3E {
        start = Blank.skipped(text, i + 1, end)
      } else if end - start > 4, end - start < 200, text[i] == 0x2A, text[i + 1] == 0x2A {
        boldLine(text)
      } else {
        marker(text)
      }
    }

    /// `**Heading**` or `**Heading **`; nothing where only a part of the line is bold.
    private mutating func boldLine(_ text: [UInt8]) {
      guard text[end - 1] == 0x2A, text[end - 2] == 0x2A, end - start > 4 else { return }
      let inner = (start + 2)..<(end - 2)
      for k in inner.dropLast() where text[k] == 0x2A && text[k + 1] == 0x2A { return }
      kind = .heading
      (start, end) = Blank.trimmed(text, inner.lowerBound, inner.upperBound)
    }

    /// `- `, `* `, `+ `, `• `, `1. `, `1) `, `(a) `, `(iv) `, `b) `.
    private mutating func marker(_ text: [UInt8]) {
      var i = start
      switch text[i] {
      case 0x2D, 0x2A, 0x2B: i += 1
      case 0xE2 where i + 2 < end && isBullet(text[i + 1], text[i + 2]): i += 3
      case 0xC2 where i + 1 < end && text[i + 1] == 0xB7: i += 2
      case 0x30...0x39, 0x28:
        let bracket = text[i] == 0x28
        if bracket { i += 1 }
        let low = i
        while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
        if bracket, i == low { i = letters(text, from: i) }
        guard i > low, i - low <= 4, (0x61...0x7A).contains(text[low]) || i - low <= 2, i < end,
          text[i] == 0x29 || !bracket && text[i] == 0x2E
        else { return }
        i += 1
        isNumber = true
      case 0x61...0x7A:
        i = letters(text, from: i)
        guard i > start, i < end, text[i] == 0x29 else { return }
        i += 1
        isNumber = true
      default: return
      }
      guard i < end, Blank.width(text, at: i, before: end) > 0 else { return }
      let behind = Blank.skipped(text, i, end)
      guard behind < end else { return }
      kind = .item
      start = behind
    }

    /// Behind one small letter, or a small Roman number of at most four.
    private func letters(_ text: [UInt8], from low: Int) -> Int {
      var i = low
      while i < end, i < low + 4, [0x69, 0x76, 0x78].contains(text[i]) { i += 1 }
      return i == low && i < end && (0x61...0x7A).contains(text[i]) ? i + 1 : i
    }

    /// • ‣ ▪ ● ◦ –, as UTF-8 behind its first byte.
    private func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
      switch (second, third) {
      case (0x80, 0xA2), (0x80, 0xA3), (0x96, 0xAA), (0x97, 0x8F), (0x97, 0xA6), (0x96, 0xA0):
        true
      default: false
      }
    }

    /// Rules, end marks, table rows and pictures.
    private func isOrnament(_ text: [UInt8]) -> Bool {
      let first = text[start]
      if first == 0x7C { return true }
      if first == 0x21, start + 1 < end, text[start + 1] == 0x5B { return true }
      guard end - start <= 80 else { return false }
      // Most lines begin with a letter.
      guard first < 0x40 || Mark.isSign(first) else { return false }
      let word = text[start..<end].filter { !Mark.isSign($0) }.map { $0 | 0x20 }
      return word.isEmpty || Mark.ends.contains(word) && first < 0x40
    }

    private static func isSign(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x23, 0x2A, 0x2D, 0x5F, 0x3D, 0x5C, 0x20, 0x7E, 0x2E: true
      default: false
      }
    }

    /// `-30-`, `-END-`, `*** end ***`, between signs.
    private static let ends: [[UInt8]] = ["30", "end", "ends"].map {
      Array($0.utf8).map { $0 | 0x20 }
    }
  }
}
