/// The headline of a diagram, from the DOT that Entente wrote of it: the bold lines of the node `title`.
enum DOTTitle {
  /// Nil where the text has no such node at the beginning of a line.
  static func read(_ dot: [UInt8]) -> String? {
    let node = Array("\"title\" [".utf8)
    for line in dot.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 }
      if text.starts(with: node) { return bold(String(decoding: text, as: UTF8.self)) }
    }
    return nil
  }

  private static func bold(_ label: String) -> String? {
    let pieces = label.split(separator: "<B>").dropFirst().compactMap { piece in
      piece.firstRange(of: "</B>").map { String(piece[..<$0.lowerBound]) }
    }
    var title = pieces.joined(separator: " ")
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("\\\\", "\\"), ("&amp;", "&"),
    ] { title = title.replacing(entity, with: character) }
    return title.isEmpty ? nil : title
  }
}
