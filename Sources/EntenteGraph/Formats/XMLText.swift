/// Bytes of XML 1.0, in which no text can become markup.
struct XMLText {
  private(set) var bytes: [UInt8] = Array(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

  /// Adds what is XML already.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds ` name="value"`; nothing where there is no value.
  mutating func attribute(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    bytes.append(0x20)
    raw(name)
    raw("=\"")
    text(value)
    bytes.append(0x22)
  }

  /// Adds text, for content and for attributes alike: line ends and tabs as references, since attributes would
  /// make blanks of them. What XML 1.0 has no way to write (§2.2) is left out.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "\n": raw("&#10;")
      case "\r": raw("&#13;")
      case "\t": raw("&#9;")
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": continue
      default:
        if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += scalar.utf8 }
      }
    }
  }
}
