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
  /// The width on paper in millimetres, 120…400; nil for 170 on paper and the column's width on a page.
  public var width: Double?
  public var dark: Dark
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

  public init(
    title: String? = nil, note: String? = nil, width: Double? = nil, dark: Dark = .never,
    dpi: Int = 200, seconds: Double = 10, countryNames: [String: String]? = nil,
    view: View? = nil, focus: String? = nil, layoutSeconds: Double = 10
  ) {
    self.title = title
    self.note = note
    self.width = width
    self.dark = dark
    self.dpi = dpi
    self.seconds = seconds
    self.countryNames = countryNames
    self.view = view
    self.focus = focus
    self.layoutSeconds = layoutSeconds
  }
}
