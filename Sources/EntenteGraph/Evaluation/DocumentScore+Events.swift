import EntenteModel

extension DocumentScore {
  mutating func scoreEvents(_ annotation: Annotation, _ graph: Graph) {
    var sides: [String: Set<String>] = [:]
    var edges: [String: [Edge]] = [:]
    for edge in graph.edges where edge.type.isSide {
      sides[edge.target, default: []].insert(mark(edge.source))
      edges[edge.target, default: []].append(edge)
    }
    let nodes = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id, $0) })
    // A side that is another reading of a name is neither right nor wrong.
    let optional = Set(annotation.optional.entities.map(\.id))
    for measure in [Measure.meeting, .agreement, .visit] {
      let kind = Kind(measure.rawValue)
      let found = graph.nodes.filter { $0.kind == kind }.map { node in
        Found(
          sides: EventSides(sides[node.id] ?? [], at: node.event?.place.map(mark), of: kind),
          event: node.event,
          edges: (edges[node.id] ?? []).map { ($0, mark($0.source), nodes[$0.source]) })
      }
      score(
        measure, annotation.marks.events.filter { $0.kind == kind }, found,
        spare: annotation.optional.events.filter { $0.kind == kind }.map { EventSides($0) },
        optional: optional)
    }
  }

  private struct Found {
    let sides: EventSides
    let event: EventDetail?
    /// Its sides with what they are in the annotation's ids.
    let edges: [(edge: Edge, mark: String, source: Node?)]
  }

  private mutating func score(
    _ measure: Measure, _ marked: [Annotation.Event], _ found: [Found], spare: [EventSides],
    optional: Set<String>
  ) {
    let markedSides = marked.map { EventSides($0) }
    let values = markedSides.map { sides in found.map { sides.overlap($0.sides) } }
    let pairs = Assignment.best(values)
    let sure = pairs.filter { values[$0.row][$0.column] >= EventSides.enough }
    let hits = Set(sure.map(\.row))
    let good = Set(sure.map(\.column))
    // Another reading of the article: neither right nor wrong.
    let excused = Set(
      found.indices.filter { i in
        !good.contains(i) && spare.contains { found[i].sides.overlap($0) >= EventSides.enough }
      })
    let partners = Dictionary(uniqueKeysWithValues: sure.map { ($0.column, $0.row) })
    for i in found.indices where !excused.contains(i) {
      for (edge, mark, source) in found[i].edges {
        let isRight = partners[i].map { markedSides[$0].ids.contains(mark) } ?? false
        guard isRight || !optional.contains(mark) else { continue }
        judged.append(JudgedEdge(edge, isRight: isRight, source: source))
      }
    }
    tallies[measure, default: Tally()].add(
      pairs.reduce(0) { $0 + values[$1.row][$1.column] }, found: found.count - excused.count,
      marked: marked.count)
    countPairs(
      measure, markedSides, found.indices.filter { !excused.contains($0) }.map { found[$0].sides })
    for pair in sure {
      let (mark, event) = (marked[pair.row], found[pair.column].event)
      tallies[.status, default: Tally()].add(event?.status == mark.status)
      if mark.date != nil { tallies[.date, default: Tally()].add(event?.date == mark.date) }
    }
    for i in marked.indices where !hits.contains(i) { miss(.missed, measure, markedSides[i].text) }
    for i in found.indices where !good.contains(i) && !excused.contains(i) {
      miss(.spurious, measure, found[i].sides.text)
    }
  }

  /// Counts a pair of sides once, however many events it shares.
  private mutating func countPairs(
    _ measure: Measure, _ marked: [EventSides], _ found: [EventSides]
  ) {
    guard let measure = measure.pairs else { return }
    let (a, b) = (Set(marked.flatMap(\.pairs)), Set(found.flatMap(\.pairs)))
    tallies[measure, default: Tally()]
      .add(Double(a.intersection(b).count), found: b.count, marked: a.count)
  }
}
