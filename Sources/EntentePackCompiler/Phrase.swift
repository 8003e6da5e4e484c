import EntenteModel

/// The ways in which a reader may meet a name or term, as folded words.
enum Phrase {
  /// The words as they stand, and without hyphens, stops and the apostrophe of a plural: `Tbong-Khmum` is also
  /// `Tbong Khmum`, `St. Gallen` is `St Gallen`, `Workers' Party` is `Workers Party`.
  static func variants(_ text: String) -> [[String]] {
    let words = Tokenizer.words(of: text)
    guard !words.isEmpty else { return [] }
    var variants = [words]
    func add(_ variant: [String]) {
      if !variant.isEmpty, !variants.contains(variant) { variants.append(variant) }
    }
    let loose: Set<String> = ["-", ".", "'"]
    if words.contains(where: loose.contains) {
      add(words.filter { $0 != "." && $0 != "'" })
      add(words.filter { $0 != "-" })
      add(words.filter { !loose.contains($0) })
    }
    if words.contains(where: { $0.contains(".") }) {
      // "u.s" without its stops; the abbreviation keeps its capitals.
      for variant in variants {
        add(variant.map { $0.filter { $0 != "." } }.filter { !$0.isEmpty })
      }
    }
    return variants
  }

  /// True for `US`, `ASEAN`, `U.S.`: two letters or more, and no small one.
  static func isAbbreviation(_ text: String) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isLowercase || scalar == " " { return false }
      if scalar.properties.isUppercase { letters += 1 }
    }
    return letters >= 2
  }
}
