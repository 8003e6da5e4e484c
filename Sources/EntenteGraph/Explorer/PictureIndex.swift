import EntenteModel

/// Where the picture shows what: the box that a node is drawn in, the line that an edge is drawn as.
struct PictureIndex {
  /// A box, or the heading of a bank.
  struct Box: Hashable {
    /// The id of the drawn element, without the prefix that all ids of a drawing have.
    var element: String
    var caption: String
  }

  private var boxes: [String: Box] = [:]
  private var lines: Set<String> = []

  init(_ diagram: Diagram?) {
    guard let diagram else { return }
    for bank in diagram.banks {
      boxes[bank.id] = Box(element: bank.id, caption: bank.title)
      for card in bank.cards {
        for member in card.members { boxes[member] = Box(element: card.id, caption: card.name) }
      }
    }
    for event in diagram.events {
      for member in event.members { boxes[member] = Box(element: event.id, caption: event.title) }
    }
    lines = Set(diagram.lines.map(\.id))
  }

  /// The box of a node; nil where it is left out.
  func box(of node: Node) -> Box? { boxes[node.id] }

  /// The line of an edge; nil where there is none, as for offices, which stand on the cards.
  func line(of edge: Edge) -> String? {
    guard let from = boxes[edge.source]?.element, let to = boxes[edge.target]?.element else {
      return nil
    }
    switch edge.type {
    case .mayBeSame: return ["\(from)--\(to)", "\(to)--\(from)"].first(where: lines.contains)
    case .host, .signatory: break
    default: guard edge.type.isSide else { return nil }
    }
    return lines.contains("\(from)--\(to)") ? "\(from)--\(to)" : nil
  }
}
