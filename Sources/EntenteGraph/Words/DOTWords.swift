package import EntenteModel

extension Words {
  /// A DOT file in words, as it stands: names, texts and lines as they were edited, quotations from
  /// its comments. Works for any DOT; of one that Entente wrote it knows who took part in what.
  ///
  /// - Parameter file: what messages call the bytes.
  /// - Throws: where the bytes are no DOT, with line and column.
  package init(dot: [UInt8], file: String) throws(EntenteError) {
    self = DOTWords(try DOTFile(dot, file: file)).words()
  }
}

/// Tells a DOT file in sentences.
struct DOTWords {
  private let file: DOTFile
  /// Events in the order of the file, each with its lines.
  private var events: [DOTFile.Node] = []
  private var lines: [String: [DOTFile.Line]] = [:]
  private var number: [String: Int] = [:]
  /// Lines that join no event.
  private var others: [DOTFile.Line] = []

  private static let kinds: Set<String> = ["meeting", "visit", "agreement"]
  private static let sides: Set<String> = ["participant", "party-to", "visitor", "other"]

  init(_ file: DOTFile) {
    self.file = file
    let drawn = file.lines.filter { !DOTWords.isLegend($0.tail) }
    let heads = Set(
      drawn.filter { DOTWords.sides.contains(DOTWords.kind($0.attributes)) }.map(\.head))
    events = file.nodes.filter {
      DOTWords.kinds.contains(DOTWords.kind($0.attributes)) || heads.contains($0.name)
    }
    for (i, event) in events.enumerated() { number[event.name] = i + 1 }
    for line in drawn {
      if number[line.head] != nil {
        lines[line.head, default: []].append(line)
      } else if number[line.tail] != nil {
        lines[line.tail, default: []].append(line)
      } else {
        others.append(line)
      }
    }
  }

  private static func isLegend(_ name: String) -> Bool { name.hasPrefix("legend.") }

  /// The first of the classes.
  private static func kind(_ attributes: [String: DOTFile.Value]) -> String {
    guard case .text(let text)? = attributes["class"] else { return "" }
    return text.split(separator: " ").first.map { String($0) } ?? ""
  }

  func words() -> Words {
    let head = file.node("title")?.label
    let title = head?.title ?? ""
    var chapters = events.enumerated().map { i, event in
      Words.Chapter(
        heading: "\(i + 1). \(event.label.title)", sentences: sentences(of: event),
        events: [event.name])
    }
    if !banks.isEmpty { chapters.append(Words.Chapter(heading: "Who is shown", sentences: banks)) }
    let tails = Dictionary(grouping: others, by: \.tail)
    var seen: Set<String> = []
    let joined = others.map(\.tail).filter { seen.insert($0).inserted }.map { tail in
      Words.sentence("\(name(tail)) is joined to " + Words.list((tails[tail] ?? []).map(told)))
    }
    if !joined.isEmpty {
      chapters.append(
        Words.Chapter(heading: events.isEmpty ? "Lines" : "Other lines", sentences: joined))
    }
    var notes = (file.node("note")?.label.lines.map(\.text) ?? []).joined(separator: " ")
    if file.isEdited == true {
      notes +=
        (notes.isEmpty ? "" : " ") + "The picture was edited by hand: this tells what it shows."
    }
    var summary = (head?.detail ?? []).joined(separator: " ").replacing(" · ", with: ", ")
    if summary.isEmpty { summary = counts }
    return Words(
      title: title, alternative: Words.alternative(title: title, counts: counts),
      summary: [Words.sentence(summary)], chapters: chapters, notes: notes.isEmpty ? [] : [notes],
      evidence: rows)
  }

  private var counts: String {
    var told = ["meeting", "visit", "agreement"].compactMap { kind -> String? in
      let count = events.filter { DOTWords.kind($0.attributes) == kind }.count
      return count > 0 ? Captions.count(count, "box") + " for \(kind)s" : nil
    }
    if told.isEmpty {
      let nodes = file.nodes.filter { !DOTWords.isLegend($0.name) }.count
      told = [Captions.count(nodes, "box"), Captions.count(others.count, "line")]
    }
    return "It shows " + Words.list(told) + "."
  }

  private func sentences(of event: DOTFile.Node) -> [String] {
    // Lines are broken where the box ends, not where a sentence does.
    let detail = event.label.detail.joined(separator: " ").replacing(" · ", with: ", ")
    var sentences = detail.isEmpty ? [] : [Words.sentence(Captions.capitalized(detail))]
    let all = lines[event.name] ?? []
    func partners(_ condition: (String) -> Bool) -> [String] {
      var seen: Set<String> = []
      return all.filter { condition(DOTWords.kind($0.attributes)) }
        .map { $0.head == event.name ? $0.tail : $0.head }
        .filter { seen.insert($0).inserted }.map(name)
    }
    let sides = partners { $0 != "other" && $0 != "may-be-same" }
    if !sides.isEmpty {
      sentences.append(
        "\(sides.count == 1 ? "The side is" : "The sides are") \(Words.list(sides)).")
    }
    let hosts = partners { $0 == "other" }
    if !hosts.isEmpty {
      sentences.append("\(Words.list(hosts)) received the guests or signed for a side.")
    }
    if let visit = frame(of: event) { sentences.append("It was part of: \(visit).") }
    let twins = partners { $0 == "may-be-same" }
    if !twins.isEmpty {
      sentences.append("It may be one and the same as \(Words.list(twins.map { "“\($0)”" })).")
    }
    return sentences
  }

  /// The title of the visit that an event is drawn in; nil for the visit itself.
  private func frame(of event: DOTFile.Node) -> String? {
    for group in event.groups.map({ file.groups[$0] })
    where DOTWords.kind(group.attributes) == "visit" && group.name != "cluster_" + event.name {
      return group.attributes["tooltip"]?.plain(group.name)
    }
    return nil
  }

  /// What a reader sees of a box.
  private func name(_ node: String) -> String {
    let title = file.node(node)?.label.title ?? ""
    return title.isEmpty ? Words.line(node) : title
  }

  /// Each bank with the boxes in it: `Cambodia: Hun Sen, President, CPP; …`
  private var banks: [String] {
    var boxes: [Int: [DOTFile.Node]] = [:]
    for node in file.nodes where DOTWords.kind(node.attributes) != "country" {
      for group in node.groups where DOTWords.kind(file.groups[group].attributes) == "bank" {
        boxes[group, default: []].append(node)
      }
    }
    return boxes.sorted { $0.key < $1.key }.map { i, boxes in
      let told = boxes.map { ([name($0.name)] + $0.label.detail).joined(separator: ", ") }
      let group = file.groups[i]
      return Words.sentence(
        "\(group.attributes["tooltip"]?.plain("") ?? group.name): " + told.joined(separator: "; "))
    }
  }

  private func told(_ line: DOTFile.Line) -> String {
    let label = line.attributes["label"]?.plain("") ?? ""
    return label.isEmpty ? name(line.head) : "\(name(line.head)) (\(label))"
  }

  /// A row; a speaker who is a box has its name.
  private func row(_ statement: String, _ quote: Evidence) -> Words.Row {
    var row = Words.Row(statement, quote, in: file.documents[quote.document], .none)
    if let box = quote.speaker?.id.flatMap({ file.node($0) }) { row.speaker = name(box.name) }
    return row
  }

  /// The quotations behind each event with those of its lines, then behind other lines.
  private var rows: [Words.Row] {
    var rows: [Words.Row] = []
    for event in events {
      var parts: [Evidence: [String]] = [:]
      for quote in event.evidence.map(\.withoutRule) { parts[quote] = [] }
      for line in lines[event.name] ?? [] {
        let partner = name(line.head == event.name ? line.tail : line.head)
        for quote in Set(line.evidence.map(\.withoutRule)) {
          parts[quote, default: []].append(partner)
        }
      }
      let start = "\(number[event.name] ?? 0). \(event.label.title)"
      for (quote, names) in parts.sorted(by: { $0.key < $1.key }) {
        let statement = names.isEmpty ? start : "\(start): with \(Words.list(names))"
        rows.append(row(statement, quote))
      }
    }
    for line in others {
      for quote in Set(line.evidence.map(\.withoutRule)).sorted() {
        rows.append(row("\(name(line.tail)) – \(told(line))", quote))
      }
    }
    for node in file.nodes where number[node.name] == nil {
      for quote in Set(node.evidence.map(\.withoutRule)).sorted() {
        rows.append(row("\(name(node.name)) is named", quote))
      }
    }
    return rows
  }
}
