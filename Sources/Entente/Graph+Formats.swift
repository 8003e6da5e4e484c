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

  /// The default picture as DOT, for editing: a place for everything, and the quotations as comments.
  public func dot(_ options: DrawingOptions = DrawingOptions()) -> [UInt8] {
    DiagramDOT.write(self, options: options.diagram, edits: options.edits)
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
    try Drawing(dot: dot(options), format: format, options: options, file: "the diagram")
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
