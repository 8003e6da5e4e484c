import EntenteModel

extension DecisionsReader {
  /// The items of a list; one text stands for a list of one, nothing for none.
  private mutating func items(_ key: String, _ node: PackNode, of what: String) -> [PackNode] {
    switch node.content {
    case .sequence(let items): return items
    case .scalar(let text): return text.trimmingSpaces.isEmpty ? [] : [node]
    case .mapping:
      fault("`\(key)` must be \(what), found a mapping", node, hint: nil)
      return []
    }
  }

  /// A list of names.
  mutating func names(_ key: String, _ node: PackNode) -> [String] {
    var names: [String] = []
    for item in items(key, node, of: "a list of names") {
      if let name = name(item, key) {
        names.append(name)
      } else if item.text == nil {
        fault("expected a name, found \(item.description)", item, hint: nil)
      }
    }
    return names
  }

  /// A list of lists of two or more names.
  mutating func lists(_ key: String, _ node: PackNode) -> [[String]] {
    var lists: [[String]] = []
    for node in items(key, node, of: "a list of lists") {
      guard case .sequence(let items) = node.content else {
        fault(
          "`\(key)` must be a list of lists, found \(node.description) in it", node,
          hint: "write `\(key): [[A, B], [C, D]]`")
        continue
      }
      var names: [String] = []
      for item in items {
        if let name = name(item, key) {
          names.append(name)
        } else {
          fault("expected a name, found \(item.description)", item, hint: nil)
        }
      }
      if names.count == items.count, Set(names).count < 2 {
        fault(
          "a list under `\(key)` needs two different names", node,
          hint: "write `- [Name, Other name]`")
      }
      lists.append(names)
    }
    return lists
  }

  /// One `{from: A, type: T, to: B}` or a list of them; the type may be left out.
  mutating func edges(_ key: String, _ node: PackNode) -> [DecisionsFile.EdgeName] {
    var nodes = [node]
    switch node.content {
    case .sequence(let items): nodes = items
    case .scalar(let text): if text.trimmingSpaces.isEmpty { return [] }
    case .mapping: break
    }
    var edges: [DecisionsFile.EdgeName] = []
    for node in nodes {
      guard case .mapping(let pairs) = node.content else {
        fault(
          "an entry of `\(key)` must be a mapping, found \(node.description)", node,
          hint: "write `- {from: A, type: participant, to: B}`")
        continue
      }
      var fields: [String: String] = [:]
      for (field, value) in pairs {
        let word = field.text ?? ""
        guard ["from", "type", "to"].contains(word) else {
          faults.append(
            FieldReader.unknown(
              "key", word, ["from", "type", "to"], code: "pack.unknown-key",
              at: source.place(field.line, field.column)))
          continue
        }
        if fields[word] != nil { fault("`\(word)` stands twice in one entry", field, hint: nil) }
        fields[word] = name(value, word == "type" ? "\(key) type" : key)
        if value.text == nil {
          fault("expected a name, found \(value.description)", value, hint: nil)
        }
      }
      if let from = fields["from"], let to = fields["to"] {
        edges.append(DecisionsFile.EdgeName(from: from, type: fields["type"], to: to))
      } else if pairs.allSatisfy({ $0.value.text != nil }) {
        fault(
          "an entry of `\(key)` needs `from` and `to`", node,
          hint: "write `- {from: A, type: participant, to: B}`")
      }
    }
    return edges
  }

  /// `{name: value}`, or for one key a list of such mappings.
  private mutating func changes(
    _ key: String, _ node: PackNode, like example: String
  ) -> [(name: String, key: PackNode, value: PackNode)] {
    var result: [(name: String, key: PackNode, value: PackNode)] = []
    guard case .mapping(let pairs) = node.content else {
      if case .scalar(let text) = node.content, text.trimmingSpaces.isEmpty { return [] }
      fault(
        "`\(key)` must be a mapping, found \(node.description)", node,
        hint: "write `\(key): {\(example)}`")
      return []
    }
    for (name, value) in pairs {
      guard let text = self.name(name, key), value.text?.trimmingSpaces.isEmpty == false else {
        fault("expected `\(example)`", name, hint: "write both as text")
        continue
      }
      result.append((text, name, value))
    }
    return result
  }

  /// `{old: new}`, or a list of `{from: old, to: new}`.
  mutating func readRenames(_ node: PackNode) {
    if case .sequence(let items) = node.content {
      for item in items {
        guard let pair = FieldReader(item, source, what: "an entry of `rename`", faults: &faults)
        else { continue }
        pair.allowOnly(["from", "to"], faults: &faults)
        let what = "the entry of `rename`"
        guard pair.required("from", what: what, faults: &faults) != nil,
          let to = pair.required("to", what: what, faults: &faults),
          let from = pair.node("from").flatMap({ name($0, "rename") })
        else { continue }
        file.rename.append(.init(name: from, value: to))
      }
      return
    }
    for (name, key, value) in changes("rename", node, like: "old name: new name") {
      let new = Folding.composed(String((value.text ?? "").trimmingSpaces))
      note("rename", name, key, new, among: file.rename) { $0 }
      file.rename.append(.init(name: name, value: new))
    }
  }

  /// `{event: held}`
  mutating func readStatuses(_ node: PackNode) {
    for (name, key, value) in changes("status", node, like: "event: held") {
      let word = (value.text ?? "").trimmingSpaces.lowercased()
      guard let status = Status(rawValue: word) else {
        let known = Status.allCases.map(\.rawValue)
        fault(
          "`\(word.prefix(40))` is no status", value,
          hint: "write one of \(known.joined(separator: ", "))")
        continue
      }
      note("status", name, key, status, among: file.status) { $0.rawValue }
      file.status.append(.init(name: name, value: status))
    }
  }

  /// `{event: 2026-02-06}`, `{event: 2026-02-06..2026-02-08}` or `{event: unknown}`
  mutating func readDates(_ node: PackNode) {
    for (name, key, value) in changes("date", node, like: "event: 2026-02-06") {
      let text = String((value.text ?? "").trimmingSpaces)
      guard let days = DecisionsFile.Days(text) else {
        fault(
          "`\(text.prefix(40))` is no date", value,
          hint: "write 2026-02-06, 2026-02, 2026, 2026-02-06..2026-02-08 or unknown")
        continue
      }
      note("date", name, key, days, among: file.date) { $0.text }
      file.date.append(.init(name: name, value: days))
    }
  }

  /// `{name: organization}`
  mutating func readKinds(_ node: PackNode) {
    for (name, key, value) in changes("kind", node, like: "name: organization") {
      let word = (value.text ?? "").trimmingSpaces.lowercased()
      guard let first = word.utf8.first, (0x61...0x7A).contains(first),
        word.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D })
      else {
        fault("`\(word.prefix(40))` is no kind", value, hint: "write `person`, `organization`, …")
        continue
      }
      if file.places["kind value"]?[word] == nil {
        file.places["kind value", default: [:]][word] = source.place(value.line, value.column)
      }
      note("kind", name, key, word, among: file.kind) { $0 }
      file.kind.append(.init(name: name, value: word))
    }
  }
}

extension DecisionsFile.Days {
  /// Reads a date, two with two points between them, or `unknown`; nil for anything else, and for a span that ends
  /// before it begins.
  init?(_ text: String) {
    if text.lowercased() == "unknown" {
      self.init(first: nil, last: nil)
      return
    }
    guard let points = text.firstRange(of: "..") else {
      guard let date = PartialDate(text) else { return nil }
      self.init(first: date, last: nil)
      return
    }
    guard let first = PartialDate(String(text[..<points.lowerBound].trimmingSpaces)),
      let last = PartialDate(String(text[points.upperBound...].trimmingSpaces)),
      first.precision == last.precision, first <= last
    else { return nil }
    self.init(first: first, last: first == last ? nil : last)
  }

  /// As it stands in a file.
  var text: String {
    guard let first else { return "unknown" }
    return last.map { "\(first)..\($0)" } ?? first.description
  }
}
