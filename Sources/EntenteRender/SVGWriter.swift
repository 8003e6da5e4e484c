/// Writes the body of a drawing anew.
struct SVGWriter {
  var out: [UInt8] = []
  private(set) var hasLinks = false
  let names: SVGNames
  let options: SVGOptions
  private let extent: SVGExtent
  /// The kind of the group being written: node, edge, cluster or graph.
  var kind = "graph"
  /// True where a description tells what is drawn and assistive technology goes into the drawing for
  /// its links: what is no link is hidden from it then, so that it is not told twice.
  private var isEntered = false
  /// The title of that group.
  private var groupTitle: String?
  /// Where the current node is painted, so that dark mode knows what its text stands on.
  var painted: [SVGDark.Box] = []

  init(names: SVGNames, options: SVGOptions, extent: SVGExtent) {
    self.names = names
    self.options = options
    self.extent = extent
  }

  static func unknown(_ what: String) -> RenderError {
    RenderError(
      code: .svg, message: "The SVG has \(what), which isn't known to be harmless",
      hint: "Remove what is unusual about the graph, or draw PNG or PDF.")
  }

  /// At most two decimals, no zeros at the end.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }

  /// Writes the paper and the graph on it.
  mutating func writeGraph(_ graph: SVGElement) throws(RenderError) {
    isEntered = graph.hasLink && options.description != nil
    var children = graph.elements.filter { $0.name != "title" }[...]
    // A graph with a tooltip or an address wraps its own paint in a link.
    var paper = "white"
    if let first = children.first, first.name == "polygon" {
      let fill = first["fill"] ?? "white"
      if !["none", "transparent"].contains(fill), SVGValue.isColor(fill) { paper = fill }
      if first["fill"]?.hasPrefix("url(") != true { children = children.dropFirst() }
    }
    put("<rect")
    for (name, value) in [
      ("x", extent.x), ("y", extent.y), ("width", extent.width), ("height", extent.height),
    ] { attribute(name, Self.number(value)) }
    attribute("fill", paper)
    if options.dark == .auto, SVGDark.isLight(paper) { attribute("class", "e-paper") }
    put("/>\n<g")
    try identity(of: graph, adding: nil)
    attribute("font-family", SVGValue.sansSerif)
    // Browsers go into an image of SVG too.
    if !graph.hasLink, options.description != nil { attribute("aria-hidden", "true") }
    put(">\n")
    for child in children { try write(child) }
    put("</g>\n")
  }

  mutating func put(_ text: String) { out += text.utf8 }

  mutating func attribute(_ name: String, _ value: String) {
    out += " \(name)=\"".utf8
    SVGText.append(value, to: &out)
    out.append(UInt8(ascii: "\""))
  }

  private mutating func title(_ text: String?) {
    guard let text else { return }
    put("<title>")
    SVGText.append(text, to: &out)
    put("</title>")
  }

  /// The id, the classes and the transform of a group.
  private mutating func identity(
    of element: SVGElement, adding extra: String?
  ) throws(RenderError) {
    for (name, value) in element.attributes {
      switch name {
      case "id": attribute("id", value)  // claimed before
      case "class": break
      case "transform" where SVGValue.isSound(value, of: name, on: "g"): attribute(name, value)
      default: throw Self.unknown("attribute \(name) on <\(element.name)>")
      }
    }
    let classes =
      (element["class"] ?? "").split(separator: " ").filter {
        !$0.hasPrefix("e-") && !$0.contains(".") && SVGNames.identifier(String($0)) == $0
      }.map { String($0) } + (extra.map { [$0] } ?? [])
    if !classes.isEmpty { attribute("class", classes.joined(separator: " ")) }
  }

  private mutating func write(_ element: SVGElement) throws(RenderError) {
    switch element.name {
    case "g": try writeGroup(element)
    case "a": try writeLink(element)
    case "text", "tspan": try writeText(element)
    case "title", "desc": break  // ours stand in their place
    default: try writeShape(element)
    }
  }

  private mutating func writeGroup(_ group: SVGElement) throws(RenderError) {
    // The wrapper around a link only carries an id of Graphviz's making.
    if group["class"] == nil, group.elements.count == 1, let link = group.elements.first,
      link.name == "a"
    {
      try writeLink(link)
      return
    }
    let first = (group["class"] ?? "").split(separator: " ").first.map { String($0) }
    let outer = (kind, groupTitle, painted)
    if let first, ["node", "edge", "cluster"].contains(first) {
      kind = first
      painted = []
      groupTitle = SVGNames.title(of: group, kind: first, names: options.names)
    }
    put("<g")
    try identity(of: group, adding: nil)
    if isEntered {
      group.hasLink ? attribute("role", "none") : attribute("aria-hidden", "true")
    }
    put(">")
    if first != nil { title(groupTitle) }
    put("\n")
    for child in group.elements { try write(child) }
    put("</g>\n")
    (kind, groupTitle, painted) = outer
  }

  private mutating func writeLink(_ link: SVGElement) throws(RenderError) {
    for (name, value) in link.attributes {
      switch name {
      case "xlink:href" where SVGValue.isAddress(value), "xlink:title", "target": break
      default: throw Self.unknown("attribute \(name)=\"\(value.prefix(60))\" on a link")
      }
    }
    let tip = SVGNames.tooltip(link).flatMap { $0 == groupTitle ? nil : $0 }
    guard let address = link["xlink:href"] else {
      // A tooltip without an address: a group, and none at all if there is nothing new to say.
      if tip != nil { put("<g>") }
      title(tip)
      for child in link.elements { try write(child) }
      if tip != nil { put("</g>\n") }
      return
    }
    // Links don't nest. Where a part has its own address the outer one goes round its neighbours.
    var run: [SVGElement] = []
    for child in link.elements {
      if child.hasLink {
        try openLink(link, to: address, title: tip, around: run)
        run = []
        try write(child)
      } else {
        run.append(child)
      }
    }
    try openLink(link, to: address, title: tip, around: run)
  }

  private mutating func openLink(
    _ link: SVGElement, to address: String, title tip: String?, around children: [SVGElement]
  ) throws(RenderError) {
    guard !children.isEmpty else { return }
    hasLinks = true
    put("<a")
    let inside = address.hasPrefix("#") ? names.resolved(String(address.dropFirst())) : nil
    attribute("href", inside.map { "#" + $0 } ?? address)
    if !address.hasPrefix("#") { attribute("rel", "noopener noreferrer") }
    if let target = link["target"], SVGNames.identifier(target) == target, !target.isEmpty {
      attribute("target", target)
    }
    put(">")
    title(tip)
    put("\n")
    for child in children { try write(child) }
    put("</a>\n")
  }
}
