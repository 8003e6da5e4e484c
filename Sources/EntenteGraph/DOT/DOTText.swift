/// Text made safe for DOT, for its HTML-like labels and for its comments.
///
/// Graphviz reads a quoted string in three steps: the lexer undoes `\"`, escapes such as `\N` are
/// replaced by names, and entities such as `&amp;` are decoded. Data passes through all three
/// unharmed only if each is escaped; and its lexer refuses a string of 16,384 bytes or more.
package enum DOTText {
  /// The longest piece of a string written in one pair of quotation marks, in bytes.
  static let longestPiece = 16_000

  /// What may be shown: control, bidi and zero-width characters and noncharacters are taken out;
  /// other white space is one space, a line break stays one.
  package static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x2028, 0x2029, 0x85: result.append("\n")
      case 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
        0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F:
        continue
      case let value where value & 0xFFFE == 0xFFFE: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A quoted string whose content Graphviz takes for an escString: tooltips above all.
  ///
  /// Graphviz undoes the escapes of a tooltip twice, so that a doubled backslash before `N` would
  /// become the node's name, and those of other strings once. A zero-width space behind each
  /// doubled backslash ends the escape either way.
  package static func escaped(_ text: String) -> [UInt8] {
    var pieces = PieceWriter()
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "\\": pieces.add("\\\\\u{200B}")
      case "\"": pieces.add("\\\"")
      case "\n": pieces.add("\\n")
      case "&": pieces.add("&amp;")
      default: pieces.add(String(scalar))
      }
    }
    return pieces.finish()
  }

  /// A quoted string that Graphviz takes as it stands: names of nodes, numbers, colours.
  /// Backslashes are doubled, and stay doubled in the name.
  package static func quoted(_ text: String) -> [UInt8] {
    var pieces = PieceWriter()
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "\\": pieces.add("\\\\")
      case "\"": pieces.add("\\\"")
      case "\n": pieces.add(" ")
      default: pieces.add(String(scalar))
      }
    }
    return pieces.finish()
  }

  /// Data inside an HTML-like label; its text is an escString too, so backslashes are doubled.
  package static func html(_ text: String) -> String {
    var result = ""
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\\": result += "\\\\"
      case "\n": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A string in quotation marks for a comment, from which every byte can be read back; one line of
  /// ASCII controls, line breaks, bidi and zero-width characters as `\u{…}`.
  package static func commented(_ text: some StringProtocol) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0..<0x20, 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
        0xFEFF, 0xFFF0...0xFFFF:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Writes one string as `"…" + "…"`, never breaking between the bytes of one escape.
  private struct PieceWriter {
    private var bytes: [UInt8] = [0x22]
    private var length = 0

    mutating func add(_ unit: String) {
      if length + unit.utf8.count > DOTText.longestPiece {
        bytes += "\" + \"".utf8
        length = 0
      }
      bytes += unit.utf8
      length += unit.utf8.count
    }

    consuming func finish() -> [UInt8] { bytes + [0x22] }
  }
}
