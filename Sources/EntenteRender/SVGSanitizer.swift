/// Makes Graphviz's SVG fit to stand in a page that others open.
package enum SVGSanitizer {
  /// Reads a drawing and writes it anew from a closed list of elements, attributes and values.
  ///
  /// Nothing is passed through unread. Ids get a prefix, links lose all but harmless addresses,
  /// names for people replace Graphviz's own, and the size follows the options. A drawing with
  /// links is a `group` to assistive technology and one without is an `img`: an image's contents
  /// are hidden there, which would hide the links.
  /// - Throws: ``RenderError`` with code `svg` or `extent` for what isn't understood.
  package static func rewrite(
    _ svg: [UInt8], options: SVGOptions = SVGOptions()
  ) throws(RenderError) -> [UInt8] {
    var root = try SVGReader.read(svg)
    guard root.name == "svg" else {
      throw RenderError(
        code: .svg, message: "The drawing is not SVG but <\(root.name)>", hint: "")
    }
    for attribute in root.attributes
    where !["width", "height", "viewBox", "xmlns", "xmlns:xlink"].contains(attribute.name) {
      throw SVGWriter.unknown("attribute \(attribute.name) on <svg>")
    }
    guard let viewBox = root["viewBox"], let extent = SVGExtent(viewBox: viewBox) else {
      throw RenderError(
        code: .extent, message: "The drawing has no finite size",
        hint: "Look for positions or sizes in the DOT text that aren't ordinary numbers.")
    }
    var names = SVGNames(prefix: options.idPrefix, content: svg)
    let ids = (
      root: names.claim("svg"), title: names.claim("title"), description: names.claim("desc")
    )
    names.claimAll(in: &root)
    let graphs = root.elements
    guard graphs.count == 1, let graph = graphs.first, graph.name == "g" else {
      throw SVGWriter.unknown("other things beside one graph")
    }
    var body = SVGWriter(names: names, options: options, extent: extent)
    try body.writeGraph(graph)

    var out: [UInt8] = []
    out.reserveCapacity(body.out.count + 2048)
    let label = SVGText.collapsed(
      graph.elements.filter { $0.name == "text" }.map(\.text).joined(separator: " "))
    let title = options.title.map(SVGText.collapsed) ?? (label.isEmpty ? "Diagram" : label)
    let description = options.description.map(SVGText.collapsed)
    out += "<svg xmlns=\"http://www.w3.org/2000/svg\"".utf8
    func attribute(_ name: String, _ value: String) {
      out += " \(name)=\"".utf8
      SVGText.append(value, to: &out)
      out += "\"".utf8
    }
    let language = isLanguage(options.language) ? options.language : "en"
    attribute("id", ids.root)
    attribute("lang", language)
    attribute("xml:lang", language)
    attribute(
      "viewBox",
      [extent.x, extent.y, extent.width, extent.height]
        .map(SVGWriter.number).joined(separator: " "))
    for (name, value) in size(of: extent, options: options) { attribute(name, value) }
    attribute("role", body.hasLinks ? "group" : "img")
    attribute("aria-labelledby", ids.title)
    if description != nil { attribute("aria-describedby", ids.description) }
    out += ">\n<title id=\"\(ids.title)\">".utf8
    SVGText.append(title, to: &out)
    out += "</title>\n".utf8
    if let description {
      out += "<desc id=\"\(ids.description)\">".utf8
      SVGText.append(description, to: &out)
      out += "</desc>\n".utf8
    }
    let rules = SVGStyle.rules(for: options, root: ids.root)
    if !rules.isEmpty { out += "<style>\(rules)</style>\n".utf8 }
    out += body.out
    out += "</svg>\n".utf8
    return out
  }

  /// Own width and height give the drawing a size wherever it stands alone; the style lets a narrow
  /// column shrink it. Graphviz counts points, pages count pixels of 3/4 point.
  private static func size(of extent: SVGExtent, options: SVGOptions) -> [(String, String)] {
    switch options.width {
    case .responsive(let maxWidth):
      let width = maxWidth.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } ?? extent.width * 4 / 3
      let height = width * extent.height / extent.width
      return [
        ("width", SVGWriter.number(width)), ("height", SVGWriter.number(height)),
        ("style", "max-width:100%;height:auto"),
      ]
    case .millimetres(let asked):
      let width = asked.isFinite && asked > 0 ? asked : extent.width * 25.4 / 72
      let height = width * extent.height / extent.width
      return [
        ("width", SVGWriter.number(width) + "mm"), ("height", SVGWriter.number(height) + "mm"),
      ]
    }
  }

  private static func isLanguage(_ tag: String) -> Bool {
    (2...35).contains(tag.utf8.count) && SVGNames.identifier(tag) == tag && !tag.contains(".")
  }
}
