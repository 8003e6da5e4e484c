internal import EntenteKnowledge
internal import EntenteModel

/// Reads names and noun phrases out of one article's tokens, sentence by sentence.
///
/// A cascade of small grammars over token positions, no full parse: each function reads one construction at a position
/// and says where it ends, or leaves no trace.
struct Scanner {
  let text: Text
  let lexicon: Lexicon
  var mentions: [Mention] = []
  var offices: [Office] = []
  var phrases: [Phrase] = []
  /// By the hash of the abbreviation's folded form: the mention it was defined for.
  var abbreviations: [UInt32: Int] = [:]
  /// Capitals that stand before full names as titles do: `SMS Edwin Tong`.
  var shortTitles: Set<UInt32> = []
  /// Who leads what, where a participle says so: `the committee, headed by X`.
  var leaderships: [Leadership] = []
  /// Number of the sentence being read.
  var sentence = 0
  /// The token at which it starts, and the one behind its end.
  var first = 0
  var stop = 0
  /// True while a list of announced countries is read: no further such list stands inside.
  var isReadingLands = false
  /// How deep in the bodies of offices and of bodies: a name behind a complete body there is the holder, not a part.
  var inBody = 0
  var isWeak = false
  /// True while a place and its office holder are read: no further group of holders stands inside.
  var isReadingHolders = false
  /// How many phrases are open inside each other: `a of a of a …` must not run out of stack.
  var depth = 0
  /// True once a verb was read in this sentence.
  var sawVerb = false
  /// True behind `reception and`: what follows is read as a noun where it can be one.
  var isSecondNoun = false
  /// True where the last verb was one to come: `will be`, `to be`.
  var sawFuture = false

  init(_ text: Text, _ lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  var words: CommonWords { lexicon.words }

  /// What a try may have added, to take it back.
  struct Mark {
    let mentions, offices, phrases: Int
  }

  func mark() -> Mark {
    Mark(mentions: mentions.count, offices: offices.count, phrases: phrases.count)
  }

  mutating func rollBack(to mark: Mark) {
    let isNoneNew = mentions.count == mark.mentions
    mentions.removeSubrange(mark.mentions...)
    offices.removeSubrange(mark.offices...)
    phrases.removeSubrange(mark.phrases...)
    // Nothing refers to a mention that was not made.
    if isNoneNew { return }
    abbreviations = abbreviations.filter { $0.value < mark.mentions }
    leaderships.removeAll { $0.person >= mark.mentions || $0.body >= mark.mentions }
  }

  mutating func add(_ mention: Mention) -> Int {
    var mention = mention
    mention.sentence = sentence
    mention.isWeak = isWeak
    mentions.append(mention)
    return mentions.count - 1
  }

  mutating func add(_ phrase: Phrase) -> Int {
    phrases.append(phrase)
    return phrases.count - 1
  }

  func word(_ i: Int) -> UInt32 { i >= 0 && i < stop ? text.words[i] : 0 }

  func isWord(_ i: Int, _ word: UInt32) -> Bool {
    i >= 0 && i < stop && text.words[i] == word
  }

  /// True at a word that is not a name by its capital: `to Lam` binds, `To Lam` is a name.
  func isSmall(_ i: Int) -> Bool { i < stop && (!text.isCapital(i) || i == first || isShouting) }

  func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool {
    i >= 0 && i < stop && text.isMark(i, mark)
  }

  func has(_ i: Int, _ classes: TermClasses) -> Bool {
    i >= 0 && i < stop && !text.classes[i].isDisjoint(with: classes)
  }

  /// Words that open or bind phrases and are never a part of a name by themselves.
  static let closed: TermClasses = [
    .determiner, .preposition, .conjunction, .subordinator, .pronoun, .relative, .negation,
    .modal, .auxiliary, .quantifier,
  ]

  /// True at a capitalised word that may be part of a name: at a sentence's start common words are not.
  func isNameWord(_ i: Int) -> Bool {
    guard i < stop else { return false }
    let shape = text.tokens[i].shape
    guard shape.contains(.capital) || shape.contains(.caseless) else { return false }
    let classes = text.classes[i]
    if shape.contains(.initials) || shape.contains(.allCapitals) && !isShouting { return true }
    if !classes.isDisjoint(with: Scanner.closed), classes.isDisjoint(with: [.given, .family]) {
      return bestEntity(i).map { Int($0.end) > i + 1 } ?? false
    }
    // `He`, `An`, `To` are family names too: beside another capital, and not where a sentence starts.
    if !classes.isDisjoint(with: Scanner.closed) {
      return i != first && !isQuoteStart(i) && (isPlainCapital(i + 1) || isPlainCapital(i - 1))
    }
    if i == first || isQuoteStart(i) {
      return classes.isDisjoint(with: [.common, .adverb, .adjective, .verb, .number])
        || !classes.isDisjoint(with: [.given, .family])
        || i + 1 < stop && isFollowedByName(i)
    }
    return classes.isDisjoint(with: [.month, .weekday])
  }

  private func isPlainCapital(_ i: Int) -> Bool {
    i >= first && i < stop && text.isCapital(i) && text.classes[i].isDisjoint(with: Scanner.closed)
  }

  /// True where a sentence-initial common word is bound to a name by what follows: `Royal Palace`.
  private func isFollowedByName(_ i: Int) -> Bool {
    let next = i + 1
    return text.tokens[next].shape.contains(.capital)
      && text.classes[next].isDisjoint(with: Scanner.closed)
      && text.classes[i].isDisjoint(with: [.adverb, .verb]) && bestEntity(next) == nil
  }

  /// Behind an opening quotation mark a sentence starts anew.
  private func isQuoteStart(_ i: Int) -> Bool {
    guard i > first else { return true }
    let mark = text.marks[i - 1]
    return mark == 0x201C || mark == 0x22 && text.tokens[i - 1].shape.contains(.spaced)
  }

  /// True where the present tense tells of one event: headlines and captions.
  var isPresentTense: Bool { [.headline, .caption].contains(text.sentences[sentence].role) }

  /// Whether the sentence is printed in capitals, where they prove nothing.
  var isShouting: Bool { shouting }
  private var shouting = false

  mutating func begin(_ number: Int) {
    let range = text.sentences[number]
    sentence = number
    first = range.start
    stop = range.end
    isWeak = range.role == .headline
    sawVerb = false
    sawFuture = false
    // Phrases live as long as their sentence: what outlives it are mentions, offices and events.
    phrases.removeAll(keepingCapacity: true)
    var capitals = 0
    var all = 0
    for i in first..<stop where text.tokens[i].shape.contains(.word) {
      all += 1
      if text.tokens[i].shape.contains(.allCapitals) { capitals += 1 }
    }
    shouting = all > 3 && capitals * 2 > all
  }

  /// The longest phrase of the pack at `i` that names an entity by itself.
  func bestEntity(_ i: Int) -> Text.Match? {
    guard i < stop else { return nil }
    var best: Text.Match?
    for match in text.matches(at: i)
    where match.sense.role == .entity || match.sense.role == .abbreviation {
      guard Int(match.end) <= stop else { continue }
      if let found = best, match.end < found.end { break }
      let entity = lexicon.knowledge.entity(match.sense.target)
      let isHere = entity.country.map { text.countries.contains($0) }
      // A name that several countries have is the one of the country that the article names.
      if match.sense.needsOwner {
        guard isHere == true,
          match.sense.role == .abbreviation || entity.kind == .party && entity.type != "organ"
        else { continue }
      }
      // An abbreviation of a country that the article does not name stands for something else.
      if match.sense.role == .abbreviation, isHere == false, !isPress(entity) { continue }
      if best == nil { best = match }
      if isHere == true { return match }
    }
    return best ?? shortParty(i)
  }

  /// The press reports from everywhere: `told the BBC`.
  private func isPress(_ entity: KnownEntity) -> Bool {
    entity.type.map { Scanner.press.contains($0) } ?? false
  }

  private static let press: Set<String> = ["broadcaster", "news agency", "newspaper", "media"]

  /// `Labour leader X`, `a Conservative MP`, `the Labour government`: a party of a country that the article names.
  func shortParty(_ i: Int) -> Text.Match? {
    guard text.isCapital(i),
      let match = text.matches(at: i).first(where: {
        $0.sense.role == .short && Int($0.end) < stop
          && lexicon.knowledge.entity($0.sense.target).country
            .map { text.countries.contains($0) } ?? false
      })
    else { return nil }
    // `the Democratic People's Republic`, `German leaders`: whose they are.
    guard !text.matches(at: i).contains(where: { [.adjective, .people].contains($0.sense.role) })
    else { return nil }
    let next = Int(match.end)
    if let office = term(next, .office), !office.sense.forms.contains(.plural) {
      let info = lexicon.info(office.sense.target)
      guard
        info.isVague || info.scope == "party"
          || info.scope == "legislature" && info.relation != .leads
      else { return nil }
      return match
    }
    let head = term(next, .head)
    return !text.isCapital(next) && head.map { lexicon.info($0.sense.target).governs } ?? false
      ? match : nil
  }

  /// The longest term of a class at `i`.
  func term(_ i: Int, _ termClass: TermClass) -> Text.Match? {
    guard i < stop else { return nil }
    return text.matches(at: i).first {
      // `minister of` takes a field, which is read by its own grammar: here the term ends before the preposition.
      $0.sense.role == .term && Int($0.end) <= stop
        && lexicon.info($0.sense.target).termClass == termClass
        && (termClass != .head && termClass != .office || !has(Int($0.end) - 1, .preposition))
        && (termClass != .preposition || Int($0.end) > i + 1 || has(i, .preposition))
    }
  }
}
