import EntenteModel

/// Takes JSON values apart and collects every fault with its line and column, instead of stopping
/// at the first.
struct JSONReader {
  let file: String
  /// What the codes of faults begin with.
  private let format: String
  private let bytes: [UInt8]
  /// Offsets of the first byte of each line.
  private let lines: [Int]
  private(set) var faults: [Diagnostic] = []
  /// Keys that are not in the format.
  private(set) var notes: [Diagnostic] = []
  /// A hopeless file is not worth more than this many messages.
  private static let most = 200

  init(_ bytes: [UInt8], file: String, format: String = "graph") {
    self.bytes = bytes
    self.file = file
    self.format = format
    lines = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// Line and column of a byte, from 1, with the line's text if it is short.
  func place(_ offset: Int) -> Diagnostic.Place {
    let line = max(0, lines.partitioningIndex { $0 > offset } - 1)
    let start = lines[line]
    let end = line + 1 < lines.count ? lines[line + 1] - 1 : bytes.count
    let text =
      end - start <= 200 ? String(decoding: bytes[start..<max(start, end)], as: UTF8.self) : nil
    return Diagnostic.Place(
      file: file, line: line + 1, column: offset - start + 1, offset: offset, lineText: text)
  }

  mutating func fault(_ code: String, _ message: String, at offset: Int, hint: String? = nil) {
    guard faults.count < JSONReader.most else { return }
    faults.append(Diagnostic(.error, code: code, message, at: place(offset), hint: hint))
  }

  /// The members of an object by key; what is not in `known` is noted.
  mutating func object(_ value: JSONValue, _ what: String, known: [String]) -> [String: JSONValue]?
  {
    guard case .object(let members) = value.content else {
      fault(
        "\(format).wrong-type", "Expected \(what), an object, but found \(value.description).",
        at: value.offset)
      return nil
    }
    var result: [String: JSONValue] = [:]
    for member in members {
      if known.contains(member.key) {
        result[member.key] = member.value
      } else if notes.count < JSONReader.most {
        notes.append(
          Diagnostic(
            .note, code: "\(format).unknown-key",
            "The key “\(member.key)” in \(what) is not part of the format and was left out.",
            at: place(member.value.offset)))
      }
    }
    return result
  }

  /// The value under a key, which must be there.
  mutating func required(_ object: [String: JSONValue], _ key: String, in value: JSONValue)
    -> JSONValue?
  {
    if let found = object[key] { return found }
    fault("\(format).missing-key", "The key “\(key)” is missing.", at: value.offset)
    return nil
  }

  /// The elements of a list; none where the key is missing.
  mutating func list(_ value: JSONValue?) -> [JSONValue] {
    guard let value else { return [] }
    guard case .array(let elements) = value.content else {
      wrong(value, "a list")
      return []
    }
    return elements
  }

  mutating func string(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    guard case .string(let text) = value.content else {
      wrong(value, "a string")
      return nil
    }
    return text
  }

  /// A string, or nil for null and for a missing key.
  mutating func optional(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    if case .null = value.content { return nil }
    return string(value)
  }

  mutating func strings(_ value: JSONValue?) -> [String] {
    var texts: [String] = []
    for element in list(value) { if let text = string(element) { texts.append(text) } }
    return texts
  }

  mutating func whole(_ value: JSONValue?) -> Int? {
    guard let value else { return nil }
    guard case .number(_, let whole?) = value.content, whole >= 0 else {
      wrong(value, "a whole number from 0")
      return nil
    }
    return whole
  }

  /// A number in 0…1.
  mutating func fraction(_ value: JSONValue?) -> Double? {
    guard let value else { return nil }
    guard case .number(let number, _) = value.content, (0...1).contains(number) else {
      wrong(value, "a number from 0 to 1")
      return nil
    }
    return Hundredths.round(number)
  }

  mutating func date(_ value: JSONValue?) -> PartialDate? {
    guard let value, let text = optional(value) else { return nil }
    guard let date = PartialDate(text) else {
      fault(
        "\(format).no-date", "“\(text)” is no date.", at: value.offset,
        hint: "Write 2026-02-06, 2026-02, 2026 or null.")
      return nil
    }
    return date
  }

  /// One of a closed set of words.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ value: JSONValue?, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let value, let text = string(value) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
      fault(
        "\(format).unknown-word", "“\(text)” is none of the words allowed here.", at: value.offset,
        hint: "Write one of \(words).")
      return nil
    }
    return word
  }

  /// An id of a node or an edge.
  mutating func id(_ value: JSONValue?) -> String? {
    guard let value, let text = string(value) else { return nil }
    guard Identifier.isValid(text) else {
      fault(
        "\(format).no-id", "“\(text)” is no id.", at: value.offset,
        hint:
          "An id has lower-case letters, digits, dots and hyphens; no dot or hyphen comes first."
      )
      return nil
    }
    return text
  }

  mutating func wrong(_ value: JSONValue, _ expected: String) {
    fault(
      "\(format).wrong-type", "Expected \(expected) but found \(value.description).",
      at: value.offset)
  }
}

extension Array {
  /// The first index whose element meets the condition, in an array where all after it do too.
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
