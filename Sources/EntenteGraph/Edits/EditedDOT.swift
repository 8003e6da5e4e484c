package import EntenteModel

/// A DOT file that Entente wrote and a person edited.
package struct EditedDOT: Sendable {
  package let outline: DOTOutline
  package let bytes: [UInt8]
  /// What messages call it.
  package let file: String
  /// The digest of the file that was edited.
  package let told: String
  /// Merges of nodes: those that the file carries, then those made by hand.
  package let same: [[String]]
  /// How many of `same` were made by hand since the file was written.
  package let newMerges: Int
  /// Names that joined nodes keep, from earlier merges.
  package let renames: [Decisions.Rename]
  /// Digests of what Entente wrote and no statement stands for any more.
  let lost: [UInt32: UInt32]
  /// Ids that the file says are taken out, from earlier merges.
  let carriedHidden: Set<String>
  private let lines: DOTLines

  /// Reads a file.
  ///
  /// - Throws: where it is no DOT, with every fault's line and column, or holds nothing that tells
  ///   what Entente wrote.
  package init(_ bytes: [UInt8], file: String) throws(EntenteError) {
    let parsed = try DOTParser.parse(bytes, file: file)
    outline = DOTOutline(parsed)
    guard let told = DOTStamp.told(bytes), !outline.manifest.isEmpty else {
      throw EntenteError(
        code: "edits.not-ours", "the file does not tell what Entente wrote of it",
        at: .init(file: file),
        hint:
          "give a DOT file that `entente graph` wrote; lines that begin with //# and the first two must stay"
      )
    }
    var present: Set<UInt32> = []
    for entry in outline.entries {
      present.insert(DOTBase.digest(entry.id))
      if let names = entry.base?.names {
        present.insert(DOTBase.digest(names.joined(separator: "--")))
      }
    }
    // Remarks and defaults say nothing, and have no second half.
    lost = outline.manifest.meanings.filter { !present.contains($0.key) && $0.value != 0 }
    self.bytes = bytes
    self.file = file
    self.told = told
    lines = DOTLines(bytes)
    let asides = outline.asides.map { text -> (key: Substring, names: [String]) in
      let key = text.dropFirst(2).prefix { $0 != " " }
      var fields = DOTCommentFields(Array(text.utf8.dropFirst(key.utf8.count + 2))[...])
      var names: [String] = []
      while let name = fields.string() { names.append(name) }
      return (key, names)
    }
    let carried = asides.filter { $0.key == "same" && $0.names.count > 1 }.map(\.names)
    renames = asides.filter { $0.key == "rename" && $0.names.count == 2 }
      .map { Decisions.Rename(from: $0.names[0], to: $0.names[1]) }
    let found = EditedDOT.merges(outline)
    same = carried + found.filter { !carried.contains($0) }
    newMerges = same.count - carried.count
    carriedHidden = Set(asides.filter { $0.key == "hide" }.flatMap(\.names))
  }

  /// For joins made by hand since the file was written, the name of the node that the other one joined:
  /// it is the one to show, whatever more articles say.
  package func names(in unmerged: Graph) -> [Decisions.Rename] {
    same.suffix(newMerges).compactMap { pair in
      unmerged.nodes.first { $0.id == pair[0] && $0.event == nil }
        .map { Decisions.Rename(from: $0.id, to: $0.name) }
    }
  }

  func place(_ offset: Int) -> Diagnostic.Place {
    let (line, column) = lines.place(offset)
    return .init(file: file, line: line, column: column)
  }

  /// Nodes that were made one: a statement was given another's id, or a node was taken out and its
  /// lines go to another one.
  private static func merges(_ outline: DOTOutline) -> [[String]] {
    var pairs: Set<[String]> = []
    let owners = Set(
      outline.entries.filter { $0.kind == .node }.compactMap { entry in
        entry.base.flatMap { $0.names == [entry.id] ? entry.id : nil }
      })
    let present = Set(outline.entries.filter { $0.kind == .node }.map(\.id))
    for entry in outline.entries where entry.kind == .node {
      guard let base = entry.base, base.names.count == 1, base.names[0] != entry.id,
        owners.contains(entry.id)
      else { continue }
      pairs.insert([entry.id, base.names[0]])
    }
    // A node may have moved to another only if all its lines that were moved went there.
    var goals: [String: Set<String>] = [:]
    for entry in outline.entries {
      guard case .edge(let tail, let head) = entry.kind, let base = entry.base,
        base.names.count == 2
      else { continue }
      for (old, new) in zip(base.names, [tail, head]) where old != new {
        goals[old, default: []].insert(new)
      }
    }
    for (old, new) in goals where new.count == 1 && !present.contains(old) {
      guard let goal = new.first, present.contains(goal), outline.manifest.holds(goal),
        outline.manifest.holds(old)
      else { continue }
      pairs.insert([goal, old])
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
