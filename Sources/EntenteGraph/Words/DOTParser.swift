import EntenteModel

/// Reads the statements of a DOT file.
struct DOTParser {
  private var lexer: DOTLexer
  private var word: DOTLexer.Word = .end
  private let file: String
  /// What the comments behind it belong to.
  private enum Owner {
    case node(Int)
    case lines(Range<Int>)
  }
  private var owner: Owner?
  private var comments: [UInt8] = []
  /// Deeper groups than a person makes.
  private static let deepest = 100

  /// What statements start from, and where they stand.
  private struct Scope {
    var groups: [Int] = []
    var node: [String: DOTFile.Value] = [:]
    var edge: [String: DOTFile.Value] = [:]
  }

  init(_ bytes: [UInt8], file: String) {
    lexer = DOTLexer(bytes)
    self.file = file
  }

  /// Everything up to the end of the first graph.
  mutating func read(into empty: DOTFile) throws(EntenteError) -> DOTFile {
    var found = empty
    try advance(&found)
    if isKeyword("strict") { try advance(&found) }
    guard isKeyword("graph") || isKeyword("digraph") else {
      throw fault("it does not begin with \"digraph\" or \"graph\"")
    }
    try advance(&found)
    if case .name = word { try advance(&found) }
    try block(Scope(), &found)
    settle(&found)
    return found
  }

  private func fault(_ what: String) -> EntenteError {
    let place = lexer.place
    return EntenteError(
      code: "dot.syntax", "the text is not a graph in DOT: \(what)",
      at: Diagnostic.Place(file: file, line: place.line, column: place.column),
      hint: "mend it there, or draw it first: entente render FILE.dot -o FILE.svg")
  }

  /// The next word that is no comment; comments of quotations go to the statement before.
  private mutating func advance(_ found: inout DOTFile) throws(EntenteError) {
    while true {
      guard let next = lexer.next() else { throw fault("a string or label never ends") }
      guard case .comment(let text) = next else {
        word = next
        return
      }
      if text.first == 0x40 || text.first == 0x2B { comments += [0x2F, 0x2F] + text + [0x0A] }
    }
  }

  /// Gives the comments read to the statement that they stand behind.
  private mutating func settle(_ found: inout DOTFile) {
    defer { comments = [] }
    guard !comments.isEmpty, let owner else { return }
    let quotes = DOTEvidence.read(comments)
    switch owner {
    case .node(let i): found.nodes[i].evidence += quotes
    case .lines(let range): for i in range { found.lines[i].evidence += quotes }
    }
  }

  private func isKeyword(_ keyword: String) -> Bool {
    guard case .name(let name, isQuoted: false) = word else { return false }
    return name.lowercased() == keyword
  }

  private func isSign(_ sign: Unicode.Scalar) -> Bool { word == .sign(UInt8(ascii: sign)) }

  /// `{ … }`; the names of the nodes in it.
  @discardableResult
  private mutating func block(
    _ outer: Scope, _ found: inout DOTFile
  ) throws(EntenteError) -> [String] {
    guard isSign("{") else { throw fault("a \"{\" is missing") }
    guard outer.groups.count < DOTParser.deepest else {
      throw fault("groups stand more than \(DOTParser.deepest) deep in each other")
    }
    var scope = outer
    var names: [String] = []
    try advance(&found)
    while !isSign("}") {
      if word == .end { throw fault("a \"}\" is missing at the end") }
      settle(&found)
      if isSign(";") || isSign(",") {
        try advance(&found)
        continue
      }
      names += try statement(&scope, &found)
    }
    try advance(&found)
    return names
  }

  private mutating func statement(
    _ scope: inout Scope, _ found: inout DOTFile
  ) throws(EntenteError) -> [String] {
    for keyword in ["graph", "node", "edge"] where isKeyword(keyword) {
      try advance(&found)
      let attributes = try list(&found)
      switch keyword {
      case "node": scope.node.merge(attributes) { $1 }
      case "edge": scope.edge.merge(attributes) { $1 }
      default:
        if let group = scope.groups.last { found.groups[group].attributes.merge(attributes) { $1 } }
      }
      return []
    }
    let firstNodes = found.nodes.count
    let (first, isGroup) = try end(scope, &found)
    if isSign("=") {
      try advance(&found)
      let value = try value(&found)
      if firstNodes < found.nodes.count { forget(&found) }
      if let group = scope.groups.last, let name = first.first {
        found.groups[group].attributes[name] = value
      }
      return []
    }
    guard word == .line else {
      if !isGroup, let name = first.first, let i = found.place[name] {
        let attributes = try list(&found)
        found.nodes[i].attributes.merge(attributes) { $1 }
        owner = .node(i)
      }
      return first
    }
    return try lines(from: first, scope, &found)
  }

  /// A node that turned out to be the name of an attribute.
  private func forget(_ found: inout DOTFile) { found.removeLastNode() }

  private mutating func lines(
    from first: [String], _ scope: Scope, _ found: inout DOTFile
  ) throws(EntenteError) -> [String] {
    var ends = [first]
    while word == .line {
      try advance(&found)
      ends.append(try end(scope, &found).names)
    }
    let attributes = scope.edge.merging(try list(&found)) { $1 }
    let begin = found.lines.count
    for (tails, heads) in zip(ends, ends.dropFirst()) {
      guard found.lines.count + tails.count * heads.count < 1_000_000 else {
        throw fault("it has more than a million lines")
      }
      for tail in tails {
        for head in heads {
          found.lines.append(DOTFile.Line(tail: tail, head: head, attributes: attributes))
        }
      }
    }
    owner = .lines(begin..<found.lines.count)
    return ends.flatMap(\.self)
  }

  /// A node with its port, or a group.
  private mutating func end(
    _ scope: Scope, _ found: inout DOTFile
  ) throws(EntenteError) -> (names: [String], isGroup: Bool) {
    if isKeyword("subgraph") || isSign("{") {
      var name = ""
      if isKeyword("subgraph") {
        try advance(&found)
        if case .name(let text, _) = word {
          name = text
          try advance(&found)
        }
      }
      var inner = scope
      inner.groups.append(found.groups.count)
      found.groups.append(DOTFile.Group(name: name))
      owner = nil
      return (try block(inner, &found), true)
    }
    guard case .name(let name, _) = word else { throw fault("a name is missing") }
    try advance(&found)
    while isSign(":") {
      try advance(&found)
      guard case .name = word else { throw fault("the name of a port is missing") }
      try advance(&found)
    }
    _ = found.use(name, in: scope.groups, defaults: scope.node)
    return ([name], false)
  }

  /// Any number of `[ name = value, … ]`.
  private mutating func list(
    _ found: inout DOTFile
  ) throws(EntenteError) -> [String: DOTFile.Value] {
    var attributes: [String: DOTFile.Value] = [:]
    while isSign("[") {
      try advance(&found)
      while !isSign("]") {
        guard case .name(let name, _) = word else { throw fault("a \"]\" is missing") }
        try advance(&found)
        if isSign("=") {
          try advance(&found)
          attributes[name] = try value(&found)
        } else {
          attributes[name] = .text("true")
        }
        while isSign(",") || isSign(";") { try advance(&found) }
      }
      try advance(&found)
    }
    return attributes
  }

  private mutating func value(_ found: inout DOTFile) throws(EntenteError) -> DOTFile.Value {
    switch word {
    case .name(let text, _):
      try advance(&found)
      return .text(text)
    case .html(let html):
      try advance(&found)
      return .html(html)
    default: throw fault("a value is missing")
    }
  }
}
