import EntenteModel

/// Decides which sides of a meeting are vaguer words for others.
///
/// A body gives way to its organ, and a country to its party or ministry, where one report has the
/// one and another report, which calls the meeting by a noun that agrees, has the other; never
/// where one report has both. The vaguer side's quotations go to the more specific one and say so
/// in their rule. Persons are never replaced.
struct SideMerging {
  /// For a vaguer side the one that takes its place.
  let replacements: [Int: Int]

  init(_ reports: [EventReport], affiliations: Affiliations) {
    guard reports.count > 1, reports[0].kind == .meeting else {
      replacements = [:]
      return
    }
    var frequency: [Int: Int] = [:]
    for report in reports { for side in report.sides { frequency[side, default: 0] += 1 } }
    let all = frequency.keys.sorted()
    var direct: [Int: Int] = [:]
    for vague in all {
      let better = all.filter { specific in
        guard specific != vague,
          SideMerging.isVaguer(vague, than: specific, affiliations)
        else { return false }
        let with = reports.filter { $0.sides.contains(vague) }
        let better = reports.filter { $0.sides.contains(specific) }
        return !with.contains { $0.sides.contains(specific) }
          && with.allSatisfy { a in better.contains { Nouns.agree(a.noun, $0.noun) } }
      }
      direct[vague] = better.max { (frequency[$0] ?? 0, $1) < (frequency[$1] ?? 0, $0) }
    }
    var final: [Int: Int] = [:]
    for vague in direct.keys {
      var target = vague
      var steps = 0
      while let next = direct[target], steps < 8 { (target, steps) = (next, steps + 1) }
      final[vague] = target
    }
    replacements = final
  }

  private static func isVaguer(_ vague: Int, than specific: Int, _ affiliations: Affiliations)
    -> Bool
  {
    if affiliations.bodies(containing: specific).contains(vague) { return true }
    guard affiliations.kinds[vague] == .country, affiliations.country[specific] == vague else {
      return false
    }
    return affiliations.kinds[specific] == .party || affiliations.kinds[specific] == .ministry
  }
}
