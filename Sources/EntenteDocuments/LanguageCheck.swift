import EntenteModel

/// Tells the parts of a text that can be read from those in languages without a pack.
struct LanguageCheck {
  /// The blocks that can be read.
  private(set) var blocks: [Article.Block] = []
  /// Runs of blocks that cannot.
  private(set) var foreign: [(range: Range<Int>, language: String)] = []
  /// The language of most of the text; nil where nothing tells.
  private(set) var main: String?
  /// True unless every part whose language shows is foreign.
  private(set) var isReadable = true

  init(_ text: [UInt8], blocks all: [Article.Block], languages: Set<String>) {
    var weight: [String: Int] = [:]
    var found: [String?] = []
    var scratch: [UInt8] = []
    for block in all {
      // A headline or name tells too little; its neighbours decide.
      let language = LanguageGuess(text, block.start, block.end, scratch: &scratch).language
      found.append(language)
      if let language, block.role != .menu, block.role != .credit {
        weight[language, default: 0] += block.end - block.start
      }
    }
    main = weight.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let known = weight.keys.contains { languages.contains($0) }
    isReadable = weight.isEmpty || known
    // Parts that do not tell go with the text as a whole.
    let silent = main.map { languages.contains($0) } ?? true
    for (block, language) in zip(all, found) {
      if language.map({ languages.contains($0) }) ?? (silent || known) {
        self.blocks.append(block)
        continue
      }
      let name = language ?? main ?? "unknown"
      if let last = foreign.last, last.language == name, last.range.upperBound <= block.start,
        self.blocks.last.map({ $0.end <= last.range.lowerBound }) ?? true
      {
        foreign[foreign.count - 1].range = last.range.lowerBound..<block.end
      } else {
        foreign.append((block.start..<block.end, name))
      }
    }
  }
}

/// The language of a paragraph, by its script and its function words.
struct LanguageGuess {
  /// An ISO 639-1 code; nil where the paragraph is too short or too plain to tell.
  private(set) var language: String?

  init(_ text: [UInt8], _ start: Int, _ end: Int, scratch: inout [UInt8]) {
    let scripts = ScriptCensus(text, start, end)
    if let code = scripts.foreignLanguage {
      language = code
      return
    }
    guard scripts.latin >= 20 else { return }
    scratch.removeAll(keepingCapacity: true)
    // A language shows within some thousand letters; a long line is not folded to its end.
    var stop = min(end, start + 4000)
    while stop < end, text[stop] & 0xC0 == 0x80 { stop += 1 }
    Folding.append(text.span.extracting(start..<stop), to: &scratch)
    language = LanguageGuess.byWords(scratch)
  }

  private static func byWords(_ folded: [UInt8]) -> String? {
    var counts = [Int](repeating: 0, count: StopWords.languages.count)
    var words = 0
    var key: UInt64 = 0
    var length = 0
    for i in 0...folded.count {
      let byte = i < folded.count ? folded[i] : 0x20
      if byte >= 0x61 && byte <= 0x7A {
        length += 1
        key = key << 8 | UInt64(byte)
      } else if length > 0 {
        words += 1
        if length <= 8, var mask = StopWords.masks[key] {
          while mask != 0 {
            counts[mask.trailingZeroBitCount] += 1
            mask &= mask - 1
          }
        }
        key = 0
        length = 0
      }
    }
    var best = 0
    for i in counts.indices where counts[i] > counts[best] { best = i }
    let english = counts[0]
    guard best != 0 else {
      // One function word in ten is little even for a headline.
      return english >= 2 && english * 12 >= words ? "en" : nil
    }
    guard words >= 8, counts[best] >= 3, counts[best] * 10 >= words, counts[best] > english * 3 / 2
    else { return english * 8 >= words && english >= 2 ? "en" : nil }
    return StopWords.languages[best]
  }
}
