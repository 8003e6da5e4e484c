import EntenteModel

/// A name as it counts for comparison: its words in lower case, without accents, weak words and `'s`.
package struct SurfaceForm: Hashable, Sendable {
  package let words: [String]

  /// They stand in one form of a name and not in another, and never make the difference.
  private static let weak: Set<String> = [
    "the", "of", "and", "a", "for", "to", "his", "her", "its",
  ]

  /// Nil where nothing is left of the text.
  package init?(_ text: String) {
    let plain = text.replacing("đ", with: "d").replacing("Đ", with: "D")
    let scalars = Array(Folding.withoutMarks(plain).lowercased().unicodeScalars)
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var i = 0
    while i < scalars.count {
      if SurfaceForm.isWord(scalars[i]) {
        word.append(scalars[i])
        i += 1
        continue
      }
      words.append(String(word))
      word = String.UnicodeScalarView()
      i += SurfaceForm.isPossessive(scalars, at: i) ? 2 : 1
    }
    words.append(String(word))
    self.words = words.filter { !$0.isEmpty && !SurfaceForm.weak.contains($0) }
    if self.words.isEmpty { return nil }
  }

  /// The distinct forms of these texts.
  static func all(_ texts: [String]) -> Set<SurfaceForm> { Set(texts.compactMap(SurfaceForm.init)) }

  /// 1 for the same words, 0.9 of the share of words in common where that is at least 0.6, else 0.
  package func similarity(to other: SurfaceForm) -> Double {
    if words == other.words { return 1 }
    let (a, b) = (Set(words), Set(other.words))
    let share = Double(a.intersection(b).count) / Double(a.union(b).count)
    return share >= 0.6 ? share * 0.9 : 0
  }

  /// True for an apostrophe and an `s` that ends a word.
  private static func isPossessive(_ scalars: [Unicode.Scalar], at i: Int) -> Bool {
    guard scalars[i] == "'" || scalars[i] == "’", i + 1 < scalars.count, scalars[i + 1] == "s"
    else { return false }
    return i + 2 == scalars.count || !isWord(scalars[i + 2])
  }

  /// Letters, numbers and the low line: what regular expressions call `\w`.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" || scalar.properties.numericType != nil { return true }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
