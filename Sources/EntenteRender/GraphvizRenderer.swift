/// Draws DOT text with Graphviz, in a process of its own.
///
/// The calling process runs no Graphviz code: a graph that makes the library crash, hang or eat
/// memory costs a child process and gives a ``RenderError``. Calls block the calling thread until
/// the child has ended and may run on many threads at once.
package enum GraphvizRenderer {
  /// Draws a graph.
  ///
  /// A layout that reaches its time limit is tried again in a plainer way: with `dot`, straight
  /// lines and a bounded search, then with `sfdp`. ``Rendering/fellBack`` says so.
  /// - Parameter session: what keeps Graphviz loaded, for many drawings in turn. The bytes are the same without it.
  /// - Throws: ``RenderError`` if no way led to a drawing.
  package static func render(
    _ request: RenderRequest, in session: DrawingSession? = nil
  ) throws(RenderError) -> Rendering {
    try check(request)
    var last: DrawingProcess.Outcome?
    for way in ways(of: request) {
      var outcome = DrawingProcess.run(request, way: way, in: session)
      if outcome.status == .time && outcome.stage == .start {
        // Hung before it did anything: a lock that another thread held when the process was split.
        outcome = DrawingProcess.run(request, way: way, in: session)
      }
      guard outcome.status == .time && outcome.stage == .layout else {
        return try finish(outcome, way: way, request: request)
      }
      last = outcome
    }
    guard let last else {
      throw RenderError(code: .process, message: "Nothing was tried", hint: "")
    }
    throw failure(of: last, request: request)
  }

  /// The ways to try, the first as asked. Graphs of other engines go straight to the last.
  private static func ways(of request: RenderRequest) -> [DrawingProcess.Way] {
    switch request.engine {
    case nil, "dot": [.asAsked, .plainDot, .plainSFDP]
    default: [.asAsked, .plainSFDP]
    }
  }

  private static func check(_ request: RenderRequest) throws(RenderError) {
    guard !request.dot.contains(0) else {
      throw RenderError(
        code: .syntax, message: "The DOT text holds a NUL byte",
        hint: "Remove it; the rest of the graph would be ignored.")
    }
    guard request.dot.count <= request.limits.inputBytes else {
      throw RenderError(
        code: .request,
        message: "The DOT text has \(request.dot.count) bytes; "
          + "\(request.limits.inputBytes) are allowed",
        hint: "Draw a part of the graph, or raise the limit.")
    }
    if String(validating: request.dot, as: UTF8.self) == nil {
      // Graphviz would take it for Latin-1 in one place and pass it on in another.
      let line = firstLineOutsideUTF8(request.dot)
      throw RenderError(
        code: .syntax, message: "The DOT text is not UTF-8 in line \(line)",
        hint: "Save it in UTF-8.", line: line)
    }
    let limits = request.limits
    guard limits.seconds > 0, limits.seconds.isFinite, limits.cpuSeconds > 0,
      limits.cpuSeconds <= 1_000_000, limits.memoryBytes > 0, limits.outputBytes > 0,
      request.dpi.map({ (10...1200).contains($0) }) ?? true
    else {
      throw RenderError(
        code: .request, message: "A limit or the resolution is out of bounds",
        hint: "Limits are above zero; dots per inch lie from 10 to 1200.")
    }
    if let engine = request.engine, !engines.contains(engine) {
      throw RenderError(
        code: .request, message: "\"\(engine)\" is not a layout engine",
        hint: "Use one of \(engines.joined(separator: ", ")).")
    }
  }

  private static func firstLineOutsideUTF8(_ dot: [UInt8]) -> Int {
    var number = 0
    for line in dot.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if String(validating: line, as: UTF8.self) == nil { break }
    }
    return number
  }

  /// The layout engines that a request may name.
  package static let engines = [
    "dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "patchwork", "nop", "nop1", "nop2",
  ]

  /// True if the installed library has a switch of its own against reading files, beside the
  /// removal of every attribute that names one.
  package static var hasFileGuard: Bool { DrawingProcess.hasFileGuard }

  private static func finish(
    _ outcome: DrawingProcess.Outcome, way: DrawingProcess.Way, request: RenderRequest
  ) throws(RenderError) -> Rendering {
    guard outcome.status == .ok else { throw failure(of: outcome, request: request) }
    if request.format == .svg && !SVGExtent.isSound(outcome.bytes) {
      throw RenderError(
        code: .extent, message: "The drawing has no finite size",
        hint: "Look for positions or sizes in the DOT text that aren't ordinary numbers.")
    }
    let limit = "\(request.limits.seconds) s"
    let fellBack: String? =
      switch way {
      case .asAsked: nil
      case .plainDot:
        "The layout took longer than \(limit); drawn with straight lines and fewer improvements."
      case .plainSFDP:
        "The layout took longer than \(limit); drawn with the engine sfdp and straight lines."
      }
    return Rendering(
      bytes: outcome.bytes, diagnostics: outcome.log, engineUsed: outcome.engine,
      fellBack: fellBack)
  }
}
