import EntenteModel

/// Places a diagram: banks left and right, events between them, title above, legend and note below.
///
/// All sizes come from our own text metrics, so that the result is the same on every machine. Cost:
/// for each way to arrange the banks, a few fits of three columns and a search for the order of the
/// lines; milliseconds for sixty boxes.
package struct BanksLayout {
  static let cardPadding = 5.0
  static let panelPadding = 5.0
  /// Between the title and the drawing.
  static let titleGap = 10.0

  let diagram: Diagram
  let width: Double
  private var sides = Sides()
  private var corridors = [36.0, 36.0]
  /// What stands in the boxes, by the widths of the columns: all arrangements begin with the same.
  private var texts: [BoxTexts.Widths: BoxTexts] = [:]

  init(_ diagram: Diagram, width: Double) {
    self.diagram = diagram
    self.width = width
  }

  /// The best of all arrangements of the banks; `millimetres` is the width on paper.
  package static func picture(of diagram: Diagram, millimetres: Double = 170) -> Picture {
    var effort = Effort()
    return picture(of: diagram, millimetres: millimetres, effort: &effort)
  }

  /// The best arrangement that so much work allows.
  package static func picture(
    of diagram: Diagram, millimetres: Double, effort: inout Effort
  ) -> Picture {
    // Three points a millimetre: text of 8 points prints at 7.5 where the picture is as wide as
    // asked.
    let width = BanksLayout.points(millimetres)
    var layout = BanksLayout(diagram, width: width)
    var best: (cost: Double, fit: Fit)?
    for sides in Sides.choices(for: diagram, keeping: diagram.kept) {
      layout.sides = sides
      layout.corridors = [36, 36]
      if best != nil, !effort.allows(diagram.lines.count) { break }
      if let kept = diagram.kept { layout.corridors = kept.corridors(for: layout.corridors) }
      // The lines tell how much room they need; once that is known, everything is placed again.
      layout.corridors = layout.fitted(&effort).draft.tracks.map {
        $0 < 0 ? 0 : min(max(Double($0 + 1) * 5.4, 20), width * 0.16)
      }
      if let kept = diagram.kept { layout.corridors = kept.corridors(for: layout.corridors) }
      let fit = layout.fitted(&effort)
      let cost = fit.draft.height + fit.draft.cost * 3
      if cost < (best?.cost ?? .infinity) - 1e-6 { best = (cost, fit) }
    }
    return layout.finish(best?.fit.drawn ?? Draft())
  }

  /// The width in points in which a picture is laid out.
  static func points(_ millimetres: Double) -> Double {
    (min(max(millimetres.isFinite ? millimetres : 170, 120), 400) * 3).rounded()
  }

  /// The middle of the picture, from 0 downwards.
  struct Draft {
    var panels: [Picture.Panel] = []
    var events: [Picture.Placed] = []
    var frames: [Picture.Box] = []
    var paths: [[Picture.Point]] = []
    var height = 0.0
    /// Of the left and the right corridor; -1 where no bank stands on that side.
    var tracks = [0, 0]
    /// Crossings, mostly.
    var cost = 0.0
    var backdrop = Picture.Backdrop()
    var focus: Picture.Placed?
  }

  /// The columns, from left to right.
  private struct Grid {
    var bankWidth: Double
    var eventWidth: Double
    /// Where the left bank, the events and the right bank begin.
    var x: [Double]

    init(width: Double, corridors: [Double], hasRight: Bool) {
      let room = width - corridors[0] - (hasRight ? corridors[1] : 0)
      bankWidth = (room * (hasRight ? 0.325 : 0.46)).rounded(.down)
      eventWidth = room - bankWidth * (hasRight ? 2 : 1)
      x = [0, bankWidth + corridors[0], bankWidth + corridors[0] + eventWidth + corridors[1]]
    }
  }

  /// An arrangement in which all boxes have their heights and all lines their tracks; only the best is drawn.
  private struct Fit {
    var draft = Draft()
    /// Nil where there is nothing to draw.
    var fitting: Fitting?
    var grid: Grid

    var drawn: Draft {
      guard let fitting else { return draft }
      let x = grid.x
      var draft = draft
      draft.events = fitting.events(x: x[1] + BanksLayout.panelPadding)
      draft.frames = fitting.frames(of: draft.events, x: x[1], width: grid.eventWidth)
      draft.panels = fitting.panels(left: x[0], right: x[2])
      draft.paths = fitting.paths(
        zones: [(grid.bankWidth, x[1]), (x[2], x[1] + grid.eventWidth)])
      return draft
    }
  }

  private mutating func fitted(_ effort: inout Effort) -> Fit {
    var fit = Fit(
      grid: Grid(width: width, corridors: corridors, hasRight: !sides.right.isEmpty))
    guard !diagram.events.isEmpty else { return fit }
    let widths = BoxTexts.Widths(bank: fit.grid.bankWidth, event: fit.grid.eventWidth)
    let texts = texts[widths] ?? BoxTexts(of: diagram, widths)
    self.texts[widths] = texts
    var fitting = Fitting(diagram: diagram, sides: sides, texts: texts)
    fit.draft.height = fitting.solve()
    fit.draft.tracks = sides.right.isEmpty ? [0, -1] : [0, 0]
    fitting.route(&fit.draft, &effort)
    fit.fitting = fitting
    return fit
  }

  /// Puts the title above and legend and note below.
  func finish(_ draft: Draft) -> Picture {
    var y = 0.0
    func block(_ lines: [[Picture.Text.Run]]) -> (text: Picture.Text, box: Picture.Box) {
      let text = Picture.Text(lines: lines)
      let box = Picture.Box(x: 0, y: y, width: width, height: text.height + 4)
      y += text.height
      return (text, box)
    }
    let title = block(
      (diagram.title.isEmpty
        ? []
        : Typesetting.paragraph(
          diagram.title, .title, width: width - 6, most: 3, balanced: true))
        + (diagram.subtitle.isEmpty
          ? [] : Typesetting.paragraph(diagram.subtitle, .subtitle, width: width - 6)))
    if !title.text.lines.isEmpty { y += BanksLayout.titleGap }
    if let kept = diagram.kept, !diagram.events.isEmpty { y = max(y, kept.top) }
    let shift = y
    y += draft.height
    var legend: [Picture.Sample] = []
    if !diagram.events.isEmpty {
      y += 10
      legend = Legend.strip(for: diagram, width: width, y: &y)
    }
    var note: (text: Picture.Text, box: Picture.Box)?
    if !diagram.note.isEmpty {
      y += 6
      note = block(
        diagram.note.flatMap { Typesetting.paragraph($0, .note, width: width - 6, most: 8) })
    }
    var picture = Picture(
      width: width, height: y, title: title, note: note, panels: draft.panels, events: draft.events,
      frames: draft.frames, paths: draft.paths, legend: legend)
    picture.backdrop = draft.backdrop
    picture.focus = draft.focus
    picture.moveDrawing(by: shift)
    return picture
  }
}

extension Picture {
  /// Moves what stands between the title and the legend downwards.
  mutating func moveDrawing(by dy: Double) {
    for p in panels.indices {
      panels[p].box.y += dy
      panels[p].titleBox.y += dy
      for c in panels[p].cards.indices { panels[p].cards[c].box.y += dy }
    }
    for e in events.indices { events[e].box.y += dy }
    for f in frames.indices { frames[f].y += dy }
    focus?.box.y += dy
    backdrop.move(by: dy)
    for l in paths.indices { for k in paths[l].indices { paths[l][k].y += dy } }
  }
}
