import EntenteDocuments
import EntenteModel
import Testing

@Suite struct HeaderTests {
  @Test func `front matter gives date, title, address and source, and no block covers it`() {
    let text = """
      ---
      tags: x
      date: '2026-02-06'
      title: "Berg\\u2019s Visit to\\_Oslo and\\
        \\ Bergen"
      source_url: https://example.org/a
      source: 'The ''Daily'''
      ---
      \(prose)
      """
    let article = load(text).article
    #expect(article?.record.date == PartialDate("2026-02-06"))
    #expect(article?.record.title == "Berg’s Visit to Oslo and Bergen")
    #expect(article?.record.url == "https://example.org/a")
    #expect(article?.record.source == "The 'Daily'")
    #expect(parts(text) == ["body: \(prose)"])
  }

  @Test func `a plain value goes on in indented lines`() {
    let text = "---\ntitle: A long\n  title\ndate: 2026-02-06 14:26:28-05:00\n---\n\(prose)"
    #expect(load(text).article?.record.title == "A long title")
    #expect(load(text).article?.record.date == PartialDate("2026-02-06"))
  }

  @Test func `front matter that is never closed is text, and said so`() {
    let document = load("---\ntitle: A\n\n\(prose)")
    #expect(codes(document) == ["document.front-matter"])
    #expect(parts(document).last == "body: \(prose)")
  }

  @Test func `an address that is none of the web is left out with a warning`() {
    let document = load("---\nurl: javascript:alert(1)\n---\n\(prose)")
    #expect(document.article?.record.url == nil)
    #expect(codes(document) == ["document.url"])
  }

  @Test(
    "a date line is found in many forms",
    arguments: [
      ("2026-02-06", "2026-02-06"), ("6 February 2026 | 10:30", "2026-02-06"),
      ("Published: February 6, 2026 10:30 AM EST", "2026-02-06"),
      ("Published Fri, 06 Feb 2026", "2026-02-06"), ("UPDATED: May 18, 2015", "2015-05-18"),
      ("18/01/2006 - 9h07", "2006-01-18"), ("06.02.2026", "2026-02-06"),
      ("2026/02/06 at 10:30 GMT+7", "2026-02-06"), ("Friday, 6th February 2026", "2026-02-06"),
      ("Source:Xinhua Published: 2013-4-13 17:56:56", "2013-04-13"),
    ]
  )
  func dateLines(line: String, date: String) {
    let document = load("Ministers agree to talk again\n\(line)\n\n\(prose)")
    #expect(document.article?.record.date == PartialDate(date))
    #expect(parts(document).contains("headline: Ministers agree to talk again"))
    #expect(parts(document).last == "body: \(prose)")
  }

  @Test func `the day of publication goes before that of a change`() {
    let text = "Updated 8 February 2026\nPublished 6 February 2026\n\n\(prose)"
    #expect(load(text).article?.record.date == PartialDate("2026-02-06"))
  }

  @Test func `a date that can be read two ways is left out and said so`() {
    let document = load("06/02/2026\n\n\(prose)")
    #expect(document.article?.record.date == nil)
    #expect(codes(document) == ["document.date"])
    #expect(load("02/02/2026\n\n\(prose)").article?.record.date == PartialDate("2026-02-02"))
  }

  @Test func `a date that runs into the dateline is taken off`() {
    let text = " date 2026-02-06 OSLO — On Friday the king met the minister of trade."
    #expect(load(text).article?.record.date == PartialDate("2026-02-06"))
    #expect(
      parts(text) == [
        "dateline: OSLO", "body: On Friday the king met the minister of trade.",
      ])
  }

  @Test func `a sentence that opens with a date is no date line`() {
    let text = "On 6 February 2026 the ministers met in Oslo and signed a treaty on trade."
    #expect(parts(text) == ["body: \(text)"])
    #expect(load(text).article?.record.date == nil)
  }

  @Test func `what the text lacks comes from the table, then from the run's date`() {
    let row = MetadataRow(
      file: "a.txt", date: PartialDate("2026-02-07"), title: "T", url: "https://e.org/x",
      source: "NTB")
    let options = LoadOptions(date: PartialDate("2020-01-01"))
    let filled = load(prose, metadata: row, options: options).article?.record
    #expect(filled?.date == PartialDate("2026-02-07"))
    #expect(filled?.title == "T")
    #expect(filled?.source == "NTB")
    #expect(load(prose, options: options).article?.record.date == PartialDate("2020-01-01"))
    let dated = load("2026-02-06\n\n\(prose)", metadata: row, options: options)
    #expect(dated.article?.record.date == PartialDate("2026-02-06"))
    #expect(codes(dated) == ["metadata.date"])
  }
}
