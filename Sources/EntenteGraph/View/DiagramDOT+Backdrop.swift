/// What some views have beside boxes and lines.
extension DiagramDOT {
  /// Fields behind the columns; they lie under everything else.
  func bands() -> [DOTStatement] {
    picture.backdrop.bands.map { band in
      let tint = Look.tint(band.tint)
      return .group(
        "cluster_" + band.id,
        [
          .defaults(
            "graph",
            [
              DOTAttribute("bb", box(band.box)), DOTAttribute("style", "filled"),
              DOTAttribute("penwidth", 0), DOTAttribute("color", tint.panel),
              DOTAttribute("fillcolor", tint.panel), DOTAttribute("tooltip", " "),
              DOTAttribute("class", "band"),
            ])
        ])
    }
  }

  /// Words without a box: the dates over their columns.
  func captions() -> [DOTStatement] {
    picture.backdrop.captions.map { text($0.id, $0.text, in: $0.box) }
  }

  /// The rows' own lines, under the lines of the events.
  func guides() -> [DOTStatement] {
    guard !picture.backdrop.guides.isEmpty else { return [] }
    var statements: [DOTStatement] = [
      .defaults("node", Look.bare),
      .defaults(
        "edge",
        [
          DOTAttribute("color", Look.guide), DOTAttribute("penwidth", LineWidth.guide),
          DOTAttribute("class", "guide"),
        ]),
    ]
    for guide in picture.backdrop.guides {
      let ends = [(guide.id + ".0", guide.from), (guide.id + ".1", guide.to)]
      statements += ends.map { id, at in
        .node(
          id,
          [DOTAttribute("label", "")]
            + frame(.init(x: at.x - 0.05, y: at.y - 0.05, width: 0.1, height: 0.1)))
      }
      let path = [guide.from, guide.from, guide.to, guide.to].map(point).joined(separator: " ")
      statements.append(
        .edge(ends[0].0, ends[1].0, [DOTAttribute("pos", path), DOTAttribute("tooltip", " ")]))
    }
    return [
      .remark("The rows, to follow with the eye; they state nothing"), .group(nil, statements),
    ]
  }

  /// The dot, or for who is no side the ring, with which a line begins on its row.
  func dot(_ line: Diagram.Line, _ path: inout [Picture.Point]) -> (
    start: String, attributes: [DOTAttribute]
  ) {
    guard let first = path.first else { return ("", []) }
    // Graphviz makes a dot eight points wide at size 1.
    let radius = LineWidth.dot / 2
    let tip = Picture.Point(x: first.x, y: first.y - radius)
    for i in 0..<min(2, path.count) { path[i].y = first.y + radius }
    let shape = line.meaning == .other ? "odot" : "dot"
    return (
      "s,\(point(tip)) ",
      [
        DOTAttribute("dir", "back"), DOTAttribute("arrowtail", shape),
        DOTAttribute("arrowsize", LineWidth.dot / 8),
      ]
    )
  }
}
