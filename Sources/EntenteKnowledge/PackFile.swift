import EntenteModel

/// A run of equal numbers in a pack's memory. Reading past its ends gives 0.
struct PackColumn<Number: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  let address: UInt
  let count: Int

  /// The number at `i`, or 0 where there is none.
  subscript(_ i: Int) -> Number {
    guard i >= 0, i < count, let base = unsafe UnsafeRawPointer(bitPattern: address) else {
      return 0
    }
    // In bounds by the guard above; a section is aligned to 8, but a damaged table may say otherwise.
    let raw = unsafe base.loadUnaligned(
      fromByteOffset: i &* (Number.bitWidth / 8), as: Number.self)
    return Number(littleEndian: raw)
  }

  subscript(_ i: UInt32) -> Number { self[Int(i)] }
}

/// A pack opened and checked: its columns by name. Shared by all copies of a ``Knowledge``.
final class PackFile: Sendable {
  let memory: PackMemory
  /// The digest of the sources it was compiled from.
  let digest: UInt64

  let strings: PackColumn<UInt8>
  let stringStarts: PackColumn<UInt32>
  let words: PackColumn<UInt32>
  let wordTable: PackColumn<UInt32>
  let wordClasses: PackColumn<UInt64>
  let verbLemmas: PackColumn<UInt32>
  let nounLemmas: PackColumn<UInt32>
  let wordForms: PackColumn<UInt8>
  let rootSteps: PackColumn<UInt32>
  let stateEdges: PackColumn<UInt32>
  let edges: PackColumn<UInt32>
  let stateSenses: PackColumn<UInt32>
  let senses: PackColumn<UInt32>
  let entities: PackColumn<UInt32>
  let terms: PackColumn<UInt32>
  let lists: PackColumn<UInt32>
  let patterns: PackColumn<UInt32>
  let styles: PackColumn<UInt32>
  let personWords: PackColumn<UInt32>
  let ministries: PackColumn<UInt32>

  /// Checks header, checksum and sections; `name` is what errors call the pack.
  init(_ memory: PackMemory, name: String) throws(EntenteError) {
    let whole = PackColumn<UInt8>(address: memory.address, count: memory.count)
    let header = try PackFile.header(whole, name: name)
    self.memory = memory
    digest = header.digest
    let sections = header.sections

    func column<Number>(_ section: PackFormat.Section) -> PackColumn<Number> {
      let range = sections[section.rawValue]
      return PackColumn(
        address: memory.address + UInt(range.lowerBound),
        count: range.count / (Number.bitWidth / 8))
    }
    strings = column(.strings)
    stringStarts = column(.stringStarts)
    words = column(.words)
    wordTable = column(.wordTable)
    wordClasses = column(.wordClasses)
    verbLemmas = column(.verbLemmas)
    nounLemmas = column(.nounLemmas)
    wordForms = column(.wordForms)
    rootSteps = column(.rootSteps)
    stateEdges = column(.stateEdges)
    edges = column(.edges)
    stateSenses = column(.stateSenses)
    senses = column(.senses)
    entities = column(.entities)
    terms = column(.terms)
    lists = column(.lists)
    patterns = column(.patterns)
    styles = column(.styles)
    personWords = column(.personWords)
    ministries = column(.ministries)
    if let reason = disagreement() { throw PackFault.damaged(name, reason) }
  }

  /// The text of a string, or an empty one where there is none of that number.
  func string(_ i: UInt32) -> String {
    let start = Int(stringStarts[i])
    let end = Int(stringStarts[Int(i) + 1])
    guard start < end, end <= strings.count,
      let base = unsafe UnsafeRawPointer(bitPattern: strings.address)
    else { return "" }
    let bytes = unsafe UnsafeRawBufferPointer(start: base + start, count: end - start)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// True where string `i` has exactly these bytes.
  func string(_ i: UInt32, equals text: Span<UInt8>) -> Bool {
    let start = Int(stringStarts[i])
    guard Int(stringStarts[Int(i) + 1]) - start == text.count else { return false }
    for k in text.indices where strings[start + k] != text[k] { return false }
    return true
  }

  /// What does not fit together between the sections, or nil.
  private func disagreement() -> String? {
    let count = words.count
    if wordTable.count < 2 || wordTable.count / 2 & (wordTable.count / 2 - 1) != 0 {
      return "its word table has \(wordTable.count) entries"
    }
    if wordClasses.count != count || verbLemmas.count != count || nounLemmas.count != count
      || wordForms.count != count || rootSteps.count != count
    {
      return "its word columns differ in length"
    }
    if stateEdges.count != stateSenses.count || stateEdges.count < 2 {
      return "its trie columns differ in length"
    }
    return nil
  }
}

extension PackFile {
  private struct Header {
    var digest: UInt64
    var sections: [Range<Int>]
  }

  private static func header(
    _ bytes: PackColumn<UInt8>, name: String
  ) throws(EntenteError) -> Header {
    guard bytes.count >= PackFormat.tableOffset else {
      throw PackFault.damaged(name, "it has only \(bytes.count) bytes")
    }
    let narrow = PackColumn<UInt32>(address: bytes.address, count: bytes.count / 4)
    let wide = PackColumn<UInt64>(address: bytes.address, count: bytes.count / 8)
    guard wide[0] == PackFormat.magic else {
      throw PackFault.damaged(name, "it does not start with ENTPACK")
    }
    guard narrow[2] == PackFormat.version else {
      throw PackFault.damaged(
        name, "it has format \(narrow[2]), and this program reads format \(PackFormat.version)")
    }
    guard wide[2] == UInt64(bytes.count) else {
      throw PackFault.damaged(name, "it has \(bytes.count) bytes where \(wide[2]) were written")
    }
    let number = PackFormat.Section.allCases.count
    let tableEnd = PackFormat.tableOffset + number * 8
    guard narrow[3] == UInt32(number), tableEnd <= bytes.count else {
      throw PackFault.damaged(name, "it has \(narrow[3]) sections instead of \(number)")
    }
    guard let base = unsafe UnsafeRawPointer(bitPattern: bytes.address) else {
      throw PackFault.damaged(name, "it is not in memory")
    }
    // The memory outlives this call: its owner is the caller's argument.
    let checked = unsafe UnsafeRawBufferPointer(
      start: base + PackFormat.checkedOffset, count: bytes.count - PackFormat.checkedOffset)
    guard unsafe PackChecksum.of(checked.bytes) == wide[3] else {
      throw PackFault.damaged(name, "its checksum is wrong")
    }
    var sections: [Range<Int>] = []
    for i in 0..<number {
      let start = Int(narrow[PackFormat.tableOffset / 4 + i * 2])
      let length = Int(narrow[PackFormat.tableOffset / 4 + i * 2 + 1])
      guard start >= tableEnd, start + length <= bytes.count else {
        throw PackFault.damaged(name, "section \(i) lies outside the file")
      }
      sections.append(start..<start + length)
    }
    return Header(digest: wide[4], sections: sections)
  }
}
