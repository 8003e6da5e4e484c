package import EntenteKnowledge
import EntenteModel

/// The inflected forms of English verbs and nouns, by rule.
package enum Inflection {
  /// A spelling and which forms it is.
  package struct Form: Hashable, Sendable {
    package var text: String
    package var forms: WordForms
  }

  /// All spellings of a verb; `irregular` overrides by name. In a phrase the first word is inflected.
  package static func verb(_ lemma: String, irregular: [Pattern.Attribute] = []) -> [Form] {
    let (verb, rest) = split(lemma)
    func chosen(_ name: String, _ regular: [String]) -> [String] {
      let given = irregular.filter { $0.key == name }.flatMap { alternatives($0.value) }
      guard !given.isEmpty else { return regular.map { $0 + rest } }
      // An override of one word stands for the verb of the phrase.
      return given.map { $0.contains(" ") ? $0 : $0 + rest }
    }
    let pasts = stems(verb).map { $0.hasSuffix("e") ? $0 + "d" : $0 + "ed" }
    var forms = [Form(text: lemma, forms: .base)]
    func add(_ texts: [String], _ form: WordForms) {
      for text in texts where text != "none" {
        if let i = forms.firstIndex(where: { $0.text == text }) {
          forms[i].forms.formUnion(form)
        } else {
          forms.append(Form(text: text, forms: form))
        }
      }
    }
    add(chosen("third", [third(verb)]), .third)
    let past = chosen("past", pasts)
    add(past, .past)
    let hasParticiple = irregular.contains { $0.key == "participle" }
    add(hasParticiple ? chosen("participle", []) : past, .participle)
    add(chosen("gerund", gerunds(verb)), .gerund)
    return forms
  }

  /// The singular and the plurals of a noun; in a phrase its head is inflected.
  package static func noun(_ lemma: String, irregular: [Pattern.Attribute] = []) -> [Form] {
    let singular = Form(text: lemma, forms: .singular)
    let given = irregular.filter { $0.key == "plural" }.flatMap { alternatives($0.value) }
    let plurals = given.isEmpty ? [pluralPhrase(lemma)] : given.filter { $0 != "none" }
    if plurals.contains(lemma) {
      return [Form(text: lemma, forms: [.singular, .plural])]
        + plurals.filter { $0 != lemma }.map { Form(text: $0, forms: .plural) }
    }
    return [singular] + plurals.map { Form(text: $0, forms: .plural) }
  }

  // MARK: - Verbs

  private static func third(_ verb: String) -> String {
    if endsInConsonantY(verb) { return verb.dropLast() + "ies" }
    if hissing.contains(where: { verb.hasSuffix($0) }) || verb.hasSuffix("o") { return verb + "es" }
    return verb + "s"
  }

  private static func gerunds(_ verb: String) -> [String] {
    if verb.hasSuffix("ie") { return [verb.dropLast(2) + "ying"] }
    let keepsE = ["ee", "oe", "ye"].contains { verb.hasSuffix($0) }
    if verb.hasSuffix("e"), verb.utf8.count > 2, !keepsE {
      return [verb.dropLast() + "ing"]
    }
    return stems(verb, forGerund: true).map { $0 + "ing" }
  }

  /// What `-ed` and `-ing` are put to; two where British and American spelling differ.
  private static func stems(_ verb: String, forGerund: Bool = false) -> [String] {
    if !forGerund, endsInConsonantY(verb) { return [verb.dropLast() + "i"] }
    if verb.hasSuffix("ic") { return [verb + "k"] }
    guard let last = verb.last, endsInVowelConsonant(verb) else { return [verb] }
    let doubled = verb + String(last)
    if syllables(verb) == 1 || stressedAtEnd.contains(where: { verb.hasSuffix($0) }),
      !stressedBefore.contains(verb)
    {
      return [doubled]
    }
    return last == "l" ? [doubled, verb] : [verb]
  }

  private static let hissing = ["s", "x", "z", "ch", "sh"]
  /// Verbs of several syllables with the stress on the last, which doubles its consonant.
  private static let stressedAtEnd = [
    "mit", "fer", "cur", "begin", "forget", "regret", "control", "patrol", "compel", "expel",
    "propel", "repel", "dispel", "rebut", "equip", "abet", "acquit", "rebel", "deter", "inter",
    "upset", "reset", "offset", "beget", "befit", "outbid", "kidnap", "handicap", "unwrap",
    "overrun", "rerun", "undercut", "format",
  ]
  /// Exceptions to the endings above.
  private static let stressedBefore: Set<String> = [
    "limit", "vomit", "offer", "differ", "suffer", "proffer", "buffer", "pilfer", "enter",
    "center", "counter", "encounter", "winter", "splinter", "printer", "banter",
  ]

  // MARK: - Nouns

  private static let prepositions: Set<String> = [
    "of", "to", "for", "in", "at", "on", "with", "from", "by", "between", "and", "without",
  ]

  private static func pluralPhrase(_ phrase: String) -> String {
    let separator: Character = phrase.contains(" ") ? " " : "-"
    var words = phrase.split(separator: separator).map(String.init)
    guard words.count > 1 else { return plural(phrase) }
    var head = words.count - 1
    if let i = words.dropFirst().firstIndex(where: prepositions.contains) { head = i - 1 }
    // "secretaries general", but "major generals"
    if ["general", "elect", "designate", "emeritus"].contains(words[head]), head > 0,
      !["major", "brigadier", "lieutenant", "colonel", "adjutant"].contains(words[head - 1])
    {
      head -= 1
    }
    words[head] = pluralPhrase(words[head])
    return words.joined(separator: String(separator))
  }

  private static func plural(_ noun: String) -> String {
    if noun.hasSuffix("man"),
      !["human", "german", "roman", "ottoman", "talisman", "shaman"].contains(noun)
    {
      return noun.dropLast(2) + "en"
    }
    if noun.hasSuffix("sis") { return noun.dropLast(2) + "es" }
    if endsInConsonantY(noun) { return noun.dropLast() + "ies" }
    return hissing.contains(where: { noun.hasSuffix($0) }) ? noun + "es" : noun + "s"
  }

  // MARK: - Letters

  private static func split(_ lemma: String) -> (String, String) {
    guard let space = lemma.firstIndex(of: " ") else { return (lemma, "") }
    return (String(lemma[..<space]), String(lemma[space...]))
  }

  private static func alternatives(_ value: String) -> [String] {
    value.split(separator: "|").map { String($0.trimmingSpaces) }
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    [0x61, 0x65, 0x69, 0x6F, 0x75].contains(letter)
  }

  private static func endsInConsonantY(_ word: String) -> Bool {
    let letters = Array(word.utf8.suffix(2))
    return letters.count == 2 && letters[1] == 0x79 && !isVowel(letters[0])
  }

  /// Consonant, one vowel, one consonant other than w, x and y: `plan`, `quit`.
  private static func endsInVowelConsonant(_ word: String) -> Bool {
    let letters = Array(word.utf8.suffix(4))
    guard letters.count >= 3 else { return false }
    let last = letters[letters.count - 1]
    guard !isVowel(last), ![0x77, 0x78, 0x79].contains(last), isVowel(letters[letters.count - 2])
    else { return false }
    let before = letters[letters.count - 3]
    if !isVowel(before) { return true }
    return before == 0x75 && letters.count == 4 && letters[0] == 0x71
  }

  /// Runs of vowels, `qu` counting as a consonant.
  private static func syllables(_ word: String) -> Int {
    var count = 0
    var inVowels = false
    var previous: UInt8 = 0
    for letter in word.utf8 {
      let vowel = (isVowel(letter) || letter == 0x79) && !(letter == 0x75 && previous == 0x71)
      if vowel, !inVowels { count += 1 }
      inVowels = vowel
      previous = letter
    }
    return count
  }
}

extension StringProtocol {
  /// Without ASCII white space at both ends.
  var trimmingSpaces: SubSequence {
    var rest = self[...]
    while let first = rest.unicodeScalars.first, first.value <= 0x20 { rest = rest.dropFirst() }
    while let last = rest.unicodeScalars.last, last.value <= 0x20 { rest = rest.dropLast() }
    return rest
  }
}
