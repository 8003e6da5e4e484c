/// An entry of the lexicon: a view, whose strings are made when asked for.
package struct Term: Sendable {
  private let file: PackFile
  /// Its number in the pack.
  package let index: UInt32

  init(_ file: PackFile, _ index: UInt32) {
    self.file = file
    self.index = index
  }

  package var termClass: TermClass {
    TermClass(rawValue: UInt8(truncatingIfNeeded: value(.termClass))) ?? .common
  }

  /// As the pack writes it, in its base form: `prime minister`.
  package var text: String { file.string(value(.text)) }

  /// The value of an attribute (`relation`, `rank`, `sense`), or nil. Compares strings: not for a loop over tokens.
  package func attribute(_ key: String) -> String? { attributes.first { $0.key == key }?.value }

  /// All attributes, ordered by key.
  package var attributes: [(key: String, value: String)] {
    let numbers = file.list(start: value(.attributeStart), count: value(.attributeCount))
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      (file.string(numbers[$0]), file.string(numbers[$0 + 1]))
    }
  }

  /// Equal for two terms of one class that have the same attributes.
  package var likeness: UInt64 {
    UInt64(value(.attributeStart)) << 8 | UInt64(value(.attributeCount) & 0x7F) << 40
      | UInt64(value(.termClass) & 0xFF)
  }

  /// Variant spellings and irregular forms, as `also=…`, `past=…`.
  package var formNotes: [String] {
    file.list(start: value(.formStart), count: value(.formCount)).map(file.string)
  }

  /// The source file, relative to the folder of packs, and the line.
  package var source: (file: String, line: Int) {
    (file.string(value(.file)), Int(value(.line)))
  }

  private func value(_ field: PackFormat.TermField) -> UInt32 {
    file.terms[Int(index) * PackFormat.TermField.allCases.count + field.rawValue]
  }
}

extension Knowledge {
  /// The number of terms; they count from 0.
  package var termCount: UInt32 {
    UInt32(file.terms.count / PackFormat.TermField.allCases.count)
  }

  /// Calls `body` with the number and likeness of every term, in order.
  package func forEachTerm(_ body: (UInt32, UInt64) -> Void) {
    for index in 0..<termCount { body(index, Term(file, index).likeness) }
  }

  /// The term of that number; empty where there is none.
  package func term(_ index: UInt32) -> Term { Term(file, index) }

  /// The terms with exactly this text and class, found through the trie.
  package func term(_ text: String, _ termClass: TermClass) -> Term? {
    for sense in senses(ofPhrase: text) where sense.role == .term {
      let term = term(sense.target)
      if term.termClass == termClass { return term }
    }
    return nil
  }
}
