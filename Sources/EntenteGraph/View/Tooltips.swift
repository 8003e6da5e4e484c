import EntenteModel

/// What a reader sees on pointing at something: the sentences that support it and the articles they
/// stand in.
enum Tooltips {
  static let mostQuotes = 3
  static let longestQuote = 500

  static func event(_ members: [Node], evidence: [Evidence], _ speakers: Speakers) -> String {
    let names = members.map(\.name).joined(separator: ", ")
    return ([names] + quotes(evidence, speakers)).joined(separator: "\n")
  }

  static func line(
    _ name: String, evidence: [Evidence], mayBeSame: Bool, _ speakers: Speakers
  ) -> String {
    let start = mayBeSame ? "May be one and the same event" : name
    return ([start] + quotes(evidence, speakers)).joined(separator: "\n")
  }

  static func card(_ members: [Node]) -> String {
    members.map { node in
      let others = Set(node.aliases).subtracting([node.name]).sorted()
      let articles = Set(node.mentions.map(\.document)).count
      var text = node.name
      if !others.isEmpty { text += "\nalso: " + others.joined(separator: "; ") }
      if articles > 0 { text += "\nnamed in \(Captions.count(articles, "article"))" }
      return text
    }.joined(separator: "\n")
  }

  private static func quotes(_ evidence: [Evidence], _ speakers: Speakers) -> [String] {
    var lines = evidence.prefix(mostQuotes).map {
      "“\(shortened($0.text))”\(speakers.remark($0)) (\($0.document))"
    }
    if evidence.count > mostQuotes { lines.append("and \(evidence.count - mostQuotes) more") }
    return lines
  }

  private static func shortened(_ text: String) -> String {
    let line = text.onOneLine
    // Counting characters is slow, and there are no more of them than bytes.
    guard line.utf8.count > longestQuote, line.count > longestQuote else { return line }
    return line.prefix(longestQuote) + "…"
  }
}

extension String {
  /// The text with a space for each run of line ends, and none at its ends.
  var onOneLine: String {
    guard unicodeScalars.contains(where: \.endsLine) else { return self }
    return unicodeScalars.split(whereSeparator: \.endsLine).map { String($0) }
      .joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// Unicode's line ends: from the line feed to the carriage return, and the three beyond ASCII.
  fileprivate var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028...0x2029: true
    default: false
    }
  }
}
