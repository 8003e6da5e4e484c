/// Names and labels that Mermaid takes for nothing but names and labels.
package enum MermaidText {
  /// A node's id for Mermaid: `person_to-lam` for `person.to-lam`.
  ///
  /// Mermaid's arrows are made of hyphens and dots, so dots become `_`, and a hyphen that no letter or digit follows
  /// becomes `H`. Words such as `end`, `class` or `graph` at the start of an id are commands, and `o` or `x`
  /// behind an arrow is part of it; so an id that begins with no kind of Entente's own gets an `N` in front.
  /// Since ids hold neither capitals nor `_`, different ids stay different.
  package static func id(_ id: String) -> String {
    let bytes = Array(id.utf8)
    var result: [UInt8] = kinds.contains { id.hasPrefix($0) } ? [] : [0x4E]
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case 0x2E: result.append(0x5F)
      case 0x2D:
        let next = i + 1 < bytes.count ? bytes[i + 1] : byte
        result.append(next == 0x2D || next == 0x2E ? 0x48 : 0x2D)
      case 0x61...0x7A, 0x30...0x39: result.append(byte)
      // No id of a graph holds anything else; one that was made by hand must not become a command.
      default: result += "Z\(byte)".utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let kinds = [
    "agreement.", "country.", "meeting.", "ministry.", "organization.", "party.", "person.",
    "place.", "province.", "visit.",
  ]

  /// A label without its quotation marks.
  ///
  /// What Mermaid, its Markdown and HTML could take for more than text is an entity code such as `#35;`. The colon is
  /// among them, since a line with `style`, a colon and a code loses its last semicolon; the point in front of
  /// a letter, since `www.` would be a link; and a number's point at the start, since it would be a list.
  package static func label(_ text: String) -> String {
    let scalars = Array(DOTText.visible(text).unicodeScalars)
    var result = ""
    for (i, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n": result += " "
      case "A"..."Z", "a"..."z", "0"..."9", " ", ",", "'", "(", ")":
        result.unicodeScalars.append(scalar)
      case "-" where i > 0 && scalars[i - 1].properties.isAlphabetic,
        "-" where i > 0 && isDigit(scalars[i - 1]):
        result += "-"
      case "." where i > 0 && scalars[i - 1].properties.isAlphabetic && i + 1 == scalars.count,
        "." where i > 0 && scalars[i - 1].properties.isAlphabetic && scalars[i + 1] == " ":
        result += "."
      // The marks between which Mermaid keeps its own codes.
      case "\u{FB02}", "\u{B6}": result += "#\(scalar.value);"
      default:
        if scalar.isASCII {
          result += "#\(scalar.value);"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
