/// A colour of a screen: red, green and blue of sRGB.
public struct Colour: Hashable, Sendable, CustomStringConvertible {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  /// `0x95392b` is `#95392b`; higher bits are left out.
  public init(_ number: UInt32) {
    red = UInt8(truncatingIfNeeded: number >> 16)
    green = UInt8(truncatingIfNeeded: number >> 8)
    blue = UInt8(truncatingIfNeeded: number)
  }

  /// Reads `#95392b` or `#953`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), digits.utf8.count == 6 || digits.utf8.count == 3,
      digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(digits, radix: 16)
    else { return nil }
    guard digits.utf8.count == 3 else {
      self.init(number)
      return
    }
    self.init((number >> 8 & 15) * 0x110000 + (number >> 4 & 15) * 0x1100 + (number & 15) * 0x11)
  }

  /// `#95392b`.
  public var description: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Relative luminance, 0…1, by the Web Content Accessibility Guidelines 2.2.
  public var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let c = Double(part) / 255
      return c <= 0.04045 ? c / 12.92 : Colour.power((c + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio to another colour, 1…21, by the same guidelines.
  public func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// x to the power of 2.4, for x from 0.05 to 1: the square times the fifth root of the square, by
  /// Newton's method, so that every machine computes the same bits.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }
}
