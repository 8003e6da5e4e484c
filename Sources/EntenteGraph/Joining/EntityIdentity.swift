import EntenteModel

/// Gives joined entities their ids.
///
/// A pack's id stays. Else the key that its readers made, the one from the name shown before longer
/// ones. Where two things would bear one id, whoever a pack lists keeps it, else the one without a
/// country; the others add their country's code, and where that does not part them a digest of
/// their offices and name.
enum EntityIdentity {
  /// Ids and former ids, in the order of the drafts.
  static func ids(for drafts: [EntityDraft]) -> [(id: String, formerly: [String])] {
    let bases = drafts.map { Identifier.valid(base(of: $0)) }
    var bearers: [String: [Int]] = [:]
    for (d, id) in bases.enumerated() { bearers[id, default: []].append(d) }
    var ids = bases
    var taken = Set(bearers.filter { $0.value.count == 1 }.keys)
    for (base, clashing) in bearers.sorted(by: { $0.key < $1.key }) where clashing.count > 1 {
      let order = clashing.sorted { rank(drafts[$0]) < rank(drafts[$1]) }
      let mayStay = !drafts[order[0]].known.isEmpty || drafts[order[0]].country == nil
      for (i, d) in order.enumerated() where !(i == 0 && mayStay) {
        ids[d] = suffixed(base, drafts[d], taken: taken)
        taken.insert(ids[d])
      }
      if mayStay { taken.insert(base) }
    }
    return zip(ids, formerIDs(drafts, ids: ids)).map { ($0, $1) }
  }

  /// Other keys of a thing, unless another thing bears or bore them.
  private static func formerIDs(_ drafts: [EntityDraft], ids: [String]) -> [[String]] {
    let keys = zip(drafts, ids).map { draft, id in
      Set(draft.keys.keys.filter { $0 != id && Identifier.isValid($0) })
    }
    var uses: [String: Int] = [:]
    for id in ids { uses[id, default: 0] += 1 }
    for set in keys { for key in set { uses[key, default: 0] += 1 } }
    return zip(drafts, keys).map { draft, set in
      // A key shared with a namesake names neither.
      set.filter { uses[$0] == 1 && draft.keys.count > 1 }.sorted()
    }
  }

  private static func base(of draft: EntityDraft) -> String {
    if let known = draft.known.min() { return known }
    let made = "\(draft.kind.rawValue).\(Folding.slug(draft.name))"
    if draft.keys[made] != nil { return made }
    let ofKind = draft.keys.keys.filter { $0.hasPrefix(draft.kind.rawValue + ".") }
    let candidates = ofKind.isEmpty ? Array(draft.keys.keys) : ofKind
    return candidates.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? made
  }

  private static func rank(_ draft: EntityDraft) -> (Int, String, String) {
    (
      !draft.known.isEmpty ? 0 : draft.country == nil ? 1 : 2, draft.country ?? "",
      draft.distinction
    )
  }

  private static func suffixed(_ base: String, _ draft: EntityDraft, taken: Set<String>) -> String {
    var id = base
    if let country = draft.country {
      id += "-" + Identifier.withoutKind(country).replacing(".", with: "-")
      if !taken.contains(id) { return id }
    }
    id += "-" + ShortDigest.of(draft.distinction)
    var number = 2
    var free = id
    while taken.contains(free) {
      free = "\(id)-\(number)"
      number += 1
    }
    return free
  }
}
