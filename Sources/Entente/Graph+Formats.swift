import EntenteGraph
public import EntenteModel

extension Graph {
  /// The graph in the interchange format, described by `docs/graph.schema.json`; equal graphs are equal bytes.
  public func json() -> [UInt8] { GraphJSON.encode(self) }

  /// Reads the interchange format; keys that it does not know are left out.
  ///
  /// - Parameter file: what messages call the bytes.
  /// - Throws: every fault with its line and column.
  public init(json: [UInt8], file: String = "graph.json") throws(EntenteError) {
    self = try GraphJSON.decode(json, file: file)
  }

  /// The whole graph as GraphML, for networkx, igraph, Cytoscape and Gephi; lists are JSON in one text.
  public func graphML() -> [UInt8] { GraphMLFormat.write(self) }

  /// The whole graph as GEXF 1.3 with the days of events, for Gephi's timeline; lists are JSON in one text.
  ///
  /// Of a date known to the month or the year, `start` and `end` are its first and last day; `date` says as much as is
  /// known.
  public func gexf() -> [UInt8] { GEXFFormat.write(self) }

  /// The whole graph as two tables, one row a node and one row an edge: UTF-8 with a byte order mark, commas, CRLF.
  ///
  /// Cells that would begin a formula in a spreadsheet begin with an apostrophe; lists are JSON in one cell.
  public func csv() -> (nodes: [UInt8], edges: [UInt8]) { CSVFormat.write(self) }

  /// The whole graph as a Mermaid flowchart, for Markdown, with the quotations as comments.
  ///
  /// The warnings tell where it has more than most viewers draw.
  public func mermaid() -> (bytes: [UInt8], warnings: [Diagnostic]) { MermaidFormat.write(self) }

  /// The whole graph as entities of FollowTheMoney, one a line of JSON, for Aleph and the program `ftm`.
  ///
  /// An event with three sides is one `Event` with three ids under `involved`, and three `UnknownLink`s with the
  /// quotations. Every property is one that the Python package keeps as it is.
  public func followTheMoney() -> [UInt8] { FTMFormat.write(self) }

  /// The picture as DOT, for editing: a place for everything, and the quotations as comments.
  ///
  /// - Note: What was chosen, folded and left out, and a focus that is not there, ``diagram(_:)`` tells.
  public func dot(_ options: DrawingOptions = DrawingOptions()) -> [UInt8] {
    let focus = (try? options.focus.map(node(named:))) ?? nil
    return DiagramDOT.write(self, options: options.diagram(around: focus), edits: options.edits)
  }

  /// The report as one web page: the picture, tables, search, filters and every quotation, for use without a network.
  ///
  /// The page has its own colours and follows the reader's setting for dark mode, whatever ``DrawingOptions/theme``
  /// and ``DrawingOptions/dark`` say.
  ///
  /// - Throws: where no drawing came about in time.
  public func html(_ options: DrawingOptions = DrawingOptions()) throws(EntenteError) -> Drawing {
    var plain = options
    plain.theme = .standard
    let focus = (try? options.focus.map(node(named:))) ?? nil
    // What was added by hand stands in the tables; the picture is of what articles tell.
    let composition = Composition(
      of: Edits.parted(self).told, options: plain.diagram(around: focus))
    let diagram = composition.diagram
    // Headline, counts and note are text of the page; the picture need not say them again.
    var bare = diagram
    (bare.title, bare.subtitle, bare.note) = ("", "", [])
    var drawn = options
    (drawn.title, drawn.width, drawn.dark) = (diagram.title, nil, .auto)
    let dot = composition.without(headline: bare).dot
    let drawing = try Drawing(dot: dot, format: .svg, options: drawn, file: "the diagram")
    return Drawing(
      bytes: Explorer.page(
        of: self, diagram: diagram, svg: drawing.bytes, countryNames: options.diagram.countryNames),
      warnings: drawing.warnings)
  }

  /// The picture in words: an alternative text, a description and the table of quotations.
  public func words(_ options: DrawingOptions = DrawingOptions()) -> Words {
    Words(of: self, options: options.diagram)
  }

  /// The default picture as SVG that is safe to open and to inline.
  ///
  /// - Throws: where no drawing came about in time.
  public func svg(_ options: DrawingOptions = DrawingOptions()) throws(EntenteError) -> Drawing {
    try drawing(.svg, options)
  }

  /// The default picture in any of the forms.
  ///
  /// - Throws: where no drawing came about in time.
  public func drawing(
    _ format: Drawing.Format, _ options: DrawingOptions = DrawingOptions()
  ) throws(EntenteError) -> Drawing {
    var options = options
    options.countryNames = options.diagram.countryNames
    if format == .svg, options.description == nil {
      options.description = words(options).description(most: Drawing.longestDescription)
    }
    return try diagram(options).drawing(format)
  }

  /// Why the thing of this id, name or alias is in the graph, and why its names are one.
  ///
  /// - Throws: where nothing is called so, with what may have been meant.
  public func explain(_ name: String) throws(EntenteError) -> Explanation {
    try Explain.explain(self, name)
  }

  /// What joins two things, with the sentences that say so.
  ///
  /// - Throws: where nothing is called so, with what may have been meant.
  public func explain(_ a: String, _ b: String) throws(EntenteError) -> Explanation {
    try Explain.explain(self, a, b)
  }
}

extension DrawingOptions {
  private var wordsAddress: String? {
    guard let wordsAt, let wordsAnchor, DrawingOptions.isWordsAddress(wordsAt) else { return nil }
    return (wordsAt == "#" ? "" : wordsAt) + "#" + wordsAnchor
  }

  /// The same with the id of who stands in the centre.
  func diagram(around focus: String?) -> DiagramOptions {
    var wanted = diagram
    wanted.focus = focus
    return wanted
  }

  /// What the view of a graph takes of them.
  var diagram: DiagramOptions {
    var wanted = DiagramOptions(
      title: title, note: note, remarks: remarks, width: width ?? 170,
      countryNames: countryNames ?? (try? KnowledgePack())?.countryNames ?? [:],
      theme: theme, wordsAddress: wordsAddress,
      view: view.flatMap { ViewName(rawValue: $0.rawValue) }, layoutSeconds: layoutSeconds)
    // Places are kept among banks.
    if !keptLayouts.isEmpty, wanted.view == nil { wanted.view = .banks }
    for old in keptLayouts { wanted.kept = KeptLayout(of: old, options: wanted) }
    return wanted
  }
}
