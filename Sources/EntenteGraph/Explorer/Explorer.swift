package import EntenteModel

/// The report as one web page: the picture, the tables, the filters and every quotation, without a network.
///
/// The page holds its style sheet, its script and its data; a ``ContentPolicy`` lets it run these bytes and load nothing.
/// Names and quotations from articles reach the page as JSON only, and its script makes text of them, never markup.
package enum Explorer {
  /// The page of a graph, with a drawing of it; the same bytes for the same graph in any order.
  ///
  /// - Parameters:
  ///   - diagram: what the drawing shows; its headline, counts and note become text of the page.
  ///   - svg: the drawing, as `SVGSanitizer` wrote it; nil for a page without one.
  ///   - countryNames: names of countries by id, for those that no article names itself.
  package static func page(
    of graph: Graph, diagram: Diagram, svg: [UInt8]?, countryNames: [String: String] = [:]
  ) -> [UInt8] {
    let picture = svg.map(InlinePicture.init)
    let policy = ContentPolicy(
      scripts: [script], styles: [style] + (picture?.styles ?? []))
    let page = ExplorerPage(diagram: diagram, policy: policy.text)
    var bytes = page.head
    bytes += "<style>".utf8
    bytes += style
    bytes += "</style>\n".utf8
    bytes += page.top
    bytes += picture?.bytes ?? []
    bytes += page.bottom
    bytes += dataStart
    bytes += ExplorerData.json(
      graph, diagram: svg == nil ? nil : diagram, countryNames: countryNames)
    bytes += "</script>\n<script>".utf8
    bytes += script
    bytes += "</script>\n</body>\n</html>\n".utf8
    return bytes
  }

  static let style = PackageResources.page_css

  /// The parts of the script, in one scope.
  static let script =
    Array("(() => {\n'use strict';\n".utf8)
    + [
      PackageResources.text_js, PackageResources.graph_js, PackageResources.filters_js,
      PackageResources.picture_js, PackageResources.tables_js, PackageResources.quotes_js,
      PackageResources.panels_js, PackageResources.facets_js, PackageResources.search_js,
      PackageResources.page_js,
    ].flatMap { $0 } + Array("})();\n".utf8)

  /// What stands before the data.
  static let dataStart = Array("<script type=\"application/json\" id=\"data\">".utf8)

  /// The quotations of a page that ``page(of:diagram:svg:countryNames:)`` wrote, each once; nil for any other file.
  package static func quotations(in page: [UInt8]) -> [Evidence]? {
    guard page.starts(with: ExplorerPage.start.utf8) else { return nil }
    let end = Array("</script>".utf8)
    for i in page.indices where page[i] == dataStart[0] && page[i...].starts(with: dataStart) {
      let rest = page[(i + dataStart.count)...]
      guard
        let last = rest.indices.first(where: { rest[$0] == end[0] && rest[$0...].starts(with: end) }
        ), let value = try? JSONParser.parse(Array(rest[..<last]))
      else { return nil }
      return quotations(value)
    }
    return nil
  }

  private static func quotations(_ data: JSONValue) -> [Evidence] {
    func list(_ value: JSONValue?) -> [JSONValue] {
      if case .array(let elements)? = value?.content { elements } else { [] }
    }
    func member(_ key: String, _ value: JSONValue) -> JSONValue? {
      guard case .object(let members) = value.content else { return nil }
      return members.first { $0.key == key }?.value
    }
    func text(_ value: JSONValue?) -> String? {
      if case .string(let text)? = value?.content { text } else { nil }
    }
    func whole(_ value: JSONValue) -> Int? {
      if case .number(_, let whole) = value.content { whole } else { nil }
    }
    let documents = list(member("documents", data)).map { text(member("id", $0)) }
    return list(member("quotes", data)).compactMap { quote in
      let parts = list(quote)
      guard parts.count == 4, let place = whole(parts[0]), documents.indices.contains(place),
        let document = documents[place], let start = whole(parts[1]), let end = whole(parts[2]),
        let words = text(parts[3])
      else { return nil }
      return Evidence(document: document, start: start, end: end, text: words)
    }
  }
}
