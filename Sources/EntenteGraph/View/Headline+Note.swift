import EntenteModel

/// The note: the articles and who issued them, who is named without a part, and what is left out.
extension Headline {
  func note(of diagram: Diagram, leftOut: Crowding.LeftOut) -> [String] {
    var note: [String] = []
    if let sources = sources() { note.append(sources) }
    if diagram.view != .ego, diagram.view != .overview, let bystanders = bystanders(of: diagram) {
      note.append(bystanders)
    }
    if diagram.view != .overview, let witnesses = witnesses(of: diagram) { note.append(witnesses) }
    if leftOut.events > 0 {
      var text = "Not drawn for want of room: \(Captions.count(leftOut.events, "event"))"
      if leftOut.cards > 0 {
        text += " and \(leftOut.cards) who took part only in \(leftOut.events == 1 ? "it" : "them")"
      }
      note.append(text + "; the graph’s data has them.")
    }
    return note
  }

  /// `Drawn from 5 articles of 6–7 Feb 2026 (3 undated): VNA/VNS (4), VOV.VN (1). …`
  private func sources() -> String? {
    let documents = index.documents
    guard !documents.isEmpty else { return nil }
    var text = "Drawn from \(Captions.count(documents.count, "article"))"
    let dates = documents.compactMap(\.date)
    if let first = dates.min(), let last = dates.max() {
      text += ", dated \(DateText.range(first, last, style: .short))"
      let undated = documents.count - dates.count
      if undated > 0 { text += " (\(undated) without a date)" }
    }
    var count: [String: Int] = [:]
    for document in documents { count[document.source ?? "source not stated", default: 0] += 1 }
    let sources = count.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = sources.prefix(8).map { $0.value == 1 ? $0.key : "\($0.key) (\($0.value))" }
    text +=
      ": " + shown.joined(separator: ", ")
      + (sources.count > 8 ? " and \(sources.count - 8) more" : "") + "."
    for source in sources.prefix(2) where source.value > 1 && source.key != "source not stated" {
      text +=
        " The \(source.value) articles by \(source.key) share one agency"
        + " and do not confirm each other."
    }
    let copies = documents.filter { $0.nearCopyOf != nil }.count
    if copies > 0 {
      text += " \(Captions.count(copies, "article")) nearly word for word like another."
    }
    return text
  }

  /// Persons with an office who have no part in any event drawn: those quoted, mostly.
  private func bystanders(of diagram: Diagram) -> String? {
    let drawn = Set(diagram.banks.flatMap(\.cards).flatMap(\.members))
    let others = index.nodes.filter { node in
      node.kind == .person && !drawn.contains(node.id)
        && !index.edges(from: node.id).contains { $0.type.isSide }
    }
    guard !others.isEmpty else { return nil }
    let names = others.prefix(6).map { node in
      captions.offices(of: node.id).first.map { "\(node.name) (\($0))" } ?? node.name
    }
    let more = others.count > 6 ? " and \(others.count - 6) more" : ""
    return
      "Named or quoted, without a part in these events: \(names.joined(separator: "; "))\(more)."
  }

  /// Who looked on when something drawn was signed: they are no sides, so no lines are drawn for
  /// them.
  private func witnesses(of diagram: Diagram) -> String? {
    let edges = diagram.events.flatMap(\.members).flatMap(index.edges(to:)).filter {
      $0.type == .witness
    }
    let rank = Set(edges.map(\.source)).filter { index.node($0)?.kind == .person }
      .map { (Ranking.rank(of: $0, in: index), $0) }.sorted { $0 < $1 }.map { $0.1 }
    guard !rank.isEmpty else { return nil }
    let names = rank.prefix(8).compactMap { index.node($0)?.name }
    let more = rank.count > 8 ? ["\(rank.count - 8) more"] : []
    let what = Captions.count(Set(edges.map(\.target)).count, "event")
    return "Present at \(what) without being a side, not drawn: \(Headline.list(names + more))."
  }
}
