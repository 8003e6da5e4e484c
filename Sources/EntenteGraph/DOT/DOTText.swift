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
  private static func isVisible(_ text: String) -> Bool {
    var before: UInt8 = 0
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0..<0x0A, 0x0B..<0x20, 0x7F, 0xD8, 0xE3, 0xEF...0xFF: return false
      case 0x80...0xA0, 0xAD: if last == 0xC2 { return false }
      default: break
      }
      if last == 0xE1, byte == 0xA0 { return false }
      if before == 0xE2, last == 0x80, byte < 0x90 || (0xA8...0xAF).contains(byte) { return false }
      if before == 0xE2, last == 0x81, (0x9F...0xAF).contains(byte) { return false }
      (before, last) = (last, byte)
    }
    return true
  }

  /// True for text that stands in a file as it is, in one pair of quotation marks.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= longestPiece && isVisible(text)
      && !text.utf8.contains { $0 == 0x5C || $0 == 0x22 || $0 == 0x26 || $0 == 0x0A }
  }

  /// A quoted string whose content Graphviz takes for an escString: tooltips above all.
  ///
  /// Graphviz undoes the escapes of a tooltip twice, so that a doubled backslash before `N` would
  /// become the node's name, and those of other strings once. A zero-width space behind each
  /// doubled backslash ends the escape either way.
  package static func escaped(_ text: String) -> [UInt8] {
    if isPlain(text) { return [0x22] + text.utf8 + [0x22] }
    var pieces = PieceWriter(text.utf8.count)
    for byte in visible(text).utf8 {
      switch byte {
      case 0x5C: pieces.add("\\\\\u{200B}")
      case 0x22: pieces.add("\\\"")
      case 0x0A: pieces.add("\\n")
      case 0x26: pieces.add("&amp;")
      default: pieces.add(byte)
      }
    }
    return pieces.finish()
  }

  /// A quoted string that Graphviz takes as it stands: names of nodes, numbers, colours.
  /// Backslashes are doubled, and stay doubled in the name.
  package static func quoted(_ text: String) -> [UInt8] {
    if isPlain(text) { return [0x22] + text.utf8 + [0x22] }
    var pieces = PieceWriter(text.utf8.count)
    for byte in visible(text).utf8 {
      switch byte {
      case 0x5C: pieces.add("\\\\")
      case 0x22: pieces.add("\\\"")
      case 0x0A: pieces.add(" ")
      default: pieces.add(byte)
      }
    }
    return pieces.finish()
  }

  /// What a parser has of ``escaped(_:)``: all but the escapes of quotation marks.
  static func parsed(escaped text: String) -> String {
    if isPlain(text) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in visible(text).utf8 {
      switch byte {
      case 0x5C: result += "\\\\\u{200B}".utf8
      case 0x0A: result += "\\n".utf8
      case 0x26: result += "&amp;".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What a parser has of ``quoted(_:)``.
  static func parsed(quoted text: String) -> String {
    if isPlain(text) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in visible(text).utf8 {
      if byte == 0x5C { result.append(byte) }
      result.append(byte == 0x0A ? 0x20 : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

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

  /// Writes one string as `"…" + "…"`, never breaking between the bytes of one escape or character.
  private struct PieceWriter {
    private var bytes: [UInt8] = [0x22]
    private var length = 0

    init(_ count: Int) { bytes.reserveCapacity(count + count / 8 + 16) }

    mutating func add(_ escape: StaticString) {
      makeRoom(escape.utf8CodeUnitCount)
      unsafe bytes.append(
        contentsOf: UnsafeBufferPointer(
          start: escape.utf8Start, count: escape.utf8CodeUnitCount))
      length += escape.utf8CodeUnitCount
    }

    mutating func add(_ byte: UInt8) {
      // A character has four bytes at most; its later ones never begin a piece.
      if byte & 0xC0 != 0x80 { makeRoom(4) }
      bytes.append(byte)
      length += 1
    }

    private mutating func makeRoom(_ count: Int) {
      guard length + count > DOTText.longestPiece else { return }
      bytes += "\" + \"".utf8
      length = 0
    }

    consuming func finish() -> [UInt8] {
      bytes.append(0x22)
      return bytes
    }
  }
}
