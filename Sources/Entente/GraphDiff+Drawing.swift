public import EntenteGraph
public import EntenteModel

extension Graph {
  /// What changed since an older graph: new, gone, joined, moved on, dated anew.
  public func changes(since old: Graph) -> GraphDiff { GraphDiff(from: old, to: self) }
}

extension GraphDiff {
  /// Both graphs in one picture, as DOT: what is new is heavier, what is gone is grey, dotted and struck through,
  /// and boxes say what else changed.
  public func dot(_ options: DrawingOptions = DrawingOptions()) -> [UInt8] {
    let picture = DiffPicture(self)
    var wanted = DiagramOptions(
      title: options.title ?? "What changed", note: options.note, remarks: options.remarks,
      width: options.width ?? 170,
      countryNames: options.countryNames ?? (try? KnowledgePack())?.countryNames ?? [:])
    wanted.subtitle = summary
    wanted.marks = picture.marks
    return DiagramDOT.write(picture.graph, options: wanted)
  }

  /// The same picture in any of the forms.
  ///
  /// - Throws: where no drawing came about in time.
  public func drawing(
    _ format: Drawing.Format, _ options: DrawingOptions = DrawingOptions()
  ) throws(EntenteError) -> Drawing {
    try Drawing(dot: dot(options), format: format, options: options, file: "the diagram")
  }
}
