/// Makes a hand-edited file of Entente drawable as it stands: places for boxes that have none, straight
/// lines where a box was moved, the look of additions, and their line in the legend.
package enum DOTCompletion {
  /// The file to draw; any other file, and one with faults, comes back as it is.
  package static func completed(_ bytes: [UInt8]) -> [UInt8] {
    guard DOTStamp.isEdited(bytes) == true,
      let file = try? DOTParser.parse(bytes, file: "")
    else { return bytes }
    let outline = DOTOutline(file)
    guard !outline.manifest.isEmpty else { return bytes }
    var sheet = CompletionSheet(outline)
    sheet.run()
    sheet.takeOutLongComments(of: bytes)
    return sheet.splice(into: bytes, before: file.closing)
  }

  /// The ids of what a person added: nodes and edges that Entente did not write.
  package static func additions(in outline: DOTOutline) -> Set<String> {
    guard !outline.manifest.isEmpty else { return [] }
    return Set(
      outline.entries.filter { entry in
        entry.kind != .defaults && entry.base == nil && entry.range != nil
          && !outline.manifest.holds(entry.id)
      }.map(\.id))
  }
}

/// The boxes of a file and what has to be written into it.
private struct CompletionSheet {
  private struct Box {
    var x, y, width, height: Double

    func touches(_ point: (x: Double, y: Double)) -> Bool {
      abs(point.x - x) <= width / 2 + 9 && abs(point.y - y) <= height / 2 + 9
    }
  }

  private let outline: DOTOutline
  private let added: Set<String>
  /// False where Graphviz is asked for a layout, and finds places itself.
  private let isPlaced: Bool
  private var boxes: [String: Box] = [:]
  private var replacements: [(range: Range<Int>, bytes: [UInt8])] = []
  private var tail: [String] = []
  private var foot = 0.0
  private var left = 0.0

  init(_ outline: DOTOutline) {
    self.outline = outline
    added = DOTCompletion.additions(in: outline)
    isPlaced = outline["the graph"]?.value("layout")?.text == "nop2"
  }

  mutating func run() {
    measure()
    for entry in outline.entries {
      switch entry.kind {
      case .node where isPlaced && boxes[entry.id] == nil: place(entry)
      case .node: if added.contains(entry.id) { write(look(entry), at: entry) }
      case .edge, .defaults: continue
      }
    }
    if isPlaced { placeUndeclared() }
    for entry in outline.entries {
      guard case .edge(let tail, let head) = entry.kind else { continue }
      if isPlaced { straighten(entry, tail, head) }
      if added.contains(entry.id) { write(look(entry), at: entry) }
    }
    if !added.isEmpty, !boxes.isEmpty { writeLegend() }
  }

  /// Graphviz's lexer refuses comments of 16,384 bytes or more; to the drawing they say nothing.
  mutating func takeOutLongComments(of bytes: [UInt8]) {
    for comment in DOTLexer(bytes).comments where comment.range.count > DOTText.longestPiece {
      replacements.append((comment.range, []))
    }
  }

  private mutating func measure() {
    for entry in outline.entries where entry.kind == .node {
      let numbers = numbers(entry.value("pos")?.text ?? "")
      guard numbers.count >= 2 else { continue }
      boxes[entry.id] = Box(
        x: numbers[0], y: numbers[1], width: size(entry, "width", 0.75),
        height: size(entry, "height", 0.5))
    }
    foot = (boxes.values.map { $0.y - $0.height / 2 }.min() ?? 0) - 10
    left = boxes.values.map { $0.x - $0.width / 2 }.min() ?? 0
    column = left
  }

  private func size(_ entry: DOTOutline.Entry, _ name: String, _ usual: Double) -> Double {
    (numbers(entry.value(name)?.text ?? "").first ?? usual) * 72
  }

  private func numbers(_ text: String) -> [Double] {
    text.split { $0 == "," || $0 == " " || $0 == "!" }.compactMap { Double(String($0)) }
      .filter { $0.isFinite && abs($0) < 1e6 }
  }

  // MARK: Places

  private var column = 0.0

  /// Puts a box into the rows under the picture.
  private mutating func place(_ id: String, width: Double, height: Double) -> String {
    if column > left, column + width > left + 510 {
      column = left
      foot -= 34
    }
    let box = Box(x: column + width / 2, y: foot - 14, width: width, height: height)
    boxes[id] = box
    column += width + 12
    return "\(DOTNumber.text(box.x)),\(DOTNumber.text(box.y))"
  }

  private mutating func place(_ entry: DOTOutline.Entry) {
    let words = entry.value("label")?.words ?? entry.id
    let width = entry.value("width") == nil ? room(words) : size(entry, "width", 0.75)
    let height = entry.value("height") == nil ? 22 : size(entry, "height", 0.3)
    var own = added.contains(entry.id) ? look(entry) : []
    own.append(DOTAttribute("pos", place(entry.id, width: width, height: height)))
    if entry.value("width") == nil { own.append(DOTAttribute("width", width / 72)) }
    if entry.value("height") == nil { own.append(DOTAttribute("height", height / 72)) }
    write(own, at: entry)
  }

  private func room(_ words: String) -> Double {
    min(max(TextMetrics.width(of: words, size: 8) + 14, 40), 300)
  }

  /// Nodes that only a line names.
  private mutating func placeUndeclared() {
    for entry in outline.entries {
      guard case .edge(let tail, let head) = entry.kind else { continue }
      for id in [tail, head] where boxes[id] == nil {
        let width = room(id)
        var own = [DOTAttribute("pos", place(id, width: width, height: 22))]
        own += [DOTAttribute("width", width / 72), DOTAttribute("height", 22.0 / 72)]
        own += UserLook.node + [DOTAttribute("class", UserLook.name)]
        self.tail.append(statement(id, own))
      }
    }
  }

  // MARK: Looks

  private func look(_ entry: DOTOutline.Entry) -> [DOTAttribute] {
    let usual = entry.kind == .node ? UserLook.node : UserLook.edge
    var own: [DOTAttribute] = []
    if entry.group != Edits.group {
      // Where it stands in a bank it keeps the bank's colours; the double line tells it apart.
      let telling = entry.kind == .node ? ["peripheries"] : ["color", "penwidth"]
      own = usual.filter { telling.contains($0.name) && entry.value($0.name) == nil }
    }
    let named = entry.value("class").map { $0.text + " " } ?? ""
    if !named.split(separator: " ").contains(Substring(UserLook.name)) {
      own.append(DOTAttribute("class", .given(DOTValue(named + UserLook.name))))
    }
    return own
  }

  /// A line whose ends do not touch its boxes any more is drawn anew.
  private mutating func straighten(_ entry: DOTOutline.Entry, _ tail: String, _ head: String) {
    guard let pos = entry.value("pos")?.text, !pos.isEmpty, let range = entry.ranges["pos"]
    else { return }
    var points: [(x: Double, y: Double)] = []
    var ends: [(x: Double, y: Double)] = []
    for word in pos.split(separator: " ") {
      let isEnd = word.hasPrefix("e,") || word.hasPrefix("s,")
      let pair = numbers(String(isEnd ? word.dropFirst(2) : word))
      guard pair.count >= 2 else { continue }
      if isEnd { ends.append((pair[0], pair[1])) } else { points.append((pair[0], pair[1])) }
    }
    guard let first = points.first, let last = ends.last ?? points.last, let a = boxes[tail],
      let b = boxes[head], !a.touches(first) || !b.touches(last)
    else { return }
    replacements.append((range, Array("pos=\"\"".utf8)))
  }

  // MARK: Writing

  /// Writes attributes into a statement, in front of its own, which win.
  private mutating func write(_ attributes: [DOTAttribute], at entry: DOTOutline.Entry) {
    guard !attributes.isEmpty, let range = entry.range else { return }
    var text = list(attributes)
    for attribute in attributes {
      // An attribute that stands there already is the one that would win.
      guard let own = entry.ranges[attribute.name] else { continue }
      replacements.append((own, Array(list([attribute]).utf8)))
      text = list(attributes.filter { entry.ranges[$0.name] == nil })
    }
    guard !text.isEmpty else { return }
    if let open = entry.list {
      replacements.append((open..<open, Array((text + ", ").utf8)))
    } else {
      replacements.append((range.upperBound..<range.upperBound, Array(" [\(text)]".utf8)))
    }
  }

  private func list(_ attributes: [DOTAttribute]) -> String {
    attributes.map { "\($0.name)=" + String(decoding: $0.parsed.written, as: UTF8.self) }
      .joined(separator: ", ")
  }

  private func statement(_ id: String, _ attributes: [DOTAttribute]) -> String {
    String(decoding: DOTText.quoted(id), as: UTF8.self)
      + " [\(list(attributes))];"
  }

  private mutating func writeLegend() {
    let lowest = boxes.values.map { $0.y - $0.height / 2 }.min() ?? 0
    let y = lowest - 22
    let width = TextMetrics.width(of: UserLook.words, size: 8) + 4
    func place(_ x: Double, _ width: Double, _ height: Double) -> [DOTAttribute] {
      [
        DOTAttribute("pos", "\(DOTNumber.text(x)),\(DOTNumber.text(y))"),
        DOTAttribute("width", width / 72), DOTAttribute("height", height / 72),
      ]
    }
    tail.append(
      statement(
        "legend.user", UserLook.node + [DOTAttribute("label", "")] + place(left + 8, 8, 3)))
    tail.append(
      statement(
        "legend.user.text",
        [
          DOTAttribute("label", UserLook.words), DOTAttribute("class", "text"),
          DOTAttribute("shape", "plaintext"), DOTAttribute("style", ""),
          DOTAttribute("peripheries", "0"),
        ] + place(left + 24 + width / 2, width, 11)))
  }

  /// The file with everything written in.
  func splice(into bytes: [UInt8], before closing: Int) -> [UInt8] {
    var all = replacements
    let end = tail.map { "  \($0)\n" }.joined()
    if !end.isEmpty { all.append((closing..<closing, Array(end.utf8))) }
    var result: [UInt8] = []
    var done = 0
    for (range, new) in all.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard range.lowerBound >= done else { continue }
      result += bytes[done..<range.lowerBound]
      result += new
      done = range.upperBound
    }
    return result + bytes[done...]
  }
}
