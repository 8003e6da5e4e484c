import ArgumentParser
import Entente
import Glibc

/// Many DOT files, each drawn into a file of its own name in one folder.
struct RenderBatch: Sendable {
  struct Item: Sendable {
    let source: String
    let target: String
  }

  let format: Drawing.Format
  let items: [Item]

  /// One more than there are cores: a worker waits while its drawing's process begins and ends.
  private static let mostWorkers = min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) + 1)

  /// The folder that `-o` names: it ends in a slash, or is there.
  static func folder(_ output: [String]) -> String? {
    guard output.count == 1, output[0].hasSuffix("/") || OutputTarget.isFolder(output[0]) else {
      return nil
    }
    return output[0]
  }

  /// Says for each source where it is drawn to; no two may meet.
  init(_ sources: [String], into folder: String, to format: String?) throws {
    let format = try format.map(OutputFormat.named) ?? .svg
    guard let drawing = format.drawing else { throw RenderCommand.isNoPicture(format) }
    self.format = drawing
    let folder = folder.hasSuffix("/") ? folder : folder + "/"
    var taken: [String: String] = [:]
    items = try sources.map { source in
      let target = folder + (try RenderBatch.name(of: source)) + "." + drawing.rawValue
      if let other = taken.updateValue(source, forKey: target) {
        throw ValidationError(
          "'\(other)' and '\(source)' would both be drawn as '\(target)'. Draw them into two folders."
        )
      }
      return Item(source: source, target: target)
    }
  }

  /// The file's name without folder and ending.
  private static func name(of source: String) throws -> String {
    let last = source.split(separator: "/").last.map(String.init) ?? source
    guard source != "-" else {
      throw ValidationError(
        "Standard input has no name to be drawn under. Name the picture: -o map.svg.")
    }
    for ending in [".dot", ".gv"] where last.hasSuffix(ending) && last.count > ending.count {
      return String(last.dropLast(ending.count))
    }
    return last
  }

  /// Draws all that can be drawn. What can't is told of and leaves the others alone.
  func run(_ options: DrawingOptions) async throws {
    let targets = items.map(\.target)
    for target in targets { _ = try OutputTarget(target) }
    try OutputCheck.inputs(items.map(\.source), spared: targets)
    let desk = RenderDesk(items.count)
    let workers = min(RenderBatch.mostWorkers, (items.count + 9) / 10)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers { group.addTask { draw(for: desk, options) } }
    }
    try desk.close()
    try Output.settle(targets)
    let all = items.count == 1 ? "1 file" : "\(items.count) files"
    let drawn = desk.drawn
    Console.write(drawn == items.count ? "Drew \(all)." : "Drew \(drawn) of \(all).")
    if drawn < items.count { throw Failure(drawn > 0 ? .someRefused : desk.worst) }
  }

  /// A worker's share: whatever nobody else has begun.
  private func draw(for desk: RenderDesk, _ options: DrawingOptions) {
    let session = Drawing.Session()
    while let number = desk.next() {
      let item = items[number]
      do throws(EntenteError) {
        let dot = try FileBytes.read(item.source)
        let drawing = try Drawing(
          dot: dot, format: format, options: options, file: item.source, session: session)
        desk.take(drawing, number, to: item.target)
      } catch {
        desk.refuse(error, number)
      }
    }
  }
}
