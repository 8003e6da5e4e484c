import EntenteGraph
public import EntenteModel
import EntenteRender

/// A picture as a file's bytes.
public struct Drawing: Hashable, Sendable {
  /// The form of a picture.
  public enum Format: String, Sendable, CaseIterable {
    case svg, png, pdf
  }

  public let bytes: [UInt8]
  /// What the layout chose and left out; what was given up for speed, and why; attributes of a foreign DOT that were not obeyed.
  public let warnings: [Diagnostic]

  init(bytes: [UInt8], warnings: [Diagnostic]) {
    self.bytes = bytes
    self.warnings = warnings
  }

  /// Draws a DOT file, by Entente or anyone else, edited or not.
  ///
  /// The text is trusted in nothing: it is drawn in a process of its own within ``DrawingOptions/seconds`` for each
  /// of three ways at most, and an SVG is written anew from a closed list of elements. Quotations in the DOT's
  /// comments go into the SVG.
  ///
  /// - Parameters:
  ///   - file: what messages call the text.
  ///   - session: what makes many drawings in turn fast; the bytes are the same without it.
  /// - Throws: where the text is no DOT, with its line, no way led to a drawing, or the prefix for ids is
  ///   none.
  public init(
    dot: [UInt8], format: Format, options: DrawingOptions = DrawingOptions(),
    file: String = "the DOT text", session: Session? = nil
  ) throws(EntenteError) {
    try self.init(
      dot: dot, format: format, options: options, file: file, session: session, notes: [])
  }

  init(
    dot: [UInt8], format: Format, options: DrawingOptions, file: String, session: Session?,
    notes: [Diagnostic]
  ) throws(EntenteError) {
    if let prefix = options.idPrefix, !DrawingOptions.isIDPrefix(prefix) {
      throw EntenteError(
        code: "drawing.id-prefix", "\"\(prefix)\" cannot stand before ids",
        hint: "begin with a letter, then letters, digits, - and _; 40 at most: fig1-")
    }
    let given = DOTCharset.utf8(dot)
    let dot = DOTCompletion.completed(given)
    let wanted: RenderFormat =
      switch format {
      case .svg: .svg
      case .png: .png
      case .pdf: .pdf
      }
    let request = RenderRequest(
      dot: dot, format: wanted, limits: RenderLimits(seconds: options.seconds),
      dpi: format == .png ? options.dpi : nil)
    let rendering: Rendering
    do {
      rendering = try GraphvizRenderer.render(request, in: session?.renderer)
    } catch {
      throw Drawing.explained(error, file)
    }
    warnings = notes + Drawing.warnings(of: rendering, file)
    guard format == .svg else {
      bytes = rendering.bytes
      return
    }
    do {
      let svg = try SVGSanitizer.rewrite(
        rendering.bytes,
        options: SVGOptions(
          width: options.width.map { .millimetres($0) } ?? .responsive(maxWidth: nil),
          dark: options.dark == .auto ? .auto : .never, isEmbedded: options.embed,
          idPrefix: options.idPrefix, title: options.title ?? DOTTitle.read(dot),
          description: options.description ?? Drawing.description(of: dot)))
      bytes = SVGEvidence.adding(DOTEvidence.read(given), to: svg)
    } catch {
      throw Drawing.explained(error, file)
    }
  }

  /// Longer descriptions are cut in an SVG: a screen reader reads them in one go.
  package static let longestDescription = 20_000

  /// The words for DOT that was given as it stands; none for what Graphviz reads and Entente does
  /// not.
  private static func description(of dot: [UInt8]) -> String? {
    let words = try? Words(dot: dot, file: "")
    return words?.description(most: longestDescription)
  }

  private static func explained(_ error: RenderError, _ file: String) -> EntenteError {
    EntenteError(
      code: "render.\(error.code.rawValue)", error.message,
      at: Diagnostic.Place(file: file, line: error.line),
      hint: error.hint.isEmpty ? nil : error.hint)
  }

  /// The reason for a fallback first, then what Graphviz and the checks said, once each.
  private static func warnings(of rendering: Rendering, _ file: String) -> [Diagnostic] {
    let place = Diagnostic.Place(file: file)
    var found: [Diagnostic] = []
    if let reason = rendering.fellBack {
      found.append(
        Diagnostic(
          .warning, code: "render.fallback", reason, at: place,
          hint: "draw a part of the graph for a better picture"))
    }
    var seen: Set<String> = []
    for diagnostic in rendering.diagnostics where seen.insert(diagnostic.text).inserted {
      found.append(
        Diagnostic(
          diagnostic.severity == .error ? .error : .warning, code: "render.graphviz",
          diagnostic.text, at: place))
    }
    return found
  }
}
