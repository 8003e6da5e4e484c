/// Writes JSON to be read by people and by `diff`: short things on one line, two blanks a level.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds text that is JSON already.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds a line break and the blanks of a level.
  mutating func line(_ level: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: level * 2))
  }

  /// Adds a string in quotation marks; everything but quotes, backslashes and controls stays as it
  /// is.
  mutating func string(_ text: String) {
    bytes.append(0x22)
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(0x22)
      return
    }
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      case 0..<0x20, 0x7F:
        raw("\\u00")
        for digit in [byte >> 4, byte & 0xF] {
          bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  /// Adds a string or null.
  mutating func string(_ text: String?) {
    if let text { string(text) } else { raw("null") }
  }

  mutating func whole(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Adds a number from 0 with four decimals.
  mutating func decimal(_ number: Double) {
    bytes.append(contentsOf: Decimals.text(number, places: 4).utf8)
  }

  /// Adds a number in 0…1 with two decimals.
  mutating func hundredths(_ number: Double) {
    let count = Hundredths.count(number)
    whole(count / 100)
    bytes.append(0x2E)
    bytes.append(UInt8(0x30 + count / 10 % 10))
    bytes.append(UInt8(0x30 + count % 10))
  }

  /// Adds a list, each element on a line of its own.
  mutating func lines<Element>(
    _ elements: [Element], level: Int, _ write: (inout JSONWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return raw("[]") }
    raw("[")
    for (i, element) in elements.enumerated() {
      if i > 0 { raw(",") }
      line(level + 1)
      write(&self, element)
    }
    line(level)
    raw("]")
  }

  /// Adds a list of strings on one line.
  mutating func strings(_ texts: [String]) {
    raw("[")
    for (i, text) in texts.enumerated() {
      if i > 0 { raw(", ") }
      string(text)
    }
    raw("]")
  }
}
