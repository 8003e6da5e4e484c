/// JSON between the tags of a script, and offsets as a script counts them.
enum ScriptText {
  /// The same JSON without a character that could end the script or begin markup.
  ///
  /// `<`, `>`, `&` and the two line ends that JSON allows and older scripts do not, U+2028 and U+2029, become escapes;
  /// outside strings they do not occur.
  static func escaped(_ json: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(json.count)
    var i = 0
    while i < json.count {
      switch json[i] {
      case 0x3C: text += "\\u003c".utf8
      case 0x3E: text += "\\u003e".utf8
      case 0x26: text += "\\u0026".utf8
      case 0xE2 where i + 2 < json.count && json[i + 1] == 0x80 && json[i + 2] & 0xFE == 0xA8:
        text += (json[i + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
        i += 2
      case let byte: text.append(byte)
      }
      i += 1
    }
    return text
  }

  /// Byte offsets in a text as counts of UTF-16 units, which scripts use.
  static func units(_ offsets: [Int], in text: String) -> [Int] {
    guard !offsets.isEmpty else { return [] }
    var count = 0
    var units: [Int] = []
    units.reserveCapacity(text.utf8.count + 1)
    for byte in text.utf8 {
      units.append(count)
      // Every character's first byte counts; those of four bytes are two units.
      if byte & 0xC0 != 0x80 { count += byte >= 0xF0 ? 2 : 1 }
    }
    units.append(count)
    return offsets.map { units[min(max($0, 0), units.count - 1)] }
  }
}
