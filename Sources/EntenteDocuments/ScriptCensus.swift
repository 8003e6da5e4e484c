import EntenteModel

/// How many letters of a stretch are of which script.
struct ScriptCensus {
  private(set) var latin = 0
  private var counts = [Int](repeating: 0, count: ScriptCensus.codes.count)
  private var ukrainian = 0

  /// The language that a script stands for when nothing else tells.
  private static let codes = [
    "el", "ru", "he", "ar", "hi", "bn", "ta", "si", "th", "lo", "my", "ka", "ko", "km", "ja", "zh",
    "am", "hy", "pa", "gu", "te", "ml", "kn", "mn",
  ]

  init(_ text: [UInt8], _ start: Int, _ end: Int) {
    var i = start
    while i < end {
      let byte = text[i]
      if byte < 0x80 {
        if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A { latin += 1 }
        i += 1
        continue
      }
      let (scalar, width) = Folding.decode(text.span, at: i)
      i += width
      switch scalar {
      case 0xC0...0x24F, 0x1E00...0x1EFF: latin += 1
      case 0x370...0x3FF, 0x1F00...0x1FFF: counts[0] += 1
      case 0x400...0x52F:
        counts[1] += 1
        if scalar == 0x456 || scalar == 0x457 || scalar == 0x454 { ukrainian += 1 }
      case 0x530...0x58F: counts[17] += 1
      case 0x590...0x5FF: counts[2] += 1
      case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE: counts[3] += 1
      case 0x900...0x97F: counts[4] += 1
      case 0x980...0x9FF: counts[5] += 1
      case 0xA00...0xA7F: counts[18] += 1
      case 0xA80...0xAFF: counts[19] += 1
      case 0xB80...0xBFF: counts[6] += 1
      case 0xC00...0xC7F: counts[20] += 1
      case 0xC80...0xCFF: counts[22] += 1
      case 0xD00...0xD7F: counts[21] += 1
      case 0xD80...0xDFF: counts[7] += 1
      case 0xE00...0xE7F: counts[8] += 1
      case 0xE80...0xEFF: counts[9] += 1
      case 0x1000...0x109F: counts[10] += 1
      case 0x10A0...0x10FF: counts[11] += 1
      case 0x1100...0x11FF, 0xAC00...0xD7AF: counts[12] += 1
      case 0x1200...0x137F: counts[16] += 1
      case 0x1780...0x17FF: counts[13] += 1
      case 0x1800...0x18AF: counts[23] += 1
      case 0x3040...0x30FF: counts[14] += 1
      case 0x3400...0x9FFF, 0x20000...0x2FFFF: counts[15] += 1
      default: break
      }
    }
  }

  /// The language where most letters are of no Latin script.
  var foreignLanguage: String? {
    let others = counts.reduce(0, +)
    // A sign of Chinese is worth a word, not a letter.
    let weight = others + 3 * counts[15]
    guard others >= 4, weight > latin else { return nil }
    if counts[14] * 10 > others { return "ja" }
    var best = 0
    for i in counts.indices where counts[i] > counts[best] { best = i }
    return best == 1 && ukrainian > 0 ? "uk" : ScriptCensus.codes[best]
  }
}
