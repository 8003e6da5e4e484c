/// How wide text is in Arial, so that every box has the same size on every machine, with or without
/// fonts.
package enum TextMetrics {
  /// The width in points of one line at a size in points.
  package static func width(of text: some StringProtocol, size: Double, bold: Bool = false)
    -> Double
  {
    var units = 0
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      units += advance(of: scalar, behind: last, bold: bold)
      last = scalar.value
    }
    return Double(units) / 2048 * size
  }

  /// In 1/2048 of the font size; `last` is the scalar before, which may put this one below itself.
  static func advance(of scalar: Unicode.Scalar, behind last: UInt32, bold: Bool) -> Int {
    let value = Int(scalar.value)
    if Script.isStacker(last) { return Script.subscriptAdvance }
    let known: UInt16 =
      switch value {
      case 0x20...0x24F: (bold ? AdvanceWidths.latinBold : AdvanceWidths.latin)[value - 0x20]
      case 0x370...0x45F:
        (bold ? AdvanceWidths.greekAndCyrillicBold : AdvanceWidths.greekAndCyrillic)[value - 0x370]
      case 0x1EA0...0x1EF9:
        (bold ? AdvanceWidths.vietnameseBold : AdvanceWidths.vietnamese)[value - 0x1EA0]
      case 0x2010...0x203A:
        (bold ? AdvanceWidths.punctuationBold : AdvanceWidths.punctuation)[value - 0x2010]
      default: UInt16(Script.advance(of: scalar.value))
      }
    return Int(known)
  }
}
