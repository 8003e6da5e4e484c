import EntenteModel

/// Joins names across documents: one key, then equal names, then shared aliases, then short names
/// of persons.
struct EntityMatching {
  var clusters: EntityClusters
  /// Why a group was joined to its class: the score and the reasons, for groups that came by more
  /// than their key.
  var joined: [Int: (score: Double, reasons: [String])] = [:]
  /// Pairs of groups that were weighed and not joined.
  var apart: [(a: Int, b: Int, verdict: Judgement.Verdict, score: Double, reason: String)] = []

  init(_ clusters: EntityClusters) { self.clusters = clusters }

  /// Groups of one key: the readers meant one thing, unless the countries of persons or bodies
  /// contradict.
  mutating func joinKeys() {
    for bucket in buckets({ [$0.key] }) { joinAll(bucket, score: 0.99, reason: nil) }
  }

  /// Everything else; to be called after the user's decisions were applied.
  mutating func joinNames() {
    for bucket in buckets({ Array($0.names) }) {
      joinAll(bucket, score: 0.95, reason: "equal names")
    }
    let aliases = buckets { group in
      group.forms.filter { group.kind != .person || !NameForm.isOneWord($0) }
    }
    for bucket in aliases { joinUnique(bucket) }
    joinShortNames()
  }

  /// Groups that share a key made by `keys`, in the order of these keys; only where there are two
  /// or more.
  private func buckets(_ keys: (NameGroup) -> [String]) -> [[Int]] {
    var buckets: [String: [Int]] = [:]
    for (g, group) in clusters.groups.enumerated() {
      for key in keys(group) where !key.isEmpty { buckets[key, default: []].append(g) }
    }
    return buckets.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Joins what is compatible; what has no country goes to the only candidate, or to the one with a
  /// common office.
  ///
  /// Without a reason the join is one that the readers made by giving one key; it is no news unless
  /// an office decided.
  private mutating func joinAll(_ bucket: [Int], score: Double, reason: String?) {
    let reasons = reason.map { [$0] } ?? []
    let settled = bucket.filter {
      clusters.groups[$0].isKnown || clusters.groups[$0].country != nil
    }
    for (i, a) in settled.enumerated() {
      for b in settled[(i + 1)...] { join(a, b, score, reasons) }
    }
    let open = bucket.filter { !settled.contains($0) }
    var left: [Int] = []
    for g in open {
      var candidates: [Int] = []
      for other in settled where clusters.conflict(g, other) == nil {
        if !candidates.contains(where: { clusters.root($0) == clusters.root(other) }) {
          candidates.append(other)
        }
      }
      let serving = candidates.filter { !shared(g, $0).isEmpty }
      if serving.isEmpty, let other = candidates.first, isLedOpenly(g) {
        apart.append((g, other, .maybe, 0.5, "no country tells whether they are one ministry"))
        left.append(g)
      } else if candidates.count == 1 {
        join(
          g, candidates[0], score - 0.05,
          reasons.isEmpty ? [] : reasons + ["nothing speaks against it"])
      } else if serving.count == 1, let office = shared(g, serving[0]).first {
        let tie =
          clusters.groups[g].kind == .ministry ? "\(office) leads both" : "both serve \(office)"
        join(g, serving[0], score - 0.1, [reason ?? "one key", tie])
      } else {
        left.append(g)
      }
    }
    for (i, a) in left.enumerated() {
      for b in left[(i + 1)...] {
        if mayBeForeign(a, b) {
          apart.append((a, b, .maybe, 0.5, "no country tells whether they are one ministry"))
        } else {
          join(a, b, score - 0.05, reasons)
        }
      }
    }
    recordConflicts(bucket, reason ?? "equal names")
  }

  /// `Foreign Minister Diallo`, of no country told: the only ministry of that name may be another's.
  private func isLedOpenly(_ g: Int) -> Bool {
    let group = clusters.groups[g]
    return group.kind == .ministry && group.country == nil && !group.services.isEmpty
  }

  /// One of two classes is such a ministry, and nobody is said to lead both.
  private func isLedElsewhere(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (clusters.fact(a), clusters.fact(b))
    guard x.kinds == [.ministry], y.kinds == [.ministry], shared(a, b).isEmpty else { return false }
    return [x, y].contains { fact in
      fact.countries.isEmpty && fact.groups.contains { isLedOpenly($0) }
    }
  }

  /// Two articles' `Ministry of Health`, of no country told: each may mean its own. One that both say the same person
  /// leads is one.
  private func mayBeForeign(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (clusters.fact(a), clusters.fact(b))
    return x.kinds == [.ministry] && y.kinds == [.ministry] && x.countries.isEmpty
      && y.countries.isEmpty && x.documents.isDisjoint(with: y.documents) && shared(a, b).isEmpty
  }

  /// Joins the classes that share an alias, if all of them can be one; else none, and says so.
  private mutating func joinUnique(_ bucket: [Int]) {
    let roots = distinctRoots(bucket)
    guard roots.count > 1 else { return }
    for (i, a) in roots.enumerated() {
      for b in roots[(i + 1)...] where clusters.conflict(a, b) != nil {
        return
      }
    }
    for (i, a) in roots.enumerated() {
      for b in roots[(i + 1)...] where mayBeForeign(a, b) || isLedElsewhere(a, b) { return }
    }
    // A lone common noun ("Senate") proves nothing across borders unless a country backs it.
    let words = bucket.map { clusters.groups[$0] }
    let alias = words.dropFirst().reduce(words[0].forms) { $0.intersection($1.forms) }
    let abbreviations = words.reduce(into: Set<String>()) { $0.formUnion($1.abbreviations) }
    if alias.allSatisfy(NameForm.isOneWord), alias.isDisjoint(with: abbreviations) {
      let countries = roots.map { clusters.fact($0).countries }
      guard countries.allSatisfy({ !$0.isEmpty }) else { return }
    }
    let form = alias.sorted().max { $0.utf8.count < $1.utf8.count } ?? ""
    for other in roots.dropFirst() {
      join(roots[0], other, 0.9, ["both are called “\(spelling(of: form, in: bucket))”"])
    }
  }

  private func spelling(of key: String, in bucket: [Int]) -> String {
    bucket.compactMap { clusters.groups[$0].spellings[key] }.min() ?? key
  }

  /// A lone word that is part of one person's name, where office or country agree.
  private mutating func joinShortNames() {
    var byWord: [String: [Int]] = [:]
    var short: [Int] = []
    for root in clusters.roots where clusters.fact(root).kinds == [.person] {
      let names = clusters.fact(root).groups.flatMap { clusters.groups[$0].names }
      if names.allSatisfy(NameForm.isOneWord) {
        short.append(root)
      } else {
        for word in Set(names.flatMap { $0.split(separator: " ") }) {
          byWord[String(word), default: []].append(root)
        }
      }
    }
    for root in short {
      let names = Set(clusters.fact(root).groups.flatMap { clusters.groups[$0].names }).sorted()
      var candidates: [Int] = []
      for other in names.flatMap({ byWord[$0] ?? [] })
      where clusters.conflict(root, other) == nil && !candidates.contains(other) {
        candidates.append(other)
      }
      let backed = candidates.sorted().filter { backing(root, $0) != nil }
      if backed.count == 1, let reason = backing(root, backed[0]) {
        join(root, backed[0], 0.8, ["part of the only such name", reason])
      } else if !candidates.isEmpty {
        let reason =
          backed.count > 1 ? "several persons bear this name" : "no office or country in common"
        for other in (backed.isEmpty ? candidates.sorted() : backed).prefix(3) {
          apart.append((root, other, .maybe, 0.5, reason))
        }
      }
    }
  }

  private func backing(_ a: Int, _ b: Int) -> String? {
    let groups = (clusters.fact(a).groups, clusters.fact(b).groups)
    for x in groups.0.sorted() {
      for y in groups.1.sorted() {
        if let office = shared(x, y).first { return "both serve \(office)" }
      }
    }
    let common = clusters.fact(a).countries.intersection(clusters.fact(b).countries)
    return common.min().map { "both of \($0)" }
  }

  private func shared(_ a: Int, _ b: Int) -> [String] {
    clusters.groups[a].services.intersection(clusters.groups[b].services)
      .filter { !$0.utf8.contains(0x7C) }.sorted()
  }

  private func distinctRoots(_ bucket: [Int]) -> [Int] {
    Array(Set(bucket.map { clusters.root($0) })).sorted()
  }

  private mutating func join(_ a: Int, _ b: Int, _ score: Double, _ reasons: [String]) {
    guard clusters.root(a) != clusters.root(b), clusters.conflict(a, b) == nil else { return }
    for side in [a, b] where !reasons.isEmpty {
      for g in clusters.fact(side).groups where joined[g] == nil { joined[g] = (score, reasons) }
    }
    clusters.unite(a, b)
  }

  private mutating func recordConflicts(_ bucket: [Int], _ reason: String) {
    let roots = distinctRoots(bucket)
    guard roots.count > 1, roots.count <= 8 else { return }
    for (i, a) in roots.enumerated() {
      for b in roots[(i + 1)...] {
        guard let conflict = clusters.conflict(a, b), conflict != "different kinds",
          conflict != "two entries of the knowledge pack"
        else { continue }
        apart.append((a, b, .different, 0.9, "\(reason), but \(conflict)"))
      }
    }
  }
}
