/// An element of a drawing as read, before any judgement of what it holds.
struct SVGElement {
  enum Node {
    case element(SVGElement)
    case text(String)
  }

  var name: String
  var attributes: [(name: String, value: String)]
  var children: [Node] = []

  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  var elements: [SVGElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// True if this element or one below it leads somewhere.
  var hasLink: Bool {
    (name == "a" && self["xlink:href"] != nil) || elements.contains(where: \.hasLink)
  }

  /// The text of this element and all below it.
  var text: String {
    children.map { node in
      switch node {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined()
  }
}

/// Reads the regular XML that Graphviz writes and nothing else: no CDATA, no instructions but the
/// first, no doctype with declarations, only quoted attributes.
struct SVGReader {
  private let bytes: [UInt8]
  private var at = 0
  /// Graphviz nests a handful of levels; more is not its work.
  private static let deepest = 64

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The root element.
  /// - Throws: ``RenderError`` with code `svg` at the first thing that isn't understood.
  static func read(_ bytes: [UInt8]) throws(RenderError) -> SVGElement {
    // Graphviz makes half characters of references such as `&#xD800;`. They become U+FFFD.
    let bytes =
      String(validating: bytes, as: UTF8.self) == nil
      ? Array(String(decoding: bytes, as: UTF8.self).utf8) : bytes
    var reader = SVGReader(bytes)
    try reader.skipMisc(prolog: true)
    let root = try reader.element(depth: 0)
    try reader.skipMisc(prolog: false)
    guard reader.at == bytes.count else { throw reader.error("text behind the drawing") }
    return root
  }

  private func error(_ what: String) -> RenderError {
    let rest = bytes[min(at, bytes.count)..<min(at + 40, bytes.count)]
    let near = SVGText.cleaned(String(decoding: rest, as: UTF8.self))
    return RenderError(
      code: .svg, message: "The SVG has \(what) at byte \(at), near \"\(near)\"",
      hint: "Remove what is unusual about the graph there, or draw PNG or PDF.")
  }

  private func sees(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    return unsafe UnsafeBufferPointer(start: text.utf8Start, count: count)
      .elementsEqual(bytes[at..<at + count])
  }

  private mutating func skip(past end: StaticString) throws(RenderError) {
    while at < bytes.count {
      if sees(end) {
        at += end.utf8CodeUnitCount
        return
      }
      at += 1
    }
    throw error("an unclosed part")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private mutating func skipSpace() {
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
  }

  private mutating func skipMisc(prolog: Bool) throws(RenderError) {
    var instructions = 0
    while true {
      skipSpace()
      if sees("<!--") {
        try skip(past: "-->")
      } else if prolog, sees("<?xml "), instructions == 0 {
        instructions += 1
        try skip(past: "?>")
      } else if prolog, sees("<!DOCTYPE svg") {
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
          guard bytes[at] != UInt8(ascii: "[") else { throw error("a doctype with declarations") }
          at += 1
        }
        at += 1
      } else {
        return
      }
    }
  }

  private mutating func name() throws(RenderError) -> String {
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        at += 1
        continue
      default: break
      }
      break
    }
    guard at > start else { throw error("no name where one is needed") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func element(depth: Int) throws(RenderError) -> SVGElement {
    guard depth < Self.deepest else { throw error("more than \(Self.deepest) levels") }
    guard sees("<") else { throw error("no element where one is needed") }
    at += 1
    var element = SVGElement(name: try name(), attributes: [])
    while true {
      let before = at
      skipSpace()
      if sees("/>") {
        at += 2
        return element
      }
      if sees(">") {
        at += 1
        break
      }
      guard at > before else { throw error("attributes without a space between them") }
      let key = try name()
      guard element[key] == nil else { throw error("the attribute \(key) twice") }
      guard sees("=\"") else { throw error("an attribute without a quoted value") }
      at += 2
      element.attributes.append((key, try text(upTo: UInt8(ascii: "\""))))
      at += 1
    }
    while true {
      if sees("</") {
        at += 2
        guard try name() == element.name else { throw error("a wrong end tag") }
        skipSpace()
        guard sees(">") else { throw error("an unclosed end tag") }
        at += 1
        return element
      }
      if sees("<!--") {
        try skip(past: "-->")
      } else if sees("<") {
        element.children.append(.element(try self.element(depth: depth + 1)))
      } else {
        element.children.append(.text(try text(upTo: UInt8(ascii: "<"))))
      }
    }
  }

  /// Text with its references decoded. Stops before `end`; a `<` may not come first.
  private mutating func text(upTo end: UInt8) throws(RenderError) -> String {
    var out = ""
    var start = at
    while at < bytes.count, bytes[at] != end {
      guard bytes[at] != UInt8(ascii: "<") else { throw error("a < in a value") }
      guard bytes[at] == UInt8(ascii: "&") else {
        at += 1
        continue
      }
      out += String(decoding: bytes[start..<at], as: UTF8.self)
      guard let close = bytes[at..<min(at + 40, bytes.count)].firstIndex(of: UInt8(ascii: ";"))
      else { throw error("a bare &") }
      let name = String(decoding: bytes[(at + 1)..<close], as: UTF8.self)
      // Graphviz passes HTML's names on in node names; they mean themselves here.
      out += SVGText.entity(name) ?? "&\(name);"
      at = close + 1
      start = at
    }
    guard at < bytes.count else { throw error("an unclosed part") }
    return SVGText.cleaned(out + String(decoding: bytes[start..<at], as: UTF8.self))
  }
}
