internal import EntenteKnowledge
internal import EntenteModel

/// The field of a ministry or a post: what stands behind `of` and `for`.
extension Scanner {
  /// Extends a body's name over `of`, `for`, `and` to its field: `Ministry of Ethnic and Religious Affairs`.
  ///
  /// Returns the end and the folded words of the field; stops before a country or another body.
  ///
  /// `strict` is for titles, behind which a person's name follows: only words that fields are made of count there.
  func field(after k: Int, strict: Bool = false) -> (end: Int, words: [UInt32])? {
    guard isSmall(k), has(k, .preposition),
      isWord(k, words.of) || isWord(k, words.forWord) || isWord(k, words.on)
    else { return nil }
    var j = k + 1
    if isWord(j, words.the) { j += 1 }
    guard isFieldWord(j), !namesCountry(j), bestEntity(j) == nil, !strict || isPlainField(j) else {
      return nil
    }
    var end = j
    var hashes: [UInt32] = []
    while j < stop {
      if let compound = compoundField(j) {
        hashes.append(text.hashes[compound - 1])
        j = compound
        end = j
      } else if isFieldWord(j), bestEntity(j).map({ isCountry($0) }) != true,
        !startsOffice(j) || j == end, hashes.isEmpty || !startsPerson(j), !startsRank(j),
        !strict || isPlainField(j)
      {
        hashes.append(text.hashes[j])
        j += 1
        end = j
      } else if let next = fieldJoint(j) {
        j = next
      } else {
        break
      }
    }
    // `Council of Souss-Massa`: half of a name is no field.
    if isMark(end, "-"), text.tokens[end].shape.isDisjoint(with: .spaced) { return nil }
    return (end, hashes)
  }

  /// A head noun that can begin another body; `Courts Administration`, `Community Services` go on with the field.
  private func startsBody(_ k: Int) -> Bool {
    guard let head = headTerm(k), !isManyThings(head), !lexicon.fieldWords.contains(word(k)) else {
      return false
    }
    let next = Int(head.end)
    return
      !(next == k + 1 && isFieldWord(next) && isPlain(next)
      && headTerm(next).map({ isManyThings($0) }) ?? true && term(next, .office) == nil)
  }

  /// `Highways`, `Ports`, `Courts`: what a ministry is for, no body's name.
  private func isManyThings(_ head: Text.Match) -> Bool {
    let kind = lexicon.info(head.sense.target).kind
    return head.sense.forms.contains(.plural) && kind != .ministry && kind != .party
  }

  /// `Co-operative`, `Socio-Economic`: the end of two words that a hyphen makes one.
  private func compoundField(_ j: Int) -> Int? {
    guard j + 2 < stop, isFieldWord(j), text.isMark(j + 1, "-"),
      text.tokens[j + 1].shape.isDisjoint(with: .spaced),
      text.tokens[j + 2].shape.isDisjoint(with: .spaced), isPlain(j + 2) || isPlain(j)
    else { return nil }
    return j + 3
  }

  /// `Ministry of Trade | Amina Yusuf`
  private func startsPerson(_ j: Int) -> Bool {
    guard isFieldWord(j + 1), !isPlain(j + 1) else { return false }
    // `Ministry of Defence | Kristjan Kask`: two words in a row that no field is made of.
    let isUnknown = isPlain(j - 1) && !isPlain(j) && bestEntity(j) == nil && headTerm(j + 1) == nil
    return isUnknown
      || has(j, .given) && text.classes[j].isDisjoint(with: [.common, .field, .head, .adjective])
  }

  /// `Undersecretary for Administration | Vice-Admiral X`
  private func startsRank(_ j: Int) -> Bool {
    term(j, .honorific).map { Int($0.end) > j + 1 } ?? false
  }

  /// A country's name or adjective: the owner of a body, no field.
  private func namesCountry(_ j: Int) -> Bool {
    text.matches(at: j).contains { $0.sense.role == .adjective || $0.sense.role == .people }
  }

  /// An English word, as fields have them, and no first or family name.
  func isPlainField(_ j: Int) -> Bool {
    if isPlain(j) { return true }
    // `Blue and Green Economy`
    let next = fieldJoint(j + 1) ?? j + 1
    return isFieldWord(j) && (!has(j, [.given, .family]) || has(j, [.common, .adjective]))
      && isFieldWord(next) && isPlain(next)
  }

  func isPlain(_ j: Int) -> Bool {
    lexicon.fieldWords.contains(word(j)) && !has(j, Scanner.closed) || has(j, .field)
      || has(j, [.common, .adjective, .head, .verb, .event, .side]) && !has(j, [.given, .family])
      || term(j, .field) != nil || isAbstract(j)
  }

  /// `Protection`, `Procurement`: nouns of a form that names of persons do not have.
  private func isAbstract(_ j: Int) -> Bool {
    let token = text.tokens[j]
    guard token.end - token.start > 6, text.classes[j].isDisjoint(with: [.given, .family]) else {
      return false
    }
    let word = text.bytes[Int(token.start)..<Int(token.end)]
    return Scanner.abstractEndings.contains { word.suffix($0.count).elementsEqual($0) }
  }

  private static let abstractEndings = ["tion", "sion", "ment", "ness", "ship", "ture"].map {
    Array($0.utf8)
  }

  func isCountry(_ match: Text.Match) -> Bool {
    lexicon.knowledge.entity(match.sense.target).kind == .country
  }

  func isFieldWord(_ j: Int) -> Bool {
    j < stop && text.isCapital(j) && text.classes[j].isDisjoint(with: [.month, .weekday])
      && (text.classes[j].isDisjoint(with: Scanner.closed))
  }

  /// `and`, `,`, `&` or `of` between two words of a field, where no new body starts behind it.
  func fieldJoint(_ j: Int) -> Int? {
    var next = j
    if isMark(next, ",") { next += 1 }
    if isWord(next, words.and) || isMark(next, "&") || isMark(next, "-") || isWord(next, words.of) {
      // `Minister of Local Government and of Chieftainship Affairs`
      let isAnd = isWord(next, words.and)
      next += 1
      if isAnd, isWord(next, words.of) || isWord(next, words.forWord) { next += 1 }
    }
    if isWord(next, words.the) {
      next += 1
      // `and the Catalan Library Service`: another body begins.
      if next < stop, nameRun(at: next)?.head != nil { return nil }
    }
    if next > j, compoundField(next) != nil { return next }
    guard next > j, isFieldWord(next), !startsBody(next), !startsOffice(next),
      text.tokens[next].shape.isDisjoint(with: [.allCapitals, .initials]),
      bestEntity(next) == nil, !namesCountry(next), !has(next, .honorific),
      text.classes[next].isDisjoint(with: [.given, .family]) || has(next, [.common, .field])
    else { return nil }
    // A comma alone joins only where an `and` follows in the same field.
    if isMark(j, ","), !isWord(j + 1, words.and) {
      var k = next
      while k < stop, isFieldWord(k) { k += 1 }
      guard isMark(k, ",") || isWord(k, words.and) || isMark(k, "&") else { return nil }
    }
    return next
  }
}
