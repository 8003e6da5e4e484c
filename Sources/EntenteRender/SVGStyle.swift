/// The style sheet of a drawing: fixed rules under its own id, none of which the paint depends on.
enum SVGStyle {
  static func rules(for options: SVGOptions, root: String) -> String {
    var rules = options.dark == .auto ? SVGDark.rules(root: root) : ""
    if options.isEmbedded { rules += print(root) + forced(root) }
    return rules
  }

  /// On paper the drawing stays on one page and keeps its fills.
  private static func print(_ root: String) -> String {
    "@media print{#\(root){break-inside:avoid;max-height:98vh;"
      + "-webkit-print-color-adjust:exact;print-color-adjust:exact}}"
  }

  /// Where the reader sets the colours (Windows' high contrast), all paint is exchanged for theirs;
  /// what colours tell, shapes, dashes and words tell too.
  private static func forced(_ root: String) -> String {
    let rules = [
      ("", "forced-color-adjust:none"),
      (">rect", "fill:Canvas"),
      (" text, tspan", "fill:CanvasText"),
      (" a text", "fill:LinkText"),
      (" .cluster polygon, .cluster path", "fill:Canvas;stroke:CanvasText;stroke-width:.75"),
      (" .node polygon, .node path, .node ellipse", "fill:Canvas;stroke:CanvasText"),
      (" .node polyline, .edge path, .edge polyline", "stroke:CanvasText"),
      (" .edge polygon, .edge ellipse", "fill:Canvas;stroke:CanvasText"),
    ]
    let text = rules.map { selector, paint in
      selector.split(separator: ",").map { "#" + root + $0 }.joined(separator: ",") + "{\(paint)}"
    }
    return "@media (forced-colors:active){" + text.joined() + "}"
  }
}
