/// One entity of FollowTheMoney: an id, a schema, and properties that are lists of texts.
struct FTMEntity {
  let id: String
  let schema: String
  private var properties: [(name: String, values: [String])] = []

  init(id: String, schema: String) {
    self.id = id
    self.schema = schema
  }

  /// Adds values that are cleaned already; none twice in a property, since that would be lost.
  mutating func add(_ property: String, _ values: [String?]) {
    let place = properties.firstIndex { $0.name == property }
    var all = place.map { properties[$0].values } ?? []
    // Told apart by their bytes: for Swift `é` is one letter however it is written.
    var seen = Set(all.map { Array($0.utf8) })
    for case let value? in values where seen.insert(Array(value.utf8)).inserted {
      all.append(value)
    }
    guard !all.isEmpty else { return }
    if let place {
      properties[place].values = all
    } else {
      properties.append((property, all))
    }
  }

  mutating func add(_ property: String, _ value: String?) { add(property, [value]) }

  /// One line of JSON; the id comes first, so that lines can be sorted by it.
  func line() -> [UInt8] {
    var json = CompactJSON()
    json.object {
      $0.member("id", id)
      $0.member("schema", schema)
      $0.key("properties")
      $0.object { json in
        for (name, values) in properties.sorted(by: { $0.name < $1.name }) {
          json.key(named: name)
          json.strings(values)
        }
      }
    }
    return json.bytes + [0x0A]
  }
}

/// Ids as FollowTheMoney allows them: letters, digits, points and hyphens, a letter or digit at both ends, at most
/// 200 characters.
struct FTMIdentifiers {
  private var used: Set<String> = []

  /// The id itself where it is allowed, else one made from a digest of it; different ids stay different.
  mutating func make(_ id: String, prefix: String) -> String {
    let isAllowed =
      id.utf8.count <= 200 && Identifier.isValid(id) && !id.hasSuffix(".")
      && !id.hasSuffix("-")
    var result = isAllowed ? id : digest(id, prefix)
    var count = 1
    while !used.insert(result).inserted {
      count += 1
      result = "\(digest(id, prefix))-\(count)"
    }
    return result
  }

  /// The prefix and sixteen hexadecimal digits of the FNV-1a digest.
  private func digest(_ text: String, _ prefix: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash = hash &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return "\(prefix).\(String(repeating: "0", count: 16 - digits.utf8.count))\(digits)"
  }
}
