import EntenteKnowledge
import EntenteModel

/// The strings of a pack, each once; string 0 is empty.
struct StringPool {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0, 0]
  private var numbers: [String: UInt32] = ["": 0]

  mutating func number(_ text: String) -> UInt32 {
    if let number = numbers[text] { return number }
    let number = UInt32(starts.count - 1)
    bytes.append(contentsOf: text.utf8)
    starts.append(UInt32(bytes.count))
    numbers[text] = number
    return number
  }
}

/// The words of a pack with what the lexicon says of each; word 0 is none.
struct WordTable {
  private(set) var texts: [String] = [""]
  private(set) var classes: [UInt64] = [0]
  private(set) var verbLemmas: [UInt32] = [0]
  private(set) var nounLemmas: [UInt32] = [0]
  private(set) var forms: [UInt8] = [0]
  private var numbers: [String: UInt32] = [:]

  mutating func number(_ folded: String) -> UInt32 {
    if let number = numbers[folded] { return number }
    let number = UInt32(texts.count)
    numbers[folded] = number
    texts.append(folded)
    classes.append(0)
    verbLemmas.append(0)
    nounLemmas.append(0)
    forms.append(0)
    return number
  }

  /// Notes that `word` is a form of `lemma`. A word that is itself a base form stays its own lemma
  /// (`found`, to establish, is not the past of `find`); among others the first keeps it.
  mutating func note(_ word: UInt32, _ termClass: TermClass, _ form: WordForms, lemma: UInt32) {
    let i = Int(word)
    classes[i] |= TermClasses(termClass).rawValue
    forms[i] |= form.rawValue
    let verb: WordForms = [.base, .third, .past, .participle, .gerund]
    if !form.isDisjoint(with: verb), verbLemmas[i] == 0 || word == lemma { verbLemmas[i] = lemma }
    let noun: WordForms = [.singular, .plural]
    if !form.isDisjoint(with: noun), nounLemmas[i] == 0 || word == lemma { nounLemmas[i] = lemma }
  }

  /// Pairs of hash and word in an open-addressing table at most half full.
  var hashTable: [UInt32] {
    var size = 2
    while size < texts.count * 2 { size *= 2 }
    var table = [UInt32](repeating: 0, count: size * 2)
    for word in 1..<max(1, texts.count) {
      let bytes = Array(texts[word].utf8)
      let hash = PackFormat.hash(bytes.span)
      var slot = Int(hash) & (size - 1)
      while table[slot * 2 + 1] != 0 { slot = (slot + 1) & (size - 1) }
      table[slot * 2] = hash
      table[slot * 2 + 1] = UInt32(word)
    }
    return table
  }
}

/// A trie over words; state 0 is none, state 1 the root.
struct TrieBuilder {
  private var steps: [UInt64: UInt32] = [:]
  private var edges: [[(word: UInt32, state: UInt32)]] = [[], []]
  private var senses: [[Sense]] = [[], []]

  var stateCount: Int { edges.count }

  /// Adds a phrase with its sense. The same target in the same role counts once: what one entry says proves,
  /// proves it, and the forms are joined.
  mutating func add(_ words: [UInt32], _ sense: Sense) {
    guard !words.isEmpty else { return }
    var state: UInt32 = 1
    for word in words {
      let key = UInt64(state) << 32 | UInt64(word)
      if let next = steps[key] {
        state = next
      } else {
        let next = UInt32(edges.count)
        steps[key] = next
        edges[Int(state)].append((word, next))
        edges.append([])
        senses.append([])
        state = next
      }
    }
    let known = senses[Int(state)].firstIndex {
      $0.target == sense.target && ($0.role == .term) == (sense.role == .term)
        && ($0.role == sense.role || TrieBuilder.isName($0.role) && TrieBuilder.isName(sense.role))
    }
    guard let known else { return senses[Int(state)].append(sense) }
    let old = senses[Int(state)][known]
    senses[Int(state)][known] = Sense(
      role: min(old.role, sense.role), target: old.target,
      needsOwner: old.needsOwner && sense.needsOwner,
      needsCapitals: old.needsCapitals && sense.needsCapitals,
      forms: old.forms.union(sense.forms))
  }

  private static func isName(_ role: Sense.Role) -> Bool {
    role == .entity || role == .abbreviation
  }

  /// Changes the senses of every phrase.
  mutating func settle(_ body: ([Sense]) -> [Sense]) {
    for state in senses.indices where !senses[state].isEmpty { senses[state] = body(senses[state]) }
  }

  /// The columns of the pack; `words` is the number of words.
  func columns(words: Int) -> Columns {
    var columns = Columns()
    columns.rootSteps = [UInt32](repeating: 0, count: words)
    for edge in edges[1] { columns.rootSteps[Int(edge.word)] = edge.state }
    for state in edges.indices {
      columns.stateEdges.append(UInt32(columns.edges.count / 2))
      columns.stateSenses.append(UInt32(columns.senses.count / 2))
      for edge in edges[state].sorted(by: { $0.word < $1.word }) where state != 1 {
        columns.edges.append(edge.word)
        columns.edges.append(edge.state)
      }
      for sense in senses[state] {
        columns.senses.append(sense.words.0)
        columns.senses.append(sense.words.1)
      }
    }
    columns.stateEdges.append(UInt32(columns.edges.count / 2))
    columns.stateSenses.append(UInt32(columns.senses.count / 2))
    return columns
  }

  struct Columns {
    var rootSteps: [UInt32] = []
    var stateEdges: [UInt32] = []
    var edges: [UInt32] = []
    var stateSenses: [UInt32] = []
    var senses: [UInt32] = []
  }
}

private func min(_ a: Sense.Role, _ b: Sense.Role) -> Sense.Role {
  a.rawValue <= b.rawValue ? a : b
}
