public import EntenteModel

/// What a selection took from a graph, and what it left.
public struct Choice: Hashable, Sendable {
  /// The part that was wanted.
  public internal(set) var graph: Graph
  /// Why events were left out, and how many: each once, at the first condition that it failed.
  public internal(set) var leftOut: [Count] = []
  /// Where a path was asked for: the steps of every shortest way, in order; empty where there is none.
  public internal(set) var path: [Explanation.Step] = []
  /// The ids of those around whom the graph was wanted, in the order asked for.
  public internal(set) var focus: [String] = []
  /// How many events there were before.
  public internal(set) var events = 0
  /// How many entities there were before.
  public internal(set) var entities = 0
  /// How many edges there were before.
  public internal(set) var edges = 0
  /// The names asked for, where a path was.
  var ends: Selection.Ends?

  init(whole graph: Graph) {
    self.graph = graph
    events = graph.nodes.count { $0.event != nil }
    entities = graph.nodes.count - events
    edges = graph.edges.count
  }

  /// How many of something.
  public struct Count: Hashable, Sendable {
    /// What was left out: `before 2026-02`, `without a date`.
    public var reason: String
    public var count: Int
    /// False where statements are counted, not events.
    public var isOfEvents: Bool
  }

  /// A sentence or two for people: what is left, and what was left out.
  public var summary: String {
    let kept = graph.nodes.count { $0.event != nil }
    var text =
      "Selected \(kept) of \(Captions.count(events, "event")) and \(graph.nodes.count - kept) of "
      + "\(entities == 1 ? "1 name" : "\(entities) names")."
    if !leftOut.isEmpty {
      let parts = leftOut.map { "\($0.count) \($0.reason)" }
      text += " Left out: " + parts.joined(separator: ", ") + "."
    }
    return text
  }

  /// A sentence for the foot of a picture, which must not pass for the whole; nil where all is left.
  public var note: String? {
    let kept = graph.nodes.count { $0.event != nil }
    guard kept < events else { return nil }
    let parts = leftOut.filter { $0.isOfEvents }.map { "\($0.count) \($0.reason)" }
    return "A part of the data: \(kept) of \(Captions.count(events, "event")). Left out: "
      + parts.joined(separator: ", ") + "."
  }

  /// What the path quotes, as text for people; nil where no path was asked for.
  public var pathText: String? {
    guard let ends else { return nil }
    guard !path.isEmpty else {
      return "No chain of quoted statements joins “\(ends.from)” and “\(ends.to)”."
    }
    let explanation = Explanation(subjects: [], judgements: [], path: path, edges: [])
    return "What joins “\(ends.from)” and “\(ends.to)”:\n"
      + ExplanationFormatter().format(explanation).drop { $0 == "\n" }
  }
}

extension Selection {
  /// The part of a graph that is wanted, with an account of what was left out.
  ///
  /// A pure function; linear in the graph but for the search of names.
  ///
  /// - Throws: a name, country or kind that the graph does not know or that may mean several, with
  ///   what may have been meant; all of them at once.
  public func choice(from graph: Graph) throws(EntenteError) -> Choice {
    guard !isEmpty else { return Choice(whole: graph) }
    var chooser = try Chooser(graph, self)
    return chooser.choose()
  }
}
