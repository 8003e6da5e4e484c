import EntenteModel

/// Which organs are drawn as their party.
///
/// "The Politburo met the Standing Board, the meeting co-chaired by the two party leaders" is told
/// of two parties. So an organ is drawn as its party, with its own name on the second line, if in
/// every event where it is a side there also is a side that is the party itself, another organ of
/// the party, or someone who leads or serves in either. An organ that acts alone keeps its own
/// card.
enum Organs {
  /// Party by organ, for the organs that are folded.
  static func folded(in index: GraphIndex) -> [String: String] {
    var result: [String: String] = [:]
    for node in index.nodes where node.kind == .party {
      guard let party = index.party(ofOrgan: node.id) else { continue }
      let events = index.edges(from: node.id).filter { $0.type.isSide }.map(\.target)
      guard !events.isEmpty else { continue }
      let alwaysInCompany = events.allSatisfy { event in
        index.sides(of: event).contains { $0 != node.id && belongs($0, to: party, index) }
      }
      if alwaysInCompany { result[node.id] = party }
    }
    return result
  }

  private static func belongs(_ id: String, to party: String, _ index: GraphIndex) -> Bool {
    if id == party || index.party(ofOrgan: id) == party { return true }
    return index.edges(from: id).contains { edge in
      (edge.type == .leads || edge.type == .memberOf)
        && (edge.target == party || index.party(ofOrgan: edge.target) == party)
    }
  }

  /// An organ's name without its party's: `Standing Board of the CPP Central Committee` → `Standing
  /// Board`.
  static func shortName(of organ: String, party: String, in index: GraphIndex) -> String {
    guard let node = index.node(organ), let owner = index.node(party) else { return "" }
    var name = node.name
    let names =
      [owner.name, index.abbreviation(of: party)].compactMap(\.self) + owner.aliases.sorted()
    if let range = name.firstRange(of: " of the "), range.lowerBound > name.startIndex {
      let tail = name[range.upperBound...]
      if names.contains(where: { tail.hasPrefix($0) }) { return String(name[..<range.lowerBound]) }
    }
    for prefix in names.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      for ending in [" ", "’s ", "'s "] where name.hasPrefix(prefix + ending) {
        name.removeFirst((prefix + ending).count)
        return name.hasPrefix("Central Committee’s ") ? String(name.dropFirst(20)) : name
      }
    }
    return name
  }
}
