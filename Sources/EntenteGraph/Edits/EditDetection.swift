package import EntenteModel

/// Compares an edited DOT file with the one that Entente would write now, statement by statement and
/// attribute by attribute, by the digests of what it wrote then: a merge of three sides of which one
/// is known by digests only.
///
/// Linear in the size of both files.
package struct EditDetection {
  /// What was found.
  package struct Result: Sendable {
    package var edits = Edits()
    package var conflicts: [EditConflict] = []
    /// What else a person should hear of.
    package var notes: [Diagnostic] = []
  }

  private let mine: EditedDOT
  private let theirs: DOTOutline
  private let isBase: Bool
  /// What ids of the edited file are called now.
  private let aliases: [String: String]
  private var result = Result()
  /// Ids in `theirs` that a statement of the edited file stands for.
  private var seen: Set<String> = []
  /// Ids of edges that now go elsewhere.
  private var left: Set<String> = []

  /// Finds the edits.
  ///
  /// - Parameters:
  ///   - theirs: the DOT of the new graph, with the merges of `mine` already made in it.
  ///   - aliases: former ids and the ids that nodes have now.
  ///   - isBase: whether `theirs` is the very file that was edited.
  package static func edits(
    of mine: EditedDOT, against theirs: DOTOutline, aliases: [String: String] = [:],
    isBase: Bool = false
  ) -> Result {
    var detection = EditDetection(mine: mine, theirs: theirs, aliases: aliases, isBase: isBase)
    detection.run()
    return detection.result
  }

  private init(
    mine: EditedDOT, theirs: DOTOutline, aliases: [String: String], isBase: Bool
  ) {
    self.isBase = isBase
    self.mine = mine
    self.theirs = theirs
    var aliases = aliases
    for pair in mine.same where theirs[pair[0]] != nil {
      for other in pair.dropFirst() where theirs[other] == nil { aliases[other] = pair[0] }
    }
    // A statement that was given an id of its own stands for the node that it was.
    for entry in mine.outline.entries where entry.kind == .node {
      if let old = entry.base?.names.first, old != entry.id, theirs[entry.id] == nil,
        aliases[entry.id] == nil
      {
        aliases[entry.id] = aliases[old] ?? old
      }
    }
    self.aliases = aliases
  }

  private func now(_ id: String) -> String { theirs[id] == nil ? aliases[id] ?? id : id }

  private mutating func run() {
    for entry in mine.outline.entries {
      switch entry.kind {
      case .node, .defaults: node(entry)
      case .edge(let tail, let head): edge(entry, now(tail), now(head))
      }
    }
    findDeletions()
    result.conflicts.sort {
      ($0.place.line ?? 0, $0.place.column ?? 0, $0.id, $0.attribute)
        < ($1.place.line ?? 0, $1.place.column ?? 0, $1.id, $1.attribute)
    }
  }

  // MARK: Nodes and defaults

  private mutating func node(_ entry: DOTOutline.Entry) {
    guard entry.range != nil else {
      if !entry.comments.isEmpty {
        keep(entry.comments, at: theirs[entry.id] == nil ? "the graph" : entry.id)
      }
      return
    }
    if let old = entry.base?.names.first, old != entry.id, mine.same.contains([entry.id, old]) {
      // One of two that became one: its words are those of the other.
      keep(entry.comments, at: now(entry.id))
      return
    }
    let id = now(entry.base?.names.first ?? entry.id)
    if let base = entry.base, base.names[0] != entry.id, id == now(entry.id) {
      result.notes.append(
        Diagnostic(
          .note, code: "edits.id",
          "the statement of “\(base.names[0])” was given the id “\(entry.id)”; it keeps its own",
          at: mine.place(entry.offset),
          hint:
            "to change what is shown, edit the label; to join two nodes, give one the other's id"))
    }
    merge(entry, into: id)
  }

  private mutating func merge(_ entry: DOTOutline.Entry, into id: String) {
    if let now = theirs[id] {
      seen.insert(id)
      compare(entry, now)
      keep(entry.comments, at: id)
    } else if entry.base != nil || mine.outline.manifest.holds(id) {
      reportGone(entry, id)
    } else if entry.kind == .defaults {
      for (name, value) in entry.attributes { result.edits.set(id, name, .set(value)) }
      keep(entry.comments, at: id)
    } else {
      add(entry, id)
    }
  }

  private mutating func add(_ entry: DOTOutline.Entry, _ id: String) {
    var addition = Edits.Addition(attributes: [:])
    for (name, value) in entry.attributes { addition.attributes[name] = value }
    if !entry.group.isEmpty, entry.group != Edits.group { addition.group = entry.group }
    if case .edge(let tail, let head) = entry.kind {
      (addition.from, addition.to) = (now(tail), now(head))
      result.edits.edges[id] = addition
    } else {
      result.edits.nodes[id] = addition
    }
    keep(entry.comments, at: id)
  }

  private mutating func keep(_ comments: [String], at id: String) {
    if !comments.isEmpty { result.edits.comments[id, default: []] += comments }
  }

  /// Attribute by attribute: what differs from its digest was edited.
  private mutating func compare(_ entry: DOTOutline.Entry, _ now: DOTOutline.Entry) {
    guard let base = entry.base ?? (isBase ? now.base : nil) else {
      return compareUnknown(entry, now)
    }
    let isSelf = base.names.map(self.now) == (now.base?.names ?? [])
    var names = entry.attributes.map(\.name)
    names += base.digests.keys.filter { !names.contains($0) && $0 != "in" }.sorted()
    for name in names {
      let value = entry.value(name)
      guard value.map(DOTBase.digest) != base.digests[name] else { continue }
      let other = now.value(name)
      result.edits.set(now.id, name, value.map { .set($0) } ?? .remove)
      // Where a box stands in a new picture says nothing about the articles.
      guard isSelf, Edits.Sort(name) != .place, value != other else { continue }
      let isChanged =
        name == "label" && base.words != nil && other != nil
        ? now.base?.words != base.words : other.map(DOTBase.digest) != base.digests[name]
      if isChanged { report(.both, entry, now.id, name, value, other) }
    }
    guard entry.kind != .defaults, let was = base.digests["in"] else { return }
    if DOTBase.digest(entry.group) != was, entry.group != now.group {
      result.edits.set(now.id, "in", .set(DOTValue(entry.group)))
    }
  }

  private mutating func compareUnknown(_ entry: DOTOutline.Entry, _ now: DOTOutline.Entry) {
    guard mine.outline.manifest.holds(entry.id) else {
      // Added by hand, and by now told by an article: the article's statement takes its place.
      result.notes.append(
        Diagnostic(
          .note, code: "edits.confirmed",
          "“\(now.id)”, which was added by hand, is now told by an article; its look is that of the article’s",
          at: mine.place(entry.offset)))
      if let label = entry.value("label"), let other = now.value("label"),
        label.words != other.words
      {
        result.edits.set(now.id, "label", .set(label))
        report(.both, entry, now.id, "label", label, other)
      }
      return
    }
    for (name, value) in entry.attributes where now.value(name) != value {
      if name == "label", now.value(name)?.words == value.words, value.isHTML { continue }
      result.edits.set(now.id, name, .set(value))
      if Edits.Sort(name) != .place {
        report(.unknown, entry, now.id, name, value, now.value(name))
      }
    }
  }

  private mutating func report(
    _ reason: EditConflict.Reason, _ entry: DOTOutline.Entry, _ id: String, _ name: String,
    _ mine: DOTValue?, _ theirs: DOTValue?
  ) {
    result.conflicts.append(
      EditConflict(
        id: id, attribute: name, reason: reason, mine: EditConflict.shown(mine),
        theirs: EditConflict.shown(theirs), place: self.mine.place(entry.offset)))
  }

  private mutating func reportGone(_ entry: DOTOutline.Entry, _ id: String) {
    var edited: [String] = []
    for (name, value) in entry.attributes {
      if let base = entry.base, base.digests[name] == DOTBase.digest(value) { continue }
      edited.append("\(name) \(EditConflict.shown(value))")
    }
    for name in entry.base?.digests.keys.sorted() ?? []
    where name != "in" && entry.value(name) == nil {
      edited.append("no \(name)")
    }
    edited += entry.comments.map { "the comment “\($0)”" }
    guard !edited.isEmpty else { return }
    result.conflicts.append(
      EditConflict(
        id: id, attribute: "", reason: .gone, mine: edited.joined(separator: ", "),
        theirs: "nothing", place: mine.place(entry.offset)))
  }

  // MARK: Edges

  private mutating func edge(_ entry: DOTOutline.Entry, _ tail: String, _ head: String) {
    let number = entry.id.split(separator: "#").last.flatMap { Int($0) } ?? 1
    let id = DOTStatement.edgeID(tail, head, number: entry.id.contains("#") ? number : 1)
    guard let base = entry.base, base.names.count == 2 else { return merge(entry, into: id) }
    let was = DOTStatement.edgeID(now(base.names[0]), now(base.names[1]))
    guard was != DOTStatement.edgeID(tail, head) else { return merge(entry, into: id) }
    // The line goes elsewhere now.
    left.insert(was)
    if theirs[id] != nil { return merge(entry, into: id) }
    var moved = entry
    moved.attributes = entry.attributes.filter { name, value in
      base.digests[name] != DOTBase.digest(value)
    }
    moved.base = nil
    add(moved, id)
  }

  // MARK: What is not there

  private mutating func findDeletions() {
    var formerly: [String: [String]] = [:]
    for (old, new) in aliases { formerly[new, default: []].append(old) }
    func wasWritten(_ id: String) -> Bool {
      mine.outline.manifest.holds(id)
        || formerly[id]?.contains { mine.outline.manifest.holds($0) } ?? false
        || mine.carriedHidden.contains(id)
    }
    for entry in theirs.entries where entry.kind == .node && !seen.contains(entry.id) {
      if wasWritten(entry.id) { hide(entry) }
    }
    // What was taken out in an earlier week stays out when it comes back.
    result.edits.hidden.formUnion(
      mine.carriedHidden.filter { mine.outline[$0]?.range == nil && !seen.contains($0) })
    var news: [String: Int] = [:]
    for entry in theirs.entries where !seen.contains(entry.id) {
      switch entry.kind {
      case .node: continue
      case .edge(let tail, let head):
        let ends = [tail, head].filter(result.edits.hidden.contains)
        if !wasWritten(entry.id) {
          if let end = ends.first { news[end, default: 0] += 1 }
        } else if left.contains(entry.id) {
          result.edits.hidden.insert(entry.id)
        } else if ends.isEmpty, isOwn(tail, head) {
          hide(entry)
        }
      case .defaults:
        let isUsed = seen.contains { theirs[$0]?.group == entry.group }
        if wasWritten(entry.id), isUsed || entry.group.isEmpty { hide(entry) }
      }
    }
    for (id, count) in news.sorted(by: { $0.key < $1.key }) {
      result.conflicts.append(
        EditConflict(
          id: id, attribute: "", reason: .news, mine: "taken out",
          theirs: "\(count) new \(count == 1 ? "line" : "lines") to it",
          place: .init(file: mine.file)))
    }
  }

  /// False where both ends were renamed or joined since, so that the line was written under other names.
  private func isOwn(_ tail: String, _ head: String) -> Bool {
    mine.outline.manifest.holds(DOTStatement.edgeID(tail, head))
      || mine.carriedHidden.contains(DOTStatement.edgeID(tail, head))
  }

  private mutating func hide(_ entry: DOTOutline.Entry) {
    result.edits.hidden.insert(entry.id)
    guard let base = entry.base,
      let was = mine.outline.manifest.meanings[DOTBase.digest(entry.id)],
      was != DOTManifest.meaning(of: base)
    else { return }
    result.conflicts.append(
      EditConflict(
        id: entry.id, attribute: "", reason: .news, mine: "taken out",
        theirs: EditConflict.shown(entry.value("label") ?? entry.value("class")),
        place: .init(file: mine.file)))
  }
}
