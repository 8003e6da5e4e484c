import EntenteModel
import EntenteReader
import Testing

/// Constructions of news that a plain sentence does not show: what each tells, and what it must not.
@Suite struct NewsSentenceTests {
  @Test(arguments: [
    (
      "The governors of Benue and Nasarawa, Kofi Asante and Omar Diallo, met in Oslo.",
      "meeting held: Kofi Asante, Omar Diallo"
    ),
    (
      "Anna Berg received the director of the museum in Oslo, Mr Kofi Asante, on Monday.",
      "meeting held: Anna Berg, Kofi Asante"
    ),
    (
      "Anna Berg received in Oslo on Monday a delegation from Ghana.",
      "meeting held: Anna Berg, Ghana"
    ),
    (
      "Kofi Asante paid her a courtesy call, Anna Berg said.",
      "meeting held: Anna Berg, Kofi Asante"
    ),
    ("Anna Berg received a phone call from Omar Diallo.", "meeting held: Anna Berg, Omar Diallo"),
    ("Anna Berg hosted a dinner for Omar Diallo.", "meeting held: Anna Berg, Omar Diallo"),
    (
      "Anna Berg told Omar Diallo in a meeting that fish matter.",
      "meeting held: Anna Berg, Omar Diallo"
    ),
    (
      "Anna Berg announced a fund after a meeting with Omar Diallo in Oslo.",
      "meeting held: Anna Berg, Omar Diallo"
    ),
    (
      "The recently elected Prime Minister Anna Berg met Omar Diallo.",
      "meeting held: Anna Berg, Omar Diallo"
    ),
    ("Anna Berg received visiting President Amina Yusuf.", "meeting held: Amina Yusuf, Anna Berg"),
    (
      "Anna Berg flew to Oslo for talks with Omar Diallo.",
      "meeting planned: Anna Berg, Omar Diallo"
    ),
    ("Anna Berg will meet the guest, and Omar Diallo will have talks with him.", ""),
    ("The meeting between Anna Berg and Omar Diallo, who was ill, never took place.", ""),
  ])
  func `a meeting is told in the ways of news`(text: String, told: String) throws {
    let found = try read(text).told.filter { $0.hasPrefix("meeting") }
    #expect(found == (told.isEmpty ? [] : [told]))
  }

  @Test func `several with make several meetings`() throws {
    let found = try read(
      "Anna Berg sat down with Omar Diallo, with Kofi Asante and with Rosa Quispe.")
    #expect(
      found.told == [
        "meeting held: Anna Berg, Kofi Asante", "meeting held: Anna Berg, Omar Diallo",
        "meeting held: Anna Berg, Rosa Quispe",
      ])
  }

  @Test(arguments: [
    (
      "Norway and Kenya signed on Tuesday in Oslo a KSh 340 million fisheries agreement.",
      "agreement signed: Kenya, Norway"
    ),
    (
      "The treaty that Norway and Kenya signed in 1990 was long.", "agreement signed: Kenya, Norway"
    ),
    ("A pact signed between Norway and Kenya in 2008 was long.", "agreement signed: Kenya, Norway"),
    ("Norway and Kenya put their names to a 14-page agreement.", "agreement signed: Kenya, Norway"),
    (
      "Kenya's Health Minister Kofi Asante and Norway's Health Minister Anna Berg signed an agreement.",
      "agreement signed: Ministry of Health, Ministry of Health"
    ),
    ("Anna Berg's aide put an end to the agreement with Kenya.", ""),
  ])
  func `an agreement is told in the ways of news`(text: String, told: String) throws {
    let found = try read(text).told.filter { $0.hasPrefix("agreement") }
    #expect(found == (told.isEmpty ? [] : [told]))
  }

  @Test func `a list in items takes status and day from the sentence before it`() throws {
    let items = [
      "a memorandum between Ghana and Norway;", "an agreement between Kenya and Norway.",
    ]
    var list = article("Two instruments were signed in Oslo on 6 February 2026. They are:")
    for item in items {
      let start = list.text.count + 1
      let text = list.text + [0x0A] + Array(item.utf8)
      list = Article(
        record: list.record, text: text,
        blocks: list.blocks + [Article.Block(.item, start, text.count)])
    }
    let agreements = try Shipped.reader.get().read(list).events.filter { $0.kind == .agreement }
    #expect(agreements.map(\.date?.description) == ["2026-02-06", "2026-02-06"])
    #expect(agreements.map(\.status) == [.signed, .signed])
  }

  @Test(arguments: [
    ("Anna Berg left for Kenya on Monday.", "held: Anna Berg → Kenya"),
    ("Anna Berg is expected in Kenya on Thursday.", "planned: Anna Berg → Kenya"),
    ("Anna Berg will accompany Omar Diallo to Kenya.", "planned: Anna Berg, Omar Diallo → Kenya"),
    ("President Anna Berg of Norway returned to Norway.", ""),
  ])
  func `a visit is told in the ways of news`(text: String, told: String) throws {
    let found = try read(text).visits
    #expect(found == (told.isEmpty ? [] : [told]))
  }

  @Test func `what lies behind the article's day is planned`() throws {
    let reading = try read("Anna Berg leads a delegation to Kenya tomorrow.", on: "2026-03-10")
    #expect(reading.events.map(\.status) == [.planned])
  }

  @Test func `a day told of one event holds for the next of the same person`() throws {
    let reading = try read(
      "On 6 February 2026 Anna Berg travelled to Kenya. She met Omar Diallo.", on: "2026-03-10")
    #expect(reading.events.allSatisfy { $0.date?.description == "2026-02-06" })
    #expect(reading.events.count == 2)
  }

  @Test(arguments: [
    ("That evening", "2026-02-06"), ("A day earlier", "2026-02-05"),
    ("Two days later", "2026-02-08"),
  ])
  func `days count from the day told last`(words: String, date: String) throws {
    let reading = try read(
      "On 6 February 2026 Anna Berg visited Kenya.\n\n\(words), Rosa Quispe met Omar Diallo.")
    #expect(reading.dates == ["2026-02-06", date])
  }

  @Test func `days count from no day where none is told`() throws {
    #expect(try read("A day earlier, Rosa Quispe met Omar Diallo.").dates == ["?"])
  }

  @Test func `a period may name its weekdays`() throws {
    let reading = try read("Anna Berg will visit Kenya from Monday 27 to Wednesday 29 April 2026.")
    #expect(reading.dates == ["2026-04-27…2026-04-29"])
  }

  @Test func `tags in Markdown are no words`() throws {
    let reading = try read("On **<u>Monday, 27 April</u>**, Anna Berg will visit Kenya.")
    #expect(reading.dates == ["2026-04-27"])
    #expect(reading.visits == ["planned: Anna Berg → Kenya"])
  }

  @Test func `a day of an evening is the evening's day`() throws {
    #expect(
      try read("Anna Berg met Omar Diallo on the evening of Thursday, 5 March.").dates
        == ["2026-03-05"])
  }

  @Test(arguments: [
    ("Anna Berg (Kenya) met Omar Diallo.", ""),
    ("the U.S. consul general, Anna Berg, spoke.", "member-of"),
    ("Anna Berg, special envoy for Yemen, spoke.", ""),
  ])
  func `who serves a country does not lead it`(text: String, type: String) throws {
    let found = try read("It rained. " + text).relations.map { $0.type.rawValue }
    #expect(found.filter { $0 == "leads" }.isEmpty)
    if !type.isEmpty { #expect(found.contains(type)) }
  }

  @Test(arguments: [
    ("Kenya's health minister Anna Berg spoke.", "Anna Berg leads Ministry of Health"),
    (
      "Anna Berg, Norway's external affairs minister, spoke.",
      "Anna Berg leads Ministry of Foreign Affairs"
    ),
    (
      "Nepal's Deputy Prime Minister and Foreign Minister, Rosa Quispe, spoke in China.",
      "Rosa Quispe member-of Nepal"
    ),
  ])
  func `a minister leads the ministry of the field`(text: String, tie: String) throws {
    #expect(try read("It rained. " + text).ties.contains(tie))
  }

  @Test func `a joined office is of the first one's country`() throws {
    let reading = try read(
      "China's Foreign Minister Wei Jun and Nepal's Deputy Prime Minister and Foreign Minister, "
        + "Rosa Quispe, spoke.")
    #expect(reading.ties.filter { $0.hasSuffix("part-of Nepal") }.count == 1)
    #expect(reading.names(of: .ministry).count == 2)
  }

  @Test func `a plural title in front is everybody's`() throws {
    let reading = try read("Governors Kofi Asante and Anna Berg met in Oslo.")
    #expect(reading.told == ["meeting held: Anna Berg, Kofi Asante"])
  }

  @Test func `a president's counterpart is a president too`() throws {
    let reading = try read(
      "Kenyan President Amina Yusuf met her Norwegian counterpart Anna Berg in Oslo. "
        + "Kenya and Norway trade in fish.")
    #expect(reading.ties == ["Amina Yusuf leads Kenya", "Anna Berg leads Norway"])
  }

  @Test func `a minister's counterpart may head another field`() throws {
    let reading = try read(
      "Kenya's health minister Kofi Asante met his Norwegian counterpart Anna Berg.")
    #expect(!reading.ties.contains { $0.hasPrefix("Anna Berg") })
  }

  @Test func `an initial may be glued to the name`() throws {
    #expect(try read("Minister N.Enkhbayar met Omar Diallo.").names(of: .person).count == 2)
  }

  @Test func `a governor beside two provinces heads neither`() throws {
    let reading = try read(
      "Turkana County and Nakuru County sell fish. Governor Joyce Wanjiru met Anna Berg on Friday.")
    #expect(!reading.ties.contains { $0.hasPrefix("Joyce Wanjiru leads") })
  }
}
