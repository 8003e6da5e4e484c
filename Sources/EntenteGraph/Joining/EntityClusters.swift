import EntenteModel

/// Name groups on their way to becoming entities: a union-find whose classes remember what forbids
/// a join.
struct EntityClusters {
  let groups: [NameGroup]
  private var parent: [Int]
  private var facts: [Facts]

  /// What a class of groups holds that another may contradict.
  struct Facts {
    var groups: [Int]
    var kinds: Set<Kind>
    var countries: Set<String>
    /// Keys that a pack lists.
    var known: Set<String>
    /// Every key, known or made.
    var keys: Set<String>
    var documents: Set<Int>
    /// Groups that the user keeps apart from this class.
    var apart: Set<Int> = []
  }

  init(_ groups: [NameGroup]) {
    self.groups = groups
    parent = Array(groups.indices)
    facts = groups.enumerated().map { g, group in
      Facts(
        groups: [g], kinds: [group.kind], countries: group.country.map { [$0] } ?? [],
        known: group.isKnown ? [group.key] : [], keys: [group.key],
        documents: Set(group.members.map(\.document)))
    }
  }

  /// The class of a group, by its least group's number.
  func root(_ group: Int) -> Int {
    var g = group
    while parent[g] != g { g = parent[g] }
    return g
  }

  /// What is known of the class of a group.
  func fact(_ group: Int) -> Facts { facts[root(group)] }

  /// The classes, by their least groups.
  var roots: [Int] { parent.indices.filter { parent[$0] == $0 } }

  /// Why two classes can't be one, or nil.
  func conflict(_ a: Int, _ b: Int) -> String? {
    let (x, y) = (fact(a), fact(b))
    if !x.apart.isDisjoint(with: y.groups) || !y.apart.isDisjoint(with: x.groups) {
      return Decisions.reason
    }
    if !x.known.isEmpty, !y.known.isEmpty, x.known != y.known {
      return "two entries of the knowledge pack"
    }
    guard EntityClusters.areCompatible(x.kinds, y.kinds) else { return "different kinds" }
    if x.known.isEmpty || y.known.isEmpty || x.known.isDisjoint(with: y.known),
      !x.countries.isEmpty, !y.countries.isEmpty, x.countries.isDisjoint(with: y.countries)
    {
      let both = [x.countries.sorted(), y.countries.sorted()].map { $0.joined(separator: ", ") }
      return "different countries: " + both.sorted().joined(separator: " and ")
    }
    if x.kinds.contains(.person), x.keys.isDisjoint(with: y.keys),
      !x.documents.isDisjoint(with: y.documents)
    {
      return "kept apart in one document"
    }
    return nil
  }

  /// Makes two classes one, whatever speaks against it.
  mutating func unite(_ a: Int, _ b: Int) {
    let (x, y) = (min(root(a), root(b)), max(root(a), root(b)))
    guard x != y else { return }
    parent[y] = x
    facts[x].groups.append(contentsOf: facts[y].groups)
    facts[x].kinds.formUnion(facts[y].kinds)
    facts[x].countries.formUnion(facts[y].countries)
    facts[x].known.formUnion(facts[y].known)
    facts[x].keys.formUnion(facts[y].keys)
    facts[x].documents.formUnion(facts[y].documents)
    facts[x].apart.formUnion(facts[y].apart)
  }

  /// Keeps two classes apart for good.
  mutating func part(_ a: Int, _ b: Int) {
    facts[root(a)].apart.formUnion(facts[root(b)].groups)
    facts[root(b)].apart.formUnion(facts[root(a)].groups)
  }

  /// A person is only a person; a city may be a province, and news calls one body by several kinds.
  private static func areCompatible(_ a: Set<Kind>, _ b: Set<Kind>) -> Bool {
    a.allSatisfy { x in b.allSatisfy { y in x == y || isPair(x, y) || isPair(y, x) } }
  }

  private static func isPair(_ a: Kind, _ b: Kind) -> Bool {
    a == .place && (b == .province || b == .organization)
      || a == .organization && (b == .ministry || b == .party)
  }
}
