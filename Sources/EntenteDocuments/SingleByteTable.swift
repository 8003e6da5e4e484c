/// The encodings of one byte a character that old news archives in Latin script come in.
struct SingleByteTable {
  let name: String
  private let isVietnamese: Bool

  /// Chooses the table for `bytes`; nil where they hold what neither defines.
  init?(fitting bytes: [UInt8]) {
    var accents = 0
    var accentsOnVowels = 0
    for i in bytes.indices where bytes[i] >= 0x80 {
      switch bytes[i] {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return nil
      case 0xCC, 0xD2, 0xDE, 0xEC, 0xF2:
        accents += 1
        if i > 0, SingleByteTable.isVowel(bytes[i - 1]) { accentsOnVowels += 1 }
      default: continue
      }
    }
    isVietnamese = accentsOnVowels > 0 && accentsOnVowels * 2 > accents
    name = isVietnamese ? "windows-1258" : "windows-1252"
  }

  /// The table that a web page declares; nil for any other. What a page calls Latin-1 is windows-1252 to browsers.
  init?(named name: String) {
    switch name {
    case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii":
      isVietnamese = false
    case "windows-1258", "cp1258": isVietnamese = true
    default: return nil
    }
    self.name = isVietnamese ? "windows-1258" : "windows-1252"
  }

  /// The bytes as UTF-8.
  func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { UTF16Text.append(scalar(byte), to: &text) }
    }
    return text
  }

  private func scalar(_ byte: UInt8) -> UInt32 {
    if isVietnamese, let scalar = SingleByteTable.vietnamese[byte] { return scalar }
    guard byte < 0xA0 else { return UInt32(byte) }
    let scalar = SingleByteTable.western[Int(byte) - 0x80]
    return scalar == 0 ? 0xFFFD : scalar
  }

  /// a e i o u y, and those with a circumflex, breve or horn, in either case.
  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0x41, 0x45, 0x49, 0x4F, 0x55, 0x59: true
    case 0xE2, 0xEA, 0xF4, 0xE3, 0xF5, 0xFD, 0xC2, 0xCA, 0xD4, 0xC3, 0xD5, 0xDD: true
    default: false
    }
  }

  /// windows-1252, 0x80…0x9F; 0 where nothing is defined.
  static let western: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
  /// Where windows-1258 differs from it.
  private static let vietnamese: [UInt8: UInt32] = [
    0xC3: 0x0102, 0xCC: 0x0300, 0xD0: 0x0110, 0xD2: 0x0309, 0xD5: 0x01A0, 0xDD: 0x01AF,
    0xDE: 0x0303, 0xE3: 0x0103, 0xEC: 0x0301, 0xF0: 0x0111, 0xF2: 0x0323, 0xF5: 0x01A1,
    0xFD: 0x01B0, 0xFE: 0x20AB,
  ]
}
