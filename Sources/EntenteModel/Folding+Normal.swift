extension Folding {
  /// Unicode's normalization form C (UAX #15) of Latin letters, whatever the order of their marks: `â` and a dot below
  /// become `ậ`. Marks of other scripts are put into their order, but those letters stay in pieces.
  package static func normalized(_ text: String) -> String {
    // Whatever is unsettled stands from U+0300 on, where the first byte is 0xCC or more.
    guard text.utf8.contains(where: { $0 >= 0xCC }),
      text.unicodeScalars.contains(where: isUnsettled)
    else { return text }
    let scalars = ordered(text.unicodeScalars.flatMap(decomposed))
    var result: [Unicode.Scalar] = []
    var starter: Int?
    var last: UInt8 = 0
    for scalar in scalars {
      let rank = scalar.properties.canonicalCombiningClass.rawValue
      // A mark behind another of its own or a higher rank doesn't reach the letter.
      if let starter, rank > 0, last < rank || last == 0,
        let joined = composition(of: result[starter], with: scalar)
      {
        result[starter] = joined
        continue
      }
      if rank == 0 { starter = result.count }
      last = rank
      result.append(scalar)
    }
    var normal = String.UnicodeScalarView()
    normal.append(contentsOf: result)
    return String(normal)
  }

  /// True for marks and for letters that are always another; without any a text is in its form already.
  private static func isUnsettled(_ scalar: Unicode.Scalar) -> Bool {
    // From Latin Extended Additional to the currency signs there is no mark; quotation marks and dashes are there.
    scalar.value >= 0x300 && !(0x1E00..<0x20D0).contains(scalar.value)
      && (scalar.properties.canonicalCombiningClass != .notReordered || singles[scalar] != nil)
  }

  /// Signs that Unicode takes for a letter or a mark that it has elsewhere: Ohm, Kelvin, Ångström, Greek `;` and `·`.
  private static let singles: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2126}": "\u{3A9}", "\u{212A}": "K", "\u{212B}": "\u{C5}", "\u{37E}": ";",
    "\u{387}": "\u{B7}",
  ]

  private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    var marks: [Unicode.Scalar] = []
    var letter = singles[scalar] ?? scalar
    while let (base, mark) = pieces[letter] {
      marks.append(mark)
      letter = base
    }
    return [letter] + marks.reversed()
  }

  /// Marks behind one letter by rank; those of one rank keep their order.
  private static func ordered(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var marks: [(rank: UInt8, place: Int, scalar: Unicode.Scalar)] = []
    func flush() {
      marks.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
      result += marks.map(\.scalar)
      marks = []
    }
    for (i, scalar) in scalars.enumerated() {
      let rank = scalar.properties.canonicalCombiningClass.rawValue
      guard rank == 0 else {
        marks.append((rank, i, scalar))
        continue
      }
      flush()
      result.append(scalar)
    }
    flush()
    return result
  }

  /// Each composed letter's base and mark.
  private static let pieces: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = {
    var pieces: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [:]
    let table = FoldingTable.compositions
    for i in stride(from: 0, to: table.count, by: 3) {
      guard let base = Unicode.Scalar(table[i]), let mark = Unicode.Scalar(table[i + 1]),
        let letter = Unicode.Scalar(table[i + 2])
      else { continue }
      pieces[letter] = (base, mark)
    }
    return pieces
  }()
}
