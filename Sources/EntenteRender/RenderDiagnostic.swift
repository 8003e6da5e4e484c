/// One thing worth knowing about a drawing that was made all the same.
package struct RenderDiagnostic: Sendable, Hashable {
  /// How much it matters.
  package enum Severity: String, Sendable {
    case warning
    case error
  }

  package var severity: Severity
  /// What it is about: `node tolam`, `edge a -> b`, `subgraph cluster_vn`, `graph`, `fonts`,
  /// `graphviz` for the library's own words, or `process` for its standard error.
  package var subject: String
  /// The attribute removed or changed, or nil.
  package var attribute: String?
  package var message: String

  /// One line: subject, attribute and message.
  package var text: String {
    let place = attribute.map { "\(subject), \($0)" } ?? subject
    return "\(place): \(message)"
  }
}

/// A drawing.
package struct Rendering: Sendable {
  /// The file's bytes, as Graphviz wrote them; SVG still has to pass ``SVGSanitizer``.
  package var bytes: [UInt8]
  package var diagnostics: [RenderDiagnostic]
  /// The layout engine that made it.
  package var engineUsed: String
  /// What was given up for speed after a time limit, in a sentence; nil if nothing was.
  package var fellBack: String?
}
