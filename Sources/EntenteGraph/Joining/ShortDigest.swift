/// A short stand-in for a text in an id, where nothing shorter tells two things apart.
enum ShortDigest {
  /// Six hexadecimal digits of the text's FNV-1a digest: enough to part the few that clash, and no
  /// secret.
  static func of(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash = hash &* 0x100_0000_01B3
    }
    // The upper half is folded in: FNV's low bits alone mix the last bytes poorly.
    let digits = String((hash ^ (hash >> 32)) & 0xFF_FFFF, radix: 16)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}

/// What an id may look like: `[a-z0-9][a-z0-9.-]*`.
enum Identifier {
  /// True where the text is an id.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetterOrDigit(first) else { return false }
    return text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x2D }
  }

  /// The text if it is an id, else its parts between dots made into one.
  static func valid(_ text: String) -> String {
    guard !isValid(text) else { return text }
    return text.split(separator: ".").map { slug($0) }.joined(separator: ".")
  }

  /// The id without its kind: `cpv.politburo` of `party.cpv.politburo`.
  static func withoutKind(_ id: String) -> String {
    guard let dot = id.utf8.firstIndex(of: 0x2E) else { return id }
    let rest = id[id.utf8.index(after: dot)...]
    return rest.isEmpty ? id : String(rest)
  }

  private static func slug(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isLetterOrDigit(byte) {
        bytes.append(byte)
      } else if byte >= 0x41, byte <= 0x5A {
        bytes.append(byte | 0x20)
      } else if let last = bytes.last, last != 0x2D {
        bytes.append(0x2D)
      }
    }
    while bytes.last == 0x2D { bytes.removeLast() }
    return bytes.isEmpty ? "x" : String(decoding: bytes, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
