/// The list of what Entente wrote into a DOT file: what of it is missing later was taken out by hand,
/// what is not in it was added.
///
/// Lines of `//# `, twelve hexadecimal digits for each statement: six of its id, six of what it says
/// (a label's words, a line's look). Remarks have an entry too, so that a person's comments are told
/// from Entente's.
package struct DOTManifest: Hashable, Sendable {
  /// By the digest of the id.
  package private(set) var meanings: [UInt32: UInt32] = [:]
  private var order: [UInt32] = []

  static let remark = "What Entente wrote, so that it knows later what you took out:"

  /// The list for a document and its bases.
  init(of document: DOTDocument, _ bases: [String: DOTBase]) {
    for (id, base) in bases.sorted(by: { $0.key < $1.key }) {
      add(DOTBase.digest(id), DOTManifest.meaning(of: base))
    }
    var remarks = document.remarks + [DOTManifest.remark]
    if !document.articles.isEmpty { remarks.append(DOTArticles.remark) }
    func collect(_ statements: [DOTStatement]) {
      for statement in statements {
        switch statement {
        case .remark(let text): remarks.append(text)
        case .group(_, let inner): collect(inner)
        case .node, .edge, .defaults, .note: continue
        }
      }
    }
    collect(document.statements)
    for line in remarks.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
      add(DOTManifest.digest(remark: DOTText.visible(String(line))), 0)
    }
  }

  /// The list that these comments hold; empty where none is one.
  package init(comments: [String]) {
    for comment in comments where comment.hasPrefix("# ") {
      for word in comment.dropFirst(2).split(separator: " ") where word.utf8.count == 12 {
        guard let id = UInt32(word.prefix(6), radix: 16),
          let meaning = UInt32(word.dropFirst(6), radix: 16)
        else { continue }
        add(id, meaning)
      }
    }
  }

  /// This list with entries of an earlier one.
  func carrying(_ others: [UInt32: UInt32]) -> DOTManifest {
    var result = self
    for (id, meaning) in others.sorted(by: { $0.key < $1.key }) where meanings[id] == nil {
      result.add(id, meaning)
    }
    return result
  }

  package var isEmpty: Bool { meanings.isEmpty }

  /// True where Entente wrote a statement of that id.
  package func holds(_ id: String) -> Bool { meanings[DOTBase.digest(id)] != nil }

  /// True where Entente wrote that remark.
  package func holds(remark: String) -> Bool {
    meanings[DOTManifest.digest(remark: remark)] != nil
  }

  /// What of a statement would be news to somebody who took it out.
  static func meaning(of base: DOTBase) -> UInt32 {
    if base.names.count == 1 { return base.words ?? 0 }
    return (base.digests["class"] ?? 0) ^ (base.digests["style"] ?? 0)
  }

  private static func digest(remark: String) -> UInt32 {
    let words = remark.unicodeScalars.split(whereSeparator: \.isSpace).map { String($0) }
    return DOTBase.digest("// " + words.joined(separator: " "))
  }

  private mutating func add(_ id: UInt32, _ meaning: UInt32) {
    if meanings.updateValue(meaning, forKey: id) == nil { order.append(id) }
  }

  /// The comment lines.
  var lines: [String] {
    stride(from: 0, to: order.count, by: 7).map { start in
      "//# "
        + order[start..<min(start + 7, order.count)].map { id in
          DOTBase.hexadecimal(id) + DOTBase.hexadecimal(meanings[id] ?? 0)
        }.joined(separator: " ")
    }
  }
}
