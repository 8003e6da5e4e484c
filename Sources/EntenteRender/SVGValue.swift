/// Which attributes may stand on which elements, and with which values.
enum SVGValue {
  private static let paint = [
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity",
    "stroke-dasharray", "opacity", "transform",
  ]
  private static let allowed: [String: Set<String>] = [
    "g": Set(["transform"]),
    "path": Set(paint + ["d"]),
    "polygon": Set(paint + ["points"]),
    "polyline": Set(paint + ["points"]),
    "ellipse": Set(paint + ["cx", "cy", "rx", "ry"]),
    "circle": Set(paint + ["cx", "cy", "r"]),
    "rect": Set(paint + ["x", "y", "width", "height", "rx", "ry"]),
    "line": Set(paint + ["x1", "y1", "x2", "y2"]),
    "text": Set(
      paint + [
        "x", "y", "text-anchor", "font-weight", "font-style", "font-size", "text-decoration",
        "baseline-shift", "textLength",
      ]),
    "tspan": Set(
      paint + [
        "x", "y", "font-weight", "font-style", "font-size", "text-decoration",
        "baseline-shift",
      ]),
    "linearGradient": ["gradientUnits", "x1", "y1", "x2", "y2"],
    "radialGradient": ["gradientUnits", "cx", "cy", "r", "fx", "fy"],
    "stop": ["offset"],
    "defs": [],
  ]

  /// True for the elements that carry paint and coordinates.
  static func isKnown(_ element: String) -> Bool { allowed[element] != nil }

  /// True if the attribute may stand on the element with this value.
  static func isSound(_ value: String, of attribute: String, on element: String) -> Bool {
    guard allowed[element]?.contains(attribute) == true else { return false }
    switch attribute {
    case "fill", "stroke": return isColor(value)
    case "d": return isMade(of: "MmCcLlHhVvSsQqTtAaZz", value)
    case "points", "stroke-dasharray": return isMade(of: "", value)
    case "transform": return isTransform(value)
    case "text-anchor": return ["start", "middle", "end"].contains(value)
    case "font-weight": return ["bold", "normal"].contains(value) || Int(value) != nil
    case "font-style": return ["italic", "oblique", "normal"].contains(value)
    case "text-decoration":
      return value.split { $0 == " " || $0 == "," }
        .allSatisfy { ["underline", "overline", "line-through", "none"].contains($0) }
    case "baseline-shift": return ["sub", "super", "baseline"].contains(value)
    case "gradientUnits": return ["userSpaceOnUse", "objectBoundingBox"].contains(value)
    default: return isNumber(value)
    }
  }

  /// A colour by name or number. `url(#…)` is judged by whoever knows the ids.
  static func isColor(_ value: String) -> Bool {
    if value.hasPrefix("#") {
      let digits = value.dropFirst()
      return [3, 4, 6, 8].contains(digits.utf8.count) && digits.allSatisfy(\.isHexDigit)
    }
    return (3...30).contains(value.utf8.count)
      && value.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
  }

  /// A finite decimal number, with `%` behind it or not.
  static func isNumber(_ value: String) -> Bool {
    let digits = value.hasSuffix("%") ? value.dropLast() : value[...]
    return isMade(of: "", String(digits)) && Double(digits)?.isFinite == true
  }

  /// Digits and what joins numbers, and the letters given; at least one byte. Keeps out `nan`.
  private static func isMade(of letters: String, _ value: String) -> Bool {
    let extra = Array(letters.utf8)
    return !value.isEmpty
      && value.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "e"):
          true
        default: extra.contains(byte)
        }
      }
  }

  private static func isTransform(_ value: String) -> Bool {
    value.split(separator: ")").allSatisfy { part in
      let pieces = part.split(separator: "(", omittingEmptySubsequences: false)
      let name = pieces[0].trimmingPrefix { $0 == " " }
      return pieces.count == 2
        && ["scale", "rotate", "translate"].contains(String(name))
        && isMade(of: "", String(pieces[1]))
    }
  }

  /// True for an address that may stand behind a link.
  static func isAddress(_ value: String) -> Bool {
    let lower = value.lowercased()
    return ["http://", "https://", "mailto:", "#"].contains { lower.hasPrefix($0) }
      && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
  }

  /// The families to show text in. Layout measures in one of their first names; readers without it
  /// get a font of the same widths.
  static func family(_ family: String) -> String {
    let name = family.lowercased()
    if name.contains("mono") || name.contains("courier") {
      return #""Liberation Mono", "Courier New", Courier, monospace"#
    }
    if name.contains("times") || (name.contains("serif") && !name.contains("sans")) {
      return #""Liberation Serif", "Times New Roman", Times, serif"#
    }
    return sansSerif
  }

  static let sansSerif = #"Arial, "Liberation Sans", Helvetica, sans-serif"#
}
