package import EntenteModel

/// A graph taken apart into what each of its documents said, so that it may stand in for its
/// sources.
///
/// Joining the readings gives the graph again. What a graph does not keep comes back as well as it
/// can: a role goes to every document that quotes for the edge, an edge's doubt is shared among its
/// sources, a statement without a quotation goes to the first document that names both its ends. So
/// joining them with further readings can differ from joining all the sources in a confidence's
/// last hundredth, and where documents disagree on a role.
package struct GraphReadings {
  private let graph: Graph
  private let node: [String: Node]
  private let before: BeforeDecisions
  private var readings: [String: Reading] = [:]
  /// For each document the number of the entity or event with that id.
  private var numbers: [String: [String: Int]] = [:]

  /// The readings of the graph's documents, by id.
  package static func readings(from graph: Graph) -> [Reading] {
    var taking = GraphReadings(graph)
    taking.takeEntities()
    taking.takeRelations()
    taking.takeEvents()
    taking.numberSpeakers()
    taking.takeJudgements()
    return graph.documents.compactMap { taking.readings[$0.id] }
  }

  private init(_ graph: Graph) {
    self.graph = graph
    before = BeforeDecisions(graph)
    node = Dictionary(graph.nodes.map { ($0.id, $0) }) { first, _ in first }
    for document in graph.documents {
      readings[document.id] = Reading(document: document)
      numbers[document.id] = [:]
    }
  }

  // MARK: Entities

  private mutating func takeEntities() {
    for node in graph.nodes where node.event == nil {
      var mentions: [String: [Evidence]] = [:]
      for mention in node.mentions { mentions[mention.document, default: []].append(mention) }
      let forms = FormsByDocument(node, mentions)
      for document in mentions.keys.sorted() where readings[document] != nil {
        add(node, to: document, mentions[document] ?? [], forms.forms[document] ?? [])
      }
    }
  }

  private mutating func add(
    _ shown: Node, to document: String, _ mentions: [Evidence], _ forms: [String]
  ) {
    let node = before.entity(shown)
    // Ties go to the form that comes first, as the readers have it.
    var name = forms.first ?? node.name
    for form in forms where form.utf8.count > name.utf8.count { name = form }
    if !node.aliases.contains(node.name) { name = node.name }
    let made = "\(node.kind.rawValue).\(Folding.slug(name))"
    let base = "\(node.kind.rawValue).\(Folding.slug(node.name))"
    // A namesake's suffix is given anew by joining; a former id is the key that this document's
    // form made.
    let isSuffixed = node.id.hasPrefix(base + "-")
    let key = node.formerly.contains(made) ? made : isSuffixed ? base : node.id
    let entity = Reading.Entity(
      key: key, kind: node.kind, name: name, aliases: forms,
      isKnown: key == node.id && node.id != base, country: node.country, mentions: mentions)
    numbers[document]?[shown.id] = readings[document]?.entities.count
    readings[document]?.entities.append(entity)
  }

  /// The number of an entity in a document; one that the document does not name is added without
  /// mentions.
  private mutating func number(_ id: String, in document: String) -> Int? {
    if let number = numbers[document]?[id] { return number }
    guard let node = node[id], node.event == nil, readings[document] != nil else { return nil }
    add(node, to: document, [], [])
    return numbers[document]?[id]
  }

  /// Speakers who are named in the document become its entities again; others keep their ids.
  private mutating func numberSpeakers() {
    for (document, reading) in readings {
      var own = reading
      own.changeSpeakers { speaker in
        guard let id = speaker.id, let number = numbers[document]?[id], node[id]?.event == nil
        else { return speaker }
        return speaker.numbered(number)
      }
      readings[document] = own
    }
  }

  // MARK: Edges

  private mutating func takeRelations() {
    for edge in graph.edges.map(before.edge) where edge.type != .mayBeSame {
      guard let source = node[edge.source], let target = node[edge.target], source.event == nil,
        target.event == nil
      else { continue }
      var quotes: [String: [Evidence]] = [:]
      for evidence in edge.evidence { quotes[evidence.document, default: []].append(evidence) }
      let documents =
        quotes.isEmpty ? [firstDocument(naming: source, target) ?? ""] : quotes.keys.sorted()
      let confidence = share(of: edge, among: documents)
      for document in documents {
        guard let from = number(edge.source, in: document),
          let to = number(edge.target, in: document)
        else { continue }
        readings[document]?.relations.append(
          Reading.Relation(
            type: edge.type, source: from, target: to, role: edge.role, origin: edge.origin,
            confidence: confidence, evidence: quotes[document] ?? []))
      }
    }
  }

  /// What each document must have been sure of, had all been equally sure: near copies count once.
  private func share(of edge: Edge, among documents: [String]) -> Double {
    let sources = Set(documents.map { source(of: $0) }).count
    guard edge.origin == .text, sources > 1 else { return edge.confidence }
    return 1 - GraphReadings.root(of: 1 - edge.confidence, sources)
  }

  private func source(of document: String) -> String {
    var id = document
    var seen: Set<String> = [id]
    while let next = readings[id]?.document.nearCopyOf, seen.insert(next).inserted { id = next }
    return id
  }

  /// The `n`th root of a number in 0…1, by bisection: no mathematical library is needed for two
  /// decimals.
  private static func root(of value: Double, _ n: Int) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<52 {
      let middle = (low + high) / 2
      var power = 1.0
      for _ in 0..<n { power *= middle }
      if power < value { low = middle } else { high = middle }
    }
    return high
  }

  private func firstDocument(naming a: Node, _ b: Node) -> String? {
    let naming = Set(a.mentions.map(\.document))
    return b.mentions.map(\.document).filter(naming.contains).min() ?? naming.min()
      ?? b.mentions.map(\.document).min() ?? graph.documents.first?.id
  }

  private mutating func takeJudgements() {
    // What joining finds by itself it will find again; the rest came from readers and the user.
    let found = Set(Joiner.join(graph.documents.compactMap { readings[$0.id] }).judgements)
    for judgement in graph.judgements where !found.contains(judgement) {
      // On events only the user's word is kept: their reports are all there to be weighed again.
      let isOnEvent = node[judgement.b]?.event != nil
      guard !isOnEvent || judgement.reasons.first == Decisions.reason else { continue }
      let naming = graph.documents.map(\.id).filter { numbers[$0]?[judgement.b] != nil }
      guard let home = home(of: judgement, among: naming) else { continue }
      var own = judgement
      own.b = before.name(of: judgement, node[judgement.b])
      if !isOnEvent, !DecisionRecord.isOnEdge(judgement), let number = numbers[home]?[judgement.b],
        let entity = readings[home]?.entities[number]
      {
        own.b = entity.key
      }
      readings[home]?.judgements.append(own)
    }
  }

  private func home(of judgement: Judgement, among documents: [String]) -> String? {
    let mentions = node[judgement.b]?.mentions ?? []
    let bearing = mentions.first { "\"\(NameForm.shown($0.text))\"" == judgement.a }?.document
    return bearing ?? documents.first ?? graph.documents.first?.id
  }
}

extension GraphReadings {
  // MARK: Events

  private mutating func takeEvents() {
    var edges: [String: [Edge]] = [:]
    for edge in graph.edges.map(before.edge) + before.leftOut(node)
    where node[edge.target]?.event != nil && node[edge.source]?.event == nil {
      edges[edge.target, default: []].append(edge)
    }
    var within: [(document: String, inner: Int, outer: String)] = []
    for node in graph.nodes {
      guard let detail = node.event else { continue }
      for (i, report) in detail.reports.enumerated() where readings[report.document] != nil {
        let document = report.document
        var event = Reading.Event(
          kind: node.kind, noun: report.noun ?? "", status: report.status,
          evidence: detail.evidence.filter { $0.document == document })
        event.date = report.date
        event.end = report.end
        event.act = report.act
        event.place = report.place.flatMap { number($0, in: document) }
        for edge in edges[node.id] ?? [] {
          event.participants += parts(of: edge, in: document, isFirst: i == 0)
        }
        let own = readings[document]?.events.count ?? 0
        numbers[document]?[node.id] = own
        if let outer = detail.within { within.append((document, own, outer)) }
        if let kind = before.kind(of: node.id) { event.become(kind) }
        readings[document]?.events.append(event)
      }
    }
    for link in within {
      readings[link.document]?.events[link.inner].within = numbers[link.document]?[link.outer]
    }
  }

  /// The parts of one edge in a document; a side that the document called by a vaguer name gets
  /// that name back.
  private mutating func parts(
    of edge: Edge, in document: String, isFirst: Bool
  ) -> [Reading.Participation] {
    let quotes = edge.evidence.filter { $0.document == document }
    guard !quotes.isEmpty || edge.evidence.isEmpty && isFirst else { return [] }
    let confidence = share(of: edge, among: Array(Set(edge.evidence.map(\.document))))
    var told: [String: [Evidence]] = quotes.isEmpty ? [edge.source: []] : [:]
    for quote in quotes {
      if edge.type.isSide, let (evidence, id) = quote.untold, node[id] != nil {
        told[id, default: []].append(evidence)
      } else {
        told[edge.source, default: []].append(quote)
      }
    }
    return told.sorted { $0.key < $1.key }.compactMap { id, evidence in
      guard let number = number(id, in: document) else { return nil }
      return Reading.Participation(
        entity: number, type: edge.type, role: id == edge.source ? edge.role : nil,
        origin: edge.origin, confidence: confidence, evidence: evidence)
    }
  }
}

/// The forms that each document has for an entity, found again from its mentions.
private struct FormsByDocument {
  private(set) var forms: [String: [String]] = [:]

  init(_ node: Node, _ mentions: [String: [Evidence]]) {
    var missing = Set(node.aliases)
    for (document, list) in mentions {
      var found: [String] = []
      for mention in list {
        let form = NameForm.shown(mention.text)
        if node.aliases.contains(form), !found.contains(form) { found.append(form) }
      }
      missing.subtract(found)
      forms[document] = found
    }
    // A form without a mention of its own stands inside a longer one.
    for form in missing.sorted() {
      let home =
        mentions.keys.sorted().first { document in
          mentions[document]?.contains { NameForm.shown($0.text).contains(form) } ?? false
        } ?? mentions.keys.min()
      if let home { forms[home, default: []].append(form) }
    }
  }
}
