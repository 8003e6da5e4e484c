internal import EntenteKnowledge
internal import EntenteModel

/// The pack's persons by the words of their names, and its ministries by their fields.
struct KnowledgeIndex: Sendable {
  struct Ministry: Sendable {
    let entity: UInt32
    /// Hashes of the folded words of its field, without `affairs`.
    let words: Set<UInt32>
  }

  /// By country.
  let ministries: [UInt32: [Ministry]]
  /// The hash of a folded name word → indices of the persons who bear it.
  let byWord: [UInt32: [UInt32]]

  init(_ knowledge: Knowledge) {
    var byWord: [UInt32: [UInt32]] = [:]
    var ministries: [UInt32: [Ministry]] = [:]
    for index in 0..<knowledge.entityCount {
      let entity = knowledge.entity(index)
      if entity.kind == .ministry, let country = entity.country, let field = entity.field {
        let words = Tokenizer.words(of: field).filter { $0.utf8.count > 3 && $0 != "affairs" }
        ministries[country, default: []].append(
          Ministry(entity: index, words: Set(words.map(KnowledgeIndex.hash))))
      }
      guard entity.kind == .person else { continue }
      for name in [entity.name] + entity.aliases {
        let words = KnowledgeIndex.hashes(name)
        // Where the first word is the given name it is no short form: `President Klaus` is not Klaus Iohannis.
        let isGivenFirst = words.count > 1 && ["", "western", "spanish"].contains(entity.culture)
        for word in isGivenFirst ? words.dropFirst() : words[...] {
          if byWord[word]?.contains(index) != true { byWord[word, default: []].append(index) }
        }
      }
    }
    self.byWord = byWord
    self.ministries = ministries
  }

  /// The hashes of a name's folded words; no strings are made, for there are thousands of names.
  private static func hashes(_ name: String) -> [UInt32] {
    let bytes = Array(name.utf8)
    var tokens: [Tokenizer.Token] = []
    Tokenizer.append(bytes.span, from: 0, to: bytes.count, into: &tokens)
    var folded: [UInt8] = []
    return tokens.map { token in
      folded.removeAll(keepingCapacity: true)
      Tokenizer.fold(bytes.span, token, into: &folded)
      var hash: UInt32 = 2_166_136_261
      for byte in folded { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      return hash
    }
  }

  /// FNV-1a of a folded word, as tokens carry it.
  static func hash(_ word: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in word.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
