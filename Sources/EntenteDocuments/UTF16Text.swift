import EntenteModel

/// A text that was stored as UTF-16, as UTF-8.
struct UTF16Text {
  let text: [UInt8]
  let note: Diagnostic

  /// Nil unless `bytes` begin with a byte order mark of UTF-16 or are plainly UTF-16 without one.
  init?(_ bytes: [UInt8]) {
    guard let (start, bigEndian) = UTF16Text.order(of: bytes) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var bad = (bytes.count - start) % 2
    var i = start
    func unit(_ i: Int) -> UInt32 {
      bigEndian
        ? UInt32(bytes[i]) << 8 | UInt32(bytes[i + 1])
        : UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i])
    }
    while i + 1 < bytes.count {
      let first = unit(i)
      i += 2
      if first & 0xF800 != 0xD800 {
        UTF16Text.append(first, to: &text)
      } else if first < 0xDC00, i + 1 < bytes.count, unit(i) & 0xFC00 == 0xDC00 {
        UTF16Text.append(0x10000 + (first & 0x3FF) << 10 + unit(i) & 0x3FF, to: &text)
        i += 2
      } else {
        bad += 1
        UTF16Text.append(0xFFFD, to: &text)
      }
    }
    self.text = text
    let kind = bigEndian ? "UTF-16 (big-endian)" : "UTF-16 (little-endian)"
    note =
      bad == 0
      ? Diagnostic(.note, code: "document.utf16", "read as \(kind)")
      : Diagnostic(
        .warning, code: "document.repaired",
        "read as \(kind); \(bad) damaged characters were replaced")
  }

  /// Where the text starts, and whether the high byte comes first.
  private static func order(of bytes: [UInt8]) -> (Int, Bool)? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return (2, false) }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return (2, true) }
    // Latin text in UTF-16 has a zero in almost every other byte and nowhere else.
    let sample = min(bytes.count, 4096) & ~1
    guard sample >= 16 else { return nil }
    var zeros = (even: 0, odd: 0)
    for i in stride(from: 0, to: sample, by: 2) {
      if bytes[i] == 0 { zeros.even += 1 }
      if bytes[i + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.odd * 10 >= sample / 2 * 7, zeros.even == 0 { return (0, false) }
    if zeros.even * 10 >= sample / 2 * 7, zeros.odd == 0 { return (0, true) }
    return nil
  }

  /// Appends a scalar as UTF-8.
  static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: text.append(UInt8(scalar))
    case 0x80..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
