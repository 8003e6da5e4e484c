public import EntenteModel

/// What changed from one graph to another: new, gone, joined, moved on, dated anew.
///
/// ```swift
/// let diff = GraphDiff(from: yesterday, to: today)
/// for change in diff.nodes where change.kind == .new { print(change.node.name) }
/// ```
///
/// Things are the same where their ids are, or where one stands under the other's `formerly`, or
/// where the same quotations name or tell of them. Judgements and the places where entities are
/// named are not compared. Near-linear.
public struct GraphDiff: Hashable, Sendable {
  /// What became of something.
  public enum Change: String, Sendable, CaseIterable {
    /// In the new graph alone.
    case new
    /// In the old graph alone.
    case gone
    /// In the old graph; the new one has it as a part of something else.
    case joined
    /// In the new graph; the old one had it as a part of something else.
    case parted
    /// In both, and not alike.
    case changed
  }

  /// One statement that is no longer the same.
  public struct Field: Hashable, Sendable {
    /// The key as in the graph's JSON: `status`, `date`, `name`.
    public var name: String
    /// The value before, and after; nil where there was none.
    public var from: String?
    public var to: String?
  }

  /// How many articles told of it before and after.
  public struct Articles: Hashable, Sendable {
    public var from: Int
    public var to: Int
  }

  /// What became of an entity or event.
  public struct NodeChange: Hashable, Sendable {
    public var change: Change
    /// As it is in the new graph; what is gone or joined as it was.
    public var node: Node
    /// Its id in the old graph, where that was another.
    public var was: String?
    /// What it was joined to, or parted from: an id of the new graph.
    public var other: String?
    public var fields: [Field]
    /// Of events.
    public var articles: Articles?
    /// Sides that an event has now and had not, by id; of what is new or gone all its sides.
    public var sidesAdded: [String]
    /// Sides that it had and has not, by id.
    public var sidesRemoved: [String]
  }

  /// What became of a statement.
  public struct EdgeChange: Hashable, Sendable {
    public var change: Change
    /// As it is in the new graph; what is gone as it was, with the ends' ids of the new graph.
    public var edge: Edge
    public var fields: [Field]
    public var articles: Articles
  }

  /// Ids of articles that only the new graph has, only the old one has, and whose text differs.
  public var newDocuments: [String] = []
  public var goneDocuments: [String] = []
  public var alteredDocuments: [String] = []
  /// By id; what is unchanged is not among them.
  public var nodes: [NodeChange] = []
  /// By id; statements with an end that is new or gone are among them.
  public var edges: [EdgeChange] = []
  /// Both graphs, for names and the picture.
  let old: Graph
  let new: Graph
  let pairing: Pairing

  /// Compares two graphs.
  public init(from old: Graph, to new: Graph) {
    (self.old, self.new) = (old, new)
    pairing = Pairing(old, new)
    compareDocuments()
    compareNodes()
    compareEdges()
  }

  /// True where nothing of an article, entity, event or statement differs.
  public var isEmpty: Bool {
    newDocuments.isEmpty && goneDocuments.isEmpty && alteredDocuments.isEmpty && nodes.isEmpty
      && edges.isEmpty
  }
}
