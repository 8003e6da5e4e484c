public import EntenteGraph
public import EntenteModel

/// How a graph is drawn.
public struct DrawingOptions: Hashable, Sendable {
  /// What becomes of the colours when a page is read in dark mode.
  public enum Dark: String, Sendable, CaseIterable {
    /// Opaque and light everywhere.
    case never
    /// Follows the reader's setting; for pictures inlined in a page.
    case auto
  }

  /// A way to lay a graph out.
  public enum View: String, Sendable, CaseIterable {
    /// Countries face each other, what happened between them, oldest first.
    case banks
    /// One entity in the centre, its events around it, and who else took part in them.
    case ego
    /// A row for each who took part, a column for each event in the order of their dates.
    case timeline
    /// Countries with those who did most, and how much happened between each two.
    case overview
  }

  /// The headline; nil for one made from the graph.
  public var title: String?
  /// The note at the foot; nil for one made from the graph, empty for none.
  public var note: String?
  /// Paragraphs to add to the note made from the graph, such as ``Choice/note``.
  public var remarks: [String]
  /// The width on paper in millimetres, 120…400; nil for 170 on paper and the column's width on a page.
  public var width: Double?
  public var dark: Dark
  /// Earlier graphs, the oldest first, in whose places things are drawn again; each is drawn in those of the one
  /// before. Empty for the best places.
  public var keptLayouts: [Graph]
  /// The colours; taken up when the DOT is made, so that they do nothing to a DOT that is there.
  public var theme: Theme
  /// True for an SVG to be pasted into a page; it then carries rules for print and for forced colours.
  public var embed: Bool
  /// Goes before every id of an SVG: a letter, then letters, digits, `-` and `_`, 40 at most; nil for
  /// one made from what is drawn.
  public var idPrefix: String?
  /// Where the words of the picture stand, so that boxes lead to them: `#` for the same page, else an
  /// http or https address; nil for boxes that lead to the articles.
  public var wordsAt: String?
  /// What an SVG tells those who can't see it; nil for a text made from what is drawn.
  public var description: String?
  /// Dots per inch of a PNG, 10…1200.
  public var dpi: Int
  /// The way to lay it out; nil for one chosen from the data, as `docs/views.md` tells.
  public var view: View?
  /// The name, alias or id of who stands in the centre of ``View/ego``; nil for who has a part in most events.
  ///
  /// Without a ``view``, a focus with a part in most of the events gives that view.
  public var focus: String?
  /// How much the layout may work: seconds of a slow machine, counted and not timed, so that the result is the
  /// same everywhere. What it falls back to is said.
  public var layoutSeconds: Double
  /// How long one attempt at a drawing may take.
  public var seconds: Double
  /// Names of countries by id, for those that no article names itself; nil for those of the built-in pack.
  public var countryNames: [String: String]?
  /// What a person changed in the picture, to be put into it again.
  public var edits = Edits()

  public init(
    title: String? = nil, note: String? = nil, remarks: [String] = [], width: Double? = nil,
    dark: Dark = .never, theme: Theme = .standard, embed: Bool = false, idPrefix: String? = nil,
    wordsAt: String? = nil, description: String? = nil, keptLayouts: [Graph] = [],
    dpi: Int = 200, seconds: Double = 10, countryNames: [String: String]? = nil,
    view: View? = nil, focus: String? = nil, layoutSeconds: Double = 10
  ) {
    self.title = title
    self.note = note
    self.remarks = remarks
    self.width = width
    self.dark = dark
    self.keptLayouts = keptLayouts
    self.theme = theme
    self.embed = embed
    self.idPrefix = idPrefix
    self.wordsAt = wordsAt
    self.description = description
    self.dpi = dpi
    self.seconds = seconds
    self.countryNames = countryNames
    self.view = view
    self.focus = focus
    self.layoutSeconds = layoutSeconds
  }

  /// What stands before the ids of events in the words; nil where nothing leads to them.
  public var wordsAnchor: String? { wordsAt.map { _ in (idPrefix ?? "") + "words-" } }

  /// True for an address that may stand in ``wordsAt``.
  public static func isWordsAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    return text == "#"
      || (lower.hasPrefix("http://") || lower.hasPrefix("https://")) && !text.contains("#")
  }

  /// True for what may stand before every id.
  public static func isIDPrefix(_ text: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 40 else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
  }
}
