internal import EntenteKnowledge
internal import EntenteModel

/// Joins the mentions of one article into clusters: ordered sieves, the precise first (Lee et al. 2013).
struct Linker {
  var scanner: Scanner
  let date: PartialDate?
  var clusters: [Cluster] = []
  var judgements: [Judgement] = []
  /// Who was told to accompany whom.
  var companions: [Companion] = []
  /// Who was told to meet where.
  var gatherings: [Gathering] = []
  /// Mentions of legislatures and highest courts without their countries, to be linked when all others are.
  private var bareBodies: [Int] = []
  /// The capitals that stand before persons' full names, as titles do.
  var shortTitles: [Int: Set<UInt32>] = [:]
  /// The person clusters by the words of their names, so that a name meets only those that share one.
  private var byWord: [UInt32: [Int]] = [:]
  private var byKnown: [UInt32: Int] = [:]
  private var byName: [String: Int] = [:]

  var lexicon: Lexicon { scanner.lexicon }
  var knowledge: Knowledge { scanner.lexicon.knowledge }
  var text: Text { scanner.text }

  init(_ scanner: Scanner, date: PartialDate?) {
    self.scanner = scanner
    self.date = date
  }

  mutating func link() {
    knowMinistries()
    // Owners before what they own: mentions that own others come first by depth.
    for m in scanner.mentions.indices { linkBody(m, depth: 0) }
    linkBareBodies()
    linkPersons()
    linkRest()
    settleOffices()
    settleHome()
    settleCompanions()
    settleHosts()
  }

  func folded(_ m: Int) -> String {
    Folding.fold(text.string(scanner.mentions[m].start, scanner.mentions[m].end))
  }

  mutating func assign(_ m: Int, _ cluster: Int) {
    guard scanner.mentions[m].entity == nil else { return }
    scanner.mentions[m].entity = cluster
    clusters[cluster].mentions.append(m)
    clusters[cluster].certainty = max(clusters[cluster].certainty, scanner.mentions[m].certainty)
    for office in scanner.mentions[m].offices where !clusters[cluster].offices.contains(office) {
      clusters[cluster].offices.append(office)
    }
  }

  mutating func cluster(known: UInt32) -> Int {
    if let cluster = byKnown[known] { return cluster }
    let entity = knowledge.entity(known)
    var cluster = Cluster(kind: entity.kind, known: known)
    cluster.country = entity.kind == .country ? known : entity.country
    cluster.words = scanner.withoutArticles(Tokenizer.words(of: entity.name).map(scanner.hash))
    cluster.key = Folding.slug(entity.name)
    let number = add(cluster)
    byKnown[known] = number
    return number
  }

  /// Adds a cluster and files it under its name's words.
  mutating func add(_ cluster: Cluster) -> Int {
    clusters.append(cluster)
    if cluster.kind == .person { file(clusters.count - 1) }
    return clusters.count - 1
  }

  /// Files a person under the words that an article spells his full name with.
  mutating func spell(_ cluster: Int, _ words: [UInt32]) {
    for word in words where !clusters[cluster].words.contains(word) {
      guard clusters[cluster].spellings.insert(word).inserted else { continue }
      byWord[word, default: []].append(cluster)
    }
  }

  /// Files a person's cluster under the words that its name has now.
  mutating func file(_ cluster: Int) {
    for word in clusters[cluster].words where byWord[word]?.contains(cluster) != true {
      byWord[word, default: []].append(cluster)
    }
  }

  /// The person clusters that share a word with a name, in the order of their making.
  func persons(sharing words: [UInt32]) -> [Int] {
    var found: Set<Int> = []
    for word in words { found.formUnion(byWord[word] ?? []) }
    return found.sorted()
  }

  func existing(known: UInt32) -> Int? { byKnown[known] }

  // MARK: Bodies, countries, places

  private func isOneOfState(_ mention: Mention) -> Bool {
    mention.head.map { lexicon.info($0).isLegislature || lexicon.info($0).isSingle } ?? false
  }

  /// The one country that the article names, if it names no other.
  private var onlyCountry: UInt32? {
    guard text.countries.count == 1 else { return nil }
    let others = scanner.mentions.compactMap { mention in
      mention.adjective ?? mention.known.flatMap { knowledge.entity($0).country }
    }
    return text.countries.union(others).count == 1 ? text.countries.first : nil
  }

  /// `the National Assembly`, named without its country: the one of that name that the article tells of, else that of the
  /// one country named that has it, else that of the only country or the one the article is sent from. Of two articles,
  /// each may mean another.
  private mutating func linkBareBodies() {
    var known: [[UInt32]: Set<Int>] = [:]
    for m in bareBodies where scanner.mentions[m].entity == nil {
      let bare = scanner.mentions[m]
      let words = Array(text.hashes[bare.start..<bare.end])
      let told = known[words] ?? bodies(named: words)
      known[words] = told
      if let only = told.first {
        if told.count == 1 { assign(m, only) }
      } else if let listed = listedHere(bare) {
        assign(m, cluster(known: listed))
        noteOwner(m)
      } else if let country = onlyCountry ?? homeCountry, bare.end > bare.start + 1 {
        known[words] = [bareBody(m, of: country)]
      }
    }
  }

  /// The body of that name which one of the countries named has, and no other of them.
  private func listedHere(_ bare: Mention) -> UInt32? {
    let listed = Set(
      text.matches(at: bare.start).filter {
        $0.sense.role == .entity && Int($0.end) == bare.end
          && knowledge.entity($0.sense.target).country.map { text.countries.contains($0) } ?? false
      }.map(\.sense.target))
    return listed.count == 1 ? listed.first : nil
  }

  /// A body that only its country tells from others of its name.
  private mutating func bareBody(_ m: Int, of country: UInt32) -> Int {
    scanner.mentions[m].adjective = country
    var cluster = Cluster(kind: scanner.mentions[m].kind ?? .organization)
    cluster.country = country
    cluster.key = ownKey(m)
    cluster.words = (scanner.mentions[m].start..<scanner.mentions[m].end).map { text.hashes[$0] }
    clusters.append(cluster)
    assign(m, clusters.count - 1)
    return clusters.count - 1
  }

  /// The bodies told of in whose names these words stand in a row.
  private func bodies(named words: [UInt32]) -> Set<Int> {
    Set(
      scanner.mentions.compactMap { other -> Int? in
        guard other.kind == .organization, let entity = other.entity,
          other.end - other.start >= words.count
        else { return nil }
        let isNamed = (other.start...(other.end - words.count)).contains {
          text.hashes[$0..<$0 + words.count].elementsEqual(words)
        }
        return isNamed ? entity : nil
      })
  }

  private mutating func linkBody(_ m: Int, depth: Int) {
    let mention = scanner.mentions[m]
    guard mention.entity == nil, depth < 8 else { return }
    if let owner = mention.owner { linkBody(owner, depth: depth + 1) }
    if let target = mention.abbreviates {
      linkBody(target, depth: depth + 1)
      if let cluster = scanner.mentions[target].entity { assign(m, cluster) }
      return
    }
    if let known = mention.known {
      assign(m, cluster(known: known))
      // `Kamal Kharrazi`, whom the pack spells with one r, is `Dr Kharrazi` later.
      if mention.kind == .person, let cluster = scanner.mentions[m].entity {
        spell(cluster, nameWords(m))
      }
      noteOwner(m)
      return
    }
    guard mention.head != nil || !mention.fieldWords.isEmpty && mention.kind == .ministry else {
      return
    }
    linkHeaded(m)
  }

  /// A body or place made by its head noun: listed under its owner, or a thing of its own.
  private mutating func linkHeaded(_ m: Int) {
    let mention = scanner.mentions[m]
    let owner = owner(m)
    if let known = listed(m, owner: owner) ?? ministry(m, owner: owner) {
      assign(m, cluster(known: known))
      noteOwner(m)
      return
    }
    if mention.kind == .party, mention.isGeneric,
      mention.head.map({ !lexicon.info($0).isOrgan }) ?? false
    {
      if let party = rulingParty(of: owner.flatMap { clusters[$0].country } ?? mention.adjective) {
        assign(m, party)
      }
      return
    }
    if mention.isGeneric, owner == nil, mention.adjective == nil {
      if isOneOfState(mention) { bareBodies.append(m) }
      return
    }
    // `the People's Committee of Tây Ninh Province` is the province.
    if let owner, isGoverningBody(mention, owner) {
      assign(m, owner)
      return
    }
    let own = ownKey(m)
    let prefix = owner.map { "\($0)" } ?? mention.adjective.map { "c\($0)" } ?? ""
    if prefix.isEmpty, let told = sameHolder(m) {
      assign(m, told)
      return
    }
    let kind = kind(mention, owner: owner)
    let name = kind.rawValue + "|" + prefix + "|" + own
    let open = kind.rawValue + "||" + own
    // A ministry that only a minister's title names is another country's as long as no owner is told.
    let joinsAny =
      prefix.isEmpty && mention.fieldName == nil
      && (mention.head != nil || mention.kind != .ministry)
    if let cluster = byName[name]
      ?? (joinsAny
        ? byName["any|" + open]
        : prefix.isEmpty || mention.fieldName != nil ? nil : openMinistry(m, byName[open]))
    {
      assign(m, cluster)
      noteOwner(m)
      return
    }
    var cluster = Cluster(kind: kind)
    cluster.key = own
    cluster.words = (mention.start..<mention.end).map { text.hashes[$0] }
    clusters.append(cluster)
    byName[name] = clusters.count - 1
    if byName["any|" + open] == nil { byName["any|" + open] = clusters.count - 1 }
    assign(m, clusters.count - 1)
    noteOwner(m)
  }

  /// A body told before without its owner may be the one whose owner is told now, unless another heads it: two
  /// ministers of one field are of two countries.
  private func openMinistry(_ m: Int, _ cluster: Int?) -> Int? {
    guard let cluster, scanner.mentions[m].kind == .ministry else { return cluster }
    guard let own = holder(of: m) else { return isOfficeOnly(m) ? nil : cluster }
    let others = clusters[cluster].mentions.compactMap { holder(of: $0) }
    return others.allSatisfy { sharesWord($0, own) } ? cluster : nil
  }

  /// `the Chinese foreign minister`: whoever that is, the minister told before may be another country's.
  private func isOfficeOnly(_ m: Int) -> Bool {
    scanner.mentions[m].fieldName != nil && scanner.offices.contains { $0.body == m }
  }

  /// `Malawi's Minister of Defence, X … the Minister of Defence, X`: the ministry that the same person was told to head.
  private func sameHolder(_ m: Int) -> Int? {
    guard scanner.mentions[m].kind == .ministry, let own = holder(of: m) else { return nil }
    let key = ownKey(m)
    return scanner.mentions.indices.first { other in
      other != m && scanner.mentions[other].kind == .ministry
        && scanner.mentions[other].entity != nil && ownKey(other) == key
        && holder(of: other).map { sharesWord($0, own) } ?? false
    }.flatMap { scanner.mentions[$0].entity }
  }

  /// The person mentioned as holding the office that a body is named by.
  private func holder(of body: Int) -> Int? {
    scanner.offices.first { $0.body == body }?.holder
  }

  private func sharesWord(_ a: Int, _ b: Int) -> Bool {
    let words = { (m: Int) in
      Set(
        (self.scanner.mentions[m].start..<self.scanner.mentions[m].end).map { self.text.hashes[$0] }
      )
    }
    return !words(a).isDisjoint(with: words(b))
  }

  /// `the Vietnamese Party`: the one party of that country that the article names.
  func rulingParty(of country: UInt32?) -> Int? {
    guard let country else { return nil }
    let parties = clusters.indices.filter {
      clusters[$0].kind == .party && clusters[$0].country == country
        && clusters[$0].owner.map { clusters[$0].kind != .party } ?? true
        && clusters[$0].known.map {
          knowledge.entity($0).partOf == nil
            || knowledge.entity(knowledge.entity($0).partOf ?? 0).kind != .party
        } ?? true
    }
    return parties.count == 1 ? parties[0] : nil
  }

  private func kind(_ mention: Mention, owner: Int?) -> Kind {
    guard let kind = mention.kind else { return .organization }
    if let owner, clusters[owner].kind == .party, let head = mention.head,
      lexicon.info(head).isOrgan
    {
      return .party
    }
    return kind
  }

  private func isGoverningBody(_ mention: Mention, _ owner: Int) -> Bool {
    guard let head = mention.head, [.province, .place].contains(clusters[owner].kind) else {
      return false
    }
    let info = lexicon.info(head)
    guard clusters[owner].kind == .province else {
      // `the City of Francistown` is Francistown.
      return ["city", "town", "municipality"].contains(knowledge.term(head).text)
        && mention.own.count == 1
    }
    return info.kind == .province || info.governs && mention.fieldWords.isEmpty
  }

  /// The words of a body's name without its owner's: what tells it from others of that owner.
  private func ownKey(_ m: Int) -> String {
    var words = scanner.mentions[m].own.filter { text.tokens[$0].shape.contains(.word) }
    while let last = words.last, !text.classes[last].isDisjoint(with: Scanner.closed) {
      words.removeLast()
    }
    return Folding.slug(words.map { text.string($0, $0 + 1) }.joined(separator: " "))
  }

  /// The pack's entity of that name whose owner or country fits; without an owner in the text, none.
  private func listed(_ m: Int, owner: Int?) -> UInt32? {
    let mention = scanner.mentions[m]
    var candidates: [UInt32] = []
    var start = mention.own.lowerBound
    while start < mention.own.upperBound {
      for match in text.matches(at: start)
      where match.sense.role != .term && match.sense.role != .adjective {
        if Int(match.end) == mention.own.upperBound { candidates.append(match.sense.target) }
      }
      if !candidates.isEmpty { break }
      start += 1
      break
    }
    guard !candidates.isEmpty else { return nil }
    let ownerKnown = owner.flatMap { clusters[$0].known }
    let country = owner.flatMap { clusters[$0].country } ?? mention.adjective
    if let ownerKnown {
      if let direct = candidates.first(where: { isPart($0, of: ownerKnown) }) { return direct }
    }
    if let country,
      owner == nil || ownerKnown.map({ knowledge.entity($0).kind == .country }) == true
    {
      return candidates.first {
        let entity = knowledge.entity($0)
        return entity.country == country && (entity.kind != .party || entity.partOf == nil)
      }
    }
    return nil
  }

  /// The listed ministry of that country whose field is the one named.
  private func ministry(_ m: Int, owner: Int?) -> UInt32? {
    let mention = scanner.mentions[m]
    guard mention.kind == .ministry, !mention.fieldWords.isEmpty,
      // `the Florida Department of Agriculture` is the state's, not the country's.
      owner.map({ ![.province, .place].contains(clusters[$0].kind) }) ?? true,
      let country = owner.flatMap({ clusters[$0].country }) ?? mention.adjective
    else { return nil }
    let field = Set(
      mention.fieldWords.filter { $0 != scanner.hash("affairs") && $0 != scanner.hash("and") })
    let fitting = knowledge.ministries(of: country).map { ($0, words: fieldWords(of: $0)) }.filter {
      field.isSubset(of: $0.words) || $0.words.isSubset(of: field)
    }
    let exact = fitting.filter { $0.words == field }
    if fitting.isEmpty, let term = fieldTerm(mention.fieldName) {
      // `India's Foreign Minister` heads its Ministry of External Affairs.
      let same = knowledge.ministries(of: country).filter {
        fieldTerm(knowledge.entity($0).field) == term
      }
      return same.count == 1 ? same[0] : nil
    }
    return exact.count == 1 ? exact[0].0 : fitting.count == 1 ? fitting[0].0 : nil
  }

  /// The lexicon's entry of a field, one for all its names: foreign affairs, external relations.
  private func fieldTerm(_ field: String?) -> UInt32? {
    guard let field else { return nil }
    return knowledge.senses(ofPhrase: field).first {
      $0.role == .term && lexicon.info($0.target).termClass == .field
    }?.target
  }

  /// Hashes of the words that tell the field of a listed ministry from others.
  private func fieldWords(of ministry: UInt32) -> Set<UInt32> {
    let words = Tokenizer.words(of: knowledge.entity(ministry).field ?? "")
    return Set(words.filter { $0.utf8.count > 3 && $0 != "affairs" }.map(scanner.hash))
  }

  private func isPart(_ entity: UInt32, of owner: UInt32) -> Bool {
    var current: UInt32? = entity
    for _ in 0..<6 {
      guard let index = current else { return false }
      let next = knowledge.entity(index).partOf
      if next == owner { return true }
      // An organ of the party is also named as one of its central committee.
      if let next, let above = knowledge.entity(owner).partOf, next == above { return true }
      current = next
    }
    return false
  }

  /// Whose a body is: of whom is named with it, or of the province that an adjective names, `the Bavarian ministry`.
  private mutating func owner(_ m: Int) -> Int? {
    if let owner = scanner.mentions[m].owner { return scanner.mentions[owner].entity }
    guard let adjective = scanner.mentions[m].adjective,
      knowledge.entity(adjective).kind == .province
    else { return nil }
    return cluster(known: adjective)
  }

  private mutating func noteOwner(_ m: Int) {
    guard let cluster = scanner.mentions[m].entity else { return }
    let mention = scanner.mentions[m]
    if let entity = owner(m), entity != cluster, clusters[cluster].owner == nil,
      clusters[entity].owner != cluster
    {
      clusters[cluster].owner = entity
      clusters[cluster].ownerMention = m
      if clusters[cluster].country == nil { clusters[cluster].country = clusters[entity].country }
    }
    if clusters[cluster].country == nil, let adjective = mention.adjective {
      clusters[cluster].country = adjective
    }
  }

  /// Tries a body again whose country became known.
  mutating func relink(_ m: Int) { linkHeaded(m) }

  // MARK: What is left

  /// Unlisted names without a head: acronyms, and what prepositions show to be places.
  private mutating func linkRest() {
    // What the context decided first, so that the undecided of the same name follow it.
    let order = scanner.mentions.indices.sorted {
      let x = scanner.mentions[$0].kind == nil ? 1 : 0
      let y = scanner.mentions[$1].kind == nil ? 1 : 0
      return (x, $0) < (y, $1)
    }
    let acronyms = acronyms()
    for m in order where scanner.mentions[m].entity == nil {
      if let body = acronyms[initials(m)] {
        assign(m, body)
        continue
      }
      let mention = scanner.mentions[m]
      guard mention.head == nil, mention.kind != .person, !mention.isGeneric else { continue }
      let name = folded(m)
      if let cluster = byName["x|" + name] {
        assign(m, cluster)
        continue
      }
      guard let kind = mention.kind ?? placeKind(m), !mention.isWeak else { continue }
      clusters.append(Cluster(kind: kind))
      clusters[clusters.count - 1].key = Folding.slug(name)
      byName["x|" + name] = clusters.count - 1
      assign(m, clusters.count - 1)
      noteOwner(m)
    }
  }

  /// The letters of an acronym that stands alone, as small letters; empty for every other mention.
  private func initials(_ m: Int) -> String {
    let mention = scanner.mentions[m]
    guard mention.end == mention.start + 1, mention.head == nil, mention.known == nil,
      mention.kind != .person, text.tokens[mention.start].shape.contains(.allCapitals),
      // What the pack knows by these letters may be meant.
      !text.matches(at: mention.start).contains(where: {
        $0.sense.role == .abbreviation || $0.sense.role == .entity
      })
    else { return "" }
    return text.string(mention.start, mention.end).lowercased()
  }

  /// `Allama Iqbal Open University … AIOU`: the bodies by the initials of their names, where one only has them.
  private func acronyms() -> [String: Int] {
    var found: [String: Set<Int>] = [:]
    for mention in scanner.mentions where mention.head != nil && mention.own.count > 2 {
      guard let cluster = mention.entity, !mention.isGeneric,
        [.organization, .ministry, .party].contains(clusters[cluster].kind)
      else { continue }
      let letters = mention.own.filter { text.isCapital($0) }
        .compactMap { text.string($0, $0 + 1).lowercased().first }
      if letters.count > 2 { found[String(letters), default: []].insert(cluster) }
    }
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// `in X`, `at X`: a capitalised name behind a preposition of place, unless a person of that name is known.
  private func placeKind(_ m: Int) -> Kind? {
    let mention = scanner.mentions[m]
    let words = lexicon.words
    guard mention.start > 0, mention.end - mention.start <= 3 else { return nil }
    let before = text.words[mention.start - 1]
    return before == words.inWord || before == words.at ? .place : nil
  }
}
