/// Whether a file is a web page, and in which encoding it says to be.
enum PageSignature {
  /// Decided by how the file begins, or by an ending that only pages have.
  static func isPage(_ bytes: [UInt8], ending: String) -> Bool {
    if ["html", "htm", "xhtml", "xht"].contains(ending) { return true }
    // Every other byte of UTF-16 is a zero here.
    var head = bytes.prefix(2048).filter { $0 != 0 }[...].drop { $0 <= 0x20 || $0 >= 0x80 }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
    let isXML = head.starts(with: "<?xml".utf8)
    while head.starts(with: "<!--".utf8) || head.starts(with: "<?xml".utf8) {
      guard let end = head.firstIndex(of: 0x3E) else { return false }
      head = head[(end + 1)...].drop { $0 <= 0x20 }
    }
    if isXML { return contains(head, "<html") }
    return ["<!doctype html", "<html", "<head>", "<body"].contains { head.starts(with: $0.utf8) }
  }

  /// What stands behind `charset=` in a `meta` or behind `encoding=` in the first line, in lower case.
  static func encoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
    for key in ["charset=", "encoding="] {
      guard let start = place(of: key, in: head) else { continue }
      let value = head[start...].prefix(40).drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
        .prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3E && $0 != 0x3B && $0 != 0x3F }
      if !value.isEmpty { return String(decoding: value.filter { $0 < 0x7F }, as: UTF8.self) }
    }
    return nil
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    place(of: text, in: bytes) != nil
  }

  /// The index behind the first occurrence.
  private static func place(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(text.utf8)
    var i = bytes.startIndex
    while i + wanted.count <= bytes.endIndex {
      if bytes[i] == wanted[0], bytes[i..<(i + wanted.count)].elementsEqual(wanted) {
        return i + wanted.count
      }
      i += 1
    }
    return nil
  }
}
