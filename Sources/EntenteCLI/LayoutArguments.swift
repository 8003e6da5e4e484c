import ArgumentParser
import Entente

/// What tells how a graph is laid out.
struct LayoutArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      The layout: banks (countries face to face), ego (around one entity), timeline (by date), overview (countries \
      with those who did most). Chosen from the data unless told.
      """, valueName: "view"),
    completion: .list(DrawingOptions.View.allCases.map(\.rawValue)))
  var view: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How much the layout may work, in seconds of a slow machine; 10 unless told.",
      valueName: "seconds"))
  var layoutSeconds: Double = 10

  func validate() throws {
    var options = DrawingOptions()
    try apply(to: &options)
  }

  func apply(to options: inout DrawingOptions) throws {
    guard layoutSeconds.isFinite, layoutSeconds >= 0 else {
      throw ValidationError("--layout-seconds takes a number from 0, not \(layoutSeconds).")
    }
    options.view = try view.map(LayoutArguments.view)
    options.layoutSeconds = layoutSeconds
  }

  private static func view(_ name: String) throws -> DrawingOptions.View {
    if let view = DrawingOptions.View(rawValue: name.lowercased()) { return view }
    let known = DrawingOptions.View.allCases.map(\.rawValue)
    let close =
      Suggestion.closest(to: name.lowercased(), among: known).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "There is no view '\(name)'.\(close) Views are \(known.joined(separator: ", ")).")
  }
}
