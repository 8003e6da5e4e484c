/// How a drawing is fitted for a page.
package struct SVGOptions: Sendable {
  /// The width on the page.
  package enum Width: Sendable, Hashable {
    /// As wide as the column, up to this many CSS pixels; nil stands for the drawing's own width.
    case responsive(maxWidth: Double?)
    /// A fixed width in millimetres, for print.
    case millimetres(Double)
  }

  /// What becomes of the colours when a page is read in dark mode.
  package enum Dark: Sendable {
    /// Opaque and light everywhere.
    case never
    /// A fixed style sheet follows the reader's setting. For drawings inlined in a page.
    case auto
  }

  package var width: Width
  package var dark: Dark
  /// True for a drawing pasted into a page: a style sheet keeps it whole in print and lets it follow
  /// forced colours.
  package var isEmbedded: Bool
  /// Goes before every id; nil derives it from the content, so that two different drawings can
  /// stand on one page. Characters that may not stand in an id are dropped.
  package var idPrefix: String?
  /// The language of the text, as in `en` or `vi`.
  package var language: String
  /// The drawing's name for those who can't see it; nil takes the graph's label.
  package var title: String?
  /// A longer description for those who can't see it.
  package var description: String?
  /// Names to show for nodes, clusters (`cluster_x`) and edges (`a->b`), by Graphviz's own name.
  /// A tooltip in the graph goes before; without either the text drawn is taken.
  package var names: [String: String]

  /// Responsive, light, in English.
  package init(
    width: Width = .responsive(maxWidth: nil), dark: Dark = .never,
    isEmbedded: Bool = false, idPrefix: String? = nil, language: String = "en",
    title: String? = nil, description: String? = nil,
    names: [String: String] = [:]
  ) {
    self.width = width
    self.dark = dark
    self.isEmbedded = isEmbedded
    self.idPrefix = idPrefix
    self.language = language
    self.title = title
    self.description = description
    self.names = names
  }
}
