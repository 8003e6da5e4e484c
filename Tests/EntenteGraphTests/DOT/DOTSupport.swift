import Foundation

/// The `dot` program, where it is installed: an independent reader of what is written.
enum Graphviz {
  private static let path = ["/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isPresent: Bool { path != nil }

  struct Refused: Error { var message: String }

  static func run(_ dot: [UInt8], format: String) throws -> Data {
    guard let path else { throw Refused(message: "dot is not installed") }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("in.dot")
    let output = folder.appendingPathComponent("out")
    try Data(dot).write(to: input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-T" + format, "-o", output.path, input.path]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Refused(message: String(decoding: said, as: UTF8.self))
    }
    return try Data(contentsOf: output)
  }
}

/// Just enough reading of Graphviz's own SVG: `xlink:title` attributes and the text of `<text>`.
enum TitleReader {
  static func titles(in svg: Data) -> [String] { pieces(svg, between: "xlink:title=\"", and: "\"") }

  static func texts(in svg: Data) -> [String] {
    pieces(svg, between: "<text ", and: "</text>").map { piece in
      piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) } ?? ""
    }
  }

  private static func pieces(_ svg: Data, between start: String, and end: String) -> [String] {
    String(decoding: svg, as: UTF8.self).components(separatedBy: start).dropFirst().map { rest in
      decoded(rest.components(separatedBy: end)[0])
    }
  }

  private static func decoded(_ text: String) -> String {
    var text = text
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#45;", "-"),
      ("&#160;", "\u{A0}"),
      ("&#10;", "\n"), ("&amp;", "&"),
    ] {
      text = text.replacingOccurrences(of: entity, with: character)
    }
    return text
  }
}
