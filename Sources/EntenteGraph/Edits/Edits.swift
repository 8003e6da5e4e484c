package import EntenteModel

/// What a person changed in a DOT file: each edit by itself, named by the statement that it is about.
///
/// A statement's id is a node's id, for an edge its two ends (`person.a--meeting.b`), for what the
/// nodes of a group start from `every node in GROUP`.
public struct Edits: Hashable, Sendable {
  /// A new value, or none.
  package enum Change: Hashable, Sendable {
    case set(DOTValue)
    case remove

    package var value: DOTValue? {
      if case .set(let value) = self { value } else { nil }
    }
  }

  /// A node or edge that no article tells of.
  package struct Addition: Hashable, Sendable {
    /// For an edge, where it starts and where it points to.
    package var from: String?
    package var to: String?
    /// The group that it stands in; nil for the one of additions.
    package var group: String?
    package var attributes: [String: DOTValue] = [:]

    package init(
      from: String? = nil, to: String? = nil, group: String? = nil,
      attributes: [String: DOTValue] = [:]
    ) {
      self.from = from
      self.to = to
      self.group = group
      self.attributes = attributes
    }
  }

  /// By the statement's id, then by the attribute's name; `in` is the group around.
  package var changes: [String: [String: Change]] = [:]
  /// Statements taken out of the picture; of a node, every line to it too.
  package var hidden: Set<String> = []
  package var nodes: [String: Addition] = [:]
  package var edges: [String: Addition] = [:]
  /// Lines written beside a statement.
  package var comments: [String: [String]] = [:]

  public init() {}

  /// True where nothing was edited.
  public var isEmpty: Bool { self == Edits() }

  /// How many single edits there are.
  public var count: Int {
    changes.values.reduce(0) { $0 + $1.count } + hidden.count + nodes.count + edges.count
      + comments.count
  }

  /// These edits with those of `other`, which win where both change one thing.
  package func adding(_ other: Edits) -> Edits {
    var result = self
    for (id, changes) in other.changes { result.changes[id, default: [:]].merge(changes) { $1 } }
    result.hidden.formUnion(other.hidden)
    result.nodes.merge(other.nodes) { $1 }
    result.edges.merge(other.edges) { $1 }
    result.comments.merge(other.comments) { $1 }
    return result
  }

  mutating func set(_ id: String, _ name: String, _ change: Change) {
    changes[id, default: [:]][name] = change
  }
}

extension Edits {
  /// Which of the three sorts an attribute is of.
  package enum Sort: String, Sendable, CaseIterable {
    case label, look, place

    package init(_ attribute: String) {
      switch attribute {
      case "label": self = .label
      case "pos", "width", "height", "bb", "in", "lp", "xlp", "head_lp", "tail_lp": self = .place
      default: self = .look
      }
    }
  }

  /// The group in every file of Entente that additions may be written into.
  package static let group = "yours"
}

extension Edits {
  /// What of these edits names nothing in a picture, as warnings.
  package func unknown(in outline: DOTOutline) -> [Diagnostic] {
    let own = Set(nodes.keys).union(edges.keys)
    let ids = Set(changes.keys).union(hidden).union(comments.keys).subtracting(own)
    return ids.filter { outline[$0] == nil && !outline.groups.contains($0) }.sorted().map { id in
      Diagnostic(
        .warning, code: "decisions.unknown-id", "Nothing in the picture has the id “\(id)”.",
        hint: Resemblance.hint(
          for: id, among: outline.entries.map(\.id), otherwise: "Ids are those of the DOT file."))
    }
  }

  /// Additions whose ends are nodes of the graph, or additions themselves; ids as they are now.
  package func ofNodes(in graph: Graph) -> Edits {
    var now: [String: String] = [:]
    for node in graph.nodes { for old in node.formerly { now[old] = node.id } }
    for node in graph.nodes { now[node.id] = node.id }
    for id in nodes.keys where now[id] == nil { now[id] = id }
    var result = self
    result.edges = [:]
    for edge in edges.values {
      guard let from = edge.from.flatMap({ now[$0] }), let to = edge.to.flatMap({ now[$0] })
      else { continue }
      result.edges[DOTStatement.edgeID(from, to)] = Addition(
        from: from, to: to, group: edge.group, attributes: edge.attributes)
    }
    return result
  }
}
