extension Folding {
  /// The text without accents and other combining marks: `Tô Lâm` becomes `To Lam`.
  ///
  /// Canonical decomposition of Latin letters, unlike ``fold(_:)``: case stays, and so do `đ`, `ø` and `ß`,
  /// which Unicode takes for letters of their own.
  package static func withoutMarks(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where scalar.properties.canonicalCombiningClass == .notReordered {
      result.append(unmarked[scalar] ?? scalar)
    }
    return String(result)
  }

  /// The bare letter of each composed one.
  private static let unmarked: [Unicode.Scalar: Unicode.Scalar] = {
    var bases: [UInt16: UInt16] = [:]
    let table = FoldingTable.compositions
    for i in stride(from: 0, to: table.count, by: 3) { bases[table[i + 2]] = table[i] }
    var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for composed in bases.keys {
      var letter = composed
      // `ấ` is composed of `â`, which is composed of `a`.
      while let base = bases[letter] { letter = base }
      if let composed = Unicode.Scalar(composed) { letters[composed] = Unicode.Scalar(letter) }
    }
    return letters
  }()
}
