import EntenteGraph
import EntenteModel

/// Three states of one corpus: each week more articles.
enum Weeks {
  /// Without the reception and one deal, and with an announced meeting.
  static let first = without(["meeting.king", "agreement.north"], of: ViewSample.visit())
  static let second = ViewSample.visit()
  /// Another office, another event, and one event less.
  static let third: Graph = {
    var graph = without(["meeting.undated"], of: ViewSample.visit())
    for i in graph.edges.indices where graph.edges[i].source == "person.paul-reed" {
      if graph.edges[i].role != nil { graph.edges[i].role = "Minister of Trade" }
    }
    var sample = ViewSample()
    sample.entity("person.omar-diallo", "Omar Diallo", "country.bb")
    sample.event(
      "meeting.new", .meeting, "talks", ["person.omar-diallo", "person.anna-berg"],
      date: "2031-05-06")
    graph.nodes += sample.graph.nodes
    graph.edges += sample.graph.edges
    return graph
  }()
  static let all = [first, second, third]
  /// Their DOT files, drawn once for all tests.
  static let drawn = all.map { DiagramDOT.write($0) }

  private static func without(_ ids: Set<String>, of graph: Graph) -> Graph {
    var graph = graph
    graph.nodes.removeAll { ids.contains($0.id) }
    graph.edges.removeAll { ids.contains($0.source) || ids.contains($0.target) }
    return graph
  }
}

/// A person at an editor: changes lines of a DOT file, and remembers what was done.
struct HandEditing {
  enum Deed: Hashable {
    case set(id: String, name: String, value: String)
    case out(id: String)
    case node(id: String)
    case edge(from: String, to: String)
    case comment(id: String, text: String)
  }

  private(set) var lines: [String]
  private(set) var deeds: [Deed] = []
  private var random: Seeded
  private var touched: Set<String> = []
  /// What stands in a line; most lines stay as they are from edit to edit.
  private var known: [String: (id: String, isNode: Bool)?] = [:]
  private let edits: Int

  init(_ dot: [UInt8], seed: UInt64, edits: Int) {
    lines = String(decoding: dot, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    random = Seeded(state: seed)
    self.edits = edits
    for _ in 0..<edits { edit() }
  }

  var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) }

  /// The id of the statement in a line, and whether it is a node's.
  private func statement(_ i: Int) -> (id: String, isNode: Bool)? {
    let pieces = lines[i].split(separator: "//= \"", maxSplits: 1)
    guard pieces.count == 2 else { return nil }
    let names = pieces[1].split(separator: "\"")
    let isEdge = lines[i].contains("\" -> \"")
    if isEdge { return ("\(names[0])--\(names[2])", false) }
    return (String(names[0]), lines[i].drop { $0 == " " }.hasPrefix("\""))
  }

  private mutating func edit() {
    let kind = Int.random(in: 0..<8, using: &random)
    if kind == 6 { return addNode() }
    for (i, line) in lines.enumerated() where known[line] == nil {
      known.updateValue(statement(i), forKey: line)
    }
    let ids = lines.indices.compactMap { i in
      (known[lines[i]] ?? nil).map { (i, $0.id, $0.isNode) }
    }
    .filter { !touched.contains($0.1) && !$0.1.hasPrefix("legend") && !$0.1.hasSuffix("yours") }
    guard let (i, id, isNode) = ids.randomElement(using: &random) else { return }
    let number = Int.random(in: 100...999, using: &random)
    switch kind {
    case 0, 1: set(i, id, "color", "#aa\(number)a")
    case 2: set(i, id, "label", "Words \(number)")
    case 3 where isNode: set(i, id, "pos", "\(number),\(number)")
    case 4:
      let indent = lines[i].prefix { $0 == " " }
      lines.insert("\(indent)// note \(number)", at: i)
      deeds.append(.comment(id: id, text: "note \(number)"))
    case 5 where isNode || id.contains("--"):
      guard isNode ? id.contains(".") : true else { return }
      // A node goes with its lines; quotations go with what they belong to.
      takeOut {
        $0.id == id || isNode && ($0.id.hasPrefix(id + "--") || $0.id.hasSuffix("--" + id))
      }
      deeds.removeAll { deed in
        switch deed {
        case .set(let other, _, _), .comment(let other, _):
          isNode && (other.hasPrefix(id + "--") || other.hasSuffix("--" + id))
        case .edge(let from, let to): from == id || to == id
        case .out, .node: false
        }
      }
      lines.removeAll { isNode && ($0.contains("\"\(id)\" -> ") || $0.hasSuffix("-> \"\(id)\";")) }
      deeds.append(.out(id: id))
    case 7:
      guard isNode, id.contains(".") else { return }
      addEdge(to: id)
    default: return
    }
    touched.insert(id)
  }

  private mutating func set(_ i: Int, _ id: String, _ name: String, _ value: String) {
    guard let end = lines[i].range(of: "]; //= ") else { return }
    var head = String(lines[i][..<end.lowerBound])
    let tail = lines[i][end.lowerBound...]
    if name == "label" || name == "pos", let start = head.range(of: "\(name)=") {
      // The value that stands there ends before the next attribute or the list.
      var rest = head[start.upperBound...]
      var depth = 0
      var isQuoted = false
      while let c = rest.first {
        if depth == 0, c == "\"" { isQuoted.toggle() }
        if !isQuoted, c == "<" { depth += 1 }
        if !isQuoted, c == ">" { depth -= 1 }
        if !isQuoted, depth == 0, c == "," { break }
        rest = rest.dropFirst()
      }
      head = head[..<start.upperBound] + "\"\(value)\"" + rest
    } else if let start = head.range(of: ", \(name)=\"") ?? head.range(of: "[\(name)=\"") {
      let rest = head[start.upperBound...]
      guard let quote = rest.firstIndex(of: "\"") else { return }
      head = head[..<start.upperBound] + value + rest[quote...]
    } else {
      head += ", \(name)=\"\(value)\""
    }
    lines[i] = head + tail
    deeds.append(.set(id: id, name: name, value: value))
  }

  private mutating func takeOut(_ isMeant: ((id: String, isNode: Bool)) -> Bool) {
    var kept: [String] = []
    var isOut = false
    for i in lines.indices {
      if let found = statement(i) {
        isOut = isMeant(found)
      } else if !lines[i].drop(while: { $0 == " " }).hasPrefix("//@")
        && !lines[i].drop(while: { $0 == " " }).hasPrefix("//+")
        && !lines[i].drop(while: { $0 == " " }).hasPrefix("//~")
      {
        isOut = false
      }
      if !isOut { kept.append(lines[i]) }
    }
    lines = kept
  }

  private mutating func insert(_ text: String) {
    guard let i = lines.firstIndex(where: { $0.contains("subgraph \"yours\"") }) else { return }
    lines.insert("    " + text, at: i + 3)
  }

  private mutating func addNode() {
    let id = "person.mine-\(Int.random(in: 100...999, using: &random))"
    guard touched.insert(id).inserted else { return }
    insert("\"\(id)\" [label=\"Mine\"];")
    deeds.append(.node(id: id))
  }

  private mutating func addEdge(to id: String) {
    guard touched.insert("new--" + id).inserted else { return }
    insert("\"person.new\" -> \"\(id)\";")
    deeds.append(.edge(from: "person.new", to: id))
  }
}

extension String {
  func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
