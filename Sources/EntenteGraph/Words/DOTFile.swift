package import EntenteModel

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

  /// Reads a file.
  ///
  /// - Throws: where it is no DOT, with line and column.
  init(_ bytes: [UInt8], file: String) throws(EntenteError) {
    isEdited = DOTStamp.isEdited(bytes)
    documents = DOTArticles.read(bytes)
    var parser = DOTParser(bytes, file: file)
    self = try parser.read(into: self)
  }

  /// The place of a node, made where there is none yet.
  mutating func use(_ name: String, in groups: [Int], defaults: [String: Value]) -> Int {
    if let i = place[name] { return i }
    place[name] = nodes.count
    nodes.append(Node(name: name, attributes: defaults, groups: groups))
    return nodes.count - 1
  }

  mutating func removeLastNode() {
    if let last = nodes.popLast() { place[last.name] = nil }
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

/// What is known of the articles, as comments at the end of a DOT file:
///
/// ```
/// //= "003.txt" "VNA/VNS" "2026-02-06" "https://example.org/3"
/// ```
/// The document's id, its outlet, its day of publication and its address; `""` for what is not
/// known.
package enum DOTArticles {
  /// The comment line of one article, without indentation or line end.
  package static func line(_ record: DocumentRecord) -> String {
    let fields = [
      record.id, record.source ?? "", record.date?.description ?? "", record.url ?? "",
    ]
    return "//= " + fields.map { DOTText.commented($0) }.joined(separator: " ")
  }

  /// Every article that a file's comments tell of, by id; a line that is malformed is left out.
  package static func read(_ bytes: [UInt8]) -> [String: DocumentRecord] {
    var found: [String: DocumentRecord] = [:]
    for comment in DOTComments.lines(of: bytes) where comment.starts(with: [0x3D]) {
      var fields = DOTCommentFields(comment.dropFirst())
      guard let id = fields.string(), let source = fields.string(), let date = fields.string(),
        let url = fields.string()
      else { continue }
      found[id] = DocumentRecord(
        id: id, date: PartialDate(date), source: source.isEmpty ? nil : source,
        url: url.isEmpty ? nil : url, sha256: "")
    }
    return found
  }
}
