import EntenteModel

extension DecisionsReader {
  /// Notes that a name was given another value before. Names are compared folded, as they are when looked up.
  mutating func note<Value: Equatable>(
    _ key: String, _ name: String, _ node: PackNode, _ value: Value,
    among earlier: [DecisionsFile.Change<Value>], _ text: (Value) -> String
  ) {
    let folded = Folding.fold(name)
    guard let other = earlier.first(where: { Folding.fold($0.name) == folded }),
      other.value != value
    else { return }
    contradiction(
      "`\(key)` of “\(name)” is `\(text(value))` here and `\(text(other.value))`",
      at: source.place(node.line, node.column), and: file.places[key]?[other.name])
  }

  /// Finds pairs that are to be the same and different, and edges that are to go and to stay.
  mutating func findContradictions() {
    var kept: [[String]: (key: String, names: [String])] = [:]
    for (key, lists) in [("same", file.same), ("same-event", file.sameEvent)] {
      for list in lists { for pair in pairs(list) { kept[pair.folded] = (key, pair.names) } }
    }
    for list in file.different {
      for pair in pairs(list) {
        guard let other = kept[pair.folded] else { continue }
        let names = pair.names.map { "“\($0)”" }.joined(separator: " and ")
        contradiction(
          "\(names) are decided to be different here and the same",
          at: file.places["different"]?[pair.names[0]],
          and: file.places[other.key]?[other.names[0]])
      }
    }
    for edge in file.dropEdge {
      let folded = fold(edge)
      guard let other = file.keepEdge.first(where: { fold($0) == folded }) else { continue }
      contradiction(
        "the edge from “\(edge.from)” to “\(edge.to)” is left out here and kept",
        at: file.places["drop-edge"]?[edge.from], and: file.places["keep-edge"]?[other.from])
    }
    var changes: [[String]: EditsFile.Change] = [:]
    for change in file.edits.changes {
      guard let other = changes.updateValue(change, forKey: [change.id, change.attribute]),
        other.value != change.value
      else { continue }
      contradiction(
        "`\(change.attribute)` of “\(change.id)” has one value here and another",
        at: change.place, and: other.place)
    }
  }

  private func fold(_ edge: DecisionsFile.EdgeName) -> [String] {
    [Folding.fold(edge.from), edge.type ?? "", Folding.fold(edge.to)]
  }

  private func pairs(_ list: [String]) -> [(folded: [String], names: [String])] {
    list.indices.flatMap { i in
      list[(i + 1)...].map { other in
        ([Folding.fold(list[i]), Folding.fold(other)].sorted(), [list[i], other])
      }
    }
  }

  private mutating func contradiction(
    _ message: String, at place: Diagnostic.Place?, and other: Diagnostic.Place?
  ) {
    let there = other.flatMap { place in
      place.line.map { "at \(place.file):\($0):\(place.column ?? 1)" }
    }
    faults.append(
      Diagnostic(
        .error, code: "decisions.contradiction", "\(message) \(there ?? "elsewhere")", at: place,
        hint: "remove one of the two"))
  }
}
