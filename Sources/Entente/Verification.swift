import EntenteDocuments
import EntenteGraph
public import EntenteModel

/// The comparison of a graph or a picture with the articles that it quotes.
public struct Verification: Hashable, Sendable {
  /// Quotations that are not there byte for byte, statements without one, documents missing or altered.
  public let faults: [Diagnostic]
  /// How many quotations were looked up.
  public let quotations: Int
  /// In how many documents.
  public let documents: Int
  /// Nodes and lines that a person added: no article tells of them, and none is claimed to.
  public let additions: Int

  /// Reads the articles again and looks up every quotation of a graph JSON, or of a DOT, SVG or HTML that Entente
  /// wrote.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: what messages call it.
  ///   - sources: the articles, given as they were for the graph: their ids follow from that.
  /// - Throws: where the file is no such file, holds no quotation, or a source can't be read.
  public init(
    of bytes: [UInt8], file: String, against sources: [String],
    options: ReadingOptions = ReadingOptions()
  ) throws(EntenteError) {
    let loader = SourceLoader(LoadOptions(maximumBytes: options.maximumBytes))
    let list = loader.list(sources)
    guard list.faults.isEmpty else { throw EntenteError(list.faults) }
    let entries = Dictionary(list.entries.map { ($0.id, $0) }) { first, _ in first }
    func text(_ id: String) -> [UInt8]? {
      entries[id].flatMap { try? loader.text(of: $0) }
    }
    if bytes.first(where: { $0 > 0x20 }) == 0x7B {
      let graph = try GraphJSON.decode(bytes, file: file)
      faults = Verifier.verify(graph, texts: text) { id in
        entries[id].flatMap { try? loader.bytes(of: $0) }.map(SHA256.hexadecimal)
      }
      let nodes = graph.nodes.flatMap { $0.mentions + ($0.event?.evidence ?? []) }
      quotations = nodes.count + graph.edges.reduce(0) { $0 + $1.evidence.count }
      documents = graph.documents.count
      additions =
        graph.nodes.count { $0.origin == .user } + graph.edges.count { $0.origin == .user }
    } else {
      let evidence = try Verification.quotations(in: bytes, file: file)
      faults = Verifier.verify(evidence: evidence, of: "the drawing", texts: text)
      quotations = evidence.count
      documents = Set(evidence.map(\.document)).count
      additions = Verification.additions(in: bytes)
    }
  }

  /// Nodes and lines of a DOT or SVG that Entente did not write.
  static func additions(in bytes: [UInt8]) -> Int {
    if SVGEvidence.read(bytes) != nil { return SVGEvidence.additions(in: bytes) }
    guard let file = try? DOTParser.parse(bytes, file: "") else { return 0 }
    return DOTCompletion.additions(in: DOTOutline(file)).count
  }

  /// The quotations in a DOT, SVG or HTML that Entente wrote, in the order of the file.
  ///
  /// - Throws: where there is none.
  public static func quotations(
    in bytes: [UInt8], file: String
  ) throws(EntenteError) -> [Evidence] {
    let evidence =
      Explorer.quotations(in: bytes) ?? SVGEvidence.read(bytes) ?? DOTEvidence.read(bytes)
    guard evidence.isEmpty else { return evidence }
    throw EntenteError(
      code: "verify.no-quotation", "the file holds no quotation that could be verified",
      at: Diagnostic.Place(file: file),
      hint: "give a graph JSON, or a DOT, SVG or HTML that Entente wrote of a graph with events")
  }
}
