import EntenteModel
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: ["2026-02-06", "2026-02", "2026", "0001-01-01", "9999-12-31", "2024-02-29"])
  func `a date is printed as it was read`(text: String) throws {
    #expect(try #require(PartialDate(text)).description == text)
  }

  @Test(arguments: [
    "", "-", "26", "2026-2-6", "2026-02-06-01", "2026-13", "2026-00", "2026-02-00", "2026-02-30",
    "2025-02-29", "1900-02-29", "0000", "02026", "2026-", "2026--06", " 2026", "2026-02-06T10",
    "２０２６", "+026", "20a6", "2026/02/06", "6 February 2026",
  ])
  func `what is no date of the calendar is refused`(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func `a day without a month is no date`() {
    #expect(PartialDate(year: 2026, day: 6) == nil)
    #expect(PartialDate(year: Int.max) == nil)
    #expect(PartialDate(year: 2026, month: .min, day: .max) == nil)
  }

  @Test(arguments: [
    ("2026-02-06", 4), ("2026-03-11", 2), ("1970-01-01", 3), ("2000-02-29", 1), ("1969-12-31", 2),
    ("1600-01-01", 5), ("9999-12-31", 4),
  ])
  func `the weekday is counted from Monday`(date: String, weekday: Int) throws {
    #expect(try #require(PartialDate(date)).weekday == weekday)
  }

  @Test func `a month and a year have no day number and no weekday`() throws {
    let month = try #require(PartialDate("2026-02"))
    #expect(month.dayNumber == nil && month.weekday == nil && month.precision == 2)
    let year = try #require(PartialDate("2026"))
    #expect(year.dayNumber == nil && year.weekday == nil && year.precision == 1)
  }

  @Test func `days are numbered without a gap through four centuries`() throws {
    let first = try #require(PartialDate("1800-01-01")?.dayNumber)
    let last = try #require(PartialDate("2200-12-31")?.dayNumber)
    #expect(last - first + 1 == 401 * 365 + 97)
    var before = try #require(PartialDate(dayNumber: first - 1))
    var faults = 0
    for number in first...last {
      guard let date = PartialDate(dayNumber: number) else {
        faults += 1
        continue
      }
      let isFaithful =
        date.dayNumber == number && before < date && date.precision == 3
        && PartialDate(date.description) == date && date.weekday == (before.weekday ?? 0) + 1
      let isMonday = date.weekday == 0 && before.weekday == 6
      if !isFaithful, !(isMonday && date.dayNumber == number && before < date) { faults += 1 }
      before = date
    }
    #expect(faults == 0)
    #expect(before.description == "2200-12-31")
  }

  @Test(arguments: [Int.min / 2, -800_000, 3_000_000, Int.max / 2])
  func `a day number far outside the calendar is no date`(number: Int) {
    #expect(PartialDate(dayNumber: number) == nil)
  }

  @Test func `dates are ordered, the vaguer one behind those inside it`() throws {
    let sorted = [
      "2024", "2025-01-31", "2025-02-01", "2025-02-28", "2025-02", "2025-03-01", "2025",
    ]
    #expect(sorted.shuffled().compactMap { PartialDate($0) }.sorted().map(\.description) == sorted)
  }

  @Test(arguments: [
    ("2026-02-06", "2026-02-06", true), ("2026-02-06", "2026-02-07", false),
    ("2026-02-06", "2026-02", true), ("2026-02-06", "2026", true), ("2026-02", "2026-03", false),
    ("2025", "2026", false), ("2026-02-06", "2025-02", false), ("2026-02-06", "2026-03-06", false),
  ])
  func `two dates are compatible unless one contradicts the other`(
    a: String, b: String, isCompatible: Bool
  ) throws {
    let x = try #require(PartialDate(a))
    let y = try #require(PartialDate(b))
    #expect(x.isCompatible(with: y) == isCompatible)
    #expect(y.isCompatible(with: x) == isCompatible)
  }
}
