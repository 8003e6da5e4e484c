public import EntenteModel

/// The graph as JSON, version 1 of the format `entente-graph`: the contract with every other tool.
public enum GraphJSON {
  /// The word under `format`.
  public static let format = "entente-graph"
  /// The number under `version`.
  public static let version = 1

  /// UTF-8 that is the same for the same graph, with a line break at the end.
  public static func encode(_ graph: Graph) -> [UInt8] {
    var w = JSONWriter()
    w.raw("{\n  \"format\": ")
    w.string(format)
    w.raw(",\n  \"version\": ")
    w.whole(version)
    w.raw(",\n  \"documents\": ")
    w.lines(graph.documents, level: 1) { $0.document($1) }
    w.raw(",\n  \"nodes\": ")
    w.lines(graph.nodes, level: 1) { $0.node($1) }
    w.raw(",\n  \"edges\": ")
    w.lines(graph.edges, level: 1) { $0.edge($1) }
    w.raw(",\n  \"judgements\": ")
    w.lines(graph.judgements, level: 1) { $0.judgement($1) }
    w.raw("\n}\n")
    return w.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func key(_ key: StaticString, level: Int) {
    line(level)
    raw("\"")
    raw(key)
    raw("\": ")
  }

  fileprivate mutating func next(_ key: StaticString, level: Int = 3) {
    raw(",")
    self.key(key, level: level)
  }

  fileprivate mutating func inline(_ key: StaticString, _ text: String?) {
    raw(", \"")
    raw(key)
    raw("\": ")
    string(text)
  }

  fileprivate mutating func document(_ document: DocumentRecord) {
    raw("{\"id\": ")
    string(document.id)
    inline("title", document.title)
    inline("date", document.date?.description)
    inline("source", document.source)
    inline("url", document.url)
    inline("sha256", document.sha256)
    if let original = document.nearCopyOf { inline("near-copy-of", original) }
    raw("}")
  }

  fileprivate mutating func node(_ node: Node) {
    raw("{")
    key("id", level: 3)
    string(node.id)
    next("kind")
    string(node.kind.rawValue)
    next("name")
    string(node.name)
    if node.origin == .user {
      next("origin")
      string(Origin.user.rawValue)
    }
    if let event = node.event {
      if !node.formerly.isEmpty {
        next("formerly")
        strings(node.formerly)
      }
      self.event(event)
    } else {
      next("aliases")
      strings(node.aliases)
      next("country")
      string(node.country)
      next("formerly")
      strings(node.formerly)
      next("mentions")
      lines(node.mentions, level: 3) { $0.evidence($1) }
    }
    line(2)
    raw("}")
  }

  private mutating func event(_ event: EventDetail) {
    next("date")
    string(event.date?.description)
    next("end")
    string(event.end?.description)
    next("status")
    string(event.status.rawValue)
    next("place")
    string(event.place)
    if let act = event.act {
      next("act")
      string(act)
    }
    if let noun = event.noun {
      next("noun")
      string(noun)
    }
    if let within = event.within {
      next("within")
      string(within)
    }
    next("reports")
    lines(event.reports, level: 3) { $0.report($1) }
    next("evidence")
    lines(event.evidence, level: 3) { $0.evidence($1) }
  }

  private mutating func report(_ report: Report) {
    raw("{\"document\": ")
    string(report.document)
    inline("status", report.status.rawValue)
    if let date = report.date { inline("date", date.description) }
    if let end = report.end { inline("end", end.description) }
    if let place = report.place { inline("place", place) }
    if let act = report.act { inline("act", act) }
    if let noun = report.noun { inline("noun", noun) }
    raw("}")
  }

  private mutating func evidence(_ evidence: Evidence) {
    raw("{\"document\": ")
    string(evidence.document)
    raw(", \"start\": ")
    whole(evidence.start)
    raw(", \"end\": ")
    whole(evidence.end)
    inline("text", evidence.text)
    if let rule = evidence.rule { inline("rule", rule) }
    if let speaker = evidence.speaker { self.speaker(speaker) }
    raw("}")
  }

  /// The member that tells who says what is quoted.
  mutating func speaker(_ speaker: Evidence.Speaker) {
    raw(", \"said-by\": {\"start\": ")
    whole(speaker.start)
    raw(", \"end\": ")
    whole(speaker.end)
    inline("text", speaker.text)
    if let id = speaker.id { inline("id", id) }
    raw("}")
  }

  fileprivate mutating func edge(_ edge: Edge) {
    raw("{")
    key("id", level: 3)
    string(edge.id)
    next("type")
    string(edge.type.rawValue)
    next("source")
    string(edge.source)
    next("target")
    string(edge.target)
    next("role")
    string(edge.role)
    next("origin")
    string(edge.origin.rawValue)
    next("confidence")
    hundredths(edge.confidence)
    next("evidence")
    lines(edge.evidence, level: 3) { $0.evidence($1) }
    line(2)
    raw("}")
  }

  fileprivate mutating func judgement(_ judgement: Judgement) {
    raw("{\"a\": ")
    string(judgement.a)
    inline("b", judgement.b)
    inline("verdict", judgement.verdict.rawValue)
    raw(", \"score\": ")
    hundredths(judgement.score)
    raw(", \"reasons\": ")
    strings(judgement.reasons)
    raw("}")
  }
}
