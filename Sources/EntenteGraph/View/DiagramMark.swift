/// What a picture says of a box or line besides what it is: how it changed.
package struct DiagramMark: Hashable, Sendable {
  package enum Change: String, Hashable, Sendable, CaseIterable { case new, gone, changed }

  package var change: Change
  /// What changed, above the other details: `was planned, now held`.
  package var words: [String]

  package init(_ change: Change, words: [String] = []) {
    self.change = change
    self.words = words
  }

  /// The words as the first lines of a box's details; none where there are no words.
  static func detail(_ mark: DiagramMark?) -> [String] {
    let words = mark?.words ?? []
    return words.isEmpty ? [] : [words.joined(separator: " · ")]
  }

  /// The one mark that all of these have; nil where they differ or one has none.
  static func shared(_ marks: [DiagramMark?]) -> DiagramMark? {
    guard let first = marks.first, marks.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}

extension Look {
  private static let ghost = "#686e74"

  /// The attributes with those of a mark in their place: heavier for what is new or changed; grey,
  /// dotted and struck through for what is gone.
  static func marked(_ attributes: [DOTAttribute], _ mark: DiagramMark?) -> [DOTAttribute] {
    guard let mark else { return attributes }
    let own: [DOTAttribute]
    switch mark.change {
    case .new: own = [DOTAttribute("penwidth", 2.4)]
    case .changed: own = [DOTAttribute("penwidth", 1.7)]
    case .gone:
      let isRounded = attributes.contains { attribute in
        if case .plain(let value) = attribute.value {
          return attribute.name == "style" && value.contains("rounded")
        }
        return false
      }
      own = [
        DOTAttribute("style", isRounded ? "filled,rounded,dotted" : "filled,dotted"),
        DOTAttribute("color", ghost), DOTAttribute("fillcolor", "#f5f5f5"),
        DOTAttribute("fontcolor", ghost), DOTAttribute("penwidth", 1.4),
      ]
    }
    let names = Set(own.map(\.name))
    return attributes.filter { !names.contains($0.name) } + own
  }

  /// What tells a card's shape, for ``marked(_:_:)`` to start from.
  static func shape(_ shape: Diagram.Card.Shape) -> [DOTAttribute] {
    [DOTAttribute("style", shape == .person ? "filled,rounded" : "filled")]
  }

  /// The same for a line.
  static func markedLine(_ attributes: [DOTAttribute], _ mark: DiagramMark?) -> [DOTAttribute] {
    guard let mark, mark.change != .changed else { return attributes }
    let own =
      mark.change == .new
      ? [DOTAttribute("penwidth", 2)]
      : [
        DOTAttribute("style", "dotted"), DOTAttribute("color", ghost),
        DOTAttribute("penwidth", 1.4),
      ]
    let names = Set(own.map(\.name))
    return attributes.filter { !names.contains($0.name) } + own
  }
}
