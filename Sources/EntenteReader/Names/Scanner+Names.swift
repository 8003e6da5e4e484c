internal import EntenteKnowledge
internal import EntenteModel

/// A run of capitalised words, cut where a title or another name begins.
struct NameRun {
  let start: Int
  let end: Int
  /// The head noun that makes it a body or place, and where that starts.
  let head: UInt32?
  let headStart: Int
  let headEnd: Int
  /// True for `Parties`, `Ministries`.
  let isPlural: Bool
}

extension Scanner {
  /// Reads the capitalised run at `i` up to its head noun: `Royal Academy`, `Friendship Monument`, `Hun Manet`.
  ///
  /// Stops before an office (`Council | Director`) and behind a head that no further head follows
  /// (`Central Committee | Tô Lâm`).
  func nameRun(at i: Int) -> NameRun? {
    var k = i
    var head: UInt32?
    var headStart = i
    var headEnd = i
    var isPlural = false
    while k < stop {
      if k > i, startsOffice(k) || startsOfficePrefix(k) || isEntityBoundary(k, from: i) { break }
      // `Frente Renovador`: a head only where a name begins with it.
      if let match = headTerm(k), k == i || !lexicon.info(match.sense.target).isFirst {
        head = match.sense.target
        headStart = k
        headEnd = Int(match.end)
        isPlural = match.sense.forms.contains(.plural)
        k = headEnd
        if headStart > i || has(k, [.given, .family]) && !has(k, .common), !hasLaterHead(from: k) {
          break
        }
        continue
      }
      if isNameWord(k) {
        k += 1
        while k < stop, text.isPossessive(k), isNameWord(k + 1), continuesName(k) { k += 1 }
        continue
      }
      guard k > i, let joined = joint(at: k) ?? bodyJoint(at: k, from: i) else { break }
      // `Ad-hoc`
      k =
        !text.isCapital(joined) && isGlued(joined) && !has(joined, Scanner.closed)
          && text.tokens[joined].shape.contains(.word)
        ? joined + 1 : joined
    }
    guard k > i else { return nil }
    while k > i, !text.tokens[k - 1].shape.contains(.word),
      !text.tokens[k - 1].shape.contains(.number),
      !isAbbreviationStop(k - 1)
    {
      k -= 1
    }
    if head != nil, headEnd < k, headStart > i { head = nil }
    if head != nil, headEnd == k, headStart == i + 1, has(headStart, .family), isGiven(i) {
      head = nil
    }
    return NameRun(
      start: i, end: k, head: head, headStart: headStart, headEnd: headEnd,
      isPlural: isPlural)
  }

  /// A first name, and nothing else: `Helen | Ward`, whose last word is a head noun as well.
  private func isGiven(_ k: Int) -> Bool {
    has(k, .given)
      && text.classes[k].isDisjoint(with: [.common, .event, .head, .field, .adjective])
      && bestEntity(k) == nil
  }

  /// A name's words without the Arabic article, which is written in many ways: `Abdel Fattah el-Sisi`, `Al-Sisi`.
  func withoutArticles(_ words: [UInt32]) -> [UInt32] {
    let articles = ["al", "el"].map(hash)
    let left = words.filter { !articles.contains($0) }
    return left.isEmpty ? words : left
  }

  /// The head noun that starts at `k` with a capital.
  func headTerm(_ k: Int) -> Text.Match? {
    guard k < stop, text.isCapital(k), let head = term(k, .head) else { return nil }
    // `Park Ji-hoon`: a family's name.
    if k + 3 < stop, has(k, .family), isNameWord(k + 1), isMark(k + 2, "-"), isGlued(k + 2),
      isGlued(k + 3)
    {
      return nil
    }
    return head
  }

  /// An office begins at `k`, with a capital, that is no part of a longer head or name.
  func startsOffice(_ k: Int) -> Bool {
    guard text.isCapital(k), let office = term(k, .office) else { return false }
    // `Prime Minister's House`
    if text.isPossessive(min(Int(office.end), stop - 1)), headTerm(Int(office.end) + 1) != nil {
      return false
    }
    // `the Tema Metropolitan Assembly`, `a Governing Council`: part of a body's name.
    if let head = headTerm(Int(office.end)), Int(office.end) == k + 1,
      has(k, [.adjective, .common]),
      let kind = lexicon.info(head.sense.target).kind, kind != .place, kind != .province
    {
      return false
    }
    // `Progress Party leader`: the party's name ends here, not the title's begins.
    if let head = headTerm(k), head.end < office.end, k > first, isNameWord(k - 1),
      !text.matches(at: k - 1).contains(where: { $0.sense.role == .adjective }),
      lexicon.info(head.sense.target).kind == .party, term(Int(head.end), .office) != nil
    {
      return false
    }
    if let head = headTerm(k),
      head.end > office.end
        || head.end < office.end && lexicon.info(head.sense.target).isLegislature
    {
      return false
    }
    return true
  }

  /// `Acting`, `Deputy` before an office.
  private func startsOfficePrefix(_ k: Int) -> Bool {
    guard let match = term(k, .adjective), lexicon.info(match.sense.target).prefix != nil else {
      return false
    }
    return Int(match.end) < stop && startsOffice(Int(match.end))
  }

  /// A listed person's name, or a country's behind a complete name, begins a new name.
  private func isEntityBoundary(_ k: Int, from i: Int) -> Bool {
    // `High Commissioner to India | Amina Yusuf`
    if i > first, has(k, .given), isNameWord(k + 1), has(i - 1, .preposition),
      let place = bestEntity(i),
      Int(place.end) == k, lexicon.knowledge.entity(place.sense.target).kind != .person
    {
      return true
    }
    // `Mayor of Brezna | Jelena Vuk`
    if k == i + 1, i > first + 1, isWord(i - 1, words.of), has(k, .given),
      !has(i, [.given, .common]),
      isNameWord(k + 1), isTownOffice(i - 2)
    {
      return true
    }
    // `President of LUKOIL | Vagit Alekperov`
    if k == i + 1, i > first, isWord(i - 1, words.of), !isShouting, isNameWord(k + 1),
      text.tokens[i].shape.contains(.allCapitals), text.tokens[i].end - text.tokens[i].start > 2
    {
      return true
    }
    guard let match = bestEntity(k) else { return false }
    // `Mohammed bin Salman bin Abdulaziz Al Saud`: still the same name.
    if k > i + 1, (i..<k).contains(where: { has($0, .particle) && !text.isCapital($0) }) {
      return false
    }
    return lexicon.knowledge.entity(match.sense.target).kind == .person && Int(match.end) - k > 1
  }

  /// `mayor`, `governor`: the office whose last word stands at `k` is of a town or a province.
  private func isTownOffice(_ k: Int) -> Bool {
    (max(first, k - 2)...k).contains { start in
      term(start, .office).map {
        Int($0.end) == k + 1
          && ["city", "province"].contains(lexicon.info($0.sense.target).scope)
      } ?? false
    }
  }

  private func hasLaterHead(from k: Int) -> Bool {
    var j = k
    while j < stop, isNameWord(j) || isMark(j, "-") {
      if startsOffice(j) { return false }
      if headTerm(j) != nil { return true }
      j += 1
    }
    return false
  }

  /// `Women's Union` goes on behind its apostrophe, `Vietnam's Ministry` does not.
  private func continuesName(_ k: Int) -> Bool {
    bestEntity(k - 1) == nil && abbreviations[text.hashes[k - 1]] == nil
      && (nameEndsInHead(k + 1) || headTerm(k + 1) != nil && isManyPeople(k))
  }

  /// `Breeders'`, `Fishermen's`: a plural that owns nothing, but tells whose society it is.
  private func isManyPeople(_ k: Int) -> Bool {
    let word = text.string(k - 1, k).lowercased()
    guard
      word.hasSuffix("ers") || word.hasSuffix("ors") || word.hasSuffix("men")
        || word.hasSuffix("ants") || word.hasSuffix("ists") || word.hasSuffix("ents")
        || word.hasSuffix("ees") || word.hasSuffix("ians")
    else { return false }
    return !(max(first, k - 4)..<k).contains { j in bestEntity(j).map { Int($0.end) == k } ?? false
    }
  }

  private func nameEndsInHead(_ k: Int) -> Bool {
    headTerm(k) != nil && text.classes[k - 2].contains(.common)
  }

  /// Small words and marks between capitals: particles, hyphens, ampersands, initials' stops.
  private func joint(at k: Int) -> Int? {
    let next = k + 1
    guard next < stop else { return nil }
    if text.isMark(k, "-"), next + 2 < stop, !text.isCapital(next), isGlued(next),
      !has(next, Scanner.closed),
      text.isMark(next + 1, "-"), isGlued(next + 1), isNameWord(next + 2), isGlued(next + 2)
    {
      // `Boulogne-sur-Mer`
      return next + 2
    }
    if text.isMark(k, "-") || text.isMark(k, "&") {
      guard
        isNameWord(next)
          || text.isMark(k, "-") && text.tokens[next].shape.contains(.word)
            && text.tokens[next].shape.isDisjoint(with: .spaced)
            && text.tokens[k].shape.isDisjoint(with: .spaced)
      else { return nil }
      return next
    }
    // `Porto do Pecém`: `do` is a verb only where no name goes on.
    if has(k, .particle), !text.isCapital(k),
      text.classes[k].isDisjoint(with: Scanner.closed.subtracting(.auxiliary))
    {
      var j = next
      while j < stop, has(j, .particle), !text.isCapital(j) { j += 1 }
      return isNameWord(j) || isMark(j, "-") ? j : nil
    }
    // `Jonas (Joe) Lund`
    if text.isMark(k, "("), k > first, has(k - 1, .given), isNameWord(next), next + 2 < stop,
      !text.tokens[next].shape.contains(.allCapitals), text.isMark(next + 1, ")"),
      isNameWord(next + 2)
    {
      return next + 2
    }
    // `St. John`, and `N.Enkhtaivan` as Mongolia and India write initials.
    if isAbbreviationStop(k), isNameWord(next),
      text.tokens[next].shape.contains(.spaced)
        || text.tokens[k - 1].end - text.tokens[k - 1].start == 1
    {
      return next
    }
    if text.isMark(k, ","), isSuffix(next) { return next }
    // `Ochieng' Otieno`: the apostrophe ends a name; nothing was quoted.
    if text.marks[k] == 0x27, text.tokens[k].shape.isDisjoint(with: .spaced),
      text.tokens[k].end - text.tokens[k].start == 1, !text.isPossessive(k), isNameWord(next),
      bestEntity(next) == nil
    {
      return next
    }
    // `Benjamin “Benny” Gantz`
    if isQuote(k), k + 3 < stop, text.isCapital(next), isQuote(k + 2), isNameWord(k + 3) {
      return k + 3
    }
    return nil
  }

  /// `Marine and Fisheries Office`, `Food and Drug Administration`: two fields before one head.
  private func bodyJoint(at k: Int, from i: Int) -> Int? {
    let own = bestEntity(i).map { Int($0.end) } ?? i
    guard isWord(k, words.and) || isMark(k, "&"), own < k, isPlain(k - 1), headTerm(k - 1) == nil,
      (own..<k).allSatisfy({ !has($0, [.given, .family]) || isPlain($0) }),
      term(k - 1, .event) == nil, isNameWord(k + 1), isPlain(k + 1), bestEntity(k + 1) == nil,
      term(k + 1, .event) == nil, !startsOffice(k + 1)
    else { return nil }
    var j = k + 1
    while j < stop, isNameWord(j), isPlain(j) {
      // `Marine and Fisheries Office`
      if let head = headTerm(j), j > k + 1 || !isNameWord(Int(head.end)) {
        guard j > k + 1, !head.sense.forms.contains(.plural),
          let kind = lexicon.info(head.sense.target).kind
        else { return nil }
        return kind == .organization || kind == .ministry ? k + 1 : nil
      }
      j += 1
    }
    return nil
  }

  private func isGlued(_ k: Int) -> Bool { text.tokens[k].shape.isDisjoint(with: .spaced) }

  private func isQuote(_ k: Int) -> Bool {
    [0x22, 0x201C, 0x201D].contains(text.marks[k])
  }

  /// The stop of `St.` or `Jr.` inside a name.
  private func isAbbreviationStop(_ k: Int) -> Bool {
    guard text.isMark(k, "."), k > 0, text.tokens[k].shape.isDisjoint(with: .spaced) else {
      return false
    }
    let before = text.tokens[k - 1]
    return before.end - before.start <= 3 && text.isCapital(k - 1) || isSuffix(k - 1)
  }

  /// `Jr`, `III` behind a name.
  func isSuffix(_ k: Int) -> Bool {
    guard k < stop, text.tokens[k].end - text.tokens[k].start <= 3, text.isCapital(k) else {
      return false
    }
    return ["Jr", "Sr", "II", "III", "IV"].contains(text.string(k, k + 1))
  }
}
