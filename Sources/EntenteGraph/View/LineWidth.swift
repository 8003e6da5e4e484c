/// How thick lines are, in points of a picture that is laid out three points a millimetre; on
/// paper a sixteenth less.
package enum LineWidth {
  /// Around boxes.
  package static let border = 0.9
  /// Around the box in the centre.
  package static let focus = 2.0
  /// From an entity to an event.
  package static let line = 1.0
  /// Along a row of a timeline.
  package static let guide = 0.85
  /// Across a dot on a row.
  package static let dot = 5.2

  /// For several events: one meaning of thickness, in four steps.
  package static func line(for events: Int) -> Double {
    switch events {
    case ..<2: line
    case 2...4: 1.8
    case 5...9: 2.8
    default: 4
    }
  }
}
