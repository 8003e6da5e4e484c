package import EntenteModel

/// A user's theme as its file says it: keys and colours with their places.
package struct ThemeFile: Sendable {
  /// A key with its value.
  package struct Entry: Sendable {
    package var key: String
    package var value: String
    /// Of the value.
    package var place: Diagnostic.Place
  }

  /// The theme that gives all other colours.
  package var base: Entry?
  package var colours: [Entry] = []
}

/// Reads a theme: YAML with `based-on` and a colour for each role that is to differ.
package enum ThemeReader {
  private static let base = "based-on"

  /// What the file says; an empty file changes nothing.
  ///
  /// - Parameters:
  ///   - roles: the keys that may stand in it beside `based-on`.
  ///   - themes: what may stand behind `based-on`.
  ///   - isColour: true for a value that is a colour.
  /// - Throws: every fault at once, as `file:line:column`.
  package static func read(
    _ path: String, roles: [String], themes: [String], isColour: (String) -> Bool
  ) throws(EntenteError) -> ThemeFile {
    let bytes: [UInt8]
    switch FileSystem.read(path, limit: YAMLReader.Limit.bytes) {
    case .success(let read): bytes = read
    case .failure(let problem):
      throw EntenteError(
        code: "theme.unreadable", "the theme cannot be read: \(problem.reason)",
        at: Diagnostic.Place(file: path))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw EntenteError(
        code: "theme.not-utf8", "the file is not UTF-8", at: Diagnostic.Place(file: path),
        hint: "save it in UTF-8")
    }
    let source = SourceFile(path: path, name: path, text: text)
    guard let root = try YAMLReader.read(source) else { return ThemeFile() }
    if case .scalar(let text) = root.content, text.isEmpty { return ThemeFile() }
    var faults: [Diagnostic] = []
    var result = ThemeFile()
    guard case .mapping(let pairs) = root.content else {
      throw EntenteError(
        code: "theme.shape", "a theme must be a mapping, found \(root.description)",
        at: source.place(root.line, root.column), hint: "write lines such as `paper: \"#ffffff\"`")
    }
    for (key, value) in pairs {
      let name = key.text ?? ""
      let at = source.place(value.line, value.column)
      guard name == base || roles.contains(name) else {
        faults.append(
          FieldReader.unknown(
            "key", name, [base] + roles, code: "theme.unknown-key",
            at: source.place(key.line, key.column)))
        continue
      }
      guard let text = value.text.map({ String($0.trimmingSpaces) }), !text.isEmpty else {
        faults.append(
          Diagnostic(
            .error, code: "theme.no-value", "`\(name)` has no value; found \(value.description)",
            at: source.place(key.line, key.column),
            hint: name == base
              ? "write one of \(themes.joined(separator: ", "))"
              : "write it in quotation marks, since # begins a comment: `\(name): \"#95392b\"`"))
        continue
      }
      let entry = ThemeFile.Entry(key: name, value: text, place: at)
      if name == base {
        result.base = entry
        guard !themes.contains(text) else { continue }
        faults.append(FieldReader.unknown("theme", text, themes, code: "theme.base", at: at))
      } else {
        result.colours.append(entry)
        guard !isColour(text) else { continue }
        faults.append(
          Diagnostic(
            .error, code: "theme.colour", "`\(text.prefix(40))` is no colour", at: at,
            hint: "write red, green and blue in hexadecimal: \"#95392b\""))
      }
    }
    guard faults.isEmpty else { throw EntenteError(faults) }
    return result
  }
}
