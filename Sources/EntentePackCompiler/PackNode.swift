import EntenteModel
import Yams

/// A YAML value with its place; scalars are text, whatever YAML thinks `NO` or `012` is.
struct PackNode: Sendable {
  indirect enum Content: Sendable {
    case scalar(String)
    case sequence([PackNode])
    case mapping([(key: PackNode, value: PackNode)])
  }

  let content: Content
  /// From 1; the column in bytes.
  let line: Int
  let column: Int

  /// The text of a scalar.
  var text: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }

  /// `a list`, for messages.
  var description: String {
    switch content {
    case .scalar(let text): text.isEmpty ? "nothing" : "`\(text.prefix(40))`"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// The one door to Yams. Text goes through `compose`, which makes nodes and never values, and the nodes are walked
/// with a budget: an alias shares its node, so that a small file can stand for more nodes than there are atoms.
enum YAMLReader {
  /// What a file may be: far more than any pack needs, far less than hurts.
  enum Limit {
    static let bytes = 2_000_000
    static let nodes = 400_000
    static let depth = 32
    /// Yams hashes the keys of a mapping, and the hash of a key follows its aliases without a budget. With so few
    /// of them the worst key has about 3^(16/3) nodes.
    static let aliases = 16
  }

  /// What came of reading a text.
  enum Attempt {
    case tree(PackNode?)
    /// A mapping has a key twice; the place is the first one's, from 1, the column in Unicode scalars.
    case repeated(key: String, line: Int, column: Int, fault: EntenteError)
    case fault(EntenteError)
  }

  /// The tree of a file, nil for an empty one. Throws one fault.
  static func read(_ file: SourceFile) throws(EntenteError) -> PackNode? {
    switch attempt(file.text, file) {
    case .tree(let node): return node
    case .repeated(_, _, _, let fault), .fault(let fault): throw fault
    }
  }

  /// Reads a text that stands for the file's; places are told in the file.
  static func attempt(_ text: String, _ file: SourceFile) -> Attempt {
    if let line = lineOfTooManyAliases(file) {
      let error = fault(
        file, line, 1, "more than \(Limit.aliases) aliases (`*name`)",
        hint: "write the values out; packs need no anchors")
      return .fault(error)
    }
    do {
      let node = try Yams.compose(yaml: text, .basic, Constructor([:], [:], [:]))
      var budget = Limit.nodes
      return .tree(try node.map { try copy($0, file, depth: 0, &budget) })
    } catch let error as EntenteError {
      return .fault(error)
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      return .repeated(
        key: keys.first ?? "", line: context.mark.line, column: context.mark.column,
        fault: explained(
          YamlError.duplicatedKeysInMapping(duplicates: keys, context: context), in: file))
    } catch {
      return .fault(explained(error, in: file))
    }
  }

  private static func copy(
    _ node: Yams.Node, _ file: SourceFile, depth: Int, _ budget: inout Int
  ) throws(EntenteError) -> PackNode {
    let line = node.mark?.line ?? 1
    let column = file.byteColumn(line: line, scalarColumn: node.mark?.column ?? 1)
    budget -= 1
    guard budget >= 0 else {
      throw fault(
        file, line, column, "more than \(Limit.nodes) values", hint: "split the file")
    }
    guard depth <= Limit.depth else {
      throw fault(
        file, line, column, "values nested deeper than \(Limit.depth)", hint: "flatten the file")
    }
    switch node {
    case .scalar(let scalar):
      return PackNode(content: .scalar(scalar.string), line: line, column: column)
    case .sequence(let sequence):
      var items: [PackNode] = []
      for item in sequence { items.append(try copy(item, file, depth: depth + 1, &budget)) }
      return PackNode(content: .sequence(items), line: line, column: column)
    case .mapping(let mapping):
      var pairs: [(key: PackNode, value: PackNode)] = []
      for (key, value) in mapping {
        let key = try copy(key, file, depth: depth + 1, &budget)
        pairs.append((key, try copy(value, file, depth: depth + 1, &budget)))
      }
      return PackNode(content: .mapping(pairs), line: line, column: column)
    case .alias:
      throw fault(file, line, column, "an alias stands for nothing", hint: nil)
    }
  }

  /// The line of the first alias too many: `*` before a letter, where a value can begin.
  private static func lineOfTooManyAliases(_ file: SourceFile) -> Int? {
    var previous: UInt8 = 0x0A
    var wasStar = false
    var count = 0
    var line = 1
    for byte in file.text.utf8 {
      if wasStar, byte > 0x20, byte != 0x2A { count += 1 }
      if count > Limit.aliases { return line }
      wasStar = byte == 0x2A && (previous <= 0x20 || [0x2C, 0x3A, 0x5B, 0x7B].contains(previous))
      if byte == 0x0A { line += 1 }
      previous = byte
    }
    return nil
  }

  private static func explained(_ error: any Error, in file: SourceFile) -> EntenteError {
    guard let error = error as? YamlError else {
      return fault(file, 1, 1, "cannot be read as YAML: \(error)", hint: nil)
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return fault(
        file, mark.line, file.byteColumn(line: mark.line, scalarColumn: mark.column),
        "not YAML: \(problem)", hint: "quote values that hold `: `, `#` or start with a sign")
    case .duplicatedKeysInMapping(let keys, let context):
      let mark = context.mark
      return fault(
        file, mark.line, file.byteColumn(line: mark.line, scalarColumn: mark.column),
        "the key `\(keys.first ?? "")` stands twice in one mapping", hint: "keep one of them",
        code: "pack.duplicate-key")
    case .reader(let problem, let offset, _, _):
      return fault(file, 1, 1, "not YAML: \(problem) at byte \(offset ?? 0)", hint: nil)
    default:
      return fault(file, 1, 1, "cannot be read as YAML", hint: nil)
    }
  }

  private static func fault(
    _ file: SourceFile, _ line: Int, _ column: Int, _ message: String, hint: String?,
    code: String = "pack.not-yaml"
  ) -> EntenteError {
    EntenteError(code: code, message, at: file.place(line, column), hint: hint)
  }
}
