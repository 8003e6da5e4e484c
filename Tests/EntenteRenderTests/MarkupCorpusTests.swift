import EntenteRender
import Testing

/// Every place of a graph where somebody's text can stand, with a payload in each.
struct PayloadGraph {
  let payload: String

  private static let common = [
    "label", "tooltip", "URL", "href", "target", "id", "class", "fontname", "fontcolor", "fontsize",
    "color", "fillcolor", "style", "comment", "penwidth", "colorscheme", "gradientangle", "layer",
  ]
  private static let ofGraph = [
    "bgcolor", "stylesheet", "charset", "imagepath", "fontpath", "fontnames", "labeljust", "layers",
    "splines", "rankdir", "size", "pencolor", "xdotversion", "_background", "pad", "start", "ratio",
  ]
  private static let ofNode = [
    "shape", "xlabel", "image", "shapefile", "group", "sides", "margin", "width", "pos", "labelloc",
    "ordering", "rects", "vertices", "regular", "peripheries", "onload", "xlink:href", "_draw_",
  ]
  private static let ofEdge = [
    "headlabel", "taillabel", "xlabel", "headURL", "tailURL", "labelURL", "edgeURL", "headhref",
    "tailhref", "labelhref", "edgehref", "headtooltip", "tailtooltip", "labeltooltip",
    "edgetooltip",
    "headtarget", "tailtarget", "labeltarget", "edgetarget", "arrowhead", "arrowtail", "headport",
    "tailport", "ltail", "lhead", "samehead", "labelfontname", "labelfontcolor", "decorate",
    "weight",
    "dir", "pos", "lp",
  ]

  /// Each group as one graph, by its name; then, in `single`, each place alone.
  var groups: [(name: String, dot: String, single: [(name: String, dot: String)])] {
    [
      group("graph", Self.common + Self.ofGraph) { "digraph{\($0);a->b}" },
      group("node", Self.common + Self.ofNode) { "digraph{a[\($0)];a->b}" },
      group("every node", Self.common + Self.ofNode) { "digraph{node[\($0)];a->b}" },
      group("edge", Self.common + Self.ofEdge) { "digraph{a->b[\($0)]}" },
      group("cluster", Self.common + Self.ofGraph) { "digraph{subgraph cluster_c{\($0);a}a->b}" },
      group("name", ["graph", "node", "cluster", "port", "attribute", "strict"]) { names($0) },
      group("HTML", Self.tags.map(\.name)) { html($0) },
      group("HTML as it is", ["raw"]) { html($0) },
      group("source", ["//", "/*", "#"]) { comments($0) },
    ]
  }

  private func group(
    _ name: String, _ places: [String], _ graph: (String) -> String
  ) -> (name: String, dot: String, single: [(name: String, dot: String)]) {
    let isAttribute = !["name", "HTML", "HTML as it is", "source"].contains(name)
    func part(_ place: String) -> String { isAttribute ? "\"\(place)\"=\(quoted)" : place }
    return (
      name, graph(places.map(part).joined(separator: isAttribute ? " " : "\n")),
      places.map { ("\(name) \($0)", graph(part($0))) }
    )
  }

  /// As a string of DOT, where only the quotation mark is special.
  var quoted: String {
    let text = payload.replacing("\"", with: "\\\"")
    // A backslash at the end would take the closing mark with it.
    return "\"" + text + (text.hasSuffix("\\") ? " " : "") + "\""
  }

  private func names(_ wanted: String) -> String {
    let all = wanted.split(separator: "\n").map(String.init)
    func name(_ place: String, _ plain: String) -> String { all.contains(place) ? quoted : plain }
    let cluster = quoted.count > 2 ? "\"cluster_" + quoted.dropFirst() : "cluster_x"
    return """
      \(all.contains("strict") ? "strict " : "")digraph \(name("graph", "g")) {
      \(name("attribute", "x"))=x; node[\(name("attribute", "y"))=y]
      subgraph \(all.contains("cluster") ? cluster : "cluster_c") { \(name("node", "n")) [label="\\N"] }
      \(name("node", "n")):\(name("port", "p")) -> b [label="\\E \\G \\H \\T"]
      }
      """
  }

  private static let tags: [(name: String, tag: String)] =
    [
      ("text", "<B>TEXT</B>"), ("FACE", "<FONT FACE=\"VALUE\">x</FONT>"),
      ("COLOR", "<FONT COLOR=\"VALUE\">x</FONT>"),
      ("POINT-SIZE", "<FONT POINT-SIZE=\"VALUE\">x</FONT>"),
      ("raw", "RAW"),
    ]
    + ["HREF", "TITLE", "TOOLTIP", "ID", "TARGET", "BGCOLOR", "STYLE", "PORT", "SIDES", "WIDTH"]
    .map { ($0, "<TABLE \($0)=\"VALUE\"><TR><TD \($0)=\"VALUE\">x</TD></TR></TABLE>") }

  /// Escaped as a careful author would; `raw` is what a careless one writes.
  private func html(_ wanted: String) -> String {
    let escaped = payload.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    let nodes = wanted.split(separator: "\n").enumerated().map { number, place in
      let tag = Self.tags.first { $0.name == place }?.tag ?? "RAW"
      let label = tag.replacing("VALUE", with: escaped).replacing("TEXT", with: escaped)
        .replacing("RAW", with: payload)
      return "n\(number)[label=<\(label)> URL=\"https://example.org\"]"
    }
    return "digraph{\(nodes.joined(separator: "\n"))}"
  }

  private func comments(_ wanted: String) -> String {
    wanted.split(separator: "\n").map { sign in
      switch sign {
      case "/*": "/* \(payload.replacing("*/", with: "")) */\n"
      default: payload.split(whereSeparator: \.isNewline).map { "\(sign) \($0)\n" }.joined()
      }
    }.joined() + "digraph{a->b}"
  }
}

@Suite struct MarkupCorpusTests {
  @Test func thereAreTwoHundredPayloadsAndNoneTwice() {
    #expect(MarkupPayloads.all.count >= 200)
    #expect(Set(MarkupPayloads.all).count == MarkupPayloads.all.count)
  }

  /// In four parts, for as many cores.
  @Test("A payload in any place gives a clean SVG or an error that helps", arguments: 0..<4)
  func everyPlace(_ part: Int) throws {
    let session = DrawingSession()
    let judge = SVGJudge()
    var drawn = 0
    var refused = 0
    for (number, payload) in MarkupPayloads.all.enumerated() where number % 4 == part {
      for group in PayloadGraph(payload: payload).groups {
        if check(group.dot, "\(group.name), \(payload)", session, judge) {
          drawn += 1
          continue
        }
        if group.name != "HTML as it is" { refused += 1 }
        // One place of many was refused: the others have to be seen too.
        for single in group.single {
          _ = check(single.dot, "\(single.name), \(payload)", session, judge)
        }
      }
    }
    #expect(drawn > refused * 5, "\(drawn) drawn, \(refused) refused")
    try judge.close()
  }

  /// True if it was drawn.
  private func check(
    _ dot: String, _ place: String, _ session: DrawingSession, _ judge: SVGJudge
  ) -> Bool {
    do throws(RenderError) {
      let request = RenderRequest(
        dot: Array(dot.utf8), format: .svg, limits: RenderLimits(seconds: 5))
      let drawing = try GraphvizRenderer.render(request, in: session)
      for said in drawing.diagnostics { expectOneLine(said.text, place) }
      let svg = try SVGSanitizer.rewrite(drawing.bytes)
      judge.add(svg, place)
      return true
    } catch {
      // Graphviz may not like it. That it draws what is not understood, or crashes, it may not.
      #expect(![.crash, .svg, .time, .memory, .process].contains(error.code), "\(place): \(error)")
      expectHelpful(error, place)
    }
    return false
  }
}
