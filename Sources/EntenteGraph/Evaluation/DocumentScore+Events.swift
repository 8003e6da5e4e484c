import EntenteModel

extension DocumentScore {
  mutating func scoreEvents(_ annotation: Annotation, _ graph: Graph) {
    var sides: [String: Set<String>] = [:]
    for edge in graph.edges where edge.type.isSide {
      sides[edge.target, default: []].insert(mark(edge.source))
    }
    for measure in [Measure.meeting, .agreement, .visit] {
      let kind = Kind(measure.rawValue)
      let found = graph.nodes.filter { $0.kind == kind }.map { node in
        Found(
          sides: EventSides(sides[node.id] ?? [], at: node.event?.place.map(mark), of: kind),
          event: node.event)
      }
      score(
        measure, annotation.marks.events.filter { $0.kind == kind }, found,
        spare: annotation.optional.events.filter { $0.kind == kind }.map { EventSides($0) })
    }
  }

  private struct Found {
    let sides: EventSides
    let event: EventDetail?
  }

  private mutating func score(
    _ measure: Measure, _ marked: [Annotation.Event], _ found: [Found], spare: [EventSides]
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
