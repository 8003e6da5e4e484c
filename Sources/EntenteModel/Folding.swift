/// Case and diacritics folded away, on UTF-8 bytes: `Tô Lâm`, `TÔ LÂM` and `To Lam` become one.
///
/// By table, because `đ`, `ł`, `ø`, `ß` have no canonical decomposition; composed and decomposed input fold
/// alike. Latin letters become ASCII; Greek and Cyrillic only lose their case; other scripts stay.
package enum Folding {
  /// Appends the folded form of the UTF-8 in `bytes` to `output`.
  ///
  /// Combining marks, soft hyphens, zero-width and bidi controls vanish; curly apostrophes become straight ones
  /// and every dash a hyphen. Bytes that are no UTF-8 are copied.
  package static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        output.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        i += 1
        continue
      }
      let (scalar, width) = decode(bytes, at: i)
      if width == 1 {
        output.append(byte)
        i += 1
        continue
      }
      fold(scalar, original: bytes, at: i, width: width, to: &output)
      i += width
    }
  }

  /// The folded form of a string, for tables and tests; not for loops over tokens.
  package static func fold(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    append(bytes.span, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The scalar at byte `i` and its width; a byte that starts no well-formed sequence is (that byte, 1).
  package static func decode(_ bytes: Span<UInt8>, at i: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[i])
    let width = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    guard width > 1, i + width <= bytes.count else { return (first, 1) }
    var scalar = first & (0x7F >> UInt32(width))
    for k in 1..<width {
      let next = UInt32(bytes[i + k])
      guard next & 0xC0 == 0x80 else { return (first, 1) }
      scalar = scalar << 6 | next & 0x3F
    }
    return (scalar, width)
  }

  private static func fold(
    _ scalar: UInt32, original: Span<UInt8>, at start: Int, width: Int, to output: inout [UInt8]
  ) {
    switch scalar {
    case 0xAD, 0x0300...0x036F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
      0x2066...0x2069, 0xFEFF:
      return
    case 0x2018, 0x2019, 0x02BC, 0x02BB, 0x201B, 0x0060, 0x00B4:
      output.append(0x27)
    case 0x2010...0x2015, 0x2212:
      output.append(0x2D)
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      output.append(0x20)
    case 0x80...0x024F where FoldingTable.latin[Int(scalar) - 0x80] != 0:
      append(FoldingTable.latin[Int(scalar) - 0x80], to: &output)
    case 0x1E00...0x1EFF where FoldingTable.additional[Int(scalar) - 0x1E00] != 0:
      append(FoldingTable.additional[Int(scalar) - 0x1E00], to: &output)
    case 0x0391...0x03A9, 0x0410...0x042F: encode(scalar + 0x20, to: &output)
    case 0x0400...0x040F: encode(scalar + 0x50, to: &output)
    default:
      for k in 0..<width { output.append(original[start + k]) }
    }
  }

  private static func append(_ pair: UInt16, to output: inout [UInt8]) {
    output.append(UInt8(truncatingIfNeeded: pair))
    if pair > 0xFF { output.append(UInt8(truncatingIfNeeded: pair >> 8)) }
  }

  private static func encode(_ scalar: UInt32, to output: inout [UInt8]) {
    output.append(UInt8(0xC0 | scalar >> 6))
    output.append(UInt8(0x80 | scalar & 0x3F))
  }
}

extension Folding {
  /// Canonical composition of Latin letters, and removal of invisible characters: what is shown to a reader.
  package static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isIgnorable($0) || isMark($0) }) else {
      return text
    }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if isIgnorable(scalar) { continue }
      switch scalar.value {
      case 0x0300...0x036F:
        if let base = scalars.last, let joined = composition(of: base, with: scalar) {
          scalars[scalars.count - 1] = joined
        } else {
          scalars.append(scalar)
        }
      default: scalars.append(scalar)
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x0300...0x036F).contains(scalar.value)
  }

  /// Soft hyphens, joiners, marks of direction: nothing to see.
  private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  static func composition(
    of base: Unicode.Scalar, with mark: Unicode.Scalar
  ) -> Unicode.Scalar? {
    let table = FoldingTable.compositions
    let key = (base.value, mark.value)
    var low = 0
    var high = table.count / 3
    while low < high {
      let middle = (low + high) / 2
      let entry = (UInt32(table[middle * 3]), UInt32(table[middle * 3 + 1]))
      if entry == key { return Unicode.Scalar(table[middle * 3 + 2]) }
      if entry < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// A name as a part of an id: folded, every run of other characters one hyphen; never empty.
  ///
  /// Names in scripts that do not fold to ASCII become `u` and their scalars in hexadecimal.
  package static func slug(_ name: some StringProtocol) -> String {
    var slug: [UInt8] = []
    var foreign = ""
    for scalar in fold(name).unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: slug.append(UInt8(scalar.value))
      case 0x27: continue
      case 0x80...: foreign += "u" + String(scalar.value, radix: 16)
      default: if let last = slug.last, last != 0x2D { slug.append(0x2D) }
      }
    }
    while slug.last == 0x2D { slug.removeLast() }
    let latin = String(decoding: slug, as: UTF8.self)
    guard !foreign.isEmpty else { return latin.isEmpty ? "x" : latin }
    return latin.isEmpty ? foreign : latin + "-" + foreign
  }
}
