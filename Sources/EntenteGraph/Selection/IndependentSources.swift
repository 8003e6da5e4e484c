import EntenteModel

/// Which articles confirm each other: those of one outlet or agency do not, nor do near copies.
struct IndependentSources {
  /// The source of each document, as a number.
  private var source: [String: Int] = [:]

  init(_ records: [DocumentRecord]) {
    // In order, so that chains of roots stay short.
    let documents = records.sorted { $0.id < $1.id }
    var parent: [String: String] = [:]
    func root(_ id: String) -> String {
      var id = id
      while let next = parent[id], next != id { id = next }
      return id
    }
    func unite(_ a: String, _ b: String) {
      let (x, y) = (root(a), root(b))
      if x != y { parent[max(x, y)] = min(x, y) }
    }
    for document in documents {
      // An original that is not in the graph still makes its copies one; ids can't begin so.
      if let original = document.nearCopyOf { unite("d" + document.id, "d" + original) }
      let outlet = document.source.map { NameForm.key($0) } ?? ""
      if !outlet.isEmpty { unite("d" + document.id, "s" + outlet) }
    }
    var numbers: [String: Int] = [:]
    for document in documents {
      let name = root("d" + document.id)
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      source[document.id] = number
    }
  }

  /// How many independent sources these documents are.
  func count(_ documents: some Sequence<String>) -> Int { Set(documents.map { source[$0] }).count }

  /// How many tell of an event.
  func count(_ event: EventDetail) -> Int {
    count(event.reports.map(\.document) + event.evidence.map(\.document))
  }
}
