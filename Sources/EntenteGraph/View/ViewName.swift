/// A way to lay a graph out.
package enum ViewName: String, Hashable, Sendable, CaseIterable {
  /// Countries face each other, what happened between them, oldest first.
  case banks
  /// One entity in the centre, its events around it, and who else took part in them.
  case ego
  /// A row for each who took part, a column for each event in the order of their dates.
  case timeline
  /// Countries with those who did most, and how much happened between each two.
  case overview
}
