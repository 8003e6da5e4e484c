import CGraphvizShim

/// One run of the drawing process: values in, values out. With ``DrawingSession``, the only unsafe code of the module.
enum DrawingProcess {
  /// How hard to try.
  enum Way: Int32 {
    case asAsked = 0
    case plainDot
    case plainSFDP
  }

  /// How it ended, in the order of the shim's constants.
  enum Status: Int32 {
    case ok = 0
    case start, time, crash, exit, memory, parse, layout, draw, extent, output, label, absent
  }

  /// What the process had begun when it was last heard of, in the order of the shim's constants.
  enum Stage: Int32 {
    case start = 0
    case parse, layout, draw, end

    var words: String {
      switch self {
      case .start: "while starting"
      case .parse: "while reading the DOT text"
      case .layout: "while laying out"
      case .draw, .end: "while drawing"
      }
    }
  }

  /// What came of it.
  struct Outcome {
    var status: Status
    var stage: Stage
    var signal: Int
    var errorNumber: Int
    var engine: String
    var bytes: [UInt8]
    var log: [RenderDiagnostic]
  }

  private static let logBytes = 256 << 10

  static var hasFileGuard: Bool { entente_gv_has_file_guard() != 0 }

  /// Runs the process, split off a session where there is one, and waits for its end.
  static func run(_ request: RenderRequest, way: Way, in session: DrawingSession?) -> Outcome {
    // Both names are short and come from closed lists; the pointers live to the end of the call.
    unsafe request.dot.withUnsafeBufferPointer { dot in
      unsafe request.format.device.withCString { device in
        if let engine = request.engine {
          unsafe engine.withCString { name in
            unsafe run(request, way: way, in: session, dot: dot, device: device, engine: name)
          }
        } else {
          unsafe run(request, way: way, in: session, dot: dot, device: device, engine: nil)
        }
      }
    }
  }

  private static func run(
    _ request: RenderRequest, way: Way, in session: DrawingSession?,
    dot: UnsafeBufferPointer<UInt8>, device: UnsafePointer<CChar>, engine: UnsafePointer<CChar>?
  ) -> Outcome {
    let text = unsafe UnsafeRawPointer(dot.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var job = unsafe entente_gv_request(
      dot: text, dot_length: dot.count, format: device, engine: engine, way: way.rawValue,
      wall_seconds: request.limits.seconds, cpu_seconds: UInt32(request.limits.cpuSeconds),
      memory_bytes: UInt64(request.limits.memoryBytes),
      output_bytes: UInt64(request.limits.outputBytes), log_bytes: UInt64(logBytes),
      dpi: Int32(request.dpi ?? 0))
    var result = unsafe entente_gv_result()
    if let session {
      unsafe entente_gv_session_render(&session.process, &job, &result)
    } else {
      unsafe entente_gv_render(&job, &result)
    }
    defer { unsafe entente_gv_free(&result) }
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: result.bytes, count: result.length))
    let log = unsafe [UInt8](UnsafeBufferPointer(start: result.log, count: result.log_length))
    let name = unsafe withUnsafeBytes(of: result.engine) { unsafe $0.prefix { $0 != 0 }.map { $0 } }
    return unsafe Outcome(
      status: Status(rawValue: result.status) ?? .exit,
      stage: Stage(rawValue: result.stage) ?? .start,
      signal: Int(result.signal_number), errorNumber: Int(result.error_number),
      engine: String(decoding: name, as: UTF8.self), bytes: bytes, log: RenderLog.read(log))
  }
}
