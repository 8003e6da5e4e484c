package import EntenteModel

/// The layout of a compiled pack, version 3. All numbers are little-endian; sections start at multiples of 8.
///
/// ```
///  0  magic "ENTPACK\0"          24  checksum of the bytes from 32 to the end
///  8  format version, UInt32     32  digest of the sources
/// 12  number of sections, UInt32 40  section table: offset and length in bytes, UInt32 each
/// 16  length of the file         …   sections
/// ```
package enum PackFormat {
  /// `ENTPACK\0` read as a little-endian number.
  package static let magic: UInt64 = 0x004B_4341_5054_4E45
  package static let version: UInt32 = 3
  package static let tableOffset = 40
  /// Where the checksummed part starts.
  package static let checkedOffset = 32
  /// A pack larger than this is refused: offsets are 32 bits.
  package static let maximumLength = 1 << 31

  /// The sections in file order.
  package enum Section: Int, CaseIterable, Sendable {
    /// UTF-8, all strings one after another.
    case strings
    /// UInt32: where each string starts, and the end of the last. String 0 is empty.
    case stringStarts
    /// UInt32: the string of each word. Word 0 is none.
    case words
    /// Pairs of UInt32, hash and word: an open-addressing table, its size a power of two.
    case wordTable
    /// UInt64: the classes of each word.
    case wordClasses
    /// UInt32: the lemma of each word as a verb.
    case verbLemmas
    /// UInt32: the lemma of each word as a noun.
    case nounLemmas
    /// UInt8: the forms that each word can be.
    case wordForms
    /// UInt32: the state that each word leads to from the root.
    case rootSteps
    /// UInt32: where each state's edges start, and the end of the last.
    case stateEdges
    /// Pairs of UInt32, word and state, sorted by word within a state.
    case edges
    /// UInt32: where each state's senses start, and the end of the last.
    case stateSenses
    /// Pairs of UInt32, see ``Sense``.
    case senses
    /// Records of ``EntityField``.
    case entities
    /// Records of ``TermField``.
    case terms
    /// UInt32: the strings, entities and numbers that records point into, as start and count.
    case lists
    /// A flat tree of the patterns, see ``PackTree``.
    case patterns
    /// The same for kinds, then relations.
    case styles
    /// Pairs of UInt32, sorted: the hash of a word that a person can be called by, and the person's index.
    case personWords
    /// Pairs of UInt32, sorted: a country's index and a ministry's that has a field.
    case ministries
  }

  /// The fields of an entity's record, each a UInt32; an entity is stored as its index + 1, 0 for none.
  package enum EntityField: Int, CaseIterable, Sendable {
    case id, kind, name, abbreviation, country, partOf, culture, type, field, capitalOf
    case since, until, into, file, line
    case aliasStart, aliasCount, adjectiveStart, adjectiveCount, peopleStart, peopleCount
    case memberStart, memberCount
    /// Five numbers a post: office, body, since, until, line.
    case postStart, postCount
    /// 1: needs an owner.
    case flags
  }

  /// The fields of a term's record, each a UInt32.
  package enum TermField: Int, CaseIterable, Sendable {
    case termClass, text, file, line
    /// Two strings an attribute: key, value.
    case attributeStart, attributeCount
    /// The variant spellings, then the irregular forms, as strings `also=…`, `past=…`.
    case formStart, formCount
  }

  /// The hash of a folded word: FNV-1a, 32 bits.
  package static func hash(_ word: Span<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for i in word.indices { hash = (hash ^ UInt32(word[i])) &* 16_777_619 }
    return hash
  }

  /// The same of a string.
  package static func hash(_ word: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in word.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// A date in one number: year, month and day in 14, 4 and 5 bits; 0 for none.
  package static func pack(_ date: PartialDate?) -> UInt32 {
    guard let date else { return 0 }
    return UInt32(date.year) << 9 | UInt32(date.month ?? 0) << 5 | UInt32(date.day ?? 0)
  }

  /// The date that ``pack(_:)`` packed; nil for 0 and for what is no date.
  package static func date(_ packed: UInt32) -> PartialDate? {
    let month = Int(packed >> 5 & 15)
    let day = Int(packed & 31)
    return PartialDate(
      year: Int(packed >> 9), month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }
}
