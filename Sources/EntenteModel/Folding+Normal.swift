extension Folding {
  /// Unicode's normalization form C (UAX #15) of Latin letters, whatever the order of their marks: `â` and a dot below
  /// become `ậ`. Marks of other scripts are put into their order, but those letters stay in pieces.
  package static func normalized(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
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

  private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    var marks: [Unicode.Scalar] = []
    var letter = scalar
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
