/// A drawing made fit to stand in a page under a strict ``ContentPolicy``.
///
/// The drawing is trusted: it was written from a closed list of elements and values. What changes is what the policy
/// would refuse, and what the page has already.
struct InlinePicture {
  /// The drawing without `style` attributes on its root and without the quotations for `entente verify`.
  private(set) var bytes: [UInt8]
  /// The contents of its style sheets.
  private(set) var styles: [[UInt8]] = []

  init(_ svg: [UInt8]) {
    bytes = svg
    if let root = bytes.firstIndex(of: UInt8(ascii: ">")),
      let style = InlinePicture.find(" style=\"", in: bytes[..<root]),
      let end = bytes[(style + 8)..<root].firstIndex(of: UInt8(ascii: "\""))
    {
      bytes.removeSubrange(style...end)
    }
    if let start = InlinePicture.find("<metadata", in: bytes[...]),
      let end = InlinePicture.find("</metadata>\n", in: bytes[start...])
    {
      bytes.removeSubrange(start..<(end + 12))
    }
    // On paper the picture is light, whatever the reader's screen is.
    let dark = "@media (prefers-color-scheme:dark)"
    if let start = InlinePicture.find(dark, in: bytes[...]) {
      bytes.replaceSubrange(
        start..<(start + dark.utf8.count),
        with: "@media screen and (prefers-color-scheme:dark)".utf8)
    }
    var rest = bytes[...]
    while let start = InlinePicture.find("<style>", in: rest),
      let end = InlinePicture.find("</style>", in: rest[start...])
    {
      styles.append(Array(bytes[(start + 7)..<end]))
      rest = bytes[end...]
    }
  }

  private static func find(_ text: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let needle = Array(text.utf8)
    guard bytes.count >= needle.count else { return nil }
    for i in bytes.startIndex...(bytes.endIndex - needle.count)
    where bytes[i] == needle[0] && bytes[i...].starts(with: needle) { return i }
    return nil
  }
}
