import EntenteRender

/// Draws SVG from a string.
func draw(
  _ dot: String, _ format: RenderFormat = .svg, engine: String? = nil, seconds: Double = 5
) throws -> Rendering {
  try GraphvizRenderer.render(
    RenderRequest(
      dot: Array(dot.utf8), format: format, engine: engine, limits: RenderLimits(seconds: seconds)))
}

/// Draws SVG and makes it fit for a page.
func page(_ dot: String, _ options: SVGOptions = SVGOptions()) throws -> String {
  String(decoding: try SVGSanitizer.rewrite(draw(dot).bytes, options: options), as: UTF8.self)
}

/// The values of an attribute, in order.
func values(of attribute: String, in svg: String) -> [String] {
  svg.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst()
    .map { String($0.prefix { $0 != "\"" }) }
}

/// The error that drawing ends with.
func failure(_ body: () throws -> Void) -> RenderError? {
  do { try body() } catch { return error as? RenderError }
  return nil
}
