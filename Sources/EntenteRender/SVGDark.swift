/// Dark mode: which of Graphviz's shapes change, and how. Filled nodes keep their colours, because
/// their colour has a meaning and their text was chosen for it.
enum SVGDark {
  /// The rules, all under the drawing's own id, so that they touch nothing else on the page. Paper is
  /// light, whatever the reader's setting.
  static func rules(root: String) -> String {
    """
    @media screen and (prefers-color-scheme:dark){\
    #\(root) .e-paper{fill:#16191e}\
    #\(root) .e-region{fill:#20252c;stroke:#6b7684}\
    #\(root) .e-ink{fill:#e8eaed}\
    #\(root) .e-line{stroke:#aab3be}\
    #\(root) .e-head{fill:#aab3be;stroke:#aab3be}\
    }
    """
  }

  /// A rectangle in the drawing's coordinates.
  struct Box {
    var low: (x: Double, y: Double)
    var high: (x: Double, y: Double)

    /// The rectangle round a painted shape; nil if the shape is hollow.
    init?(of shape: SVGElement) {
      guard let fill = shape["fill"], fill != "none", fill != "transparent" else { return nil }
      func number(_ name: String) -> Double { shape[name].flatMap { Double($0) } ?? 0 }
      switch shape.name {
      case "ellipse":
        let (x, y, rx, ry) = (number("cx"), number("cy"), number("rx"), number("ry"))
        (low, high) = ((x - rx, y - ry), (x + rx, y + ry))
      case "polygon", "path":
        let text = shape["points"] ?? shape["d"] ?? ""
        let numbers = text.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
        let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
        let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
        else { return nil }
        (low, high) = ((left, top), (right, bottom))
      default: return nil
      }
    }
  }

  /// True if the text begins on one of the painted shapes.
  static func stands(_ text: SVGElement, on boxes: [Box]) -> Bool {
    guard let x = text["x"].flatMap({ Double($0) }), let y = text["y"].flatMap({ Double($0) })
    else { return false }
    return boxes.contains { $0.low.x <= x && x <= $0.high.x && $0.low.y <= y && y <= $0.high.y }
  }

  /// The class that lets a shape change with the paper, if it should.
  static func className(for shape: SVGElement, in kind: String) -> String? {
    guard shape["stroke"] != nil || shape["fill"] != nil, shape.name != "stop" else { return nil }
    let fill = shape["fill"] ?? "black"
    let isHollow = fill == "none" || fill == "transparent"
    switch kind {
    case "cluster": return isHollow ? "e-line" : isLight(fill) ? "e-region" : nil
    case "edge":
      return isHollow
        ? (isDark(shape["stroke"]) ? "e-line" : nil)
        : isDark(fill) ? "e-head" : nil
    default: return isHollow && isDark(shape["stroke"]) ? "e-line" : nil
    }
  }

  /// True for colours that would glare on dark paper.
  static func isLight(_ color: String) -> Bool { (luminance(color) ?? 0) > 0.6 }

  /// True for colours that would vanish on dark paper.
  private static func isDark(_ color: String?) -> Bool {
    guard let color, color != "none", color != "transparent" else { return false }
    return (luminance(color) ?? 1) < 0.18
  }

  /// Relative luminance by WCAG's formula, simplified to a square; nil for names it doesn't know.
  private static func luminance(_ color: String) -> Double? {
    if let known = ["black": 0.0, "white": 1.0, "gray": 0.5, "grey": 0.5][color] { return known }
    guard color.hasPrefix("#"), color.utf8.count == 7 || color.utf8.count == 9,
      let value = UInt32(color.dropFirst().prefix(6), radix: 16)
    else { return nil }
    func channel(_ shift: UInt32) -> Double {
      let part = Double(value >> shift & 255) / 255
      return part * part
    }
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
  }
}
