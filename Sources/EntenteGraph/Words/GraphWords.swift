package import EntenteModel

/// Tells a whole graph in sentences: also what the picture folds, bundles and leaves out.
struct GraphWords {
  let index: GraphIndex
  let captions: Captions
  let speakers: Speakers
  let options: DiagramOptions
  let documents: [String: DocumentRecord]
  /// The visit that an event is part of, by event.
  let frame: [String: String]
  /// Groups of like agreements, others alone, in the order of the picture.
  let groups: [[Node]]
  /// The number of the chapter that tells of an event, by event.
  let number: [String: Int]

  init(_ graph: Graph, _ options: DiagramOptions) {
    let index = GraphIndex(graph)
    self.index = index
    self.options = options
    captions = Captions(index: index)
    speakers = Speakers(index.nodes)
    documents = Dictionary(index.documents.map { ($0.id, $0) }) { first, _ in first }
    let events = index.nodes.filter { $0.kind.isEvent && $0.event != nil }
    let frame = DiagramView.frames(of: events, in: index)
    self.frame = frame
    let ordered = Ordering.ordered(events, frame: frame, in: index).compactMap(index.node)
    groups = Bundling.groups(of: ordered) { index.sides(of: $0).sorted() }
      .map { $0.compactMap(index.node) }
    var number: [String: Int] = [:]
    for (i, group) in groups.enumerated() { for event in group { number[event.id] = i + 1 } }
    self.number = number
  }

  /// The graph in words; the same for the same graph in any order of its lists.
  func words() -> Words {
    let diagram = DiagramView.diagram(
      of: Graph(documents: index.documents, nodes: index.nodes, edges: allEdges), options: options)
    var told: Set<String> = []
    var chapters: [Words.Chapter] = []
    for (i, group) in groups.enumerated() {
      chapters.append(
        Words.Chapter(
          heading: "\(i + 1). \(heading(of: group))",
          sentences: sentences(of: group, told: &told).map(Words.line), events: group.map(\.id)))
    }
    let relations = self.relations()
    if !relations.isEmpty {
      chapters.append(
        Words.Chapter(
          heading: "Offices and bodies", sentences: relations.map { Words.line($0.sentence) }))
    }
    let title = Words.line(diagram.title)
    return Words(
      title: title, alternative: Words.alternative(title: title, counts: counts),
      summary: [summary], chapters: chapters, notes: diagram.note.map(Words.line),
      evidence: rows(relations))
  }

  var allEdges: [Edge] { index.nodes.flatMap { index.edges(from: $0.id) } }

  /// `Who took part in 7 meetings, 3 visits and 12 agreements.`
  private var counts: String {
    let kinds = [Kind.meeting, .visit, .agreement].compactMap { kind -> String? in
      let count = index.nodes.filter { $0.kind == kind && $0.event != nil }.count
      return count > 0 ? Captions.count(count, kind.rawValue) : nil
    }
    return kinds.isEmpty ? "It shows no event." : "It shows " + Words.list(kinds) + "."
  }

  private var summary: String {
    let events = groups.joined()
    guard !events.isEmpty else {
      return "No sentence of these articles reports a meeting, visit or agreement between named"
        + " sides."
    }
    let open = events.filter { !($0.event?.status.happened ?? false) }.count
    var text = String(counts.dropLast())
    if open > 0 {
      text += ", \(open) of \(events.count == 1 ? "it" : "them") not reported to have taken place"
    }
    return text + ". The oldest stands first; what has no date stands last."
  }

  /// What a group is called: the event's name, or how many of what.
  func heading(of group: [Node]) -> String {
    let first = group[0]
    guard group.count > 1 else {
      return Words.line(Captions.capitalized(first.name.isEmpty ? first.kind.rawValue : first.name))
    }
    let noun = first.event?.noun.flatMap { $0.isEmpty ? nil : $0 } ?? first.kind.rawValue
    return Words.line("\(group.count) \(Captions.plural(noun))")
  }

  func name(_ id: String) -> String {
    Words.line(index.node(id)?.name ?? options.countryNames[id] ?? id)
  }
}

extension Words {
  /// A graph in words.
  package init(of graph: Graph, options: DiagramOptions = DiagramOptions()) {
    self = GraphWords(graph, options).words()
  }
}
