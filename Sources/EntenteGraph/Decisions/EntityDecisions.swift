import EntenteModel

/// Applies the user's decisions to names, before anything but equal keys was joined.
struct EntityDecisions {
  var matching: EntityMatching
  let decisions: Decisions
  var judgements: [Pending] = []
  var diagnostics: [Diagnostic] = []
  /// Names that stand for no entity; they may stand for an event.
  private(set) var unresolved: Set<String> = []
  private var byID: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byForm: [String: [Int]] = [:]

  /// A judgement on groups whose ids are not yet known.
  struct Pending {
    var a: Int
    var b: Int
    /// The words of the decision, where `a` and `b` became one.
    var names: (String, String)
    var verdict: Judgement.Verdict
    var reasons: [String]

    func judgement(ids: [Int: String], _ clusters: EntityClusters) -> Judgement {
      let (x, y) = (ids[clusters.root(a)] ?? names.0, ids[clusters.root(b)] ?? names.1)
      if x == y {
        let name = names.0 == y ? names.1 : names.0
        return Judgement(a: "\"\(name)\"", b: y, verdict: verdict, score: 1, reasons: reasons)
      }
      return Judgement(a: min(x, y), b: max(x, y), verdict: verdict, score: 1, reasons: reasons)
    }
  }

  init(matching: EntityMatching, decisions: Decisions) {
    self.matching = matching
    self.decisions = decisions
    for (g, group) in matching.clusters.groups.enumerated() {
      byID[group.key, default: []].append(g)
      if let country = group.country {
        // The id that a namesake of that country gets.
        let code = Identifier.withoutKind(country).replacing(".", with: "-")
        byID["\(group.key)-\(code)", default: []].append(g)
      }
      for name in group.names { byName[name, default: []].append(g) }
      for form in group.forms { byForm[form, default: []].append(g) }
    }
  }

  mutating func apply() {
    for list in decisions.different {
      var groups: [Named] = []
      for name in list { groups.append((name, resolve(name))) }
      for (i, a) in groups.enumerated() {
        for b in groups[(i + 1)...] { part(a, b) }
      }
    }
    for list in decisions.same {
      var groups: [Named] = []
      for name in list { groups.append((name, resolve(name))) }
      guard let first = groups.first(where: { !$0.groups.isEmpty }) else { continue }
      for other in groups where other.name != first.name { unite(first, other) }
    }
  }

  /// Groups of that id, else of that full name, else with that alias.
  private mutating func resolve(_ name: String) -> [Int] {
    let key = NameForm.key(name)
    let found = distinct(byID[name] ?? byName[key] ?? byForm[key] ?? [])
    if found.isEmpty { unresolved.insert(name) }
    return found
  }

  private func distinct(_ groups: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return groups.filter { seen.insert(matching.clusters.root($0)).inserted }
  }

  private typealias Named = (name: String, groups: [Int])

  private mutating func part(_ a: Named, _ b: Named) {
    for x in a.groups {
      for y in b.groups {
        guard matching.clusters.root(x) != matching.clusters.root(y) else {
          diagnostics.append(
            Diagnostic(
              .warning, code: "decisions.one-name",
              "“\(a.name)” and “\(b.name)” are one name in every document and can't be kept apart.",
              hint: "Name them by two forms or ids that stand for different things."))
          continue
        }
        matching.clusters.part(x, y)
        judgements.append(
          Pending(
            a: x, b: y, names: (a.name, b.name), verdict: .different, reasons: [Decisions.reason]))
      }
    }
  }

  private mutating func unite(_ a: Named, _ b: Named) {
    for x in a.groups {
      for y in b.groups {
        guard matching.clusters.root(x) != matching.clusters.root(y) else {
          // One already: the user agrees.
          judgements.append(
            Pending(
              a: x, b: y, names: (b.name, a.name), verdict: .same, reasons: [Decisions.reason]))
          continue
        }
        if matching.clusters.conflict(x, y) == Decisions.reason {
          diagnostics.append(
            Diagnostic(
              .warning, code: "decisions.contradiction",
              "“\(a.name)” and “\(b.name)” are decided to be same and different; they stay apart.",
              hint: "Remove one of the two decisions."))
          continue
        }
        for g in matching.clusters.fact(x).groups + matching.clusters.fact(y).groups {
          matching.joined[g] = (1, [Decisions.reason])
        }
        matching.clusters.unite(x, y)
        judgements.append(
          Pending(
            a: x, b: y, names: (b.name, a.name), verdict: .same, reasons: [Decisions.reason]))
      }
    }
  }
}
