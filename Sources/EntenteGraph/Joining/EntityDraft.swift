import EntenteModel

/// One class of name groups, summed up: what its node will say but for the id.
struct EntityDraft {
  let root: Int
  let kind: Kind
  let name: String
  let aliases: [String]
  let country: String?
  let mentions: [Evidence]
  /// Each key with the number of entities that bear it.
  let keys: [String: Int]
  let known: Set<String>
  /// What tells it from another of the same name, where the country does not.
  let distinction: String
  /// Documents' names that are not the node's, with what joined them.
  private let differing: [(name: String, score: Double, reasons: [String])]

  init(root: Int, matching: EntityMatching, readings: [Reading]) {
    self.root = root
    let groups = matching.clusters.fact(root).groups.sorted().map { matching.clusters.groups[$0] }
    kind = EntityDraft.kind(of: groups)
    var votes: [String: Int] = [:]
    var keys: [String: Int] = [:]
    var countries: [String: Int] = [:]
    var forms: Set<String> = []
    var mentions: Set<Evidence> = []
    for group in groups {
      votes.merge(group.votes, uniquingKeysWith: +)
      keys[group.key, default: 0] += group.members.count
      if let former = group.formerKey { keys[former, default: 0] += 0 }
      if let country = group.country { countries[country, default: 0] += group.members.count }
      for (d, e) in group.members {
        let entity = readings[d].entities[e]
        forms.formUnion(entity.aliases.map { NameForm.shown($0) })
        mentions.formUnion(entity.mentions)
      }
    }
    self.keys = keys
    known = matching.clusters.fact(root).known
    country = countries.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    name = NameForm.elect(votes, kind: kind) ?? groups[0].key
    forms.remove("")
    aliases = forms.sorted()
    self.mentions = mentions.sorted()
    distinction =
      groups.flatMap { $0.services }.sorted().joined(separator: " ") + " "
      + (mentions.min().map { NameForm.key($0.text) } ?? "")
    differing = EntityDraft.differing(from: name, in: groups, root: root, matching: matching)
  }

  /// The node without mentions of events; `formerly` is filled in by who knows all ids.
  func node(id: String) -> Node {
    var node = Node(id: id, kind: kind, name: name)
    node.aliases = aliases
    node.country = kind == .country ? nil : country
    node.mentions = mentions
    return node
  }

  /// One for every document's name that is not the node's, however it is spelt.
  func judgements(id: String) -> [Judgement] {
    differing.map {
      Judgement(a: "\"\($0.name)\"", b: id, verdict: .same, score: $0.score, reasons: $0.reasons)
    }
  }

  /// A pack's kind, else the most frequent, else the more telling.
  private static func kind(of groups: [NameGroup]) -> Kind {
    var votes: [Kind: Int] = [:]
    for group in groups {
      votes[group.kind, default: 0] += group.isKnown ? 1_000_000 : group.members.count
    }
    let telling: [Kind] = [.organization, .place]
    return votes.max { a, b in
      (a.value, telling.contains(a.key) ? 0 : 1, b.key.rawValue)
        < (b.value, telling.contains(b.key) ? 0 : 1, a.key.rawValue)
    }?.key ?? .organization
  }

  private static func differing(
    from name: String, in groups: [NameGroup], root: Int, matching: EntityMatching
  ) -> [(name: String, score: Double, reasons: [String])] {
    let own = NameForm.key(name)
    var found: [String: (form: String, score: Double, reasons: [String])] = [:]
    for (g, group) in zip(matching.clusters.fact(root).groups.sorted(), groups) {
      // Countries' and places' other names are their aliases, not judgements.
      guard !(NameForm.isArea(group.kind) && matching.joined[g] == nil) else { continue }
      for form in group.votes.keys.sorted() where NameForm.key(form) != own {
        let key = NameForm.key(form)
        let why = matching.joined[g] ?? (0.99, ["one entry: \(group.key)"])
        // The strongest reason for a form speaks, whichever group brought it.
        if let other = found[key], other.score >= why.score { continue }
        found[key] = (found[key]?.form ?? form, why.score, why.reasons)
      }
    }
    return found.sorted { $0.key < $1.key }.map {
      ($0.value.form, $0.value.score, $0.value.reasons)
    }
  }
}
