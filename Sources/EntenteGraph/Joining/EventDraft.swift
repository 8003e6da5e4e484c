import EntenteModel

/// One event as all its reports tell it, but for its id and name.
struct EventDraft {
  /// The reports' numbers, in the order of documents.
  let reports: [Int]
  let kind: Kind
  var detail: EventDetail
  /// The sides that remain when vaguer words gave way to more specific ones, by node number.
  private(set) var sides: [Int]
  /// Side edges and others: type and node number, with all that was said.
  private(set) var parts: [Part: Statement]
  /// The side first quoted comes first: the order of names in a caption.
  let quoted: [Int: (Int, String, Int)]

  /// A part that an entity plays.
  struct Part: Hashable {
    let type: EdgeType
    let node: Int
  }

  init(
    _ reports: [Int], all: [EventReport], set: SourceSet, entities: Entities,
    affiliations: Affiliations
  ) {
    self.reports = reports
    let told = reports.map { all[$0] }
    let events = told.map { set.readings[$0.document].events[$0.event] }
    kind = told[0].kind
    let widened = SideMerging(told, affiliations: affiliations).replacements
    sides = Set(told.flatMap(\.sides)).filter { widened[$0] == nil }.sorted()
    var parts: [Part: Statement] = [:]
    var quoted: [Int: (Int, String, Int)] = [:]
    for (report, event) in zip(told, events) {
      let record = set.readings[report.document].document
      for part in event.participants {
        guard let node = entities.node(report.document, part.entity) else { continue }
        let target = part.type.isSide ? widened[node] ?? node : node
        let evidence =
          target == node
          ? part.evidence : part.evidence.map { $0.told(as: entities.nodes[node].id) }
        parts[Part(type: part.type, node: target), default: Statement()].add(
          role: target == node ? part.role : nil, origin: part.origin, confidence: part.confidence,
          evidence: evidence, source: set.sources[report.document])
        if part.type.isSide, let first = part.evidence.min() {
          let mentions = set.readings[report.document].entities[part.entity].mentions
          let start = mentions.lazy.map(\.start).filter { $0 >= first.start && $0 < first.end }
            .min()
          let place = (record.date?.dayNumber ?? .max, record.id, start ?? first.start)
          if quoted[target].map({ place < $0 }) ?? true { quoted[target] = place }
        }
      }
    }
    self.parts = parts
    self.quoted = quoted
    detail = EventDraft.detail(told, events, set: set, entities: entities, affiliations)
  }

  /// Leaves out what an entity plays; without an edge a side is none.
  mutating func leaveOut(_ part: Part) {
    parts[part] = nil
    if part.type.isSide { sides.removeAll { $0 == part.node } }
  }

  private static func detail(
    _ told: [EventReport], _ events: [Reading.Event], set: SourceSet, entities: Entities,
    _ affiliations: Affiliations
  ) -> EventDetail {
    let records = told.map { set.readings[$0.document].document }
    var detail = EventDetail(status: ReportSummary.status(told, records))
    (detail.date, detail.end) = ReportSummary.date(told, records)
    detail.place = ReportSummary.place(told, affiliations).map { entities.nodes[$0].id }
    detail.act = ReportSummary.act(zip(told, events).map { ($0.status, $1.act) })
    detail.noun = ReportSummary.noun(told.map(\.noun))
    detail.evidence = Set(events.flatMap(\.evidence)).sorted()
    detail.reports = zip(told, zip(events, records)).map { report, source in
      Report(
        document: source.1.id, status: report.status, date: report.date, end: report.end,
        place: report.place.map { entities.nodes[$0].id }, act: source.0.act,
        noun: report.noun.isEmpty ? nil : report.noun)
    }
    return detail
  }
}

extension Evidence {
  /// This quotation for a side that the document itself calls by a vaguer name, whose id goes into
  /// the rule.
  func told(as id: String) -> Evidence {
    read(by: (rule.map { $0 + " " } ?? "") + "as \(id)")
  }

  /// The quotation as its document had it, with the id of the vaguer name; nil where nothing was
  /// replaced.
  var untold: (evidence: Evidence, id: String)? {
    guard let rule else { return nil }
    let words = rule.split(separator: " ")
    guard words.count >= 2, words[words.count - 2] == "as",
      Identifier.isValid(String(words[words.count - 1]))
    else { return nil }
    let rest = words.dropLast(2).joined(separator: " ")
    return (read(by: rest.isEmpty ? nil : rest), String(words[words.count - 1]))
  }
}
