package import EntenteModel

/// A user's decisions as their file says them: names only, nothing looked up.
package struct DecisionsFile: Hashable, Sendable {
  /// A name, and what is decided of what bears it.
  package struct Change<Value: Hashable & Sendable>: Hashable, Sendable {
    package var name: String
    package var value: Value
  }

  /// The ends of an edge, and its type where the file tells one.
  package struct EdgeName: Hashable, Sendable {
    package var from: String
    package var type: String?
    package var to: String
  }

  /// A day, a month, a year, or a span of them; no first day means that it is unknown.
  package struct Days: Hashable, Sendable {
    package var first: PartialDate?
    package var last: PartialDate?
  }

  package var same: [[String]] = []
  package var sameEvent: [[String]] = []
  package var different: [[String]] = []
  package var rename: [Change<String>] = []
  package var drop: [String] = []
  package var dropEdge: [EdgeName] = []
  package var keepEdge: [EdgeName] = []
  package var status: [Change<Status>] = []
  package var date: [Change<Days>] = []
  package var kind: [Change<String>] = []
  /// What was edited in the picture.
  package var edits = EditsFile()
  /// Where each name first stands under each key.
  package var places: [String: [String: Diagnostic.Place]] = [:]
}
