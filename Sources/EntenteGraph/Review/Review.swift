public import EntenteModel

/// What a person should look at: joins and edges of a graph, the least sure first, with the decisions that accept or
/// undo each.
///
/// What is decided already is not among them, nor what only a pack says.
public struct Review: Hashable, Sendable {
  /// The least sure first, then in order of their names.
  public let items: [Item]
  /// Who those are that say something.
  let speakers: Speakers

  /// One join or edge.
  public struct Item: Hashable, Sendable {
    /// What kind of judgement it is.
    public enum Matter: String, Sendable, CaseIterable {
      /// Two names were taken for one thing.
      case namesJoined = "names joined"
      /// Two things of like names were kept apart.
      case namesApart = "names apart"
      /// Two things may be one.
      case maybeOne = "may be one"
      /// Two reports were taken for one event.
      case reportsJoined = "reports joined"
      /// Two events may be one.
      case maybeOneEvent = "may be one event"
      /// An article states that something joins two nodes.
      case edge = "edge"
    }

    public let matter: Matter
    /// 0…1: how sure the join or the edge is.
    public let score: Double
    /// A sentence without its full stop.
    public let statement: String
    /// Why, the strongest first.
    public let reasons: [String]
    public let quotations: [Evidence]
    /// What can be decided, each as one line for the file of decisions.
    public let choices: [Choice]
  }

  /// One way to decide.
  public struct Choice: Hashable, Sendable {
    /// What it means, in a word or two: `right`, `one event`.
    public let meaning: String
    /// One line of YAML.
    public let line: String
  }

  /// Goes through all of a graph.
  public init(of graph: Graph) {
    let reviewer = Reviewer(graph)
    speakers = reviewer.speakers
    items = (reviewer.joins + reviewer.edges).sorted { a, b in
      let (x, y) = (Hundredths.count(a.score), Hundredths.count(b.score))
      return x != y ? x < y : (a.matter.rawValue, a.statement) < (b.matter.rawValue, b.statement)
    }
  }
}
