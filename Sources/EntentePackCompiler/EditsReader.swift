package import EntenteModel

/// Edits of a picture as a file of decisions says them: values as DOT has them, nothing looked up.
package struct EditsFile: Hashable, Sendable {
  /// What a value becomes.
  package struct Value: Hashable, Sendable {
    package var text: String
    package var isHTML = false
    package var isRemoved = false
    /// A label line by line, each of texts in a type of the picture.
    package var lines: [[Run]] = []
    package var width: Int?
  }

  /// A text and the word for its type.
  package struct Run: Hashable, Sendable {
    package var type: String
    package var text: String
  }

  /// One attribute of one statement.
  package struct Change: Hashable, Sendable {
    package var id: String
    package var attribute: String
    package var value: Value
    package var place: Diagnostic.Place?
  }

  /// A node or edge.
  package struct Addition: Hashable, Sendable {
    package var id: String
    package var from: String?
    package var to: String?
    package var group: String?
    package var attributes: [String: Value] = [:]
  }

  /// Lines beside a statement.
  package struct Comment: Hashable, Sendable {
    package var id: String
    package var lines: [String]
  }

  package var changes: [Change] = []
  package var hide: [String] = []
  package var nodes: [Addition] = []
  package var edges: [Addition] = []
  package var comments: [Comment] = []
}

/// Reads the keys `label`, `look`, `place`, `hide`, `add-node`, `add-edge` and `comment`.
struct EditsReader {
  static let keys = ["label", "look", "place", "hide", "add-node", "add-edge", "comment"]

  private let file: SourceFile
  private var result = EditsFile()

  /// Adds what stands under one of the keys.
  static func read(
    _ key: String, _ node: PackNode, _ file: SourceFile, into edits: inout EditsFile,
    _ faults: inout [Diagnostic]
  ) {
    var reader = EditsReader(file: file)
    reader.result = edits
    switch key {
    case "label": reader.readLabels(node, &faults)
    case "hide": reader.readHidden(node, &faults)
    case "add-node": reader.result.nodes += reader.additions(key, node, &faults)
    case "add-edge": reader.result.edges += reader.additions(key, node, &faults)
    case "comment": reader.readComments(node, &faults)
    default: reader.readChanges(key, node, &faults)
    }
    edits = reader.result
  }

  /// Ids as they stand: invisible characters are part of an id in DOT.
  private mutating func readHidden(_ node: PackNode, _ faults: inout [Diagnostic]) {
    var items = [node]
    switch node.content {
    case .sequence(let nodes): items = nodes
    case .scalar(let text): if text.isEmpty { return }
    case .mapping: break
    }
    for item in items {
      if let id = item.text {
        result.hide.append(id)
      } else {
        faults.append(
          fault("expected an id, found \(item.description)", item, "write `hide: [ID]`"))
      }
    }
  }

  private init(file: SourceFile) { self.file = file }

  /// The entries of a mapping under `key`, by id.
  private func entries(
    _ key: String, _ node: PackNode, _ faults: inout [Diagnostic], hint: String
  ) -> [(id: String, value: PackNode)] {
    if case .scalar(let text) = node.content, text.isEmpty { return [] }
    guard case .mapping(let pairs) = node.content else {
      faults.append(fault("`\(key)` must be a mapping, found \(node.description)", node, hint))
      return []
    }
    return pairs.compactMap { pair in
      guard let id = pair.key.text, !id.isEmpty else {
        faults.append(fault("expected an id, found \(pair.key.description)", pair.key, hint))
        return nil
      }
      return (id, pair.value)
    }
  }

  private mutating func readLabels(_ node: PackNode, _ faults: inout [Diagnostic]) {
    for (id, node) in entries("label", node, &faults, hint: "write `label: {ID: Text}`") {
      let isList = if case .sequence = node.content { true } else { false }
      guard let value = isList ? lines(node, &faults) : value(node, &faults) else { continue }
      result.changes.append(
        .init(id: id, attribute: "label", value: value, place: file.place(node.line, node.column)))
    }
  }

  private static let types = ["title", "note", "bank", "name", "detail"]

  /// `- {name: Anna Berg}`, line by line, and `- {width: 120}`.
  private func lines(_ node: PackNode, _ faults: inout [Diagnostic]) -> EditsFile.Value? {
    guard case .sequence(let items) = node.content else { return nil }
    var value = EditsFile.Value(text: "", isHTML: true)
    for item in items {
      guard case .mapping(let pairs) = item.content else {
        faults.append(
          fault("expected a line, found \(item.description)", item, "write `- {name: Text}`"))
        return nil
      }
      var line: [EditsFile.Run] = []
      for pair in pairs {
        let key = pair.key.text ?? ""
        if key == "width", let width = pair.value.text.flatMap({ Int($0) }),
          (1...2000).contains(width)
        {
          value.width = width
        } else if let text = pair.value.text, EditsReader.types.contains(key) {
          line.append(.init(type: key, text: text))
        } else {
          faults.append(
            fault(
              "`\(key)` is no type of text", pair.key,
              "types are \(EditsReader.types.joined(separator: ", ")); and width: 120"))
          return nil
        }
      }
      if !(pairs.count == 1 && pairs[0].key.text == "width") { value.lines.append(line) }
    }
    return value
  }

  private mutating func readChanges(
    _ key: String, _ node: PackNode, _ faults: inout [Diagnostic]
  ) {
    let hint = "write `\(key): {ID: {\(key == "look" ? "color: red" : "pos: \"10,20\"")}}`"
    for (id, node) in entries(key, node, &faults, hint: hint) {
      guard case .mapping(let pairs) = node.content else {
        faults.append(
          fault("expected attributes of `\(id)`, found \(node.description)", node, hint))
        continue
      }
      for pair in pairs {
        guard let name = pair.key.text, let value = value(pair.value, &faults) else { continue }
        result.changes.append(
          .init(
            id: id, attribute: name, value: value, place: file.place(pair.key.line, pair.key.column)
          ))
      }
    }
  }

  /// A text, `{html: text}` or `{remove: yes}`.
  private func value(_ node: PackNode, _ faults: inout [Diagnostic]) -> EditsFile.Value? {
    switch node.content {
    case .scalar(let text): return EditsFile.Value(text: text)
    case .mapping(let pairs) where pairs.count == 1:
      let (key, value) = (pairs[0].key.text, pairs[0].value.text)
      if key == "html", let value { return EditsFile.Value(text: value, isHTML: true) }
      if key == "remove", value == "yes" || value == "true" {
        return EditsFile.Value(text: "", isRemoved: true)
      }
    case .mapping, .sequence: break
    }
    faults.append(
      fault(
        "expected a value, found \(node.description)", node,
        "write a text, `{html: text}`, or `{remove: yes}`"))
    return nil
  }

  private func additions(
    _ key: String, _ node: PackNode, _ faults: inout [Diagnostic]
  ) -> [EditsFile.Addition] {
    let isEdge = key == "add-edge"
    let hint = "write `\(key): {ID: {\(isEdge ? "from: A, to: B" : "label: Text")}}`"
    return entries(key, node, &faults, hint: hint).compactMap { id, node in
      guard case .mapping(let pairs) = node.content else {
        faults.append(fault("expected a mapping, found \(node.description)", node, hint))
        return nil
      }
      var addition = EditsFile.Addition(id: id)
      for pair in pairs {
        guard let name = pair.key.text, let value = value(pair.value, &faults) else { continue }
        switch name {
        case "in": addition.group = value.text
        case "from" where isEdge: addition.from = value.text
        case "to" where isEdge: addition.to = value.text
        default: addition.attributes[name] = value
        }
      }
      if isEdge, addition.from == nil || addition.to == nil {
        faults.append(fault("`\(id)` needs `from` and `to`", node, hint))
        return nil
      }
      return addition
    }
  }

  private mutating func readComments(_ node: PackNode, _ faults: inout [Diagnostic]) {
    let hint = "write `comment: {ID: [Text]}`"
    for (id, node) in entries("comment", node, &faults, hint: hint) {
      switch node.content {
      case .scalar(let text): result.comments.append(.init(id: id, lines: [text]))
      case .sequence(let items) where items.allSatisfy { $0.text != nil }:
        result.comments.append(.init(id: id, lines: items.compactMap(\.text)))
      case .sequence, .mapping:
        faults.append(fault("expected a text, found \(node.description)", node, hint))
      }
    }
  }

  private func fault(_ message: String, _ node: PackNode, _ hint: String) -> Diagnostic {
    Diagnostic(
      .error, code: "decisions.shape", message, at: file.place(node.line, node.column), hint: hint)
  }
}
