import EntenteModel

/// What stands around an article on its page and is no part of it.
enum Menu {
  /// How a line is not of the article.
  enum Finding {
    /// This line only.
    case line
    /// This line and the titles that follow it, up to the next prose.
    case list
  }

  /// Whether a short paragraph is such a line; its first words decide.
  static func find(_ text: [UInt8], _ start: Int, _ end: Int) -> Finding? {
    guard end - start <= 200 else { return nil }
    let folded = Folding.fold(String(decoding: text[start..<min(end, start + 80)], as: UTF8.self))
    let words = folded.utf8.split(whereSeparator: { byte in
      !(byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
        || byte == 0x27)
    }).prefix(6).map { String($0) ?? "" }
    if holds(folded, copyright) { return .line }
    guard let first = words.first else { return nil }
    if holds(folded, reserved) { return .line }
    let isShort = end - start <= 60
    for (phrase, finding, alone) in openings[first] ?? [] where words.starts(with: phrase) {
      // "Share prices fell" is news: single words count only on a line of their own or before a colon.
      if alone, words.count > phrase.count, !colonFollows(text, start, end) { continue }
      if isShort || phrase.count > 1 { return finding }
    }
    return isShort && words.count <= 2 && lone.contains(first) && words.allSatisfy(lone.contains)
      ? .line : nil
  }

  /// By bytes: looking for a string in a string goes by characters.
  private static func holds(_ text: String, _ part: [UInt8]) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { bytes[$0] == part[0] && bytes[$0...].starts(with: part) }
  }

  private static let copyright = Array("©".utf8)
  private static let reserved = Array("all rights reserved".utf8)

  private static func colonFollows(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    text[start..<min(end, start + 30)].contains(0x3A)
  }

  /// First words, what they open, and whether they count only alone; by the first of the words.
  private static let openings = Dictionary(grouping: allOpenings) { $0.0[0] }
  private static let allOpenings: [([String], Finding, Bool)] = [
    (["read", "more"], .line, false), (["read", "also"], .list, false),
    (["also", "read"], .list, false), (["see", "also"], .list, false),
    (["read", "full"], .line, false), (["read", "the", "full"], .line, false),
    (["read", "next"], .list, false), (["related"], .list, true),
    (["related", "stories"], .list, true), (["related", "news"], .list, true),
    (["related", "articles"], .list, true), (["related", "content"], .list, true),
    (["related", "topics"], .list, true), (["more", "news"], .list, true),
    (["more", "from"], .list, false), (["more", "on", "this"], .list, false),
    (["most", "read"], .list, true), (["most", "popular"], .list, true),
    (["you", "may", "also"], .list, false), (["you", "might", "also"], .list, false),
    (["recommended"], .list, true), (["latest", "news"], .list, true),
    (["latest", "headlines"], .list, true), (["the", "latest", "headlines"], .list, true),
    (["top", "stories"], .list, true), (["other", "news"], .list, true),
    (["trending"], .list, true), (["editor's", "picks"], .list, true), (["tags"], .line, true),
    (["tag"], .line, true), (["topics"], .line, true), (["keywords"], .line, true),
    (["share"], .line, true), (["share", "this"], .line, false), (["share", "on"], .line, false),
    (["follow", "us"], .line, false), (["like", "us"], .line, false),
    (["subscribe"], .line, true), (["subscribe", "to"], .line, false),
    (["subscribe", "now"], .line, false), (["sign", "up"], .line, false),
    (["sign", "in"], .line, true), (["log", "in"], .line, true), (["copyright"], .line, false),
    (["advertisement"], .line, true), (["comments"], .line, true),
    (["0", "comments"], .line, true),
    (["click", "here"], .line, false), (["skip", "to"], .line, false),
    (["accessibility", "links"], .line, true), (["breaking", "news"], .line, true),
    (["rss", "feeds"], .line, true), (["back", "to", "top"], .line, true),
    (["join", "our"], .line, false), (["download", "our"], .line, false),
    (["leave", "a", "comment"], .line, false), (["contact", "us"], .line, true),
    (["about", "us"], .line, true), (["privacy", "policy"], .line, true),
    (["terms", "of", "use"], .line, true), (["our", "standards"], .line, false),
    (["listen", "to", "this"], .line, false), (["minutes", "read"], .line, false),
  ]

  /// Words that are a whole line of a page's menu.
  private static let lone: Set<String> = [
    "home", "politics", "world", "business", "sport", "sports", "society", "economy", "culture",
    "opinion", "video", "videos", "photos", "news", "national", "international", "asia", "africa",
    "europe", "americas", "print", "email", "e-mail", "facebook", "twitter", "linkedin", "whatsapp",
    "telegram", "copy", "link", "search", "menu", "login", "register", "lifestyle", "travel",
    "health", "technology", "science", "environment", "diplomacy", "nation", "region", "focus",
  ]
}
