import EntenteModel
import Testing

/// Words for days, read in an article of Wednesday, 11 March 2026.
@Suite struct TimeTests {
  @Test(arguments: [
    ("on Monday", "2026-03-09"),
    ("on Wednesday", "2026-03-11"),
    ("on Friday", "2026-03-06"),
    ("last Friday", "2026-03-06"),
    ("on Friday morning", "2026-03-06"),
    ("on Friday, March 6", "2026-03-06"),
    ("on February 6", "2026-02-06"),
    ("on Feb. 6", "2026-02-06"),
    ("on 6 February", "2026-02-06"),
    ("on the 6th of February", "2026-02-06"),
    ("on February 6, 2024", "2024-02-06"),
    ("on 6 February 2024", "2024-02-06"),
    ("on December 30", "2025-12-30"),
    ("yesterday", "2026-03-10"),
    ("today", "2026-03-11"),
    ("this morning", "2026-03-11"),
    ("in 2025", "2025"),
    ("in February 2025", "2025-02"),
    ("in February", "2026-02"),
    ("in December", "2025-12"),
    ("last month", "2026-02"),
    ("last year", "2025"),
    ("last week", "2026-03"), ("two weeks ago", "?"), ("in the last week of January", "2026-01"),
    ("recently", "?"),
    ("in the spring", "?"),
    ("from 6 to 8 February", "2026-02-06…2026-02-08"),
    ("from February 6 to 8", "2026-02-06…2026-02-08"),
    ("on 6-8 February", "2026-02-06…2026-02-08"),
    ("on February 6–8, 2024", "2024-02-06…2024-02-08"),
    ("from 27 February to 1 March", "2026-02-27…2026-03-01"),
  ])
  func `a past visit's date is told by the words and the article's day`(
    words: String, date: String
  ) throws {
    let dates = try read("President Amina Yusuf visited Norway \(words).").dates
    #expect(dates == [date])
  }

  @Test(arguments: [
    ("on Friday", "2026-03-13"), ("next Monday", "2026-03-16"), ("on Monday", "2026-03-16"),
    ("tomorrow", "2026-03-12"), ("on April 2", "2026-04-02"), ("in January", "2027-01"),
    ("on January 4", "2027-01-04"), ("next month", "2026-04"), ("next year", "2027"),
    ("next week", "2026-03"), ("in 2028", "2028"), ("soon", "?"),
  ])
  func `a planned visit's date lies ahead`(words: String, date: String) throws {
    let dates = try read("President Amina Yusuf will visit Norway \(words).").dates
    #expect(dates == [date])
  }

  @Test(arguments: [
    ("on Friday", "?"), ("on February 6", "?"), ("yesterday", "?"), ("in February", "?"),
    ("last year", "?"), ("from 6 to 8 February", "?"), ("in 2025", "2025"),
    ("in February 2025", "2025-02"), ("on 6 February 2025", "2025-02-06"),
    ("from 6 to 8 February 2025", "2025-02-06…2025-02-08"),
  ])
  func `without the article's day only a year in the text dates an event`(
    words: String, date: String
  ) throws {
    let dates = try read("President Amina Yusuf visited Norway \(words).", on: nil).dates
    #expect(dates == [date])
  }

  @Test func `an article known to the month completes no weekday`() throws {
    #expect(try read("Amina Yusuf visited Norway on Friday.", on: "2026-03").dates == ["?"])
    #expect(
      try read("Amina Yusuf visited Norway on 6 March.", on: "2026-03").dates == ["2026-03-06"])
  }

  @Test func `a date that is no day of the calendar dates nothing`() throws {
    #expect(try read("Amina Yusuf visited Norway on February 30, 2025.").dates == ["?"])
  }

  @Test func `an event does not take the date of another`() throws {
    let reading = try read(
      "Amina Yusuf visited Norway on February 6. Omar Diallo met Anna Berg in Accra.")
    #expect(reading.events.first { $0.kind == .meeting }?.date == nil)
    #expect(reading.events.first { $0.kind == .visit }?.date?.description == "2026-02-06")
  }

  @Test func `the date of what is discussed is not the date of the talks`() throws {
    let reading = try read("Amina Yusuf met Anna Berg to discuss the 2027 budget.")
    #expect(reading.dates == ["?"])
  }
}
