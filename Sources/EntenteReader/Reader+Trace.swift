internal import EntenteKnowledge
package import EntenteModel

extension Reader {
  /// What each stage made of the article, a line a chunk and event: for finding the first step that went wrong.
  package func trace(_ article: Article) -> String {
    let text = Text(article, lexicon)
    var scanner = Scanner(text, lexicon)
    var lines: [String] = []
    let quotations = Quotations(text)
    for number in text.sentences.indices {
      scanner.begin(number)
      let sentence = text.sentences[number]
      lines.append(
        "\(number) [\(sentence.role.rawValue)] " + text.string(sentence.start, sentence.end))
      let chunks = scanner.chunks()
      var reader = EventReader(scanner, chunks, lists: 0)
      for chunk in chunks { lines.append("    " + describe(chunk, scanner)) }
      for frame in reader.frames { lines.append("    frame " + describe(frame, reader)) }
      reader.read()
      for event in reader.found { lines.append("    EVENT " + describe(event, scanner)) }
      for attribution in AttributionFinder.attributions(in: reader, quotations) {
        lines.append("    SAID by " + describe(attribution, text))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func describe(_ chunk: Chunk, _ scanner: Scanner) -> String {
    switch chunk {
    case .phrase(let p): "NP " + describe(p, scanner)
    case .verb(let verb):
      "VG \(scanner.text.string(verb.start, verb.end)) \(verb.sense)\(verb.isPassive ? " passive" : "")\(verb.isFuture ? " future" : "")\(verb.isNegated ? " not" : "") \(verb.form)"
    case .preposition(_, let start, let end): "PP \(scanner.text.string(start, end))"
    case .time(let time): "TIME \(scanner.text.string(time.start, time.end))"
    case .conjunction: "and"
    case .comma: ","
    case .relative: "REL"
    case .border: "|"
    case .other: "?"
    }
  }

  private func describe(_ p: Int, _ scanner: Scanner) -> String {
    let phrase = scanner.phrases[p]
    var line = "\(phrase.form) «\(scanner.text.string(phrase.start, phrase.end))»"
    for m in phrase.mentions { line += " " + describe(mention: m, scanner) }
    for o in phrase.offices {
      line +=
        " office:\(scanner.text.string(scanner.offices[o].start, scanner.offices[o].end))"
        + (scanner.offices[o].body.map { "/" + describe(mention: $0, scanner) } ?? "")
    }
    if !phrase.owners.isEmpty {
      line += " owners:" + phrase.owners.map { describe(mention: $0, scanner) }.joined()
    }
    for item in phrase.items { line += "\n        - " + describe(item, scanner) }
    for link in phrase.links { line += " of(" + describe(link.phrase, scanner) + ")" }
    return line
  }

  private func describe(mention m: Int, _ scanner: Scanner) -> String {
    let mention = scanner.mentions[m]
    return
      "[\(scanner.text.string(mention.start, mention.end)):\(mention.kind?.rawValue ?? "?")\(mention.owner.map { " < " + describe(mention: $0, scanner) } ?? "")\(mention.offices.map { " @" + scanner.text.string(scanner.offices[$0].start, scanner.offices[$0].end) }.joined())]"
  }

  private func describe(_ frame: Frame, _ reader: EventReader) -> String {
    let text = reader.scanner.text
    func phrase(_ p: Int?) -> String {
      p.map { text.string(reader.phrases[$0].start, reader.phrases[$0].end) } ?? "-"
    }
    return
      "\(text.string(frame.verb.start, frame.verb.end)): S=\(phrase(frame.subject)) O=\(phrase(frame.object)) "
      + frame.adjuncts.map { "\(lexicon.knowledge.text(ofWord: $0.slot)):\(phrase($0.phrase))" }
      .joined(separator: "; ")
      + (frame.governor.map {
        " gov=\(text.string(reader.frames[$0].verb.start, reader.frames[$0].verb.end))"
      } ?? "")
  }

  private func describe(_ attribution: Attribution, _ text: Text) -> String {
    func string(_ range: Range<Int>) -> String { text.string(range.lowerBound, range.upperBound) }
    return "\(string(attribution.words)) (\(attribution.speaker)): "
      + attribution.said.map { "«\(string($0))»" }.joined(separator: " ")
  }

  private func describe(_ event: EventMention, _ scanner: Scanner) -> String {
    "\(event.kind.rawValue) \(event.noun) \(event.status?.rawValue ?? "?") rule=\(event.rule) def=\(event.isDefinite) pl=\(event.isPlural) "
      + event.roles.map { role in
        switch role.party {
        case .mention(let m): "\(role.type.rawValue)=\(describe(mention: m, scanner))"
        case .office(let o):
          "\(role.type.rawValue)=office:\(scanner.text.string(scanner.offices[o].start, scanner.offices[o].end))"
        default: "\(role.type.rawValue)=\(role.party)"
        }
      }.joined(separator: ", ")
      + (event.place.map { " place=" + describe(mention: $0, scanner) } ?? "")
      + (event.time.map { " time=" + scanner.text.string($0.start, $0.end) } ?? "")
  }
}
