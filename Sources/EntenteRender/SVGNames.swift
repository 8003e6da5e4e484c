/// Chooses ids and the names that people see.
struct SVGNames {
  let prefix: String
  private var used: Set<String> = []
  private var first: [String: String] = [:]

  /// Derives a prefix from the content unless one is given.
  init(prefix: String?, content: [UInt8]) {
    let asked = Self.identifier(prefix ?? "")
    if let letter = asked.unicodeScalars.first, letter.properties.isAlphabetic {
      self.prefix = asked
      return
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for byte in content { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash >> 24, radix: 16)
    self.prefix = "e" + String(repeating: "0", count: 10 - digits.count) + digits + "-"
  }

  /// ASCII letters, digits, hyphens, underscores and full stops.
  static func identifier(_ text: String) -> String {
    String(
      decoding: text.utf8.filter { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }, as: UTF8.self)
  }

  /// An id that no other element of this drawing has.
  mutating func claim(_ id: String) -> String {
    let plain = Self.identifier(id)
    let base = prefix + (plain.isEmpty ? "x" : plain)
    var chosen = base
    var count = 2
    while !used.insert(chosen).inserted {
      chosen = "\(base)-\(count)"
      count += 1
    }
    if first[id] == nil { first[id] = chosen }
    return chosen
  }

  /// Gives every element below its final id.
  mutating func claimAll(in element: inout SVGElement) {
    for index in element.attributes.indices where element.attributes[index].name == "id" {
      element.attributes[index].value = claim(element.attributes[index].value)
    }
    for index in element.children.indices {
      if case .element(var child) = element.children[index] {
        claimAll(in: &child)
        element.children[index] = .element(child)
      }
    }
  }

  /// The final id of what the graph called so, if it drew such a thing.
  func resolved(_ id: String) -> String? { first[id] }

  /// A tooltip, if it is one for people: Graphviz puts the source of HTML-like labels there.
  static func tooltip(_ element: SVGElement) -> String? {
    guard let tip = element["xlink:title"] ?? element["title"] else { return nil }
    let text = SVGText.collapsed(tip)
    guard !text.isEmpty, text != "<TABLE>", !text.contains("</"), !text.contains("/>") else {
      return nil
    }
    return text
  }

  /// What to call a node, an edge or a cluster.
  static func title(of group: SVGElement, kind: String, names: [String: String]) -> String? {
    if let tip = firstTooltip(in: group) { return tip }
    let own = group.elements.first { $0.name == "title" }?.text
    if let name = own.flatMap({ names[$0] }) { return SVGText.collapsed(name) }
    guard kind != "edge" else { return nil }
    let words = SVGText.collapsed(drawnText(in: group))
    return words.isEmpty ? nil : words
  }

  private static func firstTooltip(in element: SVGElement) -> String? {
    if element.name == "a", let tip = tooltip(element) { return tip }
    for child in element.elements {
      if let tip = firstTooltip(in: child) { return tip }
    }
    return nil
  }

  /// The text of all `text` elements, one space between them.
  static func drawnText(in element: SVGElement) -> String {
    if element.name == "text" { return element.text }
    return element.elements.map(drawnText).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
