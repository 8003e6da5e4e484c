/// Why there is no drawing.
package struct RenderError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sort of failure; an open set.
  package struct Code: RawRepresentable, Sendable, Hashable {
    package let rawValue: String
    /// Makes a code of its name.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The request itself can't be carried out.
    package static let request = Code(rawValue: "request")
    /// The text is not DOT.
    package static let syntax = Code(rawValue: "syntax")
    /// An HTML-like label can't be read.
    package static let label = Code(rawValue: "label")
    /// Every way of laying the graph out reached its time limit.
    package static let time = Code(rawValue: "time")
    /// The memory limit was reached.
    package static let memory = Code(rawValue: "memory")
    /// The drawing process ended by a signal.
    package static let crash = Code(rawValue: "crash")
    /// The layout engine or the renderer refused.
    package static let graphviz = Code(rawValue: "graphviz")
    /// The drawing has no size that fits on anything.
    package static let extent = Code(rawValue: "extent")
    /// The drawing is larger than was asked for.
    package static let output = Code(rawValue: "output")
    /// No process could be started.
    package static let process = Code(rawValue: "process")
    /// The SVG holds something that is not known to be harmless.
    package static let svg = Code(rawValue: "svg")
  }

  package var code: Code
  /// What happened, with the offending text.
  package var message: String
  /// What to do about it.
  package var hint: String
  /// The line of the DOT text, counted from 1, if Graphviz named one.
  package var line: Int?

  /// An error with its remedy.
  package init(code: Code, message: String, hint: String, line: Int? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
    self.line = line
  }

  package var description: String { hint.isEmpty ? message : "\(message). \(hint)" }
}
