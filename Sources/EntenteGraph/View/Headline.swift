import EntenteModel

/// The title, the counts under it and the note at the foot: everything said about the picture as a
/// whole.
struct Headline {
  let index: GraphIndex
  let options: DiagramOptions
  let captions: Captions

  /// `Tô Lâm’s state visit to Cambodia, 6 February 2026`, where one visit holds most of what is
  /// drawn; else `Việt Nam – Cambodia: meetings and agreements, 2–8 Feb 2026`.
  func title(of diagram: Diagram) -> String {
    guard !diagram.events.isEmpty else { return "No meetings, visits or agreements found" }
    if diagram.view == .banks || diagram.view == .timeline, let visit = dominantVisit(diagram) {
      return visit
    }
    let dates = diagram.events.flatMap(\.members).compactMap { index.node($0)?.event?.date }
    let ends = diagram.events.flatMap(\.members).compactMap { index.node($0)?.event?.end }
    let when = dates.min().map { first in
      ", " + DateText.range(first, max(dates.max() ?? first, ends.max() ?? first), style: .long)
    }
    return subject(of: diagram) + (when ?? "")
  }

  /// One event is named; of several, the countries and what is drawn between them.
  private func subject(of diagram: Diagram) -> String {
    if diagram.events.count == 1, diagram.view != .overview { return diagram.events[0].title }
    let kinds = [(Kind.visit, "visits"), (.meeting, "meetings"), (.agreement, "agreements")]
      .filter { kind in
        diagram.events.flatMap(\.members).contains { index.node($0)?.kind == kind.0 }
      }.map(\.1)
    if let focus = diagram.focus { return "\(focus.name): \(Headline.list(kinds))" }
    let countries = diagram.banks.filter { $0.id != "bank.others" }.map(\.title)
    switch countries.count {
    case 0: return Captions.capitalized(Headline.list(kinds))
    case 1...3: return countries.joined(separator: " – ") + ": " + Headline.list(kinds)
    default:
      let more = "\(countries.count - 2) more countries"
      return Headline.list(countries.prefix(2) + [more]) + ": " + Headline.list(kinds)
    }
  }

  private func dominantVisit(_ diagram: Diagram) -> String? {
    let frames = diagram.frames.sorted { ($1.events.count, $0.id) < ($0.events.count, $1.id) }
    var id = frames.first.flatMap { $0.events.count * 2 > diagram.events.count ? $0.id : nil }
    if id == nil {
      // Without a frame: the visit that more than half of the articles, three at least, tell of.
      let told = diagram.events.filter { $0.kind == .visit && !$0.isAnnounced }
        .map { (id: $0.id, articles: index.articles(of: $0.members[0])) }
        .filter { $0.articles * 2 > index.documents.count && $0.articles > 2 }
      let most = told.map(\.articles).max()
      let first = told.filter { $0.articles == most }
      if first.count == 1 { id = first[0].id }
    }
    if id == nil, diagram.events.count == 1, diagram.events[0].kind == .visit {
      id = diagram.events[0].id
    }
    guard let id, let node = index.node(id), let event = node.event else { return nil }
    let visitors = index.edges(to: id).filter { $0.type == .visitor }
      .sorted {
        (Ranking.rank(of: $0.source, in: index), $0.source) < (
          Ranking.rank(of: $1.source, in: index), $1.source
        )
      }
    guard let first = visitors.first.flatMap({ index.node($0.source) }) else { return nil }
    var title = captions.title(of: node, sides: [], visitors: [])
    title = title.prefix(1).lowercased() + title.dropFirst()
    title = "\(first.name)’s \(title)"
    return event.date.map { title + ", " + DateText.range($0, event.end, style: .long) } ?? title
  }

  /// `11 people · 3 parties · … · 12 agreements; announced only: 1 meeting`. Everything counted is
  /// drawn.
  func counts(of diagram: Diagram) -> String {
    guard !diagram.events.isEmpty else {
      return "No sentence of these articles reports one and names who took part."
    }
    var told: [String] = []
    let cards = diagram.banks.flatMap(\.cards) + [diagram.focus].compactMap(\.self)
    func add(_ number: Int, _ noun: String, plural: String? = nil) {
      guard number > 0 else { return }
      told.append("\(number) \(number == 1 ? noun : plural ?? Captions.plural(noun))")
    }
    func isOrgan(_ id: String) -> Bool {
      index.owners(of: id).contains { index.node($0)?.kind != .country }
    }
    func number(_ kind: Kind, organs: Bool? = nil) -> Int {
      cards.reduce(0) { total, card in
        let isFold = card.id.hasPrefix("fold.")
        return total
          + (isFold ? card.members : Array(card.members.prefix(1))).filter { id in
            // An organ drawn as its party is none of its own.
            index.node(id)?.kind == kind && organs.map { $0 == isOrgan(id) } ?? true
              && !(isFold && index.party(ofOrgan: id).map(card.members.contains) ?? false)
          }.count
      }
    }
    add(
      diagram.banks.filter { $0.isSide && $0.id != "bank.others" }.count + number(.country),
      "country")
    add(number(.person), "person", plural: "people")
    add(number(.party, organs: false), "party")
    add(number(.party, organs: true), "party body")
    add(number(.ministry), "ministry")
    add(number(.organization), "other body")
    add(number(.province), "province")
    add(number(.place), "place")
    let all = diagram.events.flatMap(\.members).compactMap(index.node)
    let reported = all.filter { $0.event?.status.happened ?? false }
    add(reported.filter { $0.kind == .meeting }.count, "meeting")
    add(reported.filter { $0.kind == .visit }.count, "visit")
    add(reported.filter { $0.kind == .agreement }.count, "agreement")
    var text = told.joined(separator: " · ")
    let announced = all.count - reported.count
    if announced > 0 { text += (text.isEmpty ? "" : "; ") + "\(announced) more announced only" }
    let twins = diagram.lines.filter { $0.meaning == .mayBeSame }.count
    if twins > 0 {
      text += "; \(twins) of these may be \(twins == 1 ? "a duplicate" : "duplicates")"
    }
    return text
  }

  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
