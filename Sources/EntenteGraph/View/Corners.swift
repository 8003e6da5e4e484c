/// Round corners as Graphviz draws them: a third of the height, twelve points at most.
enum Corners {
  /// How far a box's outline stands back, so many points from the middle of its side.
  static func recess(at distance: Double, height: Double) -> Double {
    let radius = min(12, height / 3)
    let deep = max(0, radius - (height / 2 - abs(distance)))
    return radius - max(0, radius * radius - deep * deep).squareRoot()
  }

  /// Where lines may begin to meet a side.
  static func inset(height: Double, isRound: Bool) -> Double {
    isRound ? max(4, min(12, height / 3) * 0.6) : 5.5
  }
}
