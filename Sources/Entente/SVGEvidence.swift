import EntenteGraph
import EntenteModel

/// The quotations inside an SVG: a `metadata` element at its end, which no reader shows.
///
/// Its text is that of the comments in DOT: `//@ "DOCUMENT" START END "TEXT" RULE`, one quotation a line.
enum SVGEvidence {
  private static let start = "<metadata class=\"entente-evidence\">\n"
  private static let end = "</metadata>\n"

  /// The SVG with the quotations before its last tag; each only once, in the order of the documents.
  static func adding(_ evidence: [Evidence], to svg: [UInt8]) -> [UInt8] {
    let closing = Array("</svg>\n".utf8)
    guard !evidence.isEmpty, svg.suffix(closing.count).elementsEqual(closing) else { return svg }
    var result = Array(svg.dropLast(closing.count))
    result += start.utf8
    for line in DOTEvidence.lines(Set(evidence).sorted()) {
      for byte in line.utf8 {
        switch byte {
        case 0x26: result += "&amp;".utf8
        case 0x3C: result += "&lt;".utf8
        case 0x3E: result += "&gt;".utf8
        default: result.append(byte)
        }
      }
      result.append(0x0A)
    }
    return result + end.utf8 + closing
  }

  /// The quotations that ``adding(_:to:)`` put there; nil where the SVG has no such element.
  static func read(_ svg: [UInt8]) -> [Evidence]? {
    guard let first = position(of: Array(start.utf8), in: svg, from: 0) else { return nil }
    let begin = first + start.utf8.count
    guard let last = position(of: Array(end.utf8.dropLast()), in: svg, from: begin) else {
      return nil
    }
    let text = String(decoding: svg[begin..<last], as: UTF8.self)
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    return DOTEvidence.read(Array(text.utf8))
  }

  /// How many nodes and lines bear the class of what a person added.
  static func additions(in svg: [UInt8]) -> Int {
    String(decoding: svg, as: UTF8.self).split(separator: "class=\"").dropFirst().count { piece in
      let words = piece.prefix { $0 != "\"" }.split(separator: " ")
      return words.count > 1 && ["node", "edge"].contains(words[0])
        && words.dropFirst().contains(Substring(UserLook.name))
    }
  }

  private static func position(of needle: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    var i = from
    while i + needle.count <= bytes.count {
      if bytes[i] == needle[0], bytes[i..<(i + needle.count)].elementsEqual(needle) { return i }
      i += 1
    }
    return nil
  }
}
