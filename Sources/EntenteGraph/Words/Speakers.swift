import EntenteModel

/// The names of those who say something, for people.
struct Speakers: Hashable, Sendable {
  private let names: [String: String]

  /// Nobody is known by an id: the words of the articles stand alone.
  static let none = Speakers([])

  init(_ nodes: [Node]) {
    names = Dictionary(
      nodes.lazy.filter { $0.event == nil }.map { ($0.id, $0.name) }
    ) { first, _ in first }
  }

  /// Who says it, on one line: the name in the graph, else the article's words; nil in the outlet's own voice.
  func name(_ quote: Evidence) -> String? {
    guard let speaker = quote.speaker else { return nil }
    let known = speaker.id.flatMap { names[$0] }.map(Words.line)
    if let known, !known.isEmpty { return known }
    let words = Words.line(speaker.text)
    return words.isEmpty ? nil : words
  }

  /// ` — said by X`, to stand behind a quotation; empty in the outlet's own voice. Who is no node stands in marks, as
  /// the article's words: ` — said by “officials”`.
  func remark(_ quote: Evidence) -> String {
    guard let name = name(quote) else { return "" }
    let short = Words.cut(name, to: Speakers.longest)
    return " — said by \(isKnown(quote) ? short : "“\(short)”")"
  }

  private func isKnown(_ quote: Evidence) -> Bool {
    quote.speaker?.id.flatMap { names[$0] }?.isEmpty == false
  }

  private static let longest = 120
}

extension Evidence {
  /// The speaker whose word all of these are; nil where there are several, or where the outlet says so itself.
  static func speaker(ofAll quotes: [Evidence]) -> Speaker? {
    guard let first = quotes.first?.speaker else { return nil }
    return quotes.allSatisfy { isOne($0.speaker, first) } ? first : nil
  }

  /// True for one and the same known speaker, or for the same words where nobody is known.
  static func isOne(_ a: Speaker?, _ b: Speaker) -> Bool {
    guard let a else { return false }
    return b.id == nil ? a.id == nil && a.text == b.text : a.id == b.id
  }
}
