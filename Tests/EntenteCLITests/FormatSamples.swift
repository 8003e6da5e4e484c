import Entente
import Foundation
import Testing

/// Graphs to write and read back: of the articles in seeds/, none at all, a day of each precision, and hostile names.
struct FormatSamples {
  let scratch: Scratch
  /// The JSON's and the export's path of each graph, one after the other.
  let pairs: [String]

  /// - Parameter ending: that of the export; the program or the library writes it.
  init(_ ending: String, hostile: Bool = true) throws {
    scratch = try Scratch()
    var graphs: [(String, Graph)] = [("empty", Graph()), ("dates", FormatSamples.dates)]
    if hostile {
      for (i, name) in FormatSamples.names.enumerated() {
        graphs.append(("hostile\(i)", Hostile.graph(name)))
      }
    }
    var pairs: [String] = []
    for (name, graph) in graphs {
      let json = scratch["\(name).json"]
      let path = scratch["\(name).\(ending)"]
      try Data(graph.json()).write(to: URL(filePath: json))
      try FormatSamples.write(graph, ending, to: path)
      pairs += [json, path]
    }
    let seeds = Programs.project.appending(path: "graphs/seeds.json").path(percentEncoded: false)
    let run = try entente(
      "graph", seeds, "-o", scratch["seeds.json"], "-o", scratch["seeds.\(ending)"])
    #expect(run.status == 0, "\(run.errors)")
    self.pairs = pairs + [scratch["seeds.json"], scratch["seeds.\(ending)"]]
  }

  static func write(_ graph: Graph, _ ending: String, to path: String) throws {
    let bytes: [UInt8]
    switch ending {
    case "graphml": bytes = graph.graphML()
    case "gexf": bytes = graph.gexf()
    case "mmd": bytes = graph.mermaid().bytes
    case "ftm.json": bytes = graph.followTheMoney()
    default:
      let stem = path.dropLast(4)
      try Data(graph.csv().nodes).write(to: URL(filePath: "\(stem).nodes.csv"))
      try Data(graph.csv().edges).write(to: URL(filePath: "\(stem).edges.csv"))
      return
    }
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// Those of other tests, and what is special to a format: formulas, codes and commands, empty names.
  static let names =
    Hostile.names + [
      "=HYPERLINK(\"http://x.invalid\",\"y\")", "x; =1+1", "x;-2", "'=1", "';'+1", ";;'@x",
      "@SUM(A1)",
      "+1", "-1", "  =1", "＝1", "\"=1\"", "\tx", "a\rb", "a\r\nb", "end", "class", "subgraph x",
      "%%{init: {\"theme\": \"dark\"}}%%", "style: #35;x;", "classDef:#1;", "1. first", "- item",
      "www.example.org", "https://example.org/a", "`code`", "$$x^2$$", "ﬂ°lt¶ß", "**bold** _it_",
      "#quot;", "click x call y", "x@{shape: circle}", "\u{202E}", " ", "''", "\"\"", "'a'",
      "Anna\u{2028}Berg", "a\u{1680}b", "e\u{301}\u{323}", "a, ;b", "ESQ., x", "<BR>", ",, ,",
      "null",
      "\u{85}x", "\u{E0041}", "\u{10FFFF}",
    ]

  /// Events with a day, a month, a year, several days, none, and with three sides; two of them may be one.
  static var dates: Graph {
    var graph = Graph(documents: [
      DocumentRecord(
        id: "a/ä.txt", title: "Berg meets Diallo", date: PartialDate("2031-05"), source: "Agency",
        url: "https://example.org/a?x=1&y=ü#part", sha256: String(repeating: "a", count: 64)),
      DocumentRecord(id: "b.txt", url: "http://example.org", sha256: "", nearCopyOf: "a/ä.txt"),
      DocumentRecord(id: "c.txt", url: "https://user@[::1]:x/", sha256: ""),
    ])
    func quote(_ text: String, _ document: String = "a/ä.txt") -> Evidence {
      Evidence(
        document: document, start: 7, end: 7 + text.utf8.count, text: text, rule: "met as x",
        speaker: text.utf8.count % 2 == 0
          ? Evidence.Speaker(id: nil, start: 1, end: 3, text: "a\nb")
          : Evidence.Speaker(id: "person.amina-yusuf", start: 1, end: 4, text: "she"))
    }
    for (id, kind, name) in [
      ("person.anna-berg", Kind.person, "Anna Berg"),
      ("person.omar-diallo", .person, "Omar Diallo"),
      ("person.amina-yusuf", .person, "Amina Yusuf"), ("country.ke", .country, "Kenya"),
      ("place.hall-", .place, "Hall; of the People"),
      ("end.of-pack", Kind("end"), "Something else"),
      ("party.x", .party, "X"), ("province.ke-1", .province, "West"),
    ] {
      var node = Node(id: id, kind: kind, name: name)
      node.aliases = [name, "The \(name)"]
      node.country = id == "country.ke" ? nil : "country.ke"
      node.formerly = id == "party.x" ? ["party.y"] : []
      node.mentions = [quote(name), quote(name, "c.txt")]
      graph.nodes.append(node)
    }
    let days: [(String, String?, String?, Status)] = [
      ("day", "2028-02-29", nil, .held), ("month", "2028-02", nil, .planned),
      ("year", "2027", nil, .proposed), ("long", "2027-12-30", "2028-01", .cancelled),
      ("none", nil, nil, .held), ("old", "0987-06-05", nil, .held),
    ]
    for (id, date, end, status) in days {
      var node = Node(id: "meeting.\(id)", kind: .meeting, name: "Talks “\(id)”")
      var event = EventDetail(status: status)
      event.date = date.flatMap { PartialDate($0) }
      event.end = end.flatMap { PartialDate($0) }
      event.noun = "talks"
      event.place = "place.hall-"
      event.within = id == "day" ? "meeting.long" : nil
      event.reports = [Report(document: "b.txt", status: status, date: event.date, noun: "talks")]
      event.evidence = [quote("They met.\nTwice."), quote("again", "b.txt")]
      node.event = event
      graph.nodes.append(node)
      for side in ["person.anna-berg", "person.omar-diallo", "person.amina-yusuf"] {
        graph.edges.append(
          Edge(
            type: .participant, source: side, target: node.id,
            role: side == "person.anna-berg" ? "co-chair" : nil, origin: .text, confidence: 0.9,
            evidence: event.evidence))
      }
    }
    for (type, source, target) in [
      (EdgeType.leads, "person.anna-berg", "party.x"), (.memberOf, "person.anna-berg", "party.x"),
      (.partOf, "place.hall-", "country.ke"), (.partOf, "province.ke-1", "country.ke"),
      (.host, "country.ke", "meeting.day"), (.participant, "place.hall-", "meeting.day"),
      (.mayBeSame, "meeting.day", "meeting.month"), (EdgeType("knows"), "end.of-pack", "party.x"),
    ] {
      graph.edges.append(
        Edge(type: type, source: source, target: target, origin: .background, confidence: 0.07))
    }
    graph.nodes.sort { $0.id < $1.id }
    graph.edges.sort { $0.id < $1.id }
    graph.judgements = [
      Judgement(a: "\"Berg\"", b: "person.anna-berg", verdict: .same, score: 0.5, reasons: ["one"])
    ]
    return graph
  }
}
