/// The form of a drawing.
package enum RenderFormat: String, Sendable, CaseIterable {
  case svg
  case png
  case pdf
  /// Graphviz's own JSON with positions and without drawing operations.
  case json

  /// The name Graphviz gives the format.
  var device: String { self == .json ? "json0" : rawValue }
}

/// What one attempt at a drawing may use. A rendering makes three attempts at most.
package struct RenderLimits: Sendable {
  /// Wall-clock seconds for one attempt.
  package var seconds: Double
  /// Processor seconds for one attempt.
  package var cpuSeconds: Int
  /// Bytes of memory that the drawing process may map on top of its parent's.
  package var memoryBytes: Int
  /// The largest drawing accepted, in bytes.
  package var outputBytes: Int
  /// The longest DOT text accepted, in bytes.
  package var inputBytes: Int

  /// Ten seconds, 2 GiB of memory, drawings of up to 128 MiB and DOT of up to 32 MiB.
  package init(
    seconds: Double = 10, cpuSeconds: Int? = nil, memoryBytes: Int = 2 << 30,
    outputBytes: Int = 128 << 20, inputBytes: Int = 32 << 20
  ) {
    self.seconds = seconds
    self.cpuSeconds = cpuSeconds ?? Int(min(max(seconds, 0), 86_400)) + 1
    self.memoryBytes = memoryBytes
    self.outputBytes = outputBytes
    self.inputBytes = inputBytes
  }
}

/// DOT text and what to make of it.
package struct RenderRequest: Sendable {
  /// UTF-8 text in the DOT language; trusted in nothing.
  package var dot: [UInt8]
  package var format: RenderFormat
  /// A layout engine such as `dot`; nil takes the graph's own `layout`, or `dot`.
  package var engine: String?
  package var limits: RenderLimits
  /// Dots per inch of a PNG; nil takes the graph's own, or 96.
  package var dpi: Int?

  /// A request for one drawing.
  package init(
    dot: [UInt8], format: RenderFormat, engine: String? = nil,
    limits: RenderLimits = RenderLimits(), dpi: Int? = nil
  ) {
    self.dot = dot
    self.format = format
    self.engine = engine
    self.limits = limits
    self.dpi = dpi
  }
}
