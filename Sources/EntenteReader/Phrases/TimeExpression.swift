internal import EntenteKnowledge
internal import EntenteModel

/// A date as the text words it, before the document's own date completes it.
struct TimeExpression {
  var start: Int
  var end: Int
  var year: Int?
  var month: Int?
  var day: Int?
  /// The last day of a period: `from 6 to 8 February`.
  var lastDay: Int?
  var lastMonth: Int?
  /// 0 for Monday … 6.
  var weekday: Int?
  /// `last`, `next` before a weekday: -1, 1.
  var direction = 0
  /// `yesterday` is -1 day.
  var shiftDays: Int?
  /// `last week` is -1; vague, since it tells the month at best.
  var shiftWeeks: Int?
  var shiftMonths: Int?
  var shiftYears: Int?
  var isVague = false
  /// `a day earlier`, `that evening`: counted from the day that the text told last, not from the document's.
  var isFromText = false

  /// The date, completed by the document's where the words allow; nil where that would be a guess.
  func resolved(on document: PartialDate?, isPlanned: Bool) -> PartialDate? {
    if let day, let month {
      if let year { return PartialDate(year: year, month: month, day: day) }
      return nearest(month, day, document, isPlanned: isPlanned)
    }
    if let month {
      if let year { return PartialDate(year: year, month: month) }
      guard let document, let own = document.month else { return nil }
      let ahead = isPlanned ? month < own : false
      let behind = !isPlanned && month > own
      return PartialDate(year: document.year + (ahead ? 1 : 0) - (behind ? 1 : 0), month: month)
    }
    if let year { return PartialDate(year: year) }
    guard let document, !isFromText else { return nil }
    if let weekday { return onWeekday(weekday, document, isPlanned) }
    return inWeek(of: document) ?? shifted(document)
  }

  private func shifted(_ date: PartialDate) -> PartialDate? {
    if let shiftDays { return date.dayNumber.flatMap { PartialDate(dayNumber: $0 + shiftDays) } }
    if let shiftMonths, let month = date.month {
      let months = date.year * 12 + month - 1 + shiftMonths
      return PartialDate(year: months / 12, month: months % 12 + 1)
    }
    return shiftYears.flatMap { PartialDate(year: date.year + $0) }
  }

  /// The month that all days of the week share.
  private func inWeek(of document: PartialDate) -> PartialDate? {
    guard let shiftWeeks, let number = document.dayNumber, let weekday = document.weekday else {
      return nil
    }
    let monday = number - weekday + 7 * shiftWeeks
    guard let start = PartialDate(dayNumber: monday), let end = PartialDate(dayNumber: monday + 6),
      start.month == end.month, let month = start.month
    else { return nil }
    return PartialDate(year: start.year, month: month)
  }

  /// What was counted from the text's last day, as a date that stands alone.
  func counted(from told: PartialDate) -> TimeExpression? {
    guard let date = shifted(told) else { return nil }
    var time = TimeExpression(start: start, end: end)
    (time.year, time.month, time.day) = (date.year, date.month, date.day)
    return time
  }

  /// The last day of the period, where the words give one.
  func resolvedEnd(from date: PartialDate?) -> PartialDate? {
    guard let lastDay, let date else { return nil }
    let month = lastMonth ?? date.month
    return month.flatMap { PartialDate(year: date.year, month: $0, day: lastDay) }
  }

  /// The year that brings the day nearest to the document's date.
  private func nearest(
    _ month: Int, _ day: Int, _ document: PartialDate?, isPlanned: Bool
  ) -> PartialDate? {
    guard let document else { return nil }
    let reference =
      document.dayNumber
      ?? PartialDate(year: document.year, month: document.month ?? 7, day: 1)?.dayNumber
    guard let reference else { return nil }
    let years = [document.year, document.year - 1, document.year + 1]
    let dates = years.compactMap { PartialDate(year: $0, month: month, day: day) }
    // What is planned lies ahead; a day of the last weeks is rather told late than a year early.
    let ahead = dates.filter {
      ($0.dayNumber ?? 0) >= reference - ($0.year == document.year ? 60 : 7)
    }
    if isPlanned, let ahead = ahead.min() {
      return ahead
    }
    return dates.min { distance($0, reference) < distance($1, reference) }
  }

  private func distance(_ date: PartialDate, _ reference: Int) -> Int {
    abs((date.dayNumber ?? Int.max / 2) - reference)
  }

  private func onWeekday(_ weekday: Int, _ document: PartialDate, _ isPlanned: Bool) -> PartialDate?
  {
    guard let number = document.dayNumber, let today = document.weekday else { return nil }
    var shift = weekday - today
    if direction > 0 || direction == 0 && isPlanned {
      if shift < 0 || direction > 0 && shift == 0 { shift += 7 }
    } else {
      if shift > 0 || direction < 0 && shift == 0 { shift -= 7 }
    }
    return PartialDate(dayNumber: number + shift)
  }
}

extension Scanner {
  /// Reads a date or period at `i`: `Friday, February 6`, `6-8 May 2022`, `last week`, `2025`.
  func timeExpression(at i: Int) -> TimeExpression? {
    if let k = behindPartOfDay(i), var time = timeExpression(at: k), time.weekday ?? time.day != nil
    {
      time.start = i
      return time
    }
    if let k = behindPartOfMonth(i), var time = timeExpression(at: k), time.day == nil,
      time.month ?? time.year != nil
    {
      time.start = i
      return time
    }
    var time = TimeExpression(start: i, end: i)
    var j = i
    if isWord(j, words.the), has(j + 1, .ordinal) || has(j + 1, [.date]) { j += 1 }
    if let match = term(j, .date) ?? (j > i ? term(i, .date) : nil), !isModifier(match) {
      return relative(match, time)
    }
    j = readDirection(j, &time)
    if let weekday = term(j, .weekday), text.isCapital(j) {
      time.weekday = (lexicon.info(weekday.sense.target).value + 6) % 7
      j = skipStop(Int(weekday.end))
      time.end = j
      let k = isMark(j, ",") ? j + 1 : j
      if let end = readDay(k, &time) ?? readWeekdays(j, &time) { time.end = end }
    } else if let end = readDay(j, &time) {
      time.end = end
    } else {
      return nil
    }
    skipPartOfDay(&time)
    return time
  }

  /// `the evening of Thursday`, `the early hours of 6 May`: where the day itself begins.
  private func behindPartOfDay(_ i: Int) -> Int? {
    guard isWord(i, words.the) else { return nil }
    var j = i + 1
    if j + 2 < stop, has(j, .adjective) || text.classes[j + 1].contains(.date) { j += 1 }
    guard j + 2 < stop, isWord(j + 1, words.of), has(j, .date) || text.string(j, j + 1) == "hours"
    else { return nil }
    return j + 2
  }

  /// `the second half of July`, `the first week of August`, `the end of 2025`: where the month or year begins.
  private func behindPartOfMonth(_ i: Int) -> Int? {
    guard isWord(i, words.the) else { return nil }
    var j = i + 1
    while j < stop, has(j, [.ordinal, .adjective]) { j += 1 }
    guard j - i <= 3, j + 2 < stop, words.spans.contains(text.words[j]), isWord(j + 1, words.of),
      has(j + 2, .month) || year(j + 2) != nil
    else { return nil }
    return j + 2
  }

  /// `Monday 27 to Wednesday 29 May 2024`, behind the first weekday.
  private func readWeekdays(_ j: Int, _ time: inout TimeExpression) -> Int? {
    guard let day = number(j, 1...31),
      isDash(j + 1) || isWord(j + 1, words.to) || isWord(j + 1, words.and),
      let weekday = term(j + 2, .weekday)
    else { return nil }
    var end = TimeExpression(start: j, end: j)
    guard let after = readDay(Int(weekday.end), &end), let last = end.day, let month = end.month
    else { return nil }
    (time.day, time.month, time.year, time.lastDay) = (day, month, end.year, last)
    return after
  }

  /// `late King …`, `current president`: the word qualifies a name there.
  private func isModifier(_ match: Text.Match) -> Bool {
    let end = Int(match.end)
    return has(end - 1, .adjective) && end < stop
      && (isNameWord(end) || term(end, .office) != nil || term(end, .honorific) != nil)
  }

  private func readDirection(_ j: Int, _ time: inout TimeExpression) -> Int {
    guard j < stop else { return j }
    switch text.string(j, j + 1).lowercased() {
    case "last", "past", "previous":
      if has(j + 1, [.weekday, .month]) {
        time.direction = -1
        return j + 1
      }
    case "next", "coming", "upcoming":
      if has(j + 1, [.weekday, .month]) {
        time.direction = 1
        return j + 1
      }
    case "this": if has(j + 1, [.weekday, .month]) { return j + 1 }
    case "early", "late", "mid": if has(j + 1, .month) || year(j + 1) != nil { return j + 1 }
    default: break
    }
    return j
  }

  private func relative(_ match: Text.Match, _ start: TimeExpression) -> TimeExpression? {
    var time = start
    time.end = Int(match.end)
    var shift = (lexicon.info(match.sense.target).shift ?? "")[...]
    if shift.hasPrefix("text:") {
      shift = shift.dropFirst(5)
      time.isFromText = true
    }
    if let days = Int(shift) {
      time.shiftDays = days
    } else if shift.hasPrefix("month:") {
      time.shiftMonths = Int(shift.dropFirst(6))
    } else if shift.hasPrefix("year:") {
      time.shiftYears = Int(shift.dropFirst(5))
    } else {
      time.isVague = true
      // `the last week of February` is no week of the document's.
      if shift.hasPrefix("week:"), !isWord(time.end, words.of) {
        time.shiftWeeks = Int(shift.dropFirst(5))
      }
    }
    skipPartOfDay(&time)
    return time
  }

  private func number(_ k: Int, _ range: ClosedRange<Int>) -> Int? {
    guard k < stop, text.tokens[k].shape.contains(.number) else { return nil }
    let digits = text.string(k, k + 1).prefix { $0.isNumber }
    let rest = text.string(k, k + 1).dropFirst(digits.count)
    guard ["", "st", "nd", "rd", "th"].contains(rest), let value = Int(digits), range ~= value
    else { return nil }
    return value
  }

  private func year(_ k: Int) -> Int? {
    guard k < stop, text.tokens[k].shape.contains(.digits) else { return nil }
    return number(k, 1900...2100)
  }

  private func month(_ k: Int) -> (Int, Int)? {
    guard k < stop, let match = term(k, .month), text.isCapital(k) else { return nil }
    return (lexicon.info(match.sense.target).value, skipStop(Int(match.end)))
  }

  private func skipStop(_ k: Int) -> Int {
    isMark(k, ".") && text.tokens[min(k, text.tokens.count - 1)].shape.isDisjoint(with: .spaced)
      ? k + 1 : k
  }

  private func isDash(_ k: Int) -> Bool { isMark(k, "-") }

  /// Month and day in either order, a period of days, a month with its year, a year.
  private func readDay(_ k: Int, _ time: inout TimeExpression) -> Int? {
    var j = k
    if isWord(j, words.from) { j += 1 }
    if isWord(j, words.the) { j += 1 }
    if let (name, afterMonth) = month(j) {
      time.month = name
      j = afterMonth
      if let day = number(j, 1...31), year(j) == nil {
        time.day = day
        j = readLastDay(j + 1, &time)
      }
      let y = isMark(j, ",") ? j + 1 : j
      if let year = year(y) {
        time.year = year
        j = y + 1
      }
      // `May` and `March` alone are words as well: a month alone needs a year or a preposition before it.
      return time.day != nil || time.year != nil || precededByTimePreposition(k) ? j : nil
    }
    if let day = number(j, 1...31) {
      var after = j + 1
      var last: Int?
      if isDash(after) || isWord(after, words.to) || isWord(after, words.and),
        let second = number(after + 1, 1...31)
      {
        last = second
        after += 2
      }
      if isWord(after, words.of) { after += 1 }
      if let (name, afterMonth) = month(after) {
        time.day = day
        time.month = name
        time.lastDay = last
        j = afterMonth
        let y = isMark(j, ",") ? j + 1 : j
        if let year = year(y) {
          time.year = year
          j = y + 1
        } else if last == nil {
          j = readLastDay(j, &time)
        }
        return j
      }
      return nil
    }
    if let year = year(j), k > first, words.beforeYear.contains(text.words[k - 1]),
      !isMark(j + 1, "-"),
      j == first || !isMark(j - 1, "-"), !isFollowedByNoun(j + 1)
    {
      time.year = year
      return j + 1
    }
    return nil
  }

  private func readLastDay(_ k: Int, _ time: inout TimeExpression) -> Int {
    let isPair = isWord(k, words.and) && !isFollowedByNoun(k + 2)
    guard isDash(k) || isWord(k, words.to) || isPair else { return k }
    if let last = number(k + 1, 1...31), year(k + 1) == nil {
      time.lastDay = last
      if let (name, after) = month(k + 2) {
        time.lastMonth = name
        return after
      }
      return k + 2
    }
    if let (name, after) = month(k + 1), let last = number(after, 1...31) {
      time.lastMonth = name
      time.lastDay = last
      return after + 1
    }
    return k
  }

  /// `the 2026 plan`: the year qualifies a noun there.
  private func isFollowedByNoun(_ k: Int) -> Bool {
    k < stop && text.tokens[k].shape.contains(.word) && !text.isCapital(k)
      && text.classes[k].isDisjoint(with: Scanner.closed.union([.verb, .adverb]))
  }

  private func precededByTimePreposition(_ k: Int) -> Bool {
    k > first && has(k - 1, [.preposition, .adjective, .adverb])
  }

  private func skipPartOfDay(_ time: inout TimeExpression) {
    while time.end < stop {
      switch text.string(time.end, time.end + 1).lowercased() {
      case "morning", "afternoon", "evening", "night": time.end += 1
      default: return
      }
    }
  }
}
