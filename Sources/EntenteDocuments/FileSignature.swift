/// What a file is, by its name and its first bytes.
enum FileSignature {
  /// The endings of what is read.
  private static let readable: Set<String> = [
    "", "txt", "text", "md", "markdown", "mdown", "html", "htm", "xhtml", "xht",
    "ndjson", "jsonl", "pdf",
  ]

  /// Endings of files that hold no running text, or hold it in a form that is not read.
  private static let structured: Set<String> = [
    "json", "csv", "tsv", "xml", "doc", "docx",
    "odt", "rtf", "xls", "xlsx", "ppt", "pptx", "epub", "svg", "dot", "gv", "graphml", "gexf",
    "mmd", "ftm",
    "yaml", "yml", "zip", "gz", "tar", "7z", "png", "jpg", "jpeg", "gif", "webp", "mp3", "mp4",
  ]

  /// The part behind the last dot of the last component, lower case; empty where there is none.
  static func ending(of path: String) -> String {
    let name = path.utf8.split(separator: 0x2F).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: 0x2E), dot != name.startIndex else { return "" }
    return String(name[name.index(after: dot)...])?.lowercased() ?? ""
  }

  /// True for a file that is taken from a folder; one given by name may have any other ending.
  static func isReadable(_ path: String, givenByName: Bool) -> Bool {
    let ending = ending(of: path)
    return givenByName ? !structured.contains(ending) : readable.contains(ending)
  }

  /// What a file that is no text says it is; nil for text.
  static func binary(_ bytes: [UInt8]) -> String? {
    for (signature, kind) in signatures where bytes.starts(with: signature) { return kind }
    var i = 0
    while i < min(bytes.count, 64), bytes[i] <= 0x20 || bytes[i] >= 0x80 { i += 1 }
    let head = bytes[i..<min(i + 16, bytes.count)].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for opening in ["<?xml", "<svg"] where head.starts(with: opening.utf8) { return "an XML file" }
    return nil
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF file"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    ([0x47, 0x49, 0x46, 0x38], "a GIF image"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (or an office document)"),
    ([0x1F, 0x8B], "a gzip archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
    ([0x7B, 0x5C, 0x72, 0x74, 0x66], "an RTF file"),
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"),
    ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
  ]

  /// True where the beginning of a JSON file says that Entente wrote it.
  static func isGraph(_ head: [UInt8]) -> Bool {
    let squeezed = head.prefix(4096).filter { $0 > 0x20 }
    let mark = Array("\"format\":\"entente-graph\"".utf8)
    guard squeezed.first == 0x7B, squeezed.count >= mark.count else { return false }
    return (0...(squeezed.count - mark.count)).contains { i in
      squeezed[i] == mark[0] && squeezed[i..<(i + mark.count)].elementsEqual(mark)
    }
  }

  /// True where the beginning of a web page says that it is a report by Entente, and no article.
  static func isReport(_ head: [UInt8]) -> Bool {
    head.starts(with: "<!DOCTYPE html>\n<html lang=\"en\" data-entente=\"report\">".utf8)
  }
}
