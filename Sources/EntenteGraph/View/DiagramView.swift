package import EntenteModel

/// Chooses from a graph what the default picture shows.
///
/// Two countries stand as banks left and right, with what happened between them in the middle,
/// oldest first. Who has no part in an event is left out. The view hides, folds and bundles; it
/// never adds.
package struct DiagramView {
  let index: GraphIndex
  let options: DiagramOptions
  let folded: [String: String]
  let captions: Captions
  let speakers: Speakers
  /// Every event with a line to draw, by id.
  let drawn: [Node]
  /// The visit that an event is drawn in, by event; the visit itself included.
  let frame: [String: String]
  /// The country of the visitor, then the country visited, of the visit that most events are part
  /// of.
  let protagonists: [String]

  /// The visits to each country.
  let visitsTo: [String: [String]]

  init(_ graph: Graph, _ options: DiagramOptions) {
    let index = GraphIndex(graph)
    self.index = index
    self.options = options
    folded = Organs.folded(in: index)
    captions = Captions(index: index)
    speakers = Speakers(index.nodes)
    drawn = index.nodes.filter { node in
      node.kind.isEvent && node.event != nil
        && index.edges(to: node.id).contains { DiagramView.isDrawn($0, in: index) }
    }
    frame = DiagramView.frames(of: drawn, in: index)
    let visits = drawn.filter { $0.kind == .visit }
    visitsTo = Dictionary(
      grouping: visits.map(\.id), by: { index.node($0)?.event?.place.flatMap(index.country) ?? "" })
    protagonists = DiagramView.protagonists(of: drawn, frame: frame, in: index)
  }

  /// The picture of a graph; of an empty one, a picture that says so. Does not depend on the order
  /// of its lists.
  package static func diagram(of graph: Graph, options: DiagramOptions = DiagramOptions())
    -> Diagram
  {
    let view = DiagramView(graph, options)
    var diagram = view.whole()
    if options.view == .ego, let id = options.focus { view.center(id, in: &diagram) }
    let crowd = Crowding.reduce(&diagram, to: options.mostBoxes, names: view.captions)
    diagram.givenUp = crowd.told
    if let kept = options.kept { view.keep(kept, in: &diagram) }
    view.headline(&diagram, leftOut: crowd)
    return diagram
  }

  /// Everything that a picture could show, without title and note.
  static func whole(of graph: Graph, options: DiagramOptions) -> Diagram {
    DiagramView(graph, options).whole()
  }

  func whole() -> Diagram {
    let parts = drawnEvents()
    var diagram = Diagram(
      title: "", subtitle: "", note: [], banks: [], events: parts.boxes, frames: parts.frames,
      lines: [])
    diagram.view = options.view ?? .banks
    diagram.lines = lines(of: parts)
    diagram.banks = banks(lines: diagram.lines, events: parts)
    return diagram
  }

  /// Title, counts and note, where the user gave none.
  func headline(_ diagram: inout Diagram, leftOut: Crowding.LeftOut) {
    let headline = Headline(index: index, options: options, captions: captions)
    diagram.title = options.title ?? headline.title(of: diagram)
    diagram.subtitle = options.subtitle ?? headline.counts(of: diagram)
    diagram.note =
      options.note.map { $0.isEmpty ? [] : [$0] }
      ?? headline.note(of: diagram, leftOut: leftOut) + options.remarks
  }

  /// The events drawn, in order, before anything is known of who stands where.
  struct Parts {
    var boxes: [Diagram.EventBox] = []
    var frames: [Diagram.Frame] = []
    /// The box that an event is drawn in.
    var box: [String: String] = [:]
  }

  private func drawnEvents() -> Parts {
    let ordered = Ordering.ordered(drawn, frame: frame, in: index)
    let groups = Bundling.groups(of: ordered.compactMap(index.node), marks: options.marks) { id in
      Array(Set(index.sides(of: id).map(card))).sorted()
    }
    var parts = Parts()
    for group in groups {
      let box = eventBox(group, frame: frame[group[0]])
      for member in group { parts.box[member] = box.id }
      parts.boxes.append(box)
      guard let visit = frame[group[0]] else { continue }
      if parts.frames.last?.id == visit {
        parts.frames[parts.frames.count - 1].events.append(box.id)
      } else {
        parts.frames.append(Diagram.Frame(id: visit, events: [box.id]))
      }
    }
    return parts
  }

  /// The entity that is drawn for this one: the party for a folded organ.
  func card(_ id: String) -> String { folded[id] ?? id }

  /// Sides, and who received them or signed for them; who only looked on is not drawn.
  static func isDrawn(_ edge: Edge, in index: GraphIndex) -> Bool {
    guard let source = index.node(edge.source), !source.kind.isEvent else { return false }
    if edge.type.isSide { return true }
    return (edge.type == .host || edge.type == .signatory) && source.kind != .country
  }

  private func eventBox(_ group: [String], frame: String?) -> Diagram.EventBox {
    let members = group.compactMap(index.node)
    let first = members[0]
    let sides = sides(of: first.id)
    var guests = visitors(among: sides, frame: frame)
    // Around one entity, a meeting is named for the other.
    if guests.isEmpty, let focus = options.focus, options.view == .ego, captions.isMutual(first) {
      guests = [focus]
    }
    var title = captions.title(of: first, sides: sides, visitors: guests)
    if members.count > 1 {
      let noun = first.event?.noun ?? first.name
      title = "\(members.count) \(Captions.plural(noun))"
    }
    let evidence = Set(members.flatMap { $0.event?.evidence ?? [] }).sorted()
    let isFrameHead = frame == first.id
    let mark = options.marks[first.id]
    let when = first.event?.date == nil ? frame.flatMap(index.node)?.event : first.event
    return Diagram.EventBox(
      id: members.count > 1 ? "bundle." + first.id : first.id, kind: first.kind, title: title,
      detail: DiagramMark.detail(mark)
        + captions.detail(
          of: first, isInFrame: frame != nil && !isFrameHead, place: first.kind == .visit),
      isAnnounced: !members.contains { $0.event?.status.happened ?? false },
      tooltip: Tooltips.event(members, evidence: evidence, speakers), url: url(of: evidence),
      members: group, evidence: evidence, mark: mark, date: when?.date, end: when?.end)
  }

  /// The cards of an event's sides, first bank first, the highest first.
  private func sides(of event: String) -> [String] {
    var seen: Set<String> = []
    let cards = index.sides(of: event).map(card).filter { seen.insert($0).inserted }
    let keys = cards.map { id in
      let country = index.country(of: id).flatMap(protagonists.firstIndex) ?? protagonists.count
      return (country, Ranking.rank(of: id, in: index), id)
    }
    return keys.sorted { $0 < $1 }.map { $0.2 }
  }

  /// Those who came: visitors of the visit around, else of a visit to the country of the others.
  private func visitors(among sides: [String], frame: String?) -> Set<String> {
    let goals = Set(sides.compactMap(index.country))
    let visits = frame.map { [$0] } ?? goals.sorted().flatMap { visitsTo[$0] ?? [] }
    let all = visits.flatMap(index.edges(to:)).filter { $0.type == .visitor }.map {
      card($0.source)
    }
    return Set(all).intersection(sides)
  }

  private func url(of evidence: [Evidence]) -> String? {
    for quote in evidence {
      if let url = index.documents.first(where: { $0.id == quote.document })?.url { return url }
    }
    return nil
  }

  private func lines(of parts: Parts) -> [Diagram.Line] {
    var lines: [Diagram.Line] = []
    var place: [String: Int] = [:]
    func add(
      _ edge: Edge, from: String, to: String, _ meaning: Diagram.Line.Meaning, kind: Kind,
      dashed: Bool
    ) {
      let id = "\(from)--\(to)"
      if let i = place[id] {
        lines[i].evidence = Set(lines[i].evidence + edge.evidence).sorted()
        if meaning == .side { lines[i].meaning = .side }
        lines[i].mark = DiagramMark.shared([lines[i].mark, options.marks[edge.id]])
        return
      }
      place[id] = lines.count
      lines.append(
        Diagram.Line(
          id: id, from: from, to: to, meaning: meaning, kind: kind, isDashed: dashed, tooltip: "",
          evidence: edge.evidence.sorted(), mark: options.marks[edge.id]))
    }
    for box in parts.boxes {
      for edge in box.members.flatMap(index.edges(to:)) where DiagramView.isDrawn(edge, in: index) {
        let meaning: Diagram.Line.Meaning = edge.type.isSide ? .side : .other
        add(
          edge, from: card(edge.source), to: box.id, meaning, kind: box.kind,
          dashed: box.isAnnounced)
      }
    }
    for box in parts.boxes {
      for edge in box.members.flatMap(index.edges(from:)) where edge.type == .mayBeSame {
        guard let other = parts.box[edge.target], other != box.id,
          place["\(other)--\(box.id)"] == nil
        else { continue }
        add(edge, from: box.id, to: other, .mayBeSame, kind: box.kind, dashed: false)
      }
    }
    for i in lines.indices {
      lines[i].tooltip = Tooltips.line(
        index.node(lines[i].from)?.name ?? "", evidence: lines[i].evidence,
        mayBeSame: lines[i].meaning == .mayBeSame, speakers)
    }
    return lines
  }
}
