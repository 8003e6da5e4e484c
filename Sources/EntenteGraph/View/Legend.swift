/// The strip at the foot: a small sample of each look that is used, and what it means.
enum Legend {
  /// Moves `y` below the strip.
  static func strip(for diagram: Diagram, width: Double, y: inout Double) -> [Picture.Sample] {
    var samples: [Picture.Sample] = []
    var x = 0.0
    let height = 11.0
    for key in LegendKey.used(in: diagram) {
      let text = Picture.Text(lines: [[.init(text: key.words, style: .note)]])
      let room = text.width + 2
      if x > 0, x + 20 + room > width {
        x = 0
        y += height + 4
      }
      samples.append(
        Picture.Sample(
          key: key, box: .init(x: x, y: y + 1, width: 16, height: height - 2),
          textBox: .init(x: x + 20, y: y, width: room, height: height), text: text))
      x += 20 + room + 12
    }
    if !samples.isEmpty { y += height }
    return samples
  }
}
