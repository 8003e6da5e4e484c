import EntenteModel

/// What stands on a card and on an event.
struct Captions {
  let index: GraphIndex

  /// An entity's name on its country's bank: without the country, with the abbreviation of a party.
  func name(of node: Node) -> String {
    let name = withoutCountry(node)
    guard node.kind == .party, let short = index.abbreviation(of: node.id),
      !name.split(whereSeparator: { !$0.isLetter }).contains(Substring(short))
    else { return name }
    return "\(name) (\(short))"
  }

  /// The offices of a person, the highest first, two at most; in one paragraph each for another
  /// body.
  func offices(of person: String) -> [String] {
    let all = index.edges(from: person).filter {
      ($0.type == .leads || $0.type == .memberOf) && $0.role?.isEmpty == false
    }
    // What only a pack knows is printed where no article names an office.
    let told = all.filter { $0.origin != .background }
    let posts = told.isEmpty ? all : told
    let ranked = posts.map { edge in
      (
        edge: edge, rank: Ranking.rank(of: edge, in: index),
        isOrgan: index.party(ofOrgan: edge.target) != nil
      )
    }.sorted { a, b in
      (a.rank, a.isOrgan ? 1 : 0, a.edge.type == .leads ? 0 : 1, a.edge.id)
        < (b.rank, b.isOrgan ? 1 : 0, b.edge.type == .leads ? 0 : 1, b.edge.id)
    }
    var lines: [(body: String, text: String)] = []
    for post in ranked where lines.count < 2 {
      let body = index.party(ofOrgan: post.edge.target) ?? post.edge.target
      // The head of a party heads its organs too; that says nothing new.
      guard !lines.contains(where: { $0.body == body }) else { continue }
      lines.append((body, office(post.edge, of: body)))
    }
    return lines.map(\.text)
  }

  private func office(_ edge: Edge, of body: String) -> String {
    let role = Captions.capitalized(edge.role ?? "")
    guard let node = index.node(body), node.kind != .country else { return role }
    let name = index.abbreviation(of: body) ?? withoutCountry(node)
    // "National Assembly Chairman" says it already.
    if Folding.fold(role).contains(Folding.fold(name)) { return role }
    return "\(role), \(name)"
  }

  private func withoutCountry(_ node: Node) -> String {
    guard node.kind != .country, let id = index.country(of: node.id), let country = index.node(id)
    else { return node.name }
    for form in ([country.name] + country.aliases.sorted()) {
      for ending in [" of \(form)", " of the \(form)", " (\(form))"]
      where node.name.hasSuffix(ending) {
        let rest = String(node.name.dropLast(ending.count))
        // "Communist Party of Việt Nam" would be no name any more.
        if node.kind == .ministry || Captions.isGeneric(rest) { return rest }
      }
    }
    return withoutAdjective(node, of: country)
  }

  /// `Vietnamese National Assembly` → `National Assembly`: the first word shares its beginning with
  /// the country.
  private func withoutAdjective(_ node: Node, of country: Node) -> String {
    guard let space = node.name.firstIndex(of: " ") else { return node.name }
    let rest = String(node.name[node.name.index(after: space)...])
    guard (node.kind == .ministry && rest.hasPrefix("Ministry ")) || Captions.isGeneric(rest) else {
      return node.name
    }
    let word = Folding.fold(node.name[..<space])
    let isAdjective = ([country.name] + country.aliases).contains { form in
      let name = Folding.fold(form).filter { $0 != " " }
      return zip(word, name).prefix { $0 == $1 }.count >= min(4, name.count)
    }
    return isAdjective ? rest : node.name
  }

  /// True for names of state bodies that stand without their country on its bank.
  private static func isGeneric(_ name: String) -> Bool {
    let generic: Set<String> = [
      "national assembly", "senate", "parliament", "government", "supreme court",
      "royal government",
      "house of representatives", "congress", "state bank", "central bank", "presidency",
    ]
    return generic.contains(Folding.fold(name))
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return "" }
    return first.uppercased() + text.dropFirst()
  }

  /// A noun for several: `cooperation deal` → `cooperation deals`.
  static func plural(_ noun: String) -> String {
    if let range = noun.firstRange(of: " of ") {
      return plural(String(noun[..<range.lowerBound])) + noun[range.lowerBound...]
    }
    if noun.hasSuffix("s") { return noun.hasSuffix("ss") ? noun + "es" : noun }
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    return noun + (noun.hasSuffix("ch") || noun.hasSuffix("sh") || noun.hasSuffix("x") ? "es" : "s")
  }

  /// `1 visit`, `3 visits`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(number == 1 ? noun : plural(noun))"
  }
}
