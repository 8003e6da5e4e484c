package import EntenteModel

/// Writes a placed diagram as DOT: classes for the looks, positions for every box and line,
/// evidence behind every statement.
package struct DiagramDOT {
  let diagram: Diagram
  let picture: Picture
  /// What is known of the articles; those that are quoted are told of at the end.
  var documents: [DocumentRecord] = []
  /// See ``DiagramOptions/wordsAddress``.
  var wordsAddress: String?

  /// The whole way: what to show, where to put it, how to write it. The same bytes for the same
  /// graph in any order.
  package static func write(
    _ graph: Graph, options: DiagramOptions = DiagramOptions(), edits: Edits = Edits()
  ) -> [UInt8] {
    let (document, added) = document(of: graph, options: options, besides: edits)
    return EditedDocument.write(document, added.adding(edits))
  }

  /// The statements of the whole way for what articles tell, and what the user added to the graph as
  /// edits of them; additions that are among `edits` are left out.
  package static func document(
    of graph: Graph, options: DiagramOptions, besides edits: Edits = Edits()
  ) -> (DOTDocument, Edits) {
    let (composition, added) = laidOut(graph, options: options, besides: edits)
    return (composition.document, added)
  }

  /// What articles tell in its place, and what the user added to the graph as edits of it.
  package static func laidOut(
    _ graph: Graph, options: DiagramOptions, besides edits: Edits = Edits()
  ) -> (Composition, Edits) {
    let (told, added) = Edits.parted(graph)
    let composition = Composition(of: told, options: options)
    return (
      composition,
      added.isEmpty
        ? added : added.drawn(in: composition.diagram, without: edits.added(to: told))
    )
  }

  /// The DOT file of a diagram in its place.
  package static func write(
    _ diagram: Diagram, _ picture: Picture, documents: [DocumentRecord] = [],
    theme: Theme = .standard, wordsAddress: String? = nil
  ) -> [UInt8] {
    DOTWriter.write(
      document(
        diagram, picture, documents: documents, theme: theme, wordsAddress: wordsAddress))
  }

  /// The statements of a diagram in its place.
  static func document(
    _ diagram: Diagram, _ picture: Picture, documents: [DocumentRecord], theme: Theme,
    wordsAddress: String?
  ) -> DOTDocument {
    let dot = DiagramDOT(
      diagram: diagram, picture: picture, documents: documents, wordsAddress: wordsAddress)
    return theme.painting(dot.document())
  }

  /// The articles that a statement of the diagram quotes, by id.
  private var quoted: [DocumentRecord] {
    let evidence =
      diagram.events.flatMap(\.evidence) + diagram.lines.flatMap(\.evidence)
      + diagram.banks.flatMap { $0.evidence + $0.cards.flatMap(\.evidence) }
    let ids = Set(evidence.map(\.document))
    return documents.filter { ids.contains($0.id) }.sorted { $0.id < $1.id }
  }

  private func document() -> DOTDocument {
    var document = DOTDocument()
    document.remarks = DiagramDOT.remarks
    document.articles = quoted
    document.attributes = [
      DOTAttribute("layout", "nop2"), DOTAttribute("inputscale", 72),
      DOTAttribute("bgcolor", Look.paper), DOTAttribute("pad", 0.03),
      DOTAttribute("outputorder", "edgesfirst"), DOTAttribute("splines", "line"),
      DOTAttribute("fontname", "Arial"),
    ]
    document.statements = [
      .defaults(
        "node",
        [
          DOTAttribute("shape", "box"), DOTAttribute("fixedsize", "true"),
          DOTAttribute("margin", "0"),
          DOTAttribute("pin", "true"),
          DOTAttribute("fontname", "Arial"), DOTAttribute("fontsize", 8),
          DOTAttribute("fontcolor", Look.ink),
          DOTAttribute("penwidth", 0.9),
        ]),
      .defaults(
        "edge",
        [
          DOTAttribute("dir", "none"), DOTAttribute("fontname", "Arial"),
          DOTAttribute("penwidth", 1),
          DOTAttribute("arrowsize", 0.45), DOTAttribute("color", Look.event(.meeting).line),
        ]),
      .remark("The title, the note and the legend"),
      .group("texts", [.defaults("node", Look.bare)] + texts()),
    ]
    document.statements += picture.legend.flatMap(sample)
    document.statements.append(.remark("The banks: who took part"))
    document.statements += bands() + guides() + picture.panels.map(panel) + focus()
    document.statements.append(.remark("What happened, oldest first"))
    document.statements += events()
    document.statements.append(.remark("Who took part in what"))
    document.statements += lines()
    document.statements += DiagramDOT.yours
    return document
  }

  private func texts() -> [DOTStatement] {
    var statements: [DOTStatement] = []
    if !picture.title.text.lines.isEmpty {
      statements.append(text("title", picture.title.text, in: picture.title.box))
    }
    if let note = picture.note { statements.append(text("note", note.text, in: note.box)) }
    statements += picture.legend.map {
      text("legend.\($0.key.rawValue).text", $0.text, in: $0.textBox)
    }
    return statements + captions()
  }

  func text(_ id: String, _ text: Picture.Text, in box: Picture.Box) -> DOTStatement {
    .node(
      id,
      [DOTAttribute("class", "text")] + frame(box) + [
        DOTAttribute("label", .html(Label.html(text, width: box.width)))
      ])
  }

  private func panel(_ panel: Picture.Panel) -> DOTStatement {
    let bank = diagram.banks[panel.bank]
    let tint = Look.tint(panel.tint)
    var inner: [DOTStatement] = [
      .defaults(
        "graph",
        [
          DOTAttribute("bb", box(panel.box)), DOTAttribute("style", "filled"),
          DOTAttribute("penwidth", 0),
          DOTAttribute("color", tint.panel), DOTAttribute("fillcolor", tint.panel),
          DOTAttribute("tooltip", .text(bank.title)), DOTAttribute("class", "bank"),
        ])
    ]
    if !panel.title.lines.isEmpty {
      let label = Label.html(panel.title, width: panel.titleBox.width - 4)
      let name = DOTStatement.node(
        panel.id,
        [DOTAttribute("id", .text(panel.id)), DOTAttribute("class", "country")]
          + frame(panel.titleBox)
          + [DOTAttribute("tooltip", .text(bank.title)), DOTAttribute("label", .html(label))],
        evidence: bank.isSide ? bank.evidence : [])
      inner.append(
        .group(
          panel.id + ".name",
          [.defaults("node", Look.bare + [DOTAttribute("fontcolor", tint.line)]), name]))
    }
    for shape in Diagram.Card.Shape.allCases {
      let cards = panel.cards.filter { bank.cards[$0.index].shape == shape }
      guard !cards.isEmpty else { continue }
      inner.append(
        .group(
          panel.id + "." + shape.rawValue,
          [.defaults("node", Look.card(shape, tint))] + cards.map { card($0, bank) }))
    }
    return .group("cluster_" + panel.id, inner)
  }

  private func card(_ placed: Picture.Placed, _ bank: Diagram.Bank) -> DOTStatement {
    let card = bank.cards[placed.index]
    let label = label(of: placed, struck: card.mark?.change == .gone)
    return .node(
      card.id,
      [DOTAttribute("id", .text(card.id)), DOTAttribute("class", .text(card.kind.rawValue))]
        + frame(placed.box) + (card.id == diagram.focus?.id ? Look.focus : [])
        + (card.mark == nil ? [] : Look.marked(Look.shape(card.shape), card.mark))
        + [DOTAttribute("label", .html(label)), DOTAttribute("tooltip", .text(card.tooltip))],
      evidence: card.evidence)
  }

  private func label(of placed: Picture.Placed, struck: Bool = false) -> String {
    Label.html(
      placed.text, width: placed.box.width - 2 * BanksLayout.cardPadding, struck: struck,
      within: diagram.view == .timeline ? placed.box.height : nil)
  }

  private func events() -> [DOTStatement] {
    var statements: [DOTStatement] = []
    var done: Set<String> = []
    let place = Dictionary(
      diagram.events.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    for event in diagram.events where !done.contains(event.id) {
      let frame = diagram.frames.firstIndex { $0.events.contains(event.id) }
      let members = frame.map { diagram.frames[$0].events } ?? [event.id]
      done.formUnion(members)
      let boxes = members.compactMap { place[$0] }.map { self.event(picture.events[$0]) }
      guard let frame else {
        statements += boxes
        continue
      }
      let attributes = [
        DOTAttribute("bb", box(picture.frames[frame])), DOTAttribute("style", "filled"),
        DOTAttribute("penwidth", 0.9),
        DOTAttribute("color", Look.frame.line), DOTAttribute("fillcolor", Look.frame.fill),
        DOTAttribute("tooltip", .text(event.title)), DOTAttribute("class", "visit"),
      ]
      statements.append(.group("cluster_" + event.id, [.defaults("graph", attributes)] + boxes))
    }
    return statements
  }

  private func event(_ placed: Picture.Placed) -> DOTStatement {
    let event = diagram.events[placed.index]
    let label = label(of: placed, struck: event.mark?.change == .gone)
    var attributes = [
      DOTAttribute("id", .text(event.id)),
      DOTAttribute("class", .text(event.kind.rawValue + (event.isAnnounced ? " announced" : ""))),
    ]
    attributes +=
      frame(placed.box)
      + Look.marked(Look.event(event.kind, announced: event.isAnnounced), event.mark)
    attributes += [
      DOTAttribute("label", .html(label)), DOTAttribute("tooltip", .text(event.tooltip)),
    ]
    let words = wordsAddress.map { DOTAddress.encoded($0 + (event.members.first ?? event.id)) }
    if let url = words ?? DOTAddress.safe(event.url) {
      attributes.append(DOTAttribute("URL", .text(url)))
    }
    return .node(event.id, attributes, evidence: event.evidence)
  }

  private func lines() -> [DOTStatement] {
    diagram.lines.enumerated().compactMap { i, line in
      guard picture.paths.indices.contains(i), !picture.paths[i].isEmpty else { return nil }
      var path = picture.paths[i]
      var attributes = [
        DOTAttribute("id", .text(line.id)), DOTAttribute("class", Look.name(line)),
      ]
      var start = ""
      var looks = Look.line(line)
      if picture.backdrop.hasDots, line.meaning != .mayBeSame {
        let dot = dot(line, &path)
        start = dot.start
        looks += dot.attributes
      } else if line.meaning == .other, let last = path.last {
        // The ring stands between the line's end and the event.
        let before = path[path.count - 4]
        let back = last.x > before.x ? -4.5 : 4.5
        path[path.count - 1].x += back
        path[path.count - 2].x += back
        start = "e,\(point(last)) "
      }
      attributes.append(DOTAttribute("pos", start + path.map(point).joined(separator: " ")))
      attributes += Look.markedLine(looks, line.mark)
      attributes.append(DOTAttribute("tooltip", .text(line.tooltip)))
      return .edge(line.from, line.to, attributes, evidence: line.evidence)
    }
  }

  func point(_ point: Picture.Point) -> String {
    DOTNumber.text(point.x) + "," + DOTNumber.text(picture.height - point.y)
  }

  func frame(_ box: Picture.Box) -> [DOTAttribute] {
    [
      DOTAttribute("pos", point(.init(x: box.x + box.width / 2, y: box.middle))),
      DOTAttribute("width", box.width / 72), DOTAttribute("height", box.height / 72),
    ]
  }

  func box(_ box: Picture.Box) -> String {
    point(.init(x: box.x, y: box.bottom)) + "," + point(.init(x: box.right, y: box.y))
  }

  private func sample(_ sample: Picture.Sample) -> [DOTStatement] {
    let id = "legend." + sample.key.rawValue
    let isRing = sample.key == .other
    guard isRing || [.mayBeSame, .part, .weight].contains(sample.key) else {
      return [.node(id, frame(sample.box) + [DOTAttribute("label", "")] + Look.sample(sample.key))]
    }
    let y = sample.box.middle
    let ends = [sample.box.x, sample.box.right].enumerated().map { i, x in
      DOTStatement.node(
        "\(id).\(i)",
        [DOTAttribute("label", "")] + frame(.init(x: x, y: y - 0.05, width: 0.1, height: 0.1)))
    }
    let right = sample.box.right - (isRing ? 4.5 : 0)
    let left = sample.box.x + (sample.key == .part ? LineWidth.dot : 0)
    let path = [left, left, right, right].map { point(.init(x: $0, y: y)) }
    let tip = point(.init(x: isRing ? sample.box.right : sample.box.x, y: y))
    let start = isRing ? "e,\(tip) " : sample.key == .part ? "s,\(tip) " : ""
    let line = DOTStatement.edge(
      "\(id).0", "\(id).1",
      [DOTAttribute("pos", start + path.joined(separator: " "))] + Look.sample(sample.key))
    return [.group(id + ".line", [.defaults("node", Look.bare)] + ends + [line])]
  }
}
