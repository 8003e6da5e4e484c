import EntenteModel

/// The `key: value` lines between `---` and `---` at the head of a Markdown file.
///
/// Flat: no nesting, no lists. Values may be quoted as in YAML and run over indented lines.
struct FrontMatter {
  /// Keys in lower case, and their values as written by the author, unquoted.
  private(set) var values: [String: String] = [:]
  /// Where the text behind it starts; 0 where there is none.
  private(set) var end = 0
  /// True where it is opened and never closed: then it is text.
  private(set) var isUnclosed = false

  /// No front matter is longer than this.
  private static let limit = 1 << 16

  init(_ text: [UInt8]) {
    let lines = LineScan(text, from: 0, to: min(text.count, FrontMatter.limit))
    guard let first = lines.first, FrontMatter.isFence(text, first) else { return }
    guard
      let close = lines.dropFirst().firstIndex(where: { FrontMatter.isFence(text, $0) })
    else {
      isUnclosed = true
      return
    }
    end = lines[close].next
    var key = ""
    var raw = ""
    func isIndented(_ line: LineScan.Line) -> Bool { line.start > line.begin }
    for line in lines[1..<close] where line.start < line.end {
      let content = String(decoding: text[line.start..<line.end], as: UTF8.self)
      if isIndented(line), !key.isEmpty {
        // A backslash at the line's end joins without a space, as in double-quoted YAML.
        if raw.hasSuffix("\\") && !raw.hasSuffix("\\\\") {
          raw.removeLast()
          raw += content
        } else {
          raw += raw.isEmpty ? content : " " + content
        }
        continue
      }
      store(key, raw)
      key = ""
      raw = ""
      guard let colon = content.utf8.firstIndex(of: 0x3A), colon != content.startIndex,
        !content.hasPrefix("#"), !content.hasPrefix("- ")
      else { continue }
      key = content[..<colon].lowercased()
      raw = FrontMatter.trimmed(content[content.utf8.index(after: colon)...])
      if [">", "|", ">-", "|-"].contains(raw) { raw = "" }
    }
    store(key, raw)
  }

  private static func isFence(_ text: [UInt8], _ line: LineScan.Line) -> Bool {
    line.begin == line.start && line.end - line.start == 3
      && text[line.start..<line.end].elementsEqual([0x2D, 0x2D, 0x2D])
  }

  private mutating func store(_ key: String, _ raw: String) {
    guard !key.isEmpty, values[key] == nil else { return }
    let value = FrontMatter.clean(FrontMatter.unquoted(raw))
    if !value.isEmpty { values[key] = value }
  }

  /// The value of the first of these keys that has one.
  func value(_ keys: String...) -> String? {
    for key in keys { if let value = values[key] { return value } }
    return nil
  }

  /// Without its quotes, and their escapes undone.
  static func unquoted(_ raw: String) -> String {
    guard raw.utf8.count >= 2, let first = raw.first, first == raw.last else { return raw }
    let inner = String(raw.dropFirst().dropLast())
    if first == "'" {
      return inner.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
    }
    guard first == "\"" else { return raw }
    var result = String.UnicodeScalarView()
    var scalars = inner.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\", let escaped = scalars.next() else {
        result.append(scalar)
        continue
      }
      let digits: Int
      switch escaped {
      case "x": digits = 2
      case "u": digits = 4
      case "U": digits = 8
      case "n", "t", "r", "_", "0":
        result.append(" ")
        continue
      default:
        result.append(escaped)
        continue
      }
      var number: UInt32 = 0
      for _ in 0..<digits {
        guard let digit = scalars.next(), let value = Int(String(digit), radix: 16) else { break }
        number = number << 4 | UInt32(value)
      }
      result.append(Unicode.Scalar(number) ?? "\u{FFFD}")
    }
    return String(result)
  }

  /// Composed, on one line, single-spaced, without control characters.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var space = false
    for scalar in Folding.composed(text).unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F...0xA0, 0x2028, 0x2029, 0x202F: space = !result.isEmpty
      default:
        if space { result.append(" ") }
        space = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The address where it is one of the web, else nil.
  static func webAddress(_ text: String) -> String? {
    let lower = text.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), !text.contains(" "),
      text.utf8.count > 10
    else { return nil }
    return text
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
