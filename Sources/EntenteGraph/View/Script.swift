/// What the layout must know of writing systems beyond Latin, Greek and Cyrillic: how wide, how tall,
/// and where a line may break.
///
/// No font for them is sure to be there. Widths are what Noto Sans, Noto Serif and DejaVu Sans need in bold, per
/// letter that stands beside the one before it, for names of persons and bodies; marks above and below
/// need none. So a name may get more room than it needs, and is whole in any of these fonts.
enum Script {
  /// In 1/2048 of the font size.
  static func advance(of value: UInt32) -> Int {
    if isMark(value) { return 0 }
    return switch value {
    case 0x0530...0x058F, 0x10A0...0x10FF, 0x1C90...0x1CBF: 1550
    case 0x0590...0x05FF: 1300
    case 0x0600...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: 1480
    case 0x0900...0x09FF, 0x0A00...0x0A7F: 1120
    case 0x0A80...0x0DFF: 1760
    case 0x0E00...0x0E7F: 1340
    case 0x0E80...0x0EFF: 1500
    case 0x1000...0x109F: 1420
    case 0x1200...0x139F: 1620
    case 0x1780...0x17FF: 1540
    case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F000...0x3FFFF:
      2048
    default: 1400
    }
  }

  /// A letter below the one before it: narrower than beside it.
  static let subscriptAdvance = 420

  /// Marks without a width of their own.
  static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x300...0x36F, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x610...0x61A,
      0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED,
      0x900...0x902, 0x93A, 0x93C, 0x941...0x948, 0x94D, 0x951...0x957, 0x962...0x963,
      0x981, 0x9BC, 0x9C1...0x9C4, 0x9CD, 0xBC0, 0xBCD, 0xE31, 0xE34...0xE3A, 0xE47...0xE4E,
      0xEB1, 0xEB4...0xEBC, 0xEC8...0xECE, 0x102D...0x1030, 0x1032...0x1037, 0x1039...0x103A,
      0x103D...0x103E, 0x17B4...0x17B5, 0x17B7...0x17BD, 0x17C6, 0x17C9...0x17D3, 0x17DD,
      0x200B...0x200F, 0x20D0...0x20FF, 0x2060...0x206F, 0x3099...0x309A, 0xFE00...0xFE0F,
      0xFE20...0xFE2F, 0xFEFF:
      true
    default: false
    }
  }

  /// True for a sign that puts the next letter below the one before.
  static func isStacker(_ value: UInt32) -> Bool { value == 0x17D2 || value == 0x1039 }

  /// True where letters reach further up and down than Latin ones: Arabic, the scripts of India and
  /// South-East Asia, Tibetan, Ethiopic, Mongolian.
  static func isTall(_ value: UInt32) -> Bool {
    switch value {
    case 0x0600...0x0FFF, 0x1000...0x109F, 0x1200...0x137F, 0x1780...0x18AF, 0x1980...0x1AAF,
      0xA840...0xA87F, 0xAA00...0xAA7F, 0xFB50...0xFDFF, 0xFE70...0xFEFE:
      true
    default: false
    }
  }

  /// True where a joiner, a non-joiner or a zero-width space behind the letter means something.
  static func takesJoiners(_ value: UInt32) -> Bool { isTall(value) }

  /// True where a line must not end between two scalars of different characters.
  static func clings(_ first: UInt32, to last: UInt32) -> Bool {
    if first < 0x300, last < 0x300 { return false }
    switch last {
    // Signs that join two letters; vowels written before the letter that they follow in speech.
    case 0x17D2, 0x1039, 0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xC4D, 0xCCD, 0xD4D, 0xDCA, 0x200D,
      0xE40...0xE44, 0xEC0...0xEC4:
      return true
    default: break
    }
    switch first {
    // Vowels that stand behind their letter; closing punctuation.
    case 0xE30, 0xE32...0xE33, 0xE45...0xE46, 0xEB0, 0xEB2...0xEB3, 0xEC6, 0x17D4...0x17D7,
      0x3001...0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x30FC, 0xFF01, 0xFF09, 0xFF0C,
      0xFF0E, 0xFF1A...0xFF1B, 0xFF1F:
      return true
    default: return isMark(first)
    }
  }

  /// True where a line may end between two scalars without a space: behind Chinese and Japanese, and
  /// behind zero-width spaces.
  static func mayEndLine(behind last: UInt32, before first: UInt32) -> Bool {
    switch last {
    case 0x200B, 0x2E80...0x312F, 0x31A0...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60,
      0x20000...0x3FFFF:
      return !clings(first, to: last)
    default: return false
    }
  }
}
