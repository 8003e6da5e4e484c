/// The few classes of characters that tokenising tells apart.
enum CharacterClass {
  case upper, lower, caseless, digit, combining, ignorable, space, apostrophe, stop, mark

  /// The class of a scalar; ASCII by comparison, Latin by a table made once, the rest by Unicode's properties.
  static func of(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x61...0x7A: .lower
    case 0x41...0x5A: .upper
    case 0x30...0x39: .digit
    case 0...0x20, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0x27, 0x2019, 0x02BC, 0x02BB, 0x60: .apostrophe
    case 0x2E: .stop
    case 0x21...0x7F: .mark
    case 0x0300...0x036F: .combining
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      .ignorable
    case 0xC0...0x024F, 0x1E00...0x1EFF: latin(scalar)
    default: other(scalar)
    }
  }

  private static func latin(_ scalar: UInt32) -> CharacterClass {
    if scalar == 0xD7 || scalar == 0xF7 { return .mark }
    // In these blocks pairs stand side by side, but not all of one parity: ask Unicode, it is rare enough.
    guard let letter = Unicode.Scalar(scalar) else { return .mark }
    return letter.properties.isUppercase ? .upper : .lower
  }

  private static func other(_ scalar: UInt32) -> CharacterClass {
    guard let character = Unicode.Scalar(scalar) else { return .mark }
    let properties = character.properties
    if properties.isUppercase { return .upper }
    if properties.isLowercase { return .lower }
    if properties.isAlphabetic { return .caseless }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return .combining
    case .decimalNumber: return .digit
    default: return .mark
    }
  }
}
