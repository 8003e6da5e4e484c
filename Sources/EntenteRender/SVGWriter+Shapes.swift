extension SVGWriter {
  /// Text of a closed set of properties, in fonts that readers have.
  mutating func writeText(_ text: SVGElement) throws(RenderError) {
    // A space that keeps lines apart is nothing to read.
    if text.name == "text", text.text.allSatisfy({ $0 == " " || $0 == "\u{A0}" }) { return }
    put("<\(text.name)")
    var family = ""
    for (name, value) in text.attributes {
      if name == "font-family" {
        family = value
        continue
      }
      if name == "xml:space" || name == "id" || name == "class" { continue }
      try plain(name, value, on: text.name)
    }
    // Some Graphviz versions leave the weight and the slant in the family's name.
    if family.contains("Bold"), text["font-weight"] == nil { attribute("font-weight", "bold") }
    if family.contains("Italic") || family.contains("Oblique"), text["font-style"] == nil {
      attribute("font-style", "italic")
    }
    let shown = SVGValue.family(family)
    if !family.isEmpty, shown != SVGValue.sansSerif { attribute("font-family", shown) }
    if options.dark == .auto, !SVGDark.stands(text, on: painted) { attribute("class", "e-ink") }
    put(">")
    for child in text.children {
      switch child {
      case .text(let words): SVGText.append(words, to: &out)
      case .element(let span) where span.name == "tspan": try writeText(span)
      case .element(let other): throw Self.unknown("<\(other.name)> in text")
      }
    }
    put("</\(text.name)>")
    if text.name == "text" { put("\n") }
  }

  /// Anything that is painted or defines paint.
  mutating func writeShape(_ shape: SVGElement) throws(RenderError) {
    guard SVGValue.isKnown(shape.name) else { throw Self.unknown("<\(shape.name.prefix(40))>") }
    put("<\(shape.name)")
    for (name, value) in shape.attributes {
      switch (shape.name, name) {
      case (_, "id"): attribute(name, value)
      case ("stop", "style"): try stop(value)
      default: try plain(name, value, on: shape.name)
      }
    }
    if options.dark == .auto {
      if kind == "node", let box = SVGDark.Box(of: shape) { painted.append(box) }
      if let name = SVGDark.className(for: shape, in: kind) { attribute("class", name) }
    }
    let inner = shape.elements
    if inner.isEmpty {
      put("/>\n")
    } else {
      put(">\n")
      for child in inner { try writeShape(child) }
      put("</\(shape.name)>\n")
    }
  }

  /// An attribute of paint or place.
  private mutating func plain(
    _ name: String, _ value: String, on element: String
  ) throws(RenderError) {
    if name == "fill" || name == "stroke" {
      if value == "transparent" {
        attribute(name, "none")
        return
      }
      if value.hasPrefix("url(#"), value.hasSuffix(")"),
        let id = names.resolved(String(value.dropFirst(5).dropLast()))
      {
        attribute(name, "url(#\(id))")
        return
      }
      // A list of colours where Graphviz draws no gradient: the first stands for all.
      if let first = value.split(whereSeparator: { $0 == ":" || $0 == ";" }).first,
        first.count < value.count, SVGValue.isColor(String(first))
      {
        attribute(name, first == "transparent" ? "none" : String(first))
        return
      }
    }
    guard SVGValue.isSound(value, of: name, on: element) else {
      throw Self.unknown("attribute \(name)=\"\(value.prefix(60))\" on <\(element)>")
    }
    attribute(name, value)
  }

  /// Graphviz styles the stops of gradients; the two properties become attributes.
  private mutating func stop(_ style: String) throws(RenderError) {
    for property in style.split(separator: ";") {
      let parts = property.split(separator: ":").map { String($0) }
      switch parts.first {
      case "stop-color" where parts.count == 2 && SVGValue.isColor(parts[1]):
        attribute("stop-color", parts[1] == "transparent" ? "white" : parts[1])
      case "stop-opacity" where parts.count == 2:
        guard let opacity = Double(parts[1].hasSuffix(".") ? parts[1] + "0" : parts[1]),
          opacity.isFinite
        else { throw Self.unknown("a stop with the opacity \(parts[1].prefix(20))") }
        attribute("stop-opacity", Self.number(opacity))
      default: throw Self.unknown("a stop with the style \(style.prefix(60))")
      }
    }
  }
}
