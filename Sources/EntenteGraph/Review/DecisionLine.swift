import EntenteModel

/// Writes decisions as YAML in flow style.
enum DecisionLine {
  /// `[A, "B: c"]`
  static func list(_ names: [String]) -> String {
    "[" + names.map(quoted).joined(separator: ", ") + "]"
  }

  /// `{from: person.a, type: participant, to: meeting.a.b}`
  static func edge(_ edge: Edge) -> String {
    "{from: \(quoted(edge.source)), type: \(quoted(edge.type.rawValue)), to: \(quoted(edge.target))}"
  }

  /// Text as a scalar that stands for it, whatever is in it.
  ///
  /// Plain where it is made of letters, digits and a few harmless signs; else in double quotes, in which YAML takes
  /// the escapes of JSON and `\U` (YAML 1.1, section 5.7). What a terminal obeys, or nobody sees, is escaped.
  static func quoted(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where isHidden(scalar.value): result += escaped(scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, isWord(first), isWord(last) else {
      return false
    }
    return bytes.allSatisfy { isWord($0) || [0x20, 0x2D, 0x2E, 0x2F, 0x40, 0x5F].contains($0) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Controls, marks of direction and joining, line and paragraph separators, private use and what is no character.
  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xE000...0xF8FF, 0xFEFF, 0xFFF0...0xFFFF, 0xE0000...:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  private static func escaped(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let width = value > 0xFFFF ? 8 : 4
    return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.utf8.count)
      + digits
  }
}
