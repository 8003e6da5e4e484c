import EntenteModel

/// Resolves the statements of a DOT file as Graphviz does: defaults, groups, chains.
struct DOTFileReader {
  /// What statements start from, and where they stand.
  private struct Scope {
    var groups: [Int] = []
    var node: [String: DOTFile.Value] = [:]
    var edge: [String: DOTFile.Value] = [:]
  }

  /// What the comments behind it belong to.
  private enum Owner {
    case node(Int)
    case lines(Range<Int>)
  }

  private let places: DOTLines
  private let file: String
  private var found = DOTFile()
  private var owner: Owner?
  /// `{a b c} -> {d e f}` stands for nine lines.
  private static let mostLines = 1_000_000

  init(_ places: DOTLines, file: String) {
    self.places = places
    self.file = file
  }

  /// Nodes, lines and groups.
  ///
  /// - Throws: where groups stand for too many lines, with the place.
  mutating func read(_ source: DOTSource) throws(EntenteError) -> DOTFile {
    try block(source.statements, Scope())
    quote(source.foot)
    return found
  }

  /// Gives the quotations among comments to the statement that they stand behind.
  private mutating func quote(_ comments: [DOTComment]) {
    guard let owner else { return }
    var bytes: [UInt8] = []
    for comment in comments where comment.isLine {
      guard let first = comment.text.utf8.first, [0x40, 0x2B, 0x7E].contains(first) else {
        continue
      }
      bytes += "//\(comment.text)\n".utf8
    }
    guard !bytes.isEmpty else { return }
    let quotes = DOTEvidence.read(bytes)
    switch owner {
    case .node(let i): found.nodes[i].evidence += quotes
    case .lines(let range): for i in range { found.lines[i].evidence += quotes }
    }
  }

  /// The names of the nodes in it.
  @discardableResult
  private mutating func block(
    _ statements: [DOTParsed], _ outer: Scope
  ) throws(EntenteError) -> [String] {
    var scope = outer
    var names: [String] = []
    for statement in statements {
      quote(statement.leading)
      names += try read(statement, &scope)
      quote(statement.trailing)
    }
    return names
  }

  private mutating func read(
    _ statement: DOTParsed, _ scope: inout Scope
  ) throws(EntenteError) -> [String] {
    switch statement.content {
    case .node(let reference, let list):
      let i = found.use(reference.name, in: scope.groups, defaults: scope.node)
      found.nodes[i].attributes.merge(values(list)) { $1 }
      owner = .node(i)
      return [reference.name]
    case .defaults("node", let list):
      scope.node.merge(values(list)) { $1 }
      return []
    case .defaults("edge", let list):
      scope.edge.merge(values(list)) { $1 }
      return []
    case .defaults(_, let list):
      if let group = scope.groups.last { found.groups[group].attributes.merge(values(list)) { $1 } }
      return []
    case .assignment(let attribute):
      if let group = scope.groups.last {
        found.groups[group].attributes.merge(values([attribute])) { $1 }
      }
      return []
    case .group: return try group(statement, scope)
    case .edge(let ends, let list):
      return try lines(ends, values(list), statement, scope)
    }
  }

  private mutating func group(
    _ statement: DOTParsed, _ scope: Scope
  ) throws(EntenteError) -> [String] {
    guard case .group(let name, let statements, let foot) = statement.content else { return [] }
    var inner = scope
    inner.groups.append(found.groups.count)
    found.groups.append(DOTFile.Group(name: name?.text ?? ""))
    owner = nil
    let names = try block(statements, inner)
    quote(foot)
    return names
  }

  private mutating func lines(
    _ ends: [DOTParsed.End], _ attributes: [String: DOTFile.Value], _ statement: DOTParsed,
    _ scope: Scope
  ) throws(EntenteError) -> [String] {
    var sets: [[String]] = []
    for end in ends {
      switch end {
      case .node(let reference):
        _ = found.use(reference.name, in: scope.groups, defaults: scope.node)
        sets.append([reference.name])
      case .group(let inner): sets.append(try group(inner, scope))
      }
    }
    if sets.count == 1 {
      // `a, b [color=red]` gives both the attributes.
      for name in sets[0] {
        let i = found.use(name, in: scope.groups, defaults: scope.node)
        found.nodes[i].attributes.merge(attributes) { $1 }
      }
      return sets[0]
    }
    let begin = found.lines.count
    let all = scope.edge.merging(attributes) { $1 }
    for (tails, heads) in zip(sets, sets.dropFirst()) {
      guard found.lines.count + tails.count * heads.count < DOTFileReader.mostLines else {
        throw tooMany(statement)
      }
      for tail in tails {
        for head in heads {
          found.lines.append(DOTFile.Line(tail: tail, head: head, attributes: all))
        }
      }
    }
    owner = .lines(begin..<found.lines.count)
    return sets.flatMap(\.self)
  }

  private func tooMany(_ statement: DOTParsed) -> EntenteError {
    let (line, column) = places.place(statement.range.lowerBound)
    return EntenteError(
      code: "dot.syntax", "the graph has more than a million lines",
      at: Diagnostic.Place(file: file, line: line, column: column),
      hint: "join single nodes, or smaller groups")
  }

  private func values(_ list: [DOTParsedAttribute]) -> [String: DOTFile.Value] {
    var values: [String: DOTFile.Value] = [:]
    for attribute in list {
      values[attribute.name] =
        attribute.value.isHTML ? .html(attribute.value.text) : .text(attribute.value.text)
    }
    return values
  }
}
