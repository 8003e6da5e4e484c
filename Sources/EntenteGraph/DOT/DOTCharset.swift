/// DOT in the one old encoding that Graphviz's own files still use.
package enum DOTCharset {
  /// Latin-1 as UTF-8, where the file says so itself and is no UTF-8; any other file as it is.
  package static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil
    else { return bytes }
    var converted: [UInt8] = []
    converted.reserveCapacity(bytes.count * 5 / 4)
    for byte in bytes {
      if byte < 0x80 {
        converted.append(byte)
      } else {
        converted += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    guard let file = try? DOTParser.parse(converted, file: ""),
      let graph = DOTOutline(file)["the graph"], let place = graph.ranges["charset"],
      let charset = graph.value("charset")?.text.lowercased(),
      ["latin1", "latin-1", "iso-8859-1", "iso_8859-1", "l1"].contains(charset)
    else { return bytes }
    converted.replaceSubrange(place, with: Array("charset=\"UTF-8\"".utf8))
    return converted
  }
}
