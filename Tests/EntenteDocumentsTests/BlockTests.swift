import EntenteDocuments
import EntenteModel
import Testing

@Suite struct BlockTests {
  static let lead = "The king received the minister on Friday and spoke of trade."

  @Test(
    "a dateline is set off from the first sentence",
    arguments: [
      ("OSLO — ", "OSLO", nil), ("HÀ NỘI — ", "HÀ NỘI", nil),
      ("WASHINGTON, D.C. – ", "WASHINGTON, D.C.", nil),
      ("OSLO, Feb. 6 (NTB) -- ", "OSLO, Feb. 6 (NTB)", "NTB"),
      ("OSLO, Norway (AP) — ", "OSLO, Norway (AP)", "AP"),
      ("VOV.VN - ", "VOV.VN", "VOV.VN"), ("(NorNews)-", "(NorNews)", "NorNews"),
      ("Oslo (NN), February 6 – ", "Oslo (NN), February 6", "NN"),
      ("Oslo - ", "Oslo", nil), ("OSLO/BERGEN (Reuters) - ", "OSLO/BERGEN (Reuters)", "Reuters"),
      ("AKP, October 17, 2017 – ", "AKP, October 17, 2017", "AKP"),
      ("The Hague, 6 May (dpa) - ", "The Hague, 6 May (dpa)", "dpa"),
    ] as [(String, String, String?)]
  )
  func datelines(opening: String, dateline: String, source: String?) {
    let document = load(opening + Self.lead + "\n\n" + prose)
    #expect(parts(document) == ["dateline: \(dateline)", "body: \(Self.lead)", "body: \(prose)"])
    #expect(document.article?.record.source == source)
  }

  @Test(
    "a sentence with a dash is no dateline",
    arguments: [
      "Norway – Sweden relations are good, the minister said in the capital on Friday.",
      "ASEAN – China talks were held in the capital and went well, they said.",
      "The U.S.-Norway talks were held in the capital on Friday and went well.",
      "On March 11, 2021 – a year on – the ministers met in the capital.",
      "Prime Minister Anna Berg - who was in Oslo - met the king and the queen.",
      "SUBJECT: the talks that were held in the capital on Friday with the king.",
    ]
  )
  func noDateline(text: String) {
    #expect(parts(text) == ["body: \(text)"])
  }

  @Test func `a first line without a full stop is the headline and the title`() {
    let document = load("Minister’s visit shows priority, envoy says\n\(Self.lead)\n\(prose)")
    #expect(
      parts(document) == [
        "headline: Minister’s visit shows priority, envoy says", "body: \(Self.lead)",
        "body: \(prose)",
      ])
    #expect(document.article?.record.title == "Minister’s visit shows priority, envoy says")
  }

  @Test func `a line without a full stop and nothing behind it is the text`() {
    #expect(
      parts("The king met the minister in the capital") == [
        "body: The king met the minister in the capital"
      ])
    #expect(
      parts("# The king met the minister in the capital") == [
        "body: The king met the minister in the capital"
      ])
  }

  @Test func `Markdown headings are headlines wherever they stand`() {
    #expect(
      parts("# Talks in Oslo\n\n\(prose)\n\n**What they said**\n\n> \(Self.lead)") == [
        "headline: Talks in Oslo", "body: \(prose)", "headline: What they said",
        "body: \(Self.lead)",
      ])
  }

  @Test(
    "a caption is told from the article by its credit",
    arguments: [
      "Photo: VNA", "— VNA/VNS Photo", "— VNA/VNS Photo Anna Berg", "(Photo: VNA)", "VNA Photo",
      "(Xinhua/Anna Berg)", "(AP Photo/Anna Berg)", "Photo by Anna Berg", "REUTERS/Anna Berg",
      "(Source: VNA)", "Photo courtesy of NTB", "[Photo/Agencies]", "AFP/Getty Images",
    ]
  )
  func captions(credit: String) {
    let caption = "Anna Berg (right) greets the king at the palace on Friday evening."
    #expect(
      parts("\(caption) \(credit)\n\n\(prose)") == [
        "caption: \(caption)", "credit: \(credit)", "body: \(prose)",
      ])
  }

  @Test(
    "a caption that runs into the dateline ends at its credit",
    arguments: ["— VNA/VNS Photo Anna Berg", "— VNA/VNS Photo", "— VNA/VNS Anna Berg"]
  )
  func runningCaption(credit: String) {
    let caption = "Anna Berg greets the king at the palace on Friday."
    let text = " date 2026-02-06 \(caption) \(credit) HÀ NỘI — \(Self.lead) \(prose)"
    #expect(
      parts(text) == [
        "caption: \(caption)", "credit: \(credit)", "dateline: HÀ NỘI",
        "body: \(Self.lead) \(prose)",
      ])
  }

  @Test(
    "the credit at the foot is no part of the sentence",
    arguments: [
      (" — VNA/VNS", "— VNA/VNS", "VNA/VNS"), (" (Xinhua)", "(Xinhua)", "Xinhua"),
      (" – AFP", "– AFP", "AFP"), (" -- BERNAMA", "-- BERNAMA", "BERNAMA"),
      ("/. VNA", "VNA", "VNA"), (" (With inputs from agencies)", nil, nil),
    ] as [(String, String?, String?)]
  )
  func footCredits(foot: String, credit: String?, source: String?) {
    let document = load("\(Self.lead)\n\n\(prose)\(foot)")
    #expect(
      parts(document).dropLast(credit == nil ? 0 : 1).last.map { $0.hasPrefix("body: \(prose)") }
        == true)
    if let credit { #expect(parts(document).last == "credit: \(credit)") }
    if let source { #expect(document.article?.record.source == source) }
  }

  @Test("end marks are left out", arguments: ["./.", "/.", " Enditem"])
  func endMarks(mark: String) {
    let open = mark == "./." ? String(prose.dropLast()) : prose
    #expect(parts("\(Self.lead)\n\n\(open)\(mark)") == ["body: \(Self.lead)", "body: \(prose)"])
  }

  @Test func `an abbreviation in brackets at the end is no credit`() {
    let text = "They spoke of peace within the Association of Southeast Asian Nations (ASEAN)."
    #expect(parts("\(prose)\n\n\(text)") == ["body: \(prose)", "body: \(text)"])
  }

  @Test func `who wrote and edited it is a credit`() {
    let text =
      "By Anna Berg\n\n\(prose)\n\nReporting by Anna Berg; Editing by Ole Dahl\n\nSource: NTB"
    #expect(
      parts(text) == [
        "credit: By Anna Berg", "body: \(prose)",
        "credit: Reporting by Anna Berg; Editing by Ole Dahl", "credit: Source: NTB",
      ])
    #expect(load(text).article?.record.source == "NTB")
  }

  @Test func `lines broken at a margin are one paragraph`() {
    let text = """
      Vice President Anna Berg spoke by telephone today with Prime Minister
      Ole Dahl of Norway, and underscored the commitment of both countries
      to peace in Europe. They agreed on close cooperation in the matters of
      the year, including trade.

      \\###
      """
    #expect(parts(text).count == 2)
    #expect(parts(text)[0].hasPrefix("body: Vice President Anna Berg spoke"))
    #expect(parts(text)[0].hasSuffix("including trade."))
    #expect(parts(text)[1] == "menu: \\###")
  }

  @Test func `items of a list stay apart, and their lead stays prose`() {
    let text = """
      \(prose)

      Participants included representatives from:

      -   Family Equality
      -   National Centre for
          Human Rights
      2.  Lambda Legal
      """
    #expect(
      parts(text) == [
        "body: \(prose)", "body: Participants included representatives from:",
        "item: Family Equality", "item: National Centre for\n    Human Rights",
        "item: Lambda Legal",
      ])
  }

  @Test func `numbered paragraphs of a statement are prose`() {
    let text = "1. We met in the capital. We spoke of peace.\n\n2. We agreed to meet again."
    #expect(parts(text)[0] == "body: We met in the capital. We spoke of peace.")
  }

  @Test func `a page's menu, links and notices are not read`() {
    let text = """
      Home
      Politics
      World
      King receives minister of trade

      \(prose)

      Read more: King to travel abroad in the summer

      \(Self.lead)

      Related stories
      Minister resigns over treaty
      Queen visits Bergen on Monday

      © 2026 The Daily. All rights reserved
      """
    #expect(
      parts(text) == [
        "menu: Home", "menu: Politics", "menu: World", "headline: King receives minister of trade",
        "body: \(prose)", "menu: Read more: King to travel abroad in the summer",
        "body: \(Self.lead)", "menu: Related stories", "menu: Minister resigns over treaty",
        "menu: Queen visits Bergen on Monday", "menu: © 2026 The Daily. All rights reserved",
      ])
  }

  @Test func `news that opens like a menu is news`() {
    let text = "Share prices in the capital fell on Friday after the ministers had met."
    #expect(parts("\(text)\n\n\(prose)") == ["body: \(text)", "body: \(prose)"])
  }

  @Test("line ends of every kind are line ends", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    #expect(
      parts("\(Self.lead)\(end)\(end)\(prose)\(end)") == [
        "body: \(Self.lead)", "body: \(prose)",
      ])
  }

  @Test func `composed and decomposed letters give the same blocks`() {
    let composed = "HÀ NỘI — Tô Lâm met the king in the capital on Friday. — VNA"
    let marks: [Character: String] = [
      "À": "A\u{300}", "Ộ": "O\u{323}\u{302}", "ô": "o\u{302}", "â": "a\u{302}",
    ]
    let decomposed = composed.map { marks[$0] ?? String($0) }.joined()
    #expect(parts(composed).count == 3)
    #expect(parts(decomposed).map { Folding.composed($0) } == parts(composed))
  }
}
