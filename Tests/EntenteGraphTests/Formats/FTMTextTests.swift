import EntenteGraph
import EntenteModel
import Testing

@Suite struct FTMTexts {
  @Test(
    arguments: [
      ("\"Anna Berg\"", "Anna Berg"), ("\"'Anna' \"", "Anna"), ("Anna\n Berg", "Anna Berg"),
      ("\u{202E}Anna\u{200B}", "Anna"), ("''", nil), (" ", nil), ("O'Hara'", "O'Hara'"),
      ("Â\u{323}n", "Ận"), ("e\u{301}\u{323}", "ẹ\u{301}"),
    ] as [(String, String?)])
  func `names are as the package would make them`(text: String, name: String?) {
    #expect(
      FTMText.name(text).map { Array($0.unicodeScalars) } == name.map { Array($0.unicodeScalars) })
  }

  @Test(
    arguments: [
      ("https://example.org", "https://example.org/"),
      ("HTTP://Example.org/a?", "http://Example.org/a"),
      ("https://example.org/ü?x=\"y\"", "https://example.org/%C3%BC?x=%22y%22"),
      ("https://example.org:8080/a#b", "https://example.org:8080/a#b"),
      ("javascript:alert(1)", nil),
      ("https://[::1]/", nil), ("https://a b.org/", nil), ("https://x/", nil),
      ("https://1.2/", nil),
      ("https://user@example.org/", nil), ("https://example.org:99999/", nil),
    ] as [(String, String?)])
  func `addresses that the package would change or drop are mended or left out`(
    text: String, url: String?
  ) {
    #expect(FTMText.url(text) == url)
  }

  @Test func `an event with three sides names all three, and has three links with quotations`() {
    var graph = Graph(documents: [DocumentRecord(id: "a.txt", sha256: "")])
    let quote = Evidence(document: "a.txt", start: 3, end: 8, text: "They met.", rule: "met")
    var meeting = Node(id: "meeting.x", kind: .meeting, name: "Meeting")
    var event = EventDetail(status: .planned)
    event.date = PartialDate("2026-02")
    event.evidence = [quote]
    meeting.event = event
    graph.nodes = [meeting]
    for name in ["amina-yusuf", "anna-berg", "omar-diallo"] {
      graph.nodes.append(Node(id: "person.\(name)", kind: .person, name: name))
      graph.edges.append(
        Edge(
          type: .participant, source: "person.\(name)", target: "meeting.x", origin: .text,
          confidence: 0.9, evidence: [quote]))
    }
    let lines = String(decoding: FTMFormat.write(graph), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 1 + 4 + 3)
    #expect(
      lines[1].contains(
        "\"involved\": [\"person.amina-yusuf\", \"person.anna-berg\", \"person.omar-diallo\"]"))
    let links = lines.filter { $0.contains("\"UnknownLink\"") }
    #expect(links.count == 3)
    for link in links {
      #expect(link.contains("“They met.” (a.txt, bytes 3–8, rule met)"))
      #expect(
        link.contains("\"status\": [\"planned\"]") && link.contains("\"date\": [\"2026-02\"]"))
    }
  }
}
