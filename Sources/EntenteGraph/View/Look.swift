import EntenteModel

/// Colours and shapes. Lines and borders have a contrast of 3:1 or more against what lies under
/// them, text of 4.5:1; what a colour tells, a shape, a dash or a word tells too.
enum Look {
  // The default's colours; a theme exchanges them when the document is done.
  static let paper = colour(.paper)
  static let ink = colour(.ink)
  static let faint = colour(.faint)

  private static func colour(_ role: Theme.Role) -> String { Theme.standard[role].description }

  struct Tint { var line, panel, body: String }

  /// By the rank of a bank, so that the main two are red and blue.
  private static let tints = Theme.banks.map {
    Tint(line: colour($0.line), panel: colour($0.panel), body: colour($0.body))
  }

  static func tint(_ number: Int) -> Tint { tints[min(number, tints.count - 1)] }

  struct Pair { var line, fill: String }
  static let frame = Pair(line: colour(.frameLine), fill: colour(.frameFill))

  static func event(_ kind: Kind) -> Pair {
    switch kind {
    case .agreement: Pair(line: colour(.agreementLine), fill: colour(.agreementFill))
    case .visit: Pair(line: colour(.eventLine), fill: colour(.visitFill))
    default: Pair(line: colour(.eventLine), fill: colour(.meetingFill))
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
    if line.kind == .agreement { attributes.append(DOTAttribute("color", event(.agreement).line)) }
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
      line.kind == .agreement ? "party-to" : line.kind == .visit ? "visitor" : "participant"
    case .other: "other"
    case .mayBeSame: "may-be-same"
    }
  }

  static func sample(_ key: LegendKey) -> [DOTAttribute] {
    let grey = Tint(line: faint, panel: paper, body: colour(.bank6Body))
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
    case .new: return marked(card(.place, grey), DiagramMark(.new))
    case .gone: return marked(card(.place, grey), DiagramMark(.gone))
    case .changed: return marked(card(.place, grey), DiagramMark(.changed))
    }
  }
}

/// HTML-like labels: left-aligned lines in a table of a fixed width, all data escaped.
enum Label {
  /// Names of what is gone are struck through.
  static func html(_ text: Picture.Text, width: Double, struck: Bool = false) -> String {
    var cell = ""
    for (line, strut) in zip(text.lines, text.struts) {
      for (i, run) in line.enumerated() {
        let size = Int(run.style.size)
        let colour = run.style == .detail ? " COLOR=\"\(Look.faint)\"" : ""
        var words = BidiText.settled(DOTText.html(run.text))
        // Some viewers drop spaces at the start of a piece of text: they stand at the end of the
        // one before.
        if i + 1 < line.count { words += "&#160;&#160;" }
        if run.style.isBold { words = struck ? "<B><S>\(words)</S></B>" : "<B>\(words)</B>" }
        cell += "<FONT POINT-SIZE=\"\(size)\"\(colour)>\(words)</FONT>"
      }
      if strut > 0 {
        // Graphviz makes a line as high as its tallest piece; this one is not seen.
        cell += "<FONT POINT-SIZE=\"\(Int(strut))\">&#160;</FONT>"
      }
      cell += "<BR ALIGN=\"LEFT\"/>"
    }
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>"
      + "<TD ALIGN=\"LEFT\" BALIGN=\"LEFT\" WIDTH=\"\(Int(max(width, 1)))\">\(cell)</TD>"
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
    return encoded(url)
  }

  /// With everything that could end an attribute percent-encoded.
  static func encoded(_ url: String) -> String {
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
