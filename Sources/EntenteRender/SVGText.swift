/// Characters and escapes of SVG text.
enum SVGText {
  /// True for what must not reach a page or a terminal: control characters, non-characters, the
  /// byte order mark and the marks that turn the direction of text. Joiners and the zero-width
  /// space stay, because Khmer and others need them.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// The text without forbidden characters; line breaks and tabs become spaces.
  static func cleaned(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        out.append(" ")
      } else if !isForbidden(scalar) {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Words separated by one space each.
  static func collapsed(_ text: String) -> String {
    cleaned(text).split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
  }

  /// Adds text with the five characters of markup escaped, fit for content and quoted values.
  static func append(_ text: String, to out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      default: out.append(byte)
      }
    }
  }

  /// Decodes one reference without its `&` and `;`; nil if the name isn't one of XML's five. A
  /// number for a character that may not stand in XML decodes to nothing.
  static func entity(_ name: String) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value else { return nil }
    return Unicode.Scalar(value).map { String(Character($0)) } ?? ""
  }
}
