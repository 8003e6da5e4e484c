import EntenteModel

/// Places a diagram as a table over time: a row for each who took part, a column for each event in
/// the order of their dates, a dot where the two meet.
///
/// The events' names stand below as stairs, so that each is read beside the foot of its own line;
/// nothing crosses a name. After Valdivia et al., “Analyzing dynamic hypergraphs with parallel
/// aggregated ordered hypergraph visualization” (2021), with words in the place of a legend.
package struct TimelineLayout {
  let diagram: Diagram
  let width: Double
  private var rows = TimelineRows()

  /// The diagram with its events in the order of their dates; `millimetres` is the width on paper.
  package static func picture(of diagram: Diagram, millimetres: Double = 170) -> (
    Diagram, Picture
  ) {
    let diagram = ordered(diagram)
    let width = BanksLayout.points(millimetres)
    var layout = TimelineLayout(diagram: diagram, width: width)
    return (diagram, BanksLayout(diagram, width: width).finish(layout.place()))
  }

  private init(diagram: Diagram, width: Double) {
    self.diagram = diagram
    self.width = width
  }

  /// By date, the undated last; those of one date as they stood. Visits have no frames here.
  private static func ordered(_ diagram: Diagram) -> Diagram {
    var diagram = diagram
    diagram.view = .timeline
    diagram.frames = []
    diagram.events = diagram.events.enumerated().sorted { a, b in
      let (first, second) = (a.element.date, b.element.date)
      guard first != second else { return a.offset < b.offset }
      guard let first else { return false }
      return second.map { first < $0 } ?? true
    }.map(\.element)
    return diagram
  }

  private mutating func place() -> BanksLayout.Draft {
    var draft = BanksLayout.Draft()
    draft.paths = Array(repeating: [], count: diagram.lines.count)
    guard !diagram.events.isEmpty else { return draft }
    rows = TimelineRows(diagram, width: width)
    let columns = DateColumns(diagram.events, from: rows.right + 9, to: width)
    draft.backdrop.hasDots = true
    var y = headings(columns, &draft)
    y = rows.place(from: y + 4)
    draft.panels = rows.panels
    bands(columns, &draft)
    let feet = labels(columns, from: y + 9, &draft)
    stems(columns, feet, &draft)
    twins(&draft)
    draft.height = max(y, draft.events.map(\.box.bottom).max() ?? y)
    return draft
  }

  /// The dates over the columns.
  private func headings(_ columns: DateColumns, _ draft: inout BanksLayout.Draft) -> Double {
    let leading = Picture.TypeStyle.detail.leading
    let texts = columns.headings()
    let height = Double(texts.map(\.count).max() ?? 1) * leading
    for (i, group) in columns.groups.enumerated() {
      let words = texts[i].filter { !$0.isEmpty }
      let text = Picture.Text(lines: words.map { [.init(text: $0, style: .detail)] })
      let gap = Double(texts[i].count - words.count) * leading
      let x = group.x + (group.width - DateColumns.gutter - text.width) / 2
      let box = Picture.Box(
        x: x - 1, y: height - gap - text.height, width: text.width + 4, height: text.height)
      draft.backdrop.captions.append(.init(id: "date.\(i + 1)", text: text, box: box))
    }
    return height
  }

  /// The banks' colours behind the columns, with a gap between two dates; and the rows' own lines,
  /// each as far as its last dot.
  private func bands(_ columns: DateColumns, _ draft: inout BanksLayout.Draft) {
    for (p, panel) in rows.panels.enumerated() {
      for (g, group) in columns.groups.enumerated() {
        let box = Picture.Box(
          x: group.x, y: panel.box.y, width: group.width - DateColumns.gutter,
          height: panel.box.height)
        draft.backdrop.bands.append(.init(id: "date.\(g + 1).\(p + 1)", box: box, tint: panel.tint))
      }
    }
    var last: [String: Double] = [:]
    for line in diagram.lines where line.meaning != .mayBeSame {
      guard let event = number[line.to] else { continue }
      last[line.from] = max(last[line.from] ?? 0, columns.x[event])
    }
    for id in rows.order {
      guard let row = rows.row[id], let end = last[id] else { continue }
      draft.backdrop.guides.append(
        .init(
          id: "row.\(draft.backdrop.guides.count + 1)", from: .init(x: row.right, y: row.y),
          to: .init(x: end, y: row.y)))
    }
  }

  private var number: [String: Int] {
    Dictionary(
      diagram.events.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
  }

  /// The events' boxes as stairs, each with its right end under its line.
  private func labels(
    _ columns: DateColumns, from top: Double, _ draft: inout BanksLayout.Draft
  ) -> [Double] {
    var y = top
    return diagram.events.enumerated().map { i, event in
      let right = min(columns.x[i] + 8, width)
      let padding = BanksLayout.cardPadding
      let text = Typesetting.line(of: event, width: right - 2 * padding - 2)
      let height = text.height + 3.7
      let room = text.width + 2 * padding + 5
      let box = Picture.Box(x: max(0, right - room), y: y, width: min(room, right), height: height)
      draft.events.append(Picture.Placed(index: i, box: box, text: text))
      defer { y += height + 2 }
      return y
    }
  }

  private func stems(
    _ columns: DateColumns, _ feet: [Double], _ draft: inout BanksLayout.Draft
  ) {
    let number = number
    for (l, line) in diagram.lines.enumerated() where line.meaning != .mayBeSame {
      guard let event = number[line.to], let row = rows.row[line.from] else { continue }
      let a = Picture.Point(x: columns.x[event], y: row.y)
      let b = Picture.Point(x: columns.x[event], y: foot(below: row.y, of: line, feet[event]))
      draft.paths[l] = [a, a, b, b]
    }
  }

  /// Dashes over dashes would look like another kind of line: such a line ends at the next dot.
  private func foot(below y: Double, of line: Diagram.Line, _ foot: Double) -> Double {
    guard line.isDashed else { return foot }
    let dots = diagram.lines.filter { $0.to == line.to && $0.meaning != .mayBeSame }
      .compactMap { rows.row[$0.from]?.y }
    return dots.filter { $0 > y + 0.1 }.min() ?? foot
  }

  /// Lines between two events run left of the stairs, where no stem comes.
  private func twins(_ draft: inout BanksLayout.Draft) {
    let number = number
    for (l, line) in diagram.lines.enumerated() where line.meaning == .mayBeSame {
      guard let a = number[line.from], let b = number[line.to] else { continue }
      let boxes = draft.events[min(a, b)...max(a, b)].map(\.box)
      let turn = max((boxes.map(\.x).min() ?? 0) - 8, -2)
      let ends = [draft.events[a].box, draft.events[b].box]
      draft.paths[l] = Pen.bracket(
        from: .init(x: ends[0].x, y: ends[0].middle), to: .init(x: ends[1].x, y: ends[1].middle),
        turn: turn)
    }
  }
}
