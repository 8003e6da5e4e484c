import Entente
import Foundation
import Testing

/// The report in a real browser; `Report/check.py` says what is looked at.
@Suite(.serialized) struct ReportInBrowser {
  private static let canRun =
    Programs.has("chromium") && Programs.hasModule("playwright")
    && Programs.hasModule("axe_playwright_python")

  @Test(.enabled(if: canRun, "chromium or Python's playwright is not installed"))
  func `the report of the seeds can be read and used`() throws {
    let scratch = try Scratch()
    let made = try entente("graph", Programs.seeds, "-o", scratch["report.html"])
    #expect(made.status == 0, "\(made.errors)")
    try look(
      "axe,keyboard,search,filters,evidence,plain,printed,notices", scratch["report.html"])
  }

  @Test(.enabled(if: canRun, "chromium or Python's playwright is not installed"))
  func `nothing in any field runs, loads or leads elsewhere`() throws {
    let scratch = try Scratch()
    try Data(HostileReport.graph().html().bytes).write(to: URL(filePath: scratch["report.html"]))
    try look("hostile", scratch["report.html"])
  }

  @Test(.enabled(if: canRun, "chromium or Python's playwright is not installed"))
  func `five hundred nodes are in use at once`() throws {
    let scratch = try Scratch()
    try Data(LargeReport.graph().html().bytes).write(to: URL(filePath: scratch["report.html"]))
    try look("speed", scratch["report.html"])
  }

  @Test(
    .enabled(if: canRun, "chromium or Python's playwright is not installed"), arguments: [0, 1])
  func `a report without events can be used`(nodes: Int) throws {
    let scratch = try Scratch()
    var graph = Graph()
    graph.nodes = (0..<nodes).map { Node(id: "person.\($0)", kind: .person, name: "Anna Berg") }
    try Data(graph.html().bytes).write(to: URL(filePath: scratch["report.html"]))
    try look("empty", scratch["report.html"])
  }

  /// `checks` are functions of the script, with commas between.
  private func look(_ checks: String, _ report: String) throws {
    let script = Programs.project.appending(path: "Tests/EntenteCLITests/Report/check.py")
    let python = try #require(Programs.find("python3"))
    let run = try start(python, [script.path(percentEncoded: false), checks, report])
    #expect(run.status == 0, "\(checks): \(run.errors.suffix(3000))\(run.text)")
  }
}

@Suite struct ReportFile {
  @Test func `a report is the same bytes from articles and from their graph`() throws {
    let scratch = try Scratch()
    _ = try entente("graph", Programs.seeds, "-o", scratch["a.html"], "-o", scratch["a.json"])
    _ = try entente("graph", scratch["a.json"], "-o", scratch["b.html"])
    #expect(try scratch.data("a.html") == scratch.data("b.html"))
    let run = try entente("graph", scratch["a.json"], "--to", "html")
    #expect(try run.output == scratch.data("a.html"))
  }

  @Test func `a report among articles is passed over`() throws {
    let scratch = try Scratch()
    try scratch.write("Kenyan President Amina Yusuf visited Norway on 3 March 2026.", to: "a.txt")
    _ = try entente("graph", scratch["a.txt"], "-o", scratch["report.html"])
    let run = try entente("graph", scratch.path, "--to", "json")
    #expect(run.status == 1)  // as with a graph: a document was refused
    #expect(run.errors.contains("a report that Entente wrote"))
    #expect(run.text.contains("visit.amina-yusuf"))
    #expect(!run.text.contains("report.html"))
  }
}

/// A graph that is hostile in every field.
private enum HostileReport {
  static func graph() throws -> Graph {
    var graph = Graph()
    let addresses = [
      "javascript:\(Hostile.mark)", "data:text/html,<script>\(Hostile.mark)</script>",
      "https://example.org/\"><script>\(Hostile.mark)</script>", " jAvAsCrIpT:\(Hostile.mark)",
      "https://example.org/?a='&b=<i>",
    ]
    for (i, name) in Hostile.names.enumerated() {
      graph.documents.append(
        DocumentRecord(
          id: "\(i) \(name)", title: name, date: PartialDate("2026-02-06"), source: name,
          url: addresses[i % addresses.count], sha256: name,
          nearCopyOf: i > 0 ? graph.documents[0].id : nil))
      func quote(_ text: String, at start: Int) -> Evidence {
        Evidence(
          document: "\(i) \(name)", start: start, end: start + text.utf8.count, text: text,
          rule: name)
      }
      let sentence = quote("They met \(name) there.", at: 0)
      for side in ["a", "b"] {
        var node = Node(
          id: "person.\(side)\(i)", kind: Kind(i % 2 == 0 ? "person" : "x-\(i)"), name: name)
        node.aliases = [name + side, "alias \(name)"]
        node.country = "country.x\(i % 3)"
        node.formerly = ["old.\(i)"]
        node.mentions = [quote(name, at: 9), quote(name, at: 900)]
        graph.nodes.append(node)
        graph.edges.append(
          Edge(
            type: EdgeType(i % 5 == 0 ? "x-type" : "participant"), source: node.id,
            target: "meeting.\(i)", role: name, origin: Origin.allCases[i % 4], confidence: 0.5,
            evidence: [sentence]))
      }
      var meeting = Node(id: "meeting.\(i)", kind: .meeting, name: name)
      var detail = EventDetail(status: Status.allCases[i % 5])
      detail.noun = name
      detail.act = name
      detail.place = "person.a\(i)"
      detail.within = i > 0 ? "meeting.0" : nil
      detail.date = i % 2 == 0 ? PartialDate("2026-02") : nil
      detail.evidence = [sentence]
      detail.reports = [0, i].map { k in
        var report = Report(document: graph.documents[k].id, status: .planned)
        (report.noun, report.act, report.place) = (name, name, "person.b\(i)")
        return report
      }
      meeting.event = detail
      graph.nodes.append(meeting)
      graph.judgements.append(
        Judgement(a: "\"\(name)\"", b: "person.a\(i)", verdict: .same, score: 0.5, reasons: [name]))
    }
    return graph
  }
}

/// A graph of 500 nodes and 1,400 statements with a sentence each.
private enum LargeReport {
  static func graph() -> Graph {
    var graph = Graph()
    for d in 0..<60 {
      graph.documents.append(
        DocumentRecord(
          id: "\(d).txt", title: "Article number \(d)", date: PartialDate("2031-05-04"),
          source: "Outlet \(d % 7)", url: "https://example.org/\(d)", sha256: ""))
    }
    let kinds = ["person", "party", "ministry", "province", "organization"]
    for i in 0..<300 {
      let kind = kinds[i % 5]
      var node = Node(id: "\(kind).e\(i)", kind: Kind(kind), name: "Đệ \(kind) number \(i)")
      node.aliases = ["De \(i)", "Number \(i)"]
      node.country = "country.c\(i % 12)"
      node.mentions = (0..<12).map { k in
        let text = node.name
        return Evidence(
          document: "\((i + k) % 60).txt", start: i * 1000 + k, end: i * 1000 + k + text.utf8.count,
          text: text)
      }
      graph.nodes.append(node)
    }
    for i in 0..<200 {
      let kind: Kind = i % 3 == 0 ? .agreement : i % 3 == 1 ? .meeting : .visit
      var node = Node(id: "\(kind.rawValue).v\(i)", kind: kind, name: "Event number \(i)")
      var detail = EventDetail(status: kind == .agreement ? .signed : .held)
      detail.date = i % 6 == 0 ? nil : PartialDate(year: 2031, month: i % 12 + 1, day: i % 28 + 1)
      detail.noun = "thing"
      let text = String(repeating: "It was said that they came together in those days. ", count: 5)
      detail.evidence = (0..<3).map { k in
        Evidence(
          document: "\((i + k) % 60).txt", start: 400_000 + i * 1000,
          end: 400_000 + i * 1000 + text.utf8.count, text: text, rule: "met")
      }
      detail.reports = (0..<3).map { Report(document: "\((i + $0) % 60).txt", status: .held) }
      node.event = detail
      graph.nodes.append(node)
      for k in 0..<7 {
        let entity = (i * 3 + k * 11) % 300
        graph.edges.append(
          Edge(
            type: kind == .visit ? .visitor : kind == .meeting ? .participant : .partyTo,
            source: "\(kinds[entity % 5]).e\(entity)", target: node.id, origin: .text,
            confidence: 0.8, evidence: detail.evidence))
      }
    }
    return graph
  }
}
