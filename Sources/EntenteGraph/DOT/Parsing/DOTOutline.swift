/// A DOT file with its groups, chains and repetitions resolved: one entry for each node, edge and set
/// of defaults that a statement stands for.
package struct DOTOutline: Sendable {
  /// One of them.
  package struct Entry: Sendable {
    package enum Kind: Hashable, Sendable {
      case node
      case edge(tail: String, head: String)
      case defaults
    }

    package var id: String
    package var kind: Kind
    /// The group that it stands in; empty for the graph itself.
    package var group: String
    /// In the order of the file; of a name that stands twice, the last.
    package var attributes: [(name: String, value: DOTValue)] = []
    package var base: DOTBase?
    /// What a person wrote beside it.
    package var comments: [String] = []
    /// The statement's first byte.
    package var offset = 0
    /// Bytes of the statement, and where its attributes begin; nil for what it implies.
    package var range: Range<Int>?
    package var list: Int?
    /// Where each attribute stands.
    package var ranges: [String: Range<Int>] = [:]

    package func value(_ name: String) -> DOTValue? {
      attributes.last { $0.name == name }?.value
    }

    mutating func set(_ name: String, _ value: DOTValue) {
      if let i = attributes.firstIndex(where: { $0.name == name }) {
        attributes[i].value = value
      } else {
        attributes.append((name, value))
      }
    }
  }

  package private(set) var entries: [Entry] = []
  /// Names of groups.
  package private(set) var groups: Set<String> = []
  package let manifest: DOTManifest
  /// What stands behind `//!`: decisions that the file carries.
  package private(set) var asides: [String] = []
  /// True where chains between groups stand for more edges than are looked at.
  package private(set) var isCut = false

  private var place: [String: Int] = [:]
  private var count: [String: Int] = [:]

  /// More edges than these are left out: `{a b c} -> {d e f}` is nine.
  private static let mostEdges = 100_000

  package init(_ file: DOTSource) {
    var comments: [DOTComment] = file.head + file.foot
    func collect(_ statements: [DOTParsed]) {
      for statement in statements {
        comments += statement.leading + statement.trailing
        switch statement.content {
        case .group(_, let inner, let foot):
          collect(inner)
          comments += foot
        case .edge(let ends, _):
          for case .group(let group) in ends { collect([group]) }
        case .node, .defaults, .assignment: continue
        }
      }
    }
    collect(file.statements)
    manifest = DOTManifest(comments: comments.filter(\.isLine).map(\.text))
    asides = comments.filter { $0.isLine && DOTOutline.isAside($0.text) }.map(\.text)
    groups = [""]
    var unnamed = 0
    let left = add(file.statements, in: "", &unnamed)
    remember(left + remarks(file.head + file.foot), for: "the graph")
  }

  package subscript(id: String) -> Entry? { place[id].map { entries[$0] } }

  private static func isAside(_ text: String) -> Bool {
    text.hasPrefix("! same ") || text.hasPrefix("! hide ") || text.hasPrefix("! rename ")
  }

  /// What of these comments a person wrote, line by line.
  private func remarks(_ comments: [DOTComment]) -> [String] {
    comments.flatMap { comment -> [String] in
      if comment.isLine {
        switch comment.text.utf8.first {
        case 0x40, 0x2B, 0x7E, 0x3F: return []
        case 0x3D:
          if let remark = DOTArticles.remark(behind: comment.text) { return [remark] }
          return DOTBase(comment: comment.text).map { [$0.remark] } ?? [comment.text]
        case 0x23: if comment.text.hasPrefix("# ") { return [] }
        case 0x21: if DOTOutline.isAside(comment.text) { return [] }
        default: if comment.text.hasPrefix(" entente-") { return [] }
        }
        return manifest.holds(remark: comment.text) ? [] : [comment.text]
      }
      return comment.text.split(separator: "\n").map { line in
        let text = line.drop { $0 == " " || $0 == "\t" }
        return String(text.hasPrefix("* ") ? text.dropFirst(2) : text)
      }
    }.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
      .map { $0.split(separator: " ", omittingEmptySubsequences: false).drop(while: \.isEmpty) }
      .map { words in
        var words = words
        while words.last?.isEmpty ?? false { words.removeLast() }
        return words.joined(separator: " ")
      }.filter { !$0.isEmpty }
  }

  private mutating func remember(_ comments: [String], for id: String) {
    guard !comments.isEmpty else { return }
    if place[id] == nil {
      place[id] = entries.count
      entries.append(Entry(id: id, kind: .defaults, group: ""))
    }
    if let i = place[id] { entries[i].comments += comments }
  }

  /// Adds the statements of a group; gives comments back that found no statement to stand at.
  private mutating func add(
    _ statements: [DOTParsed], in group: String, _ unnamed: inout Int
  ) -> [String] {
    var waiting: [String] = []
    var last: String?
    for statement in statements {
      let own = waiting + remarks(statement.leading + statement.trailing)
      waiting = []
      guard let id = add(statement, in: group, &unnamed, comments: own) else {
        waiting = own
        continue
      }
      last = id
    }
    if let last {
      remember(waiting, for: last)
      return []
    }
    return waiting
  }

  /// The id of the entry that comments at the statement belong to.
  private mutating func add(
    _ statement: DOTParsed, in group: String, _ unnamed: inout Int, comments: [String]
  ) -> String? {
    let base = statement.trailing.lazy.filter(\.isLine).compactMap { DOTBase(comment: $0.text) }
      .first
    switch statement.content {
    case .node(let reference, let attributes):
      let entry = entry(reference.name, .node, in: group, attributes, statement, base)
      return add(entry, comments)
    case .defaults(let what, let attributes):
      let id = DOTStatement.defaultsID(what, in: group)
      return add(entry(id, .defaults, in: group, attributes, statement, base), comments)
    case .assignment(let attribute):
      let id = DOTStatement.defaultsID("graph", in: group)
      return add(entry(id, .defaults, in: group, [attribute], statement, base), comments)
    case .group(let name, let inner, let foot):
      let own = DOTWriter.name(of: name?.text, in: group, &unnamed)
      groups.insert(own)
      var count = 0
      let first = entries.count
      let left = add(inner, in: own, &count) + remarks(foot)
      let id = entries.indices.contains(first) ? entries[first].id : nil
      if let id { remember(comments + left, for: id) }
      return id ?? (comments.isEmpty && left.isEmpty ? own : nil)
    case .edge(let ends, let attributes):
      return add(ends, attributes, statement, base, in: group, &unnamed, comments)
    }
  }

  private mutating func add(
    _ ends: [DOTParsed.End], _ attributes: [DOTParsedAttribute], _ statement: DOTParsed,
    _ base: DOTBase?, in group: String, _ unnamed: inout Int, _ comments: [String]
  ) -> String? {
    var sets: [[String]] = []
    for end in ends {
      switch end {
      case .node(let reference): sets.append([reference.name])
      case .group(let inner):
        let first = entries.count
        _ = add(inner, in: group, &unnamed, comments: [])
        var names: [String] = []
        for entry in entries[first...] where entry.kind == .node { names.append(entry.id) }
        if case .group(_, let statements, _) = inner.content {
          names += DOTOutline.names(statements).filter { !names.contains($0) }
        }
        sets.append(names)
      }
    }
    if sets.count == 1 {
      var last: String?
      for name in sets[0] {
        last = add(entry(name, .node, in: group, attributes, statement, base), comments)
      }
      return last
    }
    var last: String?
    for (tails, heads) in zip(sets, sets.dropFirst()) {
      for tail in tails {
        for head in heads {
          guard entries.count < DOTOutline.mostEdges else {
            isCut = true
            return last
          }
          let bare = DOTStatement.edgeID(tail, head)
          count[bare, default: 0] += 1
          let id = DOTStatement.edgeID(tail, head, number: count[bare] ?? 1)
          let kind = Entry.Kind.edge(tail: tail, head: head)
          let own = last == nil ? comments : []
          let isPlain = sets.count == 2 && tails.count == 1 && heads.count == 1
          last = add(
            entry(id, kind, in: group, attributes, statement, isPlain ? base : nil), own)
        }
      }
    }
    return last
  }

  /// Nodes that statements name, declared or not.
  private static func names(_ statements: [DOTParsed]) -> [String] {
    statements.flatMap { statement -> [String] in
      switch statement.content {
      case .node(let reference, _): [reference.name]
      case .edge(let ends, _):
        ends.flatMap { end -> [String] in
          switch end {
          case .node(let reference): [reference.name]
          case .group(let inner): names([inner])
          }
        }
      case .group(_, let inner, _): names(inner)
      case .defaults, .assignment: []
      }
    }
  }

  private func entry(
    _ id: String, _ kind: Entry.Kind, in group: String, _ attributes: [DOTParsedAttribute],
    _ statement: DOTParsed, _ base: DOTBase?
  ) -> Entry {
    var entry = Entry(id: id, kind: kind, group: group, base: base)
    entry.offset = statement.range.lowerBound
    entry.range = statement.range
    entry.list = statement.list
    for attribute in attributes {
      entry.set(attribute.name, attribute.value)
      entry.ranges[attribute.name] = attribute.range
    }
    return entry
  }

  /// Adds an entry; one of the same id and base takes the new attributes instead.
  private mutating func add(_ entry: Entry, _ comments: [String]) -> String {
    guard let i = place[entry.id],
      entry.base == nil || entries[i].base == nil
        || entries[i].base?.names == entry.base?.names
    else {
      // Two statements of one id that Entente wrote under two: the second one is found by its base.
      if place[entry.id] == nil { place[entry.id] = entries.count }
      entries.append(entry)
      entries[entries.count - 1].comments += comments
      return entry.id
    }
    for (name, value) in entry.attributes { entries[i].set(name, value) }
    entries[i].ranges.merge(entry.ranges) { $1 }
    if entries[i].range == nil {
      (entries[i].range, entries[i].list) = (entry.range, entry.list)
      (entries[i].offset, entries[i].group) = (entry.offset, entry.group)
    }
    entries[i].base = entries[i].base ?? entry.base
    entries[i].comments += comments
    return entry.id
  }
}
