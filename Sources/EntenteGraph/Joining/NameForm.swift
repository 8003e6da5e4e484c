import EntenteModel

/// Names as they are compared and as they are shown.
enum NameForm {
  /// Composed, with every run of white space one space: what stands in a graph.
  static func shown(_ text: some StringProtocol) -> String {
    if isShownAsItIs(text.utf8) { return String(text) }
    let words = text.unicodeScalars.split { $0.isWhiteSpace }
    return Folding.composed(
      words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " "))
  }

  /// True for ASCII without other white space than single spaces between words: most names.
  private static func isShownAsItIs(_ bytes: some Collection<UInt8>) -> Bool {
    var before: UInt8 = 0x20
    for byte in bytes {
      guard byte < 0x80, byte >= 0x20, byte != 0x20 || before != 0x20 else { return false }
      before = byte
    }
    return before != 0x20
  }

  /// What two names must share to be equal: folded words joined by one space, without `the` and
  /// apostrophes.
  static func key(_ text: some StringProtocol) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    Folding.append(Array(text.utf8).span, to: &folded)
    var key: [UInt8] = []
    key.reserveCapacity(folded.count)
    var isApart = false
    for byte in folded {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...:
        if isApart, !key.isEmpty { key.append(0x20) }
        isApart = false
        key.append(byte)
      case 0x27: continue
      default: isApart = true
      }
    }
    let article = Array("the ".utf8)
    return String(
      decoding: key.starts(with: article) ? key[article.count...] : key[...], as: UTF8.self)
  }

  /// True for a key of one word.
  static func isOneWord(_ key: String) -> Bool { !key.utf8.contains(0x20) }

  /// True where no letter is lower case and at least one is upper case: `CPV`, `PHNOM PENH`.
  static func isCapitals(_ form: String) -> Bool {
    var capitals = false
    for scalar in form.unicodeScalars {
      if scalar.isLowerCase { return false }
      if scalar.isUpperCase { capitals = true }
    }
    return capitals
  }

  /// True for one word of two to eight capitals and digits: `CPV`, `G7`.
  static func isAbbreviation(_ form: String) -> Bool {
    (2...8).contains(form.unicodeScalars.count) && !form.utf8.contains(0x20) && isCapitals(form)
  }

  /// What one document has to say on how its entity is to be called.
  ///
  /// A person or body has one vote, its fullest form. Countries, provinces and places vote with
  /// every mention: "Vietnam" and "Tây Ninh Province", not "the People's Committee of …".
  static func votes(of entity: Reading.Entity, name: String) -> [(form: String, count: Int)] {
    guard isArea(entity.kind) else { return [(name, 1)] }
    let forms = Set(entity.aliases.map { shown($0) })
    var counts: [String: Int] = [:]
    for mention in entity.mentions {
      let form = shown(mention.text)
      if forms.contains(form) { counts[form, default: 0] += 1 }
    }
    return counts.isEmpty ? [(name, 1)] : counts.map { ($0.key, $0.value) }
  }

  /// True for what lies on a map.
  static func isArea(_ kind: Kind) -> Bool {
    kind == .country || kind == .province || kind == .place
  }

  /// The name shown, elected by the documents' votes.
  ///
  /// First among the folded forms, so that spellings with and without diacritics vote together: one
  /// of several words before one of one word for persons and before an abbreviation, then the most
  /// frequent, the longest (of countries, provinces and places the shortest), by bytes. Then among
  /// the spellings of that form: mixed case before capitals, the most frequent, the longest, so
  /// that diacritics are kept, by bytes.
  static func elect(_ votes: [String: Int], kind: Kind) -> String? {
    var classes: [String: [(form: String, votes: Int)]] = [:]
    for (form, count) in votes { classes[key(form), default: []].append((form, count)) }
    let isArea = isArea(kind)
    let ranked = classes.map { key, spellings -> (rank: (Int, Int, Int, String), key: String) in
      let lacking =
        isOneWord(key)
        && (kind == .person || spellings.allSatisfy { isAbbreviation($0.form) })
      let length = isArea ? -key.utf8.count : key.utf8.count
      return ((lacking ? 0 : 1, spellings.reduce(0) { $0 + $1.votes }, length, key), key)
    }
    guard let winner = ranked.max(by: { $0.rank < $1.rank }) else { return nil }
    return classes[winner.key]?.max { a, b in
      let left = (isCapitals(a.form) ? 0 : 1, a.votes, a.form.utf8.count)
      let right = (isCapitals(b.form) ? 0 : 1, b.votes, b.form.utf8.count)
      return left != right ? left < right : a.form.utf8.lexicographicallyPrecedes(b.form.utf8)
    }?.form
  }
}
