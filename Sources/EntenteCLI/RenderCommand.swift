import ArgumentParser
import Entente

/// `entente render`: from DOT to a picture.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw a DOT file, edited by hand or not.",
    discussion: """
      The file is trusted in nothing: it is drawn apart from this program within limits of time and memory, it reads \
      no other file, and an SVG from it runs no script; what is not obeyed is named in a warning. Its layout, pins \
      and styles are kept. Where the layout takes too long a plainer one is used, and a warning says so.

      In a file of Entente, lines follow a box that was moved, and a box without a pos is given a place.

      Draw a map after editing it:
        entente render map.dot -o map.svg

      For a report, 17 centimetres wide:
        entente render map.dot -o map.pdf --width 170mm
      """)

  @Argument(help: "A DOT file, or '-'.", completion: .file(extensions: ["dot", "gv"]))
  var file: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("A file to write (.svg, .png, .pdf); may be repeated.", valueName: "file"),
    completion: .file())
  var output: [String] = []

  @Option(
    name: [.customShort("t"), .long],
    help: ArgumentHelp(
      "The format, whatever the file's name: svg, png or pdf.", valueName: "format"),
    completion: .list(Drawing.Format.allCases.map(\.rawValue)))
  var to: String?

  @OptionGroup var drawing: DrawingArguments

  func validate() throws {
    for file in try OutputFile.wanted(output, to: to, otherwise: .svg)
    where file.format.drawing == nil {
      throw ValidationError(
        "A DOT file can be drawn as svg, png or pdf, not as \(file.format.rawValue).")
    }
  }

  func run() throws {
    let files = try OutputFile.wanted(output, to: to, otherwise: .svg)
    try OutputCheck.before(files, force: false)
    try OutputCheck.inputs([file], spared: files.map(\.path))
    let dot = try FileBytes.read(file)
    let options = try drawing.options()
    var bytes: [OutputFormat: [UInt8]] = [:]
    var said: Set<Diagnostic> = []
    for target in files where bytes[target.format] == nil {
      guard let format = target.format.drawing else { continue }
      let drawing = try Drawing(dot: dot, format: format, options: options, file: file)
      for warning in drawing.warnings where said.insert(warning).inserted { Console.write(warning) }
      bytes[target.format] = drawing.bytes
    }
    for target in files { try Output.file(bytes[target.format] ?? [], to: target.path) }
  }
}
