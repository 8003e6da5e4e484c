/// Decisions as the YAML file that `--decisions` reads: sorted, one thing a line or a block, the same
/// for the same decisions, so that two versions differ only in what was decided.
package enum DecisionsText {
  /// The file's bytes; empty lists are left out.
  package static func write(_ decisions: Decisions) -> [UInt8] {
    var text =
      "# Decisions. Give this file with --decisions; docs/decisions.md tells what may stand here.\n"
    text += lists("same", decisions.same)
    text += lists("different", decisions.different)
    text += block(
      "rename", decisions.rename.map { "  \(keyed($0.from)) \(scalar($0.to))\n" }.sorted())
    text += block("drop", Set(decisions.drop).map { "  - \(scalar($0))\n" }.sorted())
    let edits = decisions.edits
    text += labels(edits)
    text += changes("look", .look, edits)
    text += changes("place", .place, edits)
    text += block("hide", edits.hidden.sorted().map { "  - \(scalar($0))\n" })
    text += block("add-node", edits.nodes.sorted { $0.key < $1.key }.map(addition))
    text += block("add-edge", edits.edges.sorted { $0.key < $1.key }.map(addition))
    text += block(
      "comment",
      edits.comments.sorted { $0.key < $1.key }.map { id, lines in
        "  \(keyed(id))\n" + lines.map { "    - \(scalar($0))\n" }.joined()
      })
    return Array(text.utf8)
  }

  private static func block(_ key: String, _ entries: [String]) -> String {
    entries.isEmpty ? "" : "\n\(key):\n" + entries.joined()
  }

  private static func lists(_ key: String, _ lists: [[String]]) -> String {
    block(
      key,
      Set(lists.map { "  - [" + $0.map(scalar).joined(separator: ", ") + "]\n" }).sorted())
  }

  private static func labels(_ edits: Edits) -> String {
    let entries = edits.changes.sorted { $0.key < $1.key }.compactMap { id, changes in
      changes["label"].map { change -> String in
        guard let text = change.value.flatMap(LabelText.init) else {
          return "  \(keyed(id)) \(value(change))\n"
        }
        let lines = text.lines.map { line in
          "    - {" + line.map { "\($0.type): \(quoted($0.text))" }.joined(separator: ", ") + "}\n"
        }
        return "  \(keyed(id))\n" + lines.joined() + "    - {width: \(text.width)}\n"
      }
    }
    return block("label", entries)
  }

  private static func changes(_ key: String, _ sort: Edits.Sort, _ edits: Edits) -> String {
    let entries = edits.changes.sorted { $0.key < $1.key }.compactMap { id, changes -> String? in
      let own = changes.filter { Edits.Sort($0.key) == sort }.sorted { $0.key < $1.key }
      guard !own.isEmpty else { return nil }
      return "  \(keyed(id))\n"
        + own.map { "    \(keyed($0.key, 4)) \(value($0.value))\n" }.joined()
    }
    return block(key, entries)
  }

  private static func addition(_ id: String, _ addition: Edits.Addition) -> String {
    var lines: [String] = []
    if let from = addition.from { lines.append("from: \(scalar(from))") }
    if let to = addition.to { lines.append("to: \(scalar(to))") }
    if let group = addition.group { lines.append("in: \(scalar(group))") }
    for (name, given) in addition.attributes.sorted(by: { $0.key < $1.key }) {
      lines.append("\(keyed(name, 4)) \(value(.set(given)))")
    }
    if lines.isEmpty { return "  \(keyed(id)) {}\n" }
    return "  \(keyed(id))\n" + lines.map { "    \($0)\n" }.joined()
  }

  private static func value(_ change: Edits.Change) -> String {
    switch change {
    case .remove: "{remove: yes}"
    case .set(let value): value.isHTML ? "{html: \(quoted(value.text))}" : quoted(value.text)
    }
  }

  /// A key with its colon; the longest has a mark before it, since YAML looks no further than 1,024 characters for a
  /// colon.
  private static func keyed(_ text: String, _ indent: Int = 2) -> String {
    let key = scalar(text)
    guard key.unicodeScalars.count > 1_000 else { return key + ":" }
    return "? \(key)\n\(String(repeating: " ", count: indent)):"
  }

  /// A word as it stands where YAML can't take it for anything else, in quotation marks otherwise.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
      && text.utf8.contains { $0 >= 0x61 } && text.utf8.contains(0x2E)
      && text.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? false
    let isWord =
      text.utf8.count > 3 && text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      && !["true", "false", "null"].contains(text)
    return isPlain || isWord ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x09: result += "\\t"
      // An asterisk could be taken for an alias by who counts them.
      case 0x2A: result += "\\x2A"
      case 0..<0x20, 0x7F...0x9F: result += "\\x" + hexadecimal(scalar.value, 2)
      case 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFFF0...0xFFFF:
        result += "\\u" + hexadecimal(scalar.value, 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
