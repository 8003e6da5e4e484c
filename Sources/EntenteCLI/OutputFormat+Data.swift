import Entente

extension OutputFormat {
  /// What each of the format's files holds, where it is data and no picture.
  func data(of graph: Graph, warnings: inout [Diagnostic]) -> [[UInt8]]? {
    switch self {
    case .dot, .svg, .png, .pdf, .md, .html: return nil
    case .json: return [graph.json()]
    case .graphml: return [graph.graphML()]
    case .gexf: return [graph.gexf()]
    case .ftm: return [graph.followTheMoney()]
    case .csv:
      let tables = graph.csv()
      return [tables.nodes, tables.edges]
    case .mmd:
      let chart = graph.mermaid()
      warnings += chart.warnings
      return [chart.bytes]
    }
  }
}
