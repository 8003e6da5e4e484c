public import EntenteGraph
public import EntenteModel
import EntentePackCompiler

extension Theme {
  /// The theme of that name, of those that come along; nil for any other.
  public init?(named name: String) {
    guard let found = Theme.builtIn.first(where: { $0.name == name }) else { return nil }
    self = found.theme
  }

  /// Reads a theme from YAML: a colour for each role that is to differ from the theme that it is based
  /// on.
  ///
  /// ```yaml
  /// based-on: dark            # default, where it is absent
  /// paper: "#101418"
  /// bank-1-line: "#f0a08a"
  /// ```
  ///
  /// - Parameter warnings: gets each pair of colours that lie too near to each other, with the place of
  ///   the one that the file sets.
  /// - Throws: every fault of the file at once, with its line and column.
  public init(contentsOf path: String, warnings: inout [Diagnostic]) throws(EntenteError) {
    let file = try ThemeReader.read(
      path, roles: Role.allCases.map(\.rawValue), themes: Theme.builtIn.map(\.name),
      isColour: { Colour($0) != nil })
    self = file.base.flatMap { Theme(named: $0.value) } ?? .standard
    var places: [Role: Diagnostic.Place] = [:]
    for entry in file.colours {
      guard let role = Role(rawValue: entry.key), let colour = Colour(entry.value) else { continue }
      self[role] = colour
      places[role] = entry.place
    }
    for pair in lowContrasts {
      warnings.append(
        Diagnostic(
          .warning, code: "theme.contrast",
          "`\(pair.front.rawValue)` (\(self[pair.front])) on `\(pair.back.rawValue)`"
            + " (\(self[pair.back])) has a contrast of \(Theme.ratio(pair.ratio)):1;"
            + " \(pair.least == 3 ? "lines need 3:1" : "text needs 4.5:1")",
          at: places[pair.front] ?? places[pair.back] ?? Diagnostic.Place(file: path),
          hint: "make one of them lighter or darker"))
    }
  }

  /// One decimal, cut and not rounded, so that 4.49 is not called 4.5.
  private static func ratio(_ value: Double) -> String {
    let tenths = Int(value * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
