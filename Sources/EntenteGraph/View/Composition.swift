package import EntenteModel

/// A graph as a picture: which view was taken, what it shows, where everything stands, and what had
/// to be given up.
package struct Composition: Sendable {
  package let diagram: Diagram
  package let picture: Picture
  /// Which view was chosen, where that is not *banks*; what was folded, left out or cut short.
  package let notes: [Diagnostic]
  private let documents: [DocumentRecord]
  private let options: DiagramOptions

  /// The same result for the same graph in any order.
  package init(of graph: Graph, options: DiagramOptions = DiagramOptions()) {
    let choice = ViewChoice(graph, options)
    var options = options
    options.view = choice.view
    options.focus = choice.focus
    documents = graph.documents
    self.options = options
    var effort = Effort(seconds: options.layoutSeconds)
    switch choice.view {
    case .banks:
      diagram = DiagramView.diagram(of: graph, options: options)
      picture = BanksLayout.picture(of: diagram, millimetres: options.width, effort: &effort)
    case .timeline:
      let whole = DiagramView.diagram(of: graph, options: options)
      (diagram, picture) = TimelineLayout.picture(of: whole, millimetres: options.width)
    case .ego:
      var whole = DiagramView.diagram(of: choice.graph, options: options)
      if options.note == nil { whole.note += [choice.remark].compactMap(\.self) }
      (diagram, picture) = EgoLayout.picture(
        of: whole, millimetres: options.width, effort: &effort)
    case .overview:
      diagram = Overview.diagram(of: graph, options: options)
      picture = BanksLayout.picture(of: diagram, millimetres: options.width, effort: &effort)
    }
    notes =
      choice.notes
      + diagram.givenUp.map { Diagnostic(.note, code: "view.folded", $0) }
      + effort.notes
  }

  /// A picture that was placed otherwise.
  package init(_ diagram: Diagram, _ picture: Picture) {
    self.init(diagram, picture, documents: [], options: DiagramOptions())
  }

  private init(
    _ diagram: Diagram, _ picture: Picture, documents: [DocumentRecord], options: DiagramOptions
  ) {
    self.diagram = diagram
    self.picture = picture
    self.documents = documents
    self.options = options
    notes = []
  }

  /// The same with another headline and note, or none; along dates and around one entity they stay.
  package func without(headline bare: Diagram) -> Composition {
    guard diagram.view == .banks || diagram.view == .overview else { return self }
    var effort = Effort(seconds: options.layoutSeconds)
    let picture = BanksLayout.picture(of: bare, millimetres: options.width, effort: &effort)
    return Composition(bare, picture, documents: documents, options: options)
  }

  /// The DOT file.
  package var dot: [UInt8] { DOTWriter.write(document) }

  /// The statements of the DOT file.
  package var document: DOTDocument {
    DiagramDOT.document(
      diagram, picture, documents: documents, theme: options.theme,
      wordsAddress: options.wordsAddress)
  }
}
