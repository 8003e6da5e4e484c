/// Reads what the drawing process said: records, and whatever its libraries wrote to standard error.
enum RenderLog {
  private static let recordMark: UInt8 = 0x1E
  private static let mostLines = 400

  /// The diagnostics in order; raw lines become warnings about `process`.
  static func read(_ log: [UInt8]) -> [RenderDiagnostic] {
    log.split(separator: UInt8(ascii: "\n")).prefix(mostLines).compactMap { line in
      if line.first == recordMark { return record(line.dropFirst()) }
      let words = printable(line)
      guard !words.isEmpty else { return nil }
      return RenderDiagnostic(
        severity: .warning, subject: "process", attribute: nil, message: words)
    }
  }

  private static func record(_ line: ArraySlice<UInt8>) -> RenderDiagnostic? {
    let fields = line.split(
      separator: UInt8(ascii: "\t"), maxSplits: 3, omittingEmptySubsequences: false)
    guard fields.count == 4, let level = fields[0].first else { return nil }
    let message = printable(fields[3])
    if level == UInt8(ascii: "G") {
      guard !message.isEmpty else { return nil }
      return graphviz(message)
    }
    let attribute = printable(fields[2])
    return RenderDiagnostic(
      severity: level == UInt8(ascii: "E") ? .error : .warning, subject: printable(fields[1]),
      attribute: attribute.isEmpty ? nil : attribute, message: message)
  }

  /// The library puts "Error: " or "Warning: " before what it says.
  private static func graphviz(_ message: String) -> RenderDiagnostic {
    let parts = message.split(separator: ": ", maxSplits: 1)
    let isError = parts.first == "Error"
    let isMarked = parts.count == 2 && (isError || parts[0] == "Warning")
    return RenderDiagnostic(
      severity: isError ? .error : .warning, subject: "graphviz", attribute: nil,
      message: isMarked ? String(parts[1]) : message)
  }

  /// Text that can be shown on a terminal: repaired UTF-8 without control characters.
  private static func printable(_ bytes: ArraySlice<UInt8>) -> String {
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
    where !SVGText.isForbidden(scalar) { out.append(scalar) }
    while out.last == " " { out.removeLast() }
    return String(out)
  }
}
