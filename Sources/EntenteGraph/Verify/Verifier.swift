public import EntenteModel

/// Re-reads the articles and finds every quotation that does not stand where the graph says it
/// does.
public enum Verifier {
  /// Faults in a graph: quotations that are not there, byte for byte, statements without one,
  /// documents missing or altered. An empty list means that the graph holds.
  ///
  /// `texts` gives a document's text as read, by its id; `digests` the SHA-256 of its bytes as they
  /// are now, in hexadecimal, or nil where that is not to be compared. Linear in the size of the
  /// quotations.
  public static func verify(
    _ graph: Graph, texts: (String) -> [UInt8]?, digests: (String) -> String? = { _ in nil }
  ) -> [Diagnostic] {
    var verification = Verification()
    for document in graph.documents {
      verification.check(document, digest: digests(document.id), texts)
    }
    for node in graph.nodes {
      for mention in node.mentions {
        verification.check(mention, of: "the node “\(node.id)”", texts)
      }
      for evidence in node.event?.evidence ?? [] {
        verification.check(evidence, of: "the event “\(node.id)”", texts)
      }
    }
    for edge in graph.edges {
      for evidence in edge.evidence {
        verification.check(evidence, of: "the edge “\(edge.id)”", texts)
      }
    }
    return verification.diagnostics + unsupported(graph)
  }

  /// Faults in quotations alone, as a drawing carries them; `owner` says in messages what carries
  /// them.
  public static func verify(
    evidence: [Evidence], of owner: String = "the drawing", texts: (String) -> [UInt8]?
  ) -> [Diagnostic] {
    var verification = Verification()
    for quote in evidence { verification.check(quote, of: owner, texts) }
    return verification.diagnostics
  }

  /// Statements that claim a text and quote none.
  private static func unsupported(_ graph: Graph) -> [Diagnostic] {
    var supported: Set<String> = []
    var faults: [Diagnostic] = []
    for edge in graph.edges {
      if edge.origin == .user || !edge.evidence.isEmpty {
        supported.formUnion([edge.source, edge.target])
      }
      if edge.origin == .text, edge.evidence.isEmpty {
        faults.append(
          Diagnostic(
            .error, code: "verify.no-evidence",
            "The edge “\(edge.id)” claims to be from a text but quotes none.",
            hint: "Add the evidence, or set its origin to “user”, “inferred” or “background”."))
      }
    }
    let places = Set(
      graph.nodes.flatMap { [$0.event?.place] + ($0.event?.reports.map(\.place) ?? []) }
        .compactMap { $0 })
    for node in graph.nodes {
      let quotes = node.event?.evidence ?? node.mentions
      guard quotes.isEmpty, node.origin != .user, !supported.contains(node.id),
        !places.contains(node.id)
      else { continue }
      faults.append(
        Diagnostic(
          .error, code: "verify.no-mention",
          node.event == nil
            ? "No article is quoted that names “\(node.name)” (\(node.id))."
            : "No sentence is quoted that tells of “\(node.name)” (\(node.id)).",
          hint: "Remove the node, or add where it is named."))
    }
    return faults
  }
}

/// One run over quotations: remembers texts and says of a missing document only once that it is
/// missing.
private struct Verification {
  private var read: [String: [UInt8]?] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  mutating func check(
    _ document: DocumentRecord, digest: String?, _ texts: (String) -> [UInt8]?
  ) {
    _ = text(of: document.id, texts)
    guard let digest, digest.lowercased() != document.sha256.lowercased() else { return }
    diagnostics.append(
      Diagnostic(
        .error, code: "verify.altered-document",
        "The document “\(document.id)” is not the one that was read: its SHA-256 differs.",
        at: .init(file: document.id),
        hint: "Restore the article, or build the graph again from the new one."))
  }

  private mutating func text(of document: String, _ texts: (String) -> [UInt8]?) -> [UInt8]? {
    if let known = read[document] { return known }
    let text = texts(document)
    read[document] = .some(text)
    if text == nil {
      diagnostics.append(
        Diagnostic(
          .error, code: "verify.missing-document", "The document “\(document)” was not found.",
          at: .init(file: document), hint: "Give the folder or file that the graph was made from."))
    }
    return text
  }

  mutating func check(
    _ evidence: Evidence, of owner: String, _ texts: (String) -> [UInt8]?
  ) {
    guard let text = text(of: evidence.document, texts) else { return }
    let range = "\(evidence.start)–\(evidence.end)"
    guard evidence.start >= 0, evidence.start < evidence.end, evidence.end <= text.count else {
      diagnostics.append(
        Diagnostic(
          .error, code: "verify.no-such-range",
          "The quotation of \(owner) stands at bytes \(range), but the document has \(text.count).",
          at: .init(file: evidence.document, offset: max(0, min(evidence.start, text.count)))))
      return
    }
    if let speaker = evidence.speaker {
      check(
        Evidence(
          document: evidence.document, start: speaker.start, end: speaker.end, text: speaker.text),
        of: "the speaker for \(owner)", texts)
    }
    guard !text[evidence.start..<evidence.end].elementsEqual(evidence.text.utf8) else { return }
    let found = String(decoding: text[evidence.start..<evidence.end].prefix(120), as: UTF8.self)
    diagnostics.append(
      Diagnostic(
        .error, code: "verify.altered-quotation",
        "The quotation of \(owner), “\(evidence.text.prefix(120))”, does not stand at bytes "
          + "\(range); “\(found)” does.",
        at: place(evidence, text),
        hint: "The article or the graph was changed since the graph was made."))
  }

  private func place(_ evidence: Evidence, _ text: [UInt8]) -> Diagnostic.Place {
    let before = text[..<evidence.start]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return .init(
      file: evidence.document, line: line, column: evidence.start - start + 1,
      offset: evidence.start)
  }
}
