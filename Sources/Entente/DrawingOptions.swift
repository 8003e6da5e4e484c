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
  /// Dots per inch of a PNG, 10…1200.
  public var dpi: Int
  /// How long one attempt at a drawing may take.
  public var seconds: Double
  /// Names of countries by id, for those that no article names itself; nil for those of the built-in pack.
  public var countryNames: [String: String]?

  public init(
    title: String? = nil, note: String? = nil, remarks: [String] = [], width: Double? = nil,
    dark: Dark = .never,
    keptLayouts: [Graph] = [], dpi: Int = 200, seconds: Double = 10,
    countryNames: [String: String]? = nil
  ) {
    self.title = title
    self.note = note
    self.remarks = remarks
    self.width = width
    self.dark = dark
    self.keptLayouts = keptLayouts
    self.dpi = dpi
    self.seconds = seconds
    self.countryNames = countryNames
  }
}
