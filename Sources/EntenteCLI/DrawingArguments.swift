import ArgumentParser
import Entente

/// What tells how a picture is made.
struct DrawingArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The width on paper, 120mm to 400mm; also in cm or in. An SVG then has that size, and fits its column otherwise.",
      valueName: "170mm"))
  var width: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Colours for readers in dark mode: auto or never. For SVG that is inlined in a page.",
      valueName: "auto|never"),
    completion: .list(["auto", "never"]))
  var dark: String = "never"

  @Flag(
    name: .long,
    help:
      "An SVG to paste into a page: no XML declaration, with rules for print and for forced colours."
  )
  var embed = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What stands before every id of an SVG, so that two on one page do not clash; made from what is drawn unless told.",
      valueName: "fig1-"))
  var idPrefix: String?

  func validate() throws {
    _ = try options()
  }

  /// The options for the library, without headline and note.
  func options() throws -> DrawingOptions {
    guard let dark = DrawingOptions.Dark(rawValue: dark) else {
      throw ValidationError("--dark is auto or never, not '\(dark)'.")
    }
    if let idPrefix, !DrawingOptions.isIDPrefix(idPrefix) {
      throw ValidationError(
        "'\(idPrefix)' cannot stand before ids. Begin with a letter, then letters, digits, - and _; 40 at most."
      )
    }
    return DrawingOptions(
      width: try width.map(DrawingArguments.millimetres), dark: dark, embed: embed,
      idPrefix: idPrefix)
  }

  /// `170mm`, `17cm`, `6.7in`, or a bare number of millimetres.
  private static func millimetres(_ text: String) throws -> Double {
    let units = [("mm", 1.0), ("cm", 10), ("in", 25.4), ("", 1)]
    for (unit, factor) in units where text.lowercased().hasSuffix(unit) {
      let number = text.dropLast(unit.count)
      guard number.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) }),
        let value = Double(String(number))
      else { break }
      let width = value * factor
      guard (120...400).contains(width) else {
        throw ValidationError("--width is 120mm to 400mm, not \(text).")
      }
      return width
    }
    throw ValidationError("'\(text)' is no width. Write it as 170mm, 17cm or 6.7in.")
  }
}
