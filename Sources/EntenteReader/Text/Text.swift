internal import EntenteKnowledge
internal import EntenteModel

/// An article's tokens with all that tables know of them: what every later stage reads.
struct Text {
  let bytes: [UInt8]
  private(set) var tokens: [Tokenizer.Token] = []
  /// The pack's id of each token's folded form, 0 where it has none.
  private(set) var words: [UInt32] = []
  /// FNV-1a of each token's folded form: equal words, equal hashes, known or not.
  private(set) var hashes: [UInt32] = []
  private(set) var classes: [TermClasses] = []
  /// Of a mark, its scalar, with dashes and apostrophes made one; 0 of a word.
  private(set) var marks: [UInt32] = []
  /// The phrases of the pack that start at token `i` are `matches[matchStarts[i]..<matchStarts[i + 1]]`, the
  /// longest first.
  private(set) var matchStarts: [Int32] = []
  private(set) var matches: [Match] = []
  /// The pack's countries that the article names, by name, adjective or people.
  private(set) var countries: Set<UInt32> = []
  /// All listed entities whose names stand somewhere.
  private(set) var listed: Set<UInt32> = []
  private(set) var sentences: [Sentence] = []

  mutating func append(_ sentence: Sentence) { sentences.append(sentence) }

  /// A phrase of the pack found in the text.
  struct Match {
    /// The token behind the phrase.
    let end: Int32
    let sense: Sense
  }

  /// A run of tokens that is read as one.
  struct Sentence {
    let start: Int
    let end: Int
    let role: Article.Block.Role
    /// Number of the block, so that neighbours in one paragraph are known.
    let block: Int
  }

  init(_ article: Article, _ lexicon: Lexicon) {
    bytes = article.text
    var cut: [Tokenizer.Token] = []
    cut.reserveCapacity(bytes.count / 5)
    var bounds: [(Int, Int, Article.Block.Role, Int)] = []
    for (number, block) in article.blocks.enumerated() where block.role != .menu {
      let first = cut.count
      Tokenizer.append(bytes.span, from: block.start, to: block.end, into: &cut)
      leaveOutPositions(in: &cut, from: first)
      bounds.append((first, cut.count, block.role, number))
    }
    tokens = cut
    lookUp(lexicon.knowledge)
    findPhrases(lexicon)
    for i in tokens.indices where isForeign(i, lexicon.words.the) {
      words[i] = 0
      classes[i].formIntersection([.given, .family, .particle])
    }
    for i in tokens.indices where isJoinedPreposition(i) { classes[i] = [.adjective] }
    for (start, end, role, block) in bounds {
      splitSentences(start, end, role, block, lexicon)
    }
  }

  private mutating func lookUp(_ knowledge: Knowledge) {
    var folded: [UInt8] = []
    for token in tokens {
      folded.removeAll(keepingCapacity: true)
      Tokenizer.fold(bytes.span, token, into: &folded)
      let word = knowledge.word(folded.span)
      words.append(word)
      classes.append(word == 0 ? [] : knowledge.classes(ofWord: word))
      var hash: UInt32 = 2_166_136_261
      for byte in folded { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      hashes.append(hash)
      marks.append(token.shape.contains(.mark) ? Text.mark(folded) : 0)
    }
  }

  /// `Nguyễn Thế Phương`, `Hoang The Lien`: a name that looks like a small word, by its marks or where it stands.
  private func isForeign(_ i: Int, _ article: UInt32) -> Bool {
    guard tokens[i].shape.contains(.capital), !classes[i].isDisjoint(with: Scanner.closed) else {
      return false
    }
    if bytes[Int(tokens[i].start)..<Int(tokens[i].end)].contains(where: { $0 >= 0x80 }) {
      return true
    }
    guard words[i] == article, i > 1, i + 1 < tokens.count, isCapital(i - 1), isCapital(i + 1),
      classes[i - 1].contains(.family),
      tokens[i - 2].shape.isDisjoint(with: .capital)
        || classes[i - 2].contains(.honorific)
    else { return false }
    return matches(at: i).isEmpty && matches(at: i + 1).isEmpty
      && classes[i + 1].isDisjoint(with: [.common, .verb])
  }

  /// `in-depth talks`, `on-site inspection`: no preposition, but a part of what stands before a noun.
  private func isJoinedPreposition(_ i: Int) -> Bool {
    guard i + 2 < tokens.count, classes[i].contains(.preposition), marks[i + 1] == 0x2D else {
      return false
    }
    // `presidency-in-office`
    if i > 0, marks[i - 1] == 0x2D { return false }
    return tokens[i + 1].shape.union(tokens[i + 2].shape).isDisjoint(with: [.spaced, .capital])
      && tokens[i + 2].shape.contains(.word)
  }

  private static func mark(_ folded: [UInt8]) -> UInt32 {
    if folded.count > 1, folded[0] == 0x27 { return 0x27 }
    guard let first = folded.first else { return 0xFFFD }
    return first < 0x80 ? UInt32(first) : Folding.decode(folded.span, at: 0).0
  }

  private mutating func findPhrases(_ lexicon: Lexicon) {
    let knowledge = lexicon.knowledge
    matchStarts.reserveCapacity(tokens.count + 1)
    for i in tokens.indices {
      matchStarts.append(Int32(matches.count))
      let first = matches.count
      var state = knowledge.root
      var j = i
      while j < tokens.count, words[j] != 0 {
        state = knowledge.step(state, words[j])
        if state == 0 { break }
        j += 1
        for s in knowledge.senses(of: state) {
          let sense = knowledge.sense(s)
          if fits(sense, from: i, to: j, lexicon) {
            matches.insert(Match(end: Int32(j), sense: sense), at: first)
            guard sense.role != .term else { continue }
            listed.insert(sense.target)
            if knowledge.entity(sense.target).kind == .country { countries.insert(sense.target) }
          }
        }
      }
    }
    matchStarts.append(Int32(matches.count))
  }

  /// True where the capitals allow the sense; terms whose class bits say enough are left out.
  private func fits(_ sense: Sense, from: Int, to: Int, _ lexicon: Lexicon) -> Bool {
    if sense.role == .term {
      switch lexicon.info(sense.target).termClass {
      case .common, .given, .family, .particle, .determiner, .pronoun, .conjunction, .modal,
        .auxiliary, .relative, .negation, .verb, .source:
        return to - from > 1
      default: return true
      }
    }
    let shape = tokens[from].shape
    // `US$`: a currency.
    if to < tokens.count, marks[to] == 0x24, !tokens[to].shape.contains(.spaced) { return false }
    guard shape.contains(.capital) || shape.contains(.caseless) || shape.contains(.number)
    else { return false }
    guard sense.needsCapitals else {
      // The last word bears a capital too, unless the name is a phrase with small words inside.
      return tokens[to - 1].shape.isDisjoint(with: [.word])
        || tokens[to - 1].shape.contains(.capital)
        || tokens[to - 1].shape.contains(.caseless) || to - from > 2
    }
    for k in from..<to where tokens[k].shape.contains(.word) {
      if tokens[k].shape.isDisjoint(with: [.allCapitals, .initials]) { return false }
    }
    return true
  }

  func matches(at i: Int) -> ArraySlice<Match> {
    matches[Int(matchStarts[i])..<Int(matchStarts[i + 1])]
  }

  /// The exact text of tokens `from..<to`, marks of decomposition and all.
  func string(_ from: Int, _ to: Int) -> String {
    guard from < to else { return "" }
    return String(
      decoding: bytes[Int(tokens[from].start)..<Int(tokens[to - 1].end)], as: UTF8.self)
  }

  func isCapital(_ i: Int) -> Bool {
    tokens[i].shape.contains(.capital)
  }

  func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool { marks[i] == mark.value }

  /// True at `'s`, and at the bare apostrophe behind a plural.
  func isPossessive(_ i: Int) -> Bool {
    guard marks[i] == 0x27 else { return false }
    if tokens[i].end - tokens[i].start > 1, tokens[i].shape.isDisjoint(with: .spaced) {
      return bytes[Int(tokens[i].end) - 1] == 0x73 || bytes[Int(tokens[i].end) - 1] == 0x53
        || isPluralApostrophe(i)
    }
    return isPluralApostrophe(i)
  }

  private func isPluralApostrophe(_ i: Int) -> Bool {
    guard i > 0, tokens[i].shape.isDisjoint(with: .spaced), tokens[i - 1].shape.contains(.word)
    else { return false }
    return bytes[Int(tokens[i - 1].end) - 1] == 0x73 && i + 1 < tokens.count
      && tokens[i + 1].shape.contains(.spaced) && tokens[i + 1].shape.contains(.word)
  }
}
