import EntenteModel

/// Dates as headers and datelines write them.
struct DateScan {
  /// The first date among the words, with a year.
  private(set) var date: PartialDate?
  /// A month and a day were found, with or without a year.
  private(set) var hasDay = false
  /// `3/4/2026` may be of March or of April.
  private(set) var isAmbiguous = false
  /// Only dates, times, and words that go with them.
  private(set) var isOnlyDates = true
  /// The line says that it tells when the text was changed, not when it appeared.
  private(set) var isUpdate = false
  /// Behind the first date, and the time of day that follows it; the start where there is no date.
  private(set) var end: Int

  init(_ tokens: ArraySlice<WordScan.Token>) {
    end = tokens.first?.start ?? 0
    var i = tokens.startIndex
    var words = 0
    while i < tokens.endIndex {
      let token = tokens[i]
      if let (found, next) = DateScan.numeric(tokens, i) ?? DateScan.named(tokens, i) {
        hasDay = true
        if let found, date == nil { date = found.date }
        if let found, found.date == nil { isAmbiguous = isAmbiguous || date == nil }
        i = next
        if words == 0 { end = DateScan.behindClock(tokens, i) }
        words += 1
        continue
      }
      switch token.kind {
      case .word:
        guard DateScan.company.contains(token.folded) || DateScan.isClock(token.folded) else {
          isOnlyDates = false
          return
        }
        if token.folded == "updated" || token.folded == "modified" { isUpdate = date == nil }
      case .number:
        // A number is part of a time or of a date that was read; a lone one opens a sentence or a list.
        guard words > 0 || i > tokens.startIndex else {
          isOnlyDates = false
          return
        }
      case .sign, .semicolon:
        // `GMT+7`
        if i > tokens.startIndex, ["gmt", "utc"].contains(tokens[i - 1].folded) { break }
        isOnlyDates = false
        return
      default: break
      }
      i += 1
    }
  }

  /// Behind `10:30`, `10:30:05 pm`, `, 10:30 GMT`, if one stands at `i`; else behind the token before.
  private static func behindClock(_ tokens: ArraySlice<WordScan.Token>, _ i: Int) -> Int {
    var next = i
    if next < tokens.endIndex, [.comma, .bar, .dash].contains(tokens[next].kind) { next += 1 }
    guard next + 2 < tokens.endIndex, tokens[next].kind == .number,
      tokens[next + 1].kind == .colon, !tokens[next + 1].isSpaced
    else { return tokens[i - 1].end }
    next += 2
    let zones = ["am", "pm", "gmt", "utc", "a.m", "p.m"]
    while next < tokens.endIndex,
      tokens[next].kind == .number || tokens[next].kind == .colon && !tokens[next].isSpaced
        || zones.contains(tokens[next].folded)
    {
      next += 1
    }
    return tokens[next - 1].end
  }

  private typealias Found = (date: PartialDate?, ())

  /// `2026-02-06`, `2026/2/6`, `06.02.2026`, `18/01/2006`, `20260206` is none.
  private static func numeric(
    _ tokens: ArraySlice<WordScan.Token>, _ i: Int
  ) -> (Found?, Int)? {
    let first = tokens[i]
    // `2026-02-06` and `2026-02-06T10` are one word to the scanner, as hyphens join.
    if first.kind == .word, first.folded.utf8.count >= 8 {
      let day = first.folded.split(separator: "t").first ?? ""
      let parts = day.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      if parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] {
        if a > 31, let date = PartialDate(year: a, month: b, day: c) { return ((date, ()), i + 1) }
        if c > 999 { return (ordered(a, b, c), i + 1) }
      }
      return nil
    }
    guard first.kind == .number, i + 4 < tokens.endIndex, tokens[i + 2].kind == .number,
      tokens[i + 4].kind == .number, tokens[i + 1].kind == tokens[i + 3].kind,
      tokens[i + 1].kind == .slash || tokens[i + 1].kind == .stop,
      !tokens[i + 1].isSpaced, !tokens[i + 2].isSpaced, !tokens[i + 3].isSpaced,
      let a = Int(first.folded), let b = Int(tokens[i + 2].folded),
      let c = Int(tokens[i + 4].folded)
    else { return nil }
    if a > 999, let date = PartialDate(year: a, month: b, day: c) { return ((date, ()), i + 5) }
    guard c > 999 else { return nil }
    // Full stops are written where the day comes first.
    if tokens[i + 1].kind == .stop {
      guard let date = PartialDate(year: c, month: b, day: a) else { return nil }
      return ((date, ()), i + 5)
    }
    guard let found = ordered(a, b, c) else { return nil }
    return (found, i + 5)
  }

  /// Day and month by what is possible; a date without a value where both orders are.
  private static func ordered(_ a: Int, _ b: Int, _ year: Int) -> Found? {
    let dayFirst = PartialDate(year: year, month: b, day: a)
    let monthFirst = PartialDate(year: year, month: a, day: b)
    switch (dayFirst, monthFirst) {
    case (nil, nil): return nil
    case (let date?, nil), (nil, let date?): return (date, ())
    case (let x?, let y?): return x == y ? (x, ()) : (nil, ())
    }
  }

  /// `6 February 2026`, `February 6, 2026`, `Feb. 6`, `6th Feb`; without a year the date is nil.
  private static func named(_ tokens: ArraySlice<WordScan.Token>, _ i: Int) -> (Found?, Int)? {
    func year(_ i: Int) -> (Int, Int)? {
      var i = i
      if i < tokens.endIndex, tokens[i].kind == .comma || tokens[i].kind == .stop { i += 1 }
      guard i < tokens.endIndex, tokens[i].kind == .number, tokens[i].folded.utf8.count == 4,
        let year = Int(tokens[i].folded), (1900...2199).contains(year)
      else { return nil }
      return (year, i + 1)
    }
    func result(_ day: Int, _ month: Int, _ next: Int) -> (Found?, Int)? {
      guard PartialDate(year: 2000, month: month, day: day) != nil else { return nil }
      guard let (number, behind) = year(next) else { return (.none, next) }
      guard let date = PartialDate(year: number, month: month, day: day) else { return nil }
      return ((date, ()), behind)
    }
    let token = tokens[i]
    if let month = months[token.folded] {
      var next = i + 1
      if next < tokens.endIndex, tokens[next].kind == .stop { next += 1 }
      guard next < tokens.endIndex, let day = day(tokens[next]) else { return nil }
      // `Oct. 17-18` is one word to the scanner and no single day.
      return result(day, month, next + 1)
    }
    if let day = day(token), i + 1 < tokens.endIndex, let month = months[tokens[i + 1].folded] {
      var next = i + 2
      if next < tokens.endIndex, tokens[next].kind == .stop { next += 1 }
      return result(day, month, next)
    }
    return nil
  }

  private static func day(_ token: WordScan.Token) -> Int? {
    guard token.kind == .number || token.kind == .word else { return nil }
    var text = token.folded[...]
    for ending in ["st", "nd", "rd", "th"] where text.hasSuffix(ending) { text = text.dropLast(2) }
    guard text.utf8.count <= 2, let day = Int(text), (1...31).contains(day) else { return nil }
    return day
  }

  /// `9h07`, `10am`, `17:56` comes as numbers.
  private static func isClock(_ word: String) -> Bool {
    guard let first = word.utf8.first, first >= 0x30, first <= 0x39, word.utf8.count <= 12 else {
      return false
    }
    return word.utf8.allSatisfy { byte in
      byte >= 0x30 && byte <= 0x39 || "hapmtzsdr-.".utf8.contains(byte)
    }
  }

  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1,
    "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
  ]

  /// Words that a date line is made of.
  private static let company: Set<String> = [
    "date", "dated", "published", "publish", "posted", "updated", "update", "modified", "last",
    "first", "created", "issued", "release", "released", "time", "on", "at", "and", "as", "of",
    "am", "pm", "a.m", "p.m", "gmt", "utc", "est", "edt", "cst", "cet", "cest", "bst", "ist",
    "ict", "jst", "kst", "sgt", "hkt", "pst", "pdt", "gmt+7", "local", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "morning", "afternoon", "evening", "z", "hrs", "h",
  ]
}
