/// How far colours stand out from each other, after the Web Content Accessibility Guidelines 2.
enum Contrast {
  /// Lines and borders that are drawn, each with what lies under it.
  static func lines(_ diagram: Diagram, _ picture: Picture) -> [(String, String)] {
    var pairs: [(String, String)] = []
    for panel in picture.panels {
      let tint = Look.tint(panel.tint)
      for card in panel.cards {
        let fill =
          diagram.banks[panel.bank].cards[card.index].shape == .body ? tint.body : Look.paper
        pairs += [(tint.line, tint.panel), (tint.line, fill)]
      }
    }
    for event in diagram.events {
      let pair = Look.event(event.kind)
      pairs += [(pair.line, Look.paper), (pair.line, event.isAnnounced ? Look.paper : pair.fill)]
      if !picture.frames.isEmpty { pairs.append((pair.line, Look.frame.fill)) }
    }
    let panels = picture.backdrop.bands.map { Look.tint($0.tint).panel }
    for panel in Set(panels).sorted() {
      pairs.append((Look.guide, panel))
      pairs += diagram.events.map { (Look.event($0.kind).line, panel) }
    }
    if !picture.frames.isEmpty { pairs.append((Look.frame.line, Look.frame.fill)) }
    return pairs
  }

  /// Texts with what lies under them.
  static func texts(_ diagram: Diagram, _ picture: Picture) -> [(String, String)] {
    var pairs = [(Look.ink, Look.paper), (Look.faint, Look.paper)]
    for panel in picture.panels {
      let tint = Look.tint(panel.tint)
      pairs += [(tint.line, tint.panel), (Look.ink, tint.body), (Look.faint, tint.body)]
    }
    for event in diagram.events {
      let fill = Look.event(event.kind).fill
      pairs += [(Look.ink, fill), (Look.faint, fill)]
    }
    return pairs
  }

  static func least(of pairs: [(String, String)]) -> Double {
    pairs.map(ratio).min() ?? 21
  }

  static func ratio(_ a: String, _ b: String) -> Double {
    let both = [luminance(a), luminance(b)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let value = UInt32(colour.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let c = Double(value >> UInt32(shift) & 255) / 255
      return c <= 0.03928 ? c / 12.92 : power((c + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the power of 2.4: its square times the fifth root of its square, by Newton’s method.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    var root = 0.5
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
