import ArgumentParser
import Entente

/// Which colours a picture has.
struct ThemeArgument: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The colours: default, print (greys), okabe-ito (for all kinds of colour vision), dark, or a file of your own.",
      valueName: "name|file.yaml"),
    completion: .list(Theme.builtIn.map(\.name)))
  var theme = "default"

  /// The path, where the theme is a file.
  var file: String? { Theme(named: theme) == nil ? theme : nil }

  /// The theme; says where colours of a file lie too near to each other.
  func read() throws -> Theme {
    if let theme = Theme(named: theme) { return theme }
    guard OutputTarget.exists(theme) else {
      let names = Theme.builtIn.map(\.name)
      let close = Suggestion.closest(to: theme, among: names).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "There is no theme '\(theme)', and no such file.\(close) Themes are \(names.joined(separator: ", "))."
      )
    }
    var warnings: [Diagnostic] = []
    let own = try Theme(contentsOf: theme, warnings: &warnings)
    for warning in warnings { Console.write(warning) }
    return own
  }
}
