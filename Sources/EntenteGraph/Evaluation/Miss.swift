/// One thing that was missed, or found where nothing is.
public struct Miss: Hashable, Sendable, CustomStringConvertible {
  public enum Fault: String, Sendable {
    case missed
    case spurious
    /// Found under another kind than the annotation's.
    case wrongKind = "wrong kind"
  }

  public let fault: Fault
  /// What it is: an entity, a relation or a kind of event.
  public let measure: Measure
  /// The thing in the annotation's ids; `?` stands before an id of the graph that no mark has.
  public let text: String

  /// `missed entity       person: Anna Berg`
  public var description: String {
    let label =
      fault == .wrongKind ? fault.rawValue : "\(fault.rawValue) \(measure.rawValue)"
    return label + String(repeating: " ", count: max(1, 20 - label.utf8.count)) + text
  }
}
