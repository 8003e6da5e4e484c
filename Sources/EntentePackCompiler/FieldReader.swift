import EntenteModel

/// Reads the keys of one mapping and notes what is wrong; what is absent or wrong comes back as nil or empty.
struct FieldReader {
  let file: SourceFile
  let node: PackNode
  private let fields: [String: PackNode]
  private let order: [(key: PackNode, value: PackNode)]

  /// Nil, with a fault, where `node` is no mapping. `what` is what errors call the entry.
  init?(_ node: PackNode, _ file: SourceFile, what: String, faults: inout [Diagnostic]) {
    guard case .mapping(let pairs) = node.content else {
      faults.append(
        Diagnostic(
          .error, code: "pack.shape", "\(what) must be a mapping, found \(node.description)",
          at: file.place(node.line, node.column), hint: "write it as `{id: …, name: …}`"))
      return nil
    }
    self.file = file
    self.node = node
    order = pairs
    var fields: [String: PackNode] = [:]
    for pair in pairs {
      if let key = pair.key.text { fields[key] = pair.value }
    }
    self.fields = fields
  }

  var place: SourcePlace { SourcePlace(file: file.name, line: node.line, column: node.column) }

  /// Every key with its value, in file order.
  var pairs: [(key: PackNode, value: PackNode)] { order }

  /// Notes keys that are not among `known`.
  func allowOnly(_ known: [String], faults: inout [Diagnostic]) {
    for (key, _) in order where !known.contains(key.text ?? "") {
      faults.append(
        FieldReader.unknown(
          "key", key.text ?? "", known, code: "pack.unknown-key",
          at: file.place(key.line, key.column)))
    }
  }

  func has(_ key: String) -> Bool { fields[key] != nil }

  func node(_ key: String) -> PackNode? { fields[key] }

  /// The text under `key`, composed to NFC; a fault where it is a list or a mapping.
  func text(_ key: String, faults: inout [Diagnostic]) -> String? {
    guard let value = fields[key] else { return nil }
    guard let text = value.text else {
      faults.append(wrongShape(key, "text", value))
      return nil
    }
    let trimmed = Folding.composed(String(text.trimmingSpaces))
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The text under `key`; a fault where there is none.
  func required(_ key: String, what: String, faults: inout [Diagnostic]) -> String? {
    if let text = text(key, faults: &faults) { return text }
    if let value = fields[key], value.text == nil { return nil }
    faults.append(
      Diagnostic(
        .error, code: "pack.missing-key", "\(what) has no `\(key)`",
        at: file.place(node.line, node.column), hint: "add `\(key): …`"))
    return nil
  }

  /// A list of texts; one text stands for a list of one.
  func texts(_ key: String, faults: inout [Diagnostic]) -> [String] {
    nodes(key, faults: &faults).compactMap { item in
      guard let text = item.text else {
        faults.append(wrongShape(key, "a list of texts", item))
        return nil
      }
      let trimmed = Folding.composed(String(text.trimmingSpaces))
      return trimmed.isEmpty ? nil : trimmed
    }
  }

  /// The items of a list; a single scalar stands for a list of one, nothing for none.
  func nodes(_ key: String, faults: inout [Diagnostic]) -> [PackNode] {
    guard let value = fields[key] else { return [] }
    switch value.content {
    case .scalar(let text): return text.trimmingSpaces.isEmpty ? [] : [value]
    case .sequence(let items): return items
    case .mapping:
      faults.append(wrongShape(key, "a list", value))
      return []
    }
  }

  func date(_ key: String, faults: inout [Diagnostic]) -> PartialDate? {
    guard let value = fields[key], let text = text(key, faults: &faults) else { return nil }
    return FieldReader.date(text, at: file.place(value.line, value.column), faults: &faults)
  }

  func flag(_ key: String, faults: inout [Diagnostic]) -> Bool? {
    guard let value = fields[key], let text = text(key, faults: &faults) else { return nil }
    switch text.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      faults.append(
        Diagnostic(
          .error, code: "pack.flag", "`\(key)` is `\(text)`",
          at: file.place(value.line, value.column), hint: "write `yes` or `no`"))
      return nil
    }
  }

  static func date(
    _ text: String, at place: Diagnostic.Place, faults: inout [Diagnostic]
  ) -> PartialDate? {
    if let date = PartialDate(text) { return date }
    faults.append(
      Diagnostic(
        .error, code: "pack.date", "`\(text)` is no date", at: place,
        hint: "write 2026-02-06, 2026-02 or 2026"))
    return nil
  }

  static func unknown(
    _ what: String, _ word: String, _ known: [String], code: String, at place: Diagnostic.Place
  ) -> Diagnostic {
    Diagnostic(
      .error, code: code, "unknown \(what) `\(word)`", at: place,
      hint: Spelling.hint(for: word, known: known))
  }

  private func wrongShape(_ key: String, _ wanted: String, _ value: PackNode) -> Diagnostic {
    Diagnostic(
      .error, code: "pack.shape", "`\(key)` must be \(wanted), found \(value.description)",
      at: file.place(value.line, value.column))
  }
}
