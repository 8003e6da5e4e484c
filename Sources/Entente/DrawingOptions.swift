public import EntenteGraph

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
  /// The width on paper in millimetres, 120…400; nil for 170 on paper and the column's width on a page.
  public var width: Double?
  public var dark: Dark
  /// Dots per inch of a PNG, 10…1200.
  public var dpi: Int
  /// How long one attempt at a drawing may take.
  public var seconds: Double
  /// Names of countries by id, for those that no article names itself; nil for those of the built-in pack.
  public var countryNames: [String: String]?
  /// What a person changed in the picture, to be put into it again.
  public var edits = Edits()

  public init(
    title: String? = nil, note: String? = nil, width: Double? = nil, dark: Dark = .never,
    dpi: Int = 200, seconds: Double = 10, countryNames: [String: String]? = nil
  ) {
    self.title = title
    self.note = note
    self.width = width
    self.dark = dark
    self.dpi = dpi
    self.seconds = seconds
    self.countryNames = countryNames
  }
}
