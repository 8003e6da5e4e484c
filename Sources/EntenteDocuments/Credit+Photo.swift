extension Credit {
  /// The photo credit in a paragraph, if it has one: at its foot, or near its head where a caption runs into
  /// the article ("…on Saturday. — VNA/VNS Photo HÀ NỘI — The…").
  static func photo(_ text: [UInt8], _ start: Int, _ end: Int) -> Photo? {
    if let found = photo(text, start, max(start, end - 180), end, end) { return found }
    if end - start > 180 {
      return photo(text, start, start, min(end, start + 700), end)
    }
    return nil
  }

  /// Looks for a cue in `text[from..<to]` of the paragraph.
  private static func photo(
    _ text: [UInt8], _ start: Int, _ from: Int, _ to: Int, _ end: Int
  ) -> Photo? {
    var i = from
    while i < to {
      if isCue(text, i, end), let photo = photo(text, start, cue: i, end) { return photo }
      i += 1
    }
    return nil
  }

  /// A byte where `photo`, `Getty`, `REUTERS/` or `Xinhua/` begins: cheap, and rarely true.
  private static func isCue(_ text: [UInt8], _ i: Int, _ end: Int) -> Bool {
    func has(_ word: StaticString) -> Bool {
      let count = word.utf8CodeUnitCount
      guard i + count <= end else { return false }
      return word.withUTF8Buffer { bytes in
        for k in 0..<count where unsafe text[i + k] != bytes[k] { return false }
        return true
      }
    }
    switch text[i] {
    case 0x50: return has("Photo") || has("PHOTO") || has("Picture:")
    case 0x70: return has("photo")
    case 0x46: return has("File photo") || has("File picture")
    case 0x47: return has("Getty")
    case 0x49: return has("Image:") || has("Image via")
    case 0x53: return has("Source: ")
    case 0x2F:
      // `(Xinhua/Name)`: an agency before the slash.
      return i + 1 < end && (0x41...0x5A).contains(text[i + 1])
    default: return false
    }
  }

  /// Reads the credit around a cue: from the sentence, bracket or dash before it to where the names end.
  private static func photo(_ text: [UInt8], _ start: Int, cue: Int, _ end: Int) -> Photo? {
    var low = cue
    // Back over what may stand before the cue in a credit: agencies, `File`, a dash, a bracket.
    let floor = max(start, cue - 48)
    var opened = false
    while low > floor {
      let byte = text[low - 1]
      if byte == 0x28 || byte == 0x5B {
        low -= 1
        opened = true
        break
      }
      if byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x22 || byte == 0x29 { break }
      if byte == 0x9D || byte == 0x0A { break }
      low -= 1
    }
    guard opened || low == start || low > floor else { return nil }
    let creditStart = Blank.skipped(text, low, cue + 1)
    let scan = WordScan(text, creditStart, min(end, creditStart + 160), limit: 24)
    var tokens = scan.tokens
    guard !tokens.isEmpty else { return nil }
    var creditEnd: Int
    if opened {
      guard let close = tokens.firstIndex(where: { $0.kind == .close }) else { return nil }
      tokens = Array(tokens[1..<close])
      guard isPhotoCredit(tokens, bracketed: true) else { return nil }
      creditEnd = scan.tokens[close].end
      if creditEnd < end, text[creditEnd] == 0x2E { creditEnd += 1 }
    } else {
      if tokens[0].kind == .dash { tokens.removeFirst() }
      guard let count = openCredit(text, tokens, end) else { return nil }
      creditEnd = tokens[count - 1].end
    }
    let captionEnd = Blank.trimmed(text, start, creditStart).1
    if !opened, captionEnd > start, !SentenceEnd.closes(text, start, captionEnd) { return nil }
    return Photo(captionEnd: captionEnd, start: creditStart, end: creditEnd)
  }

  /// What stands in brackets: a photo word, or an agency, a slash and a name.
  private static func isPhotoCredit(_ tokens: [WordScan.Token], bracketed: Bool) -> Bool {
    guard tokens.count <= 16, let first = tokens.first else { return false }
    let photo = tokens.prefix(4).contains { photoWords.contains($0.folded) }
    if photo || tokens.contains(where: { $0.folded == "getty" }) {
      return tokens.allSatisfy {
        $0.kind != .word || $0.isCapital || creditWords.contains($0.folded)
      }
    }
    if first.folded == "source" { return tokens.count >= 3 && tokens[1].kind == .colon }
    return tokens.count >= 3 && Agencies.length(tokens, 0, guess: false) > 0
      && tokens.contains { $0.kind == .slash }
      && tokens.allSatisfy { $0.kind != .word || $0.isCapital }
  }

  /// The number of tokens of a credit without brackets: `VNA/VNS Photo Name Name`, `Photo: VNA`, `Source: VNA`.
  private static func openCredit(
    _ text: [UInt8], _ tokens: [WordScan.Token], _ end: Int
  ) -> Int? {
    var i = Agencies.list(tokens, from: 0, guess: true) ?? 0
    let named = i > 0
    while i < tokens.count, ["file", "handout", "illustrative"].contains(tokens[i].folded) {
      i += 1
    }
    guard i < tokens.count, photoWords.contains(tokens[i].folded) else {
      let isKnown = Agencies.length(tokens, 0, guess: false) > 0
      return named && isKnown ? namedCredit(text, tokens, from: i, end) : nil
    }
    // "Photo opportunities were…" opens a sentence; a credit goes on with a sign or a name.
    let isSource = tokens[i].folded == "source"
    i += 1
    var signed = named
    while i < tokens.count,
      tokens[i].kind == .colon || tokens[i].kind == .slash || tokens[i].kind == .comma
        || ["by", "courtesy", "of", "credit", "via", "from"].contains(tokens[i].folded)
    {
      signed = true
      i += 1
    }
    guard signed, !isSource || tokens[i - 1].kind == .colon else { return nil }
    var names = 0
    while i < tokens.count, names < 5 {
      let token = tokens[i]
      if token.kind == .slash || token.kind == .dash && !token.isSpaced {
        i += 1
        continue
      }
      guard token.kind == .word, token.isCapital else { break }
      // The article's own dateline may follow at once: a place in capitals is no photographer.
      if token.isAllCapitals, Agencies.length(tokens, i, guess: false) == 0,
        Dateline(text, token.start, end) != nil
      {
        break
      }
      names += 1
      i += 1
    }
    if i < tokens.count, tokens[i].kind == .stop { i += 1 }
    return named || names > 0 ? i : nil
  }

  /// "REUTERS/Name" at the paragraph's end, or "VNA/VNS Name Name" before a dateline; a list of agencies alone
  /// is the article's own credit.
  private static func namedCredit(
    _ text: [UInt8], _ tokens: [WordScan.Token], from first: Int, _ end: Int
  ) -> Int? {
    var i = first
    while i < tokens.count, i < first + 6 {
      let token = tokens[i]
      guard token.kind == .slash || token.kind == .word && token.isCapital else { break }
      if i > 0, token.isAllCapitals, Dateline(text, token.start, end) != nil { return i }
      i += 1
    }
    let filled = i == tokens.count || i + 1 == tokens.count && tokens[i].kind == .stop
    let isPicture = tokens[..<i].contains { $0.folded == "getty" } || i > first
    let reachesEnd = tokens.last.map { $0.end >= end - 1 } ?? false
    return filled && reachesEnd && isPicture && tokens[..<i].contains { $0.kind == .slash }
      ? i : nil
  }

  private static let photoWords: Set<String> = [
    "photo", "photos", "photograph", "picture", "image", "source", "photo/vna",
  ]
  private static let creditWords: Set<String> = [
    "photo", "photos", "photograph", "picture", "image", "by", "courtesy", "of", "via", "for",
    "the", "from", "file", "and", "provided", "credit", "handout", "taken", "on", "source",
    "released", "de", "van", "al", "el", "bin", "dpa",
  ]
}
