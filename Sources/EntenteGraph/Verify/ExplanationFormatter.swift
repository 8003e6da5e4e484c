import EntenteModel

/// Prints an explanation as plain text.
public struct ExplanationFormatter {
  /// Columns of a line; quotations are wrapped but never changed.
  public var width: Int

  public init(width: Int = 88) { self.width = max(40, width) }

  /// The explanation, a line break after each line.
  public func format(_ explanation: Explanation) -> String {
    var lines: [String] = []
    for subject in explanation.subjects { lines += describe(subject, explanation.speakers) }
    if explanation.subjects.count == 2, explanation.edges.isEmpty {
      lines.append("")
      lines += explanation.path.isEmpty ? ["Nothing joins them."] : ["What joins them:"]
    }
    for step in explanation.path {
      lines += wrap(
        "\(step.from.name) \(phrase(step)) \(step.to.name)\(tail(step.edge))", indent: 2)
      lines += quotes(step.edge.evidence, explanation.speakers, most: 2)
    }
    if !explanation.edges.isEmpty {
      lines += ["", "Stated of it:"]
      for edge in explanation.edges {
        lines += wrap("\(edge.source) \(edge.type.rawValue) \(edge.target)\(tail(edge))", indent: 2)
        lines += quotes(edge.evidence, explanation.speakers, most: 1)
      }
    }
    if !explanation.judgements.isEmpty {
      lines += ["", "Judged:"]
      for judgement in explanation.judgements { lines += describe(judgement) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(_ subject: Explanation.Subject, _ speakers: Speakers) -> [String] {
    let node = subject.node
    var lines = wrap("\(node.name) (\(node.kind.rawValue), \(node.id))", indent: 0)
    if subject.quotations == 0 {
      lines.append("  No article names it; it follows from other statements.")
    } else {
      let what = node.event == nil ? "Named" : "Told of"
      lines.append("  \(what) \(times(subject.quotations)) in \(documents(subject.documents)).")
    }
    let others = node.aliases.filter { $0 != node.name }
    if !others.isEmpty {
      lines += wrap(
        "Also called " + others.map { "“\($0)”" }.joined(separator: ", ") + ".", indent: 2)
    }
    for report in node.event?.reports ?? [] {
      let date = report.date.map { ", \($0)" } ?? ""
      let noun = report.noun.map { " (\($0))" } ?? ""
      lines += wrap("\(report.document): \(report.status.rawValue)\(date)\(noun)", indent: 2)
    }
    return lines + quotes(subject.first, speakers, most: 3)
  }

  private func describe(_ judgement: Judgement) -> [String] {
    if let decision = decided(judgement) { return wrap(decision, indent: 2) }
    let word =
      switch judgement.verdict {
      case .same: "is"
      case .different: "is not"
      case .maybe: "may be"
      }
    let score = String(Hundredths.count(judgement.score)) + " %"
    let reasons = judgement.reasons.joined(separator: "; ")
    return wrap("\(judgement.a) \(word) \(judgement.b) (\(score): \(reasons))", indent: 2)
  }

  /// What the user decided, and what was found; nil for what joining or reading found by itself.
  private func decided(_ judgement: Judgement) -> String? {
    guard let word = DecisionRecord.word(of: judgement) else { return nil }
    let (a, b) = (judgement.plainName, judgement.b)
    let found = judgement.found ?? "nothing"
    let type = judgement.reasons.dropFirst(2).first ?? ""
    switch word {
    case DecisionRecord.status, DecisionRecord.date, DecisionRecord.kind:
      return "You decided: the \(word) of \(b) is \(a). Found was: \(found)."
    case DecisionRecord.renamed: return "You decided: \(b) is shown as “\(a)”."
    case DecisionRecord.leftOut: return "You decided: “\(a)” (\(b)) is left out."
    case DecisionRecord.edgeKept:
      return "You decided: \(a) \(type) \(b) is right. Found was: \(found)."
    case DecisionRecord.edgeLeftOut:
      let documents = judgement.reasons.dropFirst(4).joined(separator: ", ")
      return "You decided: \(a) \(type) \(b) is left out. Found was: \(found)"
        + (documents.isEmpty ? "." : ", in \(documents).")
    default:
      switch judgement.verdict {
      case .same: return "You decided: \(judgement.a) and \(b) are one."
      case .different: return "You decided: \(judgement.a) and \(b) are two."
      case .maybe: return nil
      }
    }
  }

  private func phrase(_ step: Explanation.Step) -> String {
    step.edge.source == step.from.id
      ? "→ \(step.edge.type.rawValue) →" : "← \(step.edge.type.rawValue) ←"
  }

  private func tail(_ edge: Edge) -> String {
    let role = edge.role.map { ", as \($0)" } ?? ""
    let origin = edge.origin == .text ? "" : ", \(edge.origin.rawValue)"
    return "\(role) (\(Hundredths.count(edge.confidence)) %\(origin))"
  }

  private func quotes(_ evidence: [Evidence], _ speakers: Speakers, most: Int) -> [String] {
    let indent = 4
    var lines: [String] = []
    for quote in evidence.prefix(most) {
      lines += wrap("“\(quote.text)”\(speakers.remark(quote))", indent: indent)
      lines += wrap("\(quote.document), bytes \(quote.start)–\(quote.end)", indent: indent + 2)
    }
    if evidence.count > most {
      lines.append(String(repeating: " ", count: indent) + "and \(evidence.count - most) more")
    }
    return lines
  }

  private func wrap(_ text: String, indent: Int) -> [String] {
    WrappedText.lines(text, indent: indent, width: width)
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private func documents(_ count: Int) -> String {
    count == 1 ? "1 document" : "\(count) documents"
  }
}
