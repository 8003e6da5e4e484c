import EntenteModel

/// Offices, membership and what belongs to what; and the table of all quotations.
extension GraphWords {
  /// What joins two entities, or several to one, in a sentence.
  struct Relation {
    var sentence: String
    var evidence: [Evidence]
    var origin: Origin
  }

  /// Persons by rank, then bodies; those that are part of one thing in one sentence.
  func relations() -> [Relation] {
    let all = allEdges.filter { edge in
      edge.type != .mayBeSame && index.node(edge.target)?.kind.isEvent == false
    }
    let parts = all.filter { $0.type == .partOf }
    let keys = all.filter { $0.type != .partOf }.map { edge in
      (Ranking.rank(of: edge.source, in: index), edge.source, edge)
    }
    var found = keys.sorted { ($0.0, $0.1, $0.2.id) < ($1.0, $1.1, $1.2.id) }.map { relation($0.2) }
    struct Whole: Hashable {
      var target: String
      var origin: Origin
    }
    let wholes = Dictionary(grouping: parts) { Whole(target: $0.target, origin: $0.origin) }
    for (whole, edges) in wholes.sorted(by: {
      ($0.key.target, $0.key.origin.rawValue) < ($1.key.target, $1.key.origin.rawValue)
    }) {
      let names = ranked(edges.map(\.source)).map(name)
      let sentence =
        "\(Words.list(names)) \(names.count == 1 ? "is" : "are") part of \(name(whole.target))"
      found.append(
        Relation(
          sentence: sentence + remark(whole.origin) + ".",
          evidence: Set(edges.flatMap(\.evidence)).sorted(), origin: whole.origin))
    }
    return found
  }

  private func relation(_ edge: Edge) -> Relation {
    let (one, other) = (name(edge.source), name(edge.target))
    let role = edge.role.map(Words.line).flatMap { $0.isEmpty ? nil : $0 }
    let sentence =
      switch edge.type {
      case .leads, .memberOf:
        role.map { "\(one) is \(Captions.capitalized($0)), \(other)" }
          ?? (edge.type == .leads ? "\(one) leads \(other)" : "\(one) belongs to \(other)")
      default:
        "\(one) – \(Words.line(edge.type.rawValue.replacing("-", with: " "))) – \(other)"
      }
    return Relation(
      sentence: sentence + remark(edge.origin) + ".", evidence: edge.evidence.sorted(),
      origin: edge.origin)
  }

  /// What a statement rests on where that is no article's word.
  private func remark(_ origin: Origin) -> String {
    switch origin {
    case .text: ""
    case .background: " (background knowledge; no article here says it)"
    case .inferred: " (inferred)"
    case .user: " (added by the user)"
    }
  }

  /// A row for each quotation of each event, with all that it supports there; then the relations.
  func rows(_ relations: [Relation]) -> [Words.Row] {
    var rows: [Words.Row] = []
    for (i, group) in groups.enumerated() {
      for (quote, parts) in supports(of: group) {
        let statement = "\(i + 1). \(heading(of: group)): \(parts.joined(separator: "; "))"
        rows.append(Words.Row(statement, quote, in: documents[quote.document], speakers))
      }
    }
    for relation in relations {
      guard !relation.evidence.isEmpty else {
        rows.append(
          Words.Row(
            statement: relation.sentence, quotation: nil,
            source: relation.origin == .background ? "Background knowledge" : "No quotation"))
        continue
      }
      var seen: Set<Evidence> = []
      for quote in relation.evidence.map(\.withoutRule) where seen.insert(quote).inserted {
        rows.append(Words.Row(relation.sentence, quote, in: documents[quote.document], speakers))
      }
    }
    return rows
  }

  /// The quotations of a group in the order of the documents, each with what it says.
  private func supports(of group: [Node]) -> [(Evidence, [String])] {
    var event: [Evidence: Set<String>] = [:]
    var parts: [Evidence: [EdgeType: Set<String>]] = [:]
    for node in group {
      guard let detail = node.event else { continue }
      for quote in detail.evidence {
        let status = detail.reports.first { $0.document == quote.document }?.status ?? detail.status
        event[quote.withoutRule, default: []].insert(GraphWords.word(for: status))
      }
      for edge in index.edges(to: node.id) where edge.type != .mayBeSame {
        for quote in edge.evidence {
          parts[quote.withoutRule, default: [:]][edge.type, default: []].insert(edge.source)
        }
      }
    }
    return Set(event.keys).union(parts.keys).sorted().map { quote in
      var said = (event[quote] ?? []).sorted()
      for (type, ids) in (parts[quote] ?? [:]).sorted(by: { $0.key < $1.key }) {
        said.append("\(GraphWords.word(for: type)) \(Words.list(ranked(ids.sorted()).map(name)))")
      }
      return (quote, said)
    }
  }

  private static func word(for status: Status) -> String {
    switch status {
    case .held: "told as held"
    case .signed: "told as concluded"
    case .planned: "announced"
    case .proposed: "proposed"
    case .cancelled: "called off"
    }
  }

  private static func word(for type: EdgeType) -> String {
    switch type {
    case .participant, .partyTo: "sides:"
    case .visitor: "visitor:"
    case .host: "host:"
    case .signatory: "signed for a side:"
    case .witness: "present:"
    default: Words.line(type.rawValue) + ":"
    }
  }
}

extension Evidence {
  /// The quotation alone, whatever read it.
  var withoutRule: Evidence { read(by: nil) }

  /// The quotation alone, whoever says it and whatever read it.
  var bare: Evidence { Evidence(document: document, start: start, end: end, text: text) }
}
