/// What kinds of bytes a text holds, by the table of well-formed UTF-8 (Unicode 16, table 3-7).
struct ByteCensus {
  /// Bytes that belong to no well-formed sequence.
  private(set) var stray = 0
  /// Well-formed sequences of two bytes or more.
  private(set) var sequences = 0
  /// Bytes from 0x80 up.
  private(set) var beyondASCII = 0

  init(_ bytes: [UInt8]) {
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      let width = ByteCensus.width(bytes, at: i)
      if width == 0 {
        stray += 1
        beyondASCII += 1
        i += 1
      } else {
        sequences += 1
        beyondASCII += width
        i += width
      }
    }
  }

  /// The width of the well-formed sequence at `i`; 0 where there is none.
  static func width(_ bytes: [UInt8], at i: Int) -> Int {
    let first = bytes[i]
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let width: Int
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: width = 2
    case 0xE0...0xEF:
      width = 3
      if first == 0xE0 { low = 0xA0 }
      if first == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      width = 4
      if first == 0xF0 { low = 0x90 }
      if first == 0xF4 { high = 0x8F }
    default: return 0
    }
    guard i + width <= bytes.count, bytes[i + 1] >= low, bytes[i + 1] <= high else { return 0 }
    for k in 2..<max(2, width) where bytes[i + k] & 0xC0 != 0x80 { return 0 }
    return width
  }

  /// Puts one ASCII byte in the place of each stray byte: what windows-1252 has there if ASCII knows it, else `?`.
  static func replaceStrayBytes(in bytes: inout [UInt8]) {
    var i = 0
    while i < bytes.count {
      let width = width(bytes, at: i)
      if width == 0 {
        bytes[i] = substitute(for: bytes[i])
        i += 1
      } else {
        i += width
      }
    }
  }

  private static func substitute(for byte: UInt8) -> UInt8 {
    switch byte {
    case 0x82, 0x91, 0x92: 0x27
    case 0x84, 0x93, 0x94: 0x22
    case 0x96, 0x97, 0xAD: 0x2D
    case 0x95: 0x2A
    case 0xA0: 0x20
    default: 0x3F
    }
  }
}
