package import EntenteModel

/// A user's decisions as their file says them: names only, nothing looked up.
package struct DecisionsFile: Hashable, Sendable {
  /// A new name to show.
  package struct Rename: Hashable, Sendable {
    package var from: String
    package var to: String
  }

  package var same: [[String]] = []
  package var different: [[String]] = []
  package var rename: [Rename] = []
  package var drop: [String] = []
  package var edits = EditsFile()
}

/// Reads a file of decisions: YAML with the keys `same`, `different`, `rename`, `drop`.
package enum DecisionsReader {
  private static let keys = ["same", "different", "rename", "drop"] + EditsReader.keys

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
    guard let root = try YAMLReader.read(source) else { return DecisionsFile() }
    if case .scalar(let text) = root.content, text.isEmpty { return DecisionsFile() }
    var faults: [Diagnostic] = []
    var result = DecisionsFile()
    if let fields = FieldReader(root, source, what: "the file of decisions", faults: &faults) {
      fields.allowOnly(keys, faults: &faults)
      result.same = lists("same", fields, source, &faults)
      result.different = lists("different", fields, source, &faults)
      result.rename = renames(fields, source, &faults)
      result.drop = fields.texts("drop", faults: &faults)
      result.edits = EditsReader.read(fields, source, &faults)
    }
    guard faults.isEmpty else { throw EntenteError(faults) }
    return result
  }

  private static func lists(
    _ key: String, _ fields: FieldReader, _ file: SourceFile, _ faults: inout [Diagnostic]
  ) -> [[String]] {
    var lists: [[String]] = []
    for node in fields.nodes(key, faults: &faults) {
      guard case .sequence(let items) = node.content else {
        faults.append(
          fault(
            "`\(key)` must be a list of lists, found \(node.description) in it", node, file,
            hint: "write `\(key): [[A, B], [C, D]]`"))
        continue
      }
      var names: [String] = []
      for item in items {
        if let name = name(item) {
          names.append(name)
        } else {
          faults.append(fault("expected a name, found \(item.description)", item, file, hint: nil))
        }
      }
      if names.count == items.count, Set(names).count < 2 {
        faults.append(
          fault(
            "a list under `\(key)` needs two different names", node, file,
            hint: "write `- [Name, Other name]`"))
      }
      lists.append(names)
    }
    return lists
  }

  /// `{old: new}`, or a list of `{from: old, to: new}`.
  private static func renames(
    _ fields: FieldReader, _ file: SourceFile, _ faults: inout [Diagnostic]
  ) -> [DecisionsFile.Rename] {
    guard let node = fields.node("rename") else { return [] }
    var renames: [DecisionsFile.Rename] = []
    switch node.content {
    case .mapping(let pairs):
      for (key, value) in pairs {
        if let from = name(key), let to = name(value) {
          renames.append(DecisionsFile.Rename(from: from, to: to))
        } else {
          faults.append(
            fault("expected `old name: new name`", key, file, hint: "write both as text"))
        }
      }
    case .sequence(let items):
      for item in items {
        guard let pair = FieldReader(item, file, what: "an entry of `rename`", faults: &faults)
        else { continue }
        pair.allowOnly(["from", "to"], faults: &faults)
        let what = "the entry of `rename`"
        guard let from = pair.required("from", what: what, faults: &faults),
          let to = pair.required("to", what: what, faults: &faults)
        else { continue }
        renames.append(DecisionsFile.Rename(from: from, to: to))
      }
    case .scalar(let text):
      guard !text.isEmpty else { break }
      faults.append(
        fault(
          "`rename` must be a mapping, found \(node.description)", node, file,
          hint: "write `rename: {old name: new name}`"))
    }
    return renames
  }

  private static func name(_ node: PackNode) -> String? {
    guard let text = node.text else { return nil }
    let name = Folding.composed(String(text.trimmingSpaces))
    return name.isEmpty ? nil : name
  }

  private static func fault(
    _ message: String, _ node: PackNode, _ file: SourceFile, hint: String?
  ) -> Diagnostic {
    Diagnostic(
      .error, code: "decisions.shape", message, at: file.place(node.line, node.column), hint: hint)
  }
}
