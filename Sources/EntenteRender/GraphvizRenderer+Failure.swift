extension GraphvizRenderer {
  /// The error for an outcome without a drawing.
  static func failure(of outcome: DrawingProcess.Outcome, request: RenderRequest) -> RenderError {
    let words = outcome.log.filter { $0.severity == .error || $0.subject == "process" }
      .map { $0.subject == "graphviz" || $0.subject == "process" ? $0.message : $0.text }
      .prefix(3).joined(separator: "; ")
    // The message gets its own full stop.
    let said = words.isEmpty ? "" : ": \(words.hasSuffix(".") ? String(words.dropLast()) : words)"
    switch outcome.status {
    case .ok, .draw, .exit:
      return RenderError(
        code: .graphviz, message: "Graphviz made no drawing\(said)",
        hint: "Check that libgvc and its plugins for \(request.format.rawValue) are installed.")
    case .absent:
      return RenderError(
        code: .graphviz, message: "There is no Graphviz on this machine to draw with",
        hint:
          "Install it (Debian: libgvc6), or write another format: DOT, JSON, Mermaid and tables need none."
      )
    case .start:
      return RenderError(
        code: .process,
        message: "No drawing process could be started (error \(outcome.errorNumber))",
        hint: "Free memory, processes or file descriptors, and try again.")
    case .time:
      return RenderError(
        code: .time,
        message: "The drawing took longer than \(request.limits.seconds) s \(outcome.stage.words)",
        hint: "Draw fewer nodes and edges, drop edge labels, or raise the time limit.")
    case .memory:
      return RenderError(
        code: .memory, message: "The drawing needs more memory than it may have\(said)",
        hint: "Draw fewer nodes, shorten labels, or raise the memory limit.")
    case .crash:
      // The last words of the dying, if it had no others.
      let last = outcome.log.last.map { ": \($0.message.prefix(300))" } ?? ""
      let why = said.isEmpty ? last : said
      return RenderError(
        code: .crash,
        message: "Graphviz crashed (\(signalName(outcome.signal))) \(outcome.stage.words)"
          + (why.hasSuffix(".") ? String(why.dropLast()) : why),
        hint: "Remove unusual attributes from the graph, or choose another layout engine.")
    case .parse:
      let line = lineNumber(in: words)
      if words.contains("memory exhausted") {
        // What its parser says of brackets in brackets.
        return RenderError(
          code: .syntax,
          message: "The graph is nested too deeply\(line.map { " in line \($0)" } ?? "")",
          hint: "Put fewer subgraphs into each other; some 2,000 levels are read.", line: line)
      }
      return RenderError(
        code: .syntax, message: "The text is not a graph in DOT\(said)",
        hint: words.isEmpty
          ? "It has no graph; begin with \"digraph {\"."
          : "Mend the DOT text\(line.map { " at line \($0)" } ?? "").", line: line)
    case .layout:
      return RenderError(
        code: .graphviz, message: "The layout engine refused the graph\(said)",
        hint: "Choose another layout engine.")
    case .extent:
      return RenderError(
        code: .extent, message: "The drawing has no finite size",
        hint: "Look for positions or sizes in the DOT text that aren't ordinary numbers.")
    case .output:
      return RenderError(
        code: .output, message: "The drawing has more than \(request.limits.outputBytes) bytes",
        hint: "Draw fewer nodes, lower the resolution, or raise the limit.")
    case .label:
      return RenderError(
        code: .label, message: "An HTML-like label can't be read\(said)",
        hint: "Close every tag, quote every attribute, and write & as &amp;.")
    }
  }

  /// The number behind "line" in Graphviz's message.
  private static func lineNumber(in message: String) -> Int? {
    let words = message.split(separator: " ")
    guard let at = words.firstIndex(of: "line"), at + 1 < words.count else { return nil }
    return Int(words[at + 1].prefix { $0.isNumber })
  }

  /// A signal by its name, where it has one that a reader may look up.
  static func signalName(_ number: Int) -> String {
    switch number {
    case 4: "SIGILL"
    case 6: "SIGABRT"
    case 7: "SIGBUS"
    case 8: "SIGFPE"
    case 9: "SIGKILL"
    case 11: "SIGSEGV"
    case 15: "SIGTERM"
    default: "signal \(number)"
    }
  }
}
