import EntenteModel

/// A DOT file as it stands: nodes, lines and groups with their attributes and quotations.
///
/// Reads what Graphviz reads, as far as a text about it needs: attributes of nodes and lines with
/// their defaults, groups, and the comments behind the statements. Ports are left out.
struct DOTFile {
  enum Value: Hashable {
    case text(String)
    case html(String)
  }

  struct Node {
    var name: String
    var attributes: [String: Value] = [:]
    /// The groups that it stands in, the outermost first, by their place in `groups`.
    var groups: [Int] = []
    var evidence: [Evidence] = []
  }

  struct Line {
    var tail: String
    var head: String
    var attributes: [String: Value] = [:]
    var evidence: [Evidence] = []
  }

  struct Group {
    var name: String
    var attributes: [String: Value] = [:]
  }

  var nodes: [Node] = []
  var lines: [Line] = []
  var groups: [Group] = []
  var documents: [String: DocumentRecord] = [:]
  /// True where it was changed since Entente wrote it, nil where Entente did not write it.
  var isEdited: Bool?

  func node(_ name: String) -> Node? { place[name].map { nodes[$0] } }
  private(set) var place: [String: Int] = [:]

  init() {}

  /// Reads a file.
  ///
  /// - Throws: where it is no DOT, with line and column.
  init(_ bytes: [UInt8], file: String) throws(EntenteError) {
    let source = try DOTParser.parse(bytes, file: file)
    var reader = DOTFileReader(DOTLines(bytes), file: file)
    self = try reader.read(source)
    isEdited = DOTStamp.isEdited(bytes)
    documents = DOTArticles.read(bytes)
  }

  /// The place of a node, made where there is none yet.
  mutating func use(_ name: String, in groups: [Int], defaults: [String: Value]) -> Int {
    if let i = place[name] { return i }
    place[name] = nodes.count
    nodes.append(Node(name: name, attributes: defaults, groups: groups))
    return nodes.count - 1
  }

}

extension DOTFile.Node {
  func text(_ attribute: String) -> String? { attributes[attribute]?.plain(name) }

  /// The label as shown; the node's name where it has none.
  var label: DOTLabel {
    switch attributes["label"] {
    case .html(let html)?: DOTLabel(html: html)
    case .text(let text)?: DOTLabel(text: text, name: name)
    case nil: DOTLabel(text: "\\N", name: name)
    }
  }
}

extension DOTFile.Value {
  /// The text in one line.
  func plain(_ name: String) -> String {
    let label =
      switch self {
      case .html(let html): DOTLabel(html: html)
      case .text(let text): DOTLabel(text: text, name: name)
      }
    return label.lines.map(\.text).joined(separator: " ")
  }
}
