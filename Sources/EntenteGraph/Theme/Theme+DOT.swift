extension Theme {
  /// A document with this theme's colours in place of the default's.
  ///
  /// Whatever makes a document writes the default's colours, each of which stands for one role. So a
  /// new kind of picture has every theme from the start. Data is not touched: names are escaped text
  /// and never values of colours.
  func painting(_ document: DOTDocument) -> DOTDocument {
    guard self != .standard else { return document }
    let exchange = Dictionary(
      Role.allCases.map { (Theme.standard[$0].description, self[$0].description) },
      uniquingKeysWith: { first, _ in first })
    var result = document
    result.attributes = document.attributes.map { painted($0, exchange) }
    result.statements = document.statements.map { painted($0, exchange) }
    return result
  }

  private func painted(_ statement: DOTStatement, _ exchange: [String: String]) -> DOTStatement {
    func all(_ attributes: [DOTAttribute]) -> [DOTAttribute] {
      attributes.map { painted($0, exchange) }
    }
    return switch statement {
    case .node(let id, let attributes, let evidence):
      .node(id, all(attributes), evidence: evidence)
    case .edge(let tail, let head, let attributes, let evidence):
      .edge(tail, head, all(attributes), evidence: evidence)
    case .defaults(let what, let attributes): .defaults(what, all(attributes))
    case .group(let name, let inner): .group(name, inner.map { painted($0, exchange) })
    case .remark, .note: statement
    }
  }

  private func painted(_ attribute: DOTAttribute, _ exchange: [String: String]) -> DOTAttribute {
    switch attribute.value {
    case .plain(let value):
      guard attribute.name.hasSuffix("color") else { return attribute }
      // `a:b:a` is three lines beside each other.
      let colours = value.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      return DOTAttribute(
        attribute.name, colours.map { exchange[$0] ?? $0 }.joined(separator: ":"))
    case .html(let label):
      // Quotation marks in data are entities, so that this can only be ours.
      let mark = "COLOR=\""
      let pieces = label.split(separator: mark, omittingEmptySubsequences: false)
      let painted = pieces.dropFirst().map { piece in
        (exchange[String(piece.prefix(7))] ?? String(piece.prefix(7))) + piece.dropFirst(7)
      }
      return DOTAttribute(
        attribute.name, .html(([String(pieces[0])] + painted).joined(separator: mark)))
    case .text, .given: return attribute
    }
  }
}
