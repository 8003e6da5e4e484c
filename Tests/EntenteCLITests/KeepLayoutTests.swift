import Foundation
import Testing

@Suite struct KeepLayout {
  private struct Place {
    var x: Double
    var y: Double
  }

  /// The middles of boxes in a DOT that Entente wrote, from the title's top, in shares of the picture's diagonal.
  private func places(_ dot: String) throws -> [String: Place] {
    let number = "(-?[0-9.]+)"
    let box = try Regex(
      "\"([a-z][a-z0-9.-]+)\" \\[.*?pos=\"\(number),\(number)\", width=\"\(number)\", height=\"\(number)\"",
      as: (Substring, Substring, Substring, Substring, Substring, Substring).self)
    var boxes: [String: (x: Double, y: Double, width: Double, height: Double)] = [:]
    for line in dot.split(separator: "\n") {
      guard let match = line.firstMatch(of: box)?.output, let x = Double(match.2),
        let y = Double(match.3), let width = Double(match.4), let height = Double(match.5)
      else { continue }
      boxes[String(match.1)] = (x, y, width * 72, height * 72)
    }
    let title = try #require(boxes["title"])
    let top = title.y + title.height / 2
    let bottom = boxes.values.map { $0.y - $0.height / 2 }.min() ?? 0
    let diagonal = (title.width * title.width + (top - bottom) * (top - bottom)).squareRoot()
    return boxes.filter { $0.key.contains(".") && !$0.key.hasPrefix("legend") }
      .mapValues { Place(x: $0.x / diagonal, y: (top - $0.y) / diagonal) }
  }

  private func displacement(_ old: String, _ new: String) throws -> (mean: Double, most: Double) {
    let (before, after) = (try places(old), try places(new))
    let moved = before.compactMap { id, a in
      after[id].map { b in ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot() }
    }
    try #require(moved.count > 10)
    return (moved.reduce(0, +) / Double(moved.count), moved.max() ?? 0)
  }

  @Test(arguments: [0, 1, 2, 4])
  func `a fifth article moves what the four had drawn less than without`(_ added: Int) throws {
    let scratch = try Scratch()
    let four = Programs.seedFiles.enumerated().filter { $0.offset != added }.map(\.element)
    let (old, new) = (scratch["old.json"], scratch["new.json"])
    let before = try start(
      Programs.entente, ["graph"] + four + ["-o", old, "-o", scratch["old.dot"]])
    #expect(before.status == 0)
    _ = try entente("graph", Programs.seeds, "-o", new)
    let drawn = try scratch.text("old.dot")
    let free = try displacement(drawn, entente("graph", new).text)
    let kept = try displacement(drawn, entente("graph", new, "--keep-layout", old).text)
    #expect(kept.mean <= free.mean + 1e-9, "\(kept) \(free)")
    #expect(kept.mean <= 0.065, "\(kept) \(free)")
    #expect(kept.most <= 0.15, "\(kept) \(free)")
  }

  @Test func `the same graph is drawn in the same places`() throws {
    let scratch = try Scratch()
    let map = scratch["map.json"]
    _ = try entente("graph", Programs.seeds, "-o", map)
    let plain = try entente("graph", map).text
    let kept = try displacement(plain, entente("graph", map, "--keep-layout", map).text)
    #expect(kept.most < 1e-3)
  }

  @Test func `an old graph that is none is refused, and it is not overwritten`() throws {
    let scratch = try Scratch()
    let broken = try scratch.write("{", to: "old.json")
    #expect(try entente("graph", Programs.seeds, "--keep-layout", broken).status == 65)
    #expect(try entente("graph", Programs.seeds, "--keep-layout", scratch["no.json"]).status == 2)
    let map = scratch["map.json"]
    _ = try entente("graph", Programs.seeds, "-o", map)
    #expect(try entente("graph", Programs.seeds, "--keep-layout", map, "-o", map).status == 73)
  }

  @Test func `a part is drawn in the places of the same part of the old graph`() throws {
    let scratch = try Scratch()
    let map = scratch["map.json"]
    _ = try entente("graph", Programs.seeds, "-o", map)
    let part = ["--focus", "Hun Sen", "--depth", "2"]
    let plain = try start(Programs.entente, ["graph", map] + part).text
    let kept = try start(Programs.entente, ["graph", map, "--keep-layout", map] + part).text
    #expect(try displacement(plain, kept).most < 1e-3)
  }
}
