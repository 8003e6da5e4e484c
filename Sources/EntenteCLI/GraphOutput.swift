import Entente

/// A graph on its way into files: all are made first, so that none is written where another can't be made.
struct GraphOutput {
  let graph: Graph
  var options: DrawingOptions
  private var made: [OutputFormat: [[UInt8]]] = [:]
  private var dot: [UInt8]?
  /// True where the DOT is not that of the graph alone.
  private let isEdited: Bool
  private var said: Set<Diagnostic> = []

  /// With `edited`, pictures and words are made from that DOT.
  init(graph: Graph, options: DrawingOptions, edited: [UInt8]? = nil) {
    self.graph = graph
    self.options = options
    dot = edited
    isEdited = edited != nil
  }

  func write(to files: [OutputFile]) throws {
    var output = self
    for file in files where output.made[file.format] == nil { try output.make(file.format) }
    for file in files { try Output.files(output.made[file.format] ?? [], to: file.paths) }
  }

  private mutating func make(_ format: OutputFormat) throws {
    var warnings: [Diagnostic] = []
    if let data = format.data(of: graph, warnings: &warnings) {
      made[format] = data
      say(warnings)
      return
    }
    switch format {
    case .html:
      let report = try graph.html(options)
      made[format] = [report.bytes]
      say(report.warnings)
      if isEdited {
        say([
          Diagnostic(
            .note, code: "edits.report",
            "the report shows what was added by hand, and no other edits",
            hint: "they are in the dot, svg, png, pdf and md of this run")
        ])
      }
    case .md:
      if isEdited, let dot {
        let words = try Words(editedDOT: dot, file: "the diagram")
        made[format] = [Array(words.markdown(anchors: options.wordsAnchor).utf8)]
        return
      }
      made[format] = [Array(graph.words(options).markdown(anchors: options.wordsAnchor).utf8)]
    default:
      let source = try dot ?? laidOut()
      dot = source
      guard let picture = format.drawing else {
        made[format] = [source]
        return
      }
      if picture == .svg, !isEdited {
        options.description = graph.words(options).description(most: Drawing.longestDescription)
      }
      let drawing = try Drawing(dot: source, format: picture, options: options, file: "the diagram")
      made[format] = [drawing.bytes]
      say(drawing.warnings)
    }
  }

  /// The picture's DOT; says what was chosen and left out.
  private mutating func laidOut() throws -> [UInt8] {
    let diagram = try graph.diagram(options)
    say(diagram.notes)
    return diagram.dot
  }

  /// What two files share is told once.
  private mutating func say(_ warnings: [Diagnostic]) {
    for warning in warnings where said.insert(warning).inserted { Console.write(warning) }
  }
}
