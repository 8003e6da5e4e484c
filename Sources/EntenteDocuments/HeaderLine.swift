import EntenteModel

/// A line above the article that tells of it: `Source: AKP`, `By Anna Berg`, `Published: 6 February 2026`.
enum HeaderLine {
  case date(DateScan)
  case source(Range<Int>)
  case title(Range<Int>)
  case address(Range<Int>)
  /// A byline; nothing to keep.
  case byline

  /// Nil where the paragraph is of another sort.
  init?(_ text: [UInt8], _ start: Int, _ end: Int) {
    guard end - start <= 200 else { return nil }
    let tokens = WordScan(text, start, end, limit: 30).tokens
    guard let first = tokens.first, first.kind == .word || first.kind == .number else {
      return nil
    }
    if tokens.count > 2, tokens[1].kind == .colon, !tokens[1].isSpaced {
      let value = tokens[2].start..<end
      switch first.folded {
      case "source", "agency", "outlet", "publisher":
        // "Source:Xinhua Published: 2013-4-13 17:56:56" is two things on a line.
        let stop = tokens.firstIndex {
          ["published", "updated", "date", "posted"].contains($0.folded) || $0.kind == .bar
        }
        self = .source(value.lowerBound..<(stop.map { tokens[$0 - 1].end } ?? end))
        return
      case "title", "headline":
        self = .title(value)
        return
      case "url", "link", "source_url":
        self = .address(value)
        return
      case "by", "author", "reporter", "editor", "translator", "translation", "photographer":
        self = .byline
        return
      default: break
      }
    }
    let dates = DateScan(tokens[...])
    if dates.isOnlyDates, dates.hasDay {
      self = .date(dates)
      return
    }
    let words = tokens.prefix(HeaderLine.longestByline).map(\.folded)
    guard HeaderLine.bylines.contains(where: { words.starts(with: $0) }) else { return nil }
    // "By Anna Berg", but not "By the authority vested in me…", nor "By Friday they had agreed."
    if first.folded == "by" {
      guard tokens.count <= 12, tokens.count > 1, tokens[1].isCapital,
        !SentenceEnd.closes(text, start, end)
      else { return nil }
    }
    self = .byline
  }

  /// The date in a line like `Source: X Published: 2013-4-13 17:56:56`, wherever it stands.
  static func date(_ text: [UInt8], _ start: Int, _ end: Int) -> DateScan? {
    let tokens = WordScan(text, start, end, limit: 30).tokens
    for i in tokens.indices where i < 24 {
      let scan = DateScan(tokens[i...])
      if scan.hasDay { return scan }
    }
    return nil
  }

  /// In words.
  private static let longestByline = 3
  private static let bylines: [[String]] = [
    ["by"], ["reporting", "by"], ["writing", "by"], ["written", "by"], ["editing", "by"],
    ["edited", "by"], ["additional", "reporting"], ["compiled", "by"], ["translated", "by"],
    ["with", "inputs", "from"], ["with", "input", "from"], ["associated", "press", "writer"],
    ["associated", "press", "writers"], ["ap", "writer"], ["story", "by"], ["reported", "by"],
    ["photo", "by"], ["photos", "by"], ["our", "correspondent"], ["staff", "writer"],
    ["staff", "reporter"], ["this", "story", "was"], ["this", "article", "was"],
  ]
}
