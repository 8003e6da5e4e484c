/// A calendar date known to the year, the month or the day (ISO 8601 reduced precision).
///
/// Never completed by guessing: what a text does not say stays unknown.
public struct PartialDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let year: Int
  /// 1…12, or nil where only the year is known.
  public let month: Int?
  /// 1…31, or nil where the day is not known.
  public let day: Int?

  /// Nil where the numbers are no date of the Gregorian calendar in the years 1…9999.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard (1...PartialDate.days(inMonth: month, of: year)).contains(day) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-02-06`, `2026-02` or `2026`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var numbers: [Int] = []
    for part in text.split(separator: "-", omittingEmptySubsequences: false) {
      let wanted = numbers.isEmpty ? 4 : 2
      guard part.utf8.count == wanted, part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    guard (1...3).contains(numbers.count) else { return nil }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// The ISO 8601 form, as precise as the date is known.
  public var description: String {
    var text = PartialDate.padded(year, to: 4)
    if let month { text += "-" + PartialDate.padded(month, to: 2) }
    if let day { text += "-" + PartialDate.padded(day, to: 2) }
    return text
  }

  /// True where both can be the same day: neither contradicts the other in what it states.
  public func isCompatible(with other: PartialDate) -> Bool {
    guard year == other.year else { return false }
    if let a = month, let b = other.month, a != b { return false }
    if let a = day, let b = other.day, a != b { return false }
    return true
  }

  /// 1 for a year, 2 for a month, 3 for a day.
  public var precision: Int { month == nil ? 1 : day == nil ? 2 : 3 }

  /// Days since 1970-01-01, or nil unless the day is known.
  ///
  /// Hinnant, "chrono-compatible low-level date algorithms" (public domain).
  public var dayNumber: Int? {
    guard let month, let day else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date that many days after 1970-01-01.
  public init?(dayNumber: Int) {
    let z = dayNumber + 719_468
    guard z >= 0 else { return nil }
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  /// 0 for Monday … 6 for Sunday, or nil unless the day is known.
  public var weekday: Int? { dayNumber.map { (($0 % 7) + 10) % 7 } }

  /// Orders by year, then month, then day; the less precise date comes after those inside it.
  public static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.year, a.month ?? 13, a.day ?? 32) < (b.year, b.month ?? 13, b.day ?? 32)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
