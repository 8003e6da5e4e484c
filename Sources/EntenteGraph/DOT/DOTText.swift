/// Text made safe for DOT, for its HTML-like labels and for its comments.
///
/// Graphviz reads a quoted string in three steps: the lexer undoes `\"`, escapes such as `\N` are
/// replaced by names, and entities such as `&amp;` are decoded. Data passes through all three
/// unharmed only if each is escaped; and its lexer refuses a string of 16,384 bytes or more.
package enum DOTText {
  /// The longest piece of a string written in one pair of quotation marks, in bytes.
  static let longestPiece = 16_000
  /// The longest remark written in one line, in bytes: comments have the limit of strings.
  static let longestRemark = 8_000

  /// What may be shown: control, bidi and zero-width characters and noncharacters are taken out;
  /// other white space is one space, a line break stays one. Joiners and zero-width spaces stay behind
  /// letters of scripts that need them, such as Persian and Khmer.
  package static func visible(_ text: String) -> String {
    if isVisible(text) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      defer { last = scalar.value }
      switch scalar.value {
      case 0x200B...0x200D where Script.takesJoiners(last): append(scalar, to: &result)
      case 0x0A, 0x2028, 0x2029, 0x85: result.append(0x0A)
      case 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(0x20)
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
        0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F:
        continue
      case let value where value & 0xFFFE == 0xFFFE: continue
      default: append(scalar, to: &result)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.isASCII {
      bytes.append(UInt8(scalar.value))
    } else {
      bytes.append(contentsOf: scalar.utf8)
    }
  }

  /// True where no byte can belong to a character that ``visible(_:)`` changes; most texts end here. Quotation marks,
  /// dashes and middle dots share their first bytes with such characters, so the later ones are looked at.
  private static func isVisible(_ text: some StringProtocol) -> Bool {
    // Without a way out of the loop it takes many bytes at once.
    var strange: UInt8 = 0
    for byte in text.utf8 { strange |= byte &- 0x20 < 0x5F ? 0 : 1 }
    if strange == 0 { return true }
    var before: UInt8 = 0
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x80 {
        if byte < 0x20 && byte != 0x0A || byte == 0x7F { return false }
        continue
      }
      switch (before, last, byte) {
      case (_, _, 0xD8), (_, _, 0xE3), (_, _, 0xEF...0xFF): return false
      case (_, 0xC2, 0x80...0xA0), (_, 0xC2, 0xAD), (_, 0xE1, 0xA0): return false
      case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xAF):
        return false
      default: (before, last) = (last, byte)
      }
    }
    return true
  }

  /// The value that a parser has of data which Graphviz takes for an escString: tooltips above all.
  ///
  /// Graphviz undoes the escapes of a tooltip twice, so that a doubled backslash before `N` would
  /// become the node's name, and those of other strings once. A zero-width space behind each
  /// doubled backslash ends the escape either way.
  package static func escaped(_ text: String) -> DOTValue {
    let shown = visible(text)
    guard shown.utf8.contains(where: { $0 == 0x5C || $0 == 0x0A || $0 == 0x26 }) else {
      return DOTValue(shown)
    }
    var result: [UInt8] = []
    result.reserveCapacity(shown.utf8.count + 16)
    for byte in shown.utf8 {
      switch byte {
      case 0x5C: result += "\\\\\u{200B}".utf8
      case 0x0A: result += "\\n".utf8
      case 0x26: result += "&amp;".utf8
      default: result.append(byte)
      }
    }
    return DOTValue(String(decoding: result, as: UTF8.self))
  }

  /// The value that a parser has of what Graphviz takes as it stands: names of nodes, numbers, colours.
  /// Backslashes are doubled, and stay doubled in the name.
  package static func plain(_ text: String) -> DOTValue {
    let shown = visible(text)
    guard shown.utf8.contains(where: { $0 == 0x5C || $0 == 0x0A }) else { return DOTValue(shown) }
    var result: [UInt8] = []
    for byte in shown.utf8 {
      if byte == 0x5C { result.append(byte) }
      result.append(byte == 0x0A ? 0x20 : byte)
    }
    return DOTValue(String(decoding: result, as: UTF8.self))
  }

  /// A ``plain(_:)`` string with its quotation marks.
  package static func quoted(_ text: String) -> [UInt8] { plain(text).written }

  /// Data inside an HTML-like label; its text is an escString too, so backslashes are doubled.
  package static func html(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in visible(text).utf8 {
      switch byte {
      case 0x26: result += "&amp;".utf8
      case 0x3C: result += "&lt;".utf8
      case 0x3E: result += "&gt;".utf8
      case 0x22: result += "&quot;".utf8
      case 0x5C: result += [0x5C, 0x5C]
      case 0x0A: result.append(0x20)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A string in quotation marks for a comment, from which every byte can be read back; one line of
  /// ASCII controls, line breaks, bidi and zero-width characters as `\u{…}`.
  package static func commented(_ text: some StringProtocol) -> String {
    if isVisible(text), !text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 == 0x0A }) {
      return "\"" + text + "\""
    }
    var result: [UInt8] = [0x22]
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += [0x5C, 0x22]
      case 0x5C: result += [0x5C, 0x5C]
      case 0..<0x20, 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
        0xFEFF, 0xFFF0...0xFFFF:
        result += "\\u{\(String(scalar.value, radix: 16))}".utf8
      default: append(scalar, to: &result)
      }
    }
    result.append(0x22)
    return String(decoding: result, as: UTF8.self)
  }
}
