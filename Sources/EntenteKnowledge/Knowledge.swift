package import EntenteModel

/// What Entente knows before it reads: the words of the language, names, patterns and their look.
///
/// A compiled pack in memory, immutable, cheap to copy. Every accessor checks its bounds; a number that the pack
/// does not hold gives 0, an empty string or nothing. `EntentePackCompiler` makes packs.
package struct Knowledge: Sendable {
  let file: PackFile

  /// Maps and checks a compiled pack; about a millisecond for 3 MB.
  ///
  /// Throws `pack.unreadable` or `pack.damaged`.
  package static func open(path: String) throws(EntenteError) -> Knowledge {
    Knowledge(file: try PackFile(PackMemory(path: path), name: path))
  }

  /// Checks and copies a compiled pack. Throws `pack.damaged`.
  package init(bytes: [UInt8]) throws(EntenteError) {
    file = try PackFile(PackMemory(bytes: bytes), name: "pack in memory")
  }

  private init(file: PackFile) { self.file = file }

  /// A digest of the sources that the pack was compiled from, for recording what an answer rests on.
  package var digest: UInt64 { file.digest }

  /// The bytes of the whole pack.
  package var bytes: [UInt8] {
    // The memory lives as long as the file that owns it.
    let start = unsafe UnsafeRawPointer(bitPattern: file.memory.address)
    return withExtendedLifetime(file) {
      unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: file.memory.count))
    }
  }
}

// MARK: - Words

extension Knowledge {
  /// One more than the highest word; words count from 1.
  package var wordCount: Int { file.words.count }

  /// The word with this folded text, or 0.
  package func word(_ folded: Span<UInt8>) -> UInt32 {
    let hash = PackFormat.hash(folded)
    let table = file.wordTable
    let mask = table.count / 2 - 1
    var slot = Int(hash) & mask
    // Bounded, because a damaged table may have no empty slot.
    for _ in 0...mask {
      let word = table[slot &* 2 &+ 1]
      if word == 0 { return 0 }
      if table[slot &* 2] == hash, file.string(file.words[word], equals: folded) { return word }
      slot = (slot &+ 1) & mask
    }
    return 0
  }

  /// The word with this folded text, or 0; for tables and tests.
  package func word(_ folded: String) -> UInt32 {
    let bytes = Array(folded.utf8)
    return word(bytes.span)
  }

  /// The folded text of a word.
  package func text(ofWord word: UInt32) -> String { file.string(file.words[word]) }

  /// What one-word terms of the lexicon say the word can be.
  package func classes(ofWord word: UInt32) -> TermClasses {
    TermClasses(rawValue: file.wordClasses[word])
  }

  /// The base form of the verb that the word is a form of (`met` → `meet`), or 0.
  package func verbLemma(ofWord word: UInt32) -> UInt32 { file.verbLemmas[word] }

  /// The singular of the noun that the word is a form of (`talks` → `talk`), or 0.
  package func nounLemma(ofWord word: UInt32) -> UInt32 { file.nounLemmas[word] }

  /// The forms that the word can be, as verb and as noun.
  package func forms(ofWord word: UInt32) -> WordForms {
    WordForms(rawValue: file.wordForms[word])
  }
}

// MARK: - Trie

extension Knowledge {
  /// The state before the first word of a phrase.
  package var root: UInt32 { 1 }

  /// The number of the last state and one more.
  package var stateCount: Int { file.stateEdges.count - 1 }

  /// The state after `word`, or 0 where no phrase goes on like that.
  package func step(_ state: UInt32, _ word: UInt32) -> UInt32 {
    if word == 0 { return 0 }
    if state == 1 { return file.rootSteps[word] }
    var low = Int(file.stateEdges[state])
    var high = Int(file.stateEdges[Int(state) + 1])
    while low < high {
      let middle = (low + high) / 2
      let candidate = file.edges[middle &* 2]
      if candidate == word { return file.edges[middle &* 2 &+ 1] }
      if candidate < word { low = middle + 1 } else { high = middle }
    }
    return 0
  }

  /// The senses of the phrase that ends in `state`; empty where none does.
  package func senses(of state: UInt32) -> Range<Int> {
    let start = Int(file.stateSenses[state])
    let end = Int(file.stateSenses[Int(state) + 1])
    return start..<max(start, min(end, file.senses.count / 2))
  }

  /// A sense by its number in ``senses(of:)``.
  package func sense(_ i: Int) -> Sense { Sense(file.senses[i &* 2], file.senses[i &* 2 &+ 1]) }

  /// The senses of a whole phrase, split by ``Tokenizer``; for tables and tests.
  package func senses(ofPhrase phrase: String) -> [Sense] {
    var state = root
    for text in Tokenizer.words(of: phrase) {
      state = step(state, word(text))
      if state == 0 { return [] }
    }
    return senses(of: state).map(sense)
  }
}
