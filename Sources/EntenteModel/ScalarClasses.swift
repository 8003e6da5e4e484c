/// What Unicode says of a scalar, with ASCII answered by comparison: the tables cost twenty times as much.
extension Unicode.Scalar {
  /// White space after the property of that name.
  package var isWhiteSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20: true
    case ..<0x80: false
    default: properties.isWhitespace
    }
  }

  /// Upper case after the property of that name.
  package var isUpperCase: Bool {
    value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase
  }

  /// Lower case after the property of that name.
  package var isLowerCase: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value) : properties.isLowercase
  }

  /// A letter, or what counts as one, after the property Alphabetic.
  package var isLetter: Bool {
    value < 0x80 ? (0x41...0x5A).contains(value & ~0x20) : properties.isAlphabetic
  }
}
