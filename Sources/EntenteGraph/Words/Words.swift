public import EntenteModel

/// A picture in words: for those who cannot see it, and for pages that need a text beside it.
///
/// Made of a graph, or of a DOT file as a person left it. Plain text throughout; ``markdown`` and
/// the SVG escape it for where it goes.
public struct Words: Hashable, Sendable {
  /// The headline.
  public var title: String
  /// What the picture shows, in at most ``longestAlternative`` characters: for `alt`.
  public var alternative: String
  /// What it holds, counted; one sentence each.
  public var summary: [String]
  /// Every event with who took part, in the order of the picture; then offices and bodies.
  public var chapters: [Chapter]
  /// Where it comes from and what is not drawn; paragraphs.
  public var notes: [String]
  /// Every statement with each quotation that supports it.
  public var evidence: [Row]

  /// The most characters that screen readers read as an alternative without cutting or stumbling;
  /// longer ones belong into the description.
  public static let longestAlternative = 150

  /// What belongs together: an event, or the offices.
  public struct Chapter: Hashable, Sendable {
    public var heading: String
    /// Each ends with a full stop.
    public var sentences: [String]
    /// The ids of the events that it tells of, for links that lead to it.
    public var events: [String]

    public init(heading: String, sentences: [String], events: [String] = []) {
      self.heading = heading
      self.sentences = sentences
      self.events = events
    }
  }

  /// A statement and a quotation that supports it.
  public struct Row: Hashable, Sendable {
    public var statement: String
    /// Nil where no article says it.
    public var quotation: String?
    /// Whom the article quotes or reports as saying it; nil where it says so itself.
    public var speaker: String?
    /// The outlet, and the document's id; or what else the statement rests on.
    public var source: String
    /// The day of publication, as far as known.
    public var date: PartialDate?
    /// http or https; nil where it is not known, or is another.
    public var url: String?

    public init(
      statement: String, quotation: String?, source: String, date: PartialDate? = nil,
      url: String? = nil, speaker: String? = nil
    ) {
      self.statement = statement
      self.quotation = quotation
      self.speaker = speaker
      self.source = source
      self.date = date
      self.url = url
    }

    /// The row for a quotation from an article of which no more than this is known.
    init(
      _ statement: String, _ quote: Evidence, in document: DocumentRecord?, _ speakers: Speakers
    ) {
      self.init(
        statement: statement, quotation: quote.text,
        source: document?.source.map { "\($0), \(quote.document)" } ?? quote.document,
        date: document?.date, url: DOTAddress.safe(document?.url), speaker: speakers.name(quote))
    }
  }

  /// The description in one piece, for readers that get it read aloud: the summary, then chapter
  /// after chapter.
  ///
  /// - Parameter most: about how many characters; what is left out is counted at the end.
  public func description(most: Int = .max) -> String {
    var text = summary.joined(separator: " ")
    var length = text.count
    for (i, chapter) in chapters.enumerated() {
      for sentence in ["\(chapter.heading)."] + chapter.sentences {
        length += sentence.count + 1
        guard length <= most else {
          let left = chapters.count - i
          return text
            + " The text is cut here: \(left == 1 ? "one section is" : "\(left) sections are")"
            + " missing or not whole. The words beside the picture have all of it."
        }
        text += " " + sentence
      }
    }
    return ([text] + notes).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `Diagram: HEADLINE. COUNTS`, cut to ``longestAlternative`` characters.
  static func alternative(title: String, counts: String) -> String {
    let start = title.isEmpty ? "Diagram" : "Diagram: \(title)"
    let room = Words.longestAlternative - start.count - 2
    if counts.count <= room, !counts.isEmpty { return Words.sentence(start) + " " + counts }
    return Words.cut(Words.sentence(start), to: Words.longestAlternative)
  }

  /// The beginning of a text, ended at a space and with `…` where it is longer.
  static func cut(_ text: String, to most: Int) -> String {
    guard text.count > most else { return text }
    var start = text.prefix(most - 1)
    if let space = start.lastIndex(of: " "), text.distance(from: space, to: start.endIndex) < 40 {
      start = start[..<space]
    }
    while let last = start.last, " ,;:.–-".contains(last) { start.removeLast() }
    return start + "…"
  }

  /// The text with a full stop, unless it ends a sentence already.
  static func sentence(_ text: String) -> String {
    guard let last = text.last, !".!?…".contains(last) else { return text }
    return text + "."
  }

  /// `A`, `A and B`, `A, B and C`.
  static func list(_ words: [String]) -> String { Headline.list(words) }

  /// Invisible characters and line ends taken out, so that a name stays one line of text.
  static func line(_ text: String) -> String {
    DOTText.visible(text).split(whereSeparator: { $0 == " " || $0.isNewline })
      .joined(separator: " ")
  }
}
