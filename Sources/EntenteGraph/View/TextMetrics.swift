/// How wide text is in Arial, so that every box has the same size on every machine, with or without
/// fonts.
package enum TextMetrics {
  /// The width in points of one line at a size in points.
  package static func width(of text: some StringProtocol, size: Double, bold: Bool = false)
    -> Double
  {
    var units = 0
    for scalar in text.unicodeScalars { units += advance(of: scalar, bold: bold) }
    return Double(units) / 2048 * size
  }

  static func advance(of scalar: Unicode.Scalar, bold: Bool) -> Int {
    let value = Int(scalar.value)
    let known: UInt16 =
      switch value {
      case 0x20...0x24F: (bold ? AdvanceWidths.latinBold : AdvanceWidths.latin)[value - 0x20]
      case 0x300...0x36F, 0x200B...0x200F: 0
      case 0x370...0x45F:
        (bold ? AdvanceWidths.greekAndCyrillicBold : AdvanceWidths.greekAndCyrillic)[value - 0x370]
      case 0x1EA0...0x1EF9:
        (bold ? AdvanceWidths.vietnameseBold : AdvanceWidths.vietnamese)[value - 0x1EA0]
      case 0x2010...0x203A:
        (bold ? AdvanceWidths.punctuationBold : AdvanceWidths.punctuation)[value - 0x2010]
      case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F000...0x3FFFF:
        2048
      // Khmer, Lao, Thai and others: an average, since no font for them is sure to be there.
      default: 1300
      }
    return Int(known)
  }
}
