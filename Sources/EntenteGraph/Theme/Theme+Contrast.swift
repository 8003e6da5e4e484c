extension Theme {
  /// Two colours of a theme that lie too near to each other.
  public struct LowContrast: Hashable, Sendable {
    public let front: Role
    public let back: Role
    /// 1…21.
    public let ratio: Double
    /// 3 for lines, 4.5 for text.
    public let least: Double
  }

  /// Every pair that stands on each other in some picture and has less contrast than lines (3:1) or
  /// text (4.5:1) need: success criteria 1.4.11 and 1.4.3 of the Web Content Accessibility Guidelines
  /// 2.2. Empty for the themes that come along.
  public var lowContrasts: [LowContrast] {
    Theme.pairs.compactMap { pair in
      let ratio = self[pair.front].contrast(with: self[pair.back])
      guard ratio < pair.least else { return nil }
      return LowContrast(front: pair.front, back: pair.back, ratio: ratio, least: pair.least)
    }
  }

  /// Roles by the number of a bank, from 0.
  static let banks: [(line: Role, panel: Role, body: Role)] = [
    (.bank1Line, .bank1Panel, .bank1Body), (.bank2Line, .bank2Panel, .bank2Body),
    (.bank3Line, .bank3Panel, .bank3Body), (.bank4Line, .bank4Panel, .bank4Body),
    (.bank5Line, .bank5Panel, .bank5Body), (.bank6Line, .bank6Panel, .bank6Body),
  ]

  private static let pairs: [(front: Role, back: Role, least: Double)] = {
    var pairs: [(front: Role, back: Role, least: Double)] = []
    let boxes: [Role] = [.paper, .visitFill, .meetingFill, .agreementFill] + banks.map(\.body)
    for text in [Role.ink, .faint] { pairs += boxes.map { (text, $0, 4.5) } }
    for bank in banks {
      pairs.append((bank.line, bank.panel, 4.5))
      pairs += [bank.body, .paper].map { (bank.line, $0, 3) }
    }
    // Lines cross the panel on their way to a box.
    let grounds: [Role] = [.paper, .frameFill] + banks.map(\.panel)
    pairs += (grounds + [.visitFill, .meetingFill]).map { (.eventLine, $0, 3) }
    pairs += (grounds + [.agreementFill]).map { (.agreementLine, $0, 3) }
    return pairs + [(.frameLine, .paper, 3), (.frameLine, .frameFill, 3)]
  }()
}
