import EntenteGraph
public import EntenteModel

/// A graph laid out: the DOT text, and what was chosen and given up for it.
public struct DiagramFile: Sendable {
  /// For editing: a place for everything, and the quotations as comments.
  public let dot: [UInt8]
  /// The way in which it is laid out.
  public let view: DrawingOptions.View
  /// Which view was chosen, where it is not ``DrawingOptions/View/banks`` or one that was asked for; what is drawn
  /// as one, left out or cut short.
  public let notes: [Diagnostic]
  private let options: DrawingOptions
  private let layout: Composition

  /// How well it can be read; measured when it is asked for.
  public var legibility: Legibility { Legibility(of: layout) }

  init(_ layout: Composition, _ edits: Edits, _ options: DrawingOptions) {
    dot = EditedDocument.write(layout.document, edits)
    view = DrawingOptions.View(rawValue: layout.diagram.view.rawValue) ?? .banks
    notes = layout.notes
    self.layout = layout
    self.options = options
  }

  /// The picture as a file's bytes; its warnings begin with the ``notes``.
  ///
  /// - Throws: where no drawing came about in time.
  public func drawing(_ format: Drawing.Format) throws(EntenteError) -> Drawing {
    try Drawing(
      dot: dot, format: format, options: options, file: "the diagram", session: nil,
      notes: notes)
  }
}

extension Graph {
  /// Lays the graph out.
  ///
  /// - Throws: where nothing is called like the focus, with what may have been meant.
  public func diagram(_ options: DrawingOptions = DrawingOptions()) throws(EntenteError)
    -> DiagramFile
  {
    var focus: String?
    if let name = options.focus { focus = try node(named: name) }
    let (layout, added) = DiagramDOT.laidOut(
      self, options: options.diagram(around: focus), besides: options.edits)
    return DiagramFile(layout, added.adding(options.edits), options)
  }

  /// The id of what is called so; of several, of what has a part in most events.
  func node(named name: String) throws(EntenteError) -> String {
    let found = try Explain.find(name, in: self).filter { !$0.kind.isEvent }
    var parts: [String: Int] = [:]
    for edge in edges where edge.type.isSide { parts[edge.source, default: 0] += 1 }
    let best = found.min { (-(parts[$0.id] ?? 0), $0.id) < (-(parts[$1.id] ?? 0), $1.id) }
    guard let best else {
      throw EntenteError(
        code: "view.focus", "“\(name)” is an event; only who takes part in events can be in focus.",
        hint: "name a person, a body, a place or a country")
    }
    return best.id
  }
}
