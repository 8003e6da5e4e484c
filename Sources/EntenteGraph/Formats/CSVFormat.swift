package import EntenteModel

/// The graph as two tables (RFC 4180): one row a node, one row an edge. For spreadsheets, pandas, R and Gephi.
///
/// The bytes begin with a mark by which Excel sees that they are UTF-8. Cells that a spreadsheet would take for a
/// formula begin with an apostrophe, which programs take away again; so does every cell that begins with an
/// apostrophe of its own. Beside all quotations as JSON, the first one stands in columns of its own, to be read.
package enum CSVFormat {
  /// The tables of nodes and of edges, the same for the same graph.
  package static func write(_ graph: Graph) -> (nodes: [UInt8], edges: [UInt8]) {
    // Where `;` parts columns, as in much of Europe, a `;` in a quotation would begin a cell.
    let flat = FlatGraph(graph, escaping: ";")
    let id = FlatGraph.Column<Node>(name: "id") { $0.id }
    let label = FlatGraph.Column<Node>(name: "label") { flat.label($0) }
    let nodes = [id, label] + flat.nodeColumns + first(flat) { flat.quotations($0) }
    let ends: [FlatGraph.Column<Edge>] = [
      .init(name: "id") { $0.id }, .init(name: "source") { $0.source },
      .init(name: "target") { $0.target },
    ]
    let edges = ends + flat.edgeColumns + first(flat) { $0.evidence }
    return (table(nodes, graph.nodes), table(edges, graph.edges))
  }

  /// The first quotation and its article, for people.
  private static func first<Row>(
    _ flat: FlatGraph, _ quotations: @escaping (Row) -> [Evidence]
  ) -> [FlatGraph.Column<Row>] {
    func document(_ row: Row) -> DocumentRecord? {
      quotations(row).first.flatMap { flat.document($0.document) }
    }
    return [
      .init(name: "quotation") { quotations($0).first.map { DOTText.visible($0.text) } },
      .init(name: "speaker") { quotations($0).first.flatMap { flat.speakers.name($0) } },
      .init(name: "document") { quotations($0).first.map { DOTText.visible($0.document) } },
      .init(name: "published") { document($0)?.date?.description },
      .init(name: "publisher") { document($0)?.source.map(DOTText.visible) },
      .init(name: "url") { document($0)?.url.map(DOTText.visible) },
    ]
  }

  private static func table<Row>(_ columns: [FlatGraph.Column<Row>], _ rows: [Row]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    func line(_ cells: [String]) {
      for (i, cell) in cells.enumerated() {
        if i > 0 { bytes.append(0x2C) }
        bytes += CSVCell.text(cell)
      }
      bytes += [0x0D, 0x0A]
    }
    line(columns.map(\.name))
    for row in rows { line(columns.map { $0.value(row) ?? "" }) }
    return bytes
  }
}

/// One cell of a table, in which nothing can become a formula or another cell.
package enum CSVCell {
  /// The cell's bytes, in quotation marks where it needs them.
  package static func text(_ value: String) -> [UInt8] {
    let safe = guarded(value.replacing("\n", with: " "))
    let needsQuotes = safe.utf8.contains {
      switch $0 {
      case 0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09: true
      default: false
      }
    }
    guard needsQuotes || safe.hasPrefix(" ") || safe.hasSuffix(" ") else { return Array(safe.utf8) }
    var bytes: [UInt8] = [0x22]
    for byte in safe.utf8 {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
    return bytes
  }

  /// The text with an apostrophe wherever a cell may begin with a formula: at its start, and behind each `;`, which
  /// parts columns where the comma is the decimal sign. What begins with an apostrophe there gets one more, so that
  /// taking one away gives back the text: `re.sub("(^|;)'", r"\1", cell)`.
  package static func guarded(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for i in scalars.indices {
      if i == 0 || scalars[i - 1] == ";", beginsFormula(scalars[i...]) { result.append("'") }
      result.append(scalars[i])
    }
    return String(result)
  }

  /// True where the first character that is no blank begins a formula in Excel, LibreOffice or Google Sheets, in its
  /// wide form too, or is an apostrophe.
  private static func beginsFormula(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    switch scalars.first(where: { $0 != "\"" && !$0.properties.isWhitespace }) {
    case "=", "+", "-", "@", "'", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
