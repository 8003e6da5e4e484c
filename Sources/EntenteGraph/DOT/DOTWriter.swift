import EntenteModel

/// Writes a ``DOTDocument`` as bytes, laid out for a person: UTF-8, one statement a line, its label
/// first and the long texts last, and behind it what Entente knows of it (see ``DOTBase``).
package struct DOTWriter {
  private var bytes: [UInt8] = []
  private var depth = 0
  private var group = ""
  private var unnamed = 0
  private var edges: [String: Int] = [:]
  /// By the statement's id; only what Entente itself wrote has one.
  private let bases: [String: DOTBase]?
  /// The bases written, in order, where there were none to begin with.
  private var found: [String: DOTBase] = [:]

  private init(bases: [String: DOTBase]?) {
    self.bases = bases
    // Most files are smaller, and none is moved again and again while it grows.
    bytes.reserveCapacity(256_000)
  }

  /// The file, with its stamp: see ``DOTStamp``.
  package static func write(_ document: DOTDocument) -> [UInt8] {
    DOTStamp.stamped(content(document, bases: nil).bytes)
  }

  /// The file of an edited document: stamped, and every statement known, as the one before the edits.
  ///
  /// `asides` are lines for the next merge, `lost` what was taken out and is not there at present; see
  /// ``DOTManifest``.
  package static func write(
    _ document: DOTDocument, before original: DOTDocument, asides: [String],
    lost: [UInt32: UInt32] = [:]
  ) -> [UInt8] {
    let first = content(original, bases: nil)
    let second = content(
      document, bases: first.found,
      manifest: DOTManifest(of: original, first.found).carrying(lost), asides)
    return DOTStamp.stamped(second.bytes, as: first.bytes)
  }

  private static func content(
    _ document: DOTDocument, bases: [String: DOTBase]?, manifest: DOTManifest? = nil,
    _ asides: [String] = []
  ) -> DOTWriter {
    var writer = DOTWriter(bases: bases)
    for remark in document.remarks { writer.write(remark: remark) }
    writer.line("digraph \"entente\" {")
    writer.depth = 1
    if !document.attributes.isEmpty { writer.write(.defaults("graph", document.attributes)) }
    for statement in document.statements { writer.write(statement) }
    if !document.articles.isEmpty { writer.write(remark: DOTArticles.remark) }
    for article in document.articles { writer.line(DOTArticles.line(article)) }
    for line in asides { writer.line(line) }
    let manifest = manifest ?? DOTManifest(of: document, writer.found)
    writer.write(remark: DOTManifest.remark)
    for line in manifest.lines { writer.line(line) }
    writer.depth = 0
    writer.line("}")
    return writer
  }

  private mutating func write(_ statement: DOTStatement) {
    switch statement {
    case .node(let id, let attributes, let evidence):
      indent()
      write(name: id)
      write(list: attributes, id: id, names: [id], group: group)
      write(evidence)
    case .edge(let tail, let head, let attributes, let evidence):
      indent()
      write(name: tail)
      bytes += " -> ".utf8
      write(name: head)
      let first = DOTStatement.edgeID(tail, head)
      let number = edges[first, default: 0] + 1
      edges[first] = number
      let id = number > 1 ? DOTStatement.edgeID(tail, head, number: number) : first
      write(list: attributes, id: id, names: [tail, head], group: group)
      write(evidence)
    case .defaults(let what, let attributes):
      indent()
      bytes += what.utf8
      let id = DOTStatement.defaultsID(what, in: group)
      write(list: attributes, id: id, names: [id], group: nil)
    case .group(let name, let statements):
      write(group: name, statements)
    case .remark(let text):
      write(remark: text)
    case .note(let text):
      line("//? " + DOTText.visible(text).replacing("\n", with: " "))
    }
  }

  /// A node's name; somebody else's stands as it was given.
  private mutating func write(name id: String) {
    let isForeign = bases.map { $0[id] == nil } ?? false
    (isForeign ? DOTValue(id) : DOTText.plain(id)).write(to: &bytes)
  }

  private mutating func write(group name: String?, _ statements: [DOTStatement]) {
    indent()
    bytes += "subgraph ".utf8
    if let name {
      DOTText.plain(name).write(to: &bytes)
      bytes.append(0x20)
    }
    bytes += "{\n".utf8
    let outer = (group, unnamed)
    group = DOTWriter.name(of: name, in: group, &unnamed)
    let count = unnamed
    unnamed = 0
    depth += 1
    for inner in statements { write(inner) }
    depth -= 1
    group = outer.0
    unnamed = count
    line("}")
  }

  /// What a group is called: its name, or its number in the one around.
  static func name(of group: String?, in outer: String, _ unnamed: inout Int) -> String {
    if let group { return group }
    unnamed += 1
    return "\(outer)/\(unnamed)"
  }

  private mutating func write(
    list attributes: [DOTAttribute], id: String, names: [String], group: String?
  ) {
    // Defaults need their brackets, even empty.
    let isBare = attributes.isEmpty && group != nil
    bytes += (isBare ? "" : " [").utf8
    let values: [(name: String, value: DOTValue)] = attributes.map { ($0.name, $0.parsed) }
    let ranks = values.map { DOTWriter.rank($0.name) }
    var isFirst = true
    for rank in 0...4 {
      for i in values.indices where ranks[i] == rank {
        if !isFirst { bytes += ", ".utf8 }
        isFirst = false
        write(bare: values[i].name)
        bytes.append(0x3D)
        values[i].value.write(to: &bytes)
      }
    }
    bytes += (isBare ? ";" : "];").utf8
    let base =
      bases.map { $0[id] }
      ?? DOTBase(names: names, group: group, attributes: values)
    if let base {
      found[id] = base
      bytes.append(0x20)
      base.write(to: &bytes)
    }
    bytes.append(0x0A)
  }

  /// What a person looks for stands first, what is long last; those of one rank stay in their order.
  private static func rank(_ name: String) -> Int {
    switch name {
    case "label": 0
    case "pos", "bb", "width", "height": 2
    case "id", "class": 3
    case "tooltip", "URL": 4
    default: 1
    }
  }

  private static let keywords = ["node", "edge", "graph", "digraph", "subgraph", "strict"]

  /// Names of attributes are words that need no quotation marks, unless somebody else made them up.
  private mutating func write(bare name: String) {
    let isWord =
      name.utf8.allSatisfy(DOTLexer.isWord) && name.utf8.first.map { $0 >= 0x41 } ?? false
    if isWord && !DOTWriter.isKeyword(name) {
      bytes += name.utf8
    } else {
      DOTValue(name).write(to: &bytes)
    }
  }

  private static func isKeyword(_ name: String) -> Bool {
    (4...8).contains(name.utf8.count) && keywords.contains(name.lowercased())
  }

  private mutating func write(_ evidence: [Evidence]) {
    for line in DOTEvidence.lines(evidence) { self.line(line) }
  }

  private mutating func write(remark: String) {
    for part in DOTText.visible(remark).split(separator: "\n", omittingEmptySubsequences: false) {
      if part.isEmpty { line("//") }
      for piece in DOTWriter.pieces(of: part) { line("// \(piece)") }
    }
  }

  /// Parts of a text that is too long for a line, broken at a space where one is near.
  private static func pieces(of text: Substring) -> [Substring] {
    guard text.utf8.count > DOTText.longestRemark else { return text.isEmpty ? [] : [text] }
    var pieces: [Substring] = []
    var rest = text.unicodeScalars
    while !rest.isEmpty {
      // A character has four bytes at most.
      var end =
        rest.index(
          rest.startIndex, offsetBy: DOTText.longestRemark / 4, limitedBy: rest.endIndex)
        ?? rest.endIndex
      if end < rest.endIndex, let space = rest[..<end].lastIndex(of: " "),
        space > rest.index(rest.startIndex, offsetBy: DOTText.longestRemark / 8)
      {
        end = rest.index(after: space)
      }
      pieces.append(Substring(rest[..<end]))
      rest = rest[end...]
    }
    return pieces
  }

  private mutating func indent() {
    bytes += repeatElement(0x20, count: depth * 2)
  }

  private mutating func line(_ text: String) {
    indent()
    bytes += text.utf8
    bytes.append(0x0A)
  }
}
