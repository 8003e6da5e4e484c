/// Reads a section of nested lists: numbers in order, a list as its count and its items. Past the end it gives 0.
struct PackCursor {
  private let file: PackFile
  private let column: PackColumn<UInt32>
  private var position = 0

  init(_ file: PackFile, _ column: PackColumn<UInt32>) {
    self.file = file
    self.column = column
  }

  mutating func number() -> UInt32 {
    defer { position += 1 }
    return column[position]
  }

  mutating func string() -> String { file.string(number()) }

  mutating func list<Item>(_ item: (inout PackCursor) -> Item) -> [Item] {
    let count = number()
    var items: [Item] = []
    for _ in 0..<count {
      // A damaged count ends with the section.
      guard position < column.count else { break }
      items.append(item(&self))
    }
    return items
  }
}
