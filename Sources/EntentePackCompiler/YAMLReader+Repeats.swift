import EntenteModel

extension YAMLReader {
  /// The tree of a file whose mappings may have a key more than once: each of its entries is there, in order.
  ///
  /// YAML forbids it, and its parsers refuse it. So the first letter of a repeated key is replaced by one of
  /// private use, which moves nothing in the file, until all keys differ.
  static func readKeepingRepeats(_ file: SourceFile) throws(EntenteError) -> PackNode? {
    var masked = MaskedKeys(file.text)
    // Each key costs a reading of the whole file.
    var left = min(1_000, max(16, 4_000_000 / max(1, file.text.utf8.count)))
    while true {
      switch attempt(masked.text, file) {
      case .tree(let node): return node.map { masked.restored($0) }
      case .fault(let fault): throw fault
      case .repeated(let key, let line, let column, let fault):
        left -= 1
        guard left > 0, masked.mask(key, line: line, column: column) else { throw fault }
      }
    }
  }
}

/// A text in which some letters are replaced by letters of private use.
private struct MaskedKeys {
  private var scalars: [Unicode.Scalar]
  /// Where each line begins.
  private let starts: [Int]
  /// The letters replaced: the first by U+E000, the next by U+E001.
  private var letters: [Unicode.Scalar] = []
  private let isMasking: Bool
  private static let room = 0x1900

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var starts = [0]
    for (i, scalar) in scalars.enumerated() where scalar == "\n" { starts.append(i + 1) }
    self.starts = starts
    isMasking = !scalars.contains { (0xE000...0xF8FF).contains($0.value) }
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// False where the key does not stand there as it is. With a key at a line's beginning goes every line that begins
  /// with it: one reading is enough for all of them.
  mutating func mask(_ key: String, line: Int, column: Int) -> Bool {
    guard isMasking, starts.indices.contains(line - 1), !key.isEmpty else { return false }
    let wanted = Array(key.unicodeScalars)
    var place = starts[line - 1] + column - 1
    if scalars.indices.contains(place), scalars[place] == "\"" || scalars[place] == "'" {
      place += 1
    }
    guard isThere(wanted, place), replace(place) else { return false }
    guard column == 1 else { return true }
    for start in starts where isThere(wanted + [":"], start) {
      guard replace(start) else { return false }
    }
    return true
  }

  private func isThere(_ wanted: [Unicode.Scalar], _ place: Int) -> Bool {
    place >= 0 && place + wanted.count <= scalars.count
      && scalars[place..<place + wanted.count].elementsEqual(wanted)
  }

  private mutating func replace(_ place: Int) -> Bool {
    guard letters.count < MaskedKeys.room,
      let letter = Unicode.Scalar(UInt32(0xE000 + letters.count))
    else { return false }
    letters.append(scalars[place])
    scalars[place] = letter
    return true
  }

  func restored(_ node: PackNode) -> PackNode {
    guard !letters.isEmpty else { return node }
    let content: PackNode.Content =
      switch node.content {
      case .scalar(let text): .scalar(restored(text))
      case .sequence(let items): .sequence(items.map { restored($0) })
      case .mapping(let pairs): .mapping(pairs.map { (restored($0.key), restored($0.value)) })
      }
    return PackNode(content: content, line: node.line, column: node.column)
  }

  private func restored(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let number = Int(scalar.value) - 0xE000
      result.append(letters.indices.contains(number) ? letters[number] : scalar)
    }
    return String(result)
  }
}
