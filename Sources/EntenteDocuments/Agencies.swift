/// Who supplies news: the short names that stand in datelines and credits.
enum Agencies {
  /// Folded; of one word each. The scanner keeps `VOV.VN` and `RHC-PL` as one word.
  static let words: Set<String> = [
    "aa", "aap", "abc", "afp", "akp", "ani", "ansa", "antara", "ap", "apa", "app", "aps", "atv",
    "azertac", "bbc", "belga", "belta", "bernama", "bloomberg", "bna", "bss", "bta", "cna", "cns",
    "ctk", "dpa", "efe", "ena", "epa", "epa-efe", "ians", "interfax", "irna", "isna", "jiji",
    "kazinform", "kcna", "kna", "kpl", "kuna", "kyodo", "lusa", "map", "mena", "mna", "mti", "nam",
    "nan", "nhk", "nna", "npr", "ntb", "ona", "pap", "petra", "pna", "pti", "qna", "reuters",
    "rfi", "sana", "spa", "sputnik", "stt", "tanjug", "tap", "tass", "tna", "ukrinform", "unb",
    "upi", "uzaa", "vna", "vns", "vnp", "vnexpress", "vov", "vov.vn", "vovworld", "wafa", "wam",
    "xinhua", "yonhap", "agencies", "agency", "nhandan", "vgp", "getty", "shutterstock", "gg",
  ]

  /// Folded names of several words.
  static let phrases: [[String]] = [
    ["associated", "press"], ["the", "associated", "press"], ["agence", "france-presse"],
    ["anadolu", "agency"], ["ria", "novosti"], ["global", "times"], ["china", "daily"],
    ["fresh", "news"], ["agence", "kampuchea", "presse"], ["agency", "kampuchea", "press"],
    ["phnom", "penh", "post"], ["khmer", "times"], ["vietnam", "news", "agency"],
    ["viet", "nam", "news"], ["vietnam", "news"], ["nhan", "dan"], ["nhan", "dan", "online"],
    ["straits", "times"], ["the", "straits", "times"], ["kyodo", "news"], ["yonhap", "news"],
    ["xinhua", "news", "agency"], ["interfax-ukraine"], ["bss", "news"], ["ap", "photo"],
    ["getty", "images"], ["associated", "press", "writers"],
  ]

  /// Short names of bodies that make news and are no agency; in capitals they look like one.
  static let others: Set<String> = [
    "asean", "nato", "eu", "un", "us", "u.s", "uk", "u.k", "usa", "u.s.a", "uae", "opec", "brics",
    "apec", "aukus", "g7", "g20", "wto", "who", "imf", "eaeu", "gcc", "sco", "au", "mou", "cpv",
    "cpp", "pm", "fm", "covid", "covid-19", "unesco", "osce", "oecd", "ilo", "iaea", "wb", "adb",
    "dprk", "prc", "rok", "drc", "ngo", "gdp", "fta", "rcep", "cptpp", "ioc", "fifa", "icc",
  ]

  /// The number of tokens from `i` that name one agency; 0 where none does.
  ///
  /// With `guess`, any word of two to eight capitals that is not known for something else will do.
  static func length(_ tokens: [WordScan.Token], _ i: Int, guess: Bool) -> Int {
    guard i < tokens.count, tokens[i].kind == .word,
      tokens[i].isCapital || tokens[i].folded == "dpa"
    else { return 0 }
    for phrase in phrases.sorted(by: { $0.count > $1.count })
    where i + phrase.count <= tokens.count {
      if phrase.indices.allSatisfy({ tokens[i + $0].folded == phrase[$0] }) { return phrase.count }
    }
    if words.contains(tokens[i].folded) { return 1 }
    let isShort = (2...8).contains(tokens[i].folded.utf8.count)
    return guess && tokens[i].isAllCapitals && isShort && !others.contains(tokens[i].folded) ? 1 : 0
  }

  /// The end of a list of agencies from `i`, as `VNA/VNS` or `AFP, AP`; nil where none stands there.
  static func list(_ tokens: [WordScan.Token], from i: Int, guess: Bool) -> Int? {
    var next = i
    var end: Int?
    while true {
      let length = length(tokens, next, guess: guess)
      if length == 0 { return end }
      next += length
      end = next
      guard next < tokens.count,
        tokens[next].kind == .slash || tokens[next].kind == .comma
          || tokens[next].folded == "and" || tokens[next].kind == .dash && !tokens[next].isSpaced
      else { return end }
      next += 1
    }
  }
}
