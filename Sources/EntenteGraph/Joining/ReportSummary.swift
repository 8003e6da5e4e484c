import EntenteModel

/// What an event says where its reports differ.
enum ReportSummary {
  /// Held or signed before planned before proposed; cancelled where the latest word, or all without
  /// one, says so.
  static func status(_ reports: [EventReport], _ records: [DocumentRecord]) -> Status {
    let happened = reports.map(\.status).filter(\.happened)
    let cancelled = zip(reports, records).filter { $0.0.status == .cancelled }
    if !cancelled.isEmpty {
      let last = zip(reports, records)
        .filter { $0.0.status != .cancelled }.compactMap { $0.1.date }.max()
      let calledOff = cancelled.compactMap { $0.1.date }.max()
      if happened.isEmpty, calledOff == nil || last == nil { return .cancelled }
      if let calledOff, let last, calledOff > last { return .cancelled }
      if let calledOff, let last, calledOff == last, happened.isEmpty { return .cancelled }
    }
    let order: [Status] = [.signed, .held, .planned, .proposed, .cancelled]
    let best = order.first { status in reports.contains { $0.status == status } } ?? .held
    return best == .signed && reports[0].kind != .agreement ? .held : best
  }

  /// The most precise date; among these the one most documents have, then the earliest document's.
  static func date(
    _ reports: [EventReport], _ records: [DocumentRecord]
  ) -> (date: PartialDate?, end: PartialDate?) {
    let dated = zip(reports, records).compactMap { report, record in
      report.date.map { (date: $0, end: report.end, record: record) }
    }
    guard let precision = dated.map(\.date.precision).max() else { return (nil, nil) }
    let precise = dated.filter { $0.date.precision == precision }
    var votes: [PartialDate: Int] = [:]
    for entry in precise { votes[entry.date, default: 0] += 1 }
    let most = votes.values.max() ?? 0
    let first = precise.filter { votes[$0.date] == most }.min { a, b in
      let days = (a.record.date?.dayNumber ?? .max, b.record.date?.dayNumber ?? .max)
      return days.0 != days.1 ? days.0 < days.1 : a.record.id < b.record.id
    }
    guard let first else { return (nil, nil) }
    let ends = dated.filter { $0.date == first.date }.compactMap(\.end)
    var endVotes: [PartialDate: Int] = [:]
    for end in ends { endVotes[end, default: 0] += 1 }
    let end = endVotes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return (first.date, end)
  }

  /// For a visit the place most reports name, then the larger; for the rest the most specific, then
  /// the commonest.
  static func place(_ reports: [EventReport], _ affiliations: Affiliations) -> Int? {
    var votes: [Int: Int] = [:]
    for report in reports { if let place = report.place { votes[place, default: 0] += 1 } }
    let isVisit = reports[0].kind == .visit
    return votes.max { a, b in
      let depth = (affiliations.areas(of: a.key).count, affiliations.areas(of: b.key).count)
      let left = isVisit ? (a.value, -depth.0, -a.key) : (depth.0, a.value, -a.key)
      let right = isVisit ? (b.value, -depth.1, -b.key) : (depth.1, b.value, -b.key)
      return left < right
    }?.key
  }

  /// The act of those that report it done, the most frequent; signed before exchanged, initialled,
  /// agreed.
  static func act(_ reports: [(status: Status, act: String?)]) -> String? {
    let done = reports.filter { $0.status.happened && $0.act != nil }
    let order = ["signed", "exchanged", "initialled", "agreed"]
    var votes: [String: Int] = [:]
    for report in done.isEmpty ? reports : done {
      if let act = report.act { votes[act, default: 0] += 1 }
    }
    return votes.max { a, b in
      let left = (a.value, -(order.firstIndex(of: a.key) ?? 9))
      let right = (b.value, -(order.firstIndex(of: b.key) ?? 9))
      return left != right ? left < right : a.key > b.key
    }?.key
  }

  /// The most frequent noun that says more than the kind, then the longest; plain ones only where
  /// there is no other.
  static func noun(_ nouns: [String]) -> String? {
    var votes: [String: Int] = [:]
    for noun in nouns where !noun.isEmpty { votes[noun, default: 0] += 1 }
    return Statement.commonest(votes.filter { !Nouns.isPlain($0.key) })
      ?? Statement.commonest(votes)
  }
}
