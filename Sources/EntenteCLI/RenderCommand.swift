import ArgumentParser
import Entente

/// `entente render`: from DOT to a picture.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw DOT files, edited by hand or not.",
    discussion: """
      A file is trusted in nothing: it is drawn apart from this program within limits of time and memory, it reads \
      no other file, and an SVG from it runs no script; what is not obeyed is named in a warning. Its layout, pins \
      and styles are kept. Where the layout takes too long a plainer one is used, and a warning says so.

      In a file of Entente, lines follow a box that was moved, and a box without a pos is given a place.

      Draw a map after editing it:
        entente render map.dot -o map.svg

      For a report, 17 centimetres wide:
        entente render map.dot -o map.pdf --width 170mm

      Many files into a folder, each under its own name; one that cannot be drawn is told of and stops no other:
        entente render drawings/*.dot -o pictures/

      In words, as it was edited, for those who cannot see it:
        entente render map.dot -o map.md
      """)

  @Argument(help: "DOT files, or '-'.", completion: .file(extensions: ["dot", "gv"]))
  var file: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file to write (.svg, .png, .pdf, .md); may be repeated. Or a folder, for any number of files.",
      valueName: "file"),
    completion: .file())
  var output: [String] = []

  @Option(
    name: [.customShort("t"), .long],
    help: ArgumentHelp(
      "The format, whatever the file's name: svg, png, pdf or md.", valueName: "format"),
    completion: .list(Drawing.Format.allCases.map(\.rawValue) + ["md"]))
  var to: String?

  @OptionGroup var drawing: DrawingArguments

  @Option(help: .hidden)
  var theme: String?

  func validate() throws {
    guard theme == nil else {
      throw ValidationError(
        "A DOT file has its colours, and a person may have changed them: --theme belongs to `entente graph`, which makes the DOT. It takes the graph's JSON too: entente graph map.json --theme dark -o map.svg"
      )
    }
    guard try batch() == nil else { return }
    for file in try OutputFile.wanted(output, to: to, otherwise: .svg)
    where file.format.drawing == nil && file.format != .md {
      throw RenderCommand.isNoPicture(file.format)
    }
  }

  static func isNoPicture(_ format: OutputFormat) -> ValidationError {
    ValidationError(
      "A DOT file can be drawn as svg, png or pdf and told as md, not as \(format.rawValue).")
  }

  /// What goes into a folder; nil for one file.
  private func batch() throws -> RenderBatch? {
    if let folder = RenderBatch.folder(output) {
      return try RenderBatch(file, into: folder, to: to)
    }
    guard file.count > 1 else { return nil }
    throw ValidationError(
      "\(file.count) files need a folder to be drawn into, with a slash at its end: -o pictures/")
  }

  func run() async throws {
    if let batch = try batch() { return try await batch.run(try drawing.options()) }
    let file = file[0]
    let files = try OutputFile.wanted(output, to: to, otherwise: .svg)
    try OutputCheck.before(files, force: false)
    try OutputCheck.inputs([file], spared: files.map(\.path))
    let dot = try FileBytes.read(file)
    let options = try drawing.options()
    let session = files.count > 1 ? Drawing.Session() : nil
    var bytes: [OutputFormat: [UInt8]] = [:]
    var said: Set<Diagnostic> = []
    if files.contains(where: { $0.format == .md }) {
      bytes[.md] = Array(try Words(editedDOT: dot, file: file).markdown().utf8)
    }
    for target in files where bytes[target.format] == nil {
      guard let format = target.format.drawing else { continue }
      let drawing = try Drawing(
        dot: dot, format: format, options: options, file: file, session: session)
      for warning in drawing.warnings where said.insert(warning).inserted { Console.write(warning) }
      bytes[target.format] = drawing.bytes
    }
    for target in files { try Output.file(bytes[target.format] ?? [], to: target.path) }
  }
}
