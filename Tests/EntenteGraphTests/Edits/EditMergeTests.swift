import EntenteGraph
import EntenteModel
import Testing

@Suite struct EditMergeTests {
  private func outline(_ bytes: [UInt8]) throws -> DOTOutline {
    DOTOutline(try DOTParser.parse(bytes, file: "a.dot"))
  }

  private func merge(_ bytes: [UInt8], _ graph: Graph) throws -> EditMerge {
    EditMerge(try EditedDOT(bytes, file: "a.dot"), with: graph)
  }

  @Test("Without an edit the new graph's own picture comes out", arguments: [0, 1, 2], [0, 1, 2])
  func nothing(old: Int, new: Int) throws {
    let merged = try merge(Weeks.drawn[old], Weeks.all[new])
    #expect(merged.dot == Weeks.drawn[new])
    #expect(merged.edits.isEmpty && merged.conflicts.isEmpty)
  }

  @Test("Other line ends and other spaces are no edits")
  func spaces() throws {
    let dot = DiagramDOT.write(Weeks.second)
    let text = String(decoding: dot, as: UTF8.self)
    let spaced = text.replacing("\n", with: "\r\n").replacing("    ", with: "\t")
    let merged = try merge(Array(spaced.utf8), Weeks.third)
    #expect(merged.dot == DiagramDOT.write(Weeks.third))
    #expect(merged.edits.isEmpty)
  }

  @Test("On an unchanged corpus the edited file comes back byte for byte", arguments: 1...40)
  func unchanged(seed: UInt64) throws {
    let graph = Weeks.all[Int(seed % 3)]
    let hand = HandEditing(Weeks.drawn[Int(seed % 3)], seed: seed, edits: 12)
    let merged = try merge(hand.bytes, graph)
    #expect(merged.dot == hand.bytes)
    #expect(merged.conflicts.isEmpty)
    // The same edits as decisions say the same, statement by statement.
    let written = DiagramDOT.write(graph, edits: merged.edits)
    let (mine, theirs) = (try outline(hand.bytes), try outline(written))
    for entry in mine.entries where entry.range != nil && entry.kind != .defaults {
      let other = try #require(theirs[entry.id], "\(entry.id)")
      #expect(other.group == entry.group)
      let values = Dictionary(entry.attributes.map { ($0.name, $0.value) }) { $1 }
      #expect(values == Dictionary(other.attributes.map { ($0.name, $0.value) }) { $1 })
      #expect(other.comments == entry.comments)
    }
    // Defaults of a group that was emptied say nothing.
    let isKept = { (entry: DOTOutline.Entry) in entry.kind != .defaults }
    #expect(
      Set(theirs.entries.filter(isKept).map(\.id)) == Set(mine.entries.filter(isKept).map(\.id)))
  }

  @Test("Every edit is in the new picture, or a conflict is reported", arguments: 1...60)
  func survival(seed: UInt64) throws {
    let new = Weeks.all[Int(seed / 3 % 3)]
    let hand = HandEditing(Weeks.drawn[Int(seed % 3)], seed: seed, edits: 10)
    let merged = try merge(hand.bytes, new)
    let result = try outline(merged.dot)
    let reported = Set(merged.conflicts.map(\.id))
    let text = String(decoding: merged.dot, as: UTF8.self)
    for deed in hand.deeds {
      switch deed {
      case .set(let id, let name, let value):
        guard let entry = result[id] else {
          #expect(reported.contains(id), "\(id) is gone without a word")
          continue
        }
        #expect(entry.value(name)?.text == value, "\(id) \(name)")
      case .out(let id):
        #expect(result[id] == nil, "\(id) came back")
        #expect(!text.contains("\"\(id)\" -> ") && !text.contains("-> \"\(id)\""))
      case .node(let id): #expect(result[id]?.value("label") == DOTValue("Mine"))
      case .edge(let from, let to): #expect(result["\(from)--\(to)"] != nil)
      case .comment(let id, let words):
        #expect(result[id]?.comments.contains(words) ?? reported.contains(id), "\(id): \(words)")
      }
    }
  }

  @Test("Merging twice is merging once, over all weeks", arguments: 1...24)
  func idempotence(seed: UInt64) throws {
    var file = HandEditing(Weeks.drawn[0], seed: seed, edits: 8).bytes
    for graph in [Weeks.second, Weeks.third, Weeks.first] {
      let merged = try merge(file, graph)
      let again = try merge(merged.dot, graph)
      #expect(again.dot == merged.dot)
      // What is known of the edits does not depend on which file they are read from.
      #expect(again.edits.nodes == merged.edits.nodes && again.edits.edges == merged.edits.edges)
      #expect(again.edits.hidden.isSuperset(of: merged.edits.hidden))
      file = merged.dot
    }
  }

  @Test("What was taken out stays out over the weeks, also where it is gone in between")
  func stayingOut() throws {
    var text = String(decoding: DiagramDOT.write(Weeks.second), as: UTF8.self)
    let out = ["meeting.undated", "person.ted-speaker"]
    text = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      !out.contains { line.contains("\"\($0)\" [") || line.contains("-> \"\($0)\"") }
        && !line.contains("\"person.ted-speaker\" ->")
    }.joined(separator: "\n")
    var file = Array(text.utf8)
    for graph in [Weeks.third, Weeks.second, Weeks.first] {
      file = try merge(file, graph).dot
      for id in out { #expect(try outline(file)[id] == nil) }
    }
  }

  @Test("A label changed on both sides is a conflict with both sides, and yours stays")
  func bothLabels() throws {
    let text = String(decoding: DiagramDOT.write(Weeks.second), as: UTF8.self)
    let edited = text.replacing("<B>Paul Reed</B>", with: "<B>P. Reed</B>")
    #expect(edited != text)
    let merged = try merge(Array(edited.utf8), Weeks.third)
    let conflict = try #require(merged.conflicts.first { $0.id == "person.paul-reed" })
    #expect(conflict.attribute == "label" && conflict.reason == .both)
    #expect(conflict.mine.contains("P. Reed") && conflict.theirs.contains("Minister of Trade"))
    #expect(conflict.place.line != nil)
    #expect(
      try outline(merged.dot)["person.paul-reed"]?.value("label")?.words.hasPrefix("P. Reed")
        ?? false)
    #expect(String(decoding: merged.dot, as: UTF8.self).contains("//? conflict in label: yours"))
  }

  @Test("The same words broken into other lines are no change of the articles")
  func rewrapped() throws {
    let text = String(decoding: DiagramDOT.write(Weeks.second), as: UTF8.self)
    let edited = text.replacing("<B>Anna Berg</B>", with: "<B>A. Berg</B>")
    let narrow = EditMerge(
      try EditedDOT(Array(edited.utf8), file: ""), with: Weeks.second,
      options: DiagramOptions(width: 130))
    #expect(narrow.conflicts.isEmpty)
    #expect(
      try outline(narrow.dot)["person.anna-berg"]?.value("label")?.words.hasPrefix("A. Berg")
        ?? false)
  }

  @Test("An edit of what is gone, and news of what was taken out, are conflicts")
  func goneAndNews() throws {
    let hand = String(decoding: DiagramDOT.write(Weeks.second), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("\"person.paul-reed\" [") && !$0.contains("\"person.paul-reed\" ->") }
      .map { line -> String in
        let line = String(line)
        return line.contains("\"meeting.undated\" [")
          ? line.replacing("[label", with: "[penwidth=\"3\", label") : line
      }.joined(separator: "\n")
    let merged = try merge(Array(hand.utf8), Weeks.third)
    #expect(merged.conflicts.contains { $0.id == "meeting.undated" && $0.reason == .gone })
    #expect(merged.conflicts.contains { $0.id == "person.paul-reed" && $0.reason == .news })
    #expect(merged.conflicts.allSatisfy { !$0.diagnostic.message.isEmpty })
  }

  @Test("A statement that has lost its base is reported, not guessed at")
  func lostBase() throws {
    let text = String(decoding: DiagramDOT.write(Weeks.second), as: UTF8.self)
    let edited = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.contains("\"person.paul-reed\" [")
        ? String(line.split(separator: " //= ")[0]) : String(line)
    }.joined(separator: "\n")
    let merged = try merge(Array(edited.utf8), Weeks.third)
    #expect(merged.conflicts.contains { $0.id == "person.paul-reed" && $0.reason == .unknown })
  }

  @Test(
    "A box moved to another group stays there, and a line led elsewhere is one out and one added")
  func moves() throws {
    let text = String(decoding: DiagramDOT.write(Weeks.first), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let i = try #require(lines.firstIndex { $0.contains("\"person.paul-reed\" [") })
    let line = lines.remove(at: i)
    let goal = try #require(lines.firstIndex { $0.contains("subgraph \"country.bb.person\"") })
    lines.insert(line, at: goal + 2)
    let moved = lines.joined(separator: "\n").replacing(
      "\"person.ted-speaker\" -> \"meeting.undated\"",
      with: "\"person.ted-speaker\" -> \"meeting.talks\"")
    let merged = try merge(Array(moved.utf8), Weeks.second)
    let result = try outline(merged.dot)
    #expect(result["person.paul-reed"]?.group == "country.bb.person")
    #expect(result["person.ted-speaker--meeting.undated"] == nil)
    #expect(result["person.ted-speaker--meeting.talks"] != nil)
    #expect(merged.edits.hidden == ["person.ted-speaker--meeting.undated"])
  }

  @Test("A group of one's own, with boxes moved into it and with defaults, is kept")
  func ownGroup() throws {
    let text = String(decoding: DiagramDOT.write(Weeks.first), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let i = try #require(lines.firstIndex { $0.contains("\"person.paul-reed\" [") })
    let line = lines.remove(at: i)
    let end = try #require(lines.firstIndex { $0.hasPrefix("  // Yours") })
    lines.insert(
      "  subgraph cluster_mine { label=\"Mine\"; edge [color=red]\n\(line)\n \"n\" }", at: end)
    lines = lines.map {
      $0.replacing(
        "subgraph \"country.aa.body\" {", with: "subgraph \"country.aa.body\" { edge [style=bold];")
    }
    let result = try outline(try merge(Array(lines.joined(separator: "\n").utf8), Weeks.second).dot)
    #expect(result["person.paul-reed"]?.group == "cluster_mine")
    #expect(result["n"]?.group == "cluster_mine")
    #expect(result["cluster_mine"]?.value("label") == DOTValue("Mine"))
    #expect(result["every edge in cluster_mine"]?.value("color") == DOTValue("red"))
    #expect(result["every edge in country.aa.body"]?.value("style") == DOTValue("bold"))
  }

  @Test("Nodes given one id, or whose lines were led to another, are one")
  func joins() throws {
    let text = String(decoding: DiagramDOT.write(Weeks.second), as: UTF8.self)
    let one = text.replacing("\"person.ted-speaker\" [", with: "\"person.mira-sun\" [")
    #expect(
      try EditedDOT(Array(one.utf8), file: "").same == [["person.mira-sun", "person.ted-speaker"]])
    let led = text.replacing("\"person.ted-speaker\" ->", with: "\"person.mira-sun\" ->")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("\"person.ted-speaker\" [") }.joined(separator: "\n")
    #expect(
      try EditedDOT(Array(led.utf8), file: "").same == [["person.mira-sun", "person.ted-speaker"]])
    #expect(try EditedDOT(Array(text.utf8), file: "").same == [])
  }

  @Test("A file that Entente did not write, or that is no DOT, is refused with a place")
  func refused() {
    #expect(throws: EntenteError.self) { try EditedDOT(Array("digraph { a }".utf8), file: "x.dot") }
    #expect(throws: EntenteError.self) { try EditedDOT([0xFF, 0x00], file: "x.dot") }
  }

  @Test("Additions are nodes and edges of the graph, of the user's origin and without a quotation")
  func additions() throws {
    var edits = Edits()
    edits.nodes["Bo Ek"] = .init(attributes: [
      "label": DOTValue("Bo\\nEk"), "class": DOTValue("person"),
    ])
    edits.edges["Bo Ek--meeting.talks"] = .init(from: "meeting.talks", to: "Bo Ek")
    let graph = edits.added(to: Weeks.second)
    let node = try #require(graph.nodes.first { $0.id == "user.bo-ek" })
    #expect(node.origin == .user && node.kind == .person && node.name == "Bo Ek")
    let edge = try #require(graph.edges.first { $0.origin == .user })
    #expect(edge.id == "user.bo-ek--participant--meeting.talks" && edge.evidence.isEmpty)
    let decoded = try GraphJSON.decode(GraphJSON.encode(graph), file: "")
    #expect(decoded.nodes.first { $0.id == node.id }?.origin == .user)
    // From the JSON alone they are drawn again, among what is the user's own.
    let drawn = try outline(DiagramDOT.write(decoded))
    #expect(drawn["user.bo-ek"]?.group == Edits.group)
    #expect(drawn["user.bo-ek--meeting.talks"]?.group == Edits.group)
    #expect(DOTCompletion.additions(in: drawn) == ["user.bo-ek", "user.bo-ek--meeting.talks"])
  }

  @Test("Hostile words in edits stay words", arguments: hostileNames)
  func hostile(name: String) throws {
    var edits = Edits()
    let value = DOTValue(quotedText: name)
    edits.nodes[name] = .init(attributes: ["label": value, "x-" + name: value])
    edits.edges["x"] = .init(from: name, to: "meeting.talks", attributes: ["tooltip": value])
    edits.changes["meeting.talks"] = ["label": .set(value)]
    edits.comments["meeting.talks"] = [name]
    edits.hidden = [name + "?"]
    let bytes = DiagramDOT.write(Weeks.second, edits: edits)
    #expect(try outline(bytes)["meeting.talks"]?.value("label") == value)
    guard Graphviz.isPresent else { return }
    _ = try Graphviz.run(DOTCompletion.completed(bytes), format: "svg")
  }

  @Test("The articles at a file's end are Entente's, and what is written behind one is a comment")
  func articles() throws {
    var graph = Weeks.second
    let ids = Set(
      graph.nodes.flatMap { ($0.event?.evidence ?? []) + $0.mentions }.map(\.document))
    graph.documents = ids.sorted().map {
      DocumentRecord(
        id: $0, date: PartialDate("2031-05-04"), source: "Agency", url: "https://example.org/",
        sha256: "")
    }
    let dot = DiagramDOT.write(graph)
    let text = String(decoding: dot, as: UTF8.self)
    #expect(text.contains("//= \"\(ids.sorted()[0])\" \"Agency\""))
    #expect(try outline(dot).entries.allSatisfy { $0.comments.isEmpty })
    #expect(try outline(dot).entries.filter { $0.range != nil }.allSatisfy { $0.base != nil })
    #expect(Set(DOTArticles.read(dot).keys) == ids)
    let noted = text.replacing("https://example.org/\"\n", with: "https://example.org/\" // late\n")
    let merge = EditMerge(
      try EditedDOT(Array(noted.utf8), file: "a.dot"), with: graph)
    #expect(merge.edits.comments["the graph"]?.first == "// late")
    #expect(DOTArticles.read(merge.dot) == DOTArticles.read(dot))
  }

  @Test("Letters in pieces are no edit; an invisible character is one")
  func letterForms() {
    #expect(DOTBase.digest("T\u{F4} L\u{E2}m") == DOTBase.digest("To\u{302} La\u{302}m"))
    #expect(DOTBase.digest("person.a") != DOTBase.digest("person.a\u{200B}"))
    #expect(DOTBase.digest("Ha") != DOTBase.digest("H\u{E0}"))
  }

  @Test("Edits keep their values in another theme, and all else takes its colours")
  func themes() throws {
    let text = String(decoding: DiagramDOT.write(Weeks.second), as: UTF8.self)
    let edited = text.replacing(
      "\"person.paul-reed\" [", with: "\"person.paul-reed\" [fontcolor=\"#123456\", ")
    let options = DiagramOptions(theme: .dark)
    let merge = EditMerge(
      try EditedDOT(Array(edited.utf8), file: "a.dot"), with: Weeks.second, options: options)
    #expect(merge.edits.count == 1 && merge.conflicts.isEmpty)
    let plain = try outline(DiagramDOT.write(Weeks.second, options: options))
    let drawn = try outline(merge.dot)
    #expect(drawn["person.paul-reed"]?.value("fontcolor") == DOTValue("#123456"))
    for entry in plain.entries where entry.id != "person.paul-reed" {
      #expect(drawn[entry.id]?.value("color") == entry.value("color"))
      #expect(drawn[entry.id]?.value("fillcolor") == entry.value("fillcolor"))
    }
  }

  @Test("A file with boxes without a place, and with boxes moved, is drawn")
  func completion() throws {
    let text = String(decoding: DiagramDOT.write(Weeks.second), as: UTF8.self)
    let edited = text.replacing(
      "subgraph \"yours\" {",
      with: "subgraph \"yours\" { \"a\" [label=\"A\"]; a -> \"meeting.talks\"; b -> a;")
    let done = DOTCompletion.completed(Array(edited.utf8))
    let result = try outline(done)
    #expect(result["a"]?.value("pos") != nil && result["b"]?.value("pos") != nil)
    #expect(result["legend.user"] != nil)
    #expect(DOTCompletion.completed(Array(text.utf8)) == Array(text.utf8))
    let moved = HandEditing(Array(text.utf8), seed: 1, edits: 0).lines.map { line in
      line.contains("\"person.paul-reed\" [")
        ? line.replacing(" pos=\"", with: " pos=\"400,4") : line
    }.joined(separator: "\n")
    let straight = try outline(DOTCompletion.completed(Array(moved.utf8)))
    let lines = straight.entries.filter { $0.id.hasPrefix("person.paul-reed--") }
    #expect(!lines.isEmpty && lines.allSatisfy { $0.value("pos") == DOTValue("") })
    guard Graphviz.isPresent else { return }
    let svg = String(decoding: try Graphviz.run(done, format: "svg"), as: UTF8.self)
    #expect(svg.contains("class=\"node user\"") && svg.contains("class=\"edge user\""))
  }
}

extension DOTValue {
  /// A text as DOT would hold it: backslashes in pairs, no line breaks.
  init(quotedText text: String) {
    self.init(DOTText.visible(text).replacing("\\", with: "\\\\").replacing("\n", with: " "))
  }
}
