import EntenteModel

/// Places one entity in the centre, its events left and right of a line through it, and at the
/// borders those who also took part.
///
/// Events that share someone stand on one side, so that no line has to pass the middle. Where nearly
/// everything hangs together, one side would be empty: then the focus stands among the banks.
package struct EgoLayout {
  /// Between the two columns of events.
  static let spine = 22.0

  /// `millimetres` is the width on paper. The diagram has its focus, which stands on no bank.
  package static func picture(
    of diagram: Diagram, millimetres: Double, effort: inout Effort
  ) -> (Diagram, Picture) {
    guard diagram.focus != nil, let sides = EgoSides(diagram) else {
      let seated = seated(diagram)
      var picture = BanksLayout.picture(of: seated, millimetres: millimetres, effort: &effort)
      // The colours stay those of the countries.
      let own = diagram.banks.firstIndex { $0.id == diagram.focusBank } ?? diagram.banks.count
      for p in picture.panels.indices {
        let bank = picture.panels[p].bank
        picture.panels[p].tint = bank == 0 ? own : bank - 1
      }
      return (seated, picture)
    }
    var diagram = diagram
    diagram.frames = []
    let width = BanksLayout.points(millimetres)
    var wings = [
      EgoWing(diagram, sides.left, isLeft: true, width: width),
      EgoWing(diagram, sides.right, isLeft: false, width: width),
    ]
    // The lines tell how much room they need; once that is known, everything is placed again.
    for w in wings.indices { wings[w].solve(effort: &effort) }
    for w in wings.indices {
      wings[w].corridor = min(max(Double(wings[w].tracks + 1) * 5.4, 16), width * 0.08) + 6
      wings[w].solve(effort: &effort)
    }
    return (diagram, BanksLayout(diagram, width: width).finish(joined(wings, diagram, width)))
  }

  /// Both wings at the height of the focus, and the lines from it.
  private static func joined(
    _ wings: [EgoWing], _ diagram: Diagram, _ width: Double
  ) -> BanksLayout.Draft {
    var draft = BanksLayout.Draft()
    draft.paths = Array(repeating: [], count: diagram.lines.count)
    let level = wings.map(\.focusMiddle).max() ?? 0
    for wing in wings { wing.add(to: &draft, dy: level - wing.focusMiddle) }
    nameApart(&draft.panels)
    draft.events.sort { $0.index < $1.index }
    let text = EgoWing.focusText(diagram, width: width)
    let room = min(text.width + 26, width * 0.4)
    let middle = width / 2
    let height = EgoWing.focusHeight(diagram, width: width)
    let box = Picture.Box(
      x: middle - room / 2, y: level - height / 2, width: room, height: height)
    draft.focus = Picture.Placed(index: 0, box: box, text: text)
    let boxes = Dictionary(
      draft.events.map { (diagram.events[$0.index].id, $0.box) }, uniquingKeysWith: { a, _ in a })
    for (l, line) in diagram.lines.enumerated() where line.from == diagram.focus?.id {
      guard let event = boxes[line.to] else { continue }
      let isLeft = event.x < middle
      let start = Picture.Point(x: middle, y: event.middle < level ? box.y : box.bottom)
      let end = Picture.Point(x: isLeft ? event.right : event.x, y: event.middle)
      draft.paths[l] = Pen.bend(from: start, to: end)
    }
    let feet =
      draft.panels.map(\.box.bottom) + draft.events.map(\.box.bottom) + [box.bottom]
    let heads = draft.panels.map(\.box.y) + draft.events.map(\.box.y) + [box.y]
    let top = heads.min() ?? 0
    var moved = Picture(
      width: width, height: 0, title: (Picture.Text(), box), note: nil, panels: draft.panels,
      events: draft.events, frames: [], paths: draft.paths, legend: [])
    moved.focus = draft.focus
    moved.moveDrawing(by: -top)
    draft.panels = moved.panels
    draft.events = moved.events
    draft.paths = moved.paths
    draft.focus = moved.focus
    draft.height = (feet.max() ?? 0) - top
    return draft
  }

  /// A bank may stand on both sides: the one where lines end at its name keeps its id.
  private static func nameApart(_ panels: inout [Picture.Panel]) {
    var seen: Set<String> = []
    for p in panels.indices.sorted(by: {
      (panels[$0].isEnd ? 0 : 1, $0) < (panels[$1].isEnd ? 0 : 1, $1)
    }) {
      if !seen.insert(panels[p].id).inserted { panels[p].id += ".more" }
    }
  }

  /// The focus as a bank of its own, before the others.
  private static func seated(_ diagram: Diagram) -> Diagram {
    guard let focus = diagram.focus else { return diagram }
    var diagram = diagram
    let bank = Diagram.Bank(
      id: "bank.focus", title: "", isSide: false, cards: [focus], evidence: [])
    diagram.banks.insert(bank, at: 0)
    return diagram
  }
}

extension Pen {
  /// Upright first, then a round corner, then level.
  static func bend(from a: Picture.Point, to b: Picture.Point) -> [Picture.Point] {
    let radius = min(4.5, abs(a.y - b.y), abs(a.x - b.x))
    let corner = Picture.Point(x: a.x, y: b.y)
    let turn = Picture.Point(x: a.x, y: b.y + (a.y > b.y ? radius : -radius))
    let out = Picture.Point(x: a.x + (b.x > a.x ? radius : -radius), y: b.y)
    func toward(_ p: Picture.Point) -> Picture.Point {
      .init(x: p.x + (corner.x - p.x) * 0.55, y: p.y + (corner.y - p.y) * 0.55)
    }
    return [a, a, turn, turn, toward(turn), toward(out), out, out, b, b]
  }
}
