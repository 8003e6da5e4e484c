import EntenteModel

/// Prints a review for people, or for programs.
public struct ReviewFormatter: Sendable {
  /// Columns of a line; decisions stand in one line, however long.
  public var width = 100
  /// The most items to print; nil for all.
  public var limit: Int?

  public init() {}

  /// The least sure items as text, a line break after each line.
  public func format(_ review: Review) -> String {
    let shown = review.items.prefix(limit ?? .max)
    var text = ""
    for (i, item) in shown.enumerated() {
      text += format(item, number: i + 1, review.speakers) + "\n"
    }
    let rest = review.items.count - shown.count
    if review.items.isEmpty { return "Nothing is left to review.\n" }
    if rest > 0 { text += "\(rest) more, each as sure or surer: see --limit.\n" }
    return text
  }

  private func format(_ item: Review.Item, number: Int, _ speakers: Speakers) -> String {
    let head = "\(number). \(Hundredths.count(item.score)) %, \(item.matter.rawValue)"
    var lines = [head]
    lines += WrappedText.lines(item.statement + ".", indent: 3, width: width)
    for reason in item.reasons {
      lines += WrappedText.lines("- " + reason, indent: 3, width: width)
    }
    for quote in item.quotations {
      lines += WrappedText.lines(
        "“\(quote.text)”\(speakers.remark(quote))", indent: 5, width: width)
      lines += WrappedText.lines(
        "\(quote.document), bytes \(quote.start)–\(quote.end)", indent: 7, width: width)
    }
    for choice in item.choices {
      lines.append("   If \(choice.meaning):")
      lines.append("     " + choice.line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The least sure items as JSON, described in `docs/review.md`; equal reviews are equal bytes.
  public func json(_ review: Review) -> [UInt8] {
    var w = JSONWriter()
    w.raw("{\n  \"format\": \"entente-review\",\n  \"version\": 1,\n  \"count\": ")
    w.whole(review.items.count)
    w.raw(",\n  \"items\": ")
    w.lines(Array(review.items.prefix(limit ?? .max)), level: 1) { $0.item($1) }
    w.raw("\n}\n")
    return w.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func item(_ item: Review.Item) {
    raw("{\"matter\": ")
    string(item.matter.rawValue)
    raw(", \"score\": ")
    hundredths(item.score)
    raw(", \"statement\": ")
    string(item.statement)
    raw(", \"reasons\": ")
    strings(item.reasons)
    raw(",\n      \"quotations\": ")
    lines(item.quotations, level: 3) { writer, quote in
      writer.raw("{\"document\": ")
      writer.string(quote.document)
      writer.raw(", \"start\": ")
      writer.whole(quote.start)
      writer.raw(", \"end\": ")
      writer.whole(quote.end)
      writer.raw(", \"text\": ")
      writer.string(quote.text)
      if let speaker = quote.speaker { writer.speaker(speaker) }
      writer.raw("}")
    }
    raw(",\n      \"choices\": ")
    lines(item.choices, level: 3) { writer, choice in
      writer.raw("{\"meaning\": ")
      writer.string(choice.meaning)
      writer.raw(", \"line\": ")
      writer.string(choice.line)
      writer.raw("}")
    }
    raw("}")
  }
}
