/// The headline of a diagram, from the DOT that Entente wrote of it: the graph's own tooltip.
enum DOTTitle {
  /// Nil where the text has none before its first statement.
  static func read(_ dot: [UInt8]) -> String? {
    let key = Array("\"tooltip\"=\"".utf8)
    var lines = 0
    for line in dot.split(separator: 0x0A, maxSplits: 64) {
      let text = line.drop { $0 == 0x20 }
      // A comment or an attribute of the graph; the first statement ends the head.
      if text.starts(with: key) { return unescaped(text.dropFirst(key.count)) }
      if text.starts(with: Array("subgraph".utf8)) || lines == 64 { return nil }
      lines += 1
    }
    return nil
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String? {
    var text: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == 0x22 { break }
      guard byte == 0x5C, let next = rest.popFirst() else {
        text.append(byte)
        continue
      }
      text.append(next == 0x6E ? 0x20 : next)
    }
    let title = String(decoding: text, as: UTF8.self).replacing("&amp;", with: "&")
    return title.isEmpty ? nil : title
  }
}
