/// The lines of a picture as straight pieces, for what can be said of them: what they cross and run
/// through.
struct StrokeCensus {
  private struct Piece: Hashable {
    var a: Picture.Point
    var b: Picture.Point
    /// Numbers of the lines that share it.
    var line: Int
  }

  private(set) var throughBoxes = 0
  private(set) var crossings = 0
  private(set) var thinnest: Double

  init(_ diagram: Diagram, _ picture: Picture, _ boxes: BoxCensus) {
    var widths = [LineWidth.border, LineWidth.line]
    if !picture.backdrop.guides.isEmpty { widths.append(LineWidth.guide) }
    thinnest = widths.min() ?? 0
    var pieces: [Piece] = []
    for (l, path) in picture.paths.enumerated() where path.count > 3 {
      let own = StrokeCensus.pieces(of: path, line: l)
      let ends = [diagram.lines[l].from, diagram.lines[l].to]
      for solid in boxes.solid where !ends.contains(solid.id) {
        let inner = Picture.Box(
          x: solid.box.x + 1, y: solid.box.y + 1, width: solid.box.width - 2,
          height: solid.box.height - 2)
        if own.contains(where: { StrokeCensus.meets($0.a, $0.b, inner) }) { throughBoxes += 1 }
      }
      pieces += own
    }
    crossings = StrokeCensus.crossings(pieces, diagram)
  }

  /// Level and upright pieces; round corners as their chords.
  private static func pieces(of path: [Picture.Point], line: Int) -> [Piece] {
    stride(from: 0, to: path.count - 3, by: 3).compactMap { i in
      let (a, b) = (path[i], path[i + 3])
      return abs(a.x - b.x) + abs(a.y - b.y) > 0.1 ? Piece(a: a, b: b, line: line) : nil
    }
  }

  private static func meets(_ a: Picture.Point, _ b: Picture.Point, _ box: Picture.Box) -> Bool {
    // Liang and Barsky’s clipping (1984): what of the piece lies in the box.
    var (first, last) = (0.0, 1.0)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    for (p, q) in [
      (-dx, a.x - box.x), (dx, box.right - a.x), (-dy, a.y - box.y), (dy, box.bottom - a.y),
    ] {
      if abs(p) < 1e-9 {
        if q < 0 { return false }
      } else if p < 0 {
        first = max(first, q / p)
      } else {
        last = min(last, q / p)
      }
    }
    return first < last
  }

  /// Places where a level and an upright piece of lines without a common end meet.
  private static func crossings(_ pieces: [Piece], _ diagram: Diagram) -> Int {
    let level = pieces.filter { abs($0.a.y - $0.b.y) < 0.1 }
    let upright = pieces.filter { abs($0.a.x - $0.b.x) < 0.1 }
    var found: Set<[Int]> = []
    for a in upright {
      let (low, high) = (min(a.a.y, a.b.y), max(a.a.y, a.b.y))
      for b in level where b.line != a.line {
        let (left, right) = (min(b.a.x, b.b.x), max(b.a.x, b.b.x))
        guard b.a.y > low + 0.2, b.a.y < high - 0.2, a.a.x > left + 0.2, a.a.x < right - 0.2 else {
          continue
        }
        let (one, two) = (diagram.lines[a.line], diagram.lines[b.line])
        let ends = [one.from, one.to]
        guard !ends.contains(two.from), !ends.contains(two.to) else { continue }
        found.insert([Int((a.a.x * 4).rounded()), Int((b.a.y * 4).rounded())])
      }
    }
    return found.count
  }
}
