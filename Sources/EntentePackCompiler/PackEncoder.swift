import EntenteKnowledge
import EntenteModel

/// Makes the bytes of a compiled pack from its sources; the same source gives the same bytes.
package struct PackEncoder {
  var strings = StringPool()
  var words = WordTable()
  var trie = TrieBuilder()
  var lists: [UInt32] = []
  var entityRecords: [UInt32] = []
  var termRecords: [UInt32] = []
  var patterns: [UInt32] = []
  var styles: [UInt32] = []
  private var knownLists: [[UInt32]: UInt32] = [:]

  let source: PackSource
  /// By id, in byte order: what the pack's binary search expects.
  let entities: [SourceEntity]
  let entityNumbers: [String: UInt32]
  /// The numbers of terms by text, for patterns.
  var termNumbers: [String: [UInt32]] = [:]
  /// Folded texts of words that the lexicon has, for which an abbreviation must keep its capitals.
  var lexicon: Set<String> = []

  /// The bytes of the pack.
  package static func encode(_ source: PackSource) -> [UInt8] {
    var encoder = PackEncoder(source)
    encoder.encodeTerms()
    encoder.encodeEntities()
    encoder.settleSenses()
    encoder.encodePatterns()
    encoder.encodeStyles()
    return encoder.file()
  }

  private init(_ source: PackSource) {
    self.source = source
    entities = source.entities.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    entityNumbers = Dictionary(
      entities.enumerated().map { ($1.id, UInt32($0)) }, uniquingKeysWith: { a, _ in a })
  }

  mutating func add(_ phrase: String, _ sense: Sense) {
    for variant in Phrase.variants(phrase) {
      trie.add(variant.map { words.number($0) }, sense)
    }
  }

  /// Start and count of the numbers in the lists. Equal lists are kept once, so that two terms with one start say the
  /// same.
  mutating func list(_ numbers: [UInt32]) -> (UInt32, UInt32) {
    guard !numbers.isEmpty else { return (0, 0) }
    if let start = knownLists[numbers] { return (start, UInt32(numbers.count)) }
    let start = UInt32(lists.count)
    knownLists[numbers] = start
    lists.append(contentsOf: numbers)
    return (start, UInt32(numbers.count))
  }

  mutating func list(_ texts: [String]) -> (UInt32, UInt32) {
    list(texts.map { strings.number($0) })
  }

  // MARK: - The file

  private mutating func file() -> [UInt8] {
    let wordStrings = words.texts.map { strings.number($0) }
    let trie = trie.columns(words: words.texts.count)
    var sections = [[UInt8]](repeating: [], count: PackFormat.Section.allCases.count)
    func put<Number: FixedWidthInteger>(_ section: PackFormat.Section, _ numbers: [Number]) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(numbers.count * Number.bitWidth / 8)
      for number in numbers { PackEncoder.append(number, to: &bytes) }
      sections[section.rawValue] = bytes
    }
    put(.strings, strings.bytes)
    put(.stringStarts, strings.starts)
    put(.words, wordStrings)
    put(.wordTable, words.hashTable)
    put(.wordClasses, words.classes)
    put(.verbLemmas, words.verbLemmas)
    put(.nounLemmas, words.nounLemmas)
    put(.wordForms, words.forms)
    put(.rootSteps, trie.rootSteps)
    put(.stateEdges, trie.stateEdges)
    put(.edges, trie.edges)
    put(.stateSenses, trie.stateSenses)
    put(.senses, trie.senses)
    put(.entities, entityRecords)
    put(.terms, termRecords)
    put(.lists, lists)
    put(.patterns, patterns)
    put(.styles, styles)
    put(.personWords, personWords())
    put(.ministries, ministries())
    return assemble(sections)
  }

  private func assemble(_ sections: [[UInt8]]) -> [UInt8] {
    var table: [UInt8] = []
    var payload: [UInt8] = []
    let start = (PackFormat.tableOffset + sections.count * 8 + 7) & ~7
    for section in sections {
      PackEncoder.append(UInt32(start + payload.count), to: &table)
      PackEncoder.append(UInt32(section.count), to: &table)
      payload.append(contentsOf: section)
      while payload.count % 8 != 0 { payload.append(0) }
    }
    var checked: [UInt8] = []
    PackEncoder.append(source.digest, to: &checked)
    checked.append(contentsOf: table)
    while PackFormat.checkedOffset + checked.count < start { checked.append(0) }
    checked.append(contentsOf: payload)

    var file: [UInt8] = []
    file.reserveCapacity(PackFormat.checkedOffset + checked.count)
    PackEncoder.append(PackFormat.magic, to: &file)
    PackEncoder.append(PackFormat.version, to: &file)
    PackEncoder.append(UInt32(sections.count), to: &file)
    PackEncoder.append(UInt64(PackFormat.checkedOffset + checked.count), to: &file)
    PackEncoder.append(unsafe PackChecksum.of(checked.span.bytes), to: &file)
    file.append(contentsOf: checked)
    return file
  }

  private static func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
    var rest = number
    for _ in 0..<Number.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      if Number.bitWidth > 8 { rest >>= 8 }
    }
  }
}
