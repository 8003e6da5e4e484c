package import EntenteModel

/// A graph as a picture: which view was taken, what it shows, where everything stands, and what had
/// to be given up.
package struct Composition: Sendable {
  package let diagram: Diagram
  package let picture: Picture
  /// Which view was chosen, where that is not *banks*; what was folded, left out or cut short.
  package let notes: [Diagnostic]

  /// The same result for the same graph in any order.
  package init(of graph: Graph, options: DiagramOptions = DiagramOptions()) {
    let choice = ViewChoice(graph, options)
    var options = options
    options.view = choice.view
    options.focus = choice.focus
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
    self.diagram = diagram
    self.picture = picture
    notes = []
  }

  /// The DOT file.
  package var dot: [UInt8] { DiagramDOT.write(diagram, picture) }
}
