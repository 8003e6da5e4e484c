/// What single characters of a page become.
enum HTMLText {
  enum Sort {
    /// Left out: soft hyphens and marks without width, which only tell a browser where to break.
    case nothing
    case blank
    /// Kept, or written as another scalar.
    case letter(UInt32?)
  }

  static func width(_ bytes: ArraySlice<UInt8>, at i: Int) -> Int {
    let width =
      switch bytes[i] {
      case 0..<0xC0: 1
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      default: 4
      }
    return min(width, bytes.endIndex - i)
  }

  static func sort(_ bytes: ArraySlice<UInt8>, at i: Int, _ width: Int) -> Sort {
    let first = bytes[i]
    if width == 1 {
      if first == 0x20 || (0x09...0x0D).contains(first) { return .blank }
      return first < 0x20 || first == 0x7F ? .nothing : .letter(nil)
    }
    if width == 2, first == 0xC2 {
      switch bytes[i + 1] {
      case 0xA0: return .blank
      case 0xAD: return .nothing
      case 0x80..<0xA0:
        // `&#151;` means windows-1252's dash to every browser.
        let scalar = SingleByteTable.western[Int(bytes[i + 1]) - 0x80]
        return scalar == 0 ? .nothing : .letter(scalar)
      default: return .letter(nil)
      }
    }
    guard width == 3 else { return .letter(nil) }
    switch (first, bytes[i + 1], bytes[i + 2]) {
    // The spaces of typesetters, U+2000…200A, 202F, 205F, 3000.
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return .blank
    // U+2028 and 2029 end lines; U+200B, 2060 and FEFF have no width.
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): return .blank
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return .nothing
    default: return .letter(nil)
    }
  }
}
