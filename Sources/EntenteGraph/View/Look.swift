import EntenteModel

/// Colours and shapes. Lines and borders have a contrast of 3:1 or more against what lies under
/// them, text of 4.5:1; what a colour tells, a shape, a dash or a word tells too.
enum Look {
  static let paper = "#ffffff"
  static let ink = "#1c2024"
  static let faint = "#4b5157"
  /// For lines that only lead the eye: as light as 3:1 on every panel allows.
  static let guide = "#858a8f"

  struct Tint { var line, panel, body: String }

  /// By the rank of a bank, so that the main two are red and blue.
  private static let tints = [
    Tint(line: "#95392b", panel: "#f9f0ee", body: "#f1dcd7"),
    Tint(line: "#2b4c82", panel: "#eff3f9", body: "#dae4f1"),
    Tint(line: "#25614f", panel: "#eef6f3", body: "#d6e9e2"),
    Tint(line: "#67458a", panel: "#f4f1f8", body: "#e4daef"),
    Tint(line: "#6b5512", panel: "#f7f4ea", body: "#ebe3c8"),
    Tint(line: "#50565c", panel: "#f3f4f4", body: "#e2e4e6"),
  ]

  static func tint(_ number: Int) -> Tint { tints[min(number, tints.count - 1)] }

  struct Pair { var line, fill: String }
  static let frame = Pair(line: "#8a691a", fill: "#fdfaf1")

  static func event(_ kind: Kind) -> Pair {
    switch kind {
    case .agreement: Pair(line: "#2c6b41", fill: "#eaf6ee")
    case .visit: Pair(line: "#7a5b10", fill: "#f6e8bf")
    case .relation: Pair(line: "#50565c", fill: "#f3f4f4")
    default: Pair(line: "#7a5b10", fill: "#fff8e1")
    }
  }

  /// Text without a box.
  static let bare = [
    DOTAttribute("style", ""), DOTAttribute("shape", "plaintext"), DOTAttribute("penwidth", 0),
  ]

  static func card(_ shape: Diagram.Card.Shape, _ tint: Tint) -> [DOTAttribute] {
    let style = shape == .person ? "filled,rounded" : "filled"
    return [
      DOTAttribute("style", style), DOTAttribute("color", tint.line),
      DOTAttribute("fillcolor", shape == .body ? tint.body : paper),
      DOTAttribute("shape", shape == .place ? "box" : "box"),
    ]
  }

  /// Who stands in the centre; the colours are those of the bank.
  static let focus = [DOTAttribute("penwidth", LineWidth.focus)]

  static func event(_ kind: Kind, announced: Bool) -> [DOTAttribute] {
    let pair = event(kind)
    let shape = kind == .agreement ? "note" : "box"
    let style = (kind == .meeting ? "filled,rounded" : "filled") + (announced ? ",dashed" : "")
    return [
      DOTAttribute("shape", shape), DOTAttribute("style", style), DOTAttribute("color", pair.line),
      DOTAttribute("fillcolor", announced ? paper : pair.fill),
    ]
  }

  static func line(_ line: Diagram.Line) -> [DOTAttribute] {
    var attributes: [DOTAttribute] = []
    if line.kind == .agreement || line.kind == .relation {
      attributes.append(DOTAttribute("color", event(line.kind).line))
    }
    if line.weight > 1 {
      attributes.append(DOTAttribute("penwidth", LineWidth.line(for: line.weight)))
    }
    switch line.meaning {
    case .side: if line.isDashed { attributes.append(DOTAttribute("style", "dashed")) }
    case .other: attributes += ring + (line.isDashed ? [DOTAttribute("style", "dashed")] : [])
    case .mayBeSame: attributes += dots
    }
    return attributes
  }

  private static let ring = [DOTAttribute("dir", "forward"), DOTAttribute("arrowhead", "odot")]

  /// A little wider, since half of a dotted line is paper.
  private static let dots = [DOTAttribute("style", "dotted"), DOTAttribute("penwidth", 1.5)]

  static func name(_ line: Diagram.Line) -> String {
    switch line.meaning {
    case .side:
      switch line.kind {
      case .agreement: "party-to"
      case .visit: "visitor"
      case .relation: "relation"
      default: "participant"
      }
    case .other: "other"
    case .mayBeSame: "may-be-same"
    }
  }

  static func sample(_ key: LegendKey) -> [DOTAttribute] {
    let grey = Tint(line: faint, panel: paper, body: "#e2e4e6")
    switch key {
    case .person: return card(.person, grey)
    case .body: return card(.body, grey)
    case .place: return card(.place, grey)
    case .visit: return event(.visit, announced: false)
    case .meeting: return event(.meeting, announced: false)
    case .agreement: return event(.agreement, announced: false)
    case .announced: return event(.meeting, announced: true)
    case .other: return ring
    case .mayBeSame: return dots
    case .relation: return event(.relation, announced: false)
    case .part:
      return [
        DOTAttribute("dir", "back"), DOTAttribute("arrowtail", "dot"),
        DOTAttribute("arrowsize", LineWidth.dot / 8),
      ]
    case .weight:
      return [
        DOTAttribute("color", event(.relation).line),
        DOTAttribute("penwidth", LineWidth.line(for: 10)),
      ]
    }
  }
}

/// HTML-like labels: left-aligned lines in a table of a fixed width, all data escaped.
enum Label {
  /// In a tight box a single line is set low, since Graphviz centres it too high.
  static func html(_ text: Picture.Text, width: Double, within height: Double? = nil) -> String {
    var cell = ""
    for line in text.lines {
      for (i, run) in line.enumerated() {
        let size = Int(run.style.size)
        let colour = run.style == .detail ? " COLOR=\"\(Look.faint)\"" : ""
        var words = DOTText.html(run.text)
        // Some viewers drop spaces at the start of a piece of text: they stand at the end of the
        // one before.
        if i + 1 < line.count { words += "&#160;&#160;" }
        if run.style.isBold { words = "<B>\(words)</B>" }
        cell += "<FONT POINT-SIZE=\"\(size)\"\(colour)>\(words)</FONT>"
      }
      cell += "<BR ALIGN=\"LEFT\"/>"
    }
    let low = height.map { " HEIGHT=\"\(Int($0) - 1)\" VALIGN=\"BOTTOM\"" } ?? ""
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>"
      + "<TD ALIGN=\"LEFT\" BALIGN=\"LEFT\" WIDTH=\"\(Int(max(width, 1)))\"\(low)>\(cell)</TD>"
      + "</TR></TABLE>"
  }
}

/// Addresses that may stand in a picture.
enum DOTAddress {
  /// An http or https address with everything that could end an attribute percent-encoded; nil for
  /// any other.
  static func safe(_ url: String?) -> String? {
    guard let url, url.utf8.count <= 2_000 else { return nil }
    let lower = url.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
    var result = ""
    for byte in url.utf8 {
      switch byte {
      case 0x21, 0x23...0x26, 0x28...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count < 2 ? "0" + digits : digits)
      }
    }
    return result
  }
}
