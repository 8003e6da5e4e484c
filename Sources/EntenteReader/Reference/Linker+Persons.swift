internal import EntenteKnowledge
internal import EntenteModel

extension Linker {
  /// Joins names of persons: the fullest first, then what is contained in one name only.
  mutating func linkPersons() {
    let persons = scanner.mentions.indices.filter {
      scanner.mentions[$0].entity == nil && isPersonal($0)
    }
    let counted = persons.map { (mention: $0, words: nameWords($0).count) }
    let order = counted.sorted { ($1.words, $0.mention) < ($0.words, $1.mention) }
    for (m, words) in order where scanner.mentions[m].kind == .person && words > 1 { linkFull(m) }
    for (m, _) in order where scanner.mentions[m].entity == nil { linkShort(m) }
  }

  private func isPersonal(_ m: Int) -> Bool {
    let mention = scanner.mentions[m]
    return mention.kind == .person
      || mention.kind == nil && mention.head == nil
        && (mention.end - mention.start <= 2 || isTitled(m))
  }

  func nameWords(_ m: Int) -> [UInt32] {
    let mention = scanner.mentions[m]
    let words = (mention.start..<mention.end).filter {
      text.tokens[$0].shape.contains(.word) && !scanner.isSuffix($0)
    }.map { text.hashes[$0] }
    return scanner.withoutArticles(words)
  }

  private mutating func linkFull(_ m: Int) {
    let words = nameWords(m)
    let set = Set(words)
    let candidates = persons(sharing: words).filter { c in
      return Set(clusters[c].words) == set || isShortened(words, clusters[c].words)
    }
    if candidates.count == 1 {
      join(
        m, candidates[0], score: Set(clusters[candidates[0]].words) == set ? 1 : 0.9,
        "name contained in the fuller name")
      return
    }
    if let variant = spelledLike(m, words) {
      join(m, variant, score: 0.85, "one letter differs, and the office is the same")
      return
    }
    if let known = listedWithin(words) {
      join(m, cluster(known: known), score: 0.9, "a listed name within the fuller one")
      return
    }
    if let known = heldBy(m, words: words) {
      let cluster = cluster(known: known)
      join(m, cluster, score: 0.93, "holds the same office under the same family name")
      return
    }
    newPerson(m, words)
  }

  /// `Kishida Fumio` and `Fumio Kishida Sr.`; `Joseph R. Biden` and `Joseph Biden`: a subset of at least two words.
  private func isShortened(_ short: [UInt32], _ long: [UInt32]) -> Bool {
    let a = Set(short)
    let b = Set(long)
    return a.count >= 2 && b.count >= 2 && (a.isSubset(of: b) || b.isSubset(of: a))
  }

  /// `Mamnoon Husain` for `Mamnoon Hussain`: the same office, all words but one, and that one letter apart.
  private func spelledLike(_ m: Int, _ words: [UInt32]) -> Int? {
    let fitting = persons(sharing: words).filter { c in
      guard clusters[c].words.count == words.count,
        clusters[c].offices.contains(where: { o in
          scanner.mentions[m].offices.contains { sameOffice(o, $0) }
        })
      else { return false }
      let different = words.indices.filter { words[$0] != clusters[c].words[$0] }
      guard different.count == 1, let first = clusters[c].mentions.first else { return false }
      let a = Array(folded(m).utf8)
      let b = Array(folded(first).utf8)
      return a.count > 8 && abs(a.count - b.count) <= 1 && isOneEdit(a, b)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func isOneEdit(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let suffix = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return prefix + suffix >= max(a.count, b.count) - 1
  }

  /// The one listed person all of whose name's words, two at least, stand in the name.
  private func listedWithin(_ words: [UInt32]) -> UInt32? {
    guard words.count > 2 else { return nil }
    let all = Set(words)
    var found: Set<UInt32> = []
    for word in words {
      for person in knowledge.persons(called: word) {
        let own = Set(Tokenizer.words(of: knowledge.entity(person).name).map(scanner.hash))
        if own.count > 1, own.isSubset(of: all) { found.insert(person) }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// A listed person who shares a word of the name and held an office named with it on the article's date.
  private func heldBy(_ m: Int, words: [UInt32]) -> UInt32? {
    var found: Set<UInt32> = []
    for (place, word) in words.enumerated() {
      for person in knowledge.persons(called: word)
      where !(place == 0 && words.count > 1 && isFirstName(word, of: person))
        && sharesOffice(person, m)
      {
        found.insert(person)
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// `Omar Keita` is not `Omar Diallo`: of two full names the first word is not enough.
  private func isFirstName(_ word: UInt32, of person: UInt32) -> Bool {
    let own = Tokenizer.words(of: knowledge.entity(person).name)
    return own.count > 1 && own.first.map(scanner.hash) == word && !isFamilyFirst(own)
  }

  /// `Nguyễn Minh Vũ`, `Xi Jinping`: the family's name stands first.
  private func isFamilyFirst(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    return knowledge.term(first, .family) != nil && knowledge.term(first, .given) == nil
  }

  private func sharesOffice(_ person: UInt32, _ m: Int) -> Bool {
    let posts = knowledge.entity(person).posts
    for number in scanner.mentions[m].offices {
      let office = scanner.offices[number]
      let title = Folding.fold(knowledge.term(office.term).text)
      let country =
        office.body.flatMap { scanner.mentions[$0].entity }.flatMap { clusters[$0].country }
        ?? office.adjective
      for post in posts where Folding.fold(post.office) == title {
        guard office.isPast || post.isHeld(on: date) || date == nil else { continue }
        let body = knowledge.entity(post.body)
        // `Minister of National Economy` is not the minister of foreign affairs.
        if body.kind == .ministry, let told = office.body.flatMap({ scanner.mentions[$0].entity }),
          clusters[told].kind == .ministry, clusters[told].known != post.body
        {
          continue
        }
        let own = body.kind == .country ? post.body : body.country
        if let country { if country == own { return true } else { continue } }
        if let own, text.countries.contains(own) { return true }
        if date != nil, post.since != nil { return true }
      }
    }
    return false
  }

  /// `DG Berg`, `SMS Anna Berg`: capitals before a name, which may be a title cut to its initials.
  private func isTitled(_ m: Int) -> Bool {
    let mention = scanner.mentions[m]
    guard mention.kind == nil || mention.kind == .person, mention.end - mention.start > 1,
      mention.known == nil
    else { return false }
    let shapes = text.tokens[mention.start..<mention.end].map(\.shape)
    return shapes[0].contains(.allCapitals)
      && text.string(mention.start, mention.start + 1).utf8.count < 5
      && shapes.dropFirst().allSatisfy { $0.contains(.capital) && !$0.contains(.allCapitals) }
  }

  /// A person told of under the name behind such capitals is meant.
  private mutating func linkTitled(_ m: Int) {
    let words = Set(nameWords(m).dropFirst())
    let candidates = persons(sharing: Array(words)).filter {
      words.isSubset(of: Set(clusters[$0].words)) && clusters[$0].mentions.contains { $0 < m }
    }
    guard candidates.count == 1, isTitle(m, of: candidates[0]) else { return }
    scanner.mentions[m].start += 1
    scanner.mentions[m].own = scanner.mentions[m].start..<scanner.mentions[m].end
    join(m, candidates[0], score: 0.85, "a title's initials before his name")
  }

  /// The capitals are the first letters of an office that he was told to hold (`Senior Minister of State`, `SMS`), or
  /// stand before his full name.
  private mutating func isTitle(_ m: Int, of person: Int) -> Bool {
    let start = scanner.mentions[m].start
    if nameWords(m).count > 2 { shortTitles[person, default: []].insert(text.hashes[start]) }
    if shortTitles[person]?.contains(text.hashes[start]) == true
      || scanner.shortTitles.contains(text.hashes[start])
    {
      return true
    }
    let capitals = Array(text.string(start, start + 1).lowercased().utf8)
    return clusters[person].offices.contains { number in
      let office = scanner.offices[number]
      let letters = (office.start..<office.end).filter {
        text.tokens[$0].shape.contains(.word) && text.classes[$0].isDisjoint(with: Scanner.closed)
      }.compactMap { text.string($0, $0 + 1).lowercased().utf8.first }
      return letters.starts(with: capitals)
    }
  }

  private mutating func linkShort(_ m: Int) {
    if isTitled(m) { linkTitled(m) }
    guard scanner.mentions[m].entity == nil else { return }
    let words = Set(nameWords(m))
    guard !words.isEmpty else { return }
    let candidates = persons(sharing: nameWords(m)).filter {
      words.isSubset(of: Set(clusters[$0].words).union(clusters[$0].spellings))
    }
    if candidates.count == 1 {
      join(m, candidates[0], score: 0.95, "the only person here whose name holds it")
      return
    }
    if candidates.count > 1 {
      let mention = scanner.mentions[m]
      let byOffice = candidates.filter { c in
        clusters[c].offices.contains { o in mention.offices.contains { sameOffice(o, $0) } }
      }
      if let only = byOffice.count == 1 ? byOffice.first : nearest(candidates, to: m) {
        join(m, only, score: 0.8, "the last person named so")
      }
      return
    }
    guard scanner.mentions[m].kind == .person else { return }
    if let known = heldBy(m, words: nameWords(m)) {
      join(m, cluster(known: known), score: 0.9, "holds that office under that name")
      return
    }
    guard scanner.mentions[m].certainty >= 0.9 else { return }
    newPerson(m, nameWords(m))
  }

  func sameOffice(_ a: Int, _ b: Int) -> Bool { scanner.offices[a].term == scanner.offices[b].term }

  /// The candidate whose last mention before this one is nearest, by its family or short form.
  private func nearest(_ candidates: [Int], to m: Int) -> Int? {
    let last = nameWords(m).last
    let fitting = candidates.filter {
      clusters[$0].words.last == last || clusters[$0].words.first == last
    }
    return (fitting.isEmpty ? [] : fitting).max { a, b in
      let x = clusters[a].mentions.filter { $0 < m }.max() ?? -1
      let y = clusters[b].mentions.filter { $0 < m }.max() ?? -1
      return x < y
    }
  }

  private mutating func join(_ m: Int, _ cluster: Int, score: Double, _ reason: String) {
    assign(m, cluster)
    if nameWords(m).count > 1 { spell(cluster, nameWords(m)) }
    if nameWords(m).count > clusters[cluster].words.count, clusters[cluster].known == nil {
      clusters[cluster].words = nameWords(m)
      clusters[cluster].key = Folding.slug(folded(m))
      file(cluster)
    }
    if score < 1 {
      judgements.append(
        Judgement(
          a:
            "\"\(Folding.composed(text.string(scanner.mentions[m].start, scanner.mentions[m].end)))\"",
          b: "#\(cluster)", verdict: .same, score: score, reasons: [reason]))
    }
  }

  private mutating func newPerson(_ m: Int, _ words: [UInt32]) {
    var cluster = Cluster(kind: .person)
    cluster.words = words
    cluster.key = Folding.slug(folded(m))
    assign(m, add(cluster))
  }

  // MARK: Offices

  /// Gives offices without a body the one that the article or the pack shows, and the persons their countries.
  mutating func settleOffices() {
    for number in scanner.offices.indices {
      guard let holder = scanner.offices[number].holder,
        let person = scanner.mentions[holder].entity
      else { continue }
      let country =
        scanner.offices[number].body.flatMap { scanner.mentions[$0].entity }
        .flatMap { clusters[$0].country } ?? scanner.offices[number].adjective.map { state(of: $0) }
      if clusters[person].country == nil { clusters[person].country = country }
    }
    for number in scanner.offices.indices { settleBody(number) }
  }

  /// The country, or the one that a province lies in.
  private func state(of entity: UInt32) -> UInt32 {
    knowledge.entity(entity).kind == .country ? entity : knowledge.entity(entity).country ?? entity
  }

  /// A generic body (`Senate President`, `Party chief`) is the one of that kind in the holder's country or posts.
  private mutating func settleBody(_ number: Int) {
    guard let holder = scanner.offices[number].holder, let person = scanner.mentions[holder].entity
    else { return }
    if let body = scanner.offices[number].body, scanner.mentions[body].entity == nil {
      settleGeneric(body, of: person, number)
    } else if scanner.offices[number].body == nil, scanner.offices[number].adjective == nil {
      borrowBody(number, person)
      if scanner.offices[number].body == nil { settleParty(number, person) }
    }
  }

  /// `Party General Secretary X`: the party is the one of his posts, or of his country, that the article names.
  private mutating func settleParty(_ number: Int, _ person: Int) {
    guard lexicon.info(scanner.offices[number].term).scope == "party" else { return }
    let title = Folding.fold(knowledge.term(scanner.offices[number].term).text)
    var party: Int?
    if let known = clusters[person].known {
      let post = knowledge.entity(known).posts.first {
        title.hasSuffix(Folding.fold($0.office)) && knowledge.entity($0.body).kind == .party
          && existing(known: $0.body) != nil
      }
      party = post.flatMap { existing(known: $0.body) }
    }
    if let cluster = party ?? rulingParty(of: clusters[person].country) {
      scanner.offices[number].body = clusters[cluster].mentions.first
    }
  }

  /// `the Ambassador of Vietnam … Ambassador Nguyen Minh Vu said`: the office told without its holder is his, where
  /// the article names one of that title only.
  private mutating func borrowBody(_ number: Int, _ person: Int) {
    let term = scanner.offices[number].term
    guard
      !clusters[person].offices.contains(where: {
        scanner.offices[$0].term == term && scanner.offices[$0].body != nil
      })
    else { return }
    let others = scanner.offices.indices.filter {
      scanner.offices[$0].term == term && scanner.offices[$0].holder == nil
        && scanner.offices[$0].body != nil && isToldBefore($0, number)
    }
    // In one sentence they are two: `The Prime Minister of Fiji greeted Prime Minister Rama`.
    let sentences = Set(clusters[person].mentions.map { scanner.mentions[$0].sentence })
    guard !others.contains(where: { sentences.contains(scanner.offices[$0].sentence) }) else {
      return
    }
    let holders = Set(
      scanner.offices.indices.filter { scanner.offices[$0].term == term }
        .compactMap { scanner.offices[$0].holder }.compactMap { scanner.mentions[$0].entity })
    let bodies = Set(
      others.compactMap { scanner.offices[$0].body.flatMap { scanner.mentions[$0].entity } })
    guard bodies.count == 1, holders.count == 1, let office = others.first,
      bodies.allSatisfy({ mayLead(person, $0, term) })
    else { return }
    scanner.offices[number].body = scanner.offices[office].body
    if clusters[person].country == nil {
      clusters[person].country = bodies.first.flatMap { clusters[$0].country }
    }
  }

  /// `the Ambassador of Vietnam`, before the name: who `was president of the Bureau` is somebody else.
  private func isToldBefore(_ told: Int, _ number: Int) -> Bool {
    let start = scanner.offices[told].start
    return start < scanner.offices[number].start && start > 0
      && lexicon.words.definite.contains(text.words[start - 1])
  }

  /// A president whom the pack knows holds the posts that it lists; of others `President X` leads a country, and not
  /// the commission whose president the article mentions.
  private func mayLead(_ person: Int, _ body: Int, _ term: UInt32) -> Bool {
    if lexicon.info(term).relation == .leads, let known = clusters[person].known,
      !knowledge.entity(known).posts.isEmpty
    {
      return knowledge.entity(known).posts.contains { $0.body == clusters[body].known }
    }
    return lexicon.info(term).scope != "country" || clusters[body].kind == .country
  }

  /// `Ministry spokesman X`: of the ministry told last.
  private func lastMinistry(_ body: Int) -> Int? {
    let start = scanner.mentions[body].start
    return scanner.mentions.filter { $0.kind == .ministry && $0.start < start && $0.entity != nil }
      .max { $0.start < $1.start }?.entity
  }

  private mutating func settleGeneric(_ body: Int, of person: Int, _ number: Int) {
    let mention = scanner.mentions[body]
    if mention.kind == .ministry, mention.end - mention.start == 1, let told = lastMinistry(body) {
      assign(body, told)
      return
    }
    let title = Folding.fold(knowledge.term(scanner.offices[number].term).text)
    if let known = clusters[person].known {
      let posts = knowledge.entity(known).posts.filter { Folding.fold($0.office) == title }
      let own = posts.filter { post in
        text.matches(at: mention.start).contains {
          $0.sense.target == post.body && $0.sense.role != .term
        }
          || knowledge.entity(post.body).kind == mention.kind && mention.end - mention.start == 1
      }
      if let post = own.first {
        if knowledge.entity(post.body).kind == .party, existing(known: post.body) == nil { return }
        assign(body, cluster(known: post.body))
        return
      }
    }
    guard let country = clusters[person].country, mention.kind != .party else { return }
    scanner.mentions[body].adjective = country
    scanner.mentions[body].isGeneric = false
    relink(body)
  }
}
