/// Text of two directions on a line that runs from left to right.
enum BidiText {
  /// Left-to-right marks before a line that begins with Arabic, Hebrew or their like, since some
  /// programs would else run all of it from right to left; and behind such letters where a digit is the
  /// next thing that has a direction: `محمد · 6 Feb` would else be shown as `6 · محمد Feb`.
  ///
  /// These are the only direction marks in any output; those that come with a name are taken out
  /// before. See Unicode Standard Annex 9, rules P2, W2 and N1.
  static func settled(_ text: String) -> String {
    // What letters from right to left begin with, or may: those of Latin and most others don't.
    guard text.utf8.contains(where: { (0xD6...0xE0).contains($0) || $0 == 0xEF || $0 == 0xF0 })
    else { return text }
    var out = String.UnicodeScalarView()
    let first = text.unicodeScalars.first { isRightToLeft($0) || $0.properties.isAlphabetic }
    if let first, isRightToLeft(first) { out.append("\u{200E}") }
    /// What has no direction behind the last letter that runs to the left.
    var pending: [Unicode.Scalar]?
    for scalar in text.unicodeScalars {
      if isRightToLeft(scalar) {
        out.append(contentsOf: pending ?? [])
        out.append(scalar)
        pending = []
      } else if var waiting = pending {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          if scalar.properties.numericType != nil { out.append("\u{200E}") }
          out.append(contentsOf: waiting)
          out.append(scalar)
          pending = nil
        } else {
          waiting.append(scalar)
          pending = waiting
        }
      } else {
        out.append(scalar)
      }
    }
    out.append(contentsOf: pending ?? [])
    return String(out)
  }

  /// True for letters of Hebrew, Arabic, Syriac, Thaana, N’Ko and their presentation forms, their
  /// marks included.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0660...0x0669, 0x06F0...0x06F9: false
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
