import EntenteModel

/// What an event's box says: what happened, when, and how many articles tell of it.
extension Captions {
  /// `Courtesy call on Norodom Monineath`, `CPV–CPP high-level meeting`, `State visit to Cambodia`.
  func title(of node: Node, sides: [String], visitors: Set<String>) -> String {
    let noun = noun(of: node)
    switch node.kind {
    case .visit:
      guard let place = node.event?.place.flatMap(index.node), !names(place.name, in: noun) else {
        return Captions.capitalized(noun)
      }
      return "\(Captions.capitalized(noun)) to \(article(for: place))\(place.name)"
    case .meeting: return meetingTitle(node, noun: noun, sides: sides, visitors: visitors)
    default: return Captions.capitalized(noun)
    }
  }

  private func noun(of node: Node) -> String {
    if let noun = node.event?.noun, !noun.isEmpty { return noun }
    return node.name.isEmpty ? node.kind.rawValue : node.name
  }

  private func meetingTitle(
    _ node: Node, noun: String, sides: [String], visitors: Set<String>
  ) -> String {
    let guests = sides.filter(visitors.contains)
    let others = sides.filter { !visitors.contains($0) }
    if guests.count == 1, others.count == 1, let other = index.node(others[0]) {
      return "\(Captions.capitalized(noun)) \(preposition(for: noun)) \(shortName(other))"
    }
    let parties = sides.filter { index.node($0)?.kind == .party }
    let bodies = parties.isEmpty ? sides.filter { index.node($0)?.kind != .person } : parties
    for pair in [sides, bodies] where pair.count == 2 {
      let names = pair.compactMap(index.node).map(shortName)
      guard names.count == 2, names.allSatisfy({ !self.names($0, in: noun) }) else { continue }
      return "\(names[0])–\(names[1]) \(noun)"
    }
    if parties.count >= 3 {
      return "\(Captions.capitalized(noun)) of \(Captions.number(parties.count)) parties"
    }
    return Captions.capitalized(noun)
  }

  /// What a title calls an entity.
  private func shortName(_ node: Node) -> String {
    if node.kind == .person { return node.name }
    return index.abbreviation(of: node.id) ?? name(of: node)
  }

  private func names(_ name: String, in noun: String) -> Bool {
    Folding.fold(noun).contains(Folding.fold(name))
  }

  private func article(for place: Node) -> String {
    guard place.kind == .organization || place.kind == .ministry else { return "" }
    return place.name.hasPrefix("The ") || place.name.hasPrefix("the ") ? "" : "the "
  }

  /// True where the event's name does not tell who came to whom: talks, but no courtesy call.
  func isMutual(_ node: Node) -> Bool { preposition(for: noun(of: node)) == "with" }

  private func preposition(for noun: String) -> String {
    let words = Set(noun.split(separator: " ").map(String.init))
    if !words.isDisjoint(with: ["call", "courtesy"]), !words.contains("phone") { return "on" }
    if !words.isDisjoint(with: ["reception", "welcome", "banquet", "dinner"]) { return "by" }
    return "with"
  }

  /// Small numbers in words.
  static func number(_ number: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(number) ? words[number] : String(number)
  }

  /// `exchanged 6 Feb 2026`, `during the visit · 2 articles`, `announced; not reported as held in
  /// these articles`.
  func detail(of node: Node, isInFrame: Bool, place isPlaceTold: Bool) -> [String] {
    guard let event = node.event else { return [] }
    var when = event.date.map { DateText.range($0, event.end, style: .short) }
    if when == nil { when = isInFrame ? "during the visit" : nil }
    let fact = node.kind == .agreement ? (event.act ?? "signed") : nil
    switch event.status {
    case .held, .signed:
      let count = index.articles(of: node.id)
      var words = [[fact, when].compactMap(\.self).joined(separator: " ")].filter { !$0.isEmpty }
      if when == nil { words.append("date not stated") }
      if !isInFrame, !isPlaceTold, node.kind == .meeting,
        let place = event.place.flatMap(index.node)
      {
        words.insert(place.name, at: 0)
      }
      if count > 1 { words.append(Captions.count(count, "article")) }
      return [words.joined(separator: " · ")]
    case .planned, .proposed, .cancelled:
      let said = [Status.planned: "announced", .proposed: "proposed", .cancelled: "called off"]
      let first = [said[event.status] ?? "", when.map { " for \($0)" } ?? ""].joined()
      guard event.status != .cancelled else { return [first] }
      let done = node.kind == .agreement ? "signed" : node.kind == .visit ? "made" : "held"
      let told = event.date == nil ? said[event.status] ?? "" : first
      return ["\(told); not reported as \(done) in these articles"]
    }
  }
}
