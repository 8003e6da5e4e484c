/// The `//` comments of a DOT file: as much of a lexer as reading evidence back needs.
enum DOTComments {
  /// What stands behind `//` in each comment line, in the order of the file.
  static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var i = 0
    var depth = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0x22 where depth == 0:
        i = endOfString(bytes, from: i + 1)
      case 0x3C:  // <
        depth += 1
        i += 1
      case 0x3E where depth > 0:  // >
        depth -= 1
        i += 1
      case 0x2F where depth == 0 && i + 1 < bytes.count && bytes[i + 1] == 0x2F:
        let end = bytes[i...].firstIndex(of: 0x0A) ?? bytes.count
        found.append(bytes[(i + 2)..<end])
        i = end
      case 0x2F where depth == 0 && i + 1 < bytes.count && bytes[i + 1] == 0x2A:
        i += 2
        while i < bytes.count, !(bytes[i] == 0x2F && bytes[i - 1] == 0x2A) { i += 1 }
        i += 1
      default:
        i += 1
      }
    }
    return found
  }

  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] != 0x22 {
      i += bytes[i] == 0x5C ? 2 : 1
    }
    return i + 1
  }
}

/// Reads the fields of one evidence comment from left to right.
struct DOTCommentFields {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// A decimal number that is no negative one.
  mutating func number() -> Int? {
    skipSpaces()
    let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    rest = rest.dropFirst(digits.count)
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// A string as ``DOTText/commented(_:)`` writes it.
  mutating func string() -> String? {
    skipSpaces()
    guard rest.first == 0x22 else { return nil }
    rest = rest.dropFirst()
    var text: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case 0x22: return String(validating: text, as: UTF8.self)
      case 0x5C:
        guard let escape = rest.popFirst() else { return nil }
        guard escape == 0x75 else {
          text.append(escape)
          continue
        }
        guard let scalar = scalar() else { return nil }
        text += String(scalar).utf8
      default: text.append(byte)
      }
    }
    return nil
  }

  /// An attribute's name and its digests, `label:19f3a0.77e2b1`; nil, and nothing is taken, for anything else.
  mutating func digests() -> (name: String, digests: [UInt32])? {
    skipSpaces()
    let field = rest.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    guard let colon = field.lastIndex(of: 0x3A), colon > field.startIndex else { return nil }
    let parts = field[(colon + 1)...].split(separator: 0x2E, omittingEmptySubsequences: false)
    let digests = parts.compactMap { part in
      part.count == 6 ? UInt32(String(decoding: part, as: UTF8.self), radix: 16) : nil
    }
    guard digests.count == parts.count, !digests.isEmpty else { return nil }
    rest = rest.dropFirst(field.count)
    return (String(decoding: field[..<colon], as: UTF8.self), digests)
  }

  /// What was not yet read, without spaces at its ends.
  var remainder: String {
    var bytes = rest.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D {
      bytes = bytes.dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func scalar() -> Unicode.Scalar? {
    guard rest.first == 0x7B, let end = rest.firstIndex(of: 0x7D) else { return nil }
    let digits = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
  }

  private mutating func skipSpaces() {
    while let byte = rest.first, byte == 0x20 || byte == 0x09 || byte == 0x0D {
      rest = rest.dropFirst()
    }
  }
}
