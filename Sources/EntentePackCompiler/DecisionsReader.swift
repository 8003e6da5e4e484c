package import EntenteModel

/// Reads a file of decisions: YAML with the keys of ``sections``, each as often as one likes.
package struct DecisionsReader {
  let source: SourceFile
  var file = DecisionsFile()
  var faults: [Diagnostic] = []

  /// What reads the value of each key on the graph. A new key is a line here and a function beside it.
  private static let judgements: [Section] = [
    ("same", { $0.file.same += $0.lists("same", $1) }),
    ("same-event", { $0.file.sameEvent += $0.lists("same-event", $1) }),
    ("different", { $0.file.different += $0.lists("different", $1) }),
    ("rename", { $0.readRenames($1) }),
    ("drop", { $0.file.drop += $0.names("drop", $1) }),
    ("drop-edge", { $0.file.dropEdge += $0.edges("drop-edge", $1) }),
    ("keep-edge", { $0.file.keepEdge += $0.edges("keep-edge", $1) }),
    ("status", { $0.readStatuses($1) }),
    ("date", { $0.readDates($1) }),
    ("kind", { $0.readKinds($1) }),
  ]
  private static let sections = judgements + EditsReader.keys.map(edits)

  private typealias Section = (
    key: String, read: @Sendable (inout DecisionsReader, PackNode) -> Void
  )

  private static func edits(_ key: String) -> Section {
    (
      key,
      { reader, node in
        EditsReader.read(key, node, reader.source, into: &reader.file.edits, &reader.faults)
      }
    )
  }

  /// What the file says; an empty file decides nothing.
  ///
  /// - Throws: every fault at once, as `file:line:column`.
  package static func read(_ path: String) throws(EntenteError) -> DecisionsFile {
    switch FileSystem.read(path, limit: YAMLReader.Limit.bytes) {
    case .success(let bytes): return try parse(bytes, file: path)
    case .failure(let problem):
      throw EntenteError(
        code: "decisions.unreadable", "the decisions cannot be read: \(problem.reason)",
        at: Diagnostic.Place(file: path))
    }
  }

  /// What the bytes say; `file` is their name in messages.
  package static func parse(_ bytes: [UInt8], file: String) throws(EntenteError) -> DecisionsFile {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw EntenteError(
        code: "decisions.not-utf8", "the file is not UTF-8", at: Diagnostic.Place(file: file),
        hint: "save it in UTF-8")
    }
    let source = SourceFile(path: file, name: file, text: text)
    guard let root = try YAMLReader.readKeepingRepeats(source) else { return DecisionsFile() }
    var reader = DecisionsReader(source: source)
    reader.read(root)
    reader.findContradictions()
    guard reader.faults.isEmpty else {
      throw EntenteError(
        reader.faults.sorted {
          ($0.place?.line ?? 0, $0.place?.column ?? 0) < (
            $1.place?.line ?? 0, $1.place?.column ?? 0
          )
        })
    }
    return reader.file
  }

  private mutating func read(_ root: PackNode) {
    switch root.content {
    case .scalar(let text) where text.isEmpty: break
    case .mapping(let pairs):
      for (key, value) in pairs {
        let word = key.text ?? ""
        if let section = DecisionsReader.sections.first(where: { $0.key == word }) {
          section.read(&self, value)
        } else {
          faults.append(
            FieldReader.unknown(
              "key", word, DecisionsReader.sections.map(\.key), code: "pack.unknown-key",
              at: source.place(key.line, key.column)))
        }
      }
    default:
      fault(
        "the file of decisions must be a mapping, found \(root.description)", root,
        hint: "write `same: [[A, B]]`, `drop: [C]` and so on, each in a line of its own")
    }
  }

  /// A name, composed and without blanks around it; nil where there is none. Its place is kept.
  mutating func name(_ node: PackNode, _ key: String) -> String? {
    guard let text = node.text else { return nil }
    let name = Folding.composed(String(text.trimmingSpaces))
    guard !name.isEmpty else { return nil }
    if file.places[key]?[name] == nil {
      file.places[key, default: [:]][name] = source.place(node.line, node.column)
    }
    return name
  }

  mutating func fault(
    _ message: String, _ node: PackNode, code: String = "decisions.shape", hint: String?
  ) {
    faults.append(
      Diagnostic(.error, code: code, message, at: source.place(node.line, node.column), hint: hint))
  }
}
