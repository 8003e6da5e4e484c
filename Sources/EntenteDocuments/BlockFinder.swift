import EntenteModel

/// Divides an article into blocks, and picks up what its header and credits tell of it.
struct BlockFinder {
  private(set) var blocks: [Article.Block] = []
  private(set) var date: PartialDate?
  /// A date that can be read two ways stands in the header.
  private(set) var ambiguousDate: Range<Int>?
  private(set) var source: Range<Int>?
  private(set) var title: Range<Int>?
  private(set) var address: Range<Int>?
  /// Paragraphs and lines handled.
  private(set) var steps: Int

  private let text: [UInt8]
  private var updated: PartialDate?
  /// No prose came yet.
  private var inHeader = true
  private var hasDateline = false
  /// Behind "Related stories".
  private var inLinks = false
  /// The last prose ended in a colon: a list may follow.
  private var announcesList = false
  private var proseCount = 0

  /// Longer lines are no headline.
  private static let headlineLimit = 240
  /// The longest line of a list without marks, in bytes: names of agreements are long.
  private static let itemLimit = 320
  private static let headlineWords = 24

  /// `marked` are the paragraphs where the text's format tells them.
  init(_ text: [UInt8], from: Int, marked: [ParagraphScan.Paragraph]? = nil) {
    self.text = text
    let paragraphs: [ParagraphScan.Paragraph]
    if let marked {
      paragraphs = marked
      steps = marked.count
    } else {
      let scan = ParagraphScan(text, from: from)
      paragraphs = scan.paragraphs
      steps = scan.steps
    }
    let short = BlockFinder.shortRuns(text, paragraphs)
    for (i, paragraph) in paragraphs.enumerated() {
      steps += 1
      let next = i + 1 < paragraphs.count ? paragraphs[i + 1] : nil
      take(paragraph, next: next, inShortRun: short[i])
    }
    if date == nil { date = updated }
    if proseCount == 0 { readHeadlines() }
  }

  private mutating func add(_ role: Article.Block.Role, _ start: Int, _ end: Int) {
    let (low, high) = Blank.trimmed(text, start, end)
    if low < high { blocks.append(Article.Block(role, low, high)) }
  }

  private mutating func take(
    _ paragraph: ParagraphScan.Paragraph, next: ParagraphScan.Paragraph?, inShortRun: Bool
  ) {
    var start = paragraph.start
    let end = paragraph.end
    let closes = SentenceEnd.closes(text, start, end)
    switch paragraph.kind {
    case .ornament: return add(.menu, start, end)
    case .heading:
      if inLinks || Menu.find(text, start, end) != nil { break }
      return addHeadline(start, end)
    case .caption: return addCaption(start, end)
    case .item, .plain: break
    }
    if let menu = Menu.find(text, start, end) {
      if menu == .list { inLinks = true }
      return add(.menu, start, end)
    }
    if inLinks {
      if !closes || paragraph.kind == .heading { return add(.menu, start, end) }
      inLinks = false
    }
    if let line = HeaderLine(text, start, end), accept(line, start, end) { return }
    if inHeader { start = behindDate(start, end) }
    if start >= end { return }
    if let foot = Credit.foot(text, start, end), foot.bodyEnd <= start, let range = foot.range {
      return addCredit(range, agency: foot.agency)
    }
    if paragraph.kind == .item { return takeItem(start, end) }
    if let photo = Credit.photo(text, start, end) {
      add(.caption, start, photo.captionEnd)
      add(.credit, photo.start, photo.end)
      start = Blank.skipped(text, photo.end, end)
      if start < end { takeProse(start, end, next: nil, inShortRun: false) }
      return
    }
    takeProse(start, end, next: next, inShortRun: inShortRun)
  }

  /// Headline, dateline and body, with the credit at its foot.
  private mutating func takeProse(
    _ start: Int, _ end: Int, next: ParagraphScan.Paragraph?, inShortRun: Bool
  ) {
    var start = start
    var end = end
    if proseCount < 3, !hasDateline, let dateline = Dateline(text, start, end) {
      hasDateline = true
      inHeader = false
      add(.dateline, start, dateline.end)
      if date == nil { date = dateline.date }
      if source == nil { source = dateline.agency }
      start = dateline.bodyStart
      if start >= end { return }
    } else if !SentenceEnd.closes(text, start, end),
      SentenceEnd.lastSign(text, start, end) != 0x3A,
      takeTitleLike(start, end, next: next, inShortRun: inShortRun)
    {
      return
    }
    let foot = Credit.foot(text, start, end)
    if let foot { end = foot.bodyEnd }
    inHeader = false
    proseCount += 1
    announcesList = SentenceEnd.lastSign(text, start, end) == 0x3A
    add(.body, start, end)
    if let foot, let range = foot.range { addCredit(range, agency: foot.agency) }
  }

  /// A paragraph without a full stop: a headline, a list's line, a menu's, or prose after all.
  private mutating func takeTitleLike(
    _ start: Int, _ end: Int, next: ParagraphScan.Paragraph?, inShortRun: Bool
  ) -> Bool {
    guard Credit.foot(text, start, end) == nil else { return false }
    if announcesList, end - start <= BlockFinder.itemLimit {
      add(.item, start, end)
      return true
    }
    if inHeader {
      guard next != nil, end - start <= BlockFinder.headlineLimit,
        wordCount(start, end) <= BlockFinder.headlineWords
      else { return false }
      if wordCount(start, end) <= 2 || inShortRun && wordCount(start, end) <= 3 {
        add(.menu, start, end)
      } else {
        addHeadline(start, end)
      }
      return true
    }
    if inShortRun {
      add(.menu, start, end)
      return true
    }
    // A subheading between paragraphs.
    if end - start <= 120, wordCount(start, end) <= 14, next != nil {
      add(.headline, start, end)
      return true
    }
    return false
  }

  private mutating func takeItem(_ start: Int, _ end: Int) {
    let foot = Credit.foot(text, start, end)
    let end = foot?.bodyEnd ?? end
    // Numbered paragraphs of a joint statement are prose.
    let isProse = end - start > 400 || hasSentenceBreak(start, end)
    if isProse || SentenceEnd.closes(text, start, end) {
      proseCount += 1
      inHeader = false
    }
    add(isProse ? .body : .item, start, end)
    if let foot, let range = foot.range { addCredit(range, agency: foot.agency) }
  }

  private mutating func addHeadline(_ start: Int, _ end: Int) {
    announcesList = false
    // Of several title-like lines at the top the first of four words or more is the title.
    if inHeader, title == nil, wordCount(start, end) >= 4 { title = start..<end }
    add(.headline, start, end)
  }

  private mutating func addCaption(_ start: Int, _ end: Int) {
    guard let photo = Credit.photo(text, start, end) else { return add(.caption, start, end) }
    add(.caption, start, photo.captionEnd)
    add(.credit, photo.start, photo.end)
    add(.caption, photo.end, end)
  }

  private mutating func addCredit(_ range: Range<Int>, agency: Range<Int>?) {
    if source == nil { source = agency }
    add(.credit, range.lowerBound, range.upperBound)
  }

  /// Uses a header line; false where the article's own prose looks like one.
  private mutating func accept(_ line: HeaderLine, _ start: Int, _ end: Int) -> Bool {
    switch line {
    case .date(let scan):
      note(scan, start..<end)
    case .source(let range):
      if source == nil { source = range }
      if let scan = HeaderLine.date(text, range.upperBound, end) { note(scan, start..<end) }
      add(.credit, start, end)
    case .title(let range):
      guard inHeader else { return false }
      title = range
      add(.headline, range.lowerBound, range.upperBound)
    case .address(let range):
      guard inHeader else { return false }
      address = range
    case .byline:
      add(.credit, start, end)
    }
    return true
  }

  private mutating func note(_ scan: DateScan, _ range: Range<Int>) {
    guard inHeader || date == nil && proseCount > 0 && blocks.last?.role == .credit else { return }
    if let found = scan.date {
      if scan.isUpdate { updated = updated ?? found } else { date = date ?? found }
    } else if scan.isAmbiguous {
      ambiguousDate = range
    }
  }

  /// Behind a date that runs into what follows: ` date 2026-02-06 PHNOM PENH — `, `Published: … HANOI —`.
  private mutating func behindDate(_ start: Int, _ end: Int) -> Int {
    let tokens = WordScan(text, start, min(end, start + 90), limit: 16).tokens
    guard let first = tokens.first,
      ["date", "dated", "published", "posted", "updated"].contains(first.folded)
    else { return start }
    let scan = DateScan(tokens[...])
    guard scan.hasDay, scan.end > start else { return start }
    // "Published in 1998, …" is a sentence: the date must follow at once.
    let lead = tokens.prefix { $0.end <= scan.end }
    guard lead.count <= 12, scan.date != nil || scan.isAmbiguous else { return start }
    note(scan, start..<scan.end)
    return Blank.skipped(text, scan.end, end)
  }

  /// No prose at all: what looked like titles is the text.
  private mutating func readHeadlines() {
    for i in blocks.indices where blocks[i].role == .headline { blocks[i].role = .body }
  }

  /// Counted up to 20.
  private func wordCount(_ start: Int, _ end: Int) -> Int {
    var count = 0
    var inside = false
    for i in start..<min(end, start + 300) {
      let isBlank = text[i] <= 0x20
      if !isBlank, !inside { count += 1 }
      inside = !isBlank
      if count == 20 { break }
    }
    return count
  }

  /// A full stop behind a small letter, a blank and a capital: two sentences.
  private func hasSentenceBreak(_ start: Int, _ end: Int) -> Bool {
    var i = start + 4
    while i + 2 < end {
      if text[i] == 0x2E, (0x61...0x7A).contains(text[i - 1]), (0x61...0x7A).contains(text[i - 2]),
        (0x61...0x7A).contains(text[i - 3])
      {
        let next = Blank.skipped(text, i + 1, end)
        if next > i + 1, next < end, (0x41...0x5A).contains(text[next]) { return true }
      }
      i += 1
    }
    return false
  }

  /// For each paragraph, whether it is one of three or more short lines in a row: a menu.
  private static func shortRuns(
    _ text: [UInt8], _ paragraphs: [ParagraphScan.Paragraph]
  ) -> [Bool] {
    var result = [Bool](repeating: false, count: paragraphs.count)
    var from = 0
    func isShort(_ i: Int) -> Bool {
      let paragraph = paragraphs[i]
      guard paragraph.kind != .heading, paragraph.kind != .caption,
        paragraph.end - paragraph.start <= 48
      else { return false }
      let sign = SentenceEnd.lastSign(text, paragraph.start, paragraph.end)
      return sign != 0x2E && sign != 0x3A && sign != 0x3F && sign != 0x21 && sign != 0x3B
    }
    while from < paragraphs.count {
      var to = from
      while to < paragraphs.count, isShort(to) { to += 1 }
      if to - from >= 3 { for i in from..<to { result[i] = true } }
      from = max(to, from + 1)
    }
    return result
  }
}
