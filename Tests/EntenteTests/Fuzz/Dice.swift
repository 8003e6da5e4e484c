/// Numbers that look random and are the same for the same seed (SplitMix64; Steele, Lea and Flood 2014).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, number: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(number) &* 0xD1B5_4A32_D192_ED03
    for _ in 0..<3 { _ = next() }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number below `limit`, or 0.
  mutating func below(_ limit: Int) -> Int {
    limit > 1 ? Int.random(in: 0..<limit, using: &self) : 0
  }

  /// One of them.
  mutating func one<Item>(of items: [Item]) -> Item { items[below(items.count)] }
}

/// Small damage to a text, as files get it and as an attacker does it.
struct Mutation {
  /// What the format gives a meaning to.
  let words: [String]
  /// What else is at hand to be mixed in.
  let others: [[UInt8]]

  private static let numbers = [
    "0", "-1", "1e308", "-1e-308", "nan", "inf", "2147483648", "9223372036854775808", "0x7f", "1.",
    "99999999999999999999999999", "1,1,1,1",
  ]
  private static let texts = [
    "\u{0}", "\u{1}", "\u{1B}[2J", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{2028}", "\u{A0}",
    "\u{301}",
    "<script>alert(1)</script>", "\" onload=\"x", "javascript:alert(1)", "&#xD800;", "&amp;", "]]>",
    "-->", "/*", "*/", "//", "\\", "\\\"", "'", "\"", "\r\n", "\r", "\t", "%", "{{", "}}",
    "../../x",
    "Tô Lâm", "Ångström", "ភ្នំពេញ", "北京", "😀",
  ]

  func applied(to bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0...dice.below(dice.below(4) == 0 ? 30 : 5) { damage(&bytes, &dice) }
    return Array(bytes.prefix(1 << 17))
  }

  private func damage(_ bytes: inout [UInt8], _ dice: inout Dice) {
    let at = dice.below(bytes.count + 1)
    let end = min(bytes.count, at + 1 + dice.below(dice.below(3) == 0 ? 400 : 12))
    switch dice.below(11) {
    case 0: if at < bytes.count { bytes[at] ^= 1 << UInt8(dice.below(8)) }
    case 1: if at < bytes.count { bytes[at] = UInt8(dice.below(256)) }
    case 2: bytes.removeSubrange(at..<end)
    case 3: bytes.insert(contentsOf: bytes[at..<end], at: at)
    case 4: bytes.insert(contentsOf: Array(bytes[at..<end]), at: dice.below(bytes.count + 1))
    case 5: bytes.insert(contentsOf: dice.one(of: Self.texts).utf8, at: at)
    case 6, 7: bytes.insert(contentsOf: dice.one(of: words).utf8, at: at)
    case 8: number(&bytes, from: at, &dice)
    case 9:
      let other = dice.one(of: others)
      let start = dice.below(other.count + 1)
      let part = other[start..<min(other.count, start + 1 + dice.below(300))]
      bytes.replaceSubrange(at..<end, with: part)
    default:
      let again = Array(bytes[at..<end])
      for _ in 0..<dice.below(60) { bytes.insert(contentsOf: again, at: at) }
      if dice.below(6) == 0 { bytes.removeSubrange(min(at, bytes.count)...) }
    }
  }

  /// Puts an uncommon number in place of the next one.
  private func number(_ bytes: inout [UInt8], from at: Int, _ dice: inout Dice) {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == 0x2E }
    guard let start = bytes[at...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: Array(dice.one(of: Self.numbers).utf8))
  }
}
