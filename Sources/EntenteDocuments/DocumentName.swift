import EntenteModel

/// How documents are called.
enum DocumentName {
  /// The id of what comes through standard input.
  static let standardInput = "stdin"

  /// A path as an id: composed, with control characters escaped, so that it can be shown anywhere.
  static func shown(_ path: String) -> String {
    let composed = Folding.composed(path)
    guard composed.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return composed }
    return escaped(Array(composed.utf8))
  }

  /// Bytes that may be no UTF-8 as text: control characters and stray bytes as `%1B`.
  static func escaped(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    var i = 0
    while i < bytes.count {
      let width = ByteCensus.width(bytes, at: i)
      if width == 0 || bytes[i] < 0x20 || bytes[i] == 0x7F {
        text += [0x25, digits[Int(bytes[i] >> 4)], digits[Int(bytes[i] & 0xF)]]
        i += 1
      } else {
        text += bytes[i..<(i + width)]
        i += width
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// An id for each path: its last `used` components, and where ids collide as many more as tell them apart.
  ///
  /// Paths that differ only in how letters are composed get `~2`, `~3` in byte order.
  static func distinct(_ paths: [(components: [String], used: Int)]) -> [String] {
    var used = paths.map { $0.used }
    func id(_ i: Int) -> String {
      shown(paths[i].components.suffix(used[i]).joined(separator: "/"))
    }
    var ids = paths.indices.map(id)
    while true {
      var groups: [String: [Int]] = [:]
      for i in ids.indices { groups[ids[i], default: []].append(i) }
      var changed = false
      for group in groups.values where group.count > 1 {
        // Twins that no further component can tell apart are left to the numbers.
        guard Set(group.map { shown(paths[$0].components.joined(separator: "/")) }).count > 1
        else { continue }
        for i in group where used[i] < paths[i].components.count {
          used[i] += 1
          ids[i] = id(i)
          changed = true
        }
      }
      if !changed { return numbered(ids, groups, paths.map { $0.components }) }
    }
  }

  private static func numbered(
    _ ids: [String], _ groups: [String: [Int]], _ components: [[String]]
  ) -> [String] {
    var ids = ids
    for group in groups.values where group.count > 1 {
      let ordered = group.sorted {
        components[$0].joined(separator: "/").utf8
          .lexicographicallyPrecedes(components[$1].joined(separator: "/").utf8)
      }
      for (n, i) in ordered.enumerated().dropFirst() { ids[i] += "~\(n + 1)" }
    }
    return ids
  }
}
