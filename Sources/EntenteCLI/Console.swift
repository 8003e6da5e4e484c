import Entente
import Glibc

/// Standard error: everything that is said to a person.
enum Console {
  /// True where a person sees what is written there, and lines can be written over.
  static let isTerminal = isatty(2) == 1 && environment("TERM") != "dumb"

  /// `NO_COLOR` wins over `CLICOLOR_FORCE`, which wins over what standard error is.
  private static let hasColour: Bool =
    if environment("NO_COLOR") != nil {
      false
    } else if let forced = environment("CLICOLOR_FORCE"), forced != "0" {
      true
    } else {
      isTerminal
    }

  /// Writes text, with a line feed at the end.
  static func write(_ text: String) { send(clean(text) + "\n") }

  /// Writes what happened, where, and how to mend it.
  static func write(_ diagnostic: Diagnostic) {
    let text = clean(diagnostic.text)
    let word = diagnostic.severity.rawValue + ":"
    guard hasColour, let found = text.firstRange(of: word) else { return send(text + "\n") }
    let colour =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    send(
      text[..<found.lowerBound] + "\u{1B}[1;\(colour)m\(word)\u{1B}[0m" + text[found.upperBound...]
        + "\n")
  }

  /// Writes over the current line of a terminal; an empty text clears it.
  static func writeOver(_ text: String) { send("\r\u{1B}[K" + clean(text)) }

  /// Text without what a terminal would obey: names of files and articles can hold anything.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: result.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A failure to say something is not worth another.
  private static func send(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(2, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe String(cString: value)
  }
}
