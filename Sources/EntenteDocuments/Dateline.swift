import EntenteModel

/// `HANOI, Feb. 6 (VNA) —`, `PHNOM PENH —`, `VOV.VN -`, `(VOVworld)-`, `Phnom Penh (FN), May 19 –`.
struct Dateline {
  /// Behind the last byte before the dash.
  let end: Int
  /// The first byte of the sentence behind the dash.
  let bodyStart: Int
  /// The date in it, where it has a year.
  let date: PartialDate?
  /// The agency in it, as bytes of the text.
  let agency: Range<Int>?

  /// A dateline is shorter than this.
  private static let limit = 110

  /// Nil unless a paragraph begins with one at `start`.
  init?(_ text: [UInt8], _ start: Int, _ stop: Int) {
    let scan = WordScan(text, start, min(stop, start + Dateline.limit), limit: 24)
    let tokens = scan.tokens
    guard let (dash, depthFree) = Dateline.dash(tokens), depthFree, dash > 0 else { return nil }
    let head = Array(tokens[..<dash])
    guard head.allSatisfy(Dateline.fits), !Dateline.opensSentence(head) else { return nil }
    let dates = Dateline.date(head)
    let agency = Dateline.agency(head)
    let capitals = Dateline.capitals(head)
    guard
      agency != nil || dates.hasDay && head[0].kind == .word || capitals
        || Dateline.isPlainCity(head, tokens[dash], tokens[(dash + 1)...])
    else { return nil }
    if tokens[dash].kind == .colon && agency == nil { return nil }
    end = head[head.count - 1].end
    bodyStart = Blank.skipped(text, tokens[dash].end, stop)
    date = dates.date
    self.agency = agency
  }

  /// The token that ends it, and whether it stands outside brackets.
  private static func dash(_ tokens: [WordScan.Token]) -> (Int, Bool)? {
    var depth = 0
    for (i, token) in tokens.enumerated() {
      switch token.kind {
      case .open: depth += 1
      case .close: depth -= 1
      case .dash:
        guard depth == 0, i > 0 else { continue }
        let width = token.end - token.start
        let spaced = token.isSpaced || i + 1 < tokens.count && tokens[i + 1].isSpaced
        // `(RHC-PL).-The`, but not "The U.S.-Norway talks".
        let behindBracket =
          tokens[i - 1].kind == .close
          || tokens[i - 1].kind == .stop && i > 1 && tokens[i - 2].kind == .close
        // An em dash needs no space; a hyphen or en dash between letters joins them.
        if spaced || behindBracket || width == 2 || i + 1 == tokens.count { return (i, true) }
        if width == 3, tokens[i - 1].isAllCapitals { return (i, true) }
      case .colon:
        guard depth == 0, i > 0 else { continue }
        // Of colons only that behind an agency ends a dateline: `(AP):`.
        return (i, tokens[i - 1].kind == .close || i <= 3)
      case .number, .word, .comma, .stop, .slash: continue
      case .semicolon, .bar, .sign: return nil
      }
    }
    return nil
  }

  private static let particles: Set<String> = [
    "of", "and", "the", "de", "la", "del", "el", "al", "dos", "do", "da", "st", "nd", "rd", "th",
    "dpa", "via", "upon",
  ]

  private static func fits(_ token: WordScan.Token) -> Bool {
    switch token.kind {
    case .word:
      token.isCapital || particles.contains(token.folded) || DateScan.months[token.folded] != nil
        || token.folded.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    case .number: token.folded.utf8.count <= 4
    case .comma, .stop, .slash, .open, .close, .dash, .colon: true
    case .semicolon, .bar, .sign: false
    }
  }

  private static func date(_ head: [WordScan.Token]) -> DateScan {
    for i in head.indices {
      let scan = DateScan(head[i...])
      if scan.hasDay { return scan }
    }
    return DateScan(head[...])
  }

  /// The name in brackets, or one known for an agency.
  private static func agency(_ head: [WordScan.Token]) -> Range<Int>? {
    if let open = head.firstIndex(where: { $0.kind == .open }),
      let close = head[open...].firstIndex(where: { $0.kind == .close }), close > open + 1,
      close - open <= 6
    {
      let inner = head[(open + 1)..<close]
      let isName = inner.allSatisfy { $0.kind != .word || $0.isCapital || $0.folded == "dpa" }
      if isName, inner.contains(where: { $0.kind == .word }) {
        return inner[open + 1].start..<inner[close - 1].end
      }
    }
    for i in head.indices {
      guard let end = Agencies.list(head, from: i, guess: false) else { continue }
      // Alone, or set off from the place by a comma: "AKP, October 17" but not "Bernama chief Anwar".
      let before = i == 0 || head[i - 1].kind != .word
      let behind = end == head.count || head[end].kind != .word
      if before && behind { return head[i].start..<head[end - 1].end }
    }
    return nil
  }

  /// The place is written in capitals: `PHNOM PENH`, `HÀ NỘI`, `WASHINGTON, D.C.`
  private static func capitals(_ head: [WordScan.Token]) -> Bool {
    let place = head.prefix { $0.kind == .word || $0.kind == .slash || $0.kind == .stop }
    let words = place.filter { $0.kind == .word }
    guard let first = words.first, words.count <= 5, !Agencies.others.contains(first.folded),
      first.folded.utf8.count >= 3
    else { return false }
    return words.allSatisfy { $0.isAllCapitals || particles.contains($0.folded) }
  }

  /// `Brasília - The president`: nothing but the dash and a word that opens sentences tells.
  private static func isPlainCity(
    _ head: [WordScan.Token], _ dash: WordScan.Token, _ rest: ArraySlice<WordScan.Token>
  ) -> Bool {
    guard head.count <= 5, dash.kind == .dash, dash.isSpaced, let next = rest.first, next.isSpaced,
      head.filter({ $0.kind == .word }).count <= 3, head.last?.kind != .comma,
      head.allSatisfy({ $0.kind == .comma || $0.kind == .word && $0.isCapital })
    else { return false }
    return openers.contains(next.folded) && next.isCapital
  }

  /// "On March 11, 2021 – the day…" is a sentence; "The Hague, 6 May (AP) –" is none.
  private static func opensSentence(_ head: [WordScan.Token]) -> Bool {
    guard let first = head.first, first.kind == .word else { return false }
    if first.folded == "the", head.count > 1, head[1].folded == "hague" { return false }
    return openers.contains(first.folded)
  }

  private static let openers: Set<String> = [
    "the", "a", "an", "at", "in", "on", "after", "as", "for", "two", "three", "more", "some",
    "president", "prime", "foreign", "during", "amid", "following", "his", "her", "its", "all",
    "today", "yesterday", "and", "but", "by", "from", "since", "with", "to", "when", "while",
    "both",
    "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "mr", "ms", "mrs", "dr",
    "subject", "memorandum", "note", "update", "photo", "video", "earlier", "later", "before",
  ]
}
