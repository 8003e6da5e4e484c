import EntenteModel

/// How much a layout may work before it must make do with what it has.
///
/// Work is counted, not timed, so that every machine gives the same picture: so many comparisons of
/// lines count as a second as a slow machine manages in one. A layout of sixty boxes needs a
/// fraction of the usual ten.
package struct Effort: Sendable {
  /// Comparisons of two lines in one second.
  static let comparisonsPerSecond = 4_000_000.0

  private(set) var left: Double
  let seconds: Double
  private var isCut = false

  package init(seconds: Double = 10) {
    self.seconds = seconds.isFinite ? max(seconds, 0) : 10
    left = self.seconds * Effort.comparisonsPerSecond
  }

  /// True as long as that much work may be done; it is then counted.
  mutating func allows(_ comparisons: Int) -> Bool {
    guard left > 0 else {
      isCut = true
      return false
    }
    left -= Double(comparisons)
    return true
  }

  /// What it fell back to, where it did.
  var notes: [Diagnostic] {
    guard isCut else { return [] }
    return [
      Diagnostic(
        .note, code: "view.effort",
        "The layout was cut short after what counts as \(DOTNumber.text(seconds)) s of work: "
          + "lines may cross more than they need to.",
        hint: "give it more with --layout-seconds, or draw a part of the graph")
    ]
  }
}
